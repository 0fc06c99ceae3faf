"""Sets a page for QTextBrowser: from the pack's own markup to the HTML and style sheet that Qt's text engine shows well.

Qt's engine has no borders on paragraphs, no nth-child and no variables, so call-outs become one-cell tables (the
view paints their ground), every second row gets a class, and colours and sizes are written into the style sheet.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Final
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from crmo_desktop.domain import bidi
from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.language import ENGLISH, is_right_to_left
from crmo_desktop.domain.page import Page, Section, Source
from crmo_desktop.domain.short_form import ShortForm
from crmo_desktop.gui.depth_row import DepthWords, depth_row, ending, link
from crmo_desktop.gui.theme import Look

CALL_OUT_ANCHOR: Final = "co-"  # then the kind, a hyphen and a number: the view paints what stands there
SOURCES_SECTION: Final = "sources"
FILE: Final = "pic:"  # then the name of a file of the edition, or a drawing of its own
FIGURE: Final = "figure:"  # then the id of one of the edition's own drawings
BREAK: Final = "\u200b"  # a place where a line may end; takes no room, and is left out when text is copied
_LONG_ADDRESS: Final = 30
_ADDRESS: Final = re.compile(r"https?://\S+")
_BROAD: Final = 2.0  # from here on, how wide words are leaves room for two columns
_BROAD_FOR_ITS_SIZE: Final = 1.8


@dataclass(frozen=True, slots=True)
class Words:
    """The window's own words on a page, already translated.

    Attributes:
        call_outs: title by class of call-out.
        minutes: "{n} minutes".
        language: that the page is in another language than the window; "" where it is not.
        open_picture, as_table: the ways into a drawing; "" where there are none, as on paper.
    """

    call_outs: dict[str, str]
    audience: str
    minutes: str
    sources: str
    source_count: str
    reviewed: str
    other_audience: str = ""
    language: str = ""
    open_picture: str = ""
    as_table: str = ""


CALL_OUT_ROLES: Final = {
    "key": ("key", "list-check"),
    "red-flag": ("red", "urgent"),
    "caution": ("caution", "alert-triangle"),
    "evidence": ("evidence", "quote"),
    "unknown": ("unknown", "help-circle"),
}


def page_html(
    page: Page,
    look: Look,
    words: Words,
    *,
    narrow: bool = False,
    depth: DepthWords | None = None,
    form: ShortForm | None = None,
) -> str:
    """The page.

    Args:
        page: all of it.
        look: how it is drawn.
        words: the window's own.
        narrow: write wide tables as one block a row.
        depth: words of the row that says how much is shown; None for a page that has no short forms.
        form: what is shown of the page; None for all of it.
    """
    shown = page if form is None else form.page
    setter = Setter(look, words, narrow=narrow, language=page.language)
    parts = [
        f'<p class="kicker">{escape(page.chapter_title)}</p>',
        f"<h1>{escape(page.topic.title)}</h1>",
    ]
    if depth is not None:
        parts.append(depth_row(depth))
    if words.other_audience:
        parts.append(
            setter.box(
                "unknown", [f"<p>{escape(words.other_audience)}</p>"], title=words.call_outs["unknown"]
            )
        )
    if page.summary_html:
        parts.append(f'<p class="lead">{setter.inline(page.summary_html)}</p>')
    facts = [words.audience, words.minutes, words.source_count, words.language]
    parts.append(f'<p class="meta">{escape(" · ".join(fact for fact in facts if fact))}</p>')
    parts += [setter.section(section) for section in shown.sections]
    if form is not None and depth is not None:
        parts += setter.warnings(form, depth)
        parts.append(ending(depth))
    cited = range(1, len(page.sources) + 1) if form is None else form.cited
    if cited:
        parts.append(setter.sources({number: page.sources[number - 1] for number in cited}))
    parts.append(f'<p class="stamp">{escape(words.reviewed)}</p>')
    return "".join(parts)


def _reference(source: Source) -> str:
    where = ", ".join(str(part) for part in (source.journal, source.year) if part)
    text = escape(source.title if source.title.endswith((".", "?", "!")) else f"{source.title}.")
    if where:
        text += f' <span class="quiet">{escape(where)}.</span>'
    if source.address:
        shown = f"doi:{source.doi}" if source.doi else source.address
        text += f' <a href="{escape(source.address)}">{breakable(escape(shown))}</a>'
    return text


def breakable(address: str) -> str:
    """An address that may go on in the next line after its slashes, dots and hyphens; a short one as it is."""
    if len(address) <= _LONG_ADDRESS:
        return address
    return re.sub(r"(?<=[/._=?;-])(?=\w)|(?<=\w{16})(?=\w{4})", BREAK, address)


def _plain(text: str) -> str:
    """Words as they are; an address among them may go on in the next line."""
    return _ADDRESS.sub(_breakable_match, escape(text)) if "://" in text else escape(text)


def _breakable_match(address: re.Match[str]) -> str:
    return breakable(address[0])


class Setter:
    """Sets one page; counts its call-outs."""

    def __init__(
        self,
        look: Look,
        words: Words,
        *,
        narrow: bool,
        language: str = ENGLISH,
        most_columns: int | None = None,
    ) -> None:
        """Where it is `narrow`, tables of more than `most_columns` are set row by row; None for what fits."""
        self._most = most_columns
        self._look = look
        self._words = words
        self._narrow = narrow
        self._is_mirrored = is_right_to_left(language)
        self._boxes = 0
        self._handlers: dict[str, Callable[[Element], str]] = {
            "aside": self._aside,
            "table": self._table,
            "ul": self._list,
            "ol": self._list,
            "dl": self._definitions,
            "figure": self._figure,
        }

    def section(self, section: Section) -> str:
        """A section under its heading; key points in their box."""
        body = self._parse(section.html)
        anchor = f'<a name="{section.id}"></a>'
        if section.is_key_points:
            return self.box("key", [self._block(child) for child in body], title=section.title, anchor=anchor)
        return f"<h2>{anchor}{escape(section.title)}</h2>" + "".join(self._block(child) for child in body)

    def blocks(self, html: str) -> str:
        """Blocks without a heading."""
        body = self._parse(html)
        return "".join(self._block(child) for child in body)

    def sources(self, sources: dict[int, Source]) -> str:
        """The list at the end of a page."""
        rows = "".join(
            self._row(
                [f'<td class="number">[{number}]</td>', f'<td class="source">{_reference(source)}</td>']
            )
            for number, source in sources.items()
        )
        title = escape(self._words.sources)
        return f'<h2 class="end"><a name="{SOURCES_SECTION}"></a>{title}</h2><table class="sources" cellspacing="0">{rows}</table>'

    def _row(self, cells: list[str]) -> str:
        """A row of a table. Qt puts its cells from left to right, whichever way a text goes."""
        return f"<tr>{''.join(reversed(cells) if self._is_mirrored else cells)}</tr>"

    def _direction(self, element: Element) -> str:
        """An attribute for words that go another way than their page does."""
        way = element.get("dir") or _way_of(element.get("lang", ""))
        own = "rtl" if self._is_mirrored else "ltr"
        return f' dir="{way}"' if way in ("ltr", "rtl") and way != own else ""

    def warnings(self, form: ShortForm, words: DepthWords) -> list[str]:
        """What a short form must not leave out: the red flags at the head of the rest, links to others."""
        boxes = [self._block(self._parse(html)[0]) for html in form.warnings]
        topic = form.page.topic.id
        links = [link(f"crmo://topic/{topic}#{section.id}", section.title) for section in form.warned]
        if links:
            links += [link(*words.all_warnings)] if words.all_warnings else []
            line = f"<p>{escape(words.warned)} {' · '.join(links)}</p>"
            boxes.append(self.box("red-flag", [line], title=self._words.call_outs["red-flag"]))
        return boxes

    def inline(self, html: str) -> str:
        """Words within a paragraph."""
        return self._inner(self._parse(html))

    def box(self, kind: str, blocks: list[str], *, title: str, anchor: str = "") -> str:
        """A call-out: a one-cell table that begins with an anchor telling the view what to paint."""
        self._boxes += 1
        role, icon = CALL_OUT_ROLES[kind]
        size = self._look.px(20)
        mark = f'<a name="{CALL_OUT_ANCHOR}{role}-{self._boxes}"></a>{anchor}'
        head = (
            f'<p class="box-title {role}-title">{mark}<img src="ic:{icon}:{role}_title" width="{size:g}" height="{size:g}" style="vertical-align: middle">'
            f"&#160;&#160;{escape(title)}</p>"
        )
        return f'<table class="box" width="100%" cellspacing="0" cellpadding="0"><tr><td class="box">{head}{"".join(blocks)}</td></tr></table>'

    @staticmethod
    def _parse(html: str) -> Element:
        return ElementTree.fromstring(f"<div>{html}</div>")

    def _block(self, element: Element) -> str:
        handler = self._handlers.get(element.tag)
        if handler is not None:
            return handler(element)
        return f"<{element.tag}{self._direction(element)}>{self._inner(element)}</{element.tag}>"

    def _inner(self, element: Element) -> str:
        parts = [_plain(element.text or "")]
        for child in element:
            parts.append(self._inline(child))
            parts.append(_plain(child.tail or ""))
        return "".join(parts)

    def _inline(self, element: Element) -> str:
        tag = element.tag
        if tag in self._handlers or tag == "p":
            return self._block(element)
        if tag == "br":
            return "<br>"
        if tag == "a":
            kind, href, words = element.get("class", ""), element.get("href", ""), self._inner(element)
            if href.startswith("https://") and BREAK not in words:
                words = breakable(words)
            return f'<a class="{kind or "link"}" href="{escape(href)}">{words}</a>'
        if self._direction(element):
            sign = bidi.START if self._is_mirrored else bidi.START_BACKWARDS
            return f"{sign}{self._inner(element)}{bidi.END}"
        if tag == "span" and element.get("class"):
            return f'<span class="{element.get("class")}">{self._inner(element)}</span>'
        if tag in ("abbr", "kbd"):
            return f'<span class="{tag}">{self._inner(element)}</span>'
        if tag == "img":
            title = f' title="{escape(element.get("title", ""))}"' if element.get("title") else ""
            told = f'alt="{escape(element.get("alt", ""))}"{title}'
            return f'<img src="{FILE}{escape(element.get("src", ""))}" {told}>'
        return f"<{tag}>{self._inner(element)}</{tag}>"

    def _list(self, element: Element) -> str:
        if element.get("class") == "checklist":
            size = self._look.px(18)
            box = f'<img src="ic:square:border_strong" width="{size:g}" height="{size:g}" style="vertical-align: middle">&#160;&#160;'
            items = "".join(
                f'<p class="check"{self._direction(item)}>{box}{self._inner(item)}</p>' for item in element
            )
            return items
        items = "".join(f"<li{self._direction(item)}>{self._inner(item)}</li>" for item in element)
        return f"<{element.tag}>{items}</{element.tag}>"

    def _definitions(self, element: Element) -> str:
        return "".join(
            f'<p class="{"defined" if child.tag == "dt" else "definition"}">{self._inner(child)}</p>'
            for child in element
        )

    def _figure(self, element: Element) -> str:
        """A picture with its caption; below one of the edition's own drawings the ways into it."""
        parts = []
        is_sourced = element.find("figcaption[@class='source']") is not None
        for child in element:
            if child.tag == "figcaption":
                kind = "figure-ways" if child.get("class") == "source" else "caption"
                parts.append(f'<p class="{kind}">{self._inner(child)}</p>')
                continue
            kind = "figure sourced" if is_sourced else "figure"
            parts.append(f'<p class="{kind}">{self._inline(child)}</p>')
            drawn = child.get("src", "")
            if drawn.startswith(FIGURE) and self._words.open_picture:
                address, words = f"crmo://picture/{drawn.removeprefix(FIGURE)}", self._words
                ways = f"{link(address, words.open_picture)} · {link(f'{address}#table', words.as_table)}"
                parts.append(f'<p class="figure-ways">{ways}</p>')
        return "".join(parts)

    def _aside(self, element: Element) -> str:
        kind = element.get("class", "unknown")
        return self.box(kind, [self._block(child) for child in element], title=self._words.call_outs[kind])

    def _table(self, table: Element) -> str:
        caption = table.find("caption")
        heads = [list(row) for part in table.findall("thead") for row in part]
        rows = [list(row) for part in table.findall("tbody") for row in part]
        above = f'<p class="caption">{self._inner(caption)}</p>' if caption is not None else ""
        if self._narrow and heads and len(heads[0]) > self._most_columns():
            return above + self._rows_as_blocks(heads[0], rows)
        parts = [self._row([f"<th{_align(cell)}>{self._inner(cell)}</th>" for cell in row]) for row in heads]
        for number, row in enumerate(rows):
            shade = "even" if number % 2 else "odd"
            cells = []
            for place, cell in enumerate(row):
                first = " first" if place == 0 else ""
                cells.append(f'<td class="{shade}{first}"{_align(cell)}>{self._inner(cell)}</td>')
            parts.append(self._row(cells))
        kind = "data" if above else "data bare"
        head = f"<thead>{''.join(parts[: len(heads)])}</thead>"
        return f'{above}<table class="{kind}" width="100%" cellspacing="0">{head}{"".join(parts[len(heads) :])}</table>'

    def _most_columns(self) -> int:
        """How many columns fit where room is short: their longest words grow with the text."""
        if self._most is not None:
            return self._most
        breadth, zoom = self._look.breadth, self._look.zoom
        return 3 if breadth < _BROAD and breadth / zoom < _BROAD_FOR_ITS_SIZE else 2

    def _rows_as_blocks(self, heads: list[Element], rows: list[list[Element]]) -> str:
        parts = []
        for row in rows:
            parts.append(f"<h3>{self._inner(row[0])}</h3>")
            for head, cell in zip(heads[1:], row[1:], strict=False):
                parts.append(f'<p class="row"><b>{self._inner(head)}:</b> {self._inner(cell)}</p>')
        return "".join(parts)


def _way_of(language: str) -> str:
    if not language:
        return ""
    return "rtl" if is_right_to_left(language) else "ltr"


def _align(cell: Element) -> str:
    return ' align="right"' if cell.get("class") == "numeric" else ""


def audience_icon(audience: Audience) -> str:
    """The icon that stands for an audience."""
    return "users" if audience is Audience.PATIENT else "stethoscope"
