"""All slides small, to go to one of them."""

from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from crmo_desktop.domain.slides import MatterKind
from crmo_desktop.gui.presenter.painted import PaintedSlides, fitted
from crmo_desktop.gui.presenter.show import Show
from crmo_desktop.gui.slides.slide import HEIGHT, Slide, SlideState
from crmo_desktop.gui.theme import Look

_COLUMNS: Final = 4
_GAP: Final = 16  # pixels round a slide
_RING: Final = 4  # pixels
_GIVES_NOTHING_AWAY: Final = (MatterKind.QUESTION, MatterKind.CASE)
_SCROLL_BAR: Final = 20
_WRAPS: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_ANY_HEIGHT: Final = 10_000  # pixels: more than any title needs
_MOVES: Final = frozenset(
    {
        *(Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp),
    }
)
_TAKES: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})

_Index = QModelIndex | QPersistentModelIndex


class SlideRows(QAbstractListModel):
    """The slides of a show, by number and title."""

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        show.set_anew.connect(self._on_set_anew)

    def rowCount(self, parent: _Index | None = None) -> int:
        """A row a slide."""
        return 0 if parent is not None and parent.isValid() else len(self._show.deck.slides)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Number and title of a slide."""
        if not index.isValid():
            return None
        slide = self._show.deck.slides[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{index.row() + 1}  {slide.title}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Slide {number}: {title}").format(number=index.row() + 1, title=slide.title)
        return None

    @Slot()
    def _on_set_anew(self) -> None:
        self.beginResetModel()
        self.endResetModel()


class Overview(QListView):
    """Shows all slides in rows; arrows go through them, Enter shows one."""

    chosen = Signal(int)  # the place of the slide, from 0

    def __init__(self, show: Show, painted: PaintedSlides, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._show, self._look, self._over = show, look, parent
        self.words_font, self.words_height = look.ui_font(), 0  # pixels
        self.setObjectName("overview")
        self.setAccessibleName(self.tr("All slides"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(SlideRows(show, self))
        self.setItemDelegate(_SlideDelegate(show, painted, look, self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet(
            f"QListView#overview {{ background: {look.name_of('window')}; padding: {_GAP}px; }}"
        )
        self.clicked.connect(self._on_clicked)
        self.hide()

    def open(self) -> None:
        """Cover the widget it stands in, at the slide that is shown."""
        self.fit()
        self.set_cells()
        self.show()
        self.raise_()
        index = self.model().index(self._show.place, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index, QListView.ScrollHint.PositionAtCenter)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fit(self) -> None:
        """Be as large as the widget it lies over."""
        self.setGeometry(self._over.rect())

    def set_cells(self) -> None:
        """As many slides beside each other as can still be told apart."""
        room = self.width() - 2 * _GAP - _SCROLL_BAR
        columns = _COLUMNS if self.width() >= 800 else _COLUMNS - 1
        wide = room // columns
        high = round((wide - _GAP) * HEIGHT / self._show.slide.width)
        self.words_font.setPixelSize(max(self._look.ui(15), self.height() // 45))
        self.words_height = self._highest(wide - _GAP)
        self.setGridSize(QSize(wide, high + _GAP + self.words_height))

    def _highest(self, wide: int) -> int:
        """Pixels that the longest title needs in this width."""
        metrics, room = QFontMetrics(self.words_font), QRect(0, 0, wide, _ANY_HEIGHT)
        rows = (self.model().index(row, 0) for row in range(self.model().rowCount()))
        return max(metrics.boundingRect(room, _WRAPS, str(row.data())).height() for row in rows) + _RING

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the slides anew."""
        self.set_cells()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What does not move in it or choose belongs to the talk."""
        key = Qt.Key(event.key())
        if key in _TAKES and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
        elif key in _MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())


class _SlideDelegate(QStyledItemDelegate):
    """Paints a slide with its number and title."""

    def __init__(self, show: Show, painted: PaintedSlides, look: Look, parent: Overview) -> None:
        super().__init__(parent)
        self._show, self._painted, self._look, self._list = show, painted, look, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """A cell of the grid."""
        return self._list.gridSize()

    def _state_of(self, slide: Slide) -> SlideState:
        """As it was left; before it was shown all of it, but for what would give an answer away."""
        left = self._show.state_of(slide)
        if slide.matter.kind in _GIVES_NOTHING_AWAY or left != slide.first_state():
            return left
        return slide.last_state()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The slide as it was left, a ring round the one the keys are at."""
        rect: QRect = option.rect
        words = self._list.words_height
        inner = rect.adjusted(_GAP // 2, _GAP // 2, -_GAP // 2, -_GAP // 2 - words)
        slide = self._show.deck.slides[index.row()]
        place = fitted(slide.width, QRectF(inner))
        ratio = self._list.devicePixelRatioF()
        picture = self._painted.picture(slide, self._state_of(slide), (place.size() * ratio).toSize())
        painter.drawPixmap(place, picture, QRectF(picture.rect()))
        is_current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if is_current or index == self._list.currentIndex():
            painter.setPen(QPen(self._look.colour("focus"), _RING))
            painter.drawRect(place.adjusted(-_RING, -_RING, _RING, _RING))
        role = "accent" if index.row() == self._show.place else "text"
        painter.setPen(QColor(self._look.name_of(role)))
        painter.setFont(self._list.words_font)
        below = QRect(round(place.left()), inner.bottom() + _RING, round(place.width()), words)
        painter.drawText(below, _WRAPS, str(index.data()))
