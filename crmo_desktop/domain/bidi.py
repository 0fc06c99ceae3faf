"""What stands from left to right within words that are written from right to left.

Unicode's own rules turn "5–7%" round in a Hebrew sentence, and "25 mg/kg" as well. Each such run is put
between two signs that take no room: what is inside keeps its order, and what is round it keeps its own.

Source:
    Unicode Standard Annex 9, sections 2.4 (isolates) and 3.3.
"""

import re
from typing import Final

START: Final = "\u2066"  # left-to-right isolate
START_BACKWARDS: Final = "\u2067"  # right-to-left isolate
END: Final = "\u2069"  # pop directional isolate
SIGNS: Final = frozenset((START, START_BACKWARDS, END))
_RIGHT_TO_LEFT: Final = frozenset(("R", "AL"))
# Written as texts, for `re` keeps what it has compiled: a program that speaks English needs none of them.
_MAYBE: Final = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
# A run begins with a letter or a figure, or a sign or bracket before one, and ends with one or what
# belongs to it.
_RUN: Final = r"(?s)(?:[<>≤≥=~≈±+−–-]\s?|[(\[“]+)*\w(?:.*\w)?(?:[%‰°′″µ+]|\s%)?[)\]”]*"
BREAK: Final = "\u0600"  # ends a run where a text for `runs` has one; takes part in nothing else
_SENTENCES: Final = r"(?<=[.!?:;…])[)\]”]*\s+"
_APART: Final = r"[,;،؛]\s+"
_PAIRS: Final = {")": "(", "]": "[", "”": "“"}


def has_right_to_left(text: str) -> bool:
    """Whether a letter in `text` is written from right to left."""
    import unicodedata  # as above

    return any(unicodedata.bidirectional(found[0]) in _RIGHT_TO_LEFT for found in re.finditer(_MAYBE, text))


def runs(text: str) -> list[tuple[int, int]]:
    """(start, end) of everything in a right-to-left `text` that keeps its order from left to right.

    A text without any letter from right to left is one run, with its full stop. Figures that a comma parts
    are runs of their own: a list of them goes from right to left, as its reader does.
    """
    if not any(character.isalnum() for character in text):
        return []
    if not has_right_to_left(text):
        return _stripped(text, 0, len(text))
    found: list[tuple[int, int]] = []
    start = 0
    for end in (*(match.start() for match in re.finditer(_MAYBE, text)), len(text)):
        if end > start:
            for first, last in _pieces(text, start, end):
                found += _runs_between(text, first, last)
        start = end + 1
    return found


def isolated(text: str) -> str:
    """`text` with the two signs round each of its `runs`."""
    parts, before = [], 0
    for start, end in runs(text):
        parts += [text[before:start], START, text[start:end], END]
        before = end
    return "".join([*parts, text[before:]])


def place_in_isolated(text: str, position: int) -> int:
    """Where the character at `position` of `text` is in `isolated(text)`."""
    return position + sum((start <= position) + (end <= position) for start, end in runs(text))


def plain(text: str) -> str:
    """`text` without the signs."""
    for sign in SIGNS:
        text = text.replace(sign, "")
    return text


def _stripped(text: str, start: int, end: int) -> list[tuple[int, int]]:
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    return [(first, start + len(piece.rstrip()))]


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What lies between sentences' ends, and between brackets whose partners are elsewhere."""
    cuts = [(match.start(), match.end()) for match in re.compile(_SENTENCES).finditer(text, start, end)]
    open_ones: list[int] = []
    for place in range(start, end):
        if text[place] in _PAIRS.values():
            open_ones.append(place)
        elif text[place] in _PAIRS:
            if open_ones and text[open_ones[-1]] == _PAIRS[text[place]]:
                open_ones.pop()
            else:
                cuts.append((place, place + 1))
    cuts += [(place, place + 1) for place in open_ones]
    pieces, at = [], start
    for cut, after in sorted(cuts):
        if cut > at:
            pieces.append((at, cut))
        at = max(at, after)
    return [*pieces, (at, end)] if at < end else pieces


def _runs_between(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The runs in a piece that has no letter from right to left."""
    found = re.compile(_RUN).search(text, start, end)
    if found is None:
        return []
    first, last = found.span()
    if not any(character.isalpha() or character in "([“" for character in text[first:last]):
        places, at = [], first
        for gap in (*re.compile(_APART).finditer(text, first, last), None):
            until = last if gap is None else gap.start()
            places.append((at, until))
            at = until if gap is None else gap.end()
        return places
    return [(first, last)]
