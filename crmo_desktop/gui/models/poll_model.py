"""How rooms answered as a table: when, in which session, which question, how many hands were right."""

from PySide6.QtCore import QObject, Qt

from crmo_desktop.gui.models.word_table import Index, WordTable


class PollModel(WordTable):
    """Four columns of words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (self.tr("When"), self.tr("Session"), self.tr("Question"), self.tr("Right"))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What Qt asks of a cell: its words, at the top of a row that may be high."""
        if role == Qt.ItemDataRole.TextAlignmentRole and index.isValid():
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        return super().data(index, role)
