"""Talks on one screen and on two, held by keys only; screens come and go."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

from crmo_desktop.domain.talk import Talk
from crmo_desktop.gui.presenter.held import HeldTalk
from crmo_desktop.gui.presenter.overlay import KeysOverlay, NotesOverlay
from crmo_desktop.gui.presenter.overview import Overview
from crmo_desktop.gui.presenter.presenter import Presenter
from crmo_desktop.gui.presenter.screens import Place
from crmo_desktop.gui.presenter.show import Cover
from crmo_desktop.gui.presenter.stage import Stage
from tests.gui.conftest import ROOT
from tests.gui.hands import colours_in, picture_of, press_keys
from tests.gui.presenter.wall_samples import (
    LAPTOP,
    PROJECTOR,
    SampleAwake,
    SampleScreens,
    SampleSlide,
    talk,
)

BIGGER = Place("bigger", QRect(1024, 0, 1280, 720))
ONE, TWO = (LAPTOP,), (LAPTOP, PROJECTOR)
SET_UPS = pytest.mark.parametrize("places", [ONE, TWO], ids=["one screen", "two screens"])


@pytest.fixture
def presenter(stage: Stage) -> Iterator[Presenter]:
    presenter = Presenter(stage)
    yield presenter
    presenter.end()


class Watch:
    """Looks, at every change, that nothing but the wall is on the wall's screen."""

    def __init__(self, held: HeldTalk, screens: SampleScreens) -> None:
        self._held, self._screens = held, screens
        self.looks = 0

    def look(self) -> None:
        QApplication.processEvents()
        self.looks += 1
        held, wall = self._held, self._held.wall
        assert wall.isVisible()
        assert wall.geometry() in [place.rect for place in self._screens.places()]
        console = held.console
        if console is not None and console.isVisible():
            assert not console.geometry().intersects(wall.geometry())
        if len(self._screens.places()) == 1:
            assert console is None or not console.isVisible()
        else:
            assert console is not None
            assert console.isVisible()
            assert not [part for part in wall.findChildren(QWidget) if part.isVisible()]
        assert held.home().isActiveWindow()


def begin(presenter: Presenter, *, held: Talk | None = None) -> HeldTalk:
    presenter.begin(held or talk())
    QApplication.processEvents()
    assert presenter.held is not None
    return presenter.held


def press(held: HeldTalk, *keys: str) -> None:
    """Press each where the keyboard is."""
    for key in keys:
        press_keys(held.home(), key)


def where(held: HeldTalk) -> tuple[str, int]:
    return held.show.slide.title, held.show.state.step


def part(held: HeldTalk, kind: type[QWidget]) -> QWidget | None:
    """What of a kind lies over the trainer's window."""
    return next((each for each in held.home().findChildren(kind) if each.isVisible()), None)


@SET_UPS
def test_a_talk_is_held_by_keys(
    places: tuple[Place, ...], presenter: Presenter, screens: SampleScreens, awake: SampleAwake
) -> None:
    screens.set_places(*places)
    held = begin(presenter)
    watch = Watch(held, screens)
    watch.look()
    assert held.wall.geometry() == places[-1].rect
    assert (held.console is not None) == (len(places) == 2)

    seen = [where(held)]
    for key in ("Right", "Space", "PgDown", "Return", "Left", "PgUp", "Backspace", "End", "Home"):
        press(held, key)
        watch.look()
        seen.append(where(held))

    first, built, live = ("First", 0), [("Built", 0), ("Built", 1), ("Built", 2)], ("Live", 0)
    assert seen == [first, *built, live, built[2], built[1], built[0], ("Last", 0), first]
    press(held, "5", "Return")
    assert where(held) == ("Last", 0)
    press(held, "Esc")
    assert presenter.held is None
    assert awake.asked == ["hold", "release"]


@SET_UPS
def test_the_wall_shows_the_slide_and_nothing_else(
    places: tuple[Place, ...], presenter: Presenter, screens: SampleScreens
) -> None:
    screens.set_places(*places)
    held = begin(presenter)

    press(held, "PgDown")
    slide = held.show.slide
    assert isinstance(slide, SampleSlide)
    assert set(colours_in(picture_of(held.wall))) <= {slide.ground.name(), "#000000"}
    press(held, "B")
    assert held.show.cover == Cover.BLACK
    assert set(colours_in(picture_of(held.wall))) == {"#000000"}


@SET_UPS
def test_all_slides_are_gone_through_by_keys(
    places: tuple[Place, ...], presenter: Presenter, screens: SampleScreens
) -> None:
    screens.set_places(*places)
    held = begin(presenter)
    watch = Watch(held, screens)

    press(held, "O")
    assert part(held, Overview) is not None
    if places is TWO:
        watch.look()
    press(held, "Right", "Right", "Return")
    assert where(held) == ("Live", 0)
    assert part(held, Overview) is None
    press(held, "O", "Esc")
    assert part(held, Overview) is None
    press(held, "Right")
    assert where(held) == ("Asked", 0)


@SET_UPS
def test_the_keys_are_listed(places: tuple[Place, ...], presenter: Presenter, screens: SampleScreens) -> None:
    screens.set_places(*places)
    held = begin(presenter)

    press(held, "F1")
    assert part(held, KeysOverlay) is not None
    press(held, "Esc")
    assert part(held, KeysOverlay) is None
    press(held, "F1", "F1")
    assert part(held, KeysOverlay) is None
    assert presenter.held is held


def test_notes_lie_over_the_one_screen_only_while_a_key_says_so(presenter: Presenter) -> None:
    held = begin(presenter)
    assert part(held, NotesOverlay) is None

    press(held, "S")
    assert part(held, NotesOverlay) is not None
    press(held, "Right")
    assert part(held, NotesOverlay) is not None
    press(held, "S")
    assert part(held, NotesOverlay) is None


def test_with_a_console_no_notes_lie_over_anything(presenter: Presenter, screens: SampleScreens) -> None:
    screens.set_places(*TWO)
    held = begin(presenter)
    press(held, "S")

    assert part(held, NotesOverlay) is None
    Watch(held, screens).look()


def test_a_projector_is_plugged_in_and_pulled_out(presenter: Presenter, screens: SampleScreens) -> None:
    held = begin(presenter)
    watch, wall = Watch(held, screens), held.wall
    press(held, "Right", "Right")

    for places in (TWO, ONE, TWO, (LAPTOP, BIGGER), (PROJECTOR,), TWO):
        screens.set_places(*places)
        watch.look()
        assert presenter.held is held
        assert held.wall is wall
        assert where(held) == ("Built", 1)
        press(held, "Right")
        assert where(held) == ("Built", 2)
        press(held, "Left")

    assert held.show.deck.room.width == 960.0


def test_what_lies_over_the_trainers_window_goes_along(presenter: Presenter, screens: SampleScreens) -> None:
    held = begin(presenter)
    press(held, "S", "F1", "O")
    screens.set_places(*TWO)
    Watch(held, screens).look()

    assert part(held, Overview) is not None
    assert part(held, KeysOverlay) is not None
    press(held, "Esc", "Esc")
    assert part(held, KeysOverlay) is None
    assert part(held, Overview) is None
    screens.set_places(*ONE)
    assert part(held, NotesOverlay) is None
    press(held, "O")
    screens.set_places(*TWO)
    screens.set_places(*ONE)
    assert part(held, Overview) is not None


def test_screens_that_show_the_same_have_no_console(presenter: Presenter, screens: SampleScreens) -> None:
    held = begin(presenter)
    screens.set_places(LAPTOP)

    assert held.console is None


def test_wall_and_console_change_screens_now_and_the_next_time(
    presenter: Presenter, screens: SampleScreens, stage: Stage
) -> None:
    screens.set_places(*TWO)
    held = begin(presenter)
    watch = Watch(held, screens)

    press(held, "X")
    watch.look()
    assert held.wall.geometry() == LAPTOP.rect
    press(held, "Esc")
    held = begin(presenter)
    assert held.wall.geometry() == LAPTOP.rect
    press(held, "X")
    assert held.wall.geometry() == PROJECTOR.rect
    assert stage.preferences.room_wall == "other"


def test_one_screen_has_nothing_to_change(presenter: Presenter, stage: Stage) -> None:
    held = begin(presenter)
    press(held, "X")

    assert held.wall.geometry() == LAPTOP.rect
    assert stage.preferences.room_wall == "other"


REAL: Final = [
    {"name": "inner", "x": 0, "y": 0, "width": 1366, "height": 768},
    {"name": "outer", "x": 1366, "y": 0, "width": 1024, "height": 768},
]


@pytest.mark.parametrize("count", [1, 2])
def test_a_talk_is_held_on_the_screens_of_the_platform(count: int, tmp_path: Path) -> None:
    """In a process of its own, whose screens are set up before it starts."""
    setup = tmp_path / "screens.json"
    setup.write_text(json.dumps({"synchronousWindowSystemEvents": True, "screens": REAL[:count]}))
    surroundings = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={setup}"}
    command = [
        sys.executable,
        "-m",
        "tests.gui.presenter.two_real_screens",
        "Right",
        "Space",
        "X",
        "4",
        "Return",
    ]

    done = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=True)

    found = json.loads(done.stdout.splitlines()[-1])
    inner, outer = ["inner", [0, 0, 1366, 768]], ["outer", [1366, 0, 1024, 768]]
    usual = [inner] if count == 1 else [outer, inner]
    swapped = [inner] if count == 1 else [inner, outer]
    assert found == [
        ["First", 0, usual, True],
        ["Built", 0, usual, True],
        ["Built", 1, usual, True],
        ["Built", 1, swapped, True],
        ["Built", 1, swapped, True],
        ["Asked", 0, swapped, True],
    ]


X_TOOLS: Final = ("Xvfb", "xrandr", "openbox")


@pytest.fixture
def display() -> Iterator[str]:
    """A display of its own with two screens, and somebody who places windows there."""
    if sys.platform != "linux" or not all(map(shutil.which, X_TOOLS)):
        pytest.skip(f"needs {', '.join(X_TOOLS)}")
    server = ["Xvfb", "-displayfd", "1", "-screen", "0", "2390x768x24", "-noreset"]
    with subprocess.Popen(server, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        assert running.stdout is not None
        name = f":{running.stdout.readline().strip()}"
        surroundings = os.environ | {"DISPLAY": name}
        inner = ["--setmonitor", "inner", "1366/361x768/203+0+0", "screen"]
        for monitor in (inner, ["--setmonitor", "outer", "1024/270x768/203+1366+0", "none"]):
            subprocess.run(["xrandr", *monitor], env=surroundings, check=True)
        with subprocess.Popen(["openbox"], env=surroundings, stderr=subprocess.DEVNULL) as manager:
            yield name
            manager.terminate()
        running.terminate()


def test_a_screen_of_the_system_is_pulled_out_and_plugged_in(display: str) -> None:
    surroundings = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-m", "tests.gui.presenter.two_real_screens"]
    steps = ["Right", "-outer", "Right", "+outer", "Right", "X"]

    done = subprocess.run(
        [*command, *steps], cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    inner, outer = ["inner", [0, 0, 1366, 768]], ["outer", [1366, 0, 1024, 768]]
    assert found == [
        ["First", 0, [outer, inner], True],
        ["Built", 0, [outer, inner], True],
        ["Built", 0, [inner], True],
        ["Built", 1, [inner], True],
        ["Built", 1, [outer, inner], True],
        ["Built", 2, [outer, inner], True],
        ["Built", 2, [inner, outer], True],
    ]
