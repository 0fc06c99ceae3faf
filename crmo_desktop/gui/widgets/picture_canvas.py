"""A picture whose places can be pointed at, and reached by keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.drawing.scene import Mark, Scene
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.picture_surface import PAN, PictureSurface

if TYPE_CHECKING:
    from crmo_desktop.gui.widgets.picture_accessible import PictureAccessible

_BY_KEY: Final = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_DRAGGED: Final = 4  # pixels from which on a press is meant to move the picture
_STEPS: Final = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}
_PANS: Final = {
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Up: (0, -1),
}


class PictureCanvas(PictureSurface):
    """The picture of the page; it tells what the reader points at, reaches and chooses."""

    mark_pointed = Signal(object)  # the Mark under the pointer; None when it has gone
    mark_reached = Signal(object)  # the Mark that keys have come to; None when they have left
    mark_chosen = Signal(str)  # its id
    target_chosen = Signal(str)  # the address that a chosen mark opens
    ring_moved = Signal(QRect)  # where the ring is, in the widget, so that it can be brought into sight

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self._pointed: Mark | None = None
        self._reached: Mark | None = None
        self._rung = False  # whether the ring is drawn
        self._pressed: QPoint | None = None
        self._dragged: QPoint | None = None
        self.accessible: PictureAccessible | None = None  # made where an assistive program asks

    def set_picture(self, draw: Callable[[float], Scene], name: str, description: str) -> None:
        """Show another picture, none of its places reached yet; nothing is reported."""
        self._reached, self._rung = None, False
        super().set_picture(draw, name, description)

    def redraw(self) -> None:
        """Draw again; the mark that was reached stays reached, if it is still there."""
        kept = None if self._reached is None else self._reached.id
        super().redraw()
        self._pointed = None
        self._reached = self._mark(kept)
        self._rung = self._rung and self._reached is not None
        if self.accessible is not None:
            self.accessible.forget()

    def marked(self) -> list[Mark]:
        """What is pointed at; and what has the ring, if that is elsewhere than what it names."""
        ringed = self.ringed()
        has_own = ringed is not None and ringed.outline is not None
        return [mark for mark in (self._pointed, ringed if has_own else None) if mark is not None]

    def ringed(self) -> Mark | None:
        """The mark that keys have come to, here or in a list beside."""
        return self._reached if self._rung else None

    def _mark(self, id: str | None) -> Mark | None:
        return next((mark for mark in self._scene.marks if mark.id == id), None) if id is not None else None

    # --- marks

    def reachable(self) -> list[Mark]:
        """The marks that keys go to, in the order of reading."""
        return [mark for mark in self._scene.marks if mark.is_reached]

    def reached(self) -> Mark | None:
        """The mark that keys have come to, while the keyboard is here."""
        return self._reached if self._rung and self.hasFocus() else None

    def ring_mark(self, id: str) -> None:
        """Ring a mark, because a list beside has come to it; "" rings none. Nothing is reported."""
        self._reached = self._mark(id)
        self._rung = self._reached is not None
        self.viewport().update()

    def go_to(self, mark: Mark) -> None:
        """Have the keyboard at `mark`: ring it, bring it into sight, say what it is."""
        self._reached, self._rung = mark, True
        self._bring(self.place_of(mark.ring))
        self.viewport().update()
        self.ring_moved.emit(self.place_of(mark.ring).toAlignedRect())
        self.mark_reached.emit(mark)
        if self.accessible is None or not self.accessible.tell(mark):
            announce(self, mark.name)

    def _bring(self, ring: QRectF) -> None:
        view = QRectF(self.viewport().rect()).adjusted(16, 16, -16, -16)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if ring.left() < view.left() or ring.width() > view.width():
            across.setValue(across.value() + round(ring.left() - view.left()))
        elif ring.right() > view.right():
            across.setValue(across.value() + round(ring.right() - view.right()))
        if ring.top() < view.top() or ring.height() > view.height():
            down.setValue(down.value() + round(ring.top() - view.top()))
        elif ring.bottom() > view.bottom():
            down.setValue(down.value() + round(ring.bottom() - view.bottom()))

    def _step(self, step: int) -> bool:
        marks = self.reachable()
        if self._reached in marks and self._rung:
            place = marks.index(self._reached) + step
        else:
            place = 0 if step > 0 else len(marks) - 1
        if not 0 <= place < len(marks):
            return False
        self.go_to(marks[place])
        return True

    def choose(self, mark: Mark) -> None:
        """Open what `mark` leads to."""
        self.mark_chosen.emit(mark.id)
        if mark.target:
            self.target_chosen.emit(mark.target)

    # --- keys

    def focusNextPrevChild(self, next: bool) -> bool:
        """Go on to the next mark; after the last one, leave the picture."""
        if self._step(1 if next else -1):
            return True
        self._leave()
        return QAbstractScrollArea.focusNextPrevChild(self, next)

    def _leave(self) -> None:
        if self._rung:
            self._rung = False
            self.viewport().update()
            self.mark_reached.emit(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By Tab one comes to the first mark, or from behind to the last; else to where one was."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            self._rung = False
            self._step(1 if event.reason() == Qt.FocusReason.TabFocusReason else -1)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the keyboard."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._leave()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from mark to mark, with Shift they move the picture; + - 0 change its size."""
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        others = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if event.modifiers() & others:
            super().keyPressEvent(event)
        elif key in _PANS and shift:
            self._pan(*_PANS[key])
        elif key in _STEPS:
            self._step(_STEPS[key])
        elif not self._press(key):
            event.ignore()

    def _press(self, key: Qt.Key) -> bool:
        """What keys do that are no arrows; whether `key` does anything."""
        marks = self.reachable()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.step_zoom(1)
        elif key == Qt.Key.Key_Minus:
            self.step_zoom(-1)
        elif key == Qt.Key.Key_0:
            self.fit_width()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and marks:
            self.go_to(marks[0 if key == Qt.Key.Key_Home else -1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.reached() is not None:
            assert self._reached is not None
            self.choose(self._reached)
        else:
            return False
        return True

    def _pan(self, across: int, down: int) -> None:
        for bar, by in ((self.horizontalScrollBar(), across), (self.verticalScrollBar(), down)):
            bar.setValue(bar.value() + by * PAN)

    # --- the pointer

    def mark_at(self, point: QPointF) -> Mark | None:
        """The mark at a place of the viewport."""
        return self._scene.mark_at((point - self.origin()) / self.scale())

    def _can_be_moved(self) -> bool:
        return self.horizontalScrollBar().maximum() > 0 or self.verticalScrollBar().maximum() > 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a mark is meant for it, unless the pointer then moves."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._dragged = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the picture, or say what is under the pointer."""
        at = event.position().toPoint()
        if self._pressed is None or self._dragged is None:
            self._point_at(self.mark_at(event.position()))
            return
        if self._can_be_moved() and (at - self._pressed).manhattanLength() > _DRAGGED:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            by, self._dragged = at - self._dragged, at
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - by.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - by.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press that did not move the picture chooses the mark."""
        pressed, self._pressed = self._pressed, None
        self._dragged = None
        self._show_cursor()
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        mark = self.mark_at(event.position())
        if mark is not None and (event.position().toPoint() - pressed).manhattanLength() <= _DRAGGED:
            self._reached = mark if mark.is_reached else self._reached
            self.choose(mark)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the picture changes its size about the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.step_zoom(1 if turned > 0 else -1, event.position())
            event.accept()
        elif self._can_be_moved():
            super().wheelEvent(event)
        else:
            event.ignore()  # so that the page goes on

    def viewportEvent(self, event: QEvent) -> bool:
        """The pointer may leave."""
        if event.type() == QEvent.Type.Leave:
            self._point_at(None)
        return super().viewportEvent(event)

    def _point_at(self, mark: Mark | None) -> None:
        if mark is not self._pointed:
            self._pointed = mark
            self._show_cursor()
            self.viewport().update()
            self.mark_pointed.emit(mark)

    def _show_cursor(self) -> None:
        leads = self._pointed is not None and bool(self._pointed.target)
        hand = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        is_bare = self._pointed is None and self._can_be_moved()
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if is_bare else hand)
