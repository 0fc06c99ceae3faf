"""A slide as a small picture on the console: what the wall shows, or what comes next."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from crmo_desktop.gui.slides.slide import HEIGHT, Slide, SlideState
from crmo_desktop.gui.theme import Look

_EDGE = 1.0  # pixels round the picture
_ROUND = 4.0


class SlidePicture(QWidget):
    """Shows a slide in a state, as large as there is room, at the top where its reader begins."""

    pointed = Signal(
        str, object
    )  # "move", "press", "release" or "leave"; where, QPointF in units of the slide

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._slide: Slide | None = None
        self._state = SlideState()
        self._shape = 16 / 9  # width by height, also while there is no slide
        self._drawn: QPixmap | None = None
        self._paint_over: Callable[[QPainter], None] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.setMinimumSize(120, 68)

    # --- what it shows

    def set_slide(self, slide: Slide | None, state: SlideState) -> None:
        """Show `slide` as it is in `state`; None shows an empty place."""
        if slide is self._slide and state == self._state and self._drawn is not None:
            return
        self._slide, self._state, self._drawn = slide, state, None
        if slide is not None:
            self._shape = slide.width / HEIGHT
        self.update()

    def set_paint_over(self, paint_over: Callable[[QPainter], None] | None) -> None:
        """Have what was drawn on the slide painted over it, in its units."""
        self._paint_over = paint_over

    def set_look(self, look: Look) -> None:
        """Draw its edges with another look."""
        self._look = look
        self.update()

    @property
    def slide(self) -> Slide | None:
        """What it shows."""
        return self._slide

    # --- room

    def picture_rect(self) -> QRectF:
        """Where the slide is, in pixels."""
        room = QRectF(self.rect()).adjusted(_EDGE + 2, _EDGE + 2, -_EDGE - 2, -_EDGE - 2)
        height = min(room.height(), room.width() / self._shape)
        width = height * self._shape
        left = (
            room.right() - width if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else room.left()
        )
        return QRectF(left, room.top(), width, height)

    def height_for(self, width: int) -> int:
        """How high it is at its largest in `width` pixels."""
        return round((width - 2 * (_EDGE + 2)) / self._shape + 2 * (_EDGE + 2))

    def sizeHint(self) -> QSize:
        """A third of a small screen."""
        return QSize(340, self.height_for(340))

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The slide from its picture, which is painted when slide, state or size change."""
        area = self.picture_rect()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._slide is None:
            painter.fillRect(area, self._look.colour("sunken"))
        else:
            painter.drawPixmap(area.topLeft(), self._picture(area))
            if self._paint_over is not None:
                painter.save()
                painter.setClipRect(area)
                painter.translate(area.topLeft())
                painter.scale(area.height() / HEIGHT, area.height() / HEIGHT)
                self._paint_over(painter)
                painter.restore()
        has_ring = self.hasFocus()
        role = "focus" if has_ring else "border_strong"
        wide = self._look.focus_width if has_ring else _EDGE
        painter.setPen(QPen(self._look.colour(role), wide))
        painter.drawRoundedRect(area.adjusted(-wide / 2, -wide / 2, wide / 2, wide / 2), _ROUND, _ROUND)
        painter.end()

    def _picture(self, area: QRectF) -> QPixmap:
        ratio = self.devicePixelRatioF()
        size = (area.size() * ratio).toSize().expandedTo(QSize(1, 1))
        if self._drawn is None or self._drawn.size() != size:
            assert self._slide is not None
            drawn = QPixmap(size)
            drawn.fill(Qt.GlobalColor.black)
            painter = QPainter(drawn)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.scale(size.width() / self._slide.width, size.height() / HEIGHT)
            self._slide.paint(painter, self._state)
            painter.end()
            drawn.setDevicePixelRatio(ratio)
            self._drawn = drawn
        return self._drawn

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring comes."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    # --- pointing at the wall from here

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Point, or begin a line."""
        self._point("press", event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on pointing."""
        self._point("move", event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a line."""
        self._point("release", event)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self.pointed.emit("leave", QPointF())

    def _point(self, what: str, event: QMouseEvent) -> None:
        area = self.picture_rect()
        place = (event.position() - area.topLeft()) * (HEIGHT / max(1.0, area.height()))
        if what == "release" or area.contains(event.position()):
            self.pointed.emit(what, place)
        event.accept()
