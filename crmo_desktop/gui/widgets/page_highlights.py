"""The reader's highlights on a page: grounds behind the words, edges below them, signs in the margins.

The colour is never the only sign: each has its own line below the words, and its number in the margin where
it begins. Where it has a note, a leaf stands in the other margin where it ends.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol, cast

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QTextBlock, QTextCharFormat, QTextDocument, QTextLine
from PySide6.QtWidgets import QScrollBar, QWidget

from crmo_desktop.gui.page_document import Link, PageDocument
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.page_marks import OWN, PageMarks, Place

COLOURS: Final = {1: "yellow", 2: "green", 3: "blue", 4: "pink"}  # by number, as the theme's roles name them
_LINES: Final = {
    1: Qt.PenStyle.SolidLine,
    2: Qt.PenStyle.DashLine,
    3: Qt.PenStyle.DotLine,
    4: Qt.PenStyle.DashDotLine,
}
_SIGN: Final = 20  # pixels at 100%, of a sign in the margin
_LEAST_SIGN: Final = 14
_TARGET: Final = 24  # pixels that a sign can be pressed in
_GAP: Final = 6  # pixels between a sign and the column
_LEAF: Final = "ic:note:link"


@dataclass(frozen=True, slots=True)
class Highlight:
    """A highlight on the page that is shown.

    Attributes:
        id: by which its owner knows it.
        start, end: positions in the document.
        colour: a number of `COLOURS`.
        words: those highlighted.
        note: the reader's own; "" for none.
    """

    id: int
    start: int
    end: int
    colour: int
    words: str
    note: str = ""


class Sheet(Protocol):
    """What is asked of the view."""

    marks: PageMarks

    def document(self) -> QTextDocument:
        """What it shows."""

    def contents(self) -> PageDocument:
        """What stands where on the page."""

    def viewport(self) -> QWidget:
        """The part that can be seen."""

    def verticalScrollBar(self) -> QScrollBar:
        """How far it is scrolled."""

    def column_width(self) -> float:
        """Width of the text in pixels."""

    def margin_width(self) -> int:
        """Pixels at either side of the text."""

    def picture(self, name: str) -> QPixmap | None:
        """The picture of a name such as "ic:note:link"."""


class _Place(NamedTuple):
    """Where a highlight stands, in pixels of the document."""

    top: float
    bottom: float
    number: QRectF  # the sign with its number
    leaf: QRectF | None  # the sign of its note


class PageHighlights:
    """The highlights of one view; those of a page are gone with its document."""

    def __init__(self, view: Sheet) -> None:
        self._view = view
        self._look: Look | None = None
        self._shown: tuple[Highlight, ...] = ()
        self._places: list[_Place] = []
        self._laid_out: tuple[float, float, int] | None = None  # for which size `_places` holds

    def set(self, shown: Iterable[Highlight], look: Look) -> None:
        """Show these in place of those before; a later one lies over those before it."""
        self._shown, self._look, self._laid_out = tuple(shown), look, None
        grounds = () if look.is_high_contrast else self._shown
        self._view.marks.set(OWN, (piece for one in grounds for piece in self._pieces(one, look)))
        self._view.viewport().update()

    def _pieces(self, one: Highlight, look: Look) -> Iterator[Place]:
        """The words of a highlight, in one piece where all inks of the page can be read on its ground."""
        shape = ground_format(look, one.colour)
        if look.theme.kind != "dark":
            yield one.start, one.end, shape
            return
        words = ground_format(look, one.colour)
        words.setForeground(look.colour("text"))  # quiet words would be too quiet; links keep their colour
        links, at = self._view.contents().links, one.start
        for link in links[bisect_left(links, one.start, key=_end_of_link) :]:
            if link.start >= one.end:
                break
            if at < link.start:
                yield at, link.start, words
            yield max(at, link.start), min(one.end, link.end), shape
            at = link.end
        if at < one.end:
            yield at, one.end, words

    def clear(self) -> None:
        """Another document is shown."""
        self._shown, self._places, self._laid_out = (), [], None

    def all(self) -> tuple[Highlight, ...]:
        """Those that are shown, as they were set."""
        return self._shown

    def get(self, id: int) -> Highlight | None:
        """The highlight of this number; None if it is not shown."""
        return next((one for one in self._shown if one.id == id), None)

    def around(self, start: int, end: int) -> Highlight | None:
        """The highlight that all from `start` to `end` lies in, the one on top; None if there is none."""
        return next((one for one in reversed(self._shown) if one.start <= start and end <= one.end), None)

    def touching(self, start: int, end: int) -> list[Highlight]:
        """Those that have words between `start` and `end`."""
        return [one for one in self._shown if one.start < end and start < one.end]

    def at(self, point: QPoint, position: int) -> Highlight | None:
        """The highlight whose words or signs are at `point` of the viewport.

        Args:
            point: where the pointer is.
            position: of the character there, or near it.
        """
        if not self._shown:
            return None
        spot = QPointF(point) + QPointF(0, self._view.verticalScrollBar().value())
        for one, place in zip(self._shown, self._all_places(), strict=True):
            signs = [place.number] if place.leaf is None else [place.number, place.leaf]
            if any(_target(sign).contains(spot) for sign in signs):
                return one
        found = self.around(position, position)
        return found if found is not None and any(r.contains(spot) for r in self.lines(found)) else None

    def lines(self, one: Highlight) -> list[QRectF]:
        """Where the words of a highlight stand, in pixels of the document, one rectangle a line."""
        return [rect for line in _lines_of(self._view.document(), one.start, one.end) for rect in line]

    # --- painting

    def paint(self, painter: QPainter, shown: QRectF) -> None:
        """Edges and signs of all that reaches into `shown`, a part of the viewport; the text is painted."""
        look = self._look
        if look is None or not self._shown:
            return
        scroll = self._view.verticalScrollBar().value()
        shown = shown.translated(0, scroll)
        painter.save()
        painter.translate(0, -scroll)
        for one, place in zip(self._shown, self._all_places(), strict=True):
            if place.bottom < shown.top() - _TARGET or place.top > shown.bottom() + _TARGET:
                continue
            painter.setPen(_edge_pen(look, one.colour))
            for rect in self.lines(one):
                y = rect.bottom() - painter.pen().widthF() / 2
                painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
            paint_number(painter, place.number, one.colour, look)
            if place.leaf is not None:
                self._paint_leaf(painter, place.leaf)
        painter.restore()

    def _paint_leaf(self, painter: QPainter, place: QRectF) -> None:
        drawn = self._view.picture(_LEAF)
        if drawn is not None:
            painter.drawPixmap(place, drawn, QRectF(drawn.rect()))

    # --- places

    def _all_places(self) -> list[_Place]:
        """Where each stands; found out once for a size of the page."""
        size, width = self._view.document().size(), self._view.viewport().width()
        laid_out = size.width(), size.height(), width
        if self._laid_out != laid_out:
            self._laid_out, self._places = laid_out, self._lay_out()
        return self._places

    def _lay_out(self) -> list[_Place]:
        margin = self._view.margin_width()
        wanted = _SIGN if self._look is None else self._look.px(_SIGN)
        size = max(_LEAST_SIGN, min(wanted, margin - 2 * _GAP))
        at_left, at_right = margin - _GAP - size, margin + self._view.column_width() + _GAP
        way = self._view.document().defaultTextOption().textDirection()
        begin, end = (at_right, at_left) if way == Qt.LayoutDirection.RightToLeft else (at_left, at_right)
        free = [0.0, 0.0]  # where the margins are free, of the numbers and of the leaves
        places: dict[int, _Place] = {}
        for one in sorted(self._shown, key=_start):
            first, last = (
                _line_at(self._view.document(), one.start),
                _line_at(self._view.document(), max(one.start, one.end - 1)),
            )
            number = _sign(begin, first, size, free[0])
            free[0] = number.bottom() + 2
            leaf = None
            if one.note:
                leaf = _sign(end, last, size, free[1])
                free[1] = leaf.bottom() + 2
            places[one.id] = _Place(first.top(), last.bottom(), number, leaf)
        return [places[one.id] for one in self._shown]


def ground_format(look: Look, colour: int) -> QTextCharFormat:
    """How words are drawn that are highlighted."""
    shape = QTextCharFormat()
    shape.setBackground(look.colour(f"hl_{COLOURS[colour]}"))
    return shape


def paint_number(painter: QPainter, place: QRectF, colour: int, look: Look) -> None:
    """The sign of a colour: its ground, its edge, its number."""
    painter.save()
    painter.setPen(QPen(look.colour(f"hl_edge_{COLOURS[colour]}"), 2.0 if look.is_high_contrast else 1.5))
    painter.setBrush(look.colour(f"hl_{COLOURS[colour]}"))
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 4, 4)
    font = look.ui_font(weight=600)
    font.setPixelSize(max(10, round(place.height() * 0.68)))
    painter.setFont(font)
    painter.setPen(look.colour("text"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(colour))
    painter.restore()


def _edge_pen(look: Look, colour: int) -> QPen:
    width = max(2.0, round(2 * look.zoom)) + (1.0 if look.is_high_contrast else 0.0)
    return QPen(look.colour(f"hl_edge_{COLOURS[colour]}"), width, _LINES[colour], Qt.PenCapStyle.FlatCap)


def _end_of_link(link: Link) -> int:
    return link.end


def _start(one: Highlight) -> int:
    return one.start


def _sign(left: float, line: QRectF, size: float, free: float) -> QRectF:
    """A sign beside `line`, not above `free`."""
    return QRectF(left, max(free, line.center().y() - size / 2), size, size)


def _target(sign: QRectF) -> QRectF:
    more = max(0.0, _TARGET - sign.width()) / 2
    return sign.adjusted(-more, -more, more, more)


def _line_at(document: QTextDocument, position: int) -> QRectF:
    """The line with the character at `position`, in pixels of the document."""
    block = document.findBlock(position)
    around = document.documentLayout().blockBoundingRect(block)
    line = block.layout().lineForTextPosition(position - block.position())
    if not line.isValid():
        return around
    return QRectF(around.left(), around.top() + line.y(), around.width(), line.height())


def _lines_of(document: QTextDocument, start: int, end: int) -> Iterator[list[QRectF]]:
    """Where the characters from `start` to `end` stand, line by line; a line may go two ways."""
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        origin = document.documentLayout().blockBoundingRect(block).topLeft()
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(line.textStart(), start - block.position())
            last = min(line.textStart() + line.textLength(), end - block.position())
            if first < last:
                spans = _spans(line, first, last, goes_back=_goes_back(block))
                yield [
                    QRectF(origin.x() + left, origin.y() + line.y(), right - left, line.height())
                    for left, right in spans
                ]
        block = block.next()


def _goes_back(block: QTextBlock) -> bool:
    return block.textDirection() == Qt.LayoutDirection.RightToLeft


def _spans(line: QTextLine, first: int, last: int, *, goes_back: bool) -> list[tuple[float, float]]:
    """From where to where characters reach in a line; words of two directions lie apart."""
    if not goes_back:
        return [(_x(line, first), _x(line, last))]
    spans: list[tuple[float, float]] = []
    for position in range(first, last):
        left, right = sorted((_x(line, position), _x(line, position, QTextLine.Edge.Trailing)))
        if spans and abs(spans[-1][0] - right) < 1:
            spans[-1] = left, spans[-1][1]
        elif spans and abs(spans[-1][1] - left) < 1:
            spans[-1] = spans[-1][0], right
        else:
            spans.append((left, right))
    return spans


def _x(line: QTextLine, position: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    return cast("tuple[float, int]", line.cursorToX(position, edge))[0]
