"""A list of parts of a page, one below the other, headings indented by their level."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from crmo_desktop.gui.models.rows import ROW_ROLE, RowModel
from crmo_desktop.gui.page_structure import Part
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.row_list import CurrentRowDelegate, Index, RowList


class PartList(RowList[Part]):
    """Tells which part a click, Enter or Space chooses."""

    chosen = Signal(object)  # a Part

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = _PartModel(self)
        self.show_rows(self._parts, _PartDelegate(look, parent=self))

    def set_parts(self, parts: Sequence[tuple[Part, str, str]], current: int = 0) -> None:
        """Show parts, each with its words and with what a screen reader says; none is told as chosen."""
        self._parts.set_parts(parts)
        if parts:
            self.setCurrentIndex(self._parts.index(current, 0))
        self.viewport().update()

    def parts(self) -> list[Part]:
        """What is listed."""
        rows = [self._parts.row(self._parts.index(place, 0)) for place in range(self._parts.rowCount())]
        return [row for row in rows if row is not None]

    def choose(self, row: Part) -> None:
        """Tell which part was chosen."""
        self.chosen.emit(row)


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


class _PartDelegate(CurrentRowDelegate):
    """Words, further in for a lower level."""

    def left_of_text(self, index: Index) -> int:
        part = index.data(ROW_ROLE)
        level = part.level if isinstance(part, Part) else 0
        return self.look.ui(20 + 18 * max(0, level - 1))

    def is_heading(self, index: Index) -> bool:
        part = index.data(ROW_ROLE)
        return isinstance(part, Part) and part.level in (1, 2)
