"""Tests of `crmo_desktop.gui.drawing.hatch`."""

import pytest
from PySide6.QtGui import QColor, QImage, QPen

from crmo_desktop.gui.drawing.hatch import hatched

pytestmark = pytest.mark.usefixtures("qapp")
PEN = QPen(QColor("#000000"), 1.0)


def piece(ground: QColor, across: float = 1.0) -> QImage:
    return hatched(PEN, ground, 7.0, across).textureImage()


@pytest.mark.parametrize("across", [1.0, 1.5, 2.0, 3.0])
def test_it_goes_on_into_itself_at_every_scale(across: float) -> None:
    image = piece(QColor("#FFFFFF"), across)
    step, side = round(7 * across), image.width()

    assert side == image.height() >= 256
    assert side % step == 0
    for y in (0, 5, side - 1):
        row = [image.pixelColor(x, y).lightness() < 128 for x in range(side)]
        assert row == row[step:] + row[:step]
        assert set(row) == {True, False}
    assert image.pixelColor(4, 0) == image.pixelColor(3, 1), "at 45 degrees"


def test_the_ground_may_be_seen_through() -> None:
    assert not piece(QColor("#FFFFFF")).hasAlphaChannel()

    clear = piece(QColor(255, 255, 255, 0))
    alphas = {clear.pixelColor(x, 0).alpha() for x in range(14)}
    assert clear.hasAlphaChannel()
    assert min(alphas) == 0
    assert max(alphas) > 100


def test_it_is_drawn_in_pixels_of_the_screen() -> None:
    brush = hatched(PEN, QColor("#FFFFFF"), 7.0, 2.0)

    assert brush.transform().m11() == pytest.approx(0.5)
    assert brush.textureImage() == hatched(PEN, QColor("#FFFFFF"), 7.0, 2.0).textureImage()
