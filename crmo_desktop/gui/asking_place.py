"""Where a file is to go: the system's own dialog."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_place(window: QWidget, title: str, kind: str, name: str, folder: str = "") -> QFileDialog:
    """A dialog about where a file goes, made but not open; it goes when it is closed.

    Args:
        window: that it stands over.
        title: of the dialog.
        kind: of the file, with its ending in brackets, as Qt writes it.
        name: offered for the file.
        folder: to begin in; "" for the reader's documents.
    """
    dialog = QFileDialog(window, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([kind])
    folder = folder or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    if Path(folder).is_dir():
        dialog.setDirectory(folder)
    dialog.selectFile(name)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.finished.connect(dialog.deleteLater)
    return dialog
