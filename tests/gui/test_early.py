import json
from pathlib import Path

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from crmo_desktop.gui.early import PAGES, START, begin, load_fonts, qt_application
from tests.gui.conftest import RESOURCES

TORN = (
    ("Torn", 400, "normal", "start"),
    ("TornBold", 700, "normal", "pages"),
    ("TornItalic", 400, "italic", "pages"),
)


def torn_faces(folder: Path) -> Path:
    """A folder of faces that are none."""
    faces = [
        {"file": f"{name}.ttf", "family": "Torn", "weight": weight, "style": style, "loaded": loaded}
        for name, weight, style, loaded in TORN
    ]
    (folder / "fonts.json").write_text(json.dumps(faces), encoding="utf-8")
    for name, *_ in TORN:
        (folder / f"{name}.ttf").write_bytes(b"not a face at all")
    return folder


def test_there_is_one_application(qapp: QApplication) -> None:
    assert qt_application() is qapp


def test_every_bundled_face_is_known() -> None:
    bundled = json.loads((RESOURCES / "fonts" / "fonts.json").read_text(encoding="utf-8"))

    assert {font["family"] for font in bundled} <= set(QFontDatabase.families())


def test_faces_that_only_pages_use_can_come_later(tmp_path: Path) -> None:
    folder = torn_faces(tmp_path)

    assert load_fonts(folder, START) == ["Torn.ttf"], "a face that cannot be taken is told"
    assert load_fonts(folder, PAGES) == ["TornBold.ttf", "TornItalic.ttf"]


def test_what_was_wrong_with_a_face_that_was_read_early_is_told_when_it_is_wanted(
    tmp_path: Path, qapp: QApplication
) -> None:
    folder = torn_faces(tmp_path)

    begin(folder)

    assert load_fonts(folder, START) == ["Torn.ttf"]


def test_faces_that_are_not_there_stop_nothing_early(tmp_path: Path, qapp: QApplication) -> None:
    begin(tmp_path / "nowhere")
    (tmp_path / "fonts.json").write_text("[]", encoding="utf-8")

    assert load_fonts(tmp_path, START) == []
