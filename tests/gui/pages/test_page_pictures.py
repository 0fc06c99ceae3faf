"""Tests of `crmo_desktop.gui.pages.page_pictures`."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtWidgets import QApplication

from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import PictureId
from crmo_desktop.domain.picture import Picture
from crmo_desktop.gui.drawing.drawer import Drawer
from crmo_desktop.gui.drawing.scene import Scene, View, box
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages.page_pictures import PagePictures
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import LookOf


class Edition:
    """Has one drawing, one file, and nothing else."""

    def figure(self, id: PictureId) -> str:
        if id != "team":
            raise UserError("There is no such picture.", hint="Look for another.")
        return "the team"

    def picture(self, name: str) -> bytes | None:
        space = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 6"'
        files = {"hand.svg": f'<svg {space}><rect width="10" height="6" fill="#0000ff"/></svg>'.encode()}
        return files.get(name)


class Pencil:
    """Draws every picture as a block that is half as high as wide."""

    def __init__(self) -> None:
        self.widths: list[float] = []

    def draw(self, _picture: Picture, _look: Look, width: float, _view: View | None = None) -> Scene:
        self.widths.append(width)
        scene = Scene(QSizeF(width, width / 2))
        scene.shape(box(QRectF(0, 0, width, width / 2)), fill="accent")
        return scene


@pytest.fixture
def pencil() -> Pencil:
    return Pencil()


@pytest.fixture
def pictures(pencil: Pencil, icons: IconShelf, qapp: QApplication) -> PagePictures:
    return PagePictures(cast("ReadingService", Edition()), icons, lambda: cast("Drawer", pencil))


@pytest.mark.parametrize(("size", "ratio"), [(100, 1.0), (200, 1.0), (150, 2.0)])
def test_a_drawing_fills_the_column_with_words_as_large_as_the_pages(
    pictures: PagePictures, pencil: Pencil, look_of: LookOf, size: int, ratio: float
) -> None:
    look = look_of("dark", size)

    drawn = pictures.pixmap("pic:figure:team", look, 600, ratio)

    assert drawn is not None
    assert (drawn.width(), drawn.height()) == (600 * ratio, 300 * ratio)
    assert drawn.deviceIndependentSize() == QSizeF(600, 300)
    assert pencil.widths == [600 / (size / 100)]
    assert drawn.toImage().pixelColor(300, 100).name() == look.colour("accent").name()


def test_files_and_icons_are_drawn_too(pictures: PagePictures, look: Look) -> None:
    file = pictures.pixmap("pic:hand.svg", look, 200, 1.0)
    icon, tick = (pictures.pixmap(f"ic:{name}:text", look, 200, 1.0) for name in ("bone", "square"))

    assert file is not None
    assert file.toImage().pixelColor(100, 60).name() == "#0000ff"
    assert icon is not None
    assert tick is not None
    assert (icon.width(), tick.width()) == (20, 18)


@pytest.mark.parametrize("name", ["pic:figure:x-ray", "pic:foot.png", "http:logo", "figure:team"])
def test_what_is_not_there_is_left_out(pictures: PagePictures, look: Look, name: str) -> None:
    assert pictures.pixmap(name, look, 600, 1.0) is None


def test_without_a_drawer_there_are_no_drawings(icons: IconShelf, look: Look, tmp_path: Path) -> None:
    plain = PagePictures(cast("ReadingService", Edition()), icons)

    assert plain.pixmap("pic:figure:team", look, 600, 1.0) is None
