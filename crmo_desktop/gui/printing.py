"""Onto paper, or into a PDF: one picture, whole, on one page."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QLocale, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from crmo_desktop.domain.errors import NoPrinterError, NotWrittenError, PrinterError

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrintDialog, QPrinter
    from PySide6.QtWidgets import QWidget

MARGIN: Final = 15.0  # millimetres
_LARGEST: Final = 1.25  # times the size on a screen; larger looks like a poster
_SCREEN: Final = 96  # pixels to the inch at 100%
_DOTS: Final = 1200  # to the inch, in PDF


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
    writer.setCreator("CRMO Desktop")
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
    printer.setCreator("CRMO Desktop")
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
