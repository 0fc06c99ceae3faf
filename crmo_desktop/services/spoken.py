"""A page as a list of sentences for a voice, in the order in which they are read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from crmo_desktop.domain.page import Page, Section
from crmo_desktop.services.sentences import split

POWER: Final = "\ue000"  # stands before what is written small and high; never shown
PICTURE: Final = "\ufffc"  # what a picture is in the text of the window's page
_BLOCKS: Final = frozenset("p ul ol li dl dt dd table aside figure figcaption h3 div".split())


@dataclass(frozen=True, slots=True)
class Sentence:
    """Something to be said in one go.

    Attributes:
        text: what is to be said, still as it is written: `Voicing` puts it into words.
        shown: how it stands on the page, without citation marks; `PICTURE` for the first words of a picture,
            "" for those after it.
        section: the section it stands in; "" above the first.
    """

    text: str
    shown: str
    section: str


def sentences(page: Page, call_outs: Mapping[str, str], *, empty: str = "empty") -> tuple[Sentence, ...]:
    """What a voice reads of `page`: all of it but the citation marks and the list of sources.

    Args:
        page: what is shown.
        call_outs: the titles of call-outs by their class.
        empty: what is said of a cell with nothing in it.
    """
    speaker = _Speaker(call_outs, empty)
    found = list(speaker.paragraph(page.topic.title, ""))
    found += speaker.inside(_parse(page.summary_html), "")
    for section in page.sections:
        found += speaker.section(section)
    return tuple(found)


class _Speaker:
    """Walks through the pack's own markup (docs/content-format.md)."""

    def __init__(self, call_outs: Mapping[str, str], empty: str) -> None:
        self._call_outs, self._empty = call_outs, empty

    def section(self, section: Section) -> Iterator[Sentence]:
        yield from self.paragraph(section.title, section.id)
        yield from self.inside(_parse(section.html), section.id)

    def paragraph(self, text: str, section: str, lead: str = "") -> Iterator[Sentence]:
        """Each sentence of `text`; `lead`, which is not on the page there, is said before the first."""
        for number, sentence in enumerate(split(" ".join(text.split()))):
            said = f"{lead} {sentence}" if lead and number == 0 else sentence
            yield Sentence(said, sentence.replace(POWER, ""), section)

    def inside(self, element: Element, section: str, lead: str = "") -> Iterator[Sentence]:
        """What stands in `element`: words in a row, and blocks between them."""
        words = element.text or ""
        for child in element:
            if child.tag in _BLOCKS or child.tag == "img":
                yield from self.paragraph(words, section, lead)
                lead = "" if words.strip() else lead
                yield from self._block(child, section, lead)
                words, lead = "", ""
            else:
                words += _inline(child, words)
            words += child.tail or ""
        yield from self.paragraph(words, section, lead)

    def _block(self, element: Element, section: str, lead: str) -> Iterator[Sentence]:
        match element.tag:
            case "img":
                for number, sentence in enumerate(split(" ".join(element.get("alt", "").split()))):
                    yield Sentence(sentence, "" if number else PICTURE, section)
            case "aside":
                title = self._call_outs[element.get("class", "unknown")]
                yield Sentence(f"{title}:", title, section)
                yield from self.inside(element, section)
            case "table":
                yield from self._table(element, section)
            case "figure":
                # the caption stands above the picture where it comes first, below it where it comes last
                yield from self.inside(element, section)
            case "ol":
                for number, item in enumerate(element, start=1):
                    yield from self.inside(item, section, f"{number}.")
            case _:
                yield from self.inside(element, section, lead)

    def _table(self, table: Element, section: str) -> Iterator[Sentence]:
        """Row by row, each cell behind the title of its column."""
        caption = table.find("caption")
        if caption is not None:
            yield from self.inside(caption, section)
        heads = [_text(cell) for row in table.iterfind("thead/tr") for cell in row]
        for row in table.iterfind("tbody/tr"):
            said: list[Sentence] = []
            for place, cell in enumerate(row):
                head = heads[place] if place < len(heads) else ""
                found = list(self.inside(cell, section, f"{head}:" if head else ""))
                if head and not found and said:  # nothing stands there that could be marked: it is said along
                    said[-1] = replace(said[-1], text=f"{said[-1].text} {head}: {self._empty}.")
                said += found
            yield from said


def _parse(html: str) -> Element:
    return ElementTree.fromstring(f"<div>{html}</div>")


def _text(element: Element) -> str:
    """The words in `element` without blocks, in one line."""
    words = element.text or ""
    for child in element:
        words += _inline(child, words) + (child.tail or "")
    return " ".join(words.split())


def _inline(element: Element, before: str) -> str:
    if element.tag == "a" and element.get("href", "").startswith("cite:"):
        return ""
    if element.tag == "br":
        return " "
    words = element.text or ""
    for child in element:
        words += _inline(child, before + words) + (child.tail or "")
    is_power = element.tag == "sup" and words.isdigit() and before[-1:].isalnum()
    return POWER + words if is_power else words
