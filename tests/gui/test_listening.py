"""Reading aloud in the window: two actions, the bar, what is told."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.errors import NoVoiceError
from crmo_desktop.domain.identifiers import HomeAddress, TopicAddress, TopicId
from crmo_desktop.gui.listening import Listening
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.read_aloud import State
from crmo_desktop.gui.window_parts import ALOUD
from tests.gui.conftest import Desk
from tests.gui.hands import press, press_keys
from tests.gui.speech.fakes import FakeEngine, FakeProgram

TOPIC = TopicAddress(TopicId("what-is-crmo"))


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    """What every window speaks by."""
    engine = FakeEngine()
    monkeypatch.setattr(Listening, "makers", lambda _self: [lambda: engine])
    return engine


@pytest.fixture
def window(desk: Desk, engine: FakeEngine) -> MainWindow:
    window = desk.open()
    window.navigator.go(TOPIC)
    QApplication.processEvents()
    return window


def state(window: MainWindow) -> State:
    assert window.listening.aloud is not None
    return window.listening.aloud.state()


def test_nothing_is_loaded_before_it_is_wanted(desk: Desk) -> None:
    window = desk.open()

    assert window.listening.aloud is None
    assert window.listening.panes() == []
    assert not window.table["read_aloud"].isEnabled()
    assert not window.table["stop_aloud"].isEnabled()
    window.listening.stop()


def test_one_key_reads_pauses_and_goes_on_and_another_stops(window: MainWindow, engine: FakeEngine) -> None:
    press_keys(window, "Alt+Shift+A")
    assert engine.said
    assert window.table["stop_aloud"].isEnabled()
    press_keys(window, "Alt+Shift+A")
    assert state(window) is State.PAUSED
    press_keys(window, "Alt+Shift+A")
    assert state(window) is State.SPEAKING

    press_keys(window, "Alt+Shift+X")

    assert state(window) is State.IDLE
    assert not window.table["stop_aloud"].isEnabled()


def test_going_elsewhere_stops_and_going_to_a_section_does_not(
    window: MainWindow, engine: FakeEngine
) -> None:
    press_keys(window, "Alt+Shift+A")
    page = window.reader.page()
    assert page is not None

    window.navigator.go(TopicAddress(TOPIC.topic, page.sections[-1].id))
    assert state(window) is State.SPEAKING
    window.navigator.go(HomeAddress())

    assert state(window) is State.IDLE
    assert not engine.is_speaking


def test_another_audience_stops(window: MainWindow, engine: FakeEngine) -> None:
    press_keys(window, "Alt+Shift+A")

    press_keys(window, "Ctrl+Shift+L")

    assert state(window) is State.IDLE


def test_the_bar_is_a_pane_and_escape_in_it_stops(window: MainWindow, engine: FakeEngine) -> None:
    press_keys(window, "Alt+Shift+A")
    window.reader.view.setFocus()

    press(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    focus = QApplication.focusWidget()
    (bar,) = window.listening.panes()
    assert focus is not None
    assert bar.isAncestorOf(focus)
    press(window, Qt.Key.Key_Escape)

    assert state(window) is State.IDLE
    assert QApplication.focusWidget() is window.reader.view


def test_closing_the_window_ends_the_voice(window: MainWindow, engine: FakeEngine) -> None:
    press_keys(window, "Alt+Shift+A")

    window.close()

    assert not engine.is_speaking


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the program is one of Linux")
def test_without_a_voice_it_says_so_and_leads_to_the_guide(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    window = desk.open()
    window.navigator.go(TOPIC)

    press_keys(window, "Alt+Shift+A")

    assert window.notice.words().startswith("This computer has no voice installed. Install speech-dispatcher")
    assert window.dialogs.remedies(NoVoiceError("linux")) == [(ALOUD, "How to add a voice")]
    window.notice.answered.emit("", ALOUD)
    assert window.navigator.topic() == window.reading.entry(TopicId(ALOUD))
    assert window.notice.words() == ""


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the program is one of Linux")
def test_a_program_of_the_system_speaks(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    program = FakeProgram(tmp_path / "bin", "espeak-ng")
    lists = "echo Pty; echo ' 2 en-gb --/M English gmw/en'"
    program.does(
        f'case "$1" in --voices*) {lists};; *) read line; echo "$line" >> "{program.path}.log";; esac'
    )
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    window = desk.open()
    window.navigator.go(TOPIC)

    press_keys(window, "Alt+Shift+A")
    qtbot.waitUntil(lambda: len(program.log()) > 4)
    press_keys(window, "Alt+Shift+X")

    assert program.log()[:3] == [
        "--voices=en",
        "-v en -s 175 -b 1 --stdin",
        "What is C R M O, chronic recurrent multifocal osteomyelitis?",
    ]
