"""Cuts the telling piece out of a passage and marks the words found in it."""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from typing import Final, NamedTuple

from crmo_desktop.search.words import flatten, greek_letters

LENGTH: Final = 160
_LEAD: Final = 40  # characters before the first word found, unless a sentence begins nearer
_BLANK: Final = re.compile(r"\s")
_SENTENCE_ENDS: Final = (". ", "? ", "! ", ": ")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of plain text.

    Attributes:
        marks: (start, length) of the words found, ascending, not overlapping.
    """

    text: str
    marks: tuple[Span, ...]


class Flat(NamedTuple):
    """A text as a `Finder` reads it.

    Attributes:
        text: flat, with a blank at either end.
        words: all that stand in it.
    """

    text: str
    words: frozenset[str]


class Finder:
    """Looks for rows of folded words in many texts."""

    def __init__(self, forms: Iterable[Sequence[str]]) -> None:
        self._wanted: dict[str, list[str]] = {}  # first word -> what begins with it
        for variant in dict.fromkeys(variant for form in forms for variant in _variants(form)):
            self._wanted.setdefault(variant.partition(" ")[0], []).append(f" {variant} ")
        self.firsts: Set[str] = self._wanted.keys()

    def is_in(self, flat: Flat) -> bool:
        """Whether any of them stands in a text that `bounded` has made."""
        if flat.words.isdisjoint(self.firsts):
            return False
        return any(
            wanted in flat.text for first in self.firsts & flat.words for wanted in self._wanted[first]
        )

    def spans(self, flat: Flat) -> list[Span]:
        """Where they stand in a text that `bounded` has made: (start, end) in the text before."""
        spans: list[Span] = []
        if flat.words.isdisjoint(self.firsts):  # mostly so, and a set says it sooner than the text
            return spans
        for first in self.firsts & flat.words:
            for wanted in self._wanted[first]:
                place = flat.text.find(wanted)
                while place >= 0:
                    spans.append((place, place + len(wanted) - 2))
                    place = flat.text.find(wanted, place + 1)
        return spans


def bounded(text: str) -> Flat:
    """`text` as a `Finder` reads it."""
    flat = flatten(text)
    return Flat(f" {flat} ", frozenset(flat.split()))


def excerpt(text: str, groups: Sequence[Iterable[Span]], *, length: int = LENGTH) -> Excerpt:
    """The piece of about `length` characters that shows most of what was found.

    Args:
        text: of the passage.
        groups: for each thing looked for, where it stands: (start, end).
        length: how long the piece may be.
    """
    if not text.isprintable():
        text = _BLANK.sub(" ", text)
    found = sorted((start, end, number) for number, spans in enumerate(groups) for start, end in spans)
    start, end = _window(text, _best_start(found, length), length)
    lead = "… " if start else ""
    tail = " …" if end < len(text) else ""
    shift = len(lead) - start
    marks = _merged(
        (begin + shift, stop + shift) for begin, stop, _ in found if begin >= start and stop <= end
    )
    return Excerpt(lead + text[start:end] + tail, tuple((begin, stop - begin) for begin, stop in marks))


def _variants(form: Sequence[str]) -> list[str]:
    """A form as it may stand in a text: Greek letters by name or as themselves."""
    if len(form) == 1:
        return [form[0], *greek_letters(form[0])]
    texts = [" ".join(form)]
    for place, word in enumerate(form):
        texts += [" ".join([*form[:place], letter, *form[place + 1 :]]) for letter in greek_letters(word)]
    return texts


def _best_start(found: Sequence[tuple[int, int, int]], length: int) -> int:
    """Where the window begins that holds the most different things, then the most of them."""
    best, best_worth = 0, (0, 0)
    for place, (start, _, _) in enumerate(found):
        inside = []
        for begin, end, number in found[place:]:
            if begin > start + length:
                break
            if end <= start + length - _LEAD:
                inside.append(number)
        worth = (len(set(inside)), len(inside))
        if worth > best_worth:
            best, best_worth = start, worth
    return best


def _window(text: str, first: int, length: int) -> Span:
    """A piece of whole words that holds the place `first`, from a sentence's start if one is near."""
    if len(text) <= length + length // 8:
        return 0, len(text)
    start = max(0, min(first - _LEAD, len(text) - length))
    if start:
        sentence = max(
            (text.rfind(mark, max(0, first - 2 * _LEAD), first) + 2 for mark in _SENTENCE_ENDS), default=1
        )
        start = sentence if sentence > 1 else _next_word(text, start, first)
    end = min(len(text), start + length)
    if end < len(text):
        cut = text.rfind(" ", start + 1, end + 1)
        end = cut if cut > first else end
    return start, end


def _next_word(text: str, start: int, first: int) -> int:
    blank = text.find(" ", start, first)
    return blank + 1 if blank >= 0 else start


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order; those that touch or overlap as one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
