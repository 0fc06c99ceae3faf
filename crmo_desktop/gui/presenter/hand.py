"""What the trainer's hand does on the wall: a light that shows a place, a pen, an eraser; by mouse or arrows.

Strokes are kept for each slide until the talk is over, and nowhere else.
"""

from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from crmo_desktop.gui.presenter.show import Show, Tool
from crmo_desktop.gui.slides.slide import HEIGHT

LIGHT: Final = 110.0  # units: the radius of the light
_STEP: Final = 24.0  # units that an arrow moves the hand
_RUBBER: Final = 24.0  # units: the radius of the eraser
_PEN: Final = 6.0  # units: how thick a line is
_CROSS: Final = 18.0  # units: half of the cross where the pen is
_DIMMED: Final = QColor(0, 0, 0, 165)

Stroke = tuple[QPointF, ...]  # in units


class _Undone(NamedTuple):
    """What is had back by undoing: all strokes of a slide as they were."""

    key: str
    strokes: tuple[Stroke, ...]


class Hand(QObject):
    """Where the hand is, and what it has drawn."""

    changed = Signal()  # it is to be painted anew

    def __init__(self, show: Show) -> None:
        super().__init__(show)
        self._show = show
        self.place = QPointF(show.slide.width / 2, HEIGHT / 2)  # in units
        self._strokes: dict[str, tuple[Stroke, ...]] = {}
        self._now: list[QPointF] = []  # the line that is being drawn
        self._before: list[_Undone] = []
        self._is_down, self._key_drawn = False, ""
        self._tool = show.tool
        show.moved.connect(self.lift)
        show.set_anew.connect(self.lift)
        show.changed.connect(self._on_changed)

    # --- what there is

    @property
    def is_down(self) -> bool:
        """Whether it is drawing, or rubbing out."""
        return self._is_down

    def strokes(self) -> tuple[Stroke, ...]:
        """On the slide that is shown, the line that is being drawn last."""
        kept = self._strokes.get(self._key(), ())
        return (*kept, tuple(self._now)) if self._now else kept

    def _key(self) -> str:
        """Words of another size stand elsewhere: what was drawn waits until this size is back."""
        room = self._show.deck.room
        return f"{self._show.slide.key} {room.type_step} {room.width}"

    # --- moving

    def move_to(self, place: QPointF) -> None:
        """Go to `place`, in units; draws or rubs out on its way while it is down."""
        slide = self._show.slide
        self.place = QPointF(min(max(place.x(), 0.0), slide.width), min(max(place.y(), 0.0), HEIGHT))
        if self._is_down:
            self._touch()
        self.changed.emit()

    def step(self, right: int, down: int, *, is_pressed: bool) -> None:
        """Go a step by key; with `is_pressed` it draws or rubs out."""
        if is_pressed and not self._is_down:
            self.press()
        elif not is_pressed and self._is_down:
            self.lift()
        self.move_to(self.place + QPointF(right * _STEP, down * _STEP))

    def press(self) -> None:
        """Put the pen or the eraser down where the hand is."""
        if self._show.tool not in (Tool.DRAW, Tool.ERASE):
            return
        self._is_down = True
        self._note()
        self._touch()
        self.changed.emit()

    @Slot()
    def lift(self) -> None:
        """Take it up again: what was drawn stays."""
        self._is_down = False
        if self._now:
            key = self._key_drawn
            self._strokes[key] = (*self._strokes.get(key, ()), tuple(self._now))
            self._now = []
        self.changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        """Another tool begins in the air."""
        if self._show.tool != self._tool:
            self._tool = self._show.tool
            self.lift()

    def _note(self) -> None:
        """Remember how the slide was, for undoing."""
        self._key_drawn = self._key()
        self._before.append(_Undone(self._key_drawn, self._strokes.get(self._key_drawn, ())))

    def _touch(self) -> None:
        if self._show.tool == Tool.DRAW:
            self._now.append(self.place)
        elif self._show.tool == Tool.ERASE:
            key = self._key()
            kept = tuple(line for line in self._strokes.get(key, ()) if not _is_near(line, self.place))
            self._strokes[key] = kept

    # --- taking back

    def undo(self) -> None:
        """Have back what was before the last line, rubbing out or clearing."""
        self.lift()
        if self._before:
            key, strokes = self._before.pop()
            self._strokes[key] = strokes
            self.changed.emit()

    def clear(self) -> None:
        """Take all lines of this slide away."""
        self.lift()
        if self.strokes():
            self._note()
            self._strokes[self._key()] = ()
            self.changed.emit()

    # --- painting

    def paint(self, painter: QPainter, ink: QColor, seen: QRectF) -> None:
        """Paint lines, light or cross in units of the slide, of which `seen` is seen."""
        pen = QPen(ink, _PEN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in self.strokes():
            painter.drawPath(_path(line))
        if self._show.tool == Tool.SPOTLIGHT:
            around = QPainterPath()
            around.addRect(seen)
            around.addEllipse(self.place, LIGHT, LIGHT)  # odd-even: the circle is a hole
            painter.fillPath(around, _DIMMED)
            painter.setPen(QPen(ink, _PEN / 2))  # in a dark room dimming alone is hardly seen
            painter.drawEllipse(self.place, LIGHT, LIGHT)
        elif self._show.tool == Tool.DRAW:
            painter.setPen(QPen(ink, _PEN / 2))
            painter.drawLine(self.place - QPointF(_CROSS, 0), self.place + QPointF(_CROSS, 0))
            painter.drawLine(self.place - QPointF(0, _CROSS), self.place + QPointF(0, _CROSS))
        elif self._show.tool == Tool.ERASE:
            painter.setPen(QPen(ink, _PEN / 2))
            painter.drawEllipse(self.place, _RUBBER, _RUBBER)


def _path(line: Stroke) -> QPainterPath:
    path = QPainterPath(line[0])
    for place in line[1:]:
        path.lineTo(place)
    if len(line) == 1:  # a dot
        path.lineTo(line[0] + QPointF(0.1, 0))
    return path


def _is_near(line: Stroke, place: QPointF) -> bool:
    """Whether the eraser at `place` touches `line`, between its points, too."""
    thick = QPainterPath()
    thick.addEllipse(place, _RUBBER, _RUBBER)
    return thick.intersects(_path(line)) or any(thick.contains(point) for point in line)
