"""What leaves a page: copies with their source, HTML, reports of errors."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication

from crmo_desktop.domain.page import Citation, Page
from crmo_desktop.export.sections import cited_in, section_of
from crmo_desktop.gui.clean_copy import as_copied
from crmo_desktop.gui.desk import Desk
from crmo_desktop.gui.selected import selected
from crmo_desktop.gui.sourced_copy import Place, SourcedCopy, place_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from crmo_desktop.gui.error_reporting import ErrorReporting
    from crmo_desktop.gui.page_document import Link
    from crmo_desktop.gui.page_menu import PageMenu
    from crmo_desktop.gui.page_saving import PageSaving
    from crmo_desktop.gui.widgets.page_view import PageView


class OutCommands(QObject):
    """What leaves a page: copies with their source, HTML, reports of errors."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._sourced = SourcedCopy(self)

    # --- copies

    def copy_with_source(self) -> None:
        """Copy the words selected, or the section being read, with all that they rest on."""
        page = self._page()
        if page is None:
            return
        view, reading = self._desk.stack.reader.view, self._desk.services.reading
        root, place = selected(view), self._place(page)
        if not len(root):
            root = section_of(page, place.section, self._desk.stack.reader.as_read[1])
        cited = list(self._cited(page, root))
        copied = self._sourced.copy(root, place, cited, reading.edition, date.today())
        QGuiApplication.clipboard().setMimeData(copied.data())
        is_section = not view.textCursor().hasSelection()
        many = len({citation.number for citation in cited})
        self._desk.say(self._said(place.title or page.topic.title if is_section else "", many))

    def _said(self, title: str, many: int) -> str:
        """What was copied: all of a section of this title, or words; with so many sources."""
        along = self.tr("with its address")
        if many:
            sources = self.tr("1 source") if many == 1 else self.tr("{n} sources", None, many).format(n=many)
            along = self.tr("with its address and {sources}").format(sources=sources)
        if title:
            return self.tr("“{title}” copied {along}").format(title=title, along=along)
        return self.tr("Copied {along}").format(along=along)

    def _page(self) -> Page | None:
        """The topic on top."""
        stack = self._desk.stack
        return stack.reader.page() if stack.is_reading() else None

    def _place(self, page: Page) -> Place:
        """Where the selection begins, or what is being read."""
        view = self._desk.stack.reader.view
        cursor = view.textCursor()
        if not cursor.hasSelection():
            return place_of(page, view.section())
        sections = view.contents().sections.items()
        above = [name for name, position in sections if name and position <= cursor.selectionStart()]
        return place_of(page, above[-1] if above else "")

    def _cited(self, page: Page, root: "Element") -> Iterator[Citation]:
        for target in cited_in(root):
            yield from self._desk.services.reading.citations(page, target)

    # --- files

    @cached_property
    def _saving(self) -> "PageSaving":
        from crmo_desktop.gui.page_saving import PageSaving

        return PageSaving(self._desk)

    def save_html(self) -> None:
        """Ask where the page goes as one HTML file."""
        page = self._page()
        if page is not None:
            self._saving.ask(page)

    @cached_property
    def _reporting(self) -> "ErrorReporting":
        from crmo_desktop.gui.error_reporting import ErrorReporting

        return ErrorReporting(self._desk)

    def report_error(self) -> None:
        """Open the form about what is wrong on the page."""
        page = self._page()
        if page is not None:
            words = as_copied(selected(self._desk.stack.reader.view)).text
            self._reporting.ask(self._sourced.heading(self._place(page)), self._place(page), words)

    # --- the menu over the page

    @cached_property
    def _menu(self) -> "PageMenu":
        from crmo_desktop.gui.page_menu import PageMenu

        return PageMenu(self._desk)

    def show_menu(self, view: "PageView", place: QPoint, link: "Link | None") -> None:
        """Open the menu over a page of text."""
        self._menu.show(view, place, link)
