"""Reading a page aloud, with an engine that ends its sentences when it is told to."""

import itertools
import sys
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import NoVoiceError, UserError, VoiceError, VoiceSilentError
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages.reader import ReaderPage
from crmo_desktop.gui.read_aloud import ReadAloud, State
from crmo_desktop.gui.speech.choice import Make
from crmo_desktop.gui.speech.engine import Engine
from crmo_desktop.gui.theme import Appearance
from crmo_desktop.gui.widgets.page_marks import SPOKEN
from crmo_desktop.services.preferences import Preferences
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.settings import Settings
from tests.gui.conftest import Show
from tests.gui.specimen import FIGURES, KEY, page, section
from tests.gui.speech.fakes import FakeEngine

SPECIMEN = page(
    section("in-short", "At a glance", KEY, is_key_points=True),
    section("figures", "Figures", FIGURES * 4),
    section("end", "The end", "<p>Last words.</p>"),
)


@dataclass
class Room:
    """A reader page and what reads it."""

    reader: ReaderPage
    aloud: ReadAloud
    preferences: Preferences
    appearance: Appearance
    engines: list[FakeEngine] = field(default_factory=list)
    errors: list[UserError] = field(default_factory=list)
    changes: list[bool] = field(default_factory=list)

    @property
    def engine(self) -> FakeEngine:
        return self.engines[-1]

    def marked(self) -> str:
        places = self.reader.view.marks._layers.get(SPOKEN, [])
        return " ".join(mark.cursor.selectedText() for mark in places)

    def start(self) -> None:
        self.aloud.toggle()
        assert self.aloud.state() is State.SPEAKING


@pytest.fixture
def room(
    reading: ReadingService,
    icons: IconShelf,
    appearance: Appearance,
    notebook: Notebook,
    show: Show,
    qtbot: QtBot,
) -> Room:
    reader = ReaderPage(reading, icons, appearance.look)
    reader.set_look(appearance.look)
    appearance.setParent(reader)  # it goes with the page, as with the window
    appearance.changed.connect(lambda: reader.set_look(appearance.look))  # as the window does
    show(reader, 900, 500)
    reader.show_page(SPECIMEN, Audience.PATIENT)
    QApplication.processEvents()
    preferences, engines = Preferences(Settings(notebook)), list[FakeEngine]()

    def make() -> Engine | None:
        engines.append(FakeEngine())
        return engines[-1]

    def makers() -> list[Make]:
        return [make]

    clock = itertools.count(0.0, 10.0)
    aloud = ReadAloud(reader, reading, preferences, icons, appearance, makers, lambda: next(clock))
    room = Room(reader, aloud, preferences, appearance, engines)
    aloud.failed.connect(room.errors.append)
    aloud.changed.connect(room.changes.append)
    return room


def test_a_page_is_read_from_its_title_and_each_sentence_is_marked(room: Room) -> None:
    room.start()

    assert room.engine.said == ["A <specimen>"]
    assert room.marked() == "A <specimen>"
    assert room.aloud.bar.isVisible()
    assert not room.aloud.bar.hasFocus()

    room.engine.end()
    room.engine.end()

    assert room.engine.said == ["A <specimen>", "All in one sentence.", "At a glance"]
    assert room.marked() == "At a glance"
    assert room.changes[-1] is True


def test_cells_are_said_with_their_column_and_only_the_cell_is_marked(room: Room) -> None:
    room.start()
    while "Children:" not in room.engine.said[-1]:
        room.engine.end()

    assert room.engine.said[-1] == "Children: 40 per cent"
    assert room.marked() == "40%"


def test_the_end_of_the_page_is_the_end(room: Room) -> None:
    room.start()
    while room.aloud.state() is State.SPEAKING:
        room.engine.end()

    assert room.engine.said[-1] == "Last words."
    assert room.marked() == ""
    assert not room.aloud.bar.isVisible()
    assert room.changes[-1] is False


def test_the_page_scrolls_along(room: Room) -> None:
    room.start()
    for _ in range(40):
        room.engine.end()
        sentence = room.aloud._places[room.aloud._here]
        assert sentence is not None
        assert room.reader.view.is_in_sight(sentence[0])

    assert room.reader.view.verticalScrollBar().value() > 0


def test_a_pause_goes_on_with_the_same_sentence(room: Room) -> None:
    room.start()
    room.engine.end()

    room.aloud.toggle()
    paused = room.aloud.state(), room.engine.is_speaking, room.marked()
    room.aloud.toggle()

    assert paused == (State.PAUSED, False, "All in one sentence.")
    assert room.engine.said[-2:] == ["All in one sentence."] * 2
    assert room.engine.is_speaking
    assert len(room.engines) == 1


def test_what_ends_late_is_not_listened_to(room: Room) -> None:
    room.start()
    room.aloud.toggle()

    room.engine.spoken.emit()

    assert room.aloud.state() is State.PAUSED
    assert room.engine.said == ["A <specimen>"]


def test_stopping_forgets_the_place_and_keeps_the_voice(room: Room) -> None:
    room.start()
    room.engine.end()

    room.aloud.bar.stopped.emit()
    room.aloud.stop()

    assert room.aloud.state() is State.IDLE
    assert not room.engine.is_speaking
    assert room.marked() == ""
    room.start()
    assert room.engine.said[-1] == "A <specimen>"
    assert len(room.engines) == 1


def test_the_keyboard_goes_from_the_bar_back_to_the_page(room: Room) -> None:
    room.start()
    room.aloud.bar._stop.setFocus()

    room.aloud.bar._stop.click()

    assert QApplication.focusWidget() is room.reader.view


def test_steps_go_sentence_by_sentence_and_not_beyond_the_ends(room: Room) -> None:
    room.start()
    room.aloud.step(-1)
    assert room.engine.said == ["A <specimen>"]

    room.aloud.step(1)
    assert room.engine.said[-1] == "All in one sentence."
    room.aloud.step(-1)
    assert room.engine.said[-1] == "A <specimen>"

    room.aloud.toggle()
    room.aloud.step(1)
    assert room.marked() == "All in one sentence."
    assert room.engine.said[-1] == "A <specimen>"
    room.aloud.stop()
    room.aloud.step(1)
    assert room.aloud.state() is State.IDLE


def test_speed_and_voice_hold_at_once_and_are_kept(room: Room) -> None:
    room.start()

    room.aloud.bar.speed_chosen.emit(150)
    room.aloud.bar.voice_chosen.emit("en-two")

    assert room.engine.calls == [("", 100), ("", 150), ("en-two", 150)]
    assert room.engine.said == ["A <specimen>"] * 3
    assert (room.preferences.speech_speed, room.preferences.speech_voice) == (150, "en-two")

    room.aloud.toggle()
    room.aloud.bar.speed_chosen.emit(50)
    assert len(room.engine.calls) == 3


def test_a_voice_that_is_not_here_any_more_is_not_asked_for(room: Room) -> None:
    room.preferences.speech_voice = "of another computer"

    room.start()

    assert room.engine.calls == [("", 100)]


def test_it_begins_with_the_section_that_is_read(room: Room) -> None:
    room.reader.view.show_section("figures")

    room.start()

    assert room.engine.said == ["Figures"]


def test_at_the_list_of_sources_it_begins_with_what_can_be_seen(room: Room) -> None:
    bar = room.reader.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert room.reader.view.section() == "sources"

    room.start()

    place = room.aloud._places[room.aloud._here]
    assert place is not None
    assert room.reader.view.is_in_sight(place[0])


def test_what_is_selected_is_read_and_no_more(room: Room) -> None:
    text = room.reader.view.toPlainText()
    cursor = QTextCursor(room.reader.view.document())
    start = text.index("ache at")
    cursor.setPosition(start)
    cursor.setPosition(text.index("germ"), QTextCursor.MoveMode.KeepAnchor)
    room.reader.view.setTextCursor(cursor)

    room.start()
    room.engine.end()
    room.engine.end()

    assert room.engine.said == ["Bones ache at night.", "No germ is found."]
    assert room.aloud.state() is State.IDLE


def test_a_selection_of_nothing_that_is_read_reads_the_page(room: Room) -> None:
    text = room.reader.view.toPlainText()
    cursor = QTextCursor(room.reader.view.document())
    cursor.setPosition(text.index("3 minutes"))
    cursor.setPosition(text.index("3 minutes") + 3, QTextCursor.MoveMode.KeepAnchor)
    room.reader.view.setTextCursor(cursor)

    room.start()

    assert room.engine.said == ["A <specimen>"]


def test_another_look_goes_on_at_the_same_sentence(room: Room, qtbot: QtBot) -> None:
    room.start()
    for _ in range(3):
        room.engine.end()
    marked, said = room.marked(), list(room.engine.said)

    with qtbot.waitSignal(room.reader.view.painted):
        room.appearance.set_choice("dark")
    assert room.marked() == marked
    with qtbot.waitSignal(room.reader.view.painted):
        room.appearance.set_text_size(200)
    with qtbot.waitSignal(room.reader.view.painted):
        room.reader.set_narrow(True)

    assert room.marked() == marked
    assert room.engine.said == said
    assert room.aloud.state() is State.SPEAKING


@pytest.mark.parametrize("is_paused", [False, True])
def test_another_page_stops_it(is_paused: bool, room: Room, qtbot: QtBot) -> None:
    room.start()
    if is_paused:
        room.aloud.toggle()
    other = replace(SPECIMEN, topic=replace(SPECIMEN.topic, id=TopicId("other")))

    with qtbot.waitSignal(room.reader.view.painted):
        room.reader.show_page(other, Audience.PATIENT)

    assert room.aloud.state() is State.IDLE
    assert not room.engine.is_speaking


def test_the_words_for_another_reader_stop_it(room: Room) -> None:
    room.start()
    room.reader.show_page(replace(SPECIMEN, audience=Audience.CLINICIAN), Audience.CLINICIAN)

    room.aloud.check_page()

    assert room.aloud.state() is State.IDLE


def test_the_same_page_again_goes_on(room: Room) -> None:
    room.start()

    room.aloud.check_page()

    assert room.aloud.state() is State.SPEAKING


def test_more_or_less_of_the_page_stops_it(room: Room, qtbot: QtBot) -> None:
    room.start()
    short = replace(SPECIMEN, sections=(SPECIMEN.sections[0], SPECIMEN.sections[-1]))

    with qtbot.waitSignal(room.reader.view.painted):
        room.reader.show_page(short, Audience.PATIENT)

    assert room.aloud.state() is State.IDLE


def test_without_a_page_nothing_is_read(room: Room) -> None:
    room.reader.as_read = None, {}

    room.aloud.toggle()

    assert room.aloud.state() is State.IDLE


class TestVoicesThatComeLate:
    @pytest.fixture
    def late(self, room: Room) -> FakeEngine:
        slow = FakeEngine(is_slow=True)
        room.aloud._makers = lambda: [lambda: slow]
        room.aloud.toggle()
        assert room.aloud.state() is State.LOOKING
        return slow

    def test_it_begins_when_there_is_one(self, room: Room, late: FakeEngine) -> None:
        room.aloud.toggle()

        late.answer()

        assert late.said == ["A <specimen>"]

    def test_whoever_has_stopped_meanwhile_hears_nothing(self, room: Room, late: FakeEngine) -> None:
        room.aloud.stop()
        late.answer()
        assert late.said == []

        room.start()
        assert late.asked == 1
        assert late.said == ["A <specimen>"]

    def test_whoever_starts_anew_meanwhile_is_waited_for_once(self, room: Room, late: FakeEngine) -> None:
        room.aloud.stop()
        room.aloud.toggle()

        late.answer()

        assert late.asked == 1
        assert late.said == ["A <specimen>"]

    def test_another_look_meanwhile_does_not_matter(self, room: Room, late: FakeEngine, qtbot: QtBot) -> None:
        with qtbot.waitSignal(room.reader.view.painted):
            room.appearance.set_text_size(150)
        late.answer()

        assert room.marked() == "A <specimen>"

    def test_no_voice_is_not_told_to_who_has_stopped(self, room: Room, late: FakeEngine) -> None:
        room.aloud.stop()
        late._voices = ()

        late.answer()

        assert room.errors == []


def test_a_computer_without_a_voice_says_so(room: Room) -> None:
    room.aloud._makers = list

    room.aloud.toggle()

    (error,) = room.errors
    assert isinstance(error, NoVoiceError)
    assert error.hint == NoVoiceError(sys.platform).hint
    assert room.aloud.state() is State.IDLE
    assert not room.aloud.bar.isVisible()


def test_a_voice_that_fails_is_told_and_looked_for_again(room: Room) -> None:
    room.start()

    room.engine.failed.emit("No sound card")

    (error,) = room.errors
    assert isinstance(error, VoiceError)
    assert "No sound card" in error.message
    assert room.aloud.state() is State.IDLE
    room.start()
    assert len(room.engines) == 2


def test_a_voice_that_never_comes_back_is_told(room: Room, qtbot: QtBot) -> None:
    room.start()

    room.aloud._patience.start(0)
    qtbot.waitUntil(lambda: room.errors != [])

    assert isinstance(room.errors[0], VoiceSilentError)
    assert not room.engine.is_speaking


def test_a_voice_that_is_done_before_it_can_have_spoken_is_told(room: Room) -> None:
    """Without a sound card eSpeak says that all is well."""
    room.aloud._now = lambda: 5.0
    room.start()
    for _ in range(3):
        room.engine.end()
    assert room.errors == []

    room.engine.end()

    assert isinstance(room.errors[0], VoiceSilentError)
    assert room.aloud.state() is State.IDLE


def test_pages_of_the_reference_tell_their_abbreviations_once(room: Room, reading: ReadingService) -> None:
    room.reader.show_page(reading.page(TopicId("what-is-crmo"), Audience.PATIENT), Audience.PATIENT)
    QApplication.processEvents()
    room.start()
    room.engine.end()

    assert room.engine.said[0] == "What is C R M O, chronic recurrent multifocal osteomyelitis?"
    assert room.engine.said[1].startswith("C R M O is a rare illness")


def test_what_the_settings_change_holds_from_the_same_sentence_on(room: Room) -> None:
    room.start()
    room.preferences.speech_speed = 150

    room.aloud.follow_preferences()

    assert room.engine.said == ["A <specimen>", "A <specimen>"]
    room.aloud.follow_preferences()
    assert room.engine.said == ["A <specimen>", "A <specimen>"], "nothing has changed since"
