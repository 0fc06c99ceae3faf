"""All that a search found on one page, by topic, to be read or printed in one go."""

from html import escape

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicAddress
from crmo_desktop.domain.page import Page
from crmo_desktop.domain.publication import Passage, Publication
from crmo_desktop.domain.search import SearchHit
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.edition_stamp import edition_stamp, stamp_of
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.page_style import below, letters, page_css
from crmo_desktop.gui.pages.inquiry import shortened
from crmo_desktop.gui.pages.reader import ReaderPage
from crmo_desktop.gui.pages.result_words import ResultWords
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.finding import Finding, by_topic
from crmo_desktop.services.narrowing import EVERYTHING, Filter, narrow
from crmo_desktop.services.reading import ReadingService


class AllPassagesPage(ReaderPage):
    """Set like a topic: headings are topics, below each its passages with their addresses."""

    def __init__(
        self, reading: ReadingService, icons: IconShelf, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(reading, icons, look, parent)
        self._finding: Finding | None = None
        self._filter = EVERYTHING
        self._narrowed = narrow((), EVERYTHING, Audience.PATIENT, ())
        self._groups: tuple[tuple[SearchHit, ...], ...] = ()
        self._words_round = ResultWords(self)

    def show_finding(self, finding: Finding, chosen: Filter) -> None:
        """Show the hits of `finding` that `chosen` lets through, from the beginning."""
        self._finding, self._filter = finding, chosen
        self._narrowed = narrow(finding.answer.hits, chosen, finding.audience, self._reading.chapters())
        self._groups = by_topic(self._narrowed.hits)
        self._set(same_text=False)
        self.finding.forget()
        self._fill_outline_menu()
        announce(self.view, self.view.accessibleName())

    def hit_at(self, address: str) -> SearchHit | None:
        """The hit that a link with this address stands for; None for one to a topic as a whole."""
        hits = (hit for group in self._groups for hit in group if hit.section)
        return next((hit for hit in hits if str(TopicAddress(hit.topic, hit.section)) == address), None)

    def showEvent(self, event: QShowEvent) -> None:
        """The button for the topics has its place now."""
        super().showEvent(event)
        self.place_outline_button()

    def outline(self) -> list[tuple[str, str]]:
        """(id, title) of every topic."""
        return [(group[0].topic, group[0].topic_title) for group in self._groups]

    def page(self) -> Page | None:
        """None: it is no topic."""
        return None

    def title(self) -> str:
        """What the page is called."""
        return self.tr("Find in all topics: {query}").format(query=self._query())

    def publication(self) -> Publication:
        """What is shown, to be put on paper: below each topic its passages with their addresses."""
        finding = self._finding
        audience = Audience.PATIENT if finding is None else finding.audience
        contents = tuple(
            Passage(
                topic=group[0].topic,
                audience=audience,
                html="".join(self._passage_on_paper(hit, audience) for hit in group),
            )
            for group in self._groups
        )
        return Publication(title=self.title(), contents=contents)

    def _passage_on_paper(self, hit: SearchHit, audience: Audience) -> str:
        title = escape(hit.section_title if hit.section else self.tr("The topic as a whole"))
        notes = [hit.why]
        if hit.audience is not audience and not hit.is_help:
            notes.append(self._words_round.for_audience(hit.audience))
        below = " · ".join(
            escape(note) for note in (*notes, str(TopicAddress(hit.topic, hit.section))) if note
        )
        return f"<h3>{title}</h3><p>{escape(hit.excerpt)}</p><p>{below}</p>"

    def _query(self) -> str:
        if self._finding is None:
            return ""
        return shortened(self._finding.answer.searched_for or self._finding.answer.query)

    def _set(self, *, same_text: bool) -> None:
        if self._finding is not None:
            html = self.html(self._finding)
            self.view.stamp = stamp_of(self.title(), self._reading.edition)
            language = self._reading.edition.language
            self.view.set_page(
                html, self._css(), self._look, name=self.title(), same_text=same_text, language=language
            )

    def _css(self) -> str:
        c, px = self._look.name_of, self._look.px
        ink = c("on_find" if self._look.is_high_contrast else "text")
        return (
            page_css(self._look)
            + f"""
    .found {{ background-color: {c("find")}; color: {ink}; font-weight: 600; }}
    .passage {{ font-weight: 600; margin-top: {px(12)}px; margin-bottom: {px(2)}px; }}
    .excerpt {{ margin-bottom: {below(self._look, 9, 2)}px; }}
    .address {{ {letters(self._look, 14)} color: {c("muted")}; margin-bottom: {px(6)}px; }}
    """
        )

    def html(self, finding: Finding) -> str:
        """The page, for Qt's text engine."""
        told = [self._words_round.summary(finding, self._narrowed)]
        if self._filter != EVERYTHING:
            told.append(self._words_round.filter_words(self._filter, self._narrowed, finding.audience))
        parts = [
            f'<p class="kicker">{escape(self.tr("Find in all topics"))}</p>',
            f"<h1>“{escape(self._query())}”</h1>",
            f'<p class="meta">{escape(" · ".join(told))}</p>',
        ]
        if finding.answer.searched_for:
            parts.append(f"<p>{escape(self._words_round.box(finding.answer))}</p>")
        parts += [self._topic(group, finding.audience) for group in self._groups]
        parts.append(f'<p class="stamp">{escape(edition_stamp(self._reading.edition))}</p>')
        return "".join(parts)

    def _topic(self, group: tuple[SearchHit, ...], audience: Audience) -> str:
        first = group[0]
        title = f'<a href="{TopicAddress(first.topic)}">{escape(first.topic_title)}</a>'
        head = (
            f'<h2><a name="{first.topic}"></a>{title}</h2><p class="meta">{escape(first.chapter_title)}</p>'
        )
        return head + "".join(self._passage(hit, audience) for hit in group)

    def _passage(self, hit: SearchHit, audience: Audience) -> str:
        address = TopicAddress(hit.topic, hit.section)
        title = escape(hit.section_title if hit.section else self.tr("The topic as a whole"))
        notes = [hit.why]
        if hit.audience is not audience and not hit.is_help:
            notes.append(self._words_round.for_audience(hit.audience))
        notes.append(str(address))
        below = " · ".join(escape(note) for note in notes if note)
        return (
            f'<p class="passage"><a href="{address}">{title}</a></p>'
            f'<p class="excerpt">{_marked(hit)}</p><p class="address">{below}</p>'
        )


def _marked(hit: SearchHit) -> str:
    """The excerpt with the words found marked."""
    parts, done = [], 0
    for start, length in hit.marks:
        parts.append(escape(hit.excerpt[done:start]))
        parts.append(f'<span class="found">{escape(hit.excerpt[start : start + length])}</span>')
        done = start + length
    parts.append(escape(hit.excerpt[done:]))
    return "".join(parts)
