"""Words of a page, found again after the page has changed.

A quote names a passage by its words and those around them, as the text quote selector of W3C's Web
Annotation does (https://www.w3.org/TR/annotation-model/#text-quote-selector). Places are indexes of
Python's strings: where Qt counts in UTF-16, whoever asks converts.

What is compared is folded: letters' case, accents, kinds of blanks, dashes and quotation marks, soft
hyphens, line ends and citation marks such as [12] make no difference. A note at
the wrong medicine is worse than a note that says its words are gone, so what differs in more than small edits
counts as gone.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from crmo_desktop.domain.own_things import Quote

AROUND: Final = 64  # characters of context on each side, at most
_ENOUGH: Final = 20  # characters in a row that must be as they were for a place to be believed
_CONTEXT_WORDS: Final = 0.8  # what words in common count beside those that stand where they stood
_HERE: Final = 0.25  # what being in the section asked for counts beside the context
_LIKE: Final = 0.9  # of the letters must be the same, where nothing around the words is
_LIKE_IN_CONTEXT: Final = 0.78  # where all around them is the same
_FEWEST_LETTERS: Final = 20  # in words that may have been edited: shorter ones are soon other words
_MOST_PLACES: Final = 500  # looked at where words stand on a page over and over
_MOST_WINDOWS: Final = 4  # compared word by word
_MOST_FRONTS: Final = 20  # runs of words that agree, with which a passage may begin
_COMMON: Final = 40  # times on a page make a word say nothing of a place
_SLACK: Final = 4  # words that may have come before or after; more in long passages
_WORD: Final = re.compile(r"[^\W\u2e80-\uffff]+|[\u2e80-\uffff]")  # a sign each, where no blanks part words
_FIGURE: Final = 10  # letters that a number counts as: other doses are not the same words
_CITATION: Final = re.compile(
    r"\s?\[\d{1,3}(?:[-–, ]+\d{1,3})*\]"
)  # a new source on a page changes the numbers of all
_BLANKS: Final = re.compile(r"[\s\ufffc]+")
_EDGE: Final = re.compile(r"(?:[\s\ufffc]|\[\d{1,3}(?:[-–, ]+\d{1,3})*\])*")
_EDGE_BACKWARDS: Final = re.compile(r"(?:[\s\ufffc]|\]\d{1,3}(?:[-–, ]+\d{1,3})*\[)*")
_NEAR: Final = 4 * AROUND  # characters that are looked at for context: some are blanks and citation marks
_NOTHING: Final = "\u00ad"
_SIGNS: Final = {
    **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "\ufffc": " ",  # where Qt's text has a picture
}

Range = tuple[int, int]


class _Folding(dict[str, str]):
    """What each character is compared as: "" is nothing, " " any blank; filled as characters come."""

    def __missing__(self, character: str) -> str:
        folded = self[character] = _fold(character)
        return folded


def _fold(character: str) -> str:
    if character in _SIGNS:
        return _SIGNS[character]
    if character.isspace():
        return " "
    if unicodedata.category(character) in {"Cf", "Cc"}:  # soft hyphens, marks of direction
        return ""
    apart = unicodedata.normalize("NFKD", character)
    letters = "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()
    return "".join(" " if letter.isspace() else _SIGNS.get(letter, letter) for letter in letters)


_FOLDED: Final = _Folding()


class _Text:
    """A text, folded.

    Attributes:
        letters: what is compared.
        places: of each of `letters` in the text.
    """

    def __init__(self, text: str) -> None:
        letters: list[str] = []
        places: list[int] = []
        after_blank = False
        for place, character in enumerate(_CITATION.sub(_nothing, text)):
            folded = _FOLDED[character]
            if folded == " ":
                if after_blank:
                    continue
                after_blank = True
            elif folded:
                after_blank = False
            letters.append(folded)
            places.extend([place] * len(folded))
        self.letters = "".join(letters)
        self.places = places

    @cached_property
    def spans(self) -> list[Range]:
        """Where each word stands in `letters`."""
        return [match.span() for match in _WORD.finditer(self.letters)]

    @cached_property
    def words(self) -> list[str]:
        """Every word."""
        return [self.letters[start:end] for start, end in self.spans]

    @cached_property
    def weights(self) -> list[int]:
        """What all words before each one weigh; one more, for all of them."""
        return _weights(self.words)

    @cached_property
    def places_of_words(self) -> dict[str, list[int]]:
        """The numbers in `words` at which each word stands."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self.words):
            found[word].append(number)
        return found


def _nothing(match: re.Match[str]) -> str:
    return _NOTHING * len(match[0])


@lru_cache(maxsize=4)  # a page has many quotes
def _folded(text: str) -> _Text:
    return _Text(text)


class _Wanted(NamedTuple):
    """A quote, folded."""

    exact: str
    prefix: str
    suffix: str

    @property
    def context(self) -> int:
        """How many characters of context there are."""
        return len(self.prefix) + len(self.suffix)


class _Found(NamedTuple):
    """A place where a quote may be: the higher, the better; of two the first."""

    score: float
    start: int
    end: int


def quote_of(text: str, start: int, end: int) -> Quote:
    """The passage of `text` from `start` up to `end`, to be found again later.

    Blanks and citation marks at its ends do not belong to it.

    Raises:
        ValueError: there is nothing else.
    """
    exact = _plain(text[start:end]).strip()
    if not exact:
        raise ValueError(f"no words from {start} to {end}")
    before, after = _EDGE.match(text[start:end]), _EDGE_BACKWARDS.match(text[start:end][::-1])
    start, end = start + (before.end() if before else 0), end - (after.end() if after else 0)
    return Quote(exact=exact, prefix=_words_before(text[:start]), suffix=_words_after(text[end:]))


def place_of(quote: Quote, text: str, *, within: Range | None = None) -> Range | None:
    """Where `quote` stands in `text`, from where up to where; None if it is there no longer.

    Args:
        quote: words of an earlier state of `text`.
        text: of a page.
        within: the section that the quote was made in, which comes before other places as good.
    """
    page = _folded(text)
    wanted = _Wanted(
        _Text(quote.exact).letters.strip(), _Text(quote.prefix).letters, _Text(quote.suffix).letters
    )
    if not wanted.exact:
        return None
    here = _range_folded(page, within)
    found = _as_it_was(wanted, page, here) or _edited(wanted, page, here)
    if found is None:
        return None
    start, end = page.places[found.start], page.places[found.end - 1] + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return start, end


def _as_it_was(wanted: _Wanted, page: _Text, here: Range) -> _Found | None:
    """The best of the places where the words stand as they did; None if none can be believed."""
    best: _Found | None = None
    for start in _places(wanted, page.letters):
        end = start + len(wanted.exact)
        before, after = _around(wanted, page.letters, start, end)
        if len(wanted.exact) < _ENOUGH and not _is_beside(wanted, before, after):
            continue
        found = _Found(_likeness_around(wanted, before, after) + _bonus(start, here), start, end)
        best = found if best is None or found.score > best.score else best
    return best


def _edited(wanted: _Wanted, page: _Text, here: Range) -> _Found | None:
    """The best of the places where the words stand with small edits; None if none can be believed."""
    words = _WORD.findall(wanted.exact)
    if sum(map(_weight, words)) < _FEWEST_LETTERS:
        return None
    best: _Found | None = None
    for first, last in _windows(words, page):
        likeness, begin, finish = _likeness(words, page, first, last)
        if likeness < _LIKE_IN_CONTEXT:
            continue
        start, end = page.spans[begin][0], page.spans[finish - 1][1]
        around = _likeness_around(wanted, *_around(wanted, page.letters, start, end))
        if likeness >= _LIKE - (_LIKE - _LIKE_IN_CONTEXT) * around:
            start, end = _with_signs(wanted.exact, page.letters, start, end)
            found = _Found(likeness + around + _bonus(start, here), start, end)
            best = found if best is None or found.score > best.score else best
    return best


def _places(wanted: _Wanted, letters: str) -> Iterator[int]:
    """Where the words stand as they did; not within longer words, unless they began or ended in one."""
    exact = wanted.exact
    begins = exact[0].isalnum() and not wanted.prefix[-1:].isalnum()
    ends = exact[-1].isalnum() and not wanted.suffix[:1].isalnum()
    start = letters.find(exact)
    for _ in range(_MOST_PLACES):
        if start < 0:
            return
        end = start + len(exact)
        cut_before = begins and letters[max(0, start - 1) : start].isalnum()
        if not cut_before and not (ends and letters[end : end + 1].isalnum()):
            yield start
        start = letters.find(exact, start + 1)


def _around(wanted: _Wanted, letters: str, start: int, end: int) -> tuple[str, str]:
    """As much before and after a place as the quote has of it."""
    return letters[max(0, start - len(wanted.prefix)) : start], letters[end : end + len(wanted.suffix)]


def _is_beside(wanted: _Wanted, before: str, after: str) -> bool:
    """Whether short words stand in a row with some of those that they stood beside."""
    if not wanted.context:
        return True
    needed = _ENOUGH - len(wanted.exact)
    return any(
        same > 0 and same >= min(needed, most)
        for same, most in (
            (_same_in_a_row(wanted.prefix[::-1], before[::-1]), len(wanted.prefix)),
            (_same_in_a_row(wanted.suffix, after), len(wanted.suffix)),
        )
    )


def _likeness_around(wanted: _Wanted, before: str, after: str) -> float:
    """How much of the context stands around a place: 0 nothing, 1 all of it, or there was none."""
    if not wanted.context:
        return 1.0
    same = _agreeing(wanted.prefix[::-1], before[::-1]) + _agreeing(wanted.suffix, after)
    return same / wanted.context


def _agreeing(wanted: str, found: str) -> float:
    """How many characters of `wanted` are in `found`: those up to the first that differs, or the words."""
    same = _same_in_a_row(wanted, found)
    if same == len(wanted):
        return same
    common = Counter(_WORD.findall(wanted)) & Counter(_WORD.findall(found))
    return max(same, _CONTEXT_WORDS * sum(len(word) * times for word, times in common.items()))


def _same_in_a_row(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))


def _windows(words: list[str], page: _Text) -> Iterator[Range]:
    """Where on the page many of `words` stand in their order: ranges of its words, the likeliest first."""
    slack = max(_SLACK, len(words) // 4)
    votes: dict[int, float] = defaultdict(float)
    for number, word in enumerate(words):
        places = page.places_of_words.get(word, ())
        for place in places if len(places) <= _COMMON else ():
            shift = (place - number) // slack
            votes[shift] += 1 / len(places)
            votes[shift + 1] += 1 / len(places)
    for shift in sorted(votes, key=lambda shift: (-votes[shift], shift))[:_MOST_WINDOWS]:
        first = max(0, (shift - 2) * slack)
        yield first, min(len(page.words), (shift + 2) * slack + len(words))


def _likeness(words: list[str], page: _Text, first: int, last: int) -> tuple[float, int, int]:
    """How like `words` is what is likest to them from word `first` up to `last`, and where that is."""
    matcher = SequenceMatcher(None, words, page.words[first:last])
    blocks = matcher.get_matching_blocks()[:-1]
    best = (0.0, first, first)
    until, until_there = _weights(words), page.weights
    for one, front in enumerate(blocks[:_MOST_FRONTS]):
        begin = first + max(0, front.b - front.a)  # words before the first that agrees may have been replaced
        same = 0
        for block in blocks[one:]:
            same += until[block.a + block.size] - until[block.a]
            rest = len(words) - block.a - block.size
            finish = min(last, first + block.b + block.size + rest)
            found = until_there[finish] - until_there[begin]
            likeness = 2 * same / (until[-1] + found)
            if likeness > best[0]:
                best = (likeness, begin, finish)
    return best


def _with_signs(exact: str, letters: str, start: int, end: int) -> Range:
    """A place with the signs before its first and after its last word that stood there: a quote, a stop."""
    words = list(_WORD.finditer(exact))
    start -= _same_in_a_row(exact[: words[0].start()][::-1], letters[:start][::-1])
    return start, end + _same_in_a_row(exact[words[-1].end() :], letters[end : end + len(exact)])


def _weights(words: list[str]) -> list[int]:
    return list(accumulate(map(_weight, words), initial=0))


def _weight(word: str) -> int:
    """How many letters a word counts as."""
    return _FIGURE if word.isdecimal() else len(word)


def _range_folded(page: _Text, within: Range | None) -> Range:
    if within is None:
        return 0, len(page.letters)
    return bisect_left(page.places, within[0]), bisect_left(page.places, within[1])


def _bonus(start: int, here: Range) -> float:
    return _HERE if here[0] <= start < here[1] else 0.0


def _plain(text: str) -> str:
    return _BLANKS.sub(" ", _CITATION.sub("", text))


def _words_before(text: str) -> str:
    """The last whole words of `text`, with the blank that follows them."""
    near = _plain(text[-_NEAR:])
    if len(near) <= AROUND:
        return near
    whole = near[-AROUND - 1 :].partition(" ")[2]
    return whole if whole.strip() else near[-AROUND:]


def _words_after(text: str) -> str:
    """The first whole words of `text`, with the blank that goes before them."""
    near = _plain(text[:_NEAR])
    if len(near) <= AROUND:
        return near
    whole = near[: AROUND + 1].rpartition(" ")[0]
    return whole if whole.strip() else near[:AROUND]
