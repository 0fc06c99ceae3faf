"""Where a picture is painted: fits the width, follows the text size, can be made larger and moved."""

from collections.abc import Callable
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from crmo_desktop.gui.drawing.scene import Mark, Scene
from crmo_desktop.gui.theme import Look

ZOOMS: Final = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0, 6.0)
PAN: Final = 60  # pixels that a key moves it
PAD: Final = 6  # pixels round the picture, for the ring of what is at its edge
_OUTLINE: Final = 2.0  # pixels


class PictureSurface(QAbstractScrollArea):
    """Draws a picture anew for the room it is given; sizes follow the text size and the reader's own zoom."""

    zoomed = Signal(float)  # the reader's own factor

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pictureCanvas")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # pictures are not mirrored
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._look = look
        self._draw: Callable[[float], Scene] | None = None
        self._scene = Scene(QSizeF(1, 1))
        self._room, self._most = 300, 600
        self._fit = 1.0  # pixels of the screen for one of the scene, before the reader's own zoom
        self._zoom = 1.0
        self._painted: tuple[object, QPixmap] | None = None

    # --- what is shown

    def scene(self) -> Scene:
        """What is drawn."""
        return self._scene

    def zoom(self) -> float:
        """The reader's own factor; 1 fits the width."""
        return self._zoom

    def set_picture(self, draw: Callable[[float], Scene], name: str, description: str) -> None:
        """Show what `draw` draws for a width, without reporting it.

        Args:
            draw: given pixels at 100%.
            name: what the picture is called.
            description: what it says, in words.
        """
        self._draw = draw
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.redraw()

    def redraw(self) -> None:
        """Draw again: the picture is seen in another way now."""
        if self._draw is not None:
            self._scene = self._draw((self._room - 2 * PAD) / self._look.zoom)
        self._painted = None
        self._fit = min(self._look.zoom, (self._room - 2 * PAD) / max(1.0, self._scene.size.width()))
        self.setFixedWidth(self._room)
        self._fit_height()
        self.viewport().update()

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        self.redraw()

    def set_room(self, width: int, most: int) -> None:
        """Be `width` pixels wide, and where the picture is made larger `most` pixels high."""
        if (width, most) != (self._room, self._most):
            changed, self._room, self._most = width != self._room, width, most
            if changed:
                self.redraw()
            else:
                self._fit_height()

    # --- what lies over it

    def marked(self) -> list[Mark]:
        """The marks that are drawn with an outline."""
        return []

    def ringed(self) -> Mark | None:
        """The mark that has the ring."""
        return None

    # --- sizes

    def scale(self) -> float:
        """Pixels of the screen for one of the scene."""
        return self._fit * self._zoom

    def _content(self) -> QSizeF:
        """How large the picture is on the screen, with the room round it."""
        return self._scene.size * self.scale() + QSizeF(2 * PAD, 2 * PAD)

    def _fit_height(self) -> None:
        whole = ceil(self._content().height())
        self.setFixedHeight(whole if self._zoom <= 1 else max(min(whole, self._most), 1))
        self._fit_bars()

    def _fit_bars(self) -> None:
        content, view = self._content(), self.viewport().size()
        pairs = (
            (self.horizontalScrollBar(), content.width(), view.width()),
            (self.verticalScrollBar(), content.height(), view.height()),
        )
        for bar, whole, seen in pairs:
            bar.setRange(0, max(0, ceil(whole - seen)) if self._zoom > 1 else 0)
            bar.setPageStep(seen)
            bar.setSingleStep(PAN // 3)

    def origin(self) -> QPointF:
        """Where the scene's corner is, in the viewport."""
        content = self._content()
        spare = max(0.0, (self.viewport().width() - content.width()) / 2)
        moved = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return QPointF(spare + PAD, PAD) - moved

    def place_of(self, rect: QRectF) -> QRectF:
        """Where a part of the scene is, in the viewport."""
        scale = self.scale()
        corner = self.origin() + rect.topLeft() * scale
        return QRectF(corner, rect.size() * scale)

    def set_zoom(self, zoom: float, about: QPointF | None = None) -> None:
        """Make the picture so many times as large, and keep what is at `about`, in the viewport, there."""
        zoom = min(ZOOMS[-1], max(ZOOMS[0], zoom))
        if zoom == self._zoom:
            return
        if about is None:
            ringed = self.ringed()
            middle = QRectF(self.viewport().rect()).center()
            about = middle if ringed is None else _beginning(self.place_of(ringed.ring))
        at = (about - self.origin()) / self.scale()
        self._zoom = zoom
        self._fit_height()
        moved = at * self.scale() - about + QPointF(PAD, PAD)
        self.horizontalScrollBar().setValue(round(moved.x()))
        self.verticalScrollBar().setValue(round(moved.y()))
        self.viewport().update()
        self.zoomed.emit(zoom)

    def step_zoom(self, step: int, about: QPointF | None = None) -> None:
        """One step larger (1) or smaller (-1)."""
        if step > 0:
            self.set_zoom(next((zoom for zoom in ZOOMS if zoom > self._zoom), ZOOMS[-1]), about)
        else:
            self.set_zoom(next((zoom for zoom in reversed(ZOOMS) if zoom < self._zoom), ZOOMS[0]), about)

    def fit_width(self) -> None:
        """Show it as it was at first."""
        self.set_zoom(1.0)

    def place(self) -> tuple[int, int]:
        """How far it is moved, in pixels."""
        return self.horizontalScrollBar().value(), self.verticalScrollBar().value()

    def set_place(self, zoom: float, place: tuple[int, int]) -> None:
        """Show it as large and as far moved as it was."""
        self.set_zoom(zoom)
        self.horizontalScrollBar().setValue(place[0])
        self.verticalScrollBar().setValue(place[1])

    # --- painting

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """All is painted where it is now."""
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A scroll bar that came or went leaves another room."""
        super().resizeEvent(event)
        self._fit_bars()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, and what is pointed at or reached."""
        painter = QPainter(self.viewport())
        painter.drawPixmap(0, 0, self._pixmap())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self.marked():
            self._paint_outline(painter, mark)
        ringed = self.ringed()
        if ringed is not None:
            painter.setPen(QPen(self._look.colour("focus"), self._look.focus_width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.place_of(ringed.ring).adjusted(-3, -3, 3, 3), 5, 5)
        painter.end()

    def _paint_outline(self, painter: QPainter, mark: Mark) -> None:
        painter.save()
        painter.translate(self.origin())
        painter.scale(self.scale(), self.scale())
        pen = QPen(self._look.colour("text"), _OUTLINE / self.scale())
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(mark.area if mark.outline is None else mark.outline, pen)
        painter.restore()

    def _pixmap(self) -> QPixmap:
        """What is seen of the picture, kept for as long as only the pointer moves."""
        ratio, size, origin = self.devicePixelRatioF(), self.viewport().size(), self.origin()
        key = (ratio, size.toTuple(), origin.toTuple(), self.scale(), self._look.theme.name)
        if self._painted is not None and self._painted[0] == key:
            return self._painted[1]
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._look.colour("page"))
        painter = QPainter(pixmap)
        painter.translate(origin)
        painter.scale(self.scale(), self.scale())
        self._scene.paint(painter, self._look)
        painter.end()
        self._painted = key, pixmap
        return pixmap


def _beginning(ring: QRectF) -> QPointF:
    """The middle of a place, or of a wide one where its words begin."""
    return QPointF(ring.left() + min(ring.width() / 2, 2.0 * PAN), ring.center().y())
