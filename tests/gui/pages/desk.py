"""A reader page beside a field and a plain label, as in the window."""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.page import Citation, Page
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.page_document import Link
from crmo_desktop.gui.pages.reader import ReaderPage
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.card import Card
from crmo_desktop.gui.widgets.text_places import rects_of
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import Show
from tests.gui.hands import click, press

MRI: Final = TopicId("mri")


class Desk:
    """A reader page beside a field and a plain label, as in the window."""

    def __init__(self, reading: ReadingService, icons: IconShelf, look: Look, show: Show) -> None:
        self.window = QWidget()
        self.field, self.label = QLineEdit(), QLabel("nothing to click")
        self.reader = ReaderPage(reading, icons, look, self.window)
        self.reader.set_look(look)
        layout = QVBoxLayout(self.window)
        for part in (self.field, self.reader, self.label):
            layout.addWidget(part)
        layout.setStretch(1, 1)
        show(self.window, 1366, 700)

    def put(self, page: Page, wanted: Audience | None = None) -> None:
        self.reader.show_page(page, wanted or page.audience)
        QApplication.processEvents()
        self.reader.setFocus()

    def link(self, href: str) -> Link:
        return next(link for link in self.reader.view.links() if link.href == href)

    def place(self, href: str) -> QPoint:
        """Where a link stands in the view, scrolled to."""
        link = self.link(href)
        view = self.reader.view
        view.show_position(link.start)
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 60)
        return rects_of(view, link.start, link.end)[0].center()

    def click(self, href: str) -> None:
        click(self.reader.view.viewport(), self.place(href))

    def tab_to(self, href: str) -> None:
        """Tab from link to link until the one with this target is reached."""
        view = self.reader.view
        view.setFocus()
        for _ in view.links():
            press(view, Qt.Key.Key_Tab)
            reached = view.focused_link()
            if reached is not None and reached.href == href:
                return

    def card(self) -> Card:
        card = self.reader.card()
        assert card is not None
        return card

    def card_words(self) -> str:
        return "\n".join(label.text() for label in self.card().findChildren(QLabel) if label.text())


def every_page(reading: ReadingService) -> Iterator[Page]:
    for chapter in reading.chapters():
        for entry in chapter.topics:
            for audience in entry.audiences:
                yield reading.page(entry.id, audience)


def mark_with(reading: ReadingService, fits: Callable[[tuple[Citation, ...]], bool]) -> tuple[Page, str]:
    """The first citation mark of the edition whose citations fit, with its page."""
    for page in every_page(reading):
        for target in reading.marks(page):
            if target.startswith("cite:") and fits(reading.citations(page, target)):
                return page, target
    raise LookupError
