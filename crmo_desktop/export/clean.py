"""Markup for people: the same words as clean text and as clean HTML, for other programs to paste."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Final
from xml.etree.ElementTree import Element

TITLE: Final = "data-title"  # of a call-out, as it is shown
NUMBER: Final = "data-number"  # of an item of a list that is numbered
_NO_ROOM: Final = re.compile("[\u00ad\u200b\u2060\ufeff\ufffc]")  # nothing to see, and in the way elsewhere
_BLANKS: Final = re.compile(r"[ \t\r\n\f\v\u00a0\u2007\u202f]+")
_BLOCKS: Final = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "dl", "table", "aside", "figure", "section", "div"}
)
_INLINE: Final = ("strong", "em", "sub", "sup", "abbr", "kbd")
_TICK: Final = "\u2610"
_BULLET: Final = "\u2022"


def cleaned(text: str, *, ends: bool = False) -> str:
    """`text` with plain blanks and without signs that take no room; its own ends are kept with `ends`."""
    text = _BLANKS.sub(" ", _NO_ROOM.sub("", text))
    return text if ends else text.strip()


# --- text


def text_of(root: Element) -> str:
    """The blocks in `root` as text, a blank line between them; each item of a list, each row has a line."""
    return "\n\n".join(block for block in _texts(root) if block)


def _texts(parent: Element) -> Iterator[str]:
    """The text of each block; words that stand in none are one."""
    if parent.text and parent.text.strip():
        yield cleaned(parent.text)
    for block in parent:
        yield _text(block)


def _text(block: Element) -> str:
    match block.tag:
        case "ul" | "ol":
            return "\n".join(_items(block))
        case "dl":
            return "\n".join(words_of(part) for part in block)
        case "table":
            caption = block.find("caption")
            rows = list(block.iter("tr"))
            lines = [] if caption is None else [words_of(caption)]
            return "\n".join([*lines, *("\t".join(words_of(cell) for cell in row) for row in rows)])
        case "aside" | "section" | "div":
            title = block.get(TITLE, "")
            return "\n".join(part for part in (title, *_texts(block)) if part)
        case "figure":
            return "\n".join(words_of(part) for part in block if part.tag != "img")
        case _:
            return _lines_of(block)


def _items(block: Element) -> Iterator[str]:
    for place, item in enumerate(block, start=1):
        sign = _TICK if block.get("class") == "checklist" else _BULLET
        if block.tag == "ol":
            sign = f"{item.get(NUMBER, place)}."
        yield f"{sign} {words_of(item)}"


def words_of(element: Element) -> str:
    """The words in `element`, in one line."""
    return cleaned("".join(_strings(element, " ")))


def _lines_of(element: Element) -> str:
    """The words in `element`, its lines ending where `br` ends them."""
    return "\n".join(cleaned(line) for line in "".join(_strings(element, "\v\n\v")).split("\v\n\v"))


def _strings(element: Element, line: str) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "br":
            yield line
        else:
            between = " " if child.tag in _BLOCKS or child.tag == "li" else ""
            yield between
            yield from _strings(child, line)
            yield between
        yield child.tail or ""


def is_inline(root: Element) -> bool:
    """Whether what is in `root` is one run of words, which belongs into the midst of others."""
    return (len(root) == 1 and root[0].tag in ("p", "h1", "h2", "h3", "h4")) or (
        len(root) == 1 and root[0].tag in ("ul", "ol") and len(root[0]) == 1
    )


def run_of(root: Element) -> Element:
    """The one element that holds the words, where `is_inline`."""
    return root[0][0] if root[0].tag in ("ul", "ol") else root[0]


# --- HTML


def html_of(root: Element) -> str:
    """The blocks in `root` as HTML without classes or styles: every program takes that as its own."""
    return "".join(_html(block) for block in root)


def inner_html(element: Element) -> str:
    """The words in `element` as HTML."""
    parts = [escape(cleaned(element.text or "", ends=True), quote=False)]
    for child in element:
        parts += [_inline(child), escape(cleaned(child.tail or "", ends=True), quote=False)]
    return "".join(parts)


def _inline(element: Element) -> str:
    if element.tag == "br":
        return "<br/>"
    inside = inner_html(element)
    if element.tag in _BLOCKS:
        return _html(element)
    if element.tag == "a":
        href = element.get("href", "")
        is_address = href.startswith(("crmo://", "https://", "http://"))
        return f'<a href="{escape(href)}">{inside}</a>' if is_address else inside
    return f"<{element.tag}>{inside}</{element.tag}>" if element.tag in _INLINE else inside


def _html(block: Element) -> str:
    match block.tag:
        case "ul" | "ol":
            first = block[0].get(NUMBER, "1") if len(block) else "1"
            start = f' start="{first}"' if block.tag == "ol" and first != "1" else ""
            tick = f"{_TICK} " if block.get("class") == "checklist" else ""
            return _wrapped(block.tag + start, (f"<li>{tick}{inner_html(item)}</li>" for item in block))
        case "dl":
            return _wrapped("dl", (f"<{part.tag}>{inner_html(part)}</{part.tag}>" for part in block))
        case "table":
            return _table(block)
        case "aside" | "section" | "div":
            title = block.get(TITLE, "")
            head = f"<p><strong>{escape(title, quote=False)}</strong></p>" if title else ""
            inside = f"{head}{html_of(block)}"
            return f"<blockquote>{inside}</blockquote>" if block.tag == "aside" else inside
        case "figure":
            return "".join(f"<p>{inner_html(part)}</p>" for part in block if part.tag != "img")
        case _:
            return f"<{block.tag}>{inner_html(block)}</{block.tag}>"


def _wrapped(tag: str, parts: Iterable[str]) -> str:
    return f"<{tag}>{''.join(parts)}</{tag.partition(' ')[0]}>"


def _table(table: Element) -> str:
    caption = table.find("caption")
    parts = [] if caption is None else [f"<caption>{inner_html(caption)}</caption>"]
    for part in table:
        if part.tag in ("thead", "tbody"):
            rows = (_wrapped("tr", (_cell(cell) for cell in row)) for row in part)
            parts.append(_wrapped(part.tag, rows))
    return _wrapped("table", parts)


def _cell(cell: Element) -> str:
    return f"<{cell.tag}>{inner_html(cell)}</{cell.tag}>"
