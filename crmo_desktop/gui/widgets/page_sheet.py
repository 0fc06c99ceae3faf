"""A page on its sheet: set in its column, scrolled, marked; knows places, but no keys and no links."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QLocale, QMimeData, QPoint, QRect, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from crmo_desktop.domain.language import ENGLISH
from crmo_desktop.gui.page_document import PageDocument
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.typesetting import FILE
from crmo_desktop.gui.widgets.page_grounds import paint_call_outs
from crmo_desktop.gui.widgets.page_highlights import PageHighlights
from crmo_desktop.gui.widgets.page_marks import FOUND, PageMarks, found_format
from crmo_desktop.gui.widgets.text_places import cursor_over, rects_of

COLUMN: Final = 608  # 75 characters of the body face at 18 px
SIDE: Final = 32  # least margin at either side
_TOP: Final = 26
_BOTTOM: Final = 60
_ABOVE_HEADING: Final = 14  # pixels between the edge and a section that is gone to
_SLACK: Final = 4
_FROM_EDGE: Final = 80  # how far a link that is tabbed to stands from the edge


class PageSheet(QTextBrowser):
    """Shows a page and keeps its place."""

    section_reached = Signal(str)  # the section at the top of the view, "" above the first
    painted = Signal()  # the first time after each new page
    replaced = (
        Signal()
    )  # another document is shown, or the same page set anew: what was marked is not any more

    def __init__(
        self, pixmap_of: Callable[[str, float], QPixmap | None], parent: QWidget | None = None
    ) -> None:
        """`pixmap_of` draws the picture of a name such as "ic:urgent:red_title" for a screen of a ratio."""
        super().__init__(parent)
        self._pixmap_of = pixmap_of
        self._look: Look | None = None
        self._page = PageDocument(self.document())
        self.marks = PageMarks(self)
        self.highlights = PageHighlights(self)
        self.stamp = ""  # below what is copied: what it is from
        self._section = ""
        self._is_fresh = False
        self._drawn: dict[str, float] = {}  # pictures as wide as the column, and the width they were drawn at
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # --- what is shown

    def set_page(
        self,
        html: str,
        css: str,
        look: Look,
        *,
        name: str,
        same_text: bool = False,
        language: str = ENGLISH,
    ) -> None:
        """Show a page; `same_text` keeps the place, or its section if another size sets tables otherwise."""
        section = self._section
        scrolled = self.verticalScrollBar().value() > 0
        kept = self._first_line() if same_text and scrolled and self._look is not None else None
        # the first document is Qt's own, and Qt deletes it
        old = self._page.document if self._look is not None else None
        self._look = look
        self._page = self._make_page(html, css, look, language)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        # a bar that comes and goes lays out twice
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.marks.clear()
        self.highlights.clear()
        self.setDocument(self._page.document)
        self._on_new_page(QLocale(language), same_text=same_text)
        if old is not None:
            old.deleteLater()
        self._fit_bars()
        self.setAccessibleName(name)
        self._section = ""
        self._is_fresh = True
        if kept is not None:
            self.show_position(*kept)
        elif not same_text:
            self.verticalScrollBar().setValue(0)
        self._on_scrolled()
        if kept is not None and section != self._section:
            self.show_section(section)
        self.replaced.emit()

    def contents(self) -> PageDocument:
        """What stands where on the page that is shown."""
        return self._page

    def _make_page(self, html: str, css: str, look: Look, language: str) -> PageDocument:
        """The page's document, complete before the view sees it: laid out once, never painted half done."""
        self._drawn.clear()
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(look.page_font(18))
        page = PageDocument(document, language=language)
        page.write(html, css)
        page.dress(look.colour("accent"))
        self._fit_column(document)
        return page

    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Pictures of the program itself; anything else is refused, so nothing is ever fetched."""
        address = name.toString() if isinstance(name, QUrl) else name
        pixmap = self._pixmap_of(address, self.devicePixelRatioF())
        if pixmap is not None and address.startswith(FILE):
            self._drawn[address] = self.column_width()
        return QImage() if pixmap is None else pixmap

    def _draw_again(self) -> None:
        """Draw the pictures that fill the column at the width that it has now."""
        width, document = self.column_width(), self.document()
        for address in [address for address, drawn in self._drawn.items() if drawn != width]:
            pixmap = self._pixmap_of(address, self.devicePixelRatioF())
            document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(address), pixmap)
            document.markContentsDirty(0, document.characterCount())
            self._drawn[address] = width

    # --- places

    def top_position(self) -> int:
        """The first character that can be seen, as a position in the document."""
        return self.cursorForPosition(QPoint(self.viewport().width() // 2, 2)).position()

    def _first_line(self) -> tuple[int, int]:
        """The first character that can be seen, and how far below the edge its line begins, in pixels."""
        position = self.top_position()
        return position, self.cursorRect(cursor_over(self, position, position)).top()

    def show_position(self, position: int, below: int = 0) -> None:
        """Scroll so that the line with this character begins `below` pixels under the upper edge."""
        self.verticalScrollBar().setValue(round(self._page.line_top(position) - below))

    def place(self) -> float:
        """How far the page is scrolled, 0 to 1."""
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() > 0 else 0.0

    def set_place(self, place: float) -> None:
        """Scroll to `place`, 0 to 1."""
        bar = self.verticalScrollBar()
        bar.setValue(round(place * bar.maximum()))

    def show_section(self, name: str) -> bool:
        """Scroll to a section; False if the page has none of that name."""
        position = self._page.sections.get(name)
        if position is None:
            return False
        self.show_position(position, _ABOVE_HEADING)
        self._on_scrolled()
        return True

    def rects(self, start: int, end: int) -> list[QRect]:
        """Where characters stand in the viewport, one rectangle a line."""
        return rects_of(self, start, end)

    def is_in_sight(self, position: int) -> bool:
        """Whether the character at `position` can be seen."""
        return bool(self.viewport().rect().intersects(self.rects(position, position)[0]))

    def section(self) -> str:
        """The section at the top of the view; "" above the first."""
        return self._section

    def _on_scrolled(self) -> None:
        top = self.verticalScrollBar().value() + self.viewport().height() * 0.2
        at_end = self.verticalScrollBar().value() >= self.verticalScrollBar().maximum() > 0
        name = self._page.section_above(None if at_end else top)
        if name != self._section:
            self._section = name
            self.section_reached.emit(name)

    # --- marks on the text

    def find_all(self, words: str) -> list[tuple[int, int]]:
        """(start, end) of every place where `words` stand, in any case."""
        return self._page.find_all(words)

    def mark(self, places: list[tuple[int, int]], current: int | None, *, scroll: bool = True) -> None:
        """Mark `places` as found, one of them as the one the reader is at."""
        look = self._look
        if look is None:
            return
        self.marks.set(
            FOUND,
            (
                (start, end, found_format(look, is_current=number == current))
                for number, (start, end) in enumerate(places)
            ),
        )
        if scroll and current is not None and places:
            self.show_range(*places[current])

    def show_range(self, start: int, end: int) -> None:
        """Scroll as little as brings the words from `start` to `end` well into sight."""
        rect = self.rects(start, end)[0]
        height = self.viewport().height()
        bar = self.verticalScrollBar()
        if rect.top() < _FROM_EDGE:
            bar.setValue(int(bar.value() + rect.top() - _FROM_EDGE))
        elif rect.bottom() > height - _FROM_EDGE:
            bar.setValue(int(bar.value() + rect.bottom() - height + _FROM_EDGE))

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied, dragged, or taken with the middle button, which is all the same."""
        from crmo_desktop.gui.clean_copy import copy_of  # most pages are read only

        return copy_of(self, self.stamp)

    # --- drawing

    def showEvent(self, event: QShowEvent) -> None:
        """Qt would scroll to its cursor the first time; the page stays where it is."""

    def changeEvent(self, event: QEvent) -> None:
        """A page has faces of its own: those of the window would move its words from their place."""
        if event.type() not in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column at its measure and the first line where it was."""
        is_scrolled = self._look is not None and self.verticalScrollBar().value() > 0
        kept = self._first_line() if is_scrolled else None
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
            self._draw_again()
            self._fit_column(self.document())
            self._fit_bars()
            if kept is not None:
                self.show_position(*kept)
        self._on_scrolled()

    def picture(self, name: str) -> QPixmap | None:
        """The picture of a name such as "ic:note:link", for this screen; None if there is none."""
        return self._pixmap_of(name, self.devicePixelRatioF())

    def column_width(self) -> float:
        """Width of the text in pixels: 75 characters, or what the view has room for."""
        zoom = 1.0 if self._look is None else self._look.zoom
        width = self.viewport().width()
        return min(COLUMN * zoom, max(width - 2 * min(SIDE * zoom, width * 0.06), 200.0))

    def margin_width(self) -> int:
        """Pixels at either side of the text."""
        return int((self.viewport().width() - self.column_width()) / 2)

    def _fit_column(self, document: QTextDocument) -> None:
        """Set the margins that keep the column at its measure."""
        zoom = 1.0 if self._look is None else self._look.zoom
        side = max(0.0, (self.viewport().width() - self.column_width()) / 2)
        root = document.rootFrame()
        frame = root.frameFormat()
        wanted = (side, side, _TOP * zoom, _BOTTOM * zoom)
        if wanted != (frame.leftMargin(), frame.rightMargin(), frame.topMargin(), frame.bottomMargin()):
            frame.setLeftMargin(side)
            frame.setRightMargin(side)
            frame.setTopMargin(_TOP * zoom)
            frame.setBottomMargin(_BOTTOM * zoom)
            root.setFrameFormat(frame)

    def _fit_bars(self) -> None:
        """Show a scroll bar where something does not fit; Qt's layout is often a pixel too wide by itself."""
        if self._is_too_wide():
            self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        size, room = self.document().size(), self.viewport().size()
        needed, hidden = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(needed if self._is_too_wide() else hidden)
        if size.height() <= room.height():
            self.setVerticalScrollBarPolicy(needed)
        # Qt brings it up to date later, when a place has been set already
        self.verticalScrollBar().setMaximum(max(0, int(size.height()) - self.viewport().height()))

    def _is_too_wide(self) -> bool:
        """Whether something, such as a word longer than a line, sticks out at the side."""
        return self.document().size().width() - self.viewport().width() > _SLACK

    def paintEvent(self, event: QPaintEvent) -> None:
        """The grounds of the call-outs, then the text."""
        if self._look is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_call_outs(self, self._page.call_outs, painter, event.rect(), self._look)
            painter.end()
        super().paintEvent(event)
        if self.highlights.all():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.highlights.paint(painter, QRectF(event.rect()))
            painter.end()
        if self._is_fresh:
            self._is_fresh = False
            self.painted.emit()

    def _on_new_page(self, language: QLocale, *, same_text: bool) -> None:
        """Another document is in the view, in `language`; with `same_text`, it says the same."""
