import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.speech_bar import SPEEDS, SpeechBar, times
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import press

VOICES = [("en-one", "English & one"), ("en-two", "A voice with a name that is much too long for a button")]


@pytest.fixture
def bar(show: Show, look: Look, icons: IconShelf) -> SpeechBar:
    bar = SpeechBar()
    bar.set_look(look, icons)
    show(bar, 900, 60)
    return bar


def button(bar: SpeechBar, name: str) -> QToolButton:
    (found,) = [part for part in bar.findChildren(QToolButton) if part.accessibleName().startswith(name)]
    return found


def told(bar: SpeechBar) -> list[object]:
    """Everything that the bar tells from now on."""
    heard: list[object] = []
    bar.toggled.connect(lambda: heard.append("toggled"))  # a test's own ear
    bar.stopped.connect(lambda: heard.append("stopped"))  # as above
    for signal in (bar.step_wanted, bar.speed_chosen, bar.voice_chosen):
        signal.connect(heard.append)
    return heard


def test_each_button_tells_what_is_wanted(bar: SpeechBar) -> None:
    heard = told(bar)

    for name in ("Pause", "Sentence before", "Next sentence", "Stop"):
        button(bar, name).click()

    assert heard == ["toggled", -1, 1, "stopped"]


def test_pausing_offers_to_go_on(bar: SpeechBar) -> None:
    bar.set_speaking(False)
    assert button(bar, "Go on").text() == "Go on"
    assert "Alt+Shift+A" in button(bar, "Go on").toolTip()

    bar.set_speaking(True)
    assert button(bar, "Pause").text() == "Pause"


def test_a_speed_is_chosen_from_the_menu(bar: SpeechBar) -> None:
    heard = told(bar)
    menu = button(bar, "Speed").menu()
    assert [action.text() for action in menu.actions()] == [
        "0.5×",
        "0.75×",
        "1×",
        "1.25×",
        "1.5×",
        "1.75×",
        "2×",
    ]

    menu.actions()[-1].trigger()

    assert heard == [200]


def test_a_voice_is_chosen_from_the_menu(bar: SpeechBar) -> None:
    bar.set_voices(VOICES)
    heard = told(bar)
    assert button(bar, "Voice").text() == "Voice: usual"

    button(bar, "Voice").menu().actions()[1].trigger()

    assert heard == ["en-two"]


def test_setting_speed_and_voice_is_silent_and_shows_them(bar: SpeechBar) -> None:
    heard = told(bar)

    bar.set_voices(VOICES)
    bar.set_speed(125)
    bar.set_voice("en-one")

    assert heard == []
    assert button(bar, "Speed").text() == "Speed 1.25×"
    assert button(bar, "Voice").accessibleName() == "Voice: English & one"
    chosen = [action.text() for action in button(bar, "Speed").menu().actions() if action.isChecked()]
    assert chosen == ["1.25×"]
    bar.set_voice("en-two")
    assert button(bar, "Voice").text() == "Voice: A voice with a name that is…"
    assert button(bar, "Voice").toolTip() == VOICES[1][1]
    bar.set_voice("gone")
    assert button(bar, "Voice").text() == "Voice: usual"


@pytest.mark.parametrize("voices", [[], VOICES[:1]])
def test_a_single_voice_is_no_choice(voices: list[tuple[str, str]], bar: SpeechBar) -> None:
    bar.set_voices(VOICES)
    assert button(bar, "Voice").isVisible()

    bar.set_voices(voices)

    assert not button(bar, "Voice").isVisible()
    assert len(button(bar, "Voice").menu().actions()) == len(voices)


def test_escape_stops_and_other_keys_do_not(bar: SpeechBar, qtbot: QtBot) -> None:
    button(bar, "Pause").setFocus()

    with qtbot.assertNotEmitted(bar.stopped):
        press(bar, Qt.Key.Key_F5)
    with qtbot.waitSignal(bar.stopped):
        press(bar, Qt.Key.Key_Escape)


def test_the_keyboard_goes_from_button_to_button(bar: SpeechBar) -> None:
    bar.set_voices(VOICES)
    button(bar, "Pause").setFocus()
    reached = []
    for _ in range(6):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.append(focus.accessibleName().split()[0])
        press(bar, Qt.Key.Key_Tab)

    assert reached == ["Pause", "Sentence", "Next", "Stop", "Speed", "Voice:"]


@pytest.mark.parametrize(("size", "width"), [(100, 640), (200, 640), (200, 420), (250, 640)])
def test_where_there_is_little_room_it_takes_two_lines(
    size: int, width: int, show: Show, look_of: LookOf, icons: IconShelf
) -> None:
    room, look = QWidget(), look_of("light", size)
    bar = SpeechBar(room)
    bar.setFont(look.ui_font())
    bar.set_look(look, icons)
    bar.set_voices(VOICES)
    show(room, width, 300)
    bar.setGeometry(0, 0, width, bar.sizeHint().height())
    QApplication.processEvents()
    bar.resize(width, bar.sizeHint().height())
    QApplication.processEvents()

    for part in bar.findChildren(QToolButton):
        place = part.mapTo(bar, part.rect().bottomRight())
        assert place.y() <= bar.height()
        assert part.width() >= part.sizeHint().width() or width < bar.minimumSizeHint().width()


def test_speeds_are_told_as_times() -> None:
    assert [times(speed) for speed in SPEEDS][:3] == ["0.5×", "0.75×", "1×"]
