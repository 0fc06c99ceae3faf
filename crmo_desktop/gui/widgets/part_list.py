"""A list of parts of a page, one below the other, headings indented by their level."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from crmo_desktop.gui.models.rows import ROW_ROLE, RowModel
from crmo_desktop.gui.page_structure import Part
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.row_delegate import RowDelegate

Index = QModelIndex | QPersistentModelIndex


class PartList(QListView):
    """Tells which part a click, Enter or Space chooses."""

    chosen = Signal(object)  # a Part

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = _PartModel(self)
        self._delegate = _PartDelegate(look, parent=self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self._delegate.follow_pointer(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)

    def set_parts(self, parts: Sequence[tuple[Part, str, str]], current: int = 0) -> None:
        """Show parts, each with its words and with what a screen reader says; none is told as chosen."""
        self._model.set_parts(parts)
        if parts:
            self.setCurrentIndex(self._model.index(current, 0))
        self.viewport().update()

    def parts(self) -> list[Part]:
        """What is listed."""
        rows = [self._model.row(self._model.index(place, 0)) for place in range(self._model.rowCount())]
        return [row for row in rows if row is not None]

    def current(self) -> Part | None:
        """The part that the keyboard is on."""
        return self._model.row(self.currentIndex())

    def step(self, by: int) -> None:
        """Go `by` rows down, no further than the ends."""
        row = min(max(self.currentIndex().row() + by, 0), self._model.rowCount() - 1)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows wrap to the new width."""
        super().resizeEvent(event)
        self._delegate.view_width = event.size().width()
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        part = self._model.row(index)
        if part is not None:
            self.chosen.emit(part)


class _PartModel(RowModel[Part]):
    """Says more of a row than it shows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._spoken: list[str] = []

    def set_parts(self, parts: Sequence[tuple[Part, str, str]]) -> None:
        self._spoken = [spoken for _, _, spoken in parts]
        self.set_rows([(part, words) for part, words, _ in parts])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid():
            return self._spoken[index.row()]
        return super().data(index, role)


class _PartDelegate(RowDelegate):
    """Words, further in for a lower level."""

    def is_current(self, index: Index) -> bool:
        """The row that Enter chooses, also while the keyboard is in the field above."""
        view = self.parent()
        return isinstance(view, QListView) and view.currentIndex() == index

    def left_of_text(self, index: Index) -> int:
        part = index.data(ROW_ROLE)
        level = part.level if isinstance(part, Part) else 0
        return self.look.ui(20 + 18 * max(0, level - 1))

    def is_heading(self, index: Index) -> bool:
        part = index.data(ROW_ROLE)
        return isinstance(part, Part) and part.level in (1, 2)
