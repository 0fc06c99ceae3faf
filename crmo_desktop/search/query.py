"""Reads what was typed: words, phrases in quotes, and what is to be left out."""

import re
from dataclasses import dataclass
from typing import Final

from crmo_desktop.search.words import Compound, compounds

_LONGEST: Final = 1000  # characters that are read; more than anybody types
_MOST_WORDS: Final = 40
_UNUSABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_PIECE: Final = re.compile(
    r"""(?P<minus>(?<!\S)[-−–])?
        (?:["“”„«»](?P<phrase>[^"“”„«»]*)(?P<end>["“”„«»]?)|(?P<word>[^\s"“”„«»]+))""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query, read.

    Attributes:
        words: in order; those of the phrases are not among them.
        phrases: the words of each phrase in quotes.
        excluded: the words of each thing to leave out.
        is_open: the last word may be half typed.
    """

    words: tuple[Compound, ...]
    phrases: tuple[tuple[str, ...], ...]
    excluded: tuple[tuple[str, ...], ...]
    is_open: bool

    @property
    def asks_nothing(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.words and not self.phrases


def parse(text: str) -> Query:
    """Read `text`, whatever it is; a quote that is never closed ends with the text."""
    text = _UNUSABLE.sub(" ", text[:_LONGEST])
    found: list[Compound] = []
    phrases: list[tuple[str, ...]] = []
    excluded: list[tuple[str, ...]] = []
    is_open = False
    for piece in _PIECE.finditer(text):
        inside = compounds(piece["word"] if piece["phrase"] is None else piece["phrase"])
        parts = tuple(part for compound in inside for part in compound.parts)
        if not parts:
            continue
        is_open = False
        if piece["minus"]:
            excluded.append(parts)
        elif piece["phrase"] is not None:
            phrases.append(parts)
        else:
            found += inside
            is_open = piece.end() == len(text) and piece["word"][-1:].isalnum()
    return Query(
        words=tuple(found[-_MOST_WORDS:] if is_open else found[:_MOST_WORDS]),
        phrases=tuple(phrases[:_MOST_WORDS]),
        excluded=tuple(excluded[:_MOST_WORDS]),
        is_open=is_open,
    )
