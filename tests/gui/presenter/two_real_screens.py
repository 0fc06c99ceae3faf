"""A talk on the screens that the platform has, held by keys; `test_two_screens` runs it as a program."""

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QKeySequence, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.presenter.awake import make_awake
from crmo_desktop.gui.presenter.held import HeldTalk
from crmo_desktop.gui.presenter.presenter import Presenter
from crmo_desktop.gui.presenter.screens import SystemScreens
from crmo_desktop.gui.presenter.stage import Stage
from crmo_desktop.gui.stylesheet import style_sheet
from crmo_desktop.gui.theme import Appearance
from crmo_desktop.services.own import Own
from crmo_desktop.services.preferences import Preferences
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.settings import Settings
from tests.gui.presenter.wall_samples import deck, talk

OUTER = ("outer", "1024/270x768/203+1366+0", "none")
WITHIN_MS = 10_000
Rect = tuple[int, int, int, int]
Seen = tuple[str, int, list[tuple[str, Rect]], bool]
RESOURCES = Path(__file__).resolve().parents[3] / "resources"


def now() -> datetime:
    return datetime.now().astimezone()


def fail(words: object) -> None:
    """Nothing of this should have to be told."""
    sys.exit(str(words))


def make_stage(qapp: QApplication, window: QWidget) -> Stage:
    notebook = Notebook(None)
    return Stage(
        window=window,
        make=deck,
        appearance=Appearance(RESOURCES / "themes"),
        icons=IconShelf(RESOURCES / "icons"),
        style_sheet=lambda look: style_sheet(look, RESOURCES / "icons"),
        preferences=Preferences(Settings(notebook)),
        own=Own(notebook, now=now, edition="2026-11-26"),
        screens=SystemScreens(qapp),
        awake=make_awake(),
        now=now,
        open_dialog=QDialog.open,
        say=fail,
        show_error=fail,
    )


def _rect(shown: QWidget | QScreen) -> Rect:
    place = shown.geometry()
    return place.x(), place.y(), place.width(), place.height()


def seen(held: HeldTalk) -> Seen:
    """Where the talk is, and on which screens its windows are."""
    QApplication.processEvents()
    shown = [window for window in (held.wall, held.console) if window is not None and window.isVisible()]
    places = [(window.windowHandle().screen().name(), _rect(window)) for window in shown]
    has_keyboard = QApplication.activeWindow() is held.home()
    return held.show.slide.title, held.show.state.step, places, has_keyboard


def arrange(qapp: QApplication, monitors: str) -> None:
    """Have xrandr arrange the screens: "-outer" pulls one out, "+outer" plugs it in."""
    count = len(qapp.screens())
    command = ["--delmonitor", "outer"] if monitors.startswith("-") else ["--setmonitor", *OUTER]
    subprocess.run(["xrandr", *command], check=True)
    waited = QElapsedTimer()
    waited.start()
    while len(qapp.screens()) == count:
        assert not waited.hasExpired(WITHIN_MS), "the system tells of its screens"
        QApplication.processEvents()


def settle(held: HeldTalk) -> None:
    """Wait until the windows are where they belong, which a window manager may need a while for."""
    waited = QElapsedTimer()
    waited.start()
    while not is_settled(held):
        assert not waited.hasExpired(WITHIN_MS), seen(held)
        QApplication.processEvents()


def is_settled(held: HeldTalk) -> bool:
    """Whether each screen has a window of its own, and the trainer's one has the keyboard."""
    screens = sorted(_rect(screen) for screen in QApplication.screens())
    _, _, places, has_keyboard = seen(held)
    return has_keyboard and sorted(rect for _, rect in places) == screens


def main() -> None:
    qapp = QApplication(sys.argv[:1])
    window = QWidget()
    window.setGeometry(100, 100, 600, 400)
    window.show()
    presenter = Presenter(make_stage(qapp, window))
    presenter.begin(talk())
    held = presenter.held
    assert held is not None
    settle(held)
    found = [seen(held)]
    for key in sys.argv[1:]:
        if key in {"-outer", "+outer"}:
            arrange(qapp, key)
        else:
            QTest.keySequence(held.home().windowHandle(), QKeySequence(key))
        settle(held)
        found.append(seen(held))
    presenter.end()
    sys.stdout.write(f"{json.dumps(found)}\n")


if __name__ == "__main__":
    main()
