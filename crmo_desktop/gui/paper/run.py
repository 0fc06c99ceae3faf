"""Contents that follow one another without a new page between them."""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from crmo_desktop.gui.paper.breaking import Piece, Slice, paginate
from crmo_desktop.gui.paper.column import Column, Frame
from crmo_desktop.gui.paper.galley import Galley, Mark
from crmo_desktop.gui.paper.paper_style import UNITS
from crmo_desktop.gui.paper.setting import Text
from crmo_desktop.gui.theme import Look

_APART: Final = 14.0  # pixels at 100% between two contents
_ROUND: Final = 6.0
_LINES: Final = {"red": 2.0, "caution": 1.0, "unknown": 1.0}  # points: how thick the frame of a box is
_BAR: Final = 3.0  # points
_FIRST_NUMBER: Final = re.compile(r"\d+")

Make = Callable[[bool], tuple[Text, Galley]]  # told whether wide tables are written row by row


class Spot(NamedTuple):
    """Where something stands: a page of the run, from 0, and units from the top of its text."""

    page: int
    top: float


class Placed(NamedTuple):
    """A piece on its page, in units; kinds as in `column.Told`, and "again" for a repeated head."""

    kind: str
    rect: QRectF
    words: str


class Lead(NamedTuple):
    """Words that lead somewhere, on their page; `source` is the key of what they cite if they do."""

    area: QRectF
    href: str
    source: str


class Set(NamedTuple):
    """A text and what was made of it."""

    text: Text
    galley: Galley


class Run:
    """Texts, set one below the other and divided into pages.

    Attributes:
        sets: in their order.
        pages: what stands on each.
    """

    def __init__(self, makes: list[Make], look: Look, room: float, first_room: float) -> None:
        """Pages are `room` high, the first `first_room`."""
        self._look, self._room, self._first_room = look, room, first_room
        self.sets = [Set(*_made(make)) for make in makes]
        self.columns: list[Column] = []
        self.pages: list[tuple[Slice, ...]] = []
        self._leads: dict[int, list[Lead]] | None = None
        self.divide()

    @property
    def is_true(self) -> bool:
        """Whether the numbers of pages in it have the room that they need."""
        return all(each.galley.is_true for each in self.sets)

    def set_again(self) -> None:
        """Set it with the numbers of pages that are known now."""
        for each in self.sets:
            if not each.galley.is_true:
                each.galley.set_again()
        self.divide()

    def divide(self) -> None:
        """Find the ends of its pages."""
        self.columns = [
            Column(each.galley, number, self._room) for number, each in enumerate(self.sets)
        ]
        pieces: list[Piece] = []
        for column in self.columns:
            if pieces and column.pieces:
                column.pieces[0].gap = self._look.px(_APART)
            pieces += column.pieces
        self._firsts = [0]
        for column in self.columns:
            self._firsts.append(self._firsts[-1] + len(column.pieces))
        self.pages = paginate(pieces, self._room, self._first_room)
        self._leads = None

    def spot_of(self, source: int, top: float) -> Spot:
        """Where on its pages something stands that is at `top` in the text `source`."""
        found = Spot(0, 0.0)
        for page, slices in enumerate(self.pages):
            for slice in slices:
                if slice.source == source and not slice.is_head and slice.top <= top + 1:
                    found = Spot(page, slice.at + min(top, slice.bottom) - slice.top)
        return found

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page from the painter's origin."""
        for slice in self.pages[page]:
            galley, column = self.sets[slice.source].galley, self.columns[slice.source]
            painter.save()
            painter.translate(0, slice.at)
            for frame in column.frames:
                if frame.top < slice.bottom - 1 and frame.bottom > slice.top + 1:
                    self._paint_frame(painter, frame, slice, galley.width)
            galley.paint(painter, slice.top, slice.bottom)
            painter.restore()

    def _paint_frame(self, painter: QPainter, frame: Frame, slice: Slice, width: float) -> None:
        """The box round words; open where it goes on, on the page before or the next one."""
        painter.save()
        thick = _LINES.get(frame.role, 0.0) * UNITS
        part = QRectF(0, frame.top - slice.top, width, frame.bottom - frame.top)
        inner = part.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        painter.setClipRect(
            QRectF(-UNITS, -1, width + 2 * UNITS, slice.bottom - slice.top + 2), Qt.ClipOperation.IntersectClip
        )
        path = QPainterPath()
        path.addRoundedRect(inner, _ROUND * UNITS, _ROUND * UNITS)
        painter.fillPath(path, self._look.colour(f"{frame.role}_bg"))
        bar = self._look.colour(f"{frame.role}_bar")
        if thick:
            pen = QPen(bar, thick)
            if frame.role == "unknown":
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawPath(path)
        else:
            painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
            painter.fillRect(QRectF(0, part.top(), _BAR * UNITS, part.height()), bar)
        painter.restore()

    def places(self) -> Iterator[tuple[str, Spot]]:
        """Where topics, sections, pictures and sources stand, by their keys."""
        for number, (text, galley) in enumerate(self.sets):
            if text.topic is None:
                continue
            prefix = f"{text.audience.value}:"
            topic = f"{prefix}topic/{text.topic}"
            yield topic, self.spot_of(number, 0.0)
            for name, position in galley.anchors.items():
                spot = self.spot_of(number, galley.top_of(position))
                yield f"{topic}#{name}", spot
            for picture, position in galley.pictures.items():
                yield f"{prefix}picture/{picture}", self.spot_of(number, galley.top_of(position))

    def links(self, page: int) -> list[Lead]:
        """What leads somewhere on a page."""
        if self._leads is None:
            self._leads = {}
            for number, (text, galley) in enumerate(self.sets):
                topic = f"{text.audience.value}:topic/{text.topic}"
                for mark, area in galley.areas():
                    self._add_lead(number, mark, area, topic)
        return self._leads.get(page, [])

    def _add_lead(self, source: int, mark: Mark, area: QRectF, topic: str) -> None:
        assert self._leads is not None
        first = _FIRST_NUMBER.search(self.sets[source].galley.words_between(mark.start, mark.end))
        key = f"{topic}#source-{first[0]}" if first else topic
        spot = self.spot_of(source, area.center().y())
        area.moveTop(spot.top - area.height() / 2)
        self._leads.setdefault(spot.page, []).append(Lead(area, mark.href, key))

    def addresses(self) -> list[str]:
        """The address of the topic of each page: the first that stands on it, or the one before."""
        found, last = [], ""
        for slices in self.pages:
            topics = [self.sets[slice.source].text.topic for slice in slices]
            topic = next((topic for topic in topics if topic), None)
            last = f"crmo://topic/{topic}" if topic else last
            found.append(last)
        first = next((address for address in found if address), "")
        return [address or first for address in found]

    def placed(self, page: int) -> Iterator[Placed]:
        """Everything that is never cut on a page."""
        for slice in self.pages[page]:
            galley, column = self.sets[slice.source].galley, self.columns[slice.source]
            first = self._firsts[slice.source]
            if slice.is_head:
                yield Placed("again", QRectF(0, slice.at, galley.width, slice.bottom - slice.top), "")
                continue
            for number in range(slice.first - first, slice.last - first + 1):
                piece, told = column.pieces[number], column.told[number]
                rect = QRectF(0, slice.at + piece.top - slice.top, galley.width, piece.height)
                yield Placed(told.kind, rect, told.words)

    def told(self, page: int) -> Iterator[str]:
        """The words of a page, a paragraph, a row or a heading at a time."""
        said: list[str] = []
        for slice in self.pages[page]:
            if slice.is_head:
                continue
            column, first = self.columns[slice.source], self._firsts[slice.source]
            for number in range(slice.first - first, slice.last - first + 1):
                told = column.told[number]
                if told.goes_on and said:
                    said[-1] = f"{said[-1].rstrip()} {told.words}".strip()
                else:
                    said.append(told.words)
        return iter([words for words in said if words.strip()])


def _made(make: Make) -> tuple[Text, Galley]:
    """A text as it is best set: wide tables row by row only where they have no room."""
    made = make(False)
    return make(True) if made[1].is_too_wide else made
