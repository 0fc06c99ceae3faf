import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from crmo_desktop.gui.theme import NAMES, Look
from crmo_desktop.gui.widgets.call_out import paint_call_out, paint_ring
from tests.gui.conftest import LookOf

RECT = QRectF(10, 10, 80, 40)


def painted(role: str, look: Look) -> QImage:
    image = QImage(100, 60, QImage.Format.Format_RGB32)
    image.fill(look.colour("page"))
    painter = QPainter(image)
    paint_call_out(painter, RECT, role, look)
    painter.end()
    return image


@pytest.mark.parametrize("role", ["key", "red", "caution", "evidence", "unknown"])
@pytest.mark.parametrize("name", ["light", "dark", "sepia"])
def test_a_call_out_is_a_tint_with_a_bar_at_its_left(name: str, role: str, look_of: LookOf) -> None:
    look = look_of(name)

    image = painted(role, look)

    assert image.pixelColor(12, 30) == look.colour(f"{role}_bar")
    assert image.pixelColor(50, 30) == look.colour(f"{role}_bg")
    assert image.pixelColor(5, 30) == image.pixelColor(95, 30) == look.colour("page")
    assert image.pixelColor(10, 10) == look.colour("page"), "corners are round"


@pytest.mark.parametrize("name", ["hc_black", "hc_white"])
def test_in_high_contrast_it_is_a_frame_with_a_bar(name: str, look_of: LookOf) -> None:
    look = look_of(name)

    image = painted("red", look)

    assert image.pixelColor(12, 30) == look.colour("red_bar")
    assert image.pixelColor(50, 30) == look.colour("page")
    assert image.pixelColor(50, 11) == look.colour("red_bar")
    assert image.pixelColor(88, 30) == look.colour("red_bar")


@pytest.mark.parametrize("name", NAMES)
def test_the_painter_is_left_as_it_was(name: str, look_of: LookOf) -> None:
    image = QImage(100, 60, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    pen = painter.pen()

    paint_call_out(painter, RECT, "key", look_of(name))

    assert painter.pen() == pen
    assert not painter.hasClipping()
    painter.end()


@pytest.mark.parametrize(("name", "size"), [("light", 100), ("light", 150), ("hc_black", 100)])
def test_a_ring_goes_round_each_line_of_words(name: str, size: int, look_of: LookOf) -> None:
    look = look_of(name, size)
    image = QImage(100, 80, QImage.Format.Format_RGB32)
    image.fill(look.colour("page"))
    painter = QPainter(image)

    paint_ring(painter, [QRect(10, 10, 60, 15), QRect(10, 50, 30, 15)], look)
    painter.end()

    for x, y in ((40, 9), (25, 49)):
        assert image.pixelColor(x, y) == look.colour("focus")
    for x, y in ((40, 18), (25, 58), (80, 40)):
        assert image.pixelColor(x, y) == look.colour("page"), "the words themselves are not covered"
