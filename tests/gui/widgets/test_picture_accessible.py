"""A picture for those who do not see it: a graphic with a name, and its places within."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.picture_accessible import MarkAccessible, PictureAccessible
from crmo_desktop.gui.widgets.picture_canvas import PictureCanvas
from tests.gui.conftest import Show
from tests.gui.hands import press
from tests.gui.sample_pictures import TARGET, SampleDrawer, picture_of_rows

Role, Text = QAccessible.Role, QAccessible.Text


@pytest.fixture
def canvas(look: Look, show: Show) -> PictureCanvas:
    canvas = PictureCanvas(look)
    canvas.set_room(500, 300)
    canvas.set_picture(partial(SampleDrawer().draw, picture_of_rows(), look), "Side by side", "Three rows.")
    show(canvas, 500, 600)
    return canvas


@pytest.fixture
def graphic(canvas: PictureCanvas) -> Iterator[PictureAccessible]:
    """As `assistive` makes and takes back: what Qt knows of must not outlive its picture."""
    made = canvas.accessible = PictureAccessible(canvas)
    yield made
    made.forget()
    canvas.accessible = None


def child(graphic: PictureAccessible, place: int) -> MarkAccessible:
    made = graphic.child(place)
    assert isinstance(made, MarkAccessible)
    return made


def nothing(ask: Callable[[], object]) -> bool:
    return ask() is None


def test_it_is_a_graphic_with_a_name_and_words(graphic: PictureAccessible) -> None:
    assert graphic.role() == Role.Graphic
    assert graphic.text(Text.Name) == "Side by side"
    assert graphic.text(Text.Description) == "Three rows."


def test_its_places_are_within(graphic: PictureAccessible) -> None:
    assert graphic.childCount() == 3
    assert [child(graphic, place).text(Text.Name) for place in range(3)] == [
        "Fever.",
        "Number of bones.",
        "Blood tests.",
    ]
    assert [child(graphic, place).role() for place in range(3)] == [Role.Link, Role.Link, Role.Graphic]
    assert graphic.child(3) is None
    assert graphic.indexOfChild(child(graphic, 1)) == 1
    assert graphic.indexOfChild(graphic) == -1
    assert child(graphic, 0) is child(graphic, 0)


def test_what_only_repeats_another_place_is_left_out(
    graphic: PictureAccessible, canvas: PictureCanvas
) -> None:
    first = canvas.scene().marks[0]
    again = replace(first, id="again", is_reached=False)
    canvas.scene().marks.append(again)
    canvas.scene().marks.append(replace(first, id="skull", name="Skull: no figure.", is_reached=False))

    names = [child(graphic, place).text(Text.Name) for place in range(graphic.childCount())]
    assert names == ["Fever.", "Number of bones.", "Blood tests.", "Skull: no figure."]


def test_a_place_is_where_it_is_drawn(graphic: PictureAccessible, canvas: PictureCanvas) -> None:
    place = child(graphic, 1)
    middle = place.rect().center()

    assert isinstance(place.rect(), QRect)
    assert graphic.childAt(middle.x(), middle.y()) is place
    assert graphic.childAt(-10, -10) is None
    assert not place.state().offscreen
    assert place.parent() is graphic
    assert place.isValid()


def test_a_place_has_nothing_within(graphic: PictureAccessible) -> None:
    place = child(graphic, 0)
    assert place.childCount() == 0
    for ask in (partial(place.child, 0), partial(place.childAt, 0, 0), place.focusChild, place.object):
        assert nothing(ask)
    assert place.indexOfChild(graphic) == -1
    assert place.text(Text.Description) == ""
    place.setText(Text.Name, "other")
    assert place.text(Text.Name) == "Fever."


def test_what_keys_have_come_to_has_the_focus(graphic: PictureAccessible, canvas: PictureCanvas) -> None:
    canvas.setFocus()
    assert graphic.focusChild() is None
    press(canvas, Qt.Key.Key_Right)

    assert graphic.focusChild() is child(graphic, 0)
    assert child(graphic, 0).state().focused
    assert not child(graphic, 1).state().focused
    assert child(graphic, 1).state().focusable


def test_a_place_can_be_pressed(graphic: PictureAccessible, canvas: PictureCanvas, qtbot: QtBot) -> None:
    place: QAccessibleInterface = child(graphic, 0)
    pressing = child(graphic, 0)._pressing
    assert pressing is not None
    assert pressing.actionNames() == [QAccessibleActionInterface.pressAction()]
    assert pressing.keyBindingsForAction("") == []

    with qtbot.waitSignal(canvas.target_chosen) as told:
        pressing.doAction(QAccessibleActionInterface.pressAction())
    assert told.args == [TARGET]
    with qtbot.assertNotEmitted(canvas.mark_chosen, wait=1):
        pressing.doAction("other")
    assert int(place.interface_cast(QAccessible.InterfaceType.ActionInterface)) != 0
    assert int(place.interface_cast(QAccessible.InterfaceType.TextInterface)) == 0


def test_places_of_a_picture_that_is_gone_are_no_longer_valid(
    graphic: PictureAccessible, canvas: PictureCanvas
) -> None:
    mark = canvas.scene().marks[0]
    assert graphic.has(graphic.accessible_of(mark))

    graphic.forget()

    assert not graphic._made


def test_nobody_is_told_where_nobody_listens(graphic: PictureAccessible, canvas: PictureCanvas) -> None:
    assert graphic.tell(canvas.scene().marks[0]) == QAccessible.isActive()
