"""Tests of `crmo_desktop.gui.presenter.screens`."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.presenter.screens import Place, SystemScreens, apart, placing, put
from tests.gui.presenter.wall_samples import LAPTOP, PROJECTOR

THIRD = Place("third", QRect(1824, 0, 800, 600))
ON_LAPTOP, ON_PROJECTOR = QRect(10, 10, 400, 300), QRect(1100, 10, 400, 300)


@pytest.mark.parametrize(
    ("window", "choice", "wall", "console"),
    [
        (ON_LAPTOP, "other", PROJECTOR, LAPTOP),
        (ON_LAPTOP, "same", LAPTOP, PROJECTOR),
        (ON_PROJECTOR, "other", LAPTOP, PROJECTOR),
        (ON_PROJECTOR, "same", PROJECTOR, LAPTOP),
        (QRect(900, 10, 200, 300), "other", PROJECTOR, LAPTOP),
        (QRect(5000, 0, 10, 10), "other", PROJECTOR, LAPTOP),
    ],
)
def test_the_wall_is_where_the_trainer_is_not(
    window: QRect, choice: str, wall: Place, console: Place
) -> None:
    assert placing((LAPTOP, PROJECTOR), window, choice) == (wall, console)


@pytest.mark.parametrize("choice", ["other", "same"])
def test_one_screen_is_the_wall(choice: str) -> None:
    assert placing((LAPTOP,), ON_LAPTOP, choice) == (LAPTOP, None)


def test_of_three_the_first_other_is_the_wall() -> None:
    assert placing((LAPTOP, PROJECTOR, THIRD), ON_LAPTOP, "other") == (PROJECTOR, LAPTOP)


def test_screens_that_show_the_same_count_as_one() -> None:
    mirror = Place("mirror", LAPTOP.rect)
    smaller = Place("smaller", QRect(0, 0, 800, 600))

    assert apart([LAPTOP, mirror, smaller, PROJECTOR]) == (LAPTOP, PROJECTOR)


def test_a_window_fills_its_screen_and_stays(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    put(window, LAPTOP, is_active=True)
    assert (window.isVisible(), window.geometry()) == (True, LAPTOP.rect)
    handle = window.windowHandle()
    put(window, LAPTOP, is_active=True)
    assert window.windowHandle() is handle
    put(window, PROJECTOR, is_active=False)
    assert window.geometry() == PROJECTOR.rect


def test_the_system_tells_of_its_screens(qapp: QApplication) -> None:
    screens = SystemScreens(qapp)
    changes: list[bool] = []
    screens.changed.connect(lambda: changes.append(True))

    (place,) = screens.places()
    assert place.screen is qapp.primaryScreen()
    assert place.rect == qapp.primaryScreen().geometry()
    qapp.screenAdded.emit(qapp.primaryScreen())
    qapp.screenRemoved.emit(qapp.primaryScreen())
    assert len(changes) == 2


PROBE = """
import json, sys
from PySide6.QtWidgets import QApplication, QWidget
from crmo_desktop.gui.presenter.screens import SystemScreens, placing, put
qapp = QApplication(sys.argv)
window = QWidget()
window.setGeometry(100, 100, 300, 200)
window.show()
screens = SystemScreens(qapp)
placed = placing(screens.places(), window.frameGeometry(), "other")
found = [[place.name, place.rect.getRect()] for place in screens.places()]
shown = {}
for name, place in zip(("wall", "console"), placed):
    if place is not None:
        widget = QWidget()
        put(widget, place, is_active=True)
        qapp.processEvents()
        shown[name] = [widget.windowHandle().screen().name(), widget.geometry().getRect()]
print(json.dumps([found, shown]))
"""
SCREENS = [
    {"name": "inner", "x": 0, "y": 0, "width": 1366, "height": 768},
    {"name": "outer", "x": 1366, "y": 0, "width": 1024, "height": 768},
]


@pytest.mark.parametrize("count", [1, 2])
def test_windows_fill_the_screens_that_the_system_has(count: int, tmp_path: Path) -> None:
    """In a process of its own, whose screens are set up before it starts."""
    setup = tmp_path / "screens.json"
    setup.write_text(json.dumps({"synchronousWindowSystemEvents": True, "screens": SCREENS[:count]}))
    surroundings = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={setup}"}

    done = subprocess.run(
        [sys.executable, "-c", PROBE], env=surroundings, capture_output=True, text=True, check=True
    )

    found, shown = json.loads(done.stdout.splitlines()[-1])
    inner, outer = ["inner", [0, 0, 1366, 768]], ["outer", [1366, 0, 1024, 768]]
    assert found == [inner, outer][:count]
    assert shown == ({"wall": inner} if count == 1 else {"wall": outer, "console": inner})
