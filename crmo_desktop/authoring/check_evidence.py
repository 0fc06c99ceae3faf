"""Checks of what is said: on which facts each block rests, for whom they are, their cautions, doses."""

import re
from collections.abc import Iterator
from typing import Final

from crmo_desktop.authoring.blocks import Block, blocks_of, cited_facts
from crmo_desktop.authoring.characters import unify
from crmo_desktop.authoring.content_folder import ContentFolder, TopicFile
from crmo_desktop.authoring.markup import Element
from crmo_desktop.authoring.numbers import in_figures
from crmo_desktop.authoring.problem import Problem

_DOSE: Final = re.compile(
    r"\d[\d.,]*(?:\s*(?:-|–|to|or)\s*\d[\d.,]*)?[\s-]*"
    r"(?:mg|mcg|[μu]g|ng|g|ml|iu|units?|tablets?|capsules?|(?:micro|milli|nano)?gram(?:me)?s?|millilit(?:re|er)s?)\b"
    r"|\b(?:half )?an? (?:(?:micro|milli|nano)?gram(?:me)?|millilit(?:re|er))\b",
    re.IGNORECASE,
)
_CAN_BE_LEFT_EMPTY: Final = frozenset({"aside", "p", "li", "td", "dd", "span"})
_FEW_WORDS: Final = 3
_DULL: Final = frozenset(
    "a an and are as at be but by for from has have in is it its may not of on one only or than that the "
    "their these this those to was were which who with without".split()
)


def check_evidence(folder: ContentFolder, topic: TopicFile) -> Iterator[Problem]:
    """All checks of one topic's statements but those of numbers; a page of the guide may cite nothing."""
    yield from check_references(folder, topic)
    if topic.is_help:
        for id in cited_facts(topic.root):
            yield Problem(
                topic.path, _line_of(topic.root, id), f"a page of the guide cites fact “{id}”; it cites none"
            )
        return
    for container in [*topic.summaries(), *topic.sections()]:
        audience = container.attributes.get("data-audience", "both")
        yield from _check_cautions(folder, topic, container)
        for block in blocks_of(container):
            yield from _check_sources(topic, block)
        if audience != "clinician":
            yield from _check_audience(folder, topic, container, audience)
            yield from _check_doses(folder, topic, container)


def check_references(folder: ContentFolder, topic: TopicFile) -> Iterator[Problem]:
    """Facts, sources, glossary words and pictures that `topic` names and that do not exist."""
    for element in topic.root.walk():
        term, picture = element.attributes.get("data-term", ""), element.attributes.get("src", "")
        if element.tag == "dfn" and term not in folder.glossary:
            yield Problem(topic.path, element.line, f"the glossary has no term “{term}”")
        if element.tag == "img" and not (folder.root / "pictures" / picture).is_file():
            yield Problem(topic.path, element.line, f"there is no picture “{picture}” in the folder pictures")
        for id in (*element.words_of("data-facts"), *element.words_of("data-caution")):
            fact = folder.facts.get(id)
            if fact is None:
                yield Problem(topic.path, element.line, f"fact “{id}” does not exist")
                continue
            for source in fact["sources"]:
                if source not in folder.sources:
                    yield Problem(
                        topic.path, element.line, f"source “{source}” of fact “{id}” does not exist"
                    )
            if not fact.get("sources"):
                yield Problem(topic.path, element.line, f"fact “{id}” has no source")


def _check_sources(topic: TopicFile, block: Block) -> Iterator[Problem]:
    element = block.element
    if not block.is_statement:
        return
    if block.states_nothing and block.facts:
        yield Problem(
            topic.path, element.line, f"<{element.tag}> says that it states nothing and cites facts"
        )
    elif not block.states_nothing and not block.facts:
        text = f"<{element.tag}> states something and cites no fact: “{block.text[:50]}…”"
        yield Problem(topic.path, element.line, text)


def _check_audience(
    folder: ContentFolder, topic: TopicFile, container: Element, audience: str
) -> Iterator[Problem]:
    for element in container.walk():
        for id in (*element.words_of("data-facts"), *element.words_of("data-caution")):
            if folder.facts.get(id, {}).get("audience") == "clinician":
                text = f"fact “{id}” is for clinicians only; this is for {audience}"
                yield Problem(topic.path, element.line, text)


def _check_cautions(folder: ContentFolder, topic: TopicFile, container: Element) -> Iterator[Problem]:
    told: dict[str, list[Element]] = {}
    for element in container.walk():
        for id in element.words_of("data-caution"):
            told.setdefault(id, []).append(element)
            yield from _check_empty(folder, topic, element, id)
    for id in cited_facts(container):
        caution = folder.facts.get(id, {}).get("caution")
        if not caution:
            continue
        if id not in told:
            text = f"fact “{id}” is shown without its caution: “{caution}”"
            yield Problem(topic.path, _line_of(container, id), text)
        elif not any(not element.text() or tells_caution(element.text(), caution) for element in told[id]):
            yield Problem(
                topic.path, told[id][-1].line, f"this does not tell the caution of “{id}”: “{caution}”"
            )


def _check_empty(folder: ContentFolder, topic: TopicFile, element: Element, id: str) -> Iterator[Problem]:
    """Whether the compiler can put the caution of `id` into an element that was left empty."""
    if element.text():
        return
    if element.tag not in _CAN_BE_LEFT_EMPTY:
        yield Problem(
            topic.path, element.line, f"<{element.tag}> cannot be left empty for the caution of “{id}”"
        )
    elif id in folder.facts and not folder.facts[id].get("caution"):
        yield Problem(topic.path, element.line, f"fact “{id}” has no caution that could be put in here")


def _line_of(container: Element, id: str) -> int:
    return next(element.line for element in container.walk() if id in element.words_of("data-facts"))


def _telling_words(text: str) -> set[str]:
    words = re.findall(r"[^\W_]+", unify(text).lower())
    return {word[:5] for word in words if word not in _DULL}


def _check_doses(folder: ContentFolder, topic: TopicFile, container: Element) -> Iterator[Problem]:
    texts = [(block.element, block.text) for block in blocks_of(container)]
    for element in container.walk():
        if not element.text():
            cautions = (folder.facts.get(id, {}).get("caution") for id in element.words_of("data-caution"))
            texts += [(element, caution) for caution in cautions if caution]
    for element, text in texts:
        for dose in doses_in(text):
            yield Problem(topic.path, element.line, f"a dose in a patient section: “{dose}”")


def doses_in(text: str) -> list[str]:
    """The doses that `text` tells, as written but for figures."""
    return [match.group().strip() for match in _DOSE.finditer(in_figures(text))]


def tells_caution(text: str, caution: str) -> bool:
    """Whether `text` tells `caution` in its own words: by enough of the caution's telling ones."""
    wanted, given = _telling_words(caution), _telling_words(text)
    return len(wanted & given) >= min(_FEW_WORDS, (len(wanted) + 1) // 2)
