"""Beside a comparison: what it is sorted by, and the same lines as a real table."""

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from crmo_desktop.domain.picture import Picture, SideBySide
from crmo_desktop.gui.drawing.scene import View
from crmo_desktop.gui.drawing.side_by_side import cell_id, row_id
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.models.side_by_side_model import SideBySideModel
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.word_cells import WordCells

# The sign by whether the order falls. Qt's own points down where words rise; the picture's points up there.
_SIGN: Final = {False: Qt.SortOrder.DescendingOrder, True: Qt.SortOrder.AscendingOrder}
_Sorting = tuple[int | None, bool]  # the column, and whether it falls


class Panel(QWidget):
    """Sorts by a click on a head or by the field above; Enter opens what a line or a cell leads to.

    What is set from outside is silent.
    """

    view_changed = Signal(object)  # a View
    address_wanted = Signal(str)  # of a topic or a section
    mark_wanted = Signal(str)  # id of the mark to be ringed in the picture

    def __init__(
        self, picture: Picture, view: View, look: Look, icons: IconShelf, parent: QWidget | None = None
    ) -> None:
        """Show `picture`, which is a comparison, as `view` sorts it."""
        super().__init__(parent)
        drawing = picture.drawing
        assert isinstance(drawing, SideBySide)
        del icons  # there are none in it
        self._drawing, self._view, self._is_silent = drawing, view, False
        self._model = SideBySideModel(drawing, self)
        self._sorting = QComboBox(self)
        self._sorting.addItems([self._words_of(sorting) for sorting in self._sortings()])
        self._sorting.setAccessibleName(self.tr("Sorted by"))
        self._sorting.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._table = self._make_table(picture.title, look)
        self._open = QPushButton(self.tr("Read more"), self)
        self._open.setEnabled(False)
        self._open.setVisible(any(cell.target for row in drawing.rows for cell in (row.title, *row.cells)))
        label = QLabel(self.tr("Sorted by"), self)
        label.setBuddy(self._sorting)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(label)
        self._layout.addWidget(self._sorting)
        self._layout.addWidget(self._table, 1)
        self._layout.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self._sorting.activated.connect(self._on_sorting)
        self._open.clicked.connect(self._on_open)
        self.set_look(look)
        self.set_view(view)

    def _make_table(self, name: str, look: Look) -> WordCells:
        table = WordCells(look, self)
        table.setModel(self._model)
        table.setAccessibleName(name)
        header = table.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.sectionClicked.connect(self._on_head)
        table.opened.connect(self._on_opened)
        table.selectionModel().currentChanged.connect(self._on_current)
        return table

    def set_view(self, view: View) -> None:
        """Sort as `view` says."""
        has_column = view.sort is not None and 0 <= view.sort < len(self._drawing.columns)
        column, falls = (view.sort, view.falls) if has_column else (None, False)
        self._view = view
        self._sorting.setCurrentIndex(self._sortings().index((column, falls)))
        self._model.sort_by(column, falls=falls)
        self._table.horizontalHeader().setSortIndicator(-1 if column is None else column, _SIGN[falls])
        self._table.fit()

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._layout.setSpacing(look.ui(8))
        self._table.set_look(look)

    def set_mark(self, id: str) -> None:
        """Make the line current whose mark is `id`, or whose cell's mark it is; any other leaves none."""
        lines = range(len(self._drawing.rows))
        index = next(
            (
                self._model.index_of(line, column)
                for line in lines
                for column in range(len(self._drawing.columns))
                if id == cell_id(self._drawing, line, column)
            ),
            QModelIndex(),
        )
        self._is_silent = True
        self._table.setCurrentIndex(index)
        self._is_silent = False
        if not index.isValid():
            self._table.clearSelection()
        self._open.setEnabled(bool(self._target(index)))

    def _sortings(self) -> list[_Sorting]:
        """All ways to sort, the order that the lines were made in first."""
        columns = range(len(self._drawing.columns))
        return [(None, False), *((column, falls) for column in columns for falls in (False, True))]

    def _words_of(self, sorting: _Sorting) -> str:
        column, falls = sorting
        if column is None:
            return self.tr("The picture's own order")
        words = self.tr("{column}, Z to A") if falls else self.tr("{column}, A to Z")
        return words.format(column=self._drawing.columns[column] or self.tr("First column"))

    def _target(self, index: QModelIndex) -> str:
        """What the cell at `index` opens, or else its line."""
        line, words = self._model.number(index), self._model.words(index)
        if line is None or words is None:
            return ""
        return words.target or self._drawing.rows[line].title.target

    def _sort(self, column: int | None, *, falls: bool) -> None:
        view = self._view.with_(sort=column, falls=falls)
        self.set_view(view)
        self.view_changed.emit(view)

    @Slot(int)
    def _on_sorting(self, place: int) -> None:
        column, falls = self._sortings()[place]
        self._sort(column, falls=falls)

    @Slot(int)
    def _on_head(self, column: int) -> None:
        """Upwards, then downwards, then as it was made."""
        if self._view.sort != column:
            self._sort(column, falls=False)
        elif not self._view.falls:
            self._sort(column, falls=True)
        else:
            self._sort(None, falls=False)

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        if target := self._target(index):
            self.address_wanted.emit(target)

    @Slot()
    def _on_open(self) -> None:
        self._on_opened(self._table.currentIndex())

    @Slot(QModelIndex)
    def _on_current(self, index: QModelIndex) -> None:
        line = self._model.number(index)
        self._open.setEnabled(bool(self._target(index)))
        if line is not None and not self._is_silent:
            self.mark_wanted.emit(cell_id(self._drawing, line, index.column()) or row_id(line))
