"""Talks on one screen and on two, held by keys only; screens come and go."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from crmo_desktop.domain.talk import Talk
from crmo_desktop.gui.presenter.held import HeldTalk
from crmo_desktop.gui.presenter.presenter import Presenter
from crmo_desktop.gui.presenter.screens import Place
from crmo_desktop.gui.presenter.stage import Stage
from tests.gui.hands import press_keys
from tests.gui.presenter.wall_samples import LAPTOP, PROJECTOR, SampleAwake, SampleScreens, talk


@pytest.fixture
def presenter(stage: Stage) -> Iterator[Presenter]:
    presenter = Presenter(stage)
    yield presenter
    presenter.end()


def begin(presenter: Presenter, held: Talk | None = None) -> HeldTalk:
    presenter.begin(held or talk())
    QApplication.processEvents()
    assert presenter.held is not None
    return presenter.held


def press(held: HeldTalk, *keys: str) -> None:
    """Press each where the keyboard is."""
    for key in keys:
        window = QApplication.activeWindow()
        assert window in (held.wall, held.console)
        press_keys(held.home(), key)


def where(held: HeldTalk) -> tuple[str, int]:
    return held.show.slide.title, held.show.state.step


SET_UPS = pytest.mark.parametrize("places", [(LAPTOP,), (LAPTOP, PROJECTOR)], ids=["one", "two"])


@SET_UPS
def test_a_talk_is_held_by_keys(
    places: tuple[Place, ...], presenter: Presenter, screens: SampleScreens, awake: SampleAwake
) -> None:
    screens.set_places(*places)
    held = begin(presenter)

    assert held.wall.geometry() == places[-1].rect
    assert (held.console is not None) == (len(places) == 2)
    seen = [where(held)]
    for key in ("Right", "Space", "PgDown", "Return"):
        press(held, key)
        seen.append(where(held))
    assert seen == [("First", 0), ("Built", 0), ("Built", 1), ("Built", 2), ("Live", 0)]
    press(held, "Left", "PgUp", "Backspace")
    assert where(held) == ("Built", 0)
    press(held, "End")
    assert where(held) == ("Last", 0)
    press(held, "Home")
    assert where(held) == ("First", 0)
    press(held, "5", "Return")
    assert where(held) == ("Last", 0)
    press(held, "Esc")
    assert presenter.held is None
    assert awake.asked == ["hold", "release"]
