"""Tests of `crmo_desktop.gui.presenter.hand`."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from crmo_desktop.gui.presenter.hand import LIGHT, Hand
from crmo_desktop.gui.presenter.show import Show, Tool
from tests.gui.hands import colours_in

WHOLE = QRectF(0, 0, 1280, 720)
INK = QColor("#ff0000")


def line(hand: Hand, *places: tuple[float, float]) -> None:
    """Draw or rub out from place to place."""
    first, *others = places
    hand.move_to(QPointF(*first))
    hand.press()
    for place in others:
        hand.move_to(QPointF(*place))
    hand.lift()


def is_down(hand: Hand) -> bool:
    return hand.is_down


def painted(hand: Hand) -> QImage:
    image = QImage(1280, 720, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    hand.paint(painter, INK, WHOLE)
    painter.end()
    return image


@pytest.fixture
def pen(hand: Hand, running: Show) -> Hand:
    running.set_tool(Tool.DRAW)
    return hand


def test_it_stays_on_the_slide(hand: Hand) -> None:
    hand.move_to(QPointF(-50, 9000))

    assert hand.place == QPointF(0, 720)


def test_without_a_tool_nothing_is_drawn(hand: Hand) -> None:
    line(hand, (10, 10), (20, 20))

    assert hand.strokes() == ()
    assert set(colours_in(painted(hand))) == {"#ffffff"}


def test_a_line_is_seen_while_it_is_drawn_and_after(pen: Hand) -> None:
    pen.move_to(QPointF(100, 100))
    pen.press()
    pen.move_to(QPointF(300, 100))
    assert is_down(pen)
    assert len(pen.strokes()) == 1
    pen.lift()
    assert not is_down(pen)

    assert pen.strokes() == ((QPointF(100, 100), QPointF(300, 100)),)
    assert painted(pen).pixelColor(200, 100) == INK


def test_a_dot_is_a_line(pen: Hand) -> None:
    line(pen, (600, 600))

    pen.move_to(QPointF(0, 0))
    assert painted(pen).pixelColor(600, 600) == INK


def test_each_slide_keeps_its_own(pen: Hand, running: Show) -> None:
    line(pen, (100, 100), (300, 100))
    running.forward()
    assert pen.strokes() == ()
    running.back()
    assert len(pen.strokes()) == 1


def test_lines_wait_until_words_have_their_size_again(pen: Hand, running: Show) -> None:
    line(pen, (100, 100), (300, 100))
    running.set_type_step(2)
    assert pen.strokes() == ()
    running.set_type_step(0)
    assert len(pen.strokes()) == 1


def test_the_next_slide_takes_the_pen_up(pen: Hand, running: Show) -> None:
    pen.press()
    running.forward()

    assert not is_down(pen)
    running.back()
    assert len(pen.strokes()) == 1


def test_what_is_touched_is_rubbed_out(pen: Hand, running: Show) -> None:
    line(pen, (100, 100), (300, 100))
    line(pen, (100, 400), (300, 400))
    running.set_tool(Tool.ERASE)
    line(pen, (200, 90))
    assert len(pen.strokes()) == 1
    line(pen, (900, 90))
    assert len(pen.strokes()) == 1
    pen.undo()
    pen.undo()
    assert len(pen.strokes()) == 2


def test_undoing_goes_back_line_by_line_on_any_slide(pen: Hand, running: Show) -> None:
    line(pen, (100, 100), (300, 100))
    line(pen, (100, 400), (300, 400))
    running.forward()
    pen.undo()
    running.back()
    assert len(pen.strokes()) == 1
    pen.undo()
    pen.undo()
    assert pen.strokes() == ()


def test_all_is_rubbed_out_and_had_back(pen: Hand) -> None:
    pen.clear()
    line(pen, (100, 100), (300, 100))
    line(pen, (100, 400), (300, 400))
    pen.clear()
    assert pen.strokes() == ()
    pen.undo()
    assert len(pen.strokes()) == 2


def test_a_light_leaves_a_place_clear(hand: Hand, running: Show) -> None:
    running.set_tool(Tool.SPOTLIGHT)
    hand.move_to(QPointF(300, 300))
    seen = painted(hand)

    assert seen.pixelColor(300, 300) == Qt.GlobalColor.white
    assert seen.pixelColor(300 + round(LIGHT) - 5, 300) == Qt.GlobalColor.white
    assert seen.pixelColor(300 + round(LIGHT), 300) == INK
    assert seen.pixelColor(300 + round(LIGHT) + 5, 300).lightness() < 120


@pytest.mark.parametrize("tool", [Tool.DRAW, Tool.ERASE])
def test_pen_and_eraser_show_where_they_are(tool: Tool, hand: Hand, running: Show) -> None:
    running.set_tool(tool)
    hand.move_to(QPointF(300, 300))

    assert colours_in(painted(hand))[INK.name()] > 20


def test_steps_by_key(pen: Hand) -> None:
    before = pen.place
    pen.step(1, 0, is_pressed=True)
    pen.step(1, 0, is_pressed=True)
    pen.step(0, 1, is_pressed=False)

    assert pen.place.x() > before.x()
    assert len(pen.strokes()) == 1
    assert len(pen.strokes()[0]) == 3


def test_another_tool_begins_in_the_air(pen: Hand, running: Show) -> None:
    pen.step(1, 0, is_pressed=True)
    running.set_tool(Tool.ERASE)

    assert not is_down(pen)
    assert len(pen.strokes()) == 1
    pen.step(-1, 0, is_pressed=True)
    assert pen.strokes() == ()
