"""Pages as they will be on paper: one at a time or one below the other, larger and smaller."""

from math import ceil
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.theme import Look

ZOOMS: Final = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)  # times the size on paper
_TO_PIXELS: Final = 96 / 72  # of a screen, for a point of paper
_GAP: Final = 14  # pixels round a page
_LINE: Final = 60  # pixels that an arrow moves
_MOST_KEPT: Final = 6  # pages that are painted and not thrown away
_LARGEST_KEPT: Final = 12_000_000  # pixels


class Sheets(Protocol):
    """Pages that can be painted and told."""

    @property
    def pages(self) -> int:
        """How many there are."""

    @property
    def size(self) -> QSizeF:
        """Of a page, in points."""

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page, the first is 0; one unit of `painter` is a point."""

    def told(self, number: int) -> str:
        """What stands on a page, in the order of reading."""


class SheetView(QAbstractScrollArea):
    """Shows pages; PgUp and PgDn turn them, + - 0 change their size."""

    page_reached = Signal(int)  # from 0; which page is in sight now, by whatever the reader did
    zoomed = Signal(float)  # times the size on paper

    def __init__(self, look: Look, paper: QColor, parent: QWidget | None = None) -> None:
        """`paper` is the colour of the sheets."""
        super().__init__(parent)
        self.setObjectName("sheetView")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # pages are not mirrored
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(100, 48)
        self._look, self._paper = look, paper
        self._sheets: Sheets | None = None
        self._page = 0
        self._zoom: float | None = None  # None: all of a page fits
        self._is_continuous = False
        self._painted: dict[int, QPixmap] = {}
        self._is_moving = False  # the bar, by ourselves
        self._wheel = 0  # turned at the end of a page, in eighths of a degree
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._tell()

    # --- what is shown

    def set_sheets(self, sheets: Sheets | None) -> None:
        """Show other pages, at the same one if there is one; None shows none. Nothing is reported."""
        self._sheets = sheets
        self._painted.clear()
        page = min(self._page, max(0, self.count() - 1))
        self._fit_bars()
        if self._zoom is None or page != self._page:
            self._go(page)
        self._page = page
        self._tell()
        self.viewport().update()

    def count(self) -> int:
        """How many pages there are."""
        return 0 if self._sheets is None else self._sheets.pages

    def page(self) -> int:
        """Which page is in sight, from 0."""
        return self._page

    def set_continuous(self, on: bool) -> None:
        """Show all pages one below the other, or one at a time; nothing is reported."""
        self._is_continuous = on
        self._fit_bars()
        self._go(self._page)
        self.viewport().update()

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        self.viewport().update()

    # --- sizes

    def zoom(self) -> float:
        """How large pages are, times their size on paper."""
        return self._scale() / _TO_PIXELS

    def is_fitted(self) -> bool:
        """Whether all of a page is in sight."""
        return self._zoom is None

    def fit(self) -> None:
        """Show all of a page."""
        self._set_zoom(None)

    def step_zoom(self, direction: int) -> None:
        """One step larger (1) or smaller (-1)."""
        now = self.zoom()
        if direction > 0:
            self._set_zoom(next((zoom for zoom in ZOOMS if zoom > now + 0.01), ZOOMS[-1]))
        else:
            self._set_zoom(next((zoom for zoom in reversed(ZOOMS) if zoom < now - 0.01), ZOOMS[0]))

    def _set_zoom(self, zoom: float | None) -> None:
        """The middle of what is in sight stays there."""
        if zoom == self._zoom:
            return
        before, bar, half = self._scale(), self.verticalScrollBar(), self.viewport().height() / 2
        middle = (bar.value() + half - self._top(self._page)) / before
        self._zoom = zoom
        self._painted.clear()
        self._fit_bars()
        if zoom is None:
            self._go(self._page)
        else:
            self._move(round(middle * self._scale() + self._top(self._page) - half))
        self.viewport().update()
        self.zoomed.emit(self.zoom())

    def _scale(self) -> float:
        """Pixels for a point."""
        if self._zoom is not None:
            return self._zoom * _TO_PIXELS
        size, view = self._size(), self.viewport().size()
        return max(
            0.05,
            min((view.width() - 2 * _GAP) / size.width(), (view.height() - 2 * _GAP) / size.height()),
        )

    def _size(self) -> QSizeF:
        return QSizeF(595, 842) if self._sheets is None else self._sheets.size

    def _step(self) -> float:
        """From one page to the next, in pixels."""
        return self._size().height() * self._scale() + _GAP

    def _top(self, page: int) -> float:
        """Where a page begins in all that scrolls."""
        return _GAP + (page * self._step() if self._is_continuous else 0.0)

    def _fit_bars(self) -> None:
        size, view = self._size() * self._scale(), self.viewport().size()
        pages = self.count() if self._is_continuous else min(1, self.count())
        high = _GAP + pages * (size.height() + _GAP)
        self._is_moving = True
        for bar, whole, seen in (
            (self.horizontalScrollBar(), size.width() + 2 * _GAP, view.width()),
            (self.verticalScrollBar(), high, view.height()),
        ):
            bar.setRange(0, max(0, ceil(whole - seen - 0.5)))
            bar.setPageStep(seen)
            bar.setSingleStep(_LINE // 3)
        self._is_moving = False

    def place_of(self, page: int) -> QRectF:
        """Where a page is, in the viewport."""
        size = self._size() * self._scale()
        free = max(float(_GAP), (self.viewport().width() - size.width()) / 2)
        left = free - self.horizontalScrollBar().value()
        top = self._top(page) - self.verticalScrollBar().value()
        if not self._is_continuous or self.count() == 1:
            top += max(0.0, (self.viewport().height() - size.height()) / 2 - _GAP)
        return QRectF(QPointF(round(left), round(top)), size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages that fit go on fitting."""
        super().resizeEvent(event)
        if self._zoom is None:
            self._painted.clear()
        self._fit_bars()
        if self._zoom is None:
            self._go(self._page)
            self.zoomed.emit(self.zoom())

    # --- going

    def go_to(self, page: int) -> None:
        """Turn to a page, no further than the ends; it is reported."""
        page = max(0, min(page, self.count() - 1))
        was, self._page = self._page, page
        self._go(page)
        if was != page:
            self._reached()

    def _go(self, page: int) -> None:
        top = self._top(page) - _GAP
        if self._zoom is None and self._is_continuous:
            size = self._size() * self._scale()
            top -= max(0.0, (self.viewport().height() - size.height()) / 2 - _GAP)
        self._move(round(top))

    def _move(self, value: int) -> None:
        self._is_moving = True
        self.verticalScrollBar().setValue(value)
        self._is_moving = False
        self.viewport().update()

    def _reached(self) -> None:
        self._tell()
        announce(self, f"{self.accessibleName()}\n{self.accessibleDescription()}")
        self.viewport().update()
        self.page_reached.emit(self._page)

    def _tell(self) -> None:
        """What a screen reader is told: which page, and what stands on it."""
        if self._sheets is None or self.count() == 0:
            self.setAccessibleName(self.tr("Pages"))
            self.setAccessibleDescription("")
            return
        name = self.tr("Page {number} of {count}")
        self.setAccessibleName(name.format(number=self._page + 1, count=self.count()))
        self.setAccessibleDescription(self._sheets.told(self._page))

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        self.viewport().update()
        if self._is_moving or not self._is_continuous or self.count() == 0:
            return
        middle = value + self.viewport().height() / 2
        page = max(0, min(int((middle - _GAP) / self._step()), self.count() - 1))
        if page != self._page:
            self._page = page
            self._reached()

    # --- keys and wheel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages, move, change the size."""
        key, bar = Qt.Key(event.key()), self.verticalScrollBar()
        if self._press_zoom(event):
            return
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else self.count() - 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            bar.setValue(bar.value() + (_LINE if key == Qt.Key.Key_Down else -_LINE))
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            across = self.horizontalScrollBar()
            across.setValue(across.value() + (_LINE if key == Qt.Key.Key_Right else -_LINE))
        else:
            event.ignore()

    def _press_zoom(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.step_zoom(1)
        elif key == Qt.Key.Key_Minus:
            self.step_zoom(-1)
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            return False
        return True

    def _turn(self, step: int) -> None:
        """A screen on, or from the end of a page to the next one."""
        bar, fits = self.verticalScrollBar(), self.place_of(0).height() <= self.viewport().height()
        at_end = bar.value() >= bar.maximum() if step > 0 else bar.value() <= 0
        if fits or (at_end and not self._is_continuous):
            before = self._page
            self.go_to(self._page + step)
            if step < 0 and not fits and before != self._page:
                self._move(bar.maximum())
        else:
            bar.setValue(bar.value() + step * max(1, self.viewport().height() - _LINE))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the size changes; at the end of a single page the next one comes."""
        turned, bar = event.angleDelta().y(), self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned:
                self.step_zoom(1 if turned > 0 else -1)
            event.accept()
        elif not self._is_continuous and (bar.value() >= bar.maximum() if turned < 0 else bar.value() <= 0):
            self._wheel += turned
            if abs(self._wheel) >= 120:
                self._turn(1 if self._wheel < 0 else -1)
                self._wheel = 0
            event.accept()
        else:
            super().wheelEvent(event)

    # --- painting

    def changeEvent(self, event: QEvent) -> None:
        """A screen of another sharpness wants the pages anew."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._painted.clear()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and the pages in sight on it."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.colour("sunken"))
        pages = range(self.count()) if self._is_continuous else [self._page] if self.count() else []
        if self._is_continuous:
            first = int(max(0, self.verticalScrollBar().value() - _GAP) / self._step())
            last = first + ceil(self.viewport().height() / self._step()) + 1
            pages = range(first, min(last + 1, self.count()))
        for page in pages:
            place = self.place_of(page)
            if place.intersects(QRectF(event.rect())):
                self._paint_page(painter, page, place)
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("focus"), self._look.focus_width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(2, 2, -2, -2))
        painter.end()

    def _paint_page(self, painter: QPainter, page: int, place: QRectF) -> None:
        assert self._sheets is not None
        ratio = self.devicePixelRatioF()
        size = (place.size() * ratio).toSize()
        if size.width() * size.height() > _LARGEST_KEPT:
            painter.fillRect(place, self._paper)
            painter.save()
            painter.setClipRect(place)
            painter.translate(place.topLeft())
            painter.scale(self._scale(), self._scale())
            self._sheets.paint(painter, page)
            painter.restore()
        else:
            painter.drawPixmap(place.topLeft(), self._pixmap(page, size, ratio))
        painter.setPen(QPen(self._look.colour("border_strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _pixmap(self, page: int, size: QSize, ratio: float) -> QPixmap:
        kept = self._painted.pop(page, None)
        if kept is None:
            assert self._sheets is not None
            kept = QPixmap(size)
            kept.fill(self._paper)
            painter = QPainter(kept)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self._scale() * ratio, self._scale() * ratio)
            self._sheets.paint(painter, page)
            painter.end()
            kept.setDevicePixelRatio(ratio)
        self._painted[page] = kept
        while len(self._painted) > _MOST_KEPT:
            del self._painted[next(iter(self._painted))]
        return kept
