"""The reference's own markup made ready for paper, where nothing can be pressed.

Links tell their address, glossary words are words, lists can be made lists to tick, and what rests on a
source that is not printed bears no mark.
"""

from collections.abc import Callable
from typing import Final, NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from crmo_desktop.gui.typesetting import FIGURE

REFERENCE: Final = "ref:"  # then the address of what is in the same work: its page is written there
_BLANK: Final = "\xa0"
_DOI: Final = "doi:"
_SCHEME: Final = "crmo://"


class Rules(NamedTuple):
    """What is made of markup.

    Attributes:
        has: whether an address "topic/<id>" or "picture/<id>" is in the same work.
        source: whose figures a picture shows, by its id; "" for none.
        table: the same as a picture, by its id, where its words are too small to be read; None elsewhere.
    """

    has: Callable[[str], bool]
    source: Callable[[str], str]
    table: Callable[[str], Element | None] = lambda _: None
    has_sources: bool = True
    has_pictures: bool = True
    is_checklist: bool = False


def prepared(html: str, rules: Rules) -> str:
    """`html` of the pack's vocabulary as paper needs it, in the same vocabulary."""
    root = ElementTree.fromstring(f"<div>{html}</div>")
    _Preparing(rules).children(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return "" if text.endswith("<div />") else text.removeprefix("<div>").removesuffix("</div>")


class _Preparing:
    def __init__(self, rules: Rules) -> None:
        self._rules = rules

    def children(self, element: Element) -> None:
        """Change what stands in `element`."""
        for child in list(element):
            self.children(child)
            if child.tag == "a":
                self._link(element, child)
            elif child.tag == "figure":
                self._figure(element, child)
            elif child.tag == "ul" and self._rules.is_checklist:
                child.set("class", "checklist")

    def _link(self, parent: Element, link: Element) -> None:
        kind, href = link.get("class", ""), link.get("href", "")
        if kind == "term":
            _unwrap(parent, link)
        elif kind == "cite" and self._rules.has_sources:
            link.text = (link.text or "").replace(" ", _BLANK)  # [3, 11, 12] stays in one line
        elif kind == "cite":
            _take_out(parent, link)
        elif href.startswith(_SCHEME):
            self._address(parent, link, href.removeprefix(_SCHEME))
        elif "://" in href and not _tells("".join(link.itertext()), href):
            _put_behind(parent, link, _written(href))

    def _address(self, parent: Element, link: Element, where: str) -> None:
        if self._rules.has(where.partition("#")[0]):
            number = Element("img", {"src": f"{REFERENCE}{where}", "alt": ""})
            _put_behind(parent, link, number)
            link.tail = _BLANK
        else:
            _put_behind(parent, link, _written(f"{_SCHEME}{where}"))

    def _figure(self, parent: Element, figure: Element) -> None:
        image = figure.find("img")
        name = "" if image is None else image.get("src", "")
        if not self._rules.has_pictures:
            caption = figure.find("figcaption")
            figure.tag, figure.attrib = "p", {}
            if image is not None:
                figure.remove(image)
            if caption is not None:
                caption.tag = "span"
            if name.startswith(FIGURE):
                figure.append(_written(f"{_SCHEME}picture/{name.removeprefix(FIGURE)}"))
            return
        source = self._rules.source(name.removeprefix(FIGURE)) if name.startswith(FIGURE) else ""
        if source:
            told = Element("figcaption", {"class": "source"})
            told.text = source
            figure.append(told)
        table = self._rules.table(name.removeprefix(FIGURE)) if name.startswith(FIGURE) else None
        if table is not None:
            _put_behind(parent, figure, table)


def _tells(words: str, address: str) -> bool:
    """Whether words say where a link leads to: its address, or of an article the DOI."""
    where = address.partition("://")[2].rstrip("/")
    return where in words or (words.startswith(_DOI) and where.endswith(words.removeprefix(_DOI)))


def _written(address: str) -> Element:
    """An address in brackets."""
    written = Element("span", {"class": "address"})
    written.text = f" ({address})"
    return written


def _put_behind(parent: Element, child: Element, added: Element) -> None:
    added.tail, child.tail = child.tail, ""
    parent.insert(list(parent).index(child) + 1, added)


def _unwrap(parent: Element, child: Element) -> None:
    """Put what is in an element in its place."""
    place = list(parent).index(child)
    inner = list(child)
    if inner:
        inner[-1].tail = (inner[-1].tail or "") + (child.tail or "")
    text = (child.text or "") + ("" if inner else child.tail or "")
    if place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    parent.remove(child)
    for number, element in enumerate(inner):
        parent.insert(place + number, element)


def _take_out(parent: Element, child: Element) -> None:
    """Remove a mark, and the blank before it."""
    place = list(parent).index(child)
    tail = child.tail or ""
    if place == 0:
        parent.text = (parent.text or "").rstrip() + tail
    else:
        before = parent[place - 1]
        before.tail = (before.tail or "").rstrip() + tail
    parent.remove(child)
