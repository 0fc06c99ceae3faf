"""The reader's settings: one declared table, and the values kept for it."""

from collections.abc import Collection, Mapping
from typing import Any, Final, Generic, NamedTuple, TypeVar

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.depth import Depth
from crmo_desktop.domain.identifiers import Address, HomeAddress
from crmo_desktop.domain.language import SYSTEM
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.setting_kinds import (
    AddressOf,
    Bytes,
    Choice,
    Flag,
    GivenKeys,
    KeysByAction,
    Kind,
    Language,
    Line,
    Name,
    OneOf,
    Sizes,
    WholeNumber,
)

T = TypeVar("T")


class Setting(NamedTuple, Generic[T]):
    """One thing that the reader, or the window for the reader, sets.

    Attributes:
        key: its name in the file, never used for anything else again.
        default: while it is not set.
        help: one line for the documents.
        kind: what it may be.
        group: under which the settings' dialog shows it; "" for what is not shown there.
        former: keys it had in earlier versions, the latest first.
    """

    key: str
    default: T
    help: str
    kind: Kind[T]
    group: str = ""
    former: tuple[str, ...] = ()

    def write(self, value: T) -> str:
        """`value` as text; ValueError if the setting cannot have it."""
        return self.kind.write(value)

    def read(self, text: str) -> T:
        """`text` as a value; ValueError if it is none."""
        return self.kind.read(text)


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
        self._seen: tuple[int, int] | None = None  # the notebook's stamp when they were read

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

    def reset(self, *settings: Setting[Any]) -> dict[str, str]:
        """Give each of `settings` its default again; returns what was kept, for `put_back`."""
        keys = [key for setting in settings for key in (setting.key, *setting.former)]
        self._read_again()
        kept = {key: self._stored[key] for key in keys if key in self._stored}
        if kept:
            self._notebook.write(*(("DELETE FROM setting WHERE key = ?", (key,)) for key in kept))
            self._read_again()
        return kept

    def put_back(self, kept: Mapping[str, str]) -> None:
        """Keep again what `reset` took away."""
        rows = (("INSERT OR REPLACE INTO setting VALUES (?, ?)", pair) for pair in kept.items())
        self._notebook.write(*rows)
        self._read_again()

    def _text(self, setting: Setting[Any]) -> str | None:
        stamp = self._notebook.stamp()
        if stamp != self._seen:
            self._seen = stamp
            self._read_again()
        return next(
            (self._stored[key] for key in (setting.key, *setting.former) if key in self._stored), None
        )

    def _read_again(self) -> None:
        self._stored = dict(self._notebook.read("SELECT key, value FROM setting"))


# The pages of the settings' dialog.
READING: Final = "reading"
SEEING: Final = "seeing"
READ_ALOUD: Final = "read_aloud"
KEYS_PAGE: Final = "keys"
PAPER: Final = "paper"
PRESENTING: Final = "presenting"
PRIVACY: Final = "privacy"

AUDIENCE: Final[Setting[Audience]] = Setting(
    key="audience",
    default=Audience.PATIENT,
    help="For whom pages are shown: patient or clinician.",
    kind=OneOf(Audience, *Audience),
    group=READING,
)
DEPTH: Final[Setting[Depth]] = Setting(
    key="depth",
    default=Depth.EVERYTHING,
    help="How much of a topic families are shown: sentence, short (thirty seconds) or everything.",
    kind=OneOf(Depth, *Depth),
    group=READING,
)
TEXT_SIZE: Final = Setting(
    key="text_size",
    default=100,
    help="Size of the text in per cent, 80 to 250.",
    kind=WholeNumber(80, 250, 10),
    group=READING,
)
TEXT_FACE: Final = Setting(
    key="text_face",
    default="atkinson",
    help="Face of the text: atkinson, serif, or dyslexic.",
    kind=Choice("atkinson", "serif", "dyslexic"),
    group=READING,
)
TEXT_SPACING: Final = Setting(
    key="text_spacing",
    default="normal",
    help="Room between lines, words, letters and paragraphs: normal, roomy or very_roomy.",
    kind=Choice("normal", "roomy", "very_roomy"),
    group=READING,
)
THEME: Final = Setting(
    key="theme",
    default="system",
    help="Colours: system, light, dark, sepia, hc_black or hc_white.",
    kind=Choice("system", "light", "dark", "sepia", "hc_black", "hc_white"),
    group=READING,
)
READING_RULER: Final = Setting(
    key="reading_ruler",
    default=False,
    help="Whether a band marks the line that is read.",
    kind=Flag(),
    group=READING,
)
LANGUAGE: Final = Setting(
    key="language",
    default=SYSTEM,
    help="Language of the window and of the reference: system, or a code such as en.",
    kind=Language(),
    group=READING,
)
LINE_FOCUS: Final = Setting(
    key="line_focus",
    default=False,
    help="Whether all but a few lines of the page are dimmed.",
    kind=Flag(),
    group=SEEING,
)
FOCUS_LINES: Final = Setting(
    key="focus_lines",
    default=3,
    help="How many lines line focus leaves clear, 1 to 5.",
    kind=WholeNumber(1, 5),
    group=SEEING,
)
MOTION: Final = Setting(
    key="motion",
    default="system",
    help="What moves by itself: as the system says, or reduced.",
    kind=Choice("system", "reduced"),
    group=SEEING,
)
CARET: Final = Setting(
    key="caret",
    default="auto",
    help="Whether arrow keys move a caret on a page: on, off, or auto, which is on with a screen reader.",
    kind=Choice("auto", "on", "off"),
    group=SEEING,
)
LEFT_PANE: Final = Setting(
    key="left_pane",
    default=True,
    help="Whether the list of topics is shown.",
    kind=Flag(),
    group=SEEING,
)
RIGHT_PANE: Final = Setting(
    key="right_pane",
    default=True,
    help="Whether “On this page” is shown.",
    kind=Flag(),
    group=SEEING,
)
SPEECH_SPEED: Final = Setting(
    key="speech_speed",
    default=100,
    help="How fast a page is read aloud, in per cent of the voice's usual speed, 50 to 200.",
    kind=WholeNumber(50, 200, 25),
    group=READ_ALOUD,
)
SPEECH_VOICE: Final = Setting(
    key="speech_voice",
    default="",
    help="The voice that reads aloud, by the system's own name for it; empty for the usual one.",
    kind=Name(),
    group=READ_ALOUD,
)
KEYS: Final[Setting[GivenKeys]] = Setting(
    key="keys",
    default=(),
    help="Keys that the reader gave to actions of the window in place of their own, as JSON.",
    kind=KeysByAction(),
    group=KEYS_PAGE,
)
PAPER_SIZE: Final = Setting(
    key="paper_size",
    default="system",
    help="Sheets to print on: a4, letter, or system, which is what the computer says.",
    kind=Choice("system", "a4", "letter"),
    group=PAPER,
)
PAPER_TYPE: Final = Setting(
    key="paper_type",
    default="normal",
    help="Size of the type on paper: normal, large or largest.",
    kind=Choice("normal", "large", "largest"),
    group=PAPER,
)
CLINIC: Final = Setting(
    key="clinic",
    default="",
    help="The name that stands at the head of what is printed, up to 120 characters; empty for none.",
    kind=Line(),
    group=PAPER,
)
ROOM_THEME: Final = Setting(
    key="room_theme",
    default="light",
    help="Colours of slides on the wall: light, dark or contrast.",
    kind=Choice("light", "dark", "contrast"),
    group=PRESENTING,
)
ROOM_TYPE: Final = Setting(
    key="room_type",
    default="0",
    help="Size of words on the wall: 0 is a twentieth of its height; -1 is smaller, 1, 2 and 3 are larger.",
    kind=Choice("-1", "0", "1", "2", "3"),
    group=PRESENTING,
)
ROOM_BUILDS: Final = Setting(
    key="room_builds",
    default=True,
    help="Whether the points of a slide come one by one.",
    kind=Flag(),
    group=PRESENTING,
)
ROOM_WALL: Final = Setting(
    key="room_wall",
    default="other",
    help="Which of two screens is the wall: other, where the window is not, or same.",
    kind=Choice("other", "same"),
    group=PRESENTING,
)
NOTES_TYPE: Final = Setting(
    key="notes_type",
    default=20,
    help="Size of notes on the console beside the wall, in pixels at 100%.",
    kind=WholeNumber(14, 40),
)
KEEPS_HISTORY: Final = Setting(
    key="keeps_history",
    default=True,
    help="Whether it is kept what is read and what is searched for.",
    kind=Flag(),
    group=PRIVACY,
)
WINDOW_GEOMETRY: Final = Setting(
    key="window_geometry",
    default=b"",
    help="Where the window was, as Qt saves it.",
    kind=Bytes(),
)
SPLITTER_SIZES: Final[Setting[tuple[int, ...]]] = Setting(
    key="splitter_sizes",
    default=(),
    help="Widths of the window's panes in logical pixels, from left to right.",
    kind=Sizes(),
)
LAST_ADDRESS: Final[Setting[Address]] = Setting(
    key="last_address",
    default=HomeAddress(),
    help="The page that was shown last.",
    kind=AddressOf(),
)
STAYS_ON_COMPUTER: Final = Setting(
    key="stays_on_computer",
    default=False,
    help="Whether a program on a removable drive is to keep things on the computer, and need not ask again.",
    kind=Flag(),
)

SETTINGS: Final[tuple[Setting[Any], ...]] = (
    AUDIENCE,
    DEPTH,
    TEXT_SIZE,
    TEXT_FACE,
    TEXT_SPACING,
    THEME,
    READING_RULER,
    LANGUAGE,
    LINE_FOCUS,
    FOCUS_LINES,
    MOTION,
    CARET,
    LEFT_PANE,
    RIGHT_PANE,
    SPEECH_SPEED,
    SPEECH_VOICE,
    KEYS,
    PAPER_SIZE,
    PAPER_TYPE,
    CLINIC,
    ROOM_THEME,
    ROOM_TYPE,
    ROOM_BUILDS,
    ROOM_WALL,
    NOTES_TYPE,
    KEEPS_HISTORY,
    WINDOW_GEOMETRY,
    SPLITTER_SIZES,
    LAST_ADDRESS,
    STAYS_ON_COMPUTER,
)
