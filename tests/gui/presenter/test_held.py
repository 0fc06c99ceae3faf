"""Tests of `crmo_desktop.gui.presenter.held`."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.presenter.held import HeldTalk
from crmo_desktop.gui.presenter.show import Tool
from crmo_desktop.gui.presenter.stage import Stage
from tests.gui.hands import picture_of
from tests.gui.presenter.wall_samples import LAPTOP, PROJECTOR, SampleScreens, talk


@pytest.fixture
def held(stage: Stage) -> Iterator[HeldTalk]:
    parent = QObject()
    held = HeldTalk(talk(), stage, parent)
    held.place()
    yield held
    held.close()


def test_the_room_is_as_it_was_set(stage: Stage) -> None:
    stage.preferences.room_theme, stage.preferences.room_type = "dark", 2
    stage.preferences.room_builds = False
    parent = QObject()
    held = HeldTalk(talk(), stage, parent)

    room = held.show.deck.room
    assert (room.theme, room.type_step, room.builds) == ("dark", 2, False)
    assert room.width == 1229.0
    assert held.show.deck.slides[1].steps == 1
    held.close()


def test_what_is_changed_in_the_talk_is_kept(held: HeldTalk, stage: Stage) -> None:
    held.keys.next_theme()
    held.keys.next_theme()

    assert stage.preferences.room_theme == "contrast"


def test_the_pen_is_seen_in_every_room(held: HeldTalk, stage: Stage) -> None:
    for theme in ("light", "dark", "contrast"):
        held.show.set_room(held.show.deck.room._replace(theme=theme))
        held.show.set_tool(Tool.DRAW)
        held.hand.move_to(QPointF(100, 100))
        held.hand.press()
        held.hand.move_to(QPointF(400, 100))
        held.hand.lift()
        before = picture_of(held.wall)
        held.hand.clear()
        assert picture_of(held.wall) != before
        held.show.set_tool(Tool.DRAW)


def test_the_console_points_and_draws_on_the_wall(held: HeldTalk, screens: SampleScreens) -> None:
    screens.set_places(LAPTOP, PROJECTOR)
    console = held.console
    assert console is not None

    held.show.set_tool(Tool.DRAW)
    for kind, place in (("move", (90, 90)), ("press", (100, 100)), ("move", (300, 100)), ("release", (0, 0))):
        console.pointed.emit(kind, QPointF(*place))
    assert held.hand.strokes() == ((QPointF(100, 100), QPointF(300, 100)),)
    console.pointed.emit("press", QPointF(500, 500))
    console.pointed.emit("leave", QPointF(0, 0))
    assert not held.hand.is_down


def test_the_console_shows_what_is_typed_and_swaps(held: HeldTalk, screens: SampleScreens) -> None:
    screens.set_places(LAPTOP, PROJECTOR)
    console = held.console
    assert console is not None

    console.swap_wanted.emit()

    assert held.wall.geometry() == LAPTOP.rect
    assert console.geometry() == PROJECTOR.rect
    assert held.home() is console


def test_own_notes_are_of_the_part_and_of_the_slide(held: HeldTalk, stage: Stage) -> None:
    slides = held.show.deck.slides
    stage.own.slide_notes.write(slides[0].matter.key, Audience.PATIENT, "Wait for silence.")

    assert held.own_notes(slides[0].matter) == ("Wait for silence.",)
    assert held.own_notes(slides[1].matter) == ()
    assert held.own_notes(slides[4].matter) == ("Stand up.",)


def test_after_the_end_screens_change_nothing(held: HeldTalk, screens: SampleScreens) -> None:
    held.wall.hide()
    screens.changed.disconnect(held.place)
    screens.set_places(LAPTOP, PROJECTOR)
    QApplication.processEvents()

    assert held.console is None
    screens.changed.connect(held.place)


def test_a_window_that_is_not_where_it_belongs_is_put_there_again(
    held: HeldTalk, screens: SampleScreens, qtbot: QtBot
) -> None:
    screens.set_places(LAPTOP, PROJECTOR)
    console = held.console
    assert console is not None
    console.hide()  # as if the window manager had lost it

    qtbot.waitUntil(console.isVisible)
    assert console.geometry() == LAPTOP.rect


def test_it_gives_up_where_that_does_not_help(
    held: HeldTalk, screens: SampleScreens, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[bool] = []
    screens.set_places(LAPTOP, PROJECTOR)
    monkeypatch.setattr("crmo_desktop.gui.presenter.held.is_on", lambda *_: tried.append(True))
    held._again.setInterval(0)
    held.place()

    qtbot.waitUntil(lambda: bool(tried) and not held._again.isActive())
    assert len(tried) < 20
