"""A publication divided into pages, which can be shown, printed and written as PDF."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from crmo_desktop.domain.publication import Extract, OwnWords, Publication
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.paper.breaking import Piece, Slice, paginate
from crmo_desktop.gui.paper.galley import Column, Galley
from crmo_desktop.gui.paper.inline import InlinePictures
from crmo_desktop.gui.paper.paper_style import MARGIN, UNITS, paper_css, print_look, sheet_of
from crmo_desktop.gui.paper.setting import ContentSetter, Text
from crmo_desktop.gui.paper.words import PaperWords
from crmo_desktop.services.reading import ReadingService

if TYPE_CHECKING:
    from crmo_desktop.gui.drawing.drawer import Drawer


class BookMakers(NamedTuple):
    """What a book is made with.

    Attributes:
        make_drawer: what draws pictures; the same each time.
        themes: the folder of themes, where that of print is.
    """

    reading: ReadingService
    icons: IconShelf
    make_drawer: "Callable[[], Drawer]"
    themes: Path


class OutlineEntry(NamedTuple):
    """A line of the outline of a PDF.

    Attributes:
        level: 0 for what stands at the left.
        page: from 0.
        top: points from the upper edge of the page.
    """

    level: int
    title: str
    page: int
    top: float


class Book:
    """Pages.

    Attributes:
        size: of each, in points.
    """

    def __init__(self, publication: Publication, makers: BookMakers) -> None:
        self.title = publication.title
        self.language = makers.reading.edition.language
        self._words = PaperWords()
        sheet = sheet_of(publication.look)
        self.size: QSizeF = sheet.size
        self._look = print_look(makers.themes, sheet.type_size, self.language)
        self._width = sheet.width * UNITS
        self._room = (sheet.size.height() - 2 * MARGIN - 40) * UNITS
        setter = ContentSetter(publication, makers.reading, self._look, self._words, lambda _: False)
        self._galleys: list[Galley] = []
        pieces: list[Piece] = []
        self._columns: list[Column] = []
        for content in publication.contents:
            text = setter.text(content)
            pictures = InlinePictures(
                makers.reading,
                makers.icons,
                makers.make_drawer,
                self._look,
                width=self._width,
                highest=self._room * 0.8,
                audience=text.audience,
                page_of=lambda _: "",
            )
            galley = Galley(
                text.html, paper_css(self._look), self._look, self._width, pictures, text.language
            )
            column = Column(galley, len(self._galleys), self._room)
            self._galleys.append(galley)
            self._columns.append(column)
            pieces += column.pieces
        self._pages = paginate(pieces, self._room)
        self._edition = makers.reading.edition
        self.outline: tuple[OutlineEntry, ...] = ()

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self._pages)

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint page `number`, from 0; a unit of the painter is a point."""
        painter.save()
        painter.translate(MARGIN, MARGIN)
        painter.scale(1 / UNITS, 1 / UNITS)
        for slice in self._pages[number]:
            painter.save()
            painter.translate(0, slice.at)
            self._galleys[slice.source].paint(painter, slice.top, slice.bottom)
            painter.restore()
        painter.restore()

    def told(self, number: int) -> str:
        """The words of page `number`, from 0, in the order of reading."""
        return ""


def make_book(
    publication: Publication,
    makers: BookMakers,
    progress: Callable[[int, int], bool] | None = None,
) -> Book:
    """Divide `publication` into pages.

    Args:
        publication: what is put on paper.
        makers: what it is made with.
        progress: told how many of how many parts are set; stops it by returning False.
    """
    return Book(publication, makers)
