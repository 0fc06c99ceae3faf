"""Takes pages of somebody else's HTML documentation apart into passages: a heading, and what is under it.

Written for what Sphinx, DocBook, Doxygen and QDoc make, and for pages written by hand. Navigation and scripts
are left out, a term that is explained may head a passage of its own, and long stretches are cut at the end of
a paragraph, so that passages are about as long as those of the program's own pack.
"""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

SHORTEST: Final = 120  # characters; less is a list of links or a heading alone
LONGEST: Final = 1500
_OWN_TERM: Final = 500  # characters before a term that is explained begins a passage of its own
_LONGEST_TITLE: Final = 120
_BETWEEN_CELLS: Final = " · "
_BEFORE_SITE: Final = (
    " — ",
    " – ",
    " | ",
)  # "os — Operating system interfaces — Python 3.11.2 documentation"
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KINDS: Final = {"p": "p", "li": "li", "dt": "p", "dd": "p", "pre": "p", "tr": "li", "caption": "p"}
_BREAKS: Final = frozenset({"div", "section", "article", "ul", "ol", "dl", "table", "blockquote", "hr"})
_VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
_CLOSED_BY_THEMSELVES: Final = frozenset({"p", "li", "dt", "dd", "tr", "td", "th"})
_LEFT_OUT: Final = frozenset(
    {"script", "style", "nav", "footer", "form", "svg", "head", "select", "button", "template"}
)
_LEFT_OUT_ROLES: Final = frozenset({"navigation", "search", "contentinfo", "banner"})
_LEFT_OUT_CLASSES: Final = frozenset(
    {
        "headerlink", "related", "sphinxsidebar", "footer", "navheader", "navfooter", "spirit-nav", "toc",
        "nav", "contents", "toctree-wrapper", "breadcrumb", "navigationbar", "sidebar", "menu", "nosearch",
        "copyright-footer", "linenos", "mobile-nav",
    }
)  # fmt: skip


@dataclass(slots=True)
class Passage:
    """A heading and the blocks under it.

    Attributes:
        blocks: (kind, text) in order; the kind is "p" or "li".
    """

    title: str
    blocks: list[tuple[str, str]] = field(default_factory=list)

    @property
    def length(self) -> int:
        """Characters under the heading."""
        return sum(len(text) for _, text in self.blocks)


def read_page(html: str) -> tuple[str, list[Passage]]:
    """The title of a page and its passages; no passages for a page that has nothing to read."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.finish_block()
    title = _own_title(reader.page_title) or reader.heading or "Untitled"
    passages = [part for passage in reader.passages for part in _parts(passage, title)]
    return title, [passage for passage in passages if passage.length >= SHORTEST]


class _Reader(HTMLParser):
    """Collects passages while a page goes by.

    Attributes:
        heading: the first heading of the page.
        page_title: what its `title` says.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.passages = [Passage("")]
        self.heading = self.page_title = ""
        self._open: list[tuple[str, bool]] = []  # each with whether it is left out
        self._hidden = 0
        self._pieces: list[str] = []
        self._kind = "p"
        self._is_title = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            if tag in {"br", "hr"}:
                self._pieces.append(" ")
            return
        if tag in _CLOSED_BY_THEMSELVES and self._open and self._open[-1][0] == tag:
            self._close_last()
        given = {name: value or "" for name, value in attributes}
        is_hidden = (
            tag in _LEFT_OUT
            or given.get("role") in _LEFT_OUT_ROLES
            or not _LEFT_OUT_CLASSES.isdisjoint(given.get("class", "").split())
        )
        self._is_title = tag == "title" and not self.page_title
        if not self._hidden and (tag in _HEADINGS or tag in _KINDS or tag in _BREAKS):
            self.finish_block(tag)
        elif tag in {"td", "th"}:
            self._pieces.append(_BETWEEN_CELLS)
        self._open.append((tag, is_hidden))
        self._hidden += is_hidden

    def handle_endtag(self, tag: str) -> None:
        self._is_title = False
        if not any(name == tag for name, _ in self._open):
            return
        if not self._hidden and (tag in _HEADINGS or tag in _KINDS or tag in _BREAKS):
            self.finish_block(tag if tag in {*_HEADINGS, "dt"} else "", ends=True)
        while self._open[-1][0] != tag:
            self._close_last()
        self._close_last()

    def handle_data(self, data: str) -> None:
        if self._is_title:
            self.page_title = _tidy(self.page_title + data)
        elif not self._hidden:
            self._pieces.append(data)

    def finish_block(self, tag: str = "", *, ends: bool = False) -> None:
        """Put what was read behind the blocks; `tag` is what begins, or what `ends`."""
        text, kind = _tidy("".join(self._pieces)).strip(_BETWEEN_CELLS), self._kind
        self._pieces.clear()
        self._kind = "p" if ends else _KINDS.get(tag, "p")
        if not text:
            return
        if ends and tag in _HEADINGS:
            self.heading = self.heading or _cut(text)
            self.passages.append(Passage(_cut(text)))
        elif ends and tag == "dt" and self.passages[-1].length > _OWN_TERM:
            self.passages.append(Passage(_cut(text)))
        else:
            self.passages[-1].blocks.append((kind, text))

    def _close_last(self) -> None:
        _, is_hidden = self._open.pop()
        self._hidden -= is_hidden


def _parts(passage: Passage, page_title: str) -> list[Passage]:
    """A passage cut into pieces that are short enough to be read."""
    title = passage.title or page_title
    parts = [Passage(title)]
    for kind, whole in passage.blocks:
        for text in _pieces_of(whole):
            if parts[-1].length and parts[-1].length + len(text) > LONGEST:
                parts.append(Passage(f"{title} ({len(parts) + 1})"))
            parts[-1].blocks.append((kind, text))
    return parts


def _pieces_of(text: str) -> list[str]:
    pieces = []
    while len(text) > LONGEST:
        cut = text.rfind(" ", 1, LONGEST)
        cut = cut if cut > 0 else LONGEST
        pieces.append(text[:cut])
        text = text[cut:].lstrip()
    return [*pieces, text]


def _own_title(title: str) -> str:
    """What a page's `title` says without the name of the whole documentation behind it."""
    found = [title.rpartition(mark)[0] for mark in _BEFORE_SITE if mark in title]
    return _cut(max(found, key=len, default=title))


def _tidy(text: str) -> str:
    """Blanks folded; characters that XML cannot hold left out."""
    kept = "".join(letter for letter in text if letter >= " " or letter.isspace())
    return " ".join(kept.encode("utf-8", "ignore").decode().translate(_NO_XML).split())


_NO_XML: Final = dict.fromkeys([0x7F, 0xFFFE, 0xFFFF])


def _cut(text: str) -> str:
    if len(text) <= _LONGEST_TITLE:
        return text
    return text[: text.rfind(" ", 1, _LONGEST_TITLE)].rstrip() + " …"
