"""One topic as an article of an HTML file: from the pack's own markup to HTML that stands alone."""

from base64 import b64encode
from html import escape
from typing import Final
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import PictureId
from crmo_desktop.domain.language import is_right_to_left
from crmo_desktop.domain.page import Page, Section
from crmo_desktop.export.drawn import figure_html
from crmo_desktop.export.places import Places
from crmo_desktop.export.supply import Supply
from crmo_desktop.export.words import ExportWords

_FIGURE: Final = "figure:"
_CALL_OUT: Final = "call-out"
_KINDS: Final = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg"}
_KEPT: Final = ("lang", "dir", "title", "class")


class Article:
    """Writes one topic in the words for one audience.

    Attributes:
        terms: the glossary words that it uses, in their order.
    """

    def __init__(
        self,
        page: Page,
        supply: Supply,
        words: ExportWords,
        places: Places,
        *,
        level: int,
        with_sources: bool = True,
        contents: str = "",
    ) -> None:
        """Know what is written where.

        Args:
            page: the topic, cut down to the sections that are wanted.
            supply: where pictures come from.
            words: the program's own.
            places: of all that is in the file.
            level: of the heading with the topic's title, 1 to 3.
            with_sources: what is cited follows.
            contents: goes between the summary and the first section, as HTML.
        """
        self._page, self._supply, self._words, self._places = page, supply, words, places
        self._level, self._has_sources = level, with_sources and bool(page.sources)
        self._key, self._contents = places.key(page), contents
        self._numbers = {str(source.id): number for number, source in enumerate(page.sources, start=1)}
        self._marks: dict[int, int] = {}  # how often each source was cited so far
        self._pictures = 0
        self.terms: dict[str, None] = {}

    def html(self) -> str:
        """The article."""
        page, words = self._page, self._words
        families = page.audience is Audience.PATIENT
        parts = [
            f'<p class="kicker">{escape(page.chapter_title)}</p>' if page.chapter_title else "",
            self._heading(page.topic.title, 0, self._key),
            "" if page.topic.is_help else f'<p class="meta">{escape(self._for(families))}</p>',
            f'<p class="lead">{self._inner(_parse(page.summary_html))}</p>' if page.summary_html else "",
            self._contents,
            *(self._section(section) for section in page.sections),
        ]
        if self._has_sources:
            parts.append(self._sources())
        if page.related:
            links = (self._link(f"crmo://topic/{entry.id}", escape(entry.title)) for entry in page.related)
            parts.append(f'<p class="related"><b>{escape(words.related)}:</b> {" · ".join(links)}</p>')
        text = "\n".join(part for part in parts if part)
        name = f' aria-labelledby="{self._key}"'
        return f"<article{name}{self._language()}>\n{text}\n</article>"

    def _language(self) -> str:
        own = self._page.language
        if own == self._words.language:
            return ""
        way = "rtl" if is_right_to_left(own) else "ltr"
        return f' lang="{escape(own)}" dir="{way}"'

    def _for(self, families: bool) -> str:
        return self._words.for_families if families else self._words.for_clinicians

    def _heading(self, title: str, below: int, name: str) -> str:
        level = min(6, self._level + below)
        return f'<h{level} id="{name}">{escape(title)}</h{level}>'

    def _section(self, section: Section) -> str:
        kind = f' class="{_CALL_OUT} key"' if section.is_key_points else ""
        name = f"{self._key}.{section.id}"
        body = "".join(self._block(child) for child in _parse(section.html))
        return f"<section{kind}>\n{self._heading(section.title, 1, name)}\n{body}\n</section>"

    def _sources(self) -> str:
        """What is cited, each with the ways back to its marks."""
        rows = []
        for number, source in enumerate(self._page.sources, start=1):
            cited = self._marks.get(number, 0)
            if not cited and self._is_part():
                continue
            back = "".join(
                f' <a class="back" href="#{self._mark(number, place)}" '
                f'aria-label="{escape(self._words.back)}, [{number}] {place}">↑</a>'
                for place in range(1, cited + 1)
            )
            told = _linked(escape(source.reference), source.address)
            rows.append(f'<li id="{self._key}.source-{number}" value="{number}">{told}{back}</li>')
        if not rows:
            return ""
        heading = self._heading(self._words.sources, 1, f"{self._key}.sources")
        return f'<section class="sources">\n{heading}\n<ol>\n{chr(10).join(rows)}\n</ol>\n</section>'

    def _is_part(self) -> bool:
        """Whether sources may be cited in sections that are not here."""
        return len(self._marks) < len(self._numbers)

    def _mark(self, number: int, place: int) -> str:
        return f"{self._key}.mark-{number}-{place}"

    # --- markup

    def _block(self, element: Element) -> str:
        match element.tag:
            case "aside":
                kind = element.get("class", "unknown")
                title = self._words.call_out(kind, families=self._page.audience is Audience.PATIENT)
                body = "".join(self._block(child) for child in element)
                head = f'<p class="call-out-title">{escape(title)}</p>'
                return f'<div role="note" class="{_CALL_OUT} {escape(kind)}">{head}{body}</div>\n'
            case "table":
                return self._table(element)
            case "figure":
                return self._figure(element)
            case "h3" | "h4":
                level = min(6, self._level + int(element.tag[1]) - 1)
                return f"<h{level}>{self._inner(element)}</h{level}>\n"
            case _:
                return self._plain(element) + "\n"

    def _plain(self, element: Element) -> str:
        kept = "".join(f' {name}="{escape(element.get(name, ""))}"' for name in _KEPT if element.get(name))
        return f"<{element.tag}{kept}>{self._inner(element)}</{element.tag}>"

    def _inner(self, element: Element) -> str:
        parts = [escape(element.text or "")]
        for child in element:
            parts += [self._inline(child), escape(child.tail or "")]
        return "".join(parts)

    def _inline(self, element: Element) -> str:
        match element.tag:
            case "a":
                return self._anchor(element)
            case "br":
                return "<br/>"
            case "img":
                return self._image(element)
            case "aside" | "table" | "figure":
                return self._block(element)
            case _:
                return self._plain(element)

    def _anchor(self, element: Element) -> str:
        href, kind = element.get("href", ""), element.get("class", "")
        if kind == "cite":
            return self._cited(href, element)
        if kind == "term":
            self.terms.setdefault(href)
            name = term_name(href, self._page.audience)
            return f'<a class="term" href="#{name}">{self._inner(element)}</a>'
        return self._link(href, self._inner(element))

    def _link(self, href: str, words: str) -> str:
        if href.startswith("crmo:"):
            within = self._places.inside(href, self._page.audience)
            kind = "" if within else ' class="away"'
            return f'<a{kind} href="{escape(within or href)}">{words}</a>'
        if href.startswith(("https://", "http://")):
            return f'<a class="outside" rel="noreferrer" href="{escape(href)}">{words}</a>'
        return words

    def _cited(self, href: str, element: Element) -> str:
        """A mark: each number in it leads to its source."""
        if not self._has_sources:
            return ""
        names = [part.partition(":")[0] for part in href.partition(":")[2].split("|")]
        numbers = sorted({self._numbers[name] for name in names if name in self._numbers})
        links = []
        for number in numbers:
            place = self._marks[number] = self._marks.get(number, 0) + 1
            links.append(
                f'<a id="{self._mark(number, place)}" href="#{self._key}.source-{number}" '
                f'aria-label="{escape(self._words.to_source)} {number}">{number}</a>'
            )
        return f'<span class="cite">[{", ".join(links)}]</span>' if links else self._inner(element)

    def _table(self, table: Element) -> str:
        """With its heads named as such; the first cell of a row heads it."""
        caption = table.find("caption")
        parts = [f"<caption>{self._inner(caption)}</caption>"] if caption is not None else []
        for part in ("thead", "tbody"):
            rows = "".join(
                "<tr>"
                + "".join(self._cell(cell, part, at, len(row)) for at, cell in enumerate(row))
                + "</tr>\n"
                for row in table.iterfind(f"{part}/tr")
            )
            parts.append(f"<{part}>{rows}</{part}>")
        return f'<div class="wide"><table>{"".join(parts)}</table></div>\n'

    def _cell(self, cell: Element, part: str, at: int, columns: int) -> str:
        kind = ' class="numeric"' if cell.get("class") == "numeric" else ""
        if part == "thead":
            return f'<th scope="col"{kind}>{self._inner(cell)}</th>'
        if at == 0 and columns > 1:
            return f'<th scope="row"{kind}>{self._inner(cell)}</th>'
        return f"<td{kind}>{self._inner(cell)}</td>"

    # --- pictures

    def _figure(self, figure: Element) -> str:
        caption = figure.find("figcaption")
        told = f"<figcaption>{self._inner(caption)}</figcaption>" if caption is not None else ""
        image = figure.find("img")
        if image is None:
            return f"<figure>{told}</figure>\n"
        name = image.get("src", "")
        if not name.startswith(_FIGURE):
            return f"<figure>{self._image(image)}{told}</figure>\n"
        try:
            picture = self._supply.figure(PictureId(name.removeprefix(_FIGURE)), self._page.audience)
        except UserError:
            return f"<figure><p>{escape(image.get('alt', ''))}</p>{told}</figure>\n"
        self._pictures += 1
        return figure_html(
            picture, told, self._supply.draw, self._words, prefix=f"{self._key}.pic-{self._pictures}-"
        )

    def _image(self, image: Element) -> str:
        """A file of the edition, inside the page itself; its words where there is no such file."""
        name, told = image.get("src", ""), escape(image.get("alt", ""))
        data = self._supply.file(name)
        kind = _KINDS.get(f".{name.rpartition('.')[2].lower()}")
        if data is None or kind is None:
            return told
        return f'<img alt="{told}" src="data:{kind};base64,{b64encode(data).decode("ascii")}"/>'


def term_name(href: str, audience: Audience) -> str:
    """What the explanation of the link `term:<id>` is called in the file."""
    return f"words.{audience}.{href.partition(':')[2]}"


def _parse(html: str) -> Element:
    return ElementTree.fromstring(f"<div>{html}</div>")


def _linked(reference: str, address: str | None) -> str:
    """A reference with its doi or address as a link."""
    if not address:
        return reference
    head, _, tail = reference.rpartition(" ")
    return f'{head} <a class="outside" rel="noreferrer" href="{escape(address)}">{tail}</a>'
