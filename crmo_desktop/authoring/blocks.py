"""The pieces of a topic that say something by themselves, with the facts that stand behind each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crmo_desktop.authoring.markup import INLINE, Element

STATING: Final = frozenset({"p", "li", "td", "dd", "figcaption"})
LABELS: Final = frozenset({"h2", "h3", "caption", "th", "dt"})
_READ_OUT: Final = ("alt", "title")  # attributes whose words a reader meets


@dataclass(frozen=True, slots=True)
class Block:
    """Words of their own: a paragraph, a cell, a heading, the words that stand for a picture.

    Attributes:
        element: where they stand.
        text: the words.
        plain: the words without converted numbers, and without the minutes of a plan.
        conversions: the converted numbers, as (shown, original).
        facts: ids of the facts in force there; a label has those of all it stands over.
        is_statement: whether the block has to rest on facts, or to say that it states nothing.
        states_nothing: whether it says so.
    """

    element: Element
    text: str
    plain: str
    conversions: tuple[tuple[str, str], ...]
    facts: tuple[str, ...]
    is_statement: bool
    states_nothing: bool


def cited_facts(element: Element) -> list[str]:
    """Every fact cited on `element` and below it, each once, in order."""
    return list(dict.fromkeys(id for inner in element.walk() for id in inner.words_of("data-facts")))


def blocks_of(container: Element) -> list[Block]:
    """The blocks of a section, or of a summary, in order."""
    return list(_visit(container, (), states_nothing=False, above=container))


def _visit(
    element: Element, facts: tuple[str, ...], *, states_nothing: bool, above: Element
) -> Iterator[Block]:
    """The blocks at `element` and below; `above` is what a label here stands over."""
    facts = (*facts, *element.words_of("data-facts"), *element.words_of("data-caution"))
    states_nothing = states_nothing or "data-states" in element.attributes
    above = element if element.tag == "table" else above
    own = (*facts, *_facts_within(element))
    text = element.own_text()
    if element.tag in STATING and text:
        yield _block(element, text, own, is_statement=True, states_nothing=states_nothing)
    elif element.tag in LABELS and text:
        labelled = (*own, *cited_facts(above))
        yield _block(element, text, labelled, is_statement=False, states_nothing=states_nothing)
    around = (*own, *cited_facts(element)) if element.tag == "figure" else own
    for inner in (element, *_inline(element)):
        for name in _READ_OUT:
            if words := inner.attributes.get(name, ""):
                yield Block(
                    inner, words, words, (), around, is_statement=False, states_nothing=states_nothing
                )
    for child in element.elements():
        if child.tag not in INLINE:
            yield from _visit(child, facts, states_nothing=states_nothing, above=above)


def _block(
    element: Element, text: str, facts: tuple[str, ...], *, is_statement: bool, states_nothing: bool
) -> Block:
    conversions: list[tuple[str, str]] = []
    without_minutes = states_nothing or not is_statement
    plain = _without_conversions(element, conversions, without_minutes=without_minutes).own_text()
    return Block(element, text, plain, tuple(conversions), facts, is_statement, states_nothing)


def _inline(element: Element) -> Iterator[Element]:
    for child in element.elements():
        if child.tag in INLINE:
            yield from child.walk()


def _facts_within(element: Element) -> Iterator[str]:
    for inner in _inline(element):
        yield from inner.words_of("data-facts")
        yield from inner.words_of("data-caution")


def _without_conversions(element: Element, found: list[tuple[str, str]], *, without_minutes: bool) -> Element:
    """A copy of `element` with a blank for each converted number in its words; the number goes to `found`.

    `without_minutes` the times of a plan are left out as well: they are no statement about medicine.
    """
    copy = Element(element.tag, element.attributes, element.line)
    for child in element.children:
        if isinstance(child, str):
            copy.children.append(child)
        elif "data-equals" in child.attributes:
            found.append((child.text(), child.attributes["data-equals"]))
            copy.children.append(" ")
        elif child.tag == "time" and without_minutes:
            copy.children.append(" ")
        elif child.tag in INLINE:
            copy.children.append(_without_conversions(child, found, without_minutes=without_minutes))
    return copy
