"""What is copied from a page: clean text and clean HTML, with a line that says what it is from.

Why that line, and when: docs/decisions/copying.md.
"""

from html import escape
from typing import Final, NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from PySide6.QtCore import QMimeData

from crmo_desktop.export.clean import (
    NUMBER,
    TITLE,
    html_of,
    inner_html,
    is_inline,
    run_of,
    text_of,
    words_of,
)
from crmo_desktop.gui.selected import View, selected

FEW_WORDS: Final = 8  # up to so many, in one paragraph, are copied as they are


class Copied(NamedTuple):
    """The same words twice."""

    text: str
    html: str

    def below(self, lines: list[str]) -> "Copied":
        """With `lines` below, each a paragraph of its own."""
        added = "".join(f"<p>{_with_links(line)}</p>" for line in lines if line)
        return Copied("\n".join([self.text, "", *lines]), f"{self.html}{added}")

    def data(self) -> QMimeData:
        """For the clipboard, or to be dragged."""
        mime = QMimeData()
        mime.setText(self.text)
        mime.setHtml(f'<html><head><meta charset="utf-8"></head><body>{self.html}</body></html>')
        return mime


def selected_xhtml(view: View) -> str:
    """The words selected, as well-formed XHTML of the pack's own vocabulary; "" if nothing is selected."""
    root = selected(view)
    for element in root.iter():
        for name in (NUMBER, TITLE):
            element.attrib.pop(name, None)
    return "".join(ElementTree.tostring(child, encoding="unicode") for child in root)


def copy_of(view: View, stamp: str) -> QMimeData:
    """What Ctrl+C takes: the words selected, and below more than a few of them `stamp`."""
    root = selected(view)
    copied = as_copied(root)
    return (copied.below([stamp]) if stamp and not is_few(root) else copied).data()


def as_copied(root: Element) -> Copied:
    """The blocks in `root`; what is within one paragraph, as words that go into the midst of others."""
    if is_inline(root):
        run = run_of(root)
        return Copied(words_of(run), inner_html(run).strip())
    return Copied(text_of(root), html_of(root))


def is_few(root: Element) -> bool:
    """Whether so little is in `root` that it goes alone: a name, a number, a few words."""
    return not len(root) or (is_inline(root) and len(words_of(run_of(root)).split()) <= FEW_WORDS)


def _with_links(line: str) -> str:
    """A line as HTML; an address in it, which stands at its end, as a link."""
    head, blank, last = line.rpartition(" ")
    if last.startswith(("https://", "crmo://")):
        address = escape(last)
        return f'{escape(head, quote=False)}{blank}<a href="{address}">{address}</a>'
    return escape(line, quote=False)
