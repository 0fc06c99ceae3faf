"""The right pane: what is on this page, related topics, and one pinned box."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListView,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import margins
from crmo_desktop.gui.models.rows import ROW_ROLE, RowModel
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.pinned import Pinned, PinnedBox
from crmo_desktop.gui.widgets.row_delegate import RowDelegate

Index = QModelIndex | QPersistentModelIndex


class OutlinePane(QFrame):
    """Headings of the page, the one being read marked; related topics; the pinned box."""

    section_chosen = Signal(str)  # a section's name
    topic_chosen = Signal(str)  # a topic's id
    address_chosen = Signal(str)  # the pinned box's target

    def __init__(self, look: Look, icons: IconShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rightPane")
        self._sections = _List(look, self)
        self._related = _List(look, self)
        self._sections.setAccessibleName(self.tr("On this page"))
        self._related.setAccessibleName(self.tr("Related topics"))
        self._on_page = QLabel(self.tr("On this page"), self)
        self._related_title = QLabel(self.tr("Related"), self)
        for label in (self._on_page, self._related_title):
            label.setProperty("kind", "small")
        self._box = PinnedBox(look, icons, self)
        body = QWidget()
        body.setObjectName("outlineBody")
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        for label in (self._on_page, self._related_title):
            label.setContentsMargins(*margins(16, 0, 0, 0))
        inner.addWidget(self._on_page)
        inner.addWidget(self._sections)
        inner.addSpacing(10)
        inner.addWidget(self._related_title)
        inner.addWidget(self._related)
        inner.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(8, 16, 4, 14))
        layout.setSpacing(8)
        layout.addWidget(area, 1)
        layout.addWidget(self._box)
        self._sections.chosen.connect(self.section_chosen)
        self._related.chosen.connect(self.topic_chosen)
        self._box.address_chosen.connect(self.address_chosen)

    def set_page(
        self, sections: list[tuple[str, str]], related: list[tuple[str, str]], pinned: Pinned | None
    ) -> None:
        """Show (name, title) of the page's sections, (id, title) of related topics, and the box."""
        self._sections.set_rows(sections)
        self._related.set_rows(related)
        self._related_title.setVisible(bool(related))
        self._related.setVisible(bool(related))
        self._box.setVisible(pinned is not None)
        if pinned is not None:
            self._box.set_pinned(pinned)

    def set_current(self, section: str) -> None:
        """Mark the section that is being read, without reporting it."""
        self._sections.set_current(section)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        for part in (self._sections, self._related, self._box):
            part.set_look(look)


class _List(QListView):
    """A list as high as its rows need, up to what the pane has; Enter, Space and click choose."""

    chosen = Signal(str)  # the row's value

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._model: RowModel[str] = RowModel(self)
        self._delegate = _OutlineDelegate(look, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._delegate.follow_pointer(self)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_chosen)

    def set_rows(self, rows: list[tuple[str, str]]) -> None:
        self._delegate.current = ""
        self._model.set_rows(rows)
        self.updateGeometry()

    def set_current(self, value: str) -> None:
        if self._delegate.current != value:
            before = self._heights()
            self._delegate.current = value
            if self._heights() != before:  # bold, a row may need one line more
                self.scheduleDelayedItemsLayout()
                self.updateGeometry()
            self.viewport().update()

    def _heights(self) -> list[int]:
        return [self.sizeHintForRow(row) for row in range(self._model.rowCount())]

    def set_look(self, look: Look) -> None:
        self._delegate.set_look(look)
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(120, sum(self._heights()) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._delegate.view_width = event.size().width()
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_chosen(self.currentIndex())
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        value = index.data(ROW_ROLE)
        if isinstance(value, str):
            self.chosen.emit(value)


class _OutlineDelegate(RowDelegate):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, size=14.5, indent=2, parent=parent)
        self.current = ""

    def is_current(self, index: Index) -> bool:
        return bool(self.current) and index.data(ROW_ROLE) == self.current
