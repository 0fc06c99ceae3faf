"""What the reader has set, in the window's words; every change is kept at once."""

from typing import TYPE_CHECKING

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.depth import Depth
from crmo_desktop.store import settings as declared
from crmo_desktop.store.settings import Settings

if TYPE_CHECKING:
    from crmo_desktop.services.settings_table import SettingsTable


class Preferences:
    """The reader's choices; reading one that was never made gives its default."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def table(self) -> "SettingsTable":
        """All of them by key, as their dialog shows them; a start wants none of it."""
        from crmo_desktop.services.settings_table import SettingsTable

        return SettingsTable(self._settings)

    @property
    def audience(self) -> Audience:
        """For whom pages are shown."""
        return self._settings.get(declared.AUDIENCE)

    @audience.setter
    def audience(self, value: Audience) -> None:
        self._settings.set(declared.AUDIENCE, value)

    @property
    def theme(self) -> str:
        """A theme's name, or "system"."""
        return self._settings.get(declared.THEME)

    @theme.setter
    def theme(self, value: str) -> None:
        self._settings.set(declared.THEME, value)

    @property
    def text_size(self) -> int:
        """Of the page, per cent."""
        return self._settings.get(declared.TEXT_SIZE)

    @text_size.setter
    def text_size(self, value: int) -> None:
        self._settings.set(declared.TEXT_SIZE, value)

    @property
    def text_face(self) -> str:
        """Of the page: "atkinson", "serif" or "dyslexic"."""
        return self._settings.get(declared.TEXT_FACE)

    @text_face.setter
    def text_face(self, value: str) -> None:
        self._settings.set(declared.TEXT_FACE, value)

    @property
    def text_spacing(self) -> str:
        """Of the page: "normal", "roomy" or "very_roomy"."""
        return self._settings.get(declared.TEXT_SPACING)

    @text_spacing.setter
    def text_spacing(self, value: str) -> None:
        self._settings.set(declared.TEXT_SPACING, value)

    @property
    def reading_ruler(self) -> bool:
        """Whether a band marks the line that is read."""
        return self._settings.get(declared.READING_RULER)

    @reading_ruler.setter
    def reading_ruler(self, value: bool) -> None:
        self._settings.set(declared.READING_RULER, value)

    @property
    def line_focus(self) -> bool:
        """Whether all but a few lines are dimmed."""
        return self._settings.get(declared.LINE_FOCUS)

    @line_focus.setter
    def line_focus(self, value: bool) -> None:
        self._settings.set(declared.LINE_FOCUS, value)

    @property
    def focus_lines(self) -> int:
        """How many lines stay clear."""
        return self._settings.get(declared.FOCUS_LINES)

    @focus_lines.setter
    def focus_lines(self, value: int) -> None:
        self._settings.set(declared.FOCUS_LINES, value)

    @property
    def motion(self) -> str:
        """What moves by itself: "system" or "reduced"."""
        return self._settings.get(declared.MOTION)

    @motion.setter
    def motion(self, value: str) -> None:
        self._settings.set(declared.MOTION, value)

    @property
    def language(self) -> str:
        """A language's tag, or "system"."""
        return self._settings.get(declared.LANGUAGE)

    @language.setter
    def language(self, value: str) -> None:
        self._settings.set(declared.LANGUAGE, value)

    @property
    def depth(self) -> Depth:
        """How much of a topic families are shown."""
        return self._settings.get(declared.DEPTH)

    @depth.setter
    def depth(self, value: Depth) -> None:
        self._settings.set(declared.DEPTH, value)

    @property
    def caret(self) -> bool | None:
        """Whether the arrow keys move a caret on a page; None while the reader has not said."""
        kept = self._settings.get(declared.CARET)
        return None if kept == "auto" else kept == "on"

    @caret.setter
    def caret(self, value: bool) -> None:
        self._settings.set(declared.CARET, "on" if value else "off")

    @property
    def left_pane(self) -> bool:
        """Whether the topic tree is wanted."""
        return self._settings.get(declared.LEFT_PANE)

    @left_pane.setter
    def left_pane(self, value: bool) -> None:
        self._settings.set(declared.LEFT_PANE, value)

    @property
    def right_pane(self) -> bool:
        """Whether "On this page" is wanted."""
        return self._settings.get(declared.RIGHT_PANE)

    @right_pane.setter
    def right_pane(self, value: bool) -> None:
        self._settings.set(declared.RIGHT_PANE, value)

    @property
    def geometry(self) -> bytes:
        """Where the window was; empty if it never was anywhere."""
        return self._settings.get(declared.WINDOW_GEOMETRY)

    @geometry.setter
    def geometry(self, value: bytes) -> None:
        self._settings.set(declared.WINDOW_GEOMETRY, value)

    @property
    def pane_sizes(self) -> tuple[int, ...]:
        """Widths of the panes from left to right; empty while the reader has not moved them."""
        return self._settings.get(declared.SPLITTER_SIZES)

    @pane_sizes.setter
    def pane_sizes(self, value: tuple[int, ...]) -> None:
        self._settings.set(declared.SPLITTER_SIZES, value)

    @property
    def keys(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """(action, its keys) for each action that does not answer its own; empty if all do."""
        return self._settings.get(declared.KEYS)

    @keys.setter
    def keys(self, value: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
        if value:
            self._settings.set(declared.KEYS, value)
        else:
            self._settings.reset(declared.KEYS)

    def keys_cannot_be_read(self) -> bool:
        """Whether keys are kept that are none, so that every action answers its own."""
        return self._settings.is_set(declared.KEYS) and not self.keys

    @property
    def speech_speed(self) -> int:
        """How fast it is read aloud, per cent of the usual."""
        return self._settings.get(declared.SPEECH_SPEED)

    @speech_speed.setter
    def speech_speed(self, value: int) -> None:
        self._settings.set(declared.SPEECH_SPEED, value)

    @property
    def speech_voice(self) -> str:
        """The id of the voice that reads aloud; empty for the system's own choice."""
        return self._settings.get(declared.SPEECH_VOICE)

    @speech_voice.setter
    def speech_voice(self, value: str) -> None:
        self._settings.set(declared.SPEECH_VOICE, value)

    @property
    def keeps_history(self) -> bool:
        """Whether it is kept what is read and what is searched for."""
        return self._settings.get(declared.KEEPS_HISTORY)

    @keeps_history.setter
    def keeps_history(self, value: bool) -> None:
        self._settings.set(declared.KEEPS_HISTORY, value)

    @property
    def paper_size(self) -> str:
        """Of sheets to print on: a `PaperSize`, or "system"."""
        return self._settings.get(declared.PAPER_SIZE)

    @paper_size.setter
    def paper_size(self, value: str) -> None:
        self._settings.set(declared.PAPER_SIZE, value)

    @property
    def paper_type(self) -> str:
        """Of type on paper: a `TypeSize`."""
        return self._settings.get(declared.PAPER_TYPE)

    @paper_type.setter
    def paper_type(self, value: str) -> None:
        self._settings.set(declared.PAPER_TYPE, value)

    @property
    def clinic(self) -> str:
        """A line for the head of what is printed, up to 120 characters; empty for none."""
        return self._settings.get(declared.CLINIC)

    @clinic.setter
    def clinic(self, value: str) -> None:
        self._settings.set(declared.CLINIC, value)

    @property
    def room_theme(self) -> str:
        """Colours of slides on the wall: "light", "dark" or "contrast"."""
        return self._settings.get(declared.ROOM_THEME)

    @room_theme.setter
    def room_theme(self, value: str) -> None:
        self._settings.set(declared.ROOM_THEME, value)

    @property
    def room_type(self) -> int:
        """Size of words on the wall in steps, from -1 to 3; 0 is a twentieth of its height."""
        return int(self._settings.get(declared.ROOM_TYPE))

    @room_type.setter
    def room_type(self, value: int) -> None:
        self._settings.set(declared.ROOM_TYPE, str(value))

    @property
    def room_builds(self) -> bool:
        """Whether the points of a slide come one by one."""
        return self._settings.get(declared.ROOM_BUILDS)

    @room_builds.setter
    def room_builds(self, value: bool) -> None:
        self._settings.set(declared.ROOM_BUILDS, value)

    @property
    def room_wall(self) -> str:
        """Which of two screens is the wall: "other", where the window is not, or "same"."""
        return self._settings.get(declared.ROOM_WALL)

    @room_wall.setter
    def room_wall(self, value: str) -> None:
        self._settings.set(declared.ROOM_WALL, value)

    @property
    def notes_type(self) -> int:
        """Size of notes on the console, in pixels at 100%."""
        return self._settings.get(declared.NOTES_TYPE)

    @notes_type.setter
    def notes_type(self, value: int) -> None:
        self._settings.set(declared.NOTES_TYPE, value)
