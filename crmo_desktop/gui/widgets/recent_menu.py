"""The searches made lately, below the field that they go into."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

_LONGEST: Final = 60  # characters that are shown


class RecentMenu(QMenu):
    """Opens where the reader asks for it, with the last search chosen; goes when it is closed."""

    query_chosen = Signal(str)  # a search
    forget_wanted = Signal()

    def __init__(self, queries: Sequence[str], field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self.setAccessibleName(self.tr("Searched lately"))
        self.addAction(self.tr("Searched lately")).setEnabled(False)
        for query in queries:
            shown = query if len(query) <= _LONGEST else query[:_LONGEST] + "…"
            action = self.addAction(shown.replace("&", "&&"))
            action.setData(query)
            action.triggered.connect(self._on_query)
        self.addSeparator()
        self.addAction(self.tr("Forget recent searches")).triggered.connect(self._on_forget)
        self.setMinimumWidth(field.width())

    def open_below(self) -> None:
        """Open below the field, the keyboard on the last search."""
        self.popup(self._field.mapToGlobal(QPoint(0, self._field.height() + 2)))
        self.setActiveAction(self.actions()[1])

    @Slot()
    def _on_query(self) -> None:
        self.query_chosen.emit(str(self.sender().data()))  # type: ignore[attr-defined]  # the sender is a QAction

    @Slot()
    def _on_forget(self) -> None:
        self.forget_wanted.emit()
