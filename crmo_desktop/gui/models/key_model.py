"""The list of keys as a table: where they work, what they do, keys."""

from PySide6.QtCore import QObject, Qt

from crmo_desktop.gui.models.word_table import Index, WordTable


class KeyModel(WordTable):
    """Three columns of words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (self.tr("Where"), self.tr("What it does"), self.tr("Keys"))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Whoever hears one cell after the other, row by row, hears all of the row in the middle one.

        Where the first column has no room and is empty, it is called by what the row does.
        """
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid() and index.column() == 0:
            return self._rows[index.row()][0] or self._rows[index.row()][1]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid() and index.column() == 1:
            where, what, keys = self._rows[index.row()]
            return f"{what}: {keys}. {where}" if where else f"{what}: {keys}"
        return super().data(index, role)
