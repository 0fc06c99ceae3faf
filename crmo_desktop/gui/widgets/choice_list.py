"""A short list of which one row holds: a filter, or something to search for again."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QStyleOptionViewItem, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import placed, placed_point
from crmo_desktop.gui.models.rows import ROW_ROLE, RowModel
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.row_delegate import RowDelegate

Index = QModelIndex | QPersistentModelIndex


class Choice(NamedTuple):
    """One row.

    Attributes:
        value: what is told when it is chosen.
        words: what it says.
        number: shown at the row's end; "" for none.
        spoken: all of it in words, for a screen reader.
        swatch: the role of a colour that is shown before the words; "" for none.
        icon: shown before the words, in place of that of the list; "" for that one.
    """

    value: str
    words: str
    number: str = ""
    spoken: str = ""
    swatch: str = ""
    icon: str = ""


class ChoiceList(QListView):
    """As high as its rows; tells the row that a click, Enter or Space chooses, or that arrows come to."""

    chosen = Signal(str)  # the row's value
    confirmed = Signal()  # Enter, after what it chose

    def __init__(
        self,
        look: Look,
        icons: IconShelf,
        parent: QWidget,
        *,
        icon: str = "",
        follows: bool = True,
        least: int = 29,
    ) -> None:
        """Make an empty list.

        Args:
            look: to draw with.
            icons: where `icon` is.
            parent: where it stands.
            icon: before every row; "" for none.
            follows: the arrows choose, too.
            least: height of a row of one line, in pixels at 100%.
        """
        super().__init__(parent)
        self._follows = follows
        self._model = _ChoiceModel(self)
        self._delegate = _ChoiceDelegate(look, icons, icon, self, least)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self._delegate.follow_pointer(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def set_choices(self, choices: Sequence[Choice], current: str | None = None) -> None:
        """Show these rows, the one whose value is `current` as the one that holds, without reporting it."""
        self._delegate.current = current
        if self.choices() != list(choices):
            self._model.set_rows([(choice, choice.words) for choice in choices])
            self.updateGeometry()
        place = next((n for n, choice in enumerate(choices) if choice.value == current), None)
        if place is not None:
            self.setCurrentIndex(self._model.index(place, 0))
        self.viewport().update()

    def choices(self) -> list[Choice]:
        """The rows."""
        rows = [self._model.row(self._model.index(place, 0)) for place in range(self._model.rowCount())]
        return [row for row in rows if row is not None]

    def current(self) -> str | None:
        """The value of the row that holds."""
        return self._delegate.current

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._delegate.set_look(look)
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All rows."""
        height = sum(self.sizeHintForRow(row) for row in range(self._model.rowCount()))
        return QSize(120, height + 4)

    def minimumSizeHint(self) -> QSize:
        """All rows: what holds them scrolls."""
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows wrap to the new width."""
        super().resizeEvent(event)
        self._delegate.view_width = event.size().width()
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose; so do arrows where one sees at once what that does."""
        before = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(before)
            if event.key() != Qt.Key.Key_Space:
                self.confirmed.emit()
            return
        super().keyPressEvent(event)
        if self._follows and self.currentIndex() != before:
            self._choose(self.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        choice = self._model.row(index)
        if choice is not None:
            self.chosen.emit(choice.value)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index)


class _ChoiceModel(RowModel[Choice]):
    """Says more of a row than it shows."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        choice = self.row(index)
        if role == Qt.ItemDataRole.AccessibleTextRole and choice is not None and choice.spoken:
            return choice.spoken
        return super().data(index, role)


class _ChoiceDelegate(RowDelegate):
    """Words, a number at the end, an icon at the beginning."""

    def __init__(self, look: Look, icons: IconShelf, icon: str, parent: QListView, least: int) -> None:
        super().__init__(look, size=15, parent=parent)
        self._least = least
        self._icons, self._icon, self._list = icons, icon, parent
        self.current: str | None = None

    def is_current(self, index: Index) -> bool:
        choice = index.data(ROW_ROLE)
        return isinstance(choice, Choice) and choice.value == self.current

    def left_of_text(self, index: Index) -> int:
        choice = index.data(ROW_ROLE)
        is_marked = isinstance(choice, Choice) and bool(choice.swatch or choice.icon)
        return self.look.ui(42 if self._icon or is_marked else 20)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(hint.height(), self.look.ui(self._least)))

    def _width(self, option: QStyleOptionViewItem) -> int:
        return max(60, super()._width(option) - (0 if self._icon else self.look.ui(40)))

    def paint_decoration(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QRect, index: Index, ink: str
    ) -> None:
        choice = index.data(ROW_ROLE)
        if isinstance(choice, Choice) and choice.number:
            on_current = ink == "on_row_current"
            is_figure = bool(choice.swatch)
            painter.setPen(self.look.colour(ink if on_current or is_figure else "muted"))
            painter.setFont(self.look.ui_font(15, 700) if is_figure else self.look.ui_font(14))
            room = QRectF(row).adjusted(0, 0, -self.look.ui(18), 0)
            side = Qt.AlignmentFlag.AlignLeft if self.is_mirrored else Qt.AlignmentFlag.AlignRight
            room = placed(room, QRectF(row), mirrored=self.is_mirrored)
            painter.drawText(
                room,
                side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter,
                choice.number,
            )
        if isinstance(choice, Choice) and choice.swatch:
            self._paint_swatch(painter, row, choice.swatch)
        icon = choice.icon if isinstance(choice, Choice) and choice.icon else self._icon
        if icon:
            size = self.look.ui(18)
            colour = self.look.name_of("muted" if ink == "text" else ink)
            pixmap = self._icons.pixmap(icon, colour, size, self._list.devicePixelRatioF())
            place = QPointF(row.left() + self.look.ui(18), row.top() + (row.height() - size) / 2)
            painter.drawPixmap(placed_point(place, size, QRectF(row), mirrored=self.is_mirrored), pixmap)

    def _paint_swatch(self, painter: QPainter, row: QRect, role: str) -> None:
        size = self.look.ui(16)
        place = QPointF(row.left() + self.look.ui(16), row.top() + (row.height() - size) / 2)
        corner = placed_point(place, size, QRectF(row), mirrored=self.is_mirrored)
        painter.setPen(QPen(self.look.colour("bone_line"), 1))
        painter.setBrush(self.look.colour(role))
        painter.drawRect(QRectF(corner, QSizeF(size, size)))
