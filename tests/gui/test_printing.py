"""Onto paper: whole, on one page, in the middle, as large as it can be."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.errors import NoPrinterError, NotWrittenError, PrinterError
from crmo_desktop.gui import printing
from crmo_desktop.gui.pdf_parts import Link, OutlineEntry
from crmo_desktop.gui.printing import (
    ask_printer,
    book_layout,
    fitted,
    layout_for,
    paper,
    print_book,
    print_on,
    room,
    write_book,
    write_pdf,
)

A4 = QPageSize(QPageSize.PageSizeId.A4)
PICTURE = QSizeF(400, 300)


def paint(painter: QPainter) -> None:
    painter.fillRect(QRectF(0, 0, 400, 300), QColor("black"))


def test_paper_is_what_people_use_here() -> None:
    assert paper().id() in (QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter)


def test_the_room_on_a_page_is_what_the_margins_leave() -> None:
    upright, turned = room(A4, is_landscape=False), room(A4, is_landscape=True)

    assert upright.width() == pytest.approx(180 / 25.4 * 96, abs=1)
    assert upright.height() == pytest.approx(267 / 25.4 * 96, abs=1)
    assert (turned.width(), turned.height()) == (upright.height(), upright.width())
    layout = layout_for(A4, is_landscape=True)
    assert layout.orientation() == QPageLayout.Orientation.Landscape
    assert layout.paintRect(QPageLayout.Unit.Millimeter).width() == pytest.approx(267, abs=1)


@pytest.mark.parametrize(
    ("picture", "scale"),
    [(QSizeF(100, 100), 1.25), (QSizeF(1000, 100), 0.5), (QSizeF(100, 4000), 0.25)],
)
def test_all_of_a_picture_is_on_the_page(picture: QSizeF, scale: float) -> None:
    assert fitted(picture, QSizeF(500, 1000)) == scale


def test_a_pdf_has_one_page_with_a_title(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    write_pdf(file, layout_for(A4, is_landscape=False), PICTURE, paint, title="Bone map")

    data = file.read_bytes()
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") == 1
    assert "Bone map".encode("utf-16-be") in data


@pytest.mark.qt_log_ignore("QPdfEngine|QPainter|QFile")
def test_a_pdf_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    layout = layout_for(A4, is_landscape=False)
    with pytest.raises(NotWrittenError):
        write_pdf(tmp_path / "missing" / "a.pdf", layout, PICTURE, paint, title="Bone map")


class Page(QImage):
    """Stands in for a page of paper."""


def test_the_picture_stands_at_the_top_in_the_middle() -> None:
    layout = layout_for(A4, is_landscape=False)
    dots = 48
    inside = layout.paintRectPixels(dots)
    page = Page(inside.width(), inside.height(), QImage.Format.Format_RGB32)
    page.fill(QColor("white"))

    assert printing._paint(page, dots, layout, PICTURE, paint)  # type: ignore[arg-type]  # a page of pixels

    wide = round(400 * 1.25 / 2)
    left = (inside.width() - wide) // 2
    assert page.pixelColor(left + 3, 3) == QColor("black")
    assert page.pixelColor(left + wide - 3, round(300 * 1.25 / 2) - 3) == QColor("black")
    assert page.pixelColor(left - 3, 3) == QColor("white")
    assert page.pixelColor(left + wide // 2, round(300 * 1.25 / 2) + 3) == QColor("white")


def test_without_a_printer_nobody_is_asked(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    window = QWidget()
    qtbot.addWidget(window)
    with pytest.raises(NoPrinterError):
        ask_printer(layout_for(A4, is_landscape=False), "Bone map", window)


def test_a_printer_is_asked_for_one_turned_page(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    window = QWidget()
    qtbot.addWidget(window)

    dialog, printer = ask_printer(layout_for(A4, is_landscape=True), "Bone map", window)

    assert dialog.printer() is printer
    assert printer.docName() == "Bone map"
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape
    assert not dialog.testOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.deleteLater()


def printer_into(file: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setPageLayout(layout_for(A4, is_landscape=False))
    return printer


def test_what_is_printed_is_painted(tmp_path: Path) -> None:
    print_on(printer_into(tmp_path / "a.pdf"), PICTURE, paint)

    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.qt_log_ignore("QPdfEngine|QPainter|QFile")
def test_a_printer_that_does_not_begin_is_told(tmp_path: Path) -> None:
    with pytest.raises(PrinterError):
        print_on(printer_into(tmp_path / "missing" / "a.pdf"), PICTURE, paint)


# --- books


class Two:
    """A book of two pages."""

    title = "Two pages"
    language = "en"
    size = QSizeF(595.276, 841.89)
    pages = 2
    outline = (OutlineEntry(0, "Second", 1, 57.0),)

    def __init__(self) -> None:
        self.painted: list[int] = []

    def paint(self, painter: QPainter, number: int) -> None:
        self.painted.append(number)
        painter.fillRect(QRectF(0, 0, 72, 72), QColor("black"))

    def links(self, number: int) -> list[Link]:
        return [Link(QRectF(10, 10, 50, 10), "https://x.org", -1, 0.0)] if number else []


def test_a_book_is_written_with_its_outline_and_its_links(tmp_path: Path) -> None:
    path = tmp_path / "two.pdf"

    write_book(path, Two())

    reader = pypdf.PdfReader(path, strict=True)
    assert len(reader.pages) == 2
    assert [float(side) for side in reader.pages[0].mediabox[2:]] == pytest.approx([595.276, 841.89], abs=0.6)
    assert [entry.title for entry in reader.outline] == ["Second"]  # type: ignore[union-attr]  # it has no parts
    assert [len(page.get("/Annots", [])) for page in reader.pages] == [0, 1]


def test_a_book_replaces_a_file_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "two.pdf"
    path.write_bytes(b"before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        patched.setattr(Path, "replace", full)
        with pytest.raises(NotWrittenError):
            write_book(path, Two())
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]

    write_book(path, Two())
    assert path.read_bytes().startswith(b"%PDF")


def test_only_the_pages_that_were_asked_for_are_printed(tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)  # a printer of paper is not at hand
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    book = Two()

    print_book(printer, book, range(1, 2))

    assert book.painted == [1]
    assert len(pypdf.PdfReader(tmp_path / "out.pdf").pages) == 1


@pytest.mark.qt_log_ignore("QPdfEngine|QPainter|QFile")
def test_a_printer_that_does_not_begin_with_a_book_is_told(tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "missing" / "out.pdf"))

    with pytest.raises(PrinterError):
        print_book(printer, Two(), range(2))


def test_a_page_of_a_book_has_no_margins_of_its_own() -> None:
    layout = book_layout(QSizeF(612, 792))

    assert layout.paintRectPoints().size() == layout.fullRectPoints().size()
    assert layout.pageSize().id() == QPageSize.PageSizeId.Letter


@pytest.mark.parametrize(
    ("size", "way"),
    [
        (QSizeF(595, 842), QPageLayout.Orientation.Portrait),
        (QSizeF(842, 595), QPageLayout.Orientation.Landscape),
    ],
)
def test_a_book_stands_upright_or_lies_across(size: QSizeF, way: QPageLayout.Orientation) -> None:
    layout = printing.book_layout(size)

    assert layout.orientation() == way
    assert layout.fullRect(QPageLayout.Unit.Point).size() == size
    assert layout.pageSize().size(QPageSize.Unit.Point) == QSizeF(595, 842)  # as printers know it
