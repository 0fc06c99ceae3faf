"""The questions kept for the trainer as a table: question, day, for whom pages were shown then."""

from PySide6.QtCore import QObject, Qt

from crmo_desktop.gui.models.word_table import Index, WordTable


class QuestionModel(WordTable):
    """Three columns of words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (self.tr("Question"), self.tr("Kept on"), self.tr("Words"))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What Qt asks of a cell: its words, at the top of a row that may be high."""
        if role == Qt.ItemDataRole.TextAlignmentRole and index.isValid():
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        return super().data(index, role)
