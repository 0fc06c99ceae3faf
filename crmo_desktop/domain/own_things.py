"""What a reader makes: bookmarks, highlights, notes, and the folders that hold them."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Final, NewType

from crmo_desktop.domain.audience import Audience

LONGEST_NAME: Final = 80  # characters, of a folder

ThingId = NewType("ThingId", int)  # within one file, never given twice
FolderId = NewType("FolderId", int)


class Kind(StrEnum):
    """What a thing is."""

    BOOKMARK = "bookmark"
    HIGHLIGHT = "highlight"
    NOTE = "note"


class Colour(IntEnum):
    """The colours of highlights, by the numbers that name them for those who cannot see them."""

    YELLOW = 1
    GREEN = 2
    BLUE = 3
    PINK = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a page, with those around them: a text quote selector of W3C Web Annotation.

    Attributes:
        exact: the words themselves, not empty; blanks are single spaces.
        prefix: what stands before them, at most 64 characters; "" at the beginning.
        suffix: what stands after them, likewise.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place of the reference, with its names as they were when a thing was made there.

    Attributes:
        page: address without its section, such as `crmo://topic/spine`.
        section: id of the section; None for the whole page.
        audience: for whom the page was shown.
        title: of the page.
        section_title: "" for the whole page.
    """

    page: str
    audience: Audience
    title: str
    section: str | None = None
    section_title: str = ""

    @property
    def address(self) -> str:
        """The address that leads there."""
        return f"{self.page}#{self.section}" if self.section else self.page


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A folder of the reader's."""

    id: FolderId
    uid: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A bookmark, a highlight or a note.

    Attributes:
        uid: names it in every file that it is taken to; a UUID.
        folder: None lies in no folder.
        colour, quote: of a highlight; None of any other thing.
        words: the reader's own; "" for none.
        edition: date of the edition that it was made in, as YYYY-MM-DD.
        made, changed: with their time zones.
    """

    id: ThingId
    uid: str
    kind: Kind
    spot: Spot
    folder: FolderId | None
    colour: Colour | None
    quote: Quote | None
    words: str
    edition: str
    made: datetime
    changed: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """What was deleted in one go, to be brought back by undo.

    Attributes:
        things: as they were, their folders included.
        folders: as they were.
        emptied: (thing, folder) for each thing that lay in one of `folders` and stayed.
    """

    things: tuple[Thing, ...] = ()
    folders: tuple[Folder, ...] = ()
    emptied: tuple[tuple[ThingId, FolderId], ...] = ()
