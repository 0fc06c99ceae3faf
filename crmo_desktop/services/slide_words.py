"""Words of a page for slides: cut into sentences with their looks, citation marks taken out and kept aside."""

from dataclasses import dataclass, field
from itertools import groupby
from typing import Final
from xml.etree.ElementTree import Element

from crmo_desktop.domain.identifiers import SourceId
from crmo_desktop.domain.slides import Strand, Strands
from crmo_desktop.services.sentences import split

BLOCKS: Final = frozenset("p ul ol li dl dt dd table aside figure figcaption h3 div img".split())
_NBSP: Final = "\u00a0"
_CITE: Final = "cite:"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, or all of a block's words.

    Attributes:
        sources: that its marks name; those of a mark further on in its block if it has none itself.
    """

    words: Strands
    sources: tuple[SourceId, ...]


def sentences_in(element: Element) -> tuple[Said, ...]:
    """Each sentence of what stands in `element` itself, without the blocks in it."""
    line = _line_of(element)
    found: list[Said] = []
    end = 0
    for sentence in split(line.text):
        start = line.text.index(sentence, end)
        marks = [sources for place, sources in line.marks if end <= place <= start + len(sentence)]
        if found:  # a mark right behind the one before is that one's
            marks = [sources for place, sources in line.marks if end < place <= start + len(sentence)]
        end = start + len(sentence)
        found.append(Said(line.strands(start, end), merged(*marks)))
    return inherited(found)


def all_in(element: Element) -> Said:
    """What stands in `element` itself, in one."""
    line = _line_of(element)
    start = len(line.text) - len(line.text.lstrip())
    return Said(line.strands(start, len(line.text.rstrip())), merged(*(sources for _, sources in line.marks)))


def inherited(said: list[Said]) -> tuple[Said, ...]:
    """Sentences without a mark take those of the next that has one: it stands at the end of what it is for."""
    found: list[Said] = []
    following: tuple[SourceId, ...] = ()
    for one in reversed(said):
        following = one.sources or following
        found.append(Said(one.words, following))
    return tuple(reversed(found))


def merged(*sources: tuple[SourceId, ...]) -> tuple[SourceId, ...]:
    """All of them, each once, in order."""
    return tuple(dict.fromkeys(id for some in sources for id in some))


def cited_by(mark: str) -> tuple[SourceId, ...]:
    """The sources that a mark `cite:<source>:<fact>+<fact>|<source>:…` names."""
    parts = mark.removeprefix(_CITE).split("|")
    return tuple(SourceId(part.partition(":")[0]) for part in parts if part)


def facts_of(mark: str) -> tuple[str, ...]:
    """The facts that such a mark names."""
    parts = mark.removeprefix(_CITE).split("|")
    return tuple(fact for part in parts for fact in part.partition(":")[2].split("+") if fact)


@dataclass(slots=True)
class _Line:
    """Text that is being put together, with the look of each of its characters."""

    text: str = ""
    looks: list[Strand] = field(default_factory=list)  # without text
    marks: list[tuple[int, tuple[SourceId, ...]]] = field(default_factory=list)  # behind which character

    def add(self, text: str, look: Strand) -> None:
        kept = []
        last = self.text[-1:]
        for sign in text:
            shown = " " if sign.isspace() and sign != _NBSP else sign
            if shown == " " and last in {"", " ", _NBSP}:
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
        runs = groupby(range(start, end), key=self.looks.__getitem__)
        return tuple(look._replace(text="".join(self.text[place] for place in run)) for look, run in runs)


def _line_of(element: Element) -> _Line:
    line = _Line()
    _collect(element, Strand(""), line)
    return line


def _collect(element: Element, look: Strand, line: _Line) -> None:
    line.add(element.text or "", look)
    for child in element:
        href = child.get("href", "")
        if child.tag == "a" and href.startswith(_CITE):
            line.mark(cited_by(href))
        elif child.tag == "br" or child.tag in BLOCKS:
            line.add(" ", look)
        else:
            _collect(child, _look_of(child.tag, look), line)
        line.add(child.tail or "", look)


def _look_of(tag: str, look: Strand) -> Strand:
    match tag:
        case "strong" | "b" | "kbd":
            return look._replace(is_strong=True)
        case "em" | "i":
            return look._replace(is_emphasis=True)
        case "sub" | "sup":
            return look._replace(script=tag)
        case _:
            return look
