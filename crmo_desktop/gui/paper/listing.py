"""Lists with numbers of pages: of contents, and of topics from A to Z."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter

from crmo_desktop.gui.drawing.scene import Scene, Written, face, width_of
from crmo_desktop.gui.paper.breaking import NEVER, Piece, Slice, paginate
from crmo_desktop.gui.paper.paper_style import UNITS
from crmo_desktop.gui.theme import Look

_APART: Final = 16.0  # points between columns
_INDENT: Final = 12.0  # points for each level
_LEADER: Final = 5.0  # points from dot to dot
_TITLE: Final = 36.0  # pixels at 100%
_SPACING: Final = 1.1

NumberOf = Callable[[str], int | None]  # of a page, from 0, where what has this key begins


class Line(NamedTuple):
    """One line of a list.

    Attributes:
        level: 0 for what stands at the left.
        key: what it leads to, with the number of its page behind dots; "" for none.
        is_strong: its words are.
        above: points of room above it.
        is_head: it stays with the next one.
    """

    words: str
    level: int = 0
    key: str = ""
    is_strong: bool = False
    above: float = 0.0
    is_head: bool = False


class Spot(NamedTuple):
    """Where a line stands on its page, in units."""

    line: Line
    at: QPointF
    scene: Scene


class Listing:
    """A list, set in columns; numbers of pages are asked for when it is painted."""

    def __init__(
        self,
        title: str,
        lines: Sequence[Line],
        look: Look,
        *,
        width: float,
        room: float,
        size: float,
        columns: int = 1,
        first_room: float | None = None,
    ) -> None:
        """`size` of letters in pixels at 100%; the first page is `first_room` high."""
        self.title, self._lines, self._look = title, lines, look
        self._size = look.px(size)
        self._column = (width - (columns - 1) * _APART * UNITS) / columns
        self._number = width_of("0000", self._font()) + 2 * _LEADER * UNITS if columns == 1 else 0.0
        self._scenes = [self._scene_of(line) for line in lines]
        self._title_height = look.px(_TITLE) * 1.9
        first = (room if first_room is None else first_room) - self._title_height
        done = paginate(list(self._pieces()), room, *[first] * columns)
        self._pages = [done[start : start + columns] for start in range(0, len(done), columns)]

    @property
    def pages(self) -> int:
        """How many it takes."""
        return len(self._pages)

    def _font(self, weight: int = 400) -> QFont:
        return face(self._look, self._size, weight)

    def _pieces(self) -> Iterator[Piece]:
        for number, (line, scene) in enumerate(zip(self._lines, self._scenes, strict=True)):
            price = NEVER if number and self._lines[number - 1].is_head else 0.0
            high = scene.size.height()
            yield Piece(source=number, top=0, bottom=high, gap=line.above * UNITS, price=price)

    def _scene_of(self, line: Line) -> Scene:
        indent = line.level * _INDENT * UNITS
        scene = Scene(QSizeF(self._column, 0))
        room = QRectF(indent, 0, self._column - indent - self._number, 0)
        covered = scene.words(line.words, self._font(600 if line.is_strong else 400), room, spacing=_SPACING)
        scene.size.setHeight(covered.height())
        return scene

    def spots(self, page: int) -> Iterator[Spot]:
        """The lines of a page, in the order of reading."""
        top = self._title_height if page == 0 else 0.0
        for column, slices in enumerate(self._pages[page]):
            left = column * (self._column + _APART * UNITS)
            for part in slices:
                yield self._spot(part, left, top)

    def _spot(self, part: Slice, left: float, top: float) -> Spot:
        return Spot(self._lines[part.source], QPointF(left, top + part.at), self._scenes[part.source])

    def paint(self, painter: QPainter, page: int, number_of: NumberOf) -> None:
        """Paint a page from the painter's origin."""
        if page == 0:
            scene = Scene(QSizeF(self._column, 0))
            title = face(self._look, self._look.px(_TITLE), 600, is_title=True)
            scene.words(self.title, title, QRectF(0, 0, 1e5, 0), role="heading")
            scene.paint(painter, self._look)
        for line, at, scene in self.spots(page):
            painter.save()
            painter.translate(at)
            scene.paint(painter, self._look)
            number = number_of(line.key) if line.key else None
            if number is not None:
                self._paint_number(painter, scene, str(number + 1), is_strong=line.is_strong)
            painter.restore()

    def _paint_number(self, painter: QPainter, scene: Scene, number: str, *, is_strong: bool) -> None:
        """The number at the right, and dots that lead to it."""
        written = scene.items[0]
        assert isinstance(written, Written)
        last = written.layout.lineAt(written.layout.lineCount() - 1)
        base = last.y() + last.ascent()
        font = self._font(600 if is_strong else 400)
        painter.setFont(font)
        start = written.position.x() + last.naturalTextRect().right() + _LEADER * UNITS
        end = self._column - width_of(number, font)
        painter.setPen(self._look.colour("text"))
        painter.drawText(QPointF(end, base), number)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("muted"))
        step = _LEADER * UNITS
        at = (start // step + 1) * step  # on one grid, so that dots stand under each other
        while at < end - step:
            painter.drawEllipse(QPointF(at, base - 3), 3.5, 3.5)
            at += step

    def told(self, page: int, number_of: NumberOf) -> Iterator[str]:
        """The words of a page, line by line."""
        if page == 0:
            yield self.title
        for line, _, _ in self.spots(page):
            number = number_of(line.key) if line.key else None
            yield line.words if number is None else f"{line.words} {number + 1}"
