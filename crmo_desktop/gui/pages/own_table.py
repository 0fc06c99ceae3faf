"""The list of the reader's own things or visits, and what stands in its place where it is empty."""

from collections.abc import Callable, Hashable, Sequence
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from crmo_desktop.domain.own_things import Thing
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import margins
from crmo_desktop.gui.models.own_rows import OwnRow, OwnRowModel
from crmo_desktop.gui.pages.own_words import Day
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.own_list import OwnList, OwnRowDelegate
from crmo_desktop.services.journal import ReadVisit

Source = Thing | ReadVisit | Day
_LOOKED_UP_AT_ONCE: Final = 3  # rows whose places are looked up before the next key is heard


def key_of(source: Source) -> Hashable:
    """What tells a row from all others, also after its thing was changed."""
    return source.uid if isinstance(source, Thing) else source


class OwnTable(QWidget):
    """Keeps what is chosen chosen when rows change, and looks up places only of rows that are seen.

    Attributes:
        list: the rows.
    """

    chosen = Signal()  # other rows are chosen, or none
    opened = Signal()  # Enter on a row
    delete_wanted = Signal()
    typing_wanted = Signal()
    link_wanted = Signal()  # what is offered in the place of the list

    def __init__(
        self,
        make_row: Callable[[Source], OwnRow],
        look_up: Callable[[Source], bool],
        look: Look,
        icons: IconShelf,
        parent: QWidget,
    ) -> None:
        """Make an empty list.

        Args:
            make_row: the row for a value.
            look_up: looks up what a row does not know yet; whether it is to be made again.
            look: to draw with.
            icons: of the kinds.
            parent: where it stands.
        """
        super().__init__(parent)
        self._look_up = look_up
        self._looked_up: set[Hashable] = set()
        self._model: OwnRowModel[Source] = OwnRowModel(make_row, self)
        self.list = OwnList(self)
        self.list.setModel(self._model)
        self._delegate = OwnRowDelegate(look, icons, self.list)
        self.list.setItemDelegate(self._delegate)
        self._delegate.follow_pointer(self.list)
        self._empty = QWidget(self)
        self._nothing = QLabel(self._empty)
        self._nothing.setWordWrap(True)
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._link = QPushButton(self._empty)
        self._link.setProperty("kind", "link")
        box = QVBoxLayout(self._empty)
        box.setContentsMargins(*margins(14, 16, 14, 0))
        box.setSpacing(8)
        box.addWidget(self._nothing)
        box.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(1)
        self._stacked = QStackedWidget(self)
        self._stacked.addWidget(self.list)
        self._stacked.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stacked)
        self._later = QTimer(self)  # keys that wait come before the detail of what they leave
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(0)
        self._connect()

    def _connect(self) -> None:
        self._later.timeout.connect(self.chosen)
        self._looking.timeout.connect(self._look_up_some)
        self.list.opened.connect(self._on_opened)
        self.list.delete_wanted.connect(self.delete_wanted)
        self.list.typing_wanted.connect(self.typing_wanted)
        self.list.selectionModel().selectionChanged.connect(self._on_selection)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.verticalScrollBar().valueChanged.connect(self._looking.start)
        self._link.clicked.connect(self.link_wanted)

    # --- what is shown

    def set_sources(self, sources: Sequence[Source], *, stays: bool) -> None:
        """Show a row for each.

        Args:
            sources: things, or days and visits.
            stays: whether what is chosen and the place scrolled to stay, as the same rows are still meant.
        """
        kept = {key_of(source) for source in self.selected()} if stays else set()
        here, row = self.current(), self.list.currentIndex().row()
        scrolled = self.list.verticalScrollBar().value()
        many = self._model.rowCount() if stays else 0
        self._looked_up.clear()
        self.list.selectionModel().blockSignals(True)
        self._model.set_sources(sources, at_least=many)
        if stays:
            self._choose_again(kept, None if here is None else key_of(here), row)
            self.list.doItemsLayout()
            self.list.verticalScrollBar().setValue(scrolled)
        else:
            self._make_current(self._next_row(0))
        self.list.selectionModel().blockSignals(False)
        self._later.start()
        self._looking.start()

    def _choose_again(self, kept: set[Hashable], here: Hashable | None, row: int) -> None:
        keys = [key_of(source) for source in self._model.sources()]
        if here in keys:
            at = keys.index(here)
        else:  # it is gone: what has moved into its place
            at, kept = self._next_row(max(0, min(row, len(keys) - 1))), set()
        self._make_current(at)
        rows = [number for number, key in enumerate(keys) if key in kept]
        if len(rows) > 1:
            chosen = QItemSelection()
            for number in rows:
                self._model.fetch_to(number)
                index = self._model.index(number, 0)
                chosen.select(index, index)
            self.list.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _next_row(self, row: int) -> int:
        """`row`, or the next that can be chosen, or the one before; -1 if there is none."""
        sources = self._model.sources()
        ahead = (number for number in range(row, len(sources)) if not isinstance(sources[number], Day))
        behind = (number for number in range(row - 1, -1, -1) if not isinstance(sources[number], Day))
        return next(ahead, next(behind, -1))

    def _make_current(self, row: int) -> None:
        if row >= 0:
            self._model.fetch_to(row)
        # The view itself would choose one row more while the Ctrl of the key that led here is still held.
        alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(self._model.index(row, 0), alone)

    def show_nothing(self, words: str, link: str) -> None:
        """Show `words` in the place of the list, and a link below them; "" shows the list."""
        self._nothing.setText(words)
        self._link.setText(link)
        self._link.setVisible(bool(link))
        self._stacked.setCurrentWidget(self._empty if words else self.list)

    def is_empty(self) -> bool:
        """Whether there is nothing in the list."""
        return not self._model.sources()

    def set_name(self, name: str) -> None:
        """Say what the list is."""
        self.list.setAccessibleName(name)

    # --- what is chosen

    def current(self) -> Source | None:
        """The row that the keyboard is on."""
        return self._model.source(self.list.currentIndex())

    def selected(self) -> list[Source]:
        """The rows chosen, in their order."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [self._model.sources()[row] for row in rows]

    def choose(self, key: Hashable) -> bool:
        """Choose the row of this key alone; whether it is there."""
        keys = [key_of(source) for source in self._model.sources()]
        if key in keys:
            self._make_current(keys.index(key))
        return key in keys

    def enter(self) -> None:
        """Put the keyboard into the list, or to what is offered in its place."""
        if not self.is_empty():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._link.isHidden():
            self._link.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._delegate.set_look(look)
        self.list.scheduleDelayedItemsLayout()

    # --- as it happens

    @Slot(QModelIndex)
    def _on_opened(self, _index: QModelIndex) -> None:
        self.opened.emit()

    def select_all(self) -> None:
        """Choose every row, those that have not been fetched included."""
        self._model.fetch_to(len(self._model.sources()) - 1)
        self.list.selectAll()

    @Slot(QItemSelection, QItemSelection)
    def _on_selection(self, _chosen: QItemSelection, _left: QItemSelection) -> None:
        self.list.viewport().update()
        self._later.start()

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._later.start()

    @Slot()
    def _look_up_some(self) -> None:
        """Look up places of rows that are seen, a few at a time."""
        if not self.list.isVisible():
            return
        left = _LOOKED_UP_AT_ONCE
        for row in self.list.shown_rows():
            source = self._model.sources()[row]
            key = key_of(source)
            if key in self._looked_up:
                continue
            if not left:
                self._looking.start()
                return
            left -= 1
            self._looked_up.add(key)
            if self._look_up(source):
                self._model.renew(row)
