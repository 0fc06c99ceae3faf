"""What paper says beside the words of the reference."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QLocale

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import Edition
from crmo_desktop.domain.page import Page, Source
from crmo_desktop.gui.source_words import SourceWords
from crmo_desktop.gui.typesetting import Words


class PaperWords(SourceWords):
    """Puts values into the words of paper."""

    def of_page(self, page: Page, cited: int, title: str = "") -> Words:
        """The window's own words on a page that is printed.

        Args:
            page: the page.
            cited: how many sources are listed behind it.
            title: of its topic, where the list has to say whose it is.
        """
        families = page.audience is Audience.PATIENT
        count = self.tr("1 source") if cited == 1 else self.tr("{n} sources", None, cited).format(n=cited)
        sources = self.tr("Sources: {title}").format(title=title) if title else self.tr("Sources")
        return replace(
            self.of_nothing(),
            call_outs=self._call_outs(self.tr("Get help fast") if families else self.tr("Red flag")),
            audience="" if page.topic.is_help else self.audience(page.audience),
            sources=sources,
            source_count=count if cited else "",
        )

    def of_nothing(self) -> Words:
        """The window's own words where no page is shown."""
        return Words(
            call_outs=self._call_outs(self.tr("Get help fast")),
            audience="",
            minutes="",
            sources=self.tr("Sources"),
            source_count="",
            reviewed="",
        )

    def _call_outs(self, red_flag: str) -> dict[str, str]:
        return {
            "key": self.tr("In short"),
            "red-flag": red_flag,
            "caution": self.tr("Caution"),
            "evidence": self.tr("What this rests on"),
            "unknown": self.tr("Not known"),
        }

    def audience(self, audience: Audience) -> str:
        """For whom it is written."""
        return self.tr("For families") if audience is Audience.PATIENT else self.tr("For clinicians")

    def edition(self, edition: Edition) -> str:
        """Which edition of the reference this is, and who has reviewed it."""
        return self.tr("CRMO Desktop, edition {date}. {reviewed}.").format(
            date=told_day(edition.made_on), reviewed=self.reviewed(edition)
        )

    def reviewed(self, edition: Edition) -> str:
        """Whether a physician has read it."""
        if edition.reviewed_by:
            return self.tr("Reviewed by {name}").format(name=edition.reviewed_by)
        return self.tr("Not yet reviewed by a physician")

    def advice(self) -> str:
        """What the reference is not."""
        return self.tr("Information, not medical advice.")

    def printed(self, day: date) -> str:
        """When it went onto paper."""
        return self.tr("Printed {date}.").format(date=told_day(day))

    def page_of_pages(self, number: int, pages: int) -> str:
        """Which page of how many: 3 / 12."""
        return self.tr("{number} / {pages}").format(number=number, pages=pages)

    def on_page(self, number: int) -> str:
        """Where something else in the same work stands, behind its name."""
        return self.tr("(page {number})").format(number=number)

    def name_line(self) -> tuple[str, str]:
        """What stands before the room for a name, and for a date."""
        return self.tr("Name"), self.tr("Date")

    def help_fast(self) -> str:
        """The title of the box of red flags."""
        return self.tr("Get help fast")

    def contents(self) -> str:
        """The title of the list of contents."""
        return self.tr("Contents")

    def index(self) -> str:
        """The title of the index."""
        return self.tr("Index of topics")

    def own_words(self) -> str:
        """What stands before words that are the reader's own."""
        return self.tr("My words:")

    def source(self, sources: Sequence[Source]) -> str:
        """Whose figures a picture shows; "" for none."""
        words = "; ".join(self.short(source) for source in sources)
        if not words:
            return ""
        return (self.tr("Source: {words}") if len(sources) == 1 else self.tr("Sources: {words}")).format(
            words=words
        )

    def as_table(self, title: str) -> str:
        """What stands above the table that says the same as a picture."""
        return self.tr("{title}: the same as a table").format(title=title)

    def what_it_is_not(self) -> str:
        """What a reader must know before the first page."""
        return self.tr(
            "This is information to read and to talk about. It does not replace a doctor who sees you."
        )

    def part_of(self, title: str, audience: str) -> str:
        """Which topic a part is taken from, and for whom it is written."""
        words = self.tr("From “{title}”").format(title=title)
        return f"{words} · {audience}" if audience else words

    def topic_for(self, title: str, audience: Audience) -> str:
        """A topic in a list that has it for both audiences."""
        return self.tr("{title}, {audience}").format(
            title=title,
            audience=self.tr("for families") if audience is Audience.PATIENT else self.tr("for clinicians"),
        )


def told_day(day: date) -> str:
    """A day in words."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
