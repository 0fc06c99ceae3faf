"""Tests of `crmo_desktop.gui.presenter.stage`."""

from crmo_desktop.domain.talk import Talk
from crmo_desktop.gui.presenter.presenter import Presenter
from crmo_desktop.gui.presenter.stage import Stage
from crmo_desktop.gui.slides.deck import Deck
from crmo_desktop.gui.slides.slide import Room
from tests.gui.presenter.wall_samples import LAPTOP, deck, talk


def test_slides_are_made_by_what_the_stage_has(stage: Stage) -> None:
    made: list[tuple[Talk, Room]] = []

    def make(talk: Talk, room: Room) -> Deck:
        made.append((talk, room))
        return deck(talk, room)

    presenter, held = Presenter(stage._replace(make=make)), talk()
    presenter.begin(held)
    presenter.end()

    assert [talk for talk, _ in made] == [held]
    assert {room.width for _, room in made} == {1229.0}
    assert stage.screens.places() == (LAPTOP,)
