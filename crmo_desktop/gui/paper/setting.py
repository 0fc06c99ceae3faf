"""Sets what is published: a topic or parts of it, words that were selected, what the reader adds."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import PictureId, TopicId
from crmo_desktop.domain.page import Page, Section, Source
from crmo_desktop.domain.publication import Content, Extract, OwnWords, Passage, Publication
from crmo_desktop.gui.paper.inline import RULE
from crmo_desktop.gui.paper.prepared import Rules, prepared
from crmo_desktop.gui.paper.words import PaperWords
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.typesetting import Setter
from crmo_desktop.services.reading import ReadingService


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What is set as one column.

    Attributes:
        topic: whose words they are; None for the reader's own.
        title: of the topic.
    """

    html: str
    language: str
    audience: Audience
    topic: TopicId | None = None
    title: str = ""


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
        self._publication, self._reading, self._look, self._words = publication, reading, look, words
        self._has = has

    def text(self, content: Content, *, with_sources: bool = True) -> Text:
        """One part of the publication; `with_sources` lists what it cites behind it, if it is to do so at all."""
        if isinstance(content, OwnWords):
            return self._own(content)
        if isinstance(content, Passage):
            page = self._reading.page(content.topic, content.audience)
            section = Section(id=page.sections[0].id, title="", html=content.html, text="")
            shown = replace(page, sections=(section,), summary_html="")
            return self._topic(page, shown, is_whole=False, is_checklist=False, with_sources=with_sources)
        return self._extract(content, with_sources=with_sources)

    def _extract(self, extract: Extract, *, with_sources: bool) -> Text:
        page = self._reading.page(extract.topic, extract.audience)
        if extract.sections is None:
            return self._topic(
                page, page, is_whole=True, is_checklist=extract.is_checklist, with_sources=with_sources
            )
        by_id = {section.id: section for section in page.sections}
        sections = tuple(by_id[id] for id in extract.sections if id in by_id)
        shown = replace(page, sections=sections, summary_html="")
        return self._topic(
            page, shown, is_whole=False, is_checklist=extract.is_checklist, with_sources=with_sources
        )

    def _topic(
        self, page: Page, shown: Page, *, is_whole: bool, is_checklist: bool, with_sources: bool
    ) -> Text:
        has_sources = self._publication.has_sources and bool(page.sources)
        cited = self._cited(page, shown) if has_sources else {}
        words = self._words.of_page(page, len(cited))
        setter = Setter(self._look, words, narrow=False, language=page.language)
        rules = Rules(
            has=self._has,
            source=self._source_of,
            has_sources=has_sources,
            has_pictures=self._publication.has_pictures,
            is_checklist=is_checklist,
        )
        parts = []
        if is_whole:
            parts.append(f'<p class="kicker">{escape(page.chapter_title)}</p>')
            parts.append(f"<h1>{escape(page.topic.title)}</h1>")
        if shown.summary_html:
            parts.append(f'<p class="lead">{setter.inline(prepared(shown.summary_html, rules))}</p>')
        if is_whole:
            facts = [fact for fact in (words.audience, words.source_count) if fact]
            parts.append(f'<p class="meta">{escape(" · ".join(facts))}</p>')
        for section in shown.sections:
            parts.append(setter.section(replace(section, html=prepared(section.html, rules))))
        if cited and with_sources:
            parts.append(setter.sources(cited))
        return Text(
            html="".join(parts),
            language=page.language,
            audience=page.audience,
            topic=page.topic.id,
            title=page.topic.title,
        )

    def _cited(self, page: Page, shown: Page) -> dict[int, Source]:
        """By their numbers on the page, what the part of it that is shown cites."""
        numbers = set()
        for target in self._reading.marks(shown):
            if target.startswith("cite:"):
                numbers |= {citation.number for citation in self._reading.citations(page, target)}
        return {number: page.sources[number - 1] for number in sorted(numbers) if number}

    def _source_of(self, picture: str) -> str:
        """Whose figures a picture shows."""
        try:
            figure = self._reading.figure(PictureId(picture))
        except UserError:
            return ""
        cited = [citation.source for citation in self._reading.cited_in(figure)]
        if not cited:
            return ""
        return self._words.source(len(cited), "; ".join(source.reference for source in cited))

    def _own(self, own: OwnWords) -> Text:
        setter = Setter(
            self._look, self._words.of_page, narrow=False, language=self._reading.edition.language
        )
        parts = [f"<h2>{escape(own.heading)}</h2>"] if own.heading else []
        if own.is_checklist and own.lines:
            items = "".join(f"<li>{escape(line)}</li>" for line in own.lines)
            parts.append(setter.inline(f'<ul class="checklist">{items}</ul>'))
        else:
            parts += [f"<p>{escape(line)}</p>" for line in own.lines]
        parts += [f'<p class="ruled"><img src="{RULE}"></p>'] * own.ruled
        return Text(html="".join(parts), language=self._reading.edition.language, audience=Audience.PATIENT)
