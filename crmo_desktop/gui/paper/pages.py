"""A book: pages that can be shown, printed and written as PDF."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.paper.listing import Listing
from crmo_desktop.gui.paper.paper_style import MARGIN, UNITS
from crmo_desktop.gui.paper.run import Placed, Run
from crmo_desktop.gui.paper.running import Running
from crmo_desktop.gui.pdf_parts import Link, OutlineEntry

_CRMO: Final = "crmo://"
_CITE: Final = "cite:"


class Place(NamedTuple):
    """Where something stands: page from 0, units from the top of its text."""

    page: int
    top: float


class Unit(NamedTuple):
    """A part of a book that begins on a page of its own.

    Attributes:
        body: its text.
        first: its first page in the book, from 0.
        addresses: what the foot of each of its pages says of where it comes from.
    """

    body: Run | Listing
    first: int
    addresses: tuple[str, ...]


class Head(NamedTuple):
    """What stands above the first page; `height` in units, 0 for nothing."""

    clinic: str
    has_name_line: bool
    height: float


class Frame(NamedTuple):
    """The measures of every page, in units from the upper edge of the text."""

    room: float
    foot_top: float
    width: float


class Book:
    """Pages.

    Attributes:
        title: of the whole.
        language: BCP 47 tag.
        size: of a page, in points.
        outline: chapters, topics and sections, in their order.
    """

    def __init__(
        self,
        *,
        title: str,
        language: str,
        size: QSizeF,
        units: tuple[Unit, ...],
        running: Running,
        head: Head,
        frame: Frame,
        places: Mapping[str, Place],
        outline: tuple[OutlineEntry, ...],
    ) -> None:
        self.title, self.language, self.size, self.outline = title, language, size, outline
        self._units, self._running, self._head, self._frame = units, running, head, frame
        self._places = places
        self._where = [(unit, page) for unit in units for page in range(_pages_of(unit.body))]

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self._where)

    # --- what it looks like

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint page `number`, from 0; a unit of the painter is a point."""
        unit, page = self._where[number]
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.translate(MARGIN, MARGIN)
        painter.scale(1 / UNITS, 1 / UNITS)
        painter.save()
        if number == 0 and self._head.height:
            clinic, has_name_line, height = self._head
            self._running.paint_head(painter, clinic, height, has_name_line=has_name_line)
            painter.translate(0, height)
        if isinstance(unit.body, Run):
            unit.body.paint(painter, page)
        else:
            unit.body.paint(painter, page, self.page_of)
        painter.restore()
        foot = self._running.foot(unit.addresses[page], number, self.pages)
        self._running.paint_foot(painter, foot, self._frame.foot_top)
        painter.restore()

    def page_of(self, key: str) -> int | None:
        """The page, from 0, where what has this key begins; None if the book has no such thing."""
        place = self._places.get(key)
        return None if place is None else place.page

    # --- what it says

    def told(self, number: int) -> str:
        """The words of page `number`, from 0, in the order of reading; a line a paragraph."""
        unit, page = self._where[number]
        if isinstance(unit.body, Run):
            said = list(unit.body.told(page))
        else:
            said = list(unit.body.told(page, self.page_of))
        foot = self._running.foot(unit.addresses[page], number, self.pages)
        head = [self._head.clinic] if number == 0 and self._head.clinic else []
        return "\n".join([*head, *said, *foot.left, *(words for words in foot.right if words)])

    def placed(self, number: int) -> Iterator[Placed]:
        """Everything that is never cut on page `number`, from top to bottom; nothing of a list."""
        unit, page = self._where[number]
        if isinstance(unit.body, Run):
            for piece in unit.body.placed(page):
                yield piece._replace(rect=self._to_points(number, piece.rect))

    @property
    def text_area(self) -> QRectF:
        """Where the text of a page stands, in points."""
        return QRectF(MARGIN, MARGIN, self._frame.width / UNITS, self._frame.room / UNITS)

    def _to_points(self, number: int, rect: QRectF) -> QRectF:
        down = self._head.height if number == 0 else 0.0
        moved = rect.translated(0, down)
        return QRectF(
            MARGIN + moved.x() / UNITS,
            MARGIN + moved.y() / UNITS,
            moved.width() / UNITS,
            moved.height() / UNITS,
        )

    # --- where it leads

    def links(self, number: int) -> Iterator[Link]:
        """What leads somewhere from page `number`, from 0."""
        unit, page = self._where[number]
        if isinstance(unit.body, Run):
            for area, href, key in unit.body.links(page):
                target = self._target(href, key, unit)
                if target is not None:
                    yield Link(self._to_points(number, area), *target)
        else:
            for line, at, scene in unit.body.spots(page):
                place = self._places.get(line.key)
                if place is not None:
                    area = QRectF(at, scene.size)
                    yield Link(self._to_points(number, area), "", place.page, self._top_in_points(place))

    def _target(self, href: str, source: str, unit: Unit) -> tuple[str, int, float] | None:
        """Address, page and top of what a link leads to; None for what is not in the book."""
        if href.startswith(_CITE):
            key = source
        elif href.startswith(_CRMO):
            key = key_of(self._places, source.partition(":")[0], href.removeprefix(_CRMO))
        else:
            return href, -1, 0.0
        place = self._places.get(key)
        return None if place is None else ("", place.page, self._top_in_points(place))

    def _top_in_points(self, place: Place) -> float:
        down = self._head.height if place.page == 0 else 0.0
        return MARGIN + (place.top + down) / UNITS


def key_of(places: Mapping[str, object], audience: str, address: str) -> str:
    """The key of "topic/x#section" as readers of `audience` mean it; "" for what there is not."""
    whole = address.partition("#")[0]
    others = [each.value for each in Audience if each != audience]
    for key in (address, whole):
        for reader in (audience, *others):
            if f"{reader}:{key}" in places:
                return f"{reader}:{key}"
    return ""


def _pages_of(body: Run | Listing) -> int:
    return len(body.pages) if isinstance(body, Run) else body.pages
