"""A slide as a small picture on the console: what the wall shows, or what comes next."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from crmo_desktop.gui.presenter.painted import paint
from crmo_desktop.gui.slides.slide import HEIGHT, Slide, SlideState
from crmo_desktop.gui.theme import Look

_EDGE: Final = 1.0  # pixels round the picture
_ROUND: Final = 4.0
_KEPT: Final = 6  # this one, the next, and those just before


class FewPictures:
    """The slides that were painted last: what came next is not painted again once it is shown."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[int, SlideState, int, int], tuple[Slide, QPixmap]] = OrderedDict()

    def picture(self, slide: Slide, state: SlideState, size: QSize) -> QPixmap:
        """`slide` in a state, `size` in pixels of the screen."""
        key = id(slide), state, size.width(), size.height()
        if key not in self._kept:
            self._kept[key] = slide, paint(slide, state, size)  # with its slide: no other one gets its id
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key][1]


class SlidePicture(QWidget):
    """Shows a slide in a state, as large as there is room, at the top where its reader begins."""

    pointed = Signal(
        str, object
    )  # "move", "press", "release" or "leave"; where, QPointF in units of the slide

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, like: "SlidePicture | None" = None
    ) -> None:
        """Paint slides as large as `like` shows them, which need not paint them again then."""
        super().__init__(parent)
        self._look, self._like = look, like
        self._few: FewPictures = like._few if like is not None else FewPictures()
        self._slide: Slide | None = None
        self._state = SlideState()
        self._shape = 16 / 9  # width by height, also while there is no slide
        self._paint_over: Callable[[QPainter], None] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.setMinimumSize(120, 68)

    # --- what it shows

    def set_slide(self, slide: Slide | None, state: SlideState) -> None:
        """Show `slide` as it is in `state`; None shows an empty place."""
        if slide is self._slide and state == self._state:
            return
        self._slide, self._state = slide, state
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
            picture = self._few.picture(self._slide, self._state, self._painted_size(area))
            painter.drawPixmap(area, picture, QRectF(picture.rect()))
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

    def _painted_size(self, area: QRectF) -> QSize:
        """In pixels of the screen, as the slide is painted; it may be shown smaller."""
        like = self._like
        if like is not None and like.picture_rect().height() > area.height():
            height = like.picture_rect().height()
            area = QRectF(0, 0, height * self._shape, height)
        return (area.size() * self.devicePixelRatioF()).toSize().expandedTo(QSize(1, 1))

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
