"""Onto paper, or into a PDF: one picture, whole, on one page; or a book."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from crmo_desktop.domain.errors import NoPrinterError, NotWrittenError, PrinterError
from crmo_desktop.export.whole_file import write_bytes
from crmo_desktop.gui.pdf_parts import Link, OutlineEntry, Parts, with_parts

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrintDialog, QPrinter
    from PySide6.QtWidgets import QWidget

MARGIN: Final = 15.0  # millimetres
_LARGEST: Final = 1.25  # times the size on a screen; larger looks like a poster
_SCREEN: Final = 96  # pixels to the inch at 100%
_DOTS: Final = 1200  # to the inch, in PDF
_POINTS: Final = 72  # to the inch
_CREATOR: Final = "CRMO Desktop"


def paper() -> QPageSize:
    """The sheet that people here use: Letter in North America, else A4."""
    is_american = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize(QPageSize.PageSizeId.Letter if is_american else QPageSize.PageSizeId.A4)


def room(size: QPageSize, *, is_landscape: bool) -> QSizeF:
    """What can be printed on inside the margins, in pixels of a screen at 100%."""
    whole = size.size(QPageSize.Unit.Millimeter)
    wide, high = whole.width() - 2 * MARGIN, whole.height() - 2 * MARGIN
    pixels = QSizeF(wide, high) * (_SCREEN / 25.4)
    return pixels.transposed() if is_landscape else pixels


def fitted(picture: QSizeF, within: QSizeF) -> float:
    """By how much `picture` is drawn larger or smaller, so that all of it is on a page with room `within`."""
    return min(_LARGEST, within.width() / picture.width(), within.height() / picture.height())


def layout_for(size: QPageSize, *, is_landscape: bool) -> QPageLayout:
    """A page of this size, turned or not."""
    way = QPageLayout.Orientation.Landscape if is_landscape else QPageLayout.Orientation.Portrait
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    return QPageLayout(size, way, margins, QPageLayout.Unit.Millimeter)


def write_pdf(
    path: "Path", layout: QPageLayout, picture: QSizeF, paint: Callable[[QPainter], None], *, title: str
) -> None:
    """Write one page with a picture of this size, which `paint` paints at 100%.

    Raises:
        NotWrittenError: the file cannot be written.
    """
    writer = QPdfWriter(str(path))
    writer.setTitle(title)
    writer.setCreator(_CREATOR)
    writer.setResolution(_DOTS)
    writer.setPageLayout(layout)
    if not _paint(writer, writer.resolution(), layout, picture, paint):
        raise NotWrittenError(path)


class Asking(NamedTuple):
    """A dialog about a printer, and the printer, which is gone as soon as nobody holds it."""

    dialog: "QPrintDialog"
    printer: "QPrinter"


def ask_printer(layout: QPageLayout, title: str, parent: "QWidget") -> Asking:
    """The system's dialog about printers, made but not open.

    Raises:
        NoPrinterError: there is none to ask about.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo  # most starts print nothing

    if not QPrinterInfo.availablePrinterNames():
        raise NoPrinterError
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(layout)
    printer.setDocName(title)
    printer.setCreator(_CREATOR)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
    return Asking(dialog, printer)


def print_on(printer: "QPrinter", picture: QSizeF, paint: Callable[[QPainter], None]) -> None:
    """Print as the dialog about `printer` was answered.

    Raises:
        PrinterError: the printer would not.
    """
    if not _paint(printer, printer.resolution(), printer.pageLayout(), picture, paint):
        raise PrinterError


def _paint(
    device: QPagedPaintDevice,
    dots: int,
    layout: QPageLayout,
    picture: QSizeF,
    paint: Callable[[QPainter], None],
) -> bool:
    """Paint `picture` in the upper middle of the page; whether the device took it."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    inside = QRectF(layout.paintRectPixels(dots))
    to_dots = dots / _SCREEN
    scale = fitted(picture, inside.size() / to_dots) * to_dots
    left = (inside.width() - picture.width() * scale) / 2
    painter.translate(max(0.0, left), 0)
    painter.scale(scale, scale)
    paint(painter)
    return painter.end()


# --- books


class Pages(Protocol):
    """A book."""

    title: str
    language: str
    size: QSizeF

    @property
    def pages(self) -> int:
        """How many there are."""

    @property
    def outline(self) -> Sequence[OutlineEntry]:
        """What has a name in it."""

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint page `number`, from 0; a unit of the painter is a point."""

    def links(self, number: int) -> Iterable[Link]:
        """What leads somewhere from page `number`, from 0."""


def book_layout(size: QSizeF) -> QPageLayout:
    """A page of this size in points, upright or across; the margins are in the book's own pages."""
    is_across = size.width() > size.height()
    upright = size.transposed() if is_across else size
    sheet = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    way = QPageLayout.Orientation.Landscape if is_across else QPageLayout.Orientation.Portrait
    return QPageLayout(sheet, way, QMarginsF(0, 0, 0, 0))


def write_book(path: "Path", book: Pages) -> None:
    """Write a PDF with outline, language, title and links; all of it, or `path` stays as it was.

    Raises:
        UserError: the file cannot be written, most often a NotWrittenError.
    """
    write_bytes(path, _pdf_of(book))


def _pdf_of(book: Pages) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(book.title)
    writer.setCreator(_CREATOR)
    writer.setResolution(_DOTS)
    writer.setPageLayout(book_layout(book.size))
    _paint_pages(writer, writer.resolution(), book, range(book.pages))
    links = {number: list(book.links(number)) for number in range(book.pages)}
    parts = Parts(book.language, book.size.height(), tuple(book.outline), links)
    return with_parts(bytes(buffer.data().data()), parts)


def print_book(printer: "QPrinter", book: Pages, pages: Iterable[int]) -> None:
    """Print `pages` of a book, from 0, as the dialog about `printer` was answered.

    Raises:
        PrinterError: the printer would not.
    """
    layout = book_layout(book.size)
    printer.setPageSize(layout.pageSize())
    printer.setPageOrientation(layout.orientation())
    printer.setFullPage(True)  # the margins are in the book's own pages
    if not _paint_pages(printer, printer.resolution(), book, pages):
        raise PrinterError


def _paint_pages(device: QPagedPaintDevice, dots: int, book: Pages, pages: Iterable[int]) -> bool:
    """Paint pages, one after the other; whether the device took them."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    for place, number in enumerate(pages):
        if place and not device.newPage():
            painter.end()
            return False
        painter.save()
        painter.scale(dots / _POINTS, dots / _POINTS)
        book.paint(painter, number)
        painter.restore()
    return painter.end()
