"""Reads the page aloud: the sentences of the page, an engine, the mark on the page and the bar below it."""

import sys
import time
from collections.abc import Callable, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout

from crmo_desktop.domain.errors import NoVoiceError, UserError, VoiceError, VoiceSilentError
from crmo_desktop.gui.speech.choice import Finder, Make
from crmo_desktop.gui.speech.engine import Engine, Voice
from crmo_desktop.gui.speech.places import Place, Wanted, places
from crmo_desktop.gui.widgets.page_marks import SPOKEN, spoken_format
from crmo_desktop.gui.widgets.speech_bar import SpeechBar
from crmo_desktop.services.spoken import Sentence, sentences
from crmo_desktop.services.voicing import Voicing

if TYPE_CHECKING:
    from crmo_desktop.domain.page import Page
    from crmo_desktop.gui.icons import IconShelf
    from crmo_desktop.gui.pages.reader import ReaderPage
    from crmo_desktop.gui.theme import Appearance
    from crmo_desktop.services.preferences import Preferences
    from crmo_desktop.services.reading import ReadingService

_PATIENCE: Final = 15_000  # ms that any sentence may take …
_A_LETTER: Final = 250  # … and for each of its letters, at the usual speed; slow voices need a third of it


# Nobody speaks this fast: without a sound card eSpeak is at the end at once, and says that all is well.
_LETTERS_A_SECOND: Final = 200
_MOST_HURRIED: Final = 4  # sentences


class State(Enum):
    """What is being done."""

    IDLE = "idle"
    LOOKING = "looking"  # for a voice
    SPEAKING = "speaking"
    PAUSED = "paused"


class ReadAloud(QObject):
    """Reads one page at a time; another page ends it, another look does not."""

    changed = Signal(bool)  # whether a page is being read, or is to be gone on with
    failed = Signal(object)  # a UserError

    def __init__(
        self,
        reader: "ReaderPage",
        reading: "ReadingService",
        preferences: "Preferences",
        icons: "IconShelf",
        appearance: "Appearance",
        makers: Callable[[], Sequence[Make]],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """`makers` tells what this system may speak by, the best first; `now` gives seconds."""
        super().__init__(reader)
        self._reader, self._reading, self._preferences = reader, reading, preferences
        self._icons, self._appearance, self._makers, self._now = icons, appearance, makers, now
        self._state = State.IDLE
        self._page: Page | None = None
        self._sentences: tuple[Sentence, ...] = ()
        self._places: list[Place | None] = []
        self._here = self._last = 0
        self._began, self._letters, self._hurried = 0.0, 0, 0
        self._spoken_as = ("", 0)  # the voice and the speed of the last sentence
        self._voicing = Voicing(())
        self._finder: Finder | None = None
        self._engine: Engine | None = None
        self._voices: tuple[Voice, ...] = ()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._on_silence)
        self.bar = SpeechBar(reader)
        self.bar.hide()
        if isinstance(layout := reader.layout(), QVBoxLayout):
            layout.insertWidget(layout.indexOf(reader.view) + 1, self.bar)
        self.bar.toggled.connect(self.toggle)
        self.bar.stopped.connect(self.stop)
        self.bar.step_wanted.connect(self.step)
        self.bar.speed_chosen.connect(self._on_speed)
        self.bar.voice_chosen.connect(self._on_voice)
        reader.view.painted.connect(self._on_painted)
        reader.installEventFilter(self)
        appearance.changed.connect(self._on_look)

    def state(self) -> State:
        """What is being done."""
        return self._state

    def sentence(self) -> Sentence | None:
        """The sentence that is being read, or would be next."""
        return self._sentences[self._here] if self._here < len(self._sentences) else None

    # --- what the reader wants

    @Slot()
    def toggle(self) -> None:
        """Read the page aloud; while it is read, pause; after a pause, go on with the same sentence."""
        match self._state:
            case State.SPEAKING:
                self._quiet()
                self._set(State.PAUSED)
            case State.PAUSED:
                self._speak()
            case State.IDLE:
                self._begin()

    @Slot()
    def stop(self) -> None:
        """Stop, and forget where it was."""
        if self._state is State.IDLE:
            return
        self._quiet()
        self._reader.view.marks.set(SPOKEN, ())
        had_keyboard = self.bar.isAncestorOf(QApplication.focusWidget() or self._reader)
        self.bar.hide()
        if had_keyboard:
            self._reader.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._set(State.IDLE)

    @Slot(int)
    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) sentence, as far as there is one."""
        target = self._next_shown(self._here + step, step)
        if target is None or self._state not in (State.SPEAKING, State.PAUSED):
            return
        self._here = target
        self._last = max(self._last, target)
        if self._state is State.SPEAKING:
            self._speak()
        else:
            self._mark()

    @Slot(int)
    def _on_speed(self, speed: int) -> None:
        self._preferences.speech_speed = speed
        self._show_choice()
        self._speak_again()

    @Slot(str)
    def _on_voice(self, id: str) -> None:
        self._preferences.speech_voice = id
        self._show_choice()
        self._speak_again()

    def follow_preferences(self) -> None:
        """Speak as fast and with the voice that the settings say now; they were changed elsewhere."""
        if self._spoken_as != (self._voice(), self._preferences.speech_speed):
            self._show_choice()
            self._speak_again()

    def _speak_again(self) -> None:
        if self._state is State.SPEAKING:
            self._speak()

    # --- beginning

    def _begin(self) -> None:
        page, call_outs = self._reader.as_read
        if page is None:
            return
        self._page = page
        self._sentences = sentences(page, call_outs, empty=self.tr("empty"))
        self._find_places()
        self._choose_range()
        self._voicing = Voicing(self._reading.terms())
        self._hurried = 0
        self._set(State.LOOKING)
        if self._engine is not None:
            self._speak()
            return
        if self._finder is None:  # else one is at it, since before it was stopped
            self._finder = Finder(self._makers(), self)
            self._finder.found.connect(self._on_found)
            self._finder.look()

    @Slot(object, object)
    def _on_found(self, engine: Engine | None, voices: tuple[Voice, ...]) -> None:
        finder, self._finder = self._finder, None
        if engine is None:
            if self._state is State.LOOKING:
                self._fail(NoVoiceError(sys.platform))
            return
        engine.setParent(self)
        if finder is not None:
            finder.deleteLater()
        self._engine, self._voices = engine, voices
        engine.spoken.connect(self._on_spoken)
        engine.failed.connect(self._on_failed)
        self.bar.set_voices([(voice.id, voice.name) for voice in voices])
        if self._state is State.LOOKING:
            self._speak()

    def _choose_range(self) -> None:
        """What is selected; without a selection all from the section that is being read."""
        view, count = self._reader.view, len(self._sentences)
        cursor = view.textCursor()
        shown = [n for n in range(count) if self._places[n] is not None]
        self._last = shown[-1] if shown else 0
        if cursor.hasSelection():
            inside = [n for n in shown if self._touches(n, cursor.selectionStart(), cursor.selectionEnd())]
            if inside:
                self._here, self._last = inside[0], inside[-1]
                return
        section = view.section() if view.place() > 0 else ""
        of_section = [n for n in shown if self._sentences[n].section == section]
        # the list of sources is no section that is read, and the end of a page may be above its last heading
        below = [n for n in shown if self._touches(n, view.top_position(), sys.maxsize)]
        self._here = next(iter(of_section or below or shown), 0)

    def _touches(self, number: int, start: int, end: int) -> bool:
        place = self._places[number]
        return place is not None and place[0] < end and place[1] > start

    def _find_places(self) -> None:
        wanted = [Wanted(sentence.shown, sentence.section) for sentence in self._sentences]
        self._places = places(self._reader.view.contents(), wanted)

    # --- speaking

    def _speak(self) -> None:
        engine, number = self._engine, self._next_shown(self._here, 1)
        if engine is None or number is None:
            self.stop()
            return
        self._here = number
        self._mark()
        words, speed = self._voicing.say(self._sentences[number].text), self._preferences.speech_speed
        self._set(State.SPEAKING)
        self._patience.start(_PATIENCE + len(words) * _A_LETTER * 100 // speed)
        self._began, self._letters = self._now(), len(words)
        self._spoken_as = self._voice(), speed
        engine.speak(words, *self._spoken_as)

    def _voice(self) -> str:
        """The voice that was chosen, if this system has it."""
        chosen = self._preferences.speech_voice
        return chosen if any(voice.id == chosen for voice in self._voices) else ""

    def _next_shown(self, number: int, step: int) -> int | None:
        """The first sentence from `number` on that stands on the page as it is shown."""
        while 0 <= number < len(self._places):
            if self._places[number] is not None:
                return number
            number += step
        return None

    @Slot()
    def _on_spoken(self) -> None:
        self._patience.stop()
        if self._state is not State.SPEAKING:
            return
        too_fast = self._letters > _LETTERS_A_SECOND * (self._now() - self._began)
        self._hurried = self._hurried + 1 if too_fast else 0
        following = self._next_shown(self._here + 1, 1)
        if self._hurried >= _MOST_HURRIED:
            self._fail(VoiceSilentError())
        elif following is None or self._here >= self._last:
            self.stop()
        else:
            self._here = following
            self._speak()

    @Slot(str)
    def _on_failed(self, reason: str) -> None:
        self._fail(VoiceError(reason))

    @Slot()
    def _on_silence(self) -> None:
        self._fail(VoiceSilentError())

    def _fail(self, error: UserError) -> None:
        self.stop()
        if self._engine is not None:
            self._engine.deleteLater()  # the next time all are asked again: another may have been installed
            self._engine = None
        self.failed.emit(error)

    def _quiet(self) -> None:
        self._patience.stop()
        if self._engine is not None:
            self._engine.stop()

    def _set(self, state: State) -> None:
        self._state = state
        if state in (State.SPEAKING, State.PAUSED):
            self.bar.set_speaking(state is State.SPEAKING)
            if not self.bar.isVisible():
                self._show_choice()
                self.bar.set_look(self._appearance.look, self._icons)
                self.bar.show()
        self.changed.emit(state is not State.IDLE)

    def _show_choice(self) -> None:
        self.bar.set_speed(self._preferences.speech_speed)
        self.bar.set_voice(self._voice())

    # --- on the page

    def _mark(self) -> None:
        """Mark the sentence and bring it into sight."""
        place = self._places[self._here]
        if place is None:
            return
        view = self._reader.view
        view.marks.set(SPOKEN, [(*place, spoken_format(self._appearance.look))])
        view.show_range(*place)

    @Slot()
    def _on_painted(self) -> None:
        """The page was set anew: with another look, or it is another page."""
        if self._state is State.IDLE:
            return
        if not self._is_same_page():
            self.stop()
            return
        if self._reader.as_read[0] != self._page:  # more or less of it is shown than before
            self.stop()
            return
        self._find_places()
        if self._state is not State.LOOKING:
            self._mark()

    @Slot()
    def check_page(self) -> None:
        """The window shows another page, or the same again."""
        if self._state is not State.IDLE and not self._is_same_page():
            self.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Something else than a page is shown; a window that is put away by its frame reads on."""
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.stop()
        return False

    def _is_same_page(self) -> bool:
        page, own = self._reader.page(), self._page
        if page is None or own is None:
            return False
        return (page.topic.id, page.audience) == (own.topic.id, own.audience)

    @Slot()
    def _on_look(self) -> None:
        if self.bar.isVisible():
            self.bar.set_look(self._appearance.look, self._icons)
