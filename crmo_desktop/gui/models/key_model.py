"""The list of keys as a table: menu, what it does, keys."""

from PySide6.QtCore import QObject

from crmo_desktop.gui.models.word_table import WordTable


class KeyModel(WordTable):
    """Three columns of words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (self.tr("Menu"), self.tr("What it does"), self.tr("Keys"))
