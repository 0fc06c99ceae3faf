"""The list of keys as a table: where they work, what they do, keys."""

from PySide6.QtCore import QObject

from crmo_desktop.gui.models.word_table import WordTable


class KeyModel(WordTable):
    """Three columns of words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (self.tr("Where"), self.tr("What it does"), self.tr("Keys"))
