"""Every key the program answers, made from the actions themselves, so that it is never out of date."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QWidget

from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.models.key_model import KeyModel
from crmo_desktop.gui.theme import Look


class KeysDialog(PlainDialog):
    """Help > Keys; can be searched."""

    def __init__(self, rows: list[tuple[str, str, str]], look: Look, parent: QWidget | None) -> None:
        super().__init__(self.tr("Keys"), look, parent, width=620)
        self._rows = rows
        self._model = KeyModel(self)
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Search the keys"))
        self._search.setAccessibleName(self.tr("Search the keys"))
        self._search.setClearButtonEnabled(True)
        self._table = QTableView(self)
        self._table.setAccessibleName(self.tr("Keys"))
        self._table.setModel(self._model)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setAlternatingRowColors(True)
        self._table.setShowGrid(False)
        self._table.setTabKeyNavigation(False)
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setDefaultSectionSize(look.ui(32))
        self._table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        room = self.screen().availableGeometry().height() - 48 - look.ui(110)
        self._table.setMinimumHeight(min(look.ui(420), room))  # on a small screen it scrolls, not the dialog
        self.body.addWidget(self._search)
        self.body.addWidget(self._table, 1)
        close = self.add_button(self.tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        self._search.textChanged.connect(self._on_search)
        self._on_search("")
        self._search.setFocus()
        self.fit()

    @Slot(str)
    def _on_search(self, words: str) -> None:
        wanted = words.strip().lower()
        self._model.set_rows([row for row in self._rows if wanted in " ".join(row).lower()])
