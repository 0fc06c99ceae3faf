"""A picture under hands: keys from place to place, a pointer that names and moves, a wheel with Ctrl."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.drawing.scene import Mark
from crmo_desktop.gui.theme import NAMES, Look
from crmo_desktop.gui.widgets.picture_canvas import PictureCanvas
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import NO_KEY, click, press, wheel
from tests.gui.sample_pictures import TARGET, SampleDrawer, picture_of_rows, picture_without_marks

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Frame(QWidget):
    """A picture between two fields."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.before, self.canvas, self.after = QLineEdit(self), PictureCanvas(look, self), QLineEdit(self)
        layout = QVBoxLayout(self)
        for part in (self.before, self.canvas, self.after):
            layout.addWidget(part)
        draw = partial(SampleDrawer().draw, picture_of_rows(), look)
        self.canvas.set_room(500, 260)
        self.canvas.set_picture(draw, "Side by side", "Three rows.")


@pytest.fixture
def frame(look: Look, show: Show) -> Frame:
    frame = Frame(look)
    show(frame, 560, 700)
    return frame


def ids(canvas: PictureCanvas) -> list[str]:
    return [mark.id for mark in canvas.reachable()]


def reached(canvas: PictureCanvas) -> str:
    mark = canvas.reached()
    return "" if mark is None else mark.id


def centre(canvas: PictureCanvas, place: int) -> QPoint:
    return canvas.place_of(canvas.scene().marks[place].ring).center().toPoint()


# --- keys


def test_tab_goes_through_the_places_and_on(frame: Frame) -> None:
    canvas = frame.canvas
    frame.before.setFocus()

    seen = []
    for _ in range(3):
        press(frame, Key.Key_Tab)
        assert canvas.hasFocus()
        seen.append(reached(canvas))
    press(frame, Key.Key_Tab)

    assert seen == ids(canvas) == ["row0", "row1", "row2"]
    assert frame.after.hasFocus()
    assert canvas.reached() is None


def test_shift_tab_comes_from_behind(frame: Frame) -> None:
    canvas = frame.canvas
    frame.after.setFocus()

    press(frame, Key.Key_Backtab, SHIFT)
    assert reached(canvas) == "row2"
    for _ in range(3):
        press(frame, Key.Key_Backtab, SHIFT)
    assert frame.before.hasFocus()


def test_a_picture_without_places_is_one_step(frame: Frame, look: Look) -> None:
    frame.canvas.set_picture(partial(SampleDrawer().draw, picture_without_marks(), look), "Bare", "")
    frame.before.setFocus()

    press(frame, Key.Key_Tab)
    assert frame.canvas.hasFocus()
    press(frame, Key.Key_Tab)
    assert frame.after.hasFocus()


def test_arrows_go_from_place_to_place_and_stay_at_the_ends(frame: Frame) -> None:
    canvas = frame.canvas
    canvas.setFocus()
    assert canvas.reached() is None, "only keys bring the ring"

    for key, there in (
        (Key.Key_Right, "row0"), (Key.Key_Down, "row1"), (Key.Key_Right, "row2"), (Key.Key_Right, "row2"),
        (Key.Key_Left, "row1"), (Key.Key_Up, "row0"), (Key.Key_Up, "row0"), (Key.Key_End, "row2"),
        (Key.Key_Home, "row0"),
    ):  # fmt: skip
        press(frame, key)
        assert reached(canvas) == there


def test_each_place_is_told_and_its_ring_too(frame: Frame) -> None:
    canvas = frame.canvas
    told: list[Mark | None] = []
    rings: list[QRect] = []
    canvas.mark_reached.connect(told.append)
    canvas.ring_moved.connect(rings.append)
    canvas.setFocus()

    press(frame, Key.Key_Right)
    frame.after.setFocus()

    assert [mark and mark.id for mark in told] == ["row0", None]
    ring = canvas.place_of(canvas.scene().marks[0].ring)
    assert QRectF(rings[0]).contains(ring)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_enter_and_space_open_what_has_the_ring(frame: Frame, key: Key) -> None:
    canvas = frame.canvas
    chosen: list[str] = []
    opened: list[str] = []
    canvas.mark_chosen.connect(chosen.append)
    canvas.target_chosen.connect(opened.append)
    canvas.setFocus()

    press(frame, key)
    assert not chosen, "nothing has the ring"
    press(frame, Key.Key_Right)
    press(frame, key)
    press(frame, Key.Key_End)
    press(frame, key)

    assert chosen == ["row0", "row2"]
    assert opened == [TARGET], "the last leads nowhere"


def test_signs_change_the_size_and_shift_moves(frame: Frame) -> None:
    canvas = frame.canvas
    canvas.setFocus()

    press(frame, Key.Key_Plus)
    press(frame, Key.Key_Equal)
    assert canvas.zoom() == 1.5
    press(frame, Key.Key_Down, SHIFT)
    assert canvas.place()[1] > 0
    press(frame, Key.Key_Minus)
    press(frame, Key.Key_0)
    assert (canvas.zoom(), canvas.place()) == (1.0, (0, 0))


def test_keys_with_ctrl_are_not_its_own(frame: Frame) -> None:
    frame.canvas.setFocus()
    press(frame, Key.Key_Right, CTRL)
    assert frame.canvas.reached() is None


def test_what_is_out_of_sight_is_brought_into_sight(frame: Frame) -> None:
    canvas = frame.canvas
    canvas.set_zoom(3.0)
    canvas.setFocus()

    for key in (Key.Key_End, Key.Key_Home):
        press(frame, key)
        mark = canvas.reached()
        assert mark is not None
        ring = canvas.place_of(mark.ring)
        assert QRectF(canvas.viewport().rect()).contains(ring.topLeft())


def test_a_ring_from_outside_is_silent(frame: Frame, qtbot: QtBot) -> None:
    canvas = frame.canvas
    with qtbot.assertNotEmitted(canvas.mark_reached, wait=1):
        canvas.ring_mark("row1")
    ringed = canvas.ringed()
    assert ringed is not None
    assert ringed.id == "row1"
    assert canvas.reached() is None, "the keyboard is elsewhere"
    canvas.ring_mark("")
    assert canvas.ringed() is None
    canvas.ring_mark("no such")
    assert canvas.ringed() is None


def test_drawn_again_the_place_keeps_its_ring(frame: Frame, look: Look) -> None:
    canvas = frame.canvas
    canvas.setFocus()
    press(frame, Key.Key_End)

    canvas.set_room(420, 260)
    assert reached(canvas) == "row2"
    canvas.set_picture(partial(SampleDrawer().draw, picture_of_rows(), look), "Rows again", "")
    assert canvas.ringed() is None, "another picture, though its places are called the same"


@pytest.mark.parametrize("name", NAMES)
def test_the_ring_is_seen_in_every_theme(frame: Frame, look_of: LookOf, name: str) -> None:
    look = look_of(name)
    frame.canvas.set_look(look)
    frame.canvas.setFocus()
    press(frame, Key.Key_Home)

    mark = frame.canvas.reached()
    assert mark is not None
    ring = frame.canvas.place_of(mark.ring)
    image = frame.canvas.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    middle = ring.center()
    for x, y in (
        (middle.x(), ring.top() - 3),
        (middle.x(), ring.bottom() + 3),
        (ring.left() - 3, middle.y()),
    ):
        assert image.pixelColor(round(x * ratio), round(y * ratio)) == look.colour("focus")


# --- the pointer


def test_the_pointer_names_what_it_is_on(frame: Frame) -> None:
    canvas = frame.canvas
    told: list[str] = []
    canvas.mark_pointed.connect(lambda mark: told.append("" if mark is None else mark.name))

    QTest.mouseMove(canvas.viewport(), centre(canvas, 1))
    assert told == ["Number of bones."]
    assert [mark.id for mark in canvas.marked()] == ["row1"]
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(canvas.viewport(), centre(canvas, 1) + QPoint(0, 80))
    assert told == ["Number of bones.", ""]
    QTest.mouseMove(canvas.viewport(), centre(canvas, 2))
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor, "it leads nowhere"


def test_a_click_opens(frame: Frame) -> None:
    canvas = frame.canvas
    opened: list[str] = []
    canvas.target_chosen.connect(opened.append)

    click(canvas.viewport(), centre(canvas, 0))
    click(canvas.viewport(), centre(canvas, 0) + QPoint(0, 80))

    assert opened == [TARGET]


def test_a_picture_made_larger_is_dragged_and_nothing_is_opened(frame: Frame, qtbot: QtBot) -> None:
    canvas = frame.canvas
    canvas.set_place(3.0, (300, 100))
    start, view = centre(canvas, 0), canvas.viewport()
    start = QPoint(min(max(start.x(), 50), 400), min(max(start.y(), 50), 200))

    with qtbot.assertNotEmitted(canvas.mark_chosen, wait=1):
        QTest.mousePress(view, Qt.MouseButton.LeftButton, NO_KEY, start)
        QTest.mouseMove(view, start + QPoint(-40, -30))
        assert view.cursor().shape() == Qt.CursorShape.ClosedHandCursor
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, NO_KEY, start + QPoint(-40, -30))

    assert canvas.place() == (340, 130)


def test_the_wheel_changes_the_size_with_ctrl_only(frame: Frame) -> None:
    canvas = frame.canvas
    wheel(canvas.viewport(), 120, CTRL)
    assert canvas.zoom() > 1
    wheel(canvas.viewport(), -120, CTRL)
    assert canvas.zoom() == 1
    wheel(canvas.viewport(), -120)
    assert canvas.zoom() == 1


def test_the_wheel_scrolls_the_page_round_a_picture_that_fits(look: Look, show: Show, qtbot: QtBot) -> None:
    area = QScrollArea()
    canvas = PictureCanvas(look)
    canvas.set_room(400, 200)
    canvas.set_picture(partial(SampleDrawer().draw, picture_of_rows(), look), "Rows", "")
    area.setWidget(canvas)
    show(area, 440, 200)

    middle = area.rect().center()
    QTest.wheelEvent(area.windowHandle(), QPointF(middle), QPoint(0, -120))
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)


def test_what_lies_over_another_is_pointed_at(frame: Frame) -> None:
    mark = frame.canvas.mark_at(QPointF(centre(frame.canvas, 2)))
    assert mark is not None
    assert mark.id == "row2"
    assert frame.canvas.mark_at(QPointF(2, 2)) is None
