"""A stage for talks without the program's window."""

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.presenter.hand import Hand
from crmo_desktop.gui.presenter.keys import TalkKeys
from crmo_desktop.gui.presenter.show import Show
from crmo_desktop.gui.presenter.stage import Stage
from crmo_desktop.gui.presenter.zoom import Zoom
from crmo_desktop.gui.slides.slide import Room
from crmo_desktop.gui.stylesheet import style_sheet
from crmo_desktop.gui.theme import Appearance
from crmo_desktop.services.own import Own
from crmo_desktop.services.preferences import Preferences
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.settings import Settings
from tests.gui.conftest import RESOURCES
from tests.gui.presenter.wall_samples import LAPTOP, NOON, SampleAwake, SampleScreens, deck, talk


@pytest.fixture
def running(qtbot: QtBot) -> Show:
    """A talk that is held, without anything that shows it."""
    held = talk()
    return Show(lambda room: deck(held, room), Room())


@pytest.fixture
def hand(running: Show) -> Hand:
    return Hand(running)


@pytest.fixture
def zoom(running: Show) -> Zoom:
    return Zoom(running)


@pytest.fixture
def keys(running: Show, hand: Hand, zoom: Zoom) -> TalkKeys:
    return TalkKeys(running, hand, zoom)


@pytest.fixture
def screens() -> SampleScreens:
    return SampleScreens(LAPTOP)


@pytest.fixture
def awake() -> SampleAwake:
    return SampleAwake()


class Told:
    """What the stage was told."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.errors: list[Exception] = []
        self.dialogs: list[QDialog] = []


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def stage(
    qtbot: QtBot,
    appearance: Appearance,
    icons: IconShelf,
    notebook: Notebook,
    screens: SampleScreens,
    awake: SampleAwake,
    told: Told,
) -> Stage:
    """The program's window, stood in for by an empty one on the laptop."""
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(100, 100, 600, 400)
    with qtbot.waitExposed(window):
        window.show()
    return Stage(
        window=window,
        make=deck,
        appearance=appearance,
        icons=icons,
        style_sheet=lambda look: style_sheet(look, RESOURCES / "icons"),
        preferences=Preferences(Settings(notebook)),
        own=Own(notebook, now=lambda: NOON, edition="2026-11-26"),
        screens=screens,
        awake=awake,
        now=lambda: NOON,
        open_dialog=told.dialogs.append,
        say=told.said.append,
        show_error=told.errors.append,
    )
