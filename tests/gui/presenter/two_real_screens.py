"""A talk on the screens that the platform has, held by keys; `test_two_screens` runs it as a program."""

import json
import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QKeySequence
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


def seen(held: HeldTalk) -> list[object]:
    """Where the talk is, and on which screens its windows are."""
    QApplication.processEvents()
    shown = [window for window in (held.wall, held.console) if window is not None and window.isVisible()]
    places = [[window.windowHandle().screen().name(), window.geometry().getRect()] for window in shown]
    has_keyboard = QApplication.activeWindow() is held.home()
    return [held.show.slide.title, held.show.state.step, places, has_keyboard]


def main() -> None:
    qapp = QApplication(sys.argv[:1])
    window = QWidget()
    window.setGeometry(100, 100, 600, 400)
    window.show()
    presenter = Presenter(make_stage(qapp, window))
    presenter.begin(talk())
    held = presenter.held
    assert held is not None
    found = [seen(held)]
    for key in sys.argv[1:]:
        QTest.keySequence(held.home().windowHandle(), QKeySequence(key))
        found.append(seen(held))
    presenter.end()
    sys.stdout.write(f"{json.dumps(found)}\n")


if __name__ == "__main__":
    main()
