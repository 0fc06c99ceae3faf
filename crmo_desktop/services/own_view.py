"""Of what the reader has made, only what is wanted now, in the order wanted."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from crmo_desktop.domain.identifiers import OwnPart
from crmo_desktop.domain.own_things import Colour, Folder, FolderId, Kind, Spot, Thing

_KINDS: Final = {
    OwnPart.BOOKMARKS: Kind.BOOKMARK,
    OwnPart.HIGHLIGHTS: Kind.HIGHLIGHT,
    OwnPart.NOTES: Kind.NOTE,
}
_DOUBLE: Final = {"ß": "ss", "æ": "ae", "œ": "oe"}


class Order(StrEnum):
    """In which order things are listed."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TOPICS = "topics"
    TITLE = "title"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the reader wants to see of the things, or of the history.

    Attributes:
        folder: only what lies in it; None for any folder or none.
        colour: only highlights of this one; None for all things.
        words: only what has all of these.
    """

    part: OwnPart = OwnPart.EVERYTHING
    folder: FolderId | None = None
    colour: Colour | None = None
    words: str = ""
    order: Order = Order.NEWEST

    @property
    def is_everything(self) -> bool:
        """Whether no thing is left out."""
        return (
            self.part is OwnPart.EVERYTHING and self.folder is None and self.colour is None and not self.words
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many things there are of each sort.

    Attributes:
        parts: of each part but the history.
        folders: of each folder, empty ones included.
        colours: of each colour that has any.
    """

    parts: dict[OwnPart, int]
    folders: dict[FolderId, int]
    colours: dict[Colour, int]


class OwnView:
    """The things as they are now, quick to look through while somebody types."""

    def __init__(
        self,
        things: Sequence[Thing],
        folders: Iterable[Folder],
        rank: Callable[[Spot], tuple[int, int]],
    ) -> None:
        """Take the things.

        Args:
            things: the latest made first.
            folders: those there are, in the order in which they are shown.
            rank: where in the reference a spot is; smaller is earlier.
        """
        self.things = tuple(things)
        self.folders = tuple(folders)
        self._rank = rank

    @cached_property
    def names(self) -> dict[FolderId, str]:
        """What each folder is called."""
        return {folder.id: folder.name for folder in self.folders}

    @cached_property
    def counts(self) -> Counts:
        """How many things there are of each sort."""
        kinds = Counter(thing.kind for thing in self.things)
        within = Counter(thing.folder for thing in self.things)
        return Counts(
            parts={
                OwnPart.EVERYTHING: len(self.things),
                **{part: kinds[kind] for part, kind in _KINDS.items()},
            },
            folders={folder.id: within[folder.id] for folder in self.folders},
            colours=dict(Counter(thing.colour for thing in self.things if thing.colour is not None)),
        )

    def chosen(self, wanted: Wanted) -> tuple[Thing, ...]:
        """Those that are wanted; none of the history, which is no thing."""
        found: Iterable[Thing] = self.things
        if wanted.words.strip():
            words = folded(wanted.words).split()
            pairs = zip(self.things, self._told, strict=True)
            found = (thing for thing, told in pairs if all(word in told for word in words))
        kind = _KINDS.get(wanted.part)
        left = [
            thing
            for thing in found
            if (kind is None or thing.kind is kind)
            and (wanted.folder is None or thing.folder == wanted.folder)
            and (wanted.colour is None or thing.colour is wanted.colour)
        ]
        return tuple(self._sorted(left, wanted.order))

    def _sorted(self, things: list[Thing], order: Order) -> list[Thing]:
        if order is Order.OLDEST:
            return things[::-1]
        if order is Order.TITLE:
            return sorted(things, key=lambda thing: (folded(thing.spot.title), thing.spot.section_title))
        if order is Order.TOPICS:
            ranks = {spot: self._rank(spot) for spot in {thing.spot for thing in things}}
            return sorted(things, key=lambda thing: (ranks[thing.spot], thing.id))
        return things

    @cached_property
    def _told(self) -> list[str]:
        """What can be looked for in each of the things."""
        return [folded(" ".join(self._words_of(thing))) for thing in self.things]

    def _words_of(self, thing: Thing) -> list[str]:
        quote = thing.quote.exact if thing.quote is not None else ""
        folder = self.names.get(thing.folder, "") if thing.folder is not None else ""
        return [thing.spot.title, thing.spot.section_title, quote, thing.words, folder]


def folded(words: str) -> str:
    """`words` as they are compared: letters' case and accents make no difference."""
    if words.isascii():
        return words.lower()
    apart = unicodedata.normalize("NFKD", words.lower())
    letters = (letter for letter in apart if not unicodedata.combining(letter))
    return "".join(_DOUBLE.get(letter, letter) for letter in letters)
