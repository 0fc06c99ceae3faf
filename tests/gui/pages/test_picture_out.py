"""Pictures on their way out: clipboard, files, paper, and what is said where that cannot be."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QBuffer, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.errors import NoPrinterError, NotWrittenError, PrinterError, UserError
from crmo_desktop.gui import printing
from crmo_desktop.gui.drawing.scene import View
from crmo_desktop.gui.drawing.sheet import SheetWords
from crmo_desktop.gui.pages.picture_out import SVG, PictureOut, Seen
from crmo_desktop.gui.theme import Appearance
from tests.gui.conftest import LookOf
from tests.gui.sample_pictures import SampleDrawer, picture_of_rows

PNG = b"\x89PNG"
WORDS = SheetWords("Source: a study.", "Edition 2026-11-25.")


@pytest.fixture
def seen(look_of: LookOf) -> Seen:
    """In the dark, at 200%."""
    return Seen(picture_of_rows(), View(), look_of("dark", 200), WORDS)


@pytest.fixture
def out(appearance: Appearance, qtbot: QtBot) -> PictureOut:
    window = QWidget()
    qtbot.addWidget(window)
    window.out = PictureOut(SampleDrawer(), appearance.theme, window)  # type: ignore[attr-defined]  # it keeps it alive
    made: PictureOut = window.out  # type: ignore[attr-defined]  # just set
    made.window_of_test = window  # type: ignore[attr-defined]  # the other way round, too
    return made


@pytest.fixture
def told(out: PictureOut) -> list[object]:
    told: list[object] = []
    out.said.connect(told.append)
    out.failed.connect(told.append)
    return told


def test_a_copy_is_light_and_as_large_as_on_a_page_at_100(
    out: PictureOut, seen: Seen, told: list[object]
) -> None:
    out.do("copy", seen)

    data = QGuiApplication.clipboard().mimeData()
    image = data.imageData()
    assert isinstance(image, QImage)
    assert image.width() == 2 * 820
    assert image.pixelColor(2, 2).name().upper() == out.look(seen, "light").name_of("page").upper()
    assert told == ["Picture copied"]
    buffer = QBuffer()
    buffer.setData(data.data("image/png"))
    read = QImage.fromData(buffer.data())
    assert read.text("Title") == seen.picture.title
    assert read.text("Source") == WORDS.sources
    assert "Fever is seldom" in read.text("Description")


def test_an_svg_is_copied_as_svg_and_as_text(out: PictureOut, seen: Seen, told: list[object]) -> None:
    out.do("svg", seen)

    data = QGuiApplication.clipboard().mimeData()
    assert bytes(data.data(SVG).data()).decode() == data.text()
    root = ElementTree.fromstring(data.text())
    assert root.findtext("{http://www.w3.org/2000/svg}title") == seen.picture.title
    assert WORDS.sources in (root.findtext("{http://www.w3.org/2000/svg}desc") or "")
    assert told == ["Picture copied as SVG"]


@pytest.mark.parametrize(
    ("name", "begins"), [("a.png", PNG), ("a.svg", b"<svg"), ("a.pdf", b"%PDF"), ("a", PNG)]
)
def test_the_ending_of_a_file_says_what_it_is(
    out: PictureOut, seen: Seen, tmp_path: Path, name: str, begins: bytes
) -> None:
    out._seen = seen
    out.save(tmp_path / name)

    assert (tmp_path / name).read_bytes().startswith(begins)


def test_without_a_picture_nothing_is_saved(out: PictureOut, tmp_path: Path) -> None:
    out.save(tmp_path / "a.png")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a.png", "a.svg", "a.pdf"])
@pytest.mark.qt_log_ignore("QPdfEngine|QPainter|QFile")
def test_a_place_that_cannot_be_written_to_is_told(
    out: PictureOut, seen: Seen, tmp_path: Path, name: str, told: list[object]
) -> None:
    out._seen = seen
    with pytest.raises(NotWrittenError):
        out.save(tmp_path / "missing" / name)
    out._on_place(str(tmp_path / "missing" / name))
    assert isinstance(told[-1], NotWrittenError)
    assert name in told[-1].message


def dialog_of(out: PictureOut) -> QFileDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    return dialog


def test_a_place_is_asked_for_and_said(
    out: PictureOut, seen: Seen, tmp_path: Path, told: list[object]
) -> None:
    out.do("save", seen)
    dialog = dialog_of(out)

    assert Path(dialog.selectedFiles()[0]).name == "crmo-sample.png"
    assert [words.rpartition("(")[2] for words in dialog.nameFilters()] == ["*.png)", "*.svg)", "*.pdf)"]
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert Path(dialog.selectedFiles()[0]).name == "crmo-sample.svg"
    dialog.fileSelected.emit(str(tmp_path / "bones.svg"))
    dialog.close()

    assert (tmp_path / "bones.svg").is_file()
    assert told == ["Saved as “bones.svg”"]


def test_paper_can_be_asked_for_at_once(out: PictureOut, seen: Seen) -> None:
    out.do("pdf", seen)
    dialog = dialog_of(out)
    assert Path(dialog.selectedFiles()[0]).name == "crmo-sample.pdf"
    dialog.close()


def test_on_paper_it_has_the_colours_of_paper_and_all_the_room(out: PictureOut, seen: Seen) -> None:
    scene, layout, look = out.on_paper(seen)

    assert look.theme.name == "print"
    room = printing.room(
        layout.pageSize(), is_landscape=layout.orientation() == QPageLayout.Orientation.Landscape
    )
    scale = printing.fitted(scene.size, room)
    assert scene.size.width() * scale <= room.width() + 0.5
    assert scene.size.height() * scale <= room.height() + 0.5
    assert scale > 0.8


def test_without_a_printer_it_is_said(
    out: PictureOut, seen: Seen, told: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise NoPrinterError

    monkeypatch.setattr(printing, "ask_printer", none)
    out.do("print", seen)

    assert isinstance(told[-1], UserError)
    assert "printer" in told[-1].message
    assert "PDF" in told[-1].hint


@pytest.mark.parametrize("answers", [True, False])
def test_what_was_asked_about_is_printed(
    out: PictureOut, seen: Seen, told: list[object], monkeypatch: pytest.MonkeyPatch, answers: bool
) -> None:
    printed: list[tuple[QPrinter, QSizeF]] = []

    def print_on(printer: QPrinter, size: QSizeF, _paint: object) -> None:
        if not answers:
            raise PrinterError
        printed.append((printer, size))

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    monkeypatch.setattr(printing, "print_on", print_on)
    out.do("print", seen)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QPrintDialog)
    printer = dialog.printer()
    dialog.accept()

    if answers:
        assert told == ["Sent to the printer"]
        assert printed == [(printer, out.on_paper(seen)[0].size)]
    else:
        assert isinstance(told[-1], PrinterError)


def test_a_table_is_copied_as_spreadsheets_take_it(out: PictureOut, seen: Seen, told: list[object]) -> None:
    out.do("table", seen)

    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == list(seen.picture.table.columns)
    assert lines[1].split("\t") == ["Fever", "Seldom", "Often"]
    assert lines[-2:] == [WORDS.sources, WORDS.edition]
    assert told == ["Table copied"]
