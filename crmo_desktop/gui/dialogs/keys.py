"""What can be pressed: first where the keyboard is, then every action; keys can be changed here."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QLineEdit, QTableView, QWidget

from crmo_desktop.gui.actions import SEPARATOR, ActionTable
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.dialogs.change_keys import ChangeKeysDialog
from crmo_desktop.gui.dialogs.parts import PlainDialog, dress_table
from crmo_desktop.gui.fixed_keys import shown_keys
from crmo_desktop.gui.key_map import Given, KeyMap
from crmo_desktop.gui.models.key_model import KeyModel
from crmo_desktop.gui.theme import Look

_THREE_COLUMNS_UP_TO: Final = 1.25  # times the usual text size


class KeyRow(NamedTuple):
    """One row: where it works, what it does, which keys.

    Attributes:
        action: its name; "" for keys that no one can change.
    """

    where: str
    what: str
    keys: str
    action: str = ""


class KeysDialog(PlainDialog):
    """Help > What you can press; can be searched."""

    def __init__(
        self, table: ActionTable, keys: KeyMap, places: Sequence[str], look: Look, parent: QWidget | None
    ) -> None:
        """`places` are where the keyboard was, the innermost first."""
        super().__init__(self.tr("What you can press"), look, parent, width=760)
        self._actions, self._keys, self._places = table, keys, places
        self._is_narrow = look.ui_zoom > _THREE_COLUMNS_UP_TO
        self._before: Given = ()  # what resetting everything has taken away
        self._rows: list[KeyRow] = []
        self._shown: list[KeyRow] = []
        self._model = KeyModel(self)
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Search the keys"))
        self._search.setAccessibleName(self.tr("Search the keys"))
        self._search.setClearButtonEnabled(True)
        self._table = self._make_table(look)
        self.body.addWidget(self._search)
        faults = "\n".join(keys.faults)
        if faults:
            self.add_words(faults)
        if keys.locked:
            self.add_words(keys.locked, muted=True)
        self.body.addWidget(self._table, 1)
        self._said = QLabel(self._body)
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.hide()
        self.body.addWidget(self._said)
        self._undo = self.add_button(self.tr("&Undo"))
        self._reset = self.add_button(self.tr("&All as they came"))
        self._change = self.add_button(self.tr("Change the &keys…"))
        close = self.add_button(self.tr("&Close"), primary=True)
        self._undo.hide()
        self._connect()
        close.clicked.connect(self.accept)
        self._fill()
        self._search.setFocus()
        self.fit()

    def _connect(self) -> None:
        self._undo.clicked.connect(self._on_undo)
        self._reset.clicked.connect(self._on_reset)
        self._change.clicked.connect(self._on_change)
        self._table.selectionModel().currentChanged.connect(self._on_current_changed)
        self._table.opened.connect(self._on_change)
        self._search.textChanged.connect(self._on_search)

    def _make_table(self, look: Look) -> "_KeyTable":
        table = _KeyTable(self)
        table.setAccessibleName(self.tr("Keys"))
        table.setAccessibleDescription(self.tr("Enter changes the keys of an action"))
        table.setModel(self._model)
        dress_table(table, look, stretched=1)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTextElideMode(Qt.TextElideMode.ElideNone)
        table.verticalHeader().setMinimumSectionSize(look.ui(24))
        header = table.horizontalHeader()
        if self._is_narrow:  # where it works stands before what it does, in one column
            table.setColumnHidden(0, True)
            header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        room = self.screen().availableGeometry().height() - 48 - look.ui(130)
        table.setMinimumHeight(min(look.ui(420), room))  # on a small screen it scrolls, not the dialog
        return table

    # --- rows

    def rows(self) -> list[KeyRow]:
        """What is shown."""
        return self._shown

    def _fill(self) -> None:
        here = self.tr("Here: {place}")
        fixed = self._keys.fixed
        self._rows = [
            KeyRow(here.format(place=fixed.titles[place]), row.what, shown_keys(row))
            for place in self._places
            for row in fixed.at(place)
        ]
        for spec in self._actions.specs:
            if spec.text == SEPARATOR or not self._actions[spec.name].isVisible():
                continue
            what = self._keys.title_of(spec.name)
            shown = self._keys.shown(self._keys.keys_of(spec.name))
            if self._keys.is_changed(spec.name):
                shown = self.tr("{keys} (changed)").format(keys=shown)
            self._rows.append(KeyRow(self._actions.title_of(spec), what, shown, spec.name))
        self._reset.setEnabled(bool(self._keys.given()) and not self._keys.locked)
        self._on_search(self._search.text())

    @Slot(str)
    def _on_search(self, words: str) -> None:
        wanted = words.strip().lower()
        self._shown = [row for row in self._rows if wanted in " ".join(row[:3]).lower()]
        self._model.set_rows([self._cells(row) for row in self._shown])
        if self._shown:
            self._table.setCurrentIndex(self._model.index(0, 1))
        self._on_current_changed()

    def _cells(self, row: KeyRow) -> tuple[str, str, str]:
        if self._is_narrow:
            return "", self.tr("{where}. {what}").format(where=row.where, what=row.what), row.keys
        return row.where, row.what, row.keys

    def _current(self) -> KeyRow | None:
        row = self._table.currentIndex().row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    @Slot()
    def _on_current_changed(self) -> None:
        row = self._current()
        self._change.setEnabled(row is not None and bool(row.action) and not self._keys.locked)

    # --- changing

    @Slot()
    def _on_change(self) -> None:
        row = self._current()
        if row is None or not self._change.isEnabled():
            self._say(self._keys.locked or self.tr("These keys cannot be changed."))
            return
        dialog = ChangeKeysDialog(self._keys, row.action, self._look, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.changed.connect(self._on_changed)
        dialog.open()

    @Slot(str)
    def _on_changed(self, action: str) -> None:
        self._undo.hide()
        self._fill()
        place = next((n for n, row in enumerate(self._shown) if row.action == action), 0)
        self._table.setCurrentIndex(self._model.index(place, 1))
        keys = self._keys.shown(self._keys.keys_of(action))
        self._say(self.tr("{action}: {keys}").format(action=self._keys.title_of(action), keys=keys))

    @Slot()
    def _on_reset(self) -> None:
        self._before = self._keys.given()
        self._keys.restore(())
        self._undo.show()
        self._undo.setFocus()
        self._fill()
        self._say(self.tr("All keys are as they came."))

    @Slot()
    def _on_undo(self) -> None:
        self._keys.restore(self._before)
        self._reset.setEnabled(True)
        self._reset.setFocus()
        self._undo.hide()
        self._fill()
        self._say(self.tr("Your keys are back."))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()
        self.fit()
        announce(self._said, words)


class _KeyTable(QTableView):
    """Enter is for the row, not for the dialog's button."""

    opened = Signal(QModelIndex)  # the row

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.doubleClicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space change the row's keys."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if is_enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.opened.emit(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)
