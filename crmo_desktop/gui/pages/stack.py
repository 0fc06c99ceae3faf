"""The pages of the window, one on top: the start page at once, the others when they are first wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from crmo_desktop.gui.pages.home import HomePage

if TYPE_CHECKING:  # loaded when they are made: a start shows the start page, and it should show at once
    from crmo_desktop.gui.pages.all_passages import AllPassagesPage
    from crmo_desktop.gui.pages.own_things import OwnThingsPage
    from crmo_desktop.gui.pages.picture import PicturePage
    from crmo_desktop.gui.pages.reader import ReaderPage
    from crmo_desktop.gui.pages.search_results import SearchPage


class PageStack(QStackedWidget):
    """Start page, reader, search results, all that a search found on one page, pictures, own things."""

    def __init__(
        self,
        home: HomePage,
        make_reader: "Callable[[], ReaderPage]",
        make_results: "Callable[[], SearchPage]",
        make_passages: "Callable[[], AllPassagesPage]",
        make_picture: "Callable[[], PicturePage]",
        make_mine: "Callable[[], OwnThingsPage]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.home = home
        self._make_reader, self._make_results = make_reader, make_results
        self._make_passages, self._make_picture = make_passages, make_picture
        self._make_mine = make_mine
        self._reader: ReaderPage | None = None
        self._results: SearchPage | None = None
        self._passages: AllPassagesPage | None = None
        self._picture: PicturePage | None = None
        self._mine: OwnThingsPage | None = None
        self.addWidget(home)

    @property
    def reader(self) -> "ReaderPage":
        """The page that shows a topic."""
        if self._reader is None:
            self._reader = self._make_reader()
            self.addWidget(self._reader)
        return self._reader

    @property
    def results(self) -> "SearchPage":
        """The page that shows what a search found."""
        if self._results is None:
            self._results = self._make_results()
            self.addWidget(self._results)
        return self._results

    @property
    def passages(self) -> "AllPassagesPage":
        """The page that shows all that a search found."""
        if self._passages is None:
            self._passages = self._make_passages()
            self.addWidget(self._passages)
        return self._passages

    @property
    def picture(self) -> "PicturePage":
        """The page that shows a picture."""
        if self._picture is None:
            self._picture = self._make_picture()
            self.addWidget(self._picture)
        return self._picture

    @property
    def mine(self) -> "OwnThingsPage":
        """The page of what the reader has made."""
        if self._mine is None:
            self._mine = self._make_mine()
            self.addWidget(self._mine)
        return self._mine

    def made(self) -> "list[HomePage | ReaderPage | SearchPage | PicturePage | OwnThingsPage]":
        """The pages that there are by now."""
        pages = (self.home, self._reader, self._results, self._passages, self._picture, self._mine)
        return [page for page in pages if page is not None]

    def has_results(self) -> bool:
        """Whether the page of results has been made."""
        return self._results is not None

    def has_mine(self) -> bool:
        """Whether the page of what the reader has made has been made."""
        return self._mine is not None

    def is_home(self) -> bool:
        """Whether the start page is on top."""
        return self.currentWidget() is self.home

    def is_reading(self) -> bool:
        """Whether a topic is on top."""
        return self._reader is not None and self.currentWidget() is self._reader

    def is_searching(self) -> bool:
        """Whether search results are on top."""
        return self._results is not None and self.currentWidget() is self._results

    def is_listing(self) -> bool:
        """Whether all that a search found is on top."""
        return self._passages is not None and self.currentWidget() is self._passages

    def is_picture(self) -> bool:
        """Whether a picture is on top."""
        return self._picture is not None and self.currentWidget() is self._picture

    def is_mine(self) -> bool:
        """Whether what the reader has made is on top."""
        return self._mine is not None and self.currentWidget() is self._mine

    def text_page(self) -> "ReaderPage | None":
        """The page of text that is on top, which can be read, copied and looked through."""
        if self.is_reading():
            return self.reader
        return self.passages if self.is_listing() else None

    def text_pages(self) -> "list[ReaderPage]":
        """The pages of text that were made."""
        return [page for page in (self._reader, self._passages) if page is not None]

    def middle(self) -> QWidget:
        """The part of what is on top that is in the middle of the window."""
        if self.is_mine():
            return self.mine.rows()
        return self.currentWidget() or self

    def bring_up(self, page: QWidget) -> bool:
        """Put `page` on top; returns whether the keyboard was in the page that went, and so has no place."""
        before, focus = self.currentWidget(), QApplication.focusWidget()
        had_keyboard = (
            before is not None and before is not page and focus is not None and before.isAncestorOf(focus)
        )
        if had_keyboard and focus is not None:
            focus.clearFocus()  # or Qt would hand it from part to part, and a screen reader say each
        super().setCurrentWidget(page)
        return had_keyboard

    def setCurrentWidget(self, page: QWidget) -> None:
        """Put `page` on top; it takes the keyboard if the page before had it."""
        if self.bring_up(page) and QApplication.focusWidget() is None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def painted_widget(self) -> QWidget:
        """The widget that paints what is on top."""
        page = self.text_page()
        if page is not None:
            return page.view.viewport()
        if self.is_picture():
            return self.picture.painted()
        if self.is_mine():
            return self.mine
        return self.home.painted() if self.is_home() else self.results
