"""Turns a topic as written into pages as shown: one audience at a time, sources numbered, words explained."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Final

from crmo_desktop.authoring.content_folder import ContentFolder, TopicFile
from crmo_desktop.authoring.markup import INLINE, Element
from crmo_desktop.authoring.pictures.placing import ADDRESS
from crmo_desktop.authoring.records import Record
from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import AddressError
from crmo_desktop.domain.identifiers import PictureAddress, TopicAddress, parse_address

NBSP: Final = "\u00a0"
_WRITERS_ATTRIBUTES: Final = frozenset(
    {"data-facts", "data-states", "data-caution", "data-audience", "data-equals"}
)
_NO_TERMS: Final = frozenset({"h2", "h3", "a", "dfn", "th", "caption", "dt", "kbd"})
_MARKED_AT_END: Final = frozenset({"p", "li", "td", "dd", "figcaption", "span", "caption"})
_LONGEST_GLUED: Final = 8  # characters of a mark that stays on the line of the word before it
_MOST_MARKS: Final = 2  # more sources than this behind one statement share a mark
_TEXT_BLOCKS: Final = frozenset({"p", "li", "td", "th", "dd", "dt", "caption", "figcaption", "h2", "h3"})


@dataclass(frozen=True, slots=True)
class RenderedSection:
    """A section ready to show; `html` is without its h2."""

    id: str
    title: str
    is_key_points: bool
    html: str
    text: str


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A topic for one audience; `sources` in the order of their numbers."""

    summary_html: str
    summary: str
    sections: tuple[RenderedSection, ...]
    sources: tuple[str, ...]


class TermFinder:
    """Finds the glossary's words in running text."""

    def __init__(self, glossary: dict[str, Record]) -> None:
        self._ids: dict[str, str] = {}
        for id, record in glossary.items():
            for word in (record["term"], *record["synonyms"]):
                if len(word) > 1:
                    self._ids.setdefault(_key(word), id)
        words = (word for record in glossary.values() for word in (record["term"], *record["synonyms"]))
        ordered = sorted((word for word in words if len(word) > 1), key=lambda word: (-len(word), word))
        any_word = "|".join(map(re.escape, ordered)) or "(?!)"
        self._pattern = re.compile(rf"(?<![\w-])(?:{any_word})(?:s|es)?(?![\w-])", re.IGNORECASE)

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, term id) of every word explained by the glossary, in order."""
        found = []
        for match in self._pattern.finditer(text):
            word = match.group()
            id = self._ids.get(_key(word)) or self._ids.get(_key(word[:-1])) or self._ids.get(_key(word[:-2]))
            if id is not None:
                found.append((match.start(), match.end(), id))
        return found

    def explained_by(self, title: str) -> set[str]:
        """Terms that a page with this title explains itself."""
        return {id for _, _, id in self.find(title)}


def _key(word: str) -> str:
    """How a glossary word is recognised: an abbreviation to the letter, any other word in any case."""
    return word if word.isupper() and len(word) <= 5 else word.casefold()


class Renderer:
    """Renders topics of one content folder."""

    def __init__(self, folder: ContentFolder) -> None:
        self._folder = folder
        self._terms = TermFinder(folder.glossary)

    def page(self, topic: TopicFile, audience: str) -> RenderedPage | None:
        """`topic` as `audience` reads it; None if it has nothing for that audience."""
        sections = [s for s in topic.sections() if s.attributes.get("data-audience") in (audience, "both")]
        if not sections:
            return None
        summaries = [s for s in topic.summaries() if s.attributes.get("data-audience") in (audience, "both")]
        is_easy = audience == Audience.PATIENT and not topic.is_help
        own_terms = self._terms.explained_by(self._folder.planned().get(topic.id, ""))
        rendering = _Rendering(self._folder, self._terms, own_terms, is_easy=is_easy)
        summary = rendering.tell_cautions(summaries[0]) if summaries else Element("p", {}, 0)
        shown = rendering.summary(summary)
        rendered = tuple(rendering.section(section) for section in sections)
        return RenderedPage(
            summary_html=_inner(shown),
            summary=summary.text(),
            sections=rendered,
            sources=tuple(rendering.numbers),
        )


class _Rendering:
    """One page on its way: keeps the numbers given to sources and the terms explained so far in a section.

    On an easy page what a short form can show (summary, key points, red flags) explains every term by
    itself, the page's own ones too: the section that does so otherwise may not be shown.
    """

    def __init__(
        self, folder: ContentFolder, terms: TermFinder, own_terms: set[str], *, is_easy: bool
    ) -> None:
        self._folder = folder
        self._written = folder.written()
        self._finder = terms
        self._own_terms = own_terms
        self._is_easy = is_easy
        self._explained: set[str] = set(own_terms)
        self.numbers: dict[str, int] = {}

    def summary(self, summary: Element) -> Element:
        """The summary as shown."""
        self._explained = set()
        return self.block(summary, explains=self._is_easy)

    def section(self, section: Element) -> RenderedSection:
        is_key_points = "key-points" in section.words_of("class")
        self._explained = set() if self._is_easy and is_key_points else set(self._own_terms)
        title, blocks, lines = "", [], []
        for element in self.tell_cautions(section).elements():
            if element.tag == "h2":
                title = element.text()
            else:
                blocks.append(self._top_block(element))
                lines += text_lines(element)
        return RenderedSection(
            id=section.attributes.get("id", ""),
            title=title,
            is_key_points=is_key_points,
            html="".join(str(block) for block in blocks),
            text="\n".join(lines),
        )

    def _top_block(self, element: Element) -> Element:
        if not self._is_easy or "red-flag" not in element.words_of("class"):
            return self.block(element)
        before, self._explained = self._explained, set()
        shown = self.block(element)
        self._explained |= before
        return shown

    def block(self, element: Element, *, explains: bool = True) -> Element:
        """`element` as shown: marks set, terms (if it `explains`) and links resolved, its attributes gone."""
        attributes = {
            name: value for name, value in element.attributes.items() if name not in _WRITERS_ATTRIBUTES
        }
        shown = Element("span" if element.tag == "time" else element.tag, attributes, element.line)
        if element.tag == "dfn":
            term = element.attributes.get("data-term", "")
            self._explained.add(term)
            return Element("a", {"class": "term", "href": f"term:{term}"}, 0, list(element.children))
        for child in element.children:
            if isinstance(child, Element):
                shown.children.append(
                    self._link(child) if child.tag == "a" else self.block(child, explains=explains)
                )
            elif not explains or element.tag in _NO_TERMS:
                shown.children.append(child)
            else:
                shown.children.extend(self._explain(child))
        self._mark(shown, element.words_of("data-facts"))
        return shown

    def _link(self, link: Element) -> Element:
        """The link, or its bare words where this edition does not have the topic or picture yet."""
        href = link.attributes.get("href", "")
        if href.startswith("crmo://"):
            try:
                address = parse_address(href)
            except AddressError:
                return Element("span", {}, 0, list(link.children))
            if isinstance(address, TopicAddress) and address.topic not in self._written:
                return Element("span", {}, 0, list(link.children))
            if isinstance(address, PictureAddress) and address.picture not in self._folder.pictures:
                return Element("span", {}, 0, list(link.children))
        return Element("a", {"href": href}, 0, list(link.children))

    def _explain(self, text: str) -> Iterable["Element | str"]:
        position = 0
        for start, end, id in self._finder.find(text):
            if id in self._explained:
                continue
            self._explained.add(id)
            yield text[position:start]
            yield Element("a", {"class": "term", "href": f"term:{id}"}, 0, [text[start:end]])
            position = end
        yield text[position:]

    def tell_cautions(self, element: Element) -> Element:
        """`element` with the cautions put in wherever a `data-caution` was left empty."""
        told = Element(element.tag, element.attributes, element.line)
        for child in element.children:
            told.children.append(child if isinstance(child, str) else self.tell_cautions(child))
        if "data-caution" in element.attributes and not element.text():
            told.children = list(self._cautions(element))
        return told

    def _cautions(self, element: Element) -> Iterable[Element]:
        cautions = [self._folder.facts.get(id, {}).get("caution") for id in element.words_of("data-caution")]
        for caution in dict.fromkeys(str(caution) for caution in cautions if caution):
            if element.tag == "aside":
                yield Element("p", {}, 0, [caution])
            else:
                yield Element("span", {}, 0, [caution])

    def _mark(self, shown: Element, facts: tuple[str, ...]) -> None:
        """Put the citation marks for `facts` at the end of the last block within `shown`."""
        by_source: dict[str, list[str]] = {}
        for id in facts:
            for source in self._folder.facts.get(id, {}).get("sources", []):
                by_source.setdefault(source, []).append(id)
        if not by_source:
            return
        numbered = {source: self.numbers.setdefault(source, len(self.numbers) + 1) for source in by_source}
        ordered = sorted(by_source, key=numbered.__getitem__)
        groups = [ordered] if len(ordered) > _MOST_MARKS else [[source] for source in ordered]
        target = _place_for_marks(shown)
        space = NBSP
        for group in groups:
            href = "cite:" + "|".join(f"{source}:{'+'.join(by_source[source])}" for source in group)
            mark = f"[{_ranges([numbered[source] for source in group])}]"
            if len(mark) > _LONGEST_GLUED:  # glued to its word it would burst a narrow cell
                space = " "
            else:
                mark = mark.replace(" ", NBSP)
            target.children += [space, Element("a", {"class": "cite", "href": href}, 0, [mark])]
            space = " "


def _ranges(numbers: list[int]) -> str:
    """Ascending numbers as readers of journals know them: 1, 3, 6–9."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and parts[-1][-1] == number - 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    shown = [f"{part[0]}–{part[-1]}" if len(part) > 2 else ", ".join(map(str, part)) for part in parts]
    return ", ".join(shown)


def _place_for_marks(element: Element) -> Element:
    if element.tag == "table":
        captions = [child for child in element.elements() if child.tag == "caption"]
        if captions:
            return captions[0]
    children = [child for child in element.elements() if child.tag not in INLINE]
    if element.tag in _MARKED_AT_END and not children:
        return element
    return _place_for_marks(children[-1]) if children else element


def _inner(element: Element) -> str:
    return "".join(
        escape(child, quote=False) if isinstance(child, str) else str(child) for child in element.children
    )


def text_lines(element: Element) -> list[str]:
    """The words of `element`, a line a block, as written (no marks); the cells of a row on one line."""
    if element.tag == "tr":
        return [" | ".join(cell.text() for cell in element.elements())]
    if element.tag == "img":
        if element.attributes.get("src", "").startswith(ADDRESS):
            return []  # all that a picture says would drown the section in a search; its caption is read
        return [f"[{element.attributes.get('alt', '')}]"]
    if element.tag in _TEXT_BLOCKS:
        own = [element.own_text()] if element.own_text() else []
        return own + [
            line for child in element.elements() if child.tag not in INLINE for line in text_lines(child)
        ]
    return [line for child in element.elements() for line in text_lines(child)]
