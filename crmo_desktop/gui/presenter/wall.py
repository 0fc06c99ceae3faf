"""The wall: the slide that is shown, as large as the screen, and nothing else."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from crmo_desktop.gui.presenter.hand import Hand
from crmo_desktop.gui.presenter.keys import TalkKeys
from crmo_desktop.gui.presenter.painted import PaintedSlides, fitted, nearby
from crmo_desktop.gui.presenter.show import Cover, Show, Tool
from crmo_desktop.gui.presenter.zoom import Zoom
from crmo_desktop.gui.slides.slide import HEIGHT

_NARROWEST: Final = 960.0  # units: 4:3
_WIDEST: Final = 1280.0  # units: 16:9
INK: Final = "focus"  # roles of the room's theme
_PAPER: Final = "page"
_NOTCH: Final = 120  # eighths of a degree: what one step of a wheel tells
_COVERS: Final = {Cover.BLACK: Qt.GlobalColor.black, Cover.WHITE: Qt.GlobalColor.white}
_HARDLY: Final = QSizeF(3, 3)  # pixels beside a slide that nobody sees
_SPARE: Final = 0.006  # of the width: a screen that is nearly 16:9 counts as such


def width_for(size: QSize) -> float:
    """How many units wide slides are on a screen of `size`: its own shape, from 4:3 to 16:9."""
    width = HEIGHT * size.width() / max(1, size.height())
    for usual in (_NARROWEST, _WIDEST):
        if abs(width - usual) <= usual * _SPARE:
            return usual
    return min(_WIDEST, max(_NARROWEST, round(width)))


class Wall(QWidget):
    """A window of its own that follows the show; keys and mouse do what `TalkKeys` and `Hand` say."""

    closing = Signal()  # by the system, not by a key of ours

    def __init__(
        self,
        show: Show,
        hand: Hand,
        zoom: Zoom,
        keys: TalkKeys,
        painted: PaintedSlides,
        colour: Callable[[str], QColor],
    ) -> None:
        """`colour` gives that of a role in the room's theme."""
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._show, self._hand, self._zoom, self._keys = show, hand, zoom, keys
        self._painted, self._colour = painted, colour
        self._is_alone = False
        self._wheel = 0
        self.setObjectName("wall")
        self.setWindowTitle(self.tr("Wall – CRMO Desktop"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.timeout.connect(self._paint_ahead)
        show.changed.connect(self._on_changed)
        show.set_anew.connect(self._painted.forget)
        for signal in (hand.changed, zoom.changed, keys.typed_changed):
            signal.connect(self.update)
        self._on_changed()

    def set_alone(self, is_alone: bool) -> None:
        """Whether there is no console: then the wall itself shows figures that are typed."""
        self._is_alone = is_alone
        self.update()

    # --- where things are

    def frame(self) -> QRectF:
        """Where the slide is, in the widget."""
        whole = QRectF(self.rect())
        place = fitted(self._show.slide.width, whole)
        is_whole = (whole.size() - place.size()).expandedTo(_HARDLY).toSize() == _HARDLY.toSize()
        return whole if is_whole else place

    def seen(self) -> QRectF:
        """What of the slide is seen there, in its units."""
        return self._zoom.seen()

    def place_of(self, point: QPointF) -> QPointF:
        """Where on the slide a point of the widget is, in units."""
        frame, seen = self.frame(), self.seen()
        scale = seen.width() / frame.width()
        return seen.topLeft() + (point - frame.topLeft()) * scale

    def _pixels(self) -> QSize:
        """Of the slide on this screen."""
        return (self.frame().size() * self.devicePixelRatioF()).toSize()

    # --- following

    @Slot()
    def _on_changed(self) -> None:
        show = self._show
        self.setAccessibleName(show.slide.title)
        self.setAccessibleDescription("\n".join(show.slide.told(show.state)))
        is_drawing = show.tool in (Tool.DRAW, Tool.ERASE)
        self.setCursor(Qt.CursorShape.CrossCursor if is_drawing else Qt.CursorShape.BlankCursor)
        self.update()
        self._ahead.start(0)

    @Slot()
    def _paint_ahead(self) -> None:
        """Paint one slide that may be wanted next, then let others have their turn."""
        if not self.isVisible():
            return
        size = self._pixels()
        for slide, state in nearby(self._show):
            if not self._painted.has(slide, state, size):
                self._painted.picture(slide, state, size)
                self._ahead.start(0)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the slides for the shape of the screen."""
        super().resizeEvent(event)
        self._show.set_room(self._show.deck.room._replace(width=width_for(event.size())))

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is shown."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        cover = _COVERS.get(self._show.cover)
        if cover is not None:
            painter.fillRect(self.rect(), cover)
        else:
            self._paint_slide(painter)
        if self._is_alone and self._keys.typed:
            self._paint_typed(painter)

    def _paint_slide(self, painter: QPainter) -> None:
        show, frame, seen = self._show, self.frame(), self.seen()
        if not show.is_zoomed:
            picture = self._painted.picture(show.slide, show.state, self._pixels())
            painter.drawPixmap(frame, picture, QRectF(picture.rect()))
        painter.setClipRect(frame)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.translate(frame.topLeft())
        scale = frame.width() / seen.width()
        painter.scale(scale, scale)
        painter.translate(-seen.topLeft())
        painter.save()
        if show.is_zoomed and show.slide.zoomed is not None:
            painter.fillRect(seen, self._colour(_PAPER))
            painter.setClipRect(show.slide.zoomed, Qt.ClipOperation.IntersectClip)
            show.slide.paint(painter, show.state)
        painter.restore()
        self._hand.paint(painter, self._colour(INK), seen)
        painter.resetTransform()
        painter.setClipping(False)

    def _paint_typed(self, painter: QPainter) -> None:
        """The figures that were typed, small, in the corner."""
        font = QFont(self.font())
        font.setPixelSize(max(14, self.height() // 24))
        painter.setFont(font)
        words = painter.fontMetrics().boundingRect(self._keys.typed)
        margin = words.height() // 3
        box = words.adjusted(-2 * margin, -margin, 2 * margin, margin)
        box.moveBottomRight(self.rect().bottomRight())
        painter.fillRect(box, Qt.GlobalColor.black)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._keys.typed)

    # --- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Everything a talk is held with."""
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tool is put down; without one the left button goes on and the right one back."""
        buttons = Qt.MouseButton
        if self._show.tool in (Tool.DRAW, Tool.ERASE):
            self._hand.move_to(self.place_of(event.position()))
            self._hand.press()
        elif self._show.tool == Tool.SPOTLIGHT:
            self._hand.move_to(self.place_of(event.position()))
        elif event.button() in (buttons.LeftButton, buttons.ForwardButton):
            self._show.forward()
        elif event.button() in (buttons.RightButton, buttons.BackButton):
            self._show.back()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A tool moves along; without one the pointer is seen until the next key."""
        if self._show.tool != Tool.NONE:
            self._hand.move_to(self.place_of(event.position()))
        else:
            self.setCursor(Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A tool is taken up again."""
        if self._show.tool != Tool.NONE:
            self._hand.lift()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Towards the trainer goes on; in a picture that is zoomed it makes it larger or smaller."""
        self._wheel += event.angleDelta().y()
        while abs(self._wheel) >= _NOTCH:
            direction = 1 if self._wheel > 0 else -1
            self._wheel -= direction * _NOTCH
            if self._show.is_zoomed:
                self._zoom.step(direction)
            elif direction < 0:
                self._show.forward()
            else:
                self._show.back()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Alt+F4 and the like end the talk."""
        super().closeEvent(event)
        self.closing.emit()
