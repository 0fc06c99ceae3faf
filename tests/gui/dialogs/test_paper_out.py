"""Tests of `crmo_desktop.gui.dialogs.paper_out`."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog, QRadioButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.errors import NoPrinterError, PrinterError, UserError
from crmo_desktop.gui import printing
from crmo_desktop.gui.dialogs.paper_out import PaperOut
from crmo_desktop.gui.pdf_parts import Link


class Pages:
    """A stand-in for a book: three grey rectangles."""

    pages, outline = 3, ()

    def __init__(self) -> None:
        self.title, self.language, self.size = "Three pages", "en", QSizeF(595, 842)

    def paint(self, painter: QPainter, _number: int) -> None:
        painter.fillRect(QRectF(100, 100, 300, 200), Qt.GlobalColor.gray)

    def links(self, _number: int) -> tuple[Link, ...]:
        return ()


BOOK = Pages()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def out(window: QWidget) -> PaperOut:
    return PaperOut(window)


@pytest.fixture
def told(out: PaperOut) -> list[object]:
    told: list[object] = []
    out.said.connect(told.append)
    out.failed.connect(told.append)
    return told


def file_dialog(window: QWidget) -> QFileDialog:
    (dialog,) = window.findChildren(QFileDialog)
    return dialog


def test_it_is_saved_where_the_reader_says(
    out: PaperOut, window: QWidget, told: list[object], tmp_path: Path, qtbot: QtBot
) -> None:
    out.ask_place(BOOK, "Three pages (2026-11-26).pdf")
    dialog = file_dialog(window)
    assert Path(dialog.selectedFiles()[0]).name == "Three pages (2026-11-26).pdf"

    dialog.fileSelected.emit(str(tmp_path / "three.pdf"))
    dialog.close()
    qtbot.waitUntil(lambda: len(told) == 2)

    assert told == ["Saving …", f"Saved as “three.pdf” in {tmp_path}"]
    assert len(pypdf.PdfReader(tmp_path / "three.pdf").pages) == 3


def test_it_says_where_nothing_can_be_written(
    out: PaperOut, window: QWidget, told: list[object], tmp_path: Path, qtbot: QtBot
) -> None:
    out.ask_place(BOOK, "a.pdf")
    dialog = file_dialog(window)
    dialog.fileSelected.emit(str(tmp_path / "nowhere" / "three.pdf"))
    dialog.close()
    qtbot.waitUntil(lambda: len(told) == 2)

    assert isinstance(told[-1], UserError)


def test_without_a_printer_it_is_said(
    out: PaperOut, told: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)

    out.ask_printer(BOOK)

    (error,) = told
    assert isinstance(error, NoPrinterError)
    assert "PDF" in error.hint


@pytest.mark.parametrize("answers", [True, False])
def test_the_pages_asked_for_are_printed(
    out: PaperOut, told: list[object], monkeypatch: pytest.MonkeyPatch, answers: bool
) -> None:
    printed: list[list[int]] = []

    def print_book(_printer: QPrinter, book: object, pages: range) -> None:
        assert book is BOOK
        if not answers:
            raise PrinterError
        printed.append(list(pages))

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    monkeypatch.setattr(printing, "print_book", print_book)
    out.ask_printer(BOOK)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QPrintDialog)
    assert (dialog.minPage(), dialog.maxPage()) == (1, 3)
    some, first = dialog.findChild(QRadioButton, "printRange"), dialog.findChild(QSpinBox, "from")
    assert isinstance(some, QRadioButton)
    assert isinstance(first, QSpinBox)
    some.click()
    last = dialog.findChild(QSpinBox, "to")
    assert isinstance(last, QSpinBox)
    last.setValue(3)
    first.setValue(2)
    dialog.accept()

    if answers:
        assert told == ["Sent to the printer"]
        assert printed == [[1, 2]]
    else:
        assert isinstance(told[-1], PrinterError)
