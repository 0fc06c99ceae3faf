"""Sets what is published: a topic or parts of it, words that were selected, what the reader adds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import PictureId, TopicId
from crmo_desktop.domain.page import Page, Section, Source
from crmo_desktop.domain.publication import Content, Extract, OwnList, OwnWords, Publication, TypeSize
from crmo_desktop.gui.paper.inline import RULE, THICK_RULE
from crmo_desktop.gui.paper.prepared import Rules, prepared
from crmo_desktop.gui.paper.words import PaperWords
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.typesetting import Setter, Words
from crmo_desktop.services.reading import ReadingService

RED_FLAGS: Final = TopicId("red-flags")
_COLUMNS: Final = {TypeSize.NORMAL: 6, TypeSize.LARGE: 4, TypeSize.LARGEST: 3}
_MOST_NAMED: Final = 4  # sources, below a picture
_FEW: Final = 2  # columns, where a wider table does not fit


class Needs(NamedTuple):
    """What a text needs that does not fit otherwise.

    Attributes:
        is_narrow: tables of more than two columns as one block a row.
        tables: ids of pictures that come with the same as a table, as their words are too small to be read.
    """

    is_narrow: bool = False
    tables: frozenset[str] = frozenset()


NOTHING: Final = Needs()


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What is set as one column.

    Attributes:
        topic: whose words they are; None for the reader's own.
        title: of the topic; "" where no outline names it.
        sections: (name, title) of what begins in it.
        has_heading: it begins with the title.
    """

    html: str
    language: str
    audience: Audience
    topic: TopicId | None = None
    title: str = ""
    chapter: str = ""
    sections: tuple[tuple[str, str], ...] = ()
    has_heading: bool = False


class ContentSetter:
    """Makes the page's HTML of what is published."""

    def __init__(
        self,
        publication: Publication,
        reading: ReadingService,
        look: Look,
        words: PaperWords,
        has: Callable[[str], bool],
    ) -> None:
        """`has` tells whether an address, e.g. "topic/bone-pain", is in the publication."""
        self._publication, self._reading, self._look, self._words = publication, reading, look, words
        self._has = has
        topics = {
            content.topic for content in publication.contents if not isinstance(content, OwnWords | OwnList)
        }
        self._is_mixed = len(topics) > 1

    def text(self, content: Content, citing: Sequence[Content] = (), needs: Needs = NOTHING) -> Text:
        """One part of the publication.

        Args:
            content: the part.
            citing: parts of the same topic whose sources are listed behind it.
            needs: what does not fit otherwise.
        """
        if isinstance(content, OwnWords):
            return self._own(content)
        if isinstance(content, OwnList):
            return self._own_list(content)
        page = self._reading.page(content.topic, content.audience)
        cited = self._cited(page, citing) if self._publication.has_sources else {}
        words = self._words.of_page(page, len(cited), self._sources_title(page))
        columns = _FEW if needs.is_narrow else _COLUMNS[self._publication.look.type_size]
        setter = Setter(self._look, words, narrow=True, language=page.language, most_columns=columns)
        is_whole = isinstance(content, Extract) and content.sections is None
        chapter = content.chapter if isinstance(content, Extract) else ""
        rules = Rules(
            has=self._has,
            source=self._source_of,
            table=partial(self._table_of, needs),
            has_sources=self._publication.has_sources,
            has_pictures=self._publication.has_pictures,
            is_checklist=isinstance(content, Extract) and content.is_checklist,
        )
        shown = shown_of(page, content)
        parts = []
        if chapter:
            rule = f'<p class="below-chapter"><img src="{THICK_RULE}"></p>'
            parts = [f'<p class="chapter">{escape(chapter)}</p>', rule]
        if is_whole:
            parts += self._heading(setter, page, rules, words, is_first=bool(chapter))
        elif self._is_mixed or page.topic.title != self._publication.title:
            taken = self._words.part_of(page.topic.title, words.audience)
            parts.append(f'<p class="topic">{escape(taken)}</p>')
        for section in shown.sections:
            ready = replace(section, html=prepared(section.html, rules))
            parts.append(setter.section(ready) if section.title else setter.blocks(ready.html))
        if cited:
            parts.append(setter.sources(cited))
        return Text(
            html="".join(parts),
            language=page.language,
            audience=page.audience,
            topic=page.topic.id,
            title=page.topic.title,
            chapter=chapter,
            sections=tuple((str(section.id), section.title) for section in shown.sections if section.title),
            has_heading=is_whole,
        )

    def _heading(
        self, setter: Setter, page: Page, rules: Rules, words: Words, *, is_first: bool
    ) -> list[str]:
        """What stands above a whole topic; the name of its chapter does already where it `is_first` there."""
        parts = [] if is_first else [f'<p class="kicker">{escape(page.chapter_title)}</p>']
        parts.append(f"<h1>{escape(page.topic.title)}</h1>")
        if page.summary_html:
            parts.append(f'<p class="lead">{setter.inline(prepared(page.summary_html, rules))}</p>')
        facts = " · ".join(fact for fact in (words.audience, words.source_count) if fact)
        return [*parts, f'<p class="meta">{escape(facts)}</p>'] if facts else parts

    def _sources_title(self, page: Page) -> str:
        return page.topic.title if self._is_mixed and not self._publication.has_list_of_contents else ""

    def _cited(self, page: Page, citing: Sequence[Content]) -> dict[int, Source]:
        """By their numbers on the page, what parts of it cite."""
        numbers = set()
        for content in citing:
            for target in self._reading.marks(shown_of(page, content)):
                if target.startswith("cite:"):
                    numbers |= {citation.number for citation in self._reading.citations(page, target)}
        return {number: page.sources[number - 1] for number in sorted(numbers) if number}

    def _source_of(self, picture: str) -> str:
        """Whose figures a picture shows; "" where its title cites them and they are too many to be named."""
        try:
            figure = self._reading.figure(PictureId(picture))
        except UserError:
            return ""
        sources = [citation.source for citation in self._reading.cited_in(figure)]
        if self._publication.has_sources and len(sources) > _MOST_NAMED:
            return ""
        return self._words.source(sources)

    def _table_of(self, needs: Needs, picture: str) -> Element | None:
        """A picture as a table, if one is needed."""
        if picture not in needs.tables:
            return None
        figure = self._reading.figure(PictureId(picture))
        table = Element("table")
        SubElement(table, "caption").text = self._words.as_table(figure.title)
        head = SubElement(SubElement(table, "thead"), "tr")
        for name in figure.table.columns:
            SubElement(head, "th").text = name
        body = SubElement(table, "tbody")
        for cells in figure.table.rows:
            row = SubElement(body, "tr")
            for cell in cells:
                SubElement(row, "td").text = cell.text
        return table

    # --- what is no topic

    def _own(self, own: OwnWords) -> Text:
        setter = self._plain_setter()
        parts = [f"<h2>{escape(own.heading)}</h2>"] if own.heading else []
        if own.is_checklist and own.lines:
            items = "".join(f"<li>{escape(line)}</li>" for line in own.lines)
            parts.append(setter.blocks(f'<ul class="checklist">{items}</ul>'))
        else:
            parts += [f"<p>{escape(line)}</p>" for line in own.lines]
        parts += [f'<p class="ruled"><img src="{RULE}"></p>'] * own.ruled
        return self._plain("".join(parts))

    def _own_list(self, own: OwnList) -> Text:
        """The words of the reference as quotations, those of the reader behind a word that says so."""
        parts = [f"<h2>{escape(own.heading)}</h2>"]
        if own.note:
            parts.append(f'<p class="own-facts">{escape(own.note)}</p>')
        for entry in own.entries:
            parts.append(f'<p class="own-kind">{escape(entry.kind)}</p>')
            if entry.quote:
                parts.append(f'<p class="own-quote">“{escape(entry.quote)}”</p>')
            if entry.words:
                label, *rest = [line for line in entry.words.splitlines() if line.strip()] or [""]
                first = f"<b>{escape(self._words.own_words())}</b> {escape(label)}"
                parts.append(f'<p class="own-words">{"<br>".join([first, *map(escape, rest)])}</p>')
            if entry.facts:
                parts.append(f'<p class="own-facts">{escape(entry.facts)}</p>')
        return self._plain("".join(parts))

    def title(self) -> Text:
        """The title of what is no single topic, above it."""
        return self._plain(f"<h1>{escape(self._publication.title)}</h1>")

    def title_page(self) -> Text:
        """What a longer work is, of which edition, for whom, and what it is not."""
        edition = self._reading.edition
        audiences = dict.fromkeys(
            content.audience
            for content in self._publication.contents
            if not isinstance(content, OwnWords | OwnList)
        )
        lines = [
            " · ".join(self._words.audience(audience) for audience in audiences),
            self._words.edition(edition),
            f"{edition.maker}. {edition.licence}.",
        ]
        title = self._publication.title
        parts = [f'<p class="work">{escape(title)}</p>']
        if edition.title != title:
            parts.append(f'<p class="lead">{escape(edition.title)}</p>')
        parts += [f"<p>{escape(line)}</p>" for line in lines if line]
        parts.append(
            self._plain_setter().box(
                "caution", [f"<p>{escape(self._words.what_it_is_not())}</p>"], title=self._words.advice()
            )
        )
        return self._plain("".join(parts))

    def red_flags(self) -> Text | None:
        """The box that says when to get help fast; None for an edition that lacks the topic."""
        if not self._reading.has(RED_FLAGS):
            return None
        page = self._reading.page(RED_FLAGS, Audience.PATIENT)
        rules = Rules(has=self._has, source=self._source_of, has_sources=False)
        setter = self._plain_setter()
        words = setter.inline(prepared(page.summary_html, rules))
        return self._plain(setter.box("red-flag", [f"<p>{words}</p>"], title=self._words.help_fast()))

    def _plain_setter(self) -> Setter:
        language = self._reading.edition.language
        return Setter(self._look, self._words.of_nothing(), narrow=False, language=language)

    def _plain(self, html: str) -> Text:
        return Text(html=html, language=self._reading.edition.language, audience=Audience.PATIENT)


def shown_of(page: Page, content: Content) -> Page:
    """`page` with no more of it than `content` takes."""
    if isinstance(content, OwnWords | OwnList):
        return replace(page, sections=(), summary_html="")
    if isinstance(content, Extract):
        if content.sections is None:
            return page
        by_id = {section.id: section for section in page.sections}
        sections = tuple(by_id[id] for id in content.sections if id in by_id)
    else:
        sections = (Section(id=page.sections[0].id, title="", html=content.html, text=""),)
    return replace(page, sections=sections, summary_html="")
