"""Words of a page for slides: cut into sentences with their looks, citation marks taken out, kept aside."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from crmo_desktop.domain.identifiers import SourceId
from crmo_desktop.domain.slides import Strand, Strands, plain
from crmo_desktop.services.sentences import split

BLOCKS: Final = frozenset("p ul ol li dl dt dd table aside figure figcaption h3 div img".split())
_NBSP: Final = "\u00a0"
_CITE: Final = "cite:"
_LINK: Final = "crmo:"
_FEW: Final = 24  # characters of what is said along with the sentence beside it
_BREATH: Final = 120  # characters of both together
_LONGEST: Final = 300  # characters of what is said in one go, and is not torn
_LEAD: Final = re.compile(r"[^:.?!|]*:\s*")  # "Read on:"
_JOINING: Final = re.compile(r"[\s,;.·|]|\b\w{1,3}\b")  # between links: "and"


class Said(NamedTuple):
    """A sentence, or all of a block's words.

    Attributes:
        sources: that its marks name; those of a mark further on in its block if it has none itself.
        leads_on: it holds nothing but links, with “Read on:” before them.
    """

    words: Strands
    sources: tuple[SourceId, ...] = ()
    leads_on: bool = False


def sentences_in(element: Element) -> tuple[Said, ...]:
    """Each sentence of what stands in `element` itself, without the blocks in it."""
    line = _line_of(element)
    found: list[Said] = []
    end = 0
    for sentence in _whole(line.text):
        start = line.text.index(sentence, end)
        marks = [
            sources
            for place, sources in line.marks
            if (end < place or not end) and place <= start + len(sentence)
        ]
        end = start + len(sentence)
        found.append(Said(line.strands(start, end), merged(*marks), line.leads_on(start, end)))
    return _inherited(found)


def in_breaths(said: Iterable[Said]) -> tuple[Said, ...]:
    """Sentences, a few words put together with what stands beside them: “Go.” is no point of its own."""
    found: list[Said] = []
    for one in said:
        before = found[-1] if found else None
        if before is None or before.leads_on or one.leads_on or not _is_one_breath(before, one):
            found.append(one)
        else:
            words = (*before.words, Strand(" "), *one.words)
            found[-1] = Said(words, merged(before.sources, one.sources))
    return tuple(found)


def _is_one_breath(before: Said, one: Said) -> bool:
    lengths = len(plain(before.words)), len(plain(one.words))
    if plain(one.words).startswith("("):  # it qualifies what was said
        return sum(lengths) <= _LONGEST
    return min(lengths) <= _FEW and sum(lengths) <= _BREATH


def all_in(element: Element) -> Said:
    """What stands in `element` itself, in one."""
    line = _line_of(element)
    start, end = len(line.text) - len(line.text.lstrip()), len(line.text.rstrip())
    sources = merged(*(sources for _, sources in line.marks))
    return Said(line.strands(start, end), sources, line.leads_on(start, end))


def merged(*sources: tuple[SourceId, ...]) -> tuple[SourceId, ...]:
    """All of them, each once, in order."""
    return tuple(dict.fromkeys(id for some in sources for id in some))


def cited_by(mark: str) -> tuple[SourceId, ...]:
    """The sources that a mark `cite:<source>:<fact>+<fact>|<source>:…` names."""
    return tuple(SourceId(part.partition(":")[0]) for part in mark.removeprefix(_CITE).split("|"))


def _whole(text: str) -> Iterator[str]:
    """The sentences of `text`; what stands in quotation marks or brackets together stays together."""
    held = ""
    start = 0
    for sentence in split(text):
        end = text.index(sentence, start) + len(sentence)
        begin = text.index(held, max(0, start - len(held))) if held else end - len(sentence)
        held, start = text[begin:end], end
        if not _is_open(held) or len(held) > _LONGEST:
            yield held
            held = ""
    if held:
        yield held


def _is_open(text: str) -> bool:
    """Whether a quotation or a bracket goes on behind `text`."""
    return text.count("“") > text.count("”") or text.count("(") > text.count(")")


def _inherited(said: list[Said]) -> tuple[Said, ...]:
    """A sentence without a mark takes that of the next with one: it stands at the end of what it is for."""
    found: list[Said] = []
    following: tuple[SourceId, ...] = ()
    for one in reversed(said):
        following = one.sources or following
        found.append(one._replace(sources=following))
    return tuple(reversed(found))


class _Look(NamedTuple):
    """How a character looks: a strand without text, and whether it is the words of a link."""

    strand: Strand
    is_link: bool = False


@dataclass(slots=True)
class _Line:
    """Text that is being put together, with the look of each of its characters."""

    text: str = ""
    looks: list[_Look] = field(default_factory=list)
    marks: list[tuple[int, tuple[SourceId, ...]]] = field(default_factory=list)  # behind which character

    def add(self, text: str, look: _Look) -> None:
        kept = []
        last = self.text[-1:]
        for sign in text:
            shown = " " if sign.isspace() and sign != _NBSP else sign
            if shown in {" ", _NBSP} and last in {"", " ", _NBSP}:
                continue
            kept.append(shown)
            last = shown
        self.text += "".join(kept)
        self.looks += [look] * len(kept)

    def mark(self, sources: tuple[SourceId, ...]) -> None:
        self.text = self.text.rstrip()
        del self.looks[len(self.text) :]
        self.marks.append((len(self.text), sources))

    def strands(self, start: int, end: int) -> Strands:
        runs = groupby(range(start, end), key=lambda place: self.looks[place].strand)
        return tuple(strand._replace(text="".join(self.text[place] for place in run)) for strand, run in runs)

    def leads_on(self, start: int, end: int) -> bool:
        runs = groupby(range(start, end), key=lambda place: self.looks[place].is_link)
        outside = "".join(
            "|" if linked else "".join(self.text[place] for place in run) for linked, run in runs
        )
        lead = _LEAD.match(outside)
        rest = outside[lead.end() :] if lead else outside
        return rest.startswith("|") and not _JOINING.sub("", rest)


def _line_of(element: Element) -> _Line:
    line = _Line()
    _collect(element, _Look(Strand("")), line)
    return line


def _collect(element: Element, look: _Look, line: _Line) -> None:
    line.add(element.text or "", look)
    for child in element:
        href = child.get("href", "")
        if child.tag == "a" and href.startswith(_CITE):
            line.mark(cited_by(href))
        elif child.tag == "br" or _is_address(child) or child.tag in BLOCKS:
            line.add(" ", look)
        else:
            inner = _Look(_look_of(child.tag, look.strand), look.is_link or href.startswith(_LINK))
            _collect(child, inner, line)
        line.add(child.tail or "", look)


def _is_address(element: Element) -> bool:
    """Whether it is a web address written out: nobody can follow it on a wall."""
    return (
        element.tag == "a"
        and element.get("href", "").startswith("http")
        and element.text == element.get("href")
    )


def _look_of(tag: str, look: Strand) -> Strand:
    match tag:
        case "strong" | "kbd":
            return look._replace(is_strong=True)
        case "em":
            return look._replace(is_emphasis=True)
        case "sub" | "sup":
            return look._replace(script=tag)
        case _:
            return look
