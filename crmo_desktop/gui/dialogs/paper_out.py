"""Pages on their way out: into a PDF, or onto paper."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import SLOT, QObject, QStandardPaths, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from crmo_desktop.domain.errors import UserError
from crmo_desktop.gui import printing

_SHOWN: Final = 20  # milliseconds until what was said can be seen


class PaperOut(QObject):
    """Asks where, or which printer; what it is given goes there."""

    said = Signal(str)  # what was done
    failed = Signal(object)  # a UserError

    def __init__(self, window: QWidget) -> None:
        """`window` is what dialogs stand over."""
        super().__init__(window)
        self._window = window
        self._book: printing.Pages | None = None
        self._asking: printing.Asking | None = None
        self._path: Path | None = None

    def ask_place(self, book: printing.Pages, name: str) -> None:
        """Ask where to save `book` as PDF, and save it there; `name` is suggested."""
        self._book = book
        dialog = QFileDialog(self._window, self.tr("Save as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Pages to print (*.pdf)"))
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        if Path(folder).is_dir():
            dialog.setDirectory(folder)
        dialog.selectFile(name)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(self._on_place)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_place(self, place: str) -> None:
        self._path = Path(place)
        self.said.emit(self.tr("Saving …"))
        QTimer.singleShot(_SHOWN, self, self._write)  # a long work takes seconds: this is told before

    @Slot()
    def _write(self) -> None:
        if self._book is None or self._path is None:
            return
        path, self._path = self._path, None
        try:
            printing.write_book(path, self._book)
        except UserError as error:
            self.failed.emit(error)
        else:
            words = self.tr("Saved as “{name}” in {folder}")
            self.said.emit(words.format(name=path.name, folder=path.parent))

    def ask_printer(self, book: printing.Pages) -> None:
        """Open the system's dialog about printers, and print `book` as it is answered."""
        self._book = book
        try:
            self._asking = printing.ask_printer(printing.book_layout(book.size), book.title, self._window)
        except UserError as error:
            self.failed.emit(error)
            return
        dialog = self._asking.dialog
        dialog.setOption(dialog.PrintDialogOption.PrintPageRange, on=True)
        dialog.setMinMax(1, book.pages)
        dialog.finished.connect(dialog.deleteLater)
        # The system's own dialog knows no other way; the stubs want bytes, which it would not take.
        dialog.open(self, SLOT("_on_printer()"))  # type: ignore[arg-type]  # see above

    @Slot()
    def _on_printer(self) -> None:
        if self._book is None or self._asking is None:
            return
        printer, last = self._asking.printer, self._book.pages
        first, end = (printer.fromPage() or 1), (printer.toPage() or last)
        try:
            printing.print_book(printer, self._book, range(first - 1, min(end, last)))
        except UserError as error:
            self.failed.emit(error)
        else:
            self.said.emit(self.tr("Sent to the printer"))
