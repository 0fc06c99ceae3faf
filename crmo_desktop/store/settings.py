"""The reader's settings: one declared table, and the values kept for it."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final, Generic, NamedTuple, TypeVar

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.depth import Depth
from crmo_desktop.domain.identifiers import Address, HomeAddress
from crmo_desktop.domain.language import SYSTEM
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.setting_kinds import (
    Choice,
    GivenKeys,
    WholeNumber,
    check_language,
    check_line,
    read_address,
    read_bytes,
    read_flag,
    read_keys,
    read_sizes,
    write_bytes,
    write_flag,
    write_keys,
    write_sizes,
)

T = TypeVar("T")


class Setting(NamedTuple, Generic[T]):
    """One thing that the reader, or the window for the reader, sets.

    Attributes:
        key: its name in the file, never used for anything else again.
        default: while it is not set.
        help: one line for the dialog, the command line and the documents.
        write: the value as text; ValueError if it cannot be one.
        read: the text as a value; ValueError if it is none.
        former: keys it had in earlier versions, the latest first.
    """

    key: str
    default: T
    help: str
    write: Callable[[T], str]
    read: Callable[[str], T]
    former: tuple[str, ...] = ()


class Settings:
    """The reader's settings, read when asked for and kept when set.

    A stored value that is none any more (from another version) gives the default and is left alone.
    """

    def __init__(
        self, notebook: Notebook, *, starts: Mapping[str, Any] | None = None, locked: Collection[str] = ()
    ) -> None:
        """An administrator has a say in them.

        Args:
            notebook: where they are kept.
            starts: values in place of defaults, by key.
            locked: keys of which what is kept does not count, and nothing new is kept.
        """
        self._notebook = notebook
        self._starts = starts or {}
        self._locked = locked
        self._stored: dict[str, str] = {}

    def get(self, setting: Setting[T]) -> T:
        """The value of `setting`, or its default."""
        text = None if self.is_locked(setting) else self._text(setting)
        if text is None:
            return self.default(setting)
        try:
            return setting.read(text)
        except ValueError:
            return self.default(setting)

    def default(self, setting: Setting[T]) -> T:
        """What `setting` is until the reader sets it: the administrator's choice before the program's."""
        value: T = self._starts.get(setting.key, setting.default)
        return value

    def is_locked(self, setting: Setting[Any]) -> bool:
        """Whether the reader cannot change it."""
        return setting.key in self._locked

    def is_set(self, setting: Setting[Any]) -> bool:
        """Whether the reader has ever set it."""
        return self._text(setting) is not None

    def set(self, setting: Setting[T], value: T) -> None:
        """Keep `value`, unless the setting is locked.

        Raises:
            ValueError: `setting` cannot have this value.
        """
        text = setting.write(value)
        if self.is_locked(setting) or text == self._text(setting):
            return
        self._notebook.write(
            *(("DELETE FROM setting WHERE key = ?", (key,)) for key in setting.former),
            ("INSERT OR REPLACE INTO setting VALUES (?, ?)", (setting.key, text)),
        )
        self._read_again()

    def reset(self, *settings: Setting[Any]) -> None:
        """Give each of `settings` its default again."""
        keys = [key for setting in settings for key in (setting.key, *setting.former)]
        self._notebook.write(*(("DELETE FROM setting WHERE key = ?", (key,)) for key in keys))
        self._read_again()

    def _text(self, setting: Setting[Any]) -> str | None:
        if self._notebook.changed_elsewhere():
            self._read_again()
        return next(
            (self._stored[key] for key in (setting.key, *setting.former) if key in self._stored), None
        )

    def _read_again(self) -> None:
        self._stored = dict(self._notebook.read("SELECT key, value FROM setting"))


_THEME: Final = Choice(("system", "light", "dark", "sepia", "hc_black", "hc_white"))
_CARET: Final = Choice(("auto", "on", "off"))
_TEXT_SIZE: Final = WholeNumber(80, 250)
_SPEECH_SPEED: Final = WholeNumber(50, 200)
_FACE: Final = Choice(("atkinson", "serif", "dyslexic"))
_SPACING: Final = Choice(("normal", "roomy", "very_roomy"))
_MOTION: Final = Choice(("system", "reduced"))
_FOCUS_LINES: Final = WholeNumber(1, 5)
_PAPER_SIZE: Final = Choice(("system", "a4", "letter"))
_PAPER_TYPE: Final = Choice(("normal", "large", "largest"))

AUDIENCE: Final = Setting(
    key="audience",
    default=Audience.PATIENT,
    help="For whom pages are shown: patient or clinician.",
    write=str,
    read=Audience,
)
THEME: Final = Setting(
    key="theme",
    default="system",
    help="Colours: system, light, dark, sepia, hc_black or hc_white.",
    write=_THEME.check,
    read=_THEME.check,
)
TEXT_SIZE: Final = Setting(
    key="text_size",
    default=100,
    help="Size of the text in per cent, 80 to 250.",
    write=_TEXT_SIZE.write,
    read=_TEXT_SIZE.read,
)
TEXT_FACE: Final = Setting(
    key="text_face",
    default="atkinson",
    help="Face of the text: atkinson, serif, or dyslexic.",
    write=_FACE.check,
    read=_FACE.check,
)
TEXT_SPACING: Final = Setting(
    key="text_spacing",
    default="normal",
    help="Room between lines, words, letters and paragraphs: normal, roomy or very_roomy.",
    write=_SPACING.check,
    read=_SPACING.check,
)
READING_RULER: Final = Setting(
    key="reading_ruler",
    default=False,
    help="Whether a band marks the line that is read.",
    write=write_flag,
    read=read_flag,
)
LINE_FOCUS: Final = Setting(
    key="line_focus",
    default=False,
    help="Whether all but a few lines of the page are dimmed.",
    write=write_flag,
    read=read_flag,
)
FOCUS_LINES: Final = Setting(
    key="focus_lines",
    default=3,
    help="How many lines line focus leaves clear, 1 to 5.",
    write=_FOCUS_LINES.write,
    read=_FOCUS_LINES.read,
)
MOTION: Final = Setting(
    key="motion",
    default="system",
    help="What moves by itself: as the system says, or reduced.",
    write=_MOTION.check,
    read=_MOTION.check,
)
LANGUAGE: Final = Setting(
    key="language",
    default=SYSTEM,
    help="Language of the window and of the reference: system, or a code such as en.",
    write=check_language,
    read=check_language,
)
DEPTH: Final = Setting(
    key="depth",
    default=Depth.EVERYTHING,
    help="How much of a topic families are shown: sentence, short (thirty seconds) or everything.",
    write=str,
    read=Depth,
)
CARET: Final = Setting(
    key="caret",
    default="auto",
    help="Whether arrow keys move a caret on a page: on, off, or auto, which is on with a screen reader.",
    write=_CARET.check,
    read=_CARET.check,
)
LEFT_PANE: Final = Setting(
    key="left_pane",
    default=True,
    help="Whether the list of topics is shown.",
    write=write_flag,
    read=read_flag,
)
RIGHT_PANE: Final = Setting(
    key="right_pane",
    default=True,
    help="Whether “On this page” is shown.",
    write=write_flag,
    read=read_flag,
)
WINDOW_GEOMETRY: Final = Setting(
    key="window_geometry",
    default=b"",
    help="Where the window was, as Qt saves it.",
    write=write_bytes,
    read=read_bytes,
)
SPLITTER_SIZES: Final[Setting[tuple[int, ...]]] = Setting(
    key="splitter_sizes",
    default=(),
    help="Widths of the window's panes in logical pixels, from left to right.",
    write=write_sizes,
    read=read_sizes,
)
LAST_ADDRESS: Final[Setting[Address]] = Setting(
    key="last_address",
    default=HomeAddress(),
    help="The page that was shown last.",
    write=str,
    read=read_address,
)
STAYS_ON_COMPUTER: Final = Setting(
    key="stays_on_computer",
    default=False,
    help="Whether a program on a removable drive is to keep things on the computer, and need not ask again.",
    write=write_flag,
    read=read_flag,
)
KEYS: Final[Setting[GivenKeys]] = Setting(
    key="keys",
    default=(),
    help="Keys that the reader gave to actions of the window in place of their own, as JSON.",
    write=write_keys,
    read=read_keys,
)
SPEECH_SPEED: Final = Setting(
    key="speech_speed",
    default=100,
    help="How fast a page is read aloud, in per cent of the voice's usual speed, 50 to 200.",
    write=_SPEECH_SPEED.write,
    read=_SPEECH_SPEED.read,
)
SPEECH_VOICE: Final = Setting(
    key="speech_voice",
    default="",
    help="The voice that reads aloud, by the system's own name for it; empty for the usual one.",
    write=str,
    read=str,
)

KEEPS_HISTORY: Final = Setting(
    key="keeps_history",
    default=True,
    help="Whether it is kept what is read and what is searched for.",
    write=write_flag,
    read=read_flag,
)
PAPER_SIZE: Final = Setting(
    key="paper_size",
    default="system",
    help="Sheets to print on: a4, letter, or system, which is what the computer says.",
    write=_PAPER_SIZE.check,
    read=_PAPER_SIZE.check,
)
PAPER_TYPE: Final = Setting(
    key="paper_type",
    default="normal",
    help="Size of the type on paper: normal, large or largest.",
    write=_PAPER_TYPE.check,
    read=_PAPER_TYPE.check,
)
CLINIC: Final = Setting(
    key="clinic",
    default="",
    help="The name that stands at the head of what is printed; empty for none.",
    write=check_line,
    read=check_line,
)

SETTINGS: Final[tuple[Setting[Any], ...]] = (
    AUDIENCE,
    THEME,
    TEXT_SIZE,
    TEXT_FACE,
    TEXT_SPACING,
    READING_RULER,
    LINE_FOCUS,
    FOCUS_LINES,
    MOTION,
    LANGUAGE,
    DEPTH,
    CARET,
    LEFT_PANE,
    RIGHT_PANE,
    WINDOW_GEOMETRY,
    SPLITTER_SIZES,
    LAST_ADDRESS,
    STAYS_ON_COMPUTER,
    KEYS,
    SPEECH_SPEED,
    SPEECH_VOICE,
    KEEPS_HISTORY,
    PAPER_SIZE,
    PAPER_TYPE,
    CLINIC,
)
