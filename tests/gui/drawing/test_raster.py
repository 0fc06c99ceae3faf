"""A scene as pixels."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage

from crmo_desktop.gui.drawing.raster import FOR_PAPER, FOR_SCREENS, image_of
from crmo_desktop.gui.drawing.scene import Scene, box
from tests.gui.conftest import LookOf


def half() -> Scene:
    """The left half is full."""
    scene = Scene(QSizeF(40, 20))
    scene.shape(box(QRectF(0, 0, 20, 20)), fill="accent")
    return scene


def test_a_scene_is_painted_in_the_colours_of_the_look(look_of: LookOf) -> None:
    for name in ("light", "print"):
        look = look_of(name)
        image = image_of(half(), look, FOR_SCREENS, {})

        assert (image.width(), image.height()) == (80, 40)
        assert image.pixelColor(10, 20).name().upper() == look.name_of("accent").upper()
        assert image.pixelColor(70, 20).name().upper() == look.name_of("page").upper()


def test_a_file_for_paper_has_300_dots_to_the_inch(look_of: LookOf) -> None:
    image = image_of(half(), look_of("light"), FOR_PAPER, {})

    assert image.width() == 125
    assert round(image.dotsPerMeterX() * 0.0254) == 300


def test_a_png_tells_what_it_is(look_of: LookOf, tmp_path: Path) -> None:
    told = {"Title": "Bone map", "Source": "d'Angelo P, 2021"}
    file = tmp_path / "half.png"

    image_of(half(), look_of("light"), 1.0, told).save(str(file))

    read = QImage(str(file))
    assert {key: read.text(key) for key in read.textKeys()} == told
