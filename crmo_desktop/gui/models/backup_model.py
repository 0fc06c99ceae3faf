"""Backups as a table: when, why it is kept, what is in it."""

from PySide6.QtCore import QObject, Qt

from crmo_desktop.gui.models.word_table import Index, WordTable


class BackupModel(WordTable):
    """Three columns of words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (self.tr("Made"), self.tr("Kept as"), self.tr("What is in it"))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What Qt asks of a cell: its words, at the top of a row that may be high."""
        if role == Qt.ItemDataRole.TextAlignmentRole and index.isValid():
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        return super().data(index, role)
