"""Contents that follow one another without a new page between them."""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from crmo_desktop.gui.paper.breaking import HARDLY, Piece, Slice, paginate
from crmo_desktop.gui.paper.column import Column, Frame
from crmo_desktop.gui.paper.galley import Galley, Mark
from crmo_desktop.gui.paper.paper_style import UNITS
from crmo_desktop.gui.paper.setting import NOTHING, Needs, Text
from crmo_desktop.gui.theme import Look

_APART: Final = 26.0  # pixels at 100% between two contents
_ROUND: Final = 6.0
_LINES: Final = {"red": 2.0, "caution": 1.0, "unknown": 1.0}  # points: how thick the frame of a box is
_BLEED: Final = 4.0  # points by which a box that goes on on another page is longer than its words
_BAR: Final = 3.0  # points
_EMPTY: Final = 0.22  # of a page: what is much
_SMALLEST: Final = 0.78  # of their size: how small the words of a picture get, so that a page is not empty
_TRIES: Final = 8
_FIRST_NUMBER: Final = re.compile(r"\d+")

Make = Callable[[Needs], tuple[Text, Galley]]


class Spot(NamedTuple):
    """Where something stands: a page of the run, from 0, and units from the top of its text."""

    page: int
    top: float


class Placed(NamedTuple):
    """A piece on its page, in units; as in `column.Told`, and the kind "again" for a repeated head."""

    kind: str
    rect: QRectF
    words: str
    goes_on: bool = False


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

    def __init__(
        self, makes: list[Make], look: Look, room: float, first_room: float, down: float = 0.0
    ) -> None:
        """Pages are `room` high, the first `first_room`, of which the upper `down` stay empty."""
        self._look, self._room, self._first_room, self._down = look, room, first_room, down
        self.sets = [Set(*_made(make)) for make in makes]
        self.columns: list[Column] = []
        self.pages: list[tuple[Slice, ...]] = []
        self._leads: dict[int, list[Lead]] | None = None
        self._pieces: list[Piece] = []
        self._tried: set[tuple[int, int, float]] = set()  # what was done for a picture of a text
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
        """Find the ends of its pages; a picture that leaves one nearly empty is made smaller if it can be."""
        self._place()
        for _ in range(_TRIES):
            if not self._mend_pictures():
                return
            self._place()

    def _mend_pictures(self) -> bool:
        """Whether a picture was given less room, so that it fits on its page or on the one before."""
        start = 0
        while start < len(self._pieces):
            group = self._group(start)
            if self._limit(group, self._room, 0.0):
                return True
            start = group.stop
        for number, page in enumerate(self.pages[:-1]):
            room = self._first_room if number == 0 else self._room
            end = page[-1].last + 1
            left = room - page[-1].foot - self._pieces[end].gap
            if left > _EMPTY * room and self._limit(self._group(end), left, _SMALLEST):
                return True
        return False

    def _group(self, start: int) -> range:
        """The pieces that no page is to end between, from `start` on."""
        end = start + 1
        while end < len(self._pieces) and self._pieces[end].price >= HARDLY:
            end += 1
        return range(start, end)

    def _limit(self, group: range, room: float, smallest: float) -> bool:
        """Make the picture in a group lower, so that all of it has `room`, if its words stay large enough."""
        pieces = [self._pieces[number] for number in group]
        over = sum(piece.height for piece in pieces) + sum(piece.gap for piece in pieces[1:]) - room
        if over <= 0:
            return False
        for number, piece in zip(group, pieces, strict=True):
            told = self.columns[piece.source].told[number - self._firsts[piece.source]]
            wanted, attempt = piece.height - over - 1, (piece.source, told.position, smallest)
            if told.kind == "picture" and wanted > UNITS and attempt not in self._tried:
                self._tried.add(attempt)
                galley = self.sets[piece.source].galley
                return galley.limit_picture(told.position, wanted, smallest)
        return False

    def _place(self) -> None:
        self.columns = [Column(each.galley, number, self._room) for number, each in enumerate(self.sets)]
        pieces: list[Piece] = []
        for column in self.columns:
            if pieces and column.pieces:
                column.pieces[0].gap = self._look.px(_APART)
            pieces += column.pieces
        if pieces:
            pieces[0].top -= self._down
        self._firsts = [0]
        for column in self.columns:
            self._firsts.append(self._firsts[-1] + len(column.pieces))
        self._pieces = pieces
        self.pages = paginate(pieces, self._room, self._first_room)
        self._leads = None

    def spot_of(self, source: int, top: float) -> Spot:
        """Where on its pages something stands that is at `top` in the text `source`."""
        found: Spot | None = None
        for page, slices in enumerate(self.pages):
            for part in slices:
                if part.source != source or part.is_head:
                    continue
                if found is None or part.top <= top + 1:
                    found = Spot(page, part.at + max(0.0, min(top, part.bottom) - part.top))
        return found or Spot(0, 0.0)

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page from the painter's origin."""
        for part in self.pages[page]:
            galley, column = self.sets[part.source].galley, self.columns[part.source]
            painter.save()
            painter.translate(0, part.at)
            for frame in column.frames:
                if frame.top < part.bottom - 1 and frame.bottom > part.top + 1:
                    self._paint_frame(painter, frame, part, galley.width)
            galley.paint(painter, part.top, part.bottom)
            painter.restore()

    def _paint_frame(self, painter: QPainter, frame: Frame, part: Slice, width: float) -> None:
        """The box round words; open where it goes on, on the page before or the next one."""
        painter.save()
        thick = _LINES.get(frame.role, 0.0) * UNITS
        whole = QRectF(0, frame.top - part.top, width, frame.bottom - frame.top)
        inner = whole.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        above = _BLEED * UNITS if frame.top < part.top - 1 else 1.0
        below = _BLEED * UNITS if frame.bottom > part.bottom + 1 else 1.0
        seen = QRectF(-UNITS, -above, width + 2 * UNITS, part.bottom - part.top + above + below)
        painter.setClipRect(seen, Qt.ClipOperation.IntersectClip)
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
            painter.fillRect(QRectF(0, whole.top(), _BAR * UNITS, whole.height()), bar)
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
            topics = [self.sets[part.source].text.topic for part in slices]
            topic = next((topic for topic in topics if topic), None)
            last = f"crmo://topic/{topic}" if topic else last
            found.append(last)
        first = next((address for address in found if address), "")
        return [address or first for address in found]

    def placed(self, page: int) -> Iterator[Placed]:
        """Everything that is never cut on a page."""
        for part in self.pages[page]:
            galley, column = self.sets[part.source].galley, self.columns[part.source]
            first = self._firsts[part.source]
            if part.is_head:
                yield Placed("again", QRectF(0, part.at, galley.width, part.bottom - part.top), "")
                continue
            for number in range(part.first - first, part.last - first + 1):
                piece, told = column.pieces[number], column.told[number]
                wide = max(galley.width, galley.document.size().width())  # of a table, perhaps
                rect = QRectF(0, part.at + piece.top - part.top, wide, piece.height)
                yield Placed(told.kind, rect, told.words, told.goes_on)

    def told(self, page: int) -> Iterator[str]:
        """The words of a page, a paragraph, a row or a heading at a time."""
        said: list[str] = []
        for part in self.pages[page]:
            if part.is_head:
                continue
            column, first = self.columns[part.source], self._firsts[part.source]
            for number in range(part.first - first, part.last - first + 1):
                told = column.told[number]
                if told.goes_on and said:
                    said[-1] = f"{said[-1].rstrip()} {told.words}".strip()
                else:
                    said.append(told.words)
        return iter([words for words in said if words.strip()])


def _made(make: Make) -> tuple[Text, Galley]:
    """A text as it is best set."""
    made = make(NOTHING)
    needs = made[1].needs()
    return made if needs == NOTHING else make(needs)
