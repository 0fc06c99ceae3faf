"""The files that are not as they were made, as a table: file, what is wrong, size."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from crmo_desktop.gui.models.word_table import Index, Row, WordTable


class FaultModel(WordTable):
    """Three columns of words; the first says the whole row to a screen reader."""

    def __init__(self, rows: Sequence[Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = list(rows)
        self._headers = (self.tr("File"), self.tr("What is wrong"), self.tr("Size"))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What Qt asks of a cell: its words, whole where they are cut short."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return ", ".join(self._rows[index.row()])
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            role = Qt.ItemDataRole.DisplayRole
        return super().data(index, role)
