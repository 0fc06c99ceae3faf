"""Checks of what is said: on which facts each block rests, its numbers, cautions and doses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crmo_desktop.authoring.content_folder import ContentFolder, Record, TopicFile
from crmo_desktop.authoring.conversions import converts
from crmo_desktop.authoring.markup import INLINE, Element
from crmo_desktop.authoring.numbers import Evidence, Number, numbers_in
from crmo_desktop.authoring.problem import Problem

STATING: Final = frozenset({"p", "li", "td", "dd", "figcaption"})
LABELS: Final = frozenset({"h2", "h3", "caption", "th", "dt"})
DOSE: Final = re.compile(
    r"\d[\d.,]*\s*(?:[-–]\s*\d[\d.,]*\s*)?(?:mg|mcg|µg|μg|micrograms?|milligrams?|grams?|g|ml|millilit(?:re|er)s?|IU|units?)\b",
    re.IGNORECASE,
)
_FEW_WORDS: Final = 3
_DULL: Final = frozenset(
    "a an and are as at be but by for from has have in is it its may not of on one only or than that the their "
    "these this those to was were which who with without".split()
)


@dataclass(slots=True)
class _Block:
    """A block that holds words of its own, with the facts in force where it stands."""

    element: Element
    facts: tuple[str, ...]
    states_nothing: bool
    container: Element  # the section, or the summary itself
    table: Element | None


def cited_facts(element: Element) -> list[str]:
    """Every fact cited on `element` and below it, each once, in order."""
    return list(dict.fromkeys(id for inner in element.walk() for id in inner.words_of("data-facts")))


def check_evidence(folder: ContentFolder, topic: TopicFile) -> Iterator[Problem]:
    """All checks of one topic's statements; a help page states nothing about the disease and is passed over."""
    if topic.is_help:
        return
    yield from _check_citations(folder, topic)
    for container in [*topic.summaries(), *topic.sections()]:
        audience = container.attributes.get("data-audience", "both")
        yield from _check_cautions(folder, topic, container)
        yield from _check_audience(folder, topic, container, audience)
        for block in _blocks_of(container):
            yield from _check_sources(topic, block)
            yield from _check_numbers(folder, topic, block)
            if audience != "clinician":
                yield from _check_doses(topic, block)


def _blocks_of(container: Element) -> list[_Block]:
    found: list[_Block] = []

    def visit(element: Element, facts: tuple[str, ...], nothing: bool, table: Element | None) -> None:
        facts = (*facts, *element.words_of("data-facts"), *element.words_of("data-caution"))
        nothing = nothing or "data-states" in element.attributes
        table = element if element.tag == "table" else table
        if element.tag in STATING | LABELS and element.own_text():
            inner = [id for child in _inline(element) for id in child.words_of("data-facts")]
            found.append(_Block(element, (*facts, *inner), nothing, container, table))
        for child in element.elements():
            if child.tag not in INLINE:
                visit(child, facts, nothing, table)

    visit(container, (), False, None)
    return found


def _inline(element: Element) -> Iterator[Element]:
    for child in element.elements():
        if child.tag in INLINE:
            yield from child.walk()


def _check_citations(folder: ContentFolder, topic: TopicFile) -> Iterator[Problem]:
    for element in topic.root.walk():
        for name in ("data-facts", "data-caution"):
            for id in element.words_of(name):
                fact = folder.facts.get(id)
                if fact is None:
                    yield Problem(topic.path, element.line, f"fact “{id}” does not exist")
                    continue
                for source in fact.get("sources", []):
                    if source not in folder.sources:
                        yield Problem(
                            topic.path, element.line, f"source “{source}” of fact “{id}” does not exist"
                        )
                if not fact.get("sources"):
                    yield Problem(topic.path, element.line, f"fact “{id}” has no source")


def _check_sources(topic: TopicFile, block: _Block) -> Iterator[Problem]:
    element = block.element
    if element.tag not in STATING:
        return
    if block.states_nothing and block.facts:
        yield Problem(
            topic.path, element.line, f"<{element.tag}> says that it states nothing and cites facts"
        )
    elif not block.states_nothing and not block.facts:
        start = element.own_text()[:50]
        yield Problem(
            topic.path, element.line, f"<{element.tag}> states something and cites no fact: “{start}…”"
        )


def _check_audience(
    folder: ContentFolder, topic: TopicFile, container: Element, audience: str
) -> Iterator[Problem]:
    if audience == "clinician":
        return
    for element in container.walk():
        for id in element.words_of("data-facts"):
            if folder.facts.get(id, {}).get("audience") == "clinician":
                yield Problem(
                    topic.path, element.line, f"fact “{id}” is for clinicians only; this is for {audience}"
                )


def _check_cautions(folder: ContentFolder, topic: TopicFile, container: Element) -> Iterator[Problem]:
    told: dict[str, Element] = {}
    for element in container.walk():
        for id in element.words_of("data-caution"):
            told[id] = element
    for id in cited_facts(container):
        caution = folder.facts.get(id, {}).get("caution")
        if not caution:
            continue
        if id not in told:
            line = next(e.line for e in container.walk() if id in e.words_of("data-facts"))
            yield Problem(topic.path, line, f"fact “{id}” is shown without its caution: “{caution}”")
        elif not _tells(told[id].text(), caution):
            yield Problem(topic.path, told[id].line, f"this does not tell the caution of “{id}”: “{caution}”")


def _tells(text: str, caution: str) -> bool:
    if not text:
        return True  # the compiler puts the caution in
    wanted, given = _telling_words(caution), _telling_words(text)
    return len(wanted & given) >= min(_FEW_WORDS, (len(wanted) + 1) // 2)


def _telling_words(text: str) -> set[str]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {word[:5] for word in words if word not in _DULL}


def _check_numbers(folder: ContentFolder, topic: TopicFile, block: _Block) -> Iterator[Problem]:
    facts = list(block.facts)
    if block.element.tag in LABELS:
        facts += cited_facts(block.table or block.container)
    evidence = _evidence(folder, facts)
    names = _names(folder, topic)
    plain, converted = _split_conversions(block.element)
    for number in numbers_in(plain):
        if not evidence.supports(number, names=names):
            yield _unsupported(topic, block.element, number)
    for shown, original in converted:
        for number in numbers_in(original):
            if not evidence.supports(number):
                yield _unsupported(topic, block.element, number)
        if not converts(original, shown):
            yield Problem(topic.path, block.element.line, f"“{shown}” is not what “{original}” comes to")


def _unsupported(topic: TopicFile, element: Element, number: Number) -> Problem:
    return Problem(
        topic.path, element.line, f"the number “{number.written}” is in none of the facts cited here"
    )


def _split_conversions(element: Element) -> tuple[str, list[tuple[str, str]]]:
    """A block's own words without its converted numbers, and these as (shown, original)."""
    converted: list[tuple[str, str]] = []

    def strip(part: Element) -> Element:
        copy = Element(part.tag, part.attributes, part.line)
        for child in part.children:
            if isinstance(child, str):
                copy.children.append(child)
            elif "data-equals" in child.attributes:
                converted.append((child.text(), child.attributes["data-equals"]))
                copy.children.append(" ")
            elif child.tag in INLINE:
                copy.children.append(strip(child))
        return copy

    return strip(element).own_text(), converted


def _evidence(folder: ContentFolder, ids: list[str]) -> Evidence:
    facts = [folder.facts[id] for id in dict.fromkeys(ids) if id in folder.facts]
    years = [
        year
        for fact in facts
        for source in fact.get("sources", [])
        if isinstance(year := folder.sources.get(source, {}).get("year"), int)
    ]
    return Evidence([_text_of(fact) for fact in facts], years)


def _text_of(fact: Record) -> str:
    parts = [fact.get("statement", ""), *fact.get("figures", []), fact.get("caution") or ""]
    return " ; ".join(str(part) for part in parts)


def _names(folder: ContentFolder, topic: TopicFile) -> str:
    """Where a name with figures may stand besides the facts: the glossary and the titles of topics."""
    terms = [
        str(word)
        for term in folder.glossary.values()
        for word in [term.get("term", ""), *term.get("synonyms", [])]
    ]
    return " ; ".join([*terms, *folder.planned().values()])


def _check_doses(topic: TopicFile, block: _Block) -> Iterator[Problem]:
    for match in DOSE.finditer(block.element.own_text()):
        yield Problem(topic.path, block.element.line, f"a dose in a patient section: “{match.group()}”")
