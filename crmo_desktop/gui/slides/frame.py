"""What every slide has round its body: bar, kicker, title, source line, number."""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from crmo_desktop.domain.language import is_right_to_left
from crmo_desktop.domain.slides import Matter, MatterKind
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import placed
from crmo_desktop.gui.slides.elements import Element, SetText, Words, paint_all, set_text
from crmo_desktop.gui.slides.room_look import RoomLook
from crmo_desktop.gui.slides.slide import HEIGHT, Placed

BAR: Final = 14.0  # how wide, at the beginning of lines
LEFT: Final = 72.0
RIGHT: Final = 60.0
TOP: Final = 36.0
_OPENING_TOP: Final = 150.0
_OPENING: Final = 1.35  # how much larger its title is
FOOT: Final = 690.0  # where the last line at the foot ends
_NUMBER: Final = 80.0  # how much room it has
_GAP: Final = 22.0  # between title and body, body and foot
BETWEEN: Final = "; "  # sources
_WHERE: Final = re.compile(r", [^,]* (\d{4})$")  # a journal, before the year
MOST_FOOT_LINES: Final = 2
# Sizes of a title in parts of the first, and in how many lines they may be broken at most.
_TITLES: Final = ((1.0, 1), (0.8, 2), (0.7, 3), (0.6, 9))


class Frame:
    """The frame of one slide.

    Attributes:
        body: what is free for the slide, in units; already turned round where words run from right to left.
        placed: what the frame says.
        source_line: what stands at the foot.
        is_mirrored: words run from right to left.
    """

    def __init__(
        self,
        matter: Matter,
        look: RoomLook,
        *,
        title: str | None = None,
        kicker: str | None = None,
        sources: Sequence[str] = (),
        foot: str | None = None,
        title_size: float | None = None,
        is_opening: bool = False,
    ) -> None:
        """Set the frame.

        Args:
            matter: whose slide it is: its title, kicker and language, and the colour of the bar.
            look: of the room.
            title: instead of the matter's.
            kicker: instead of the matter's; "" for none.
            sources: their names, for the source line (see `source_line`).
            foot: what stands at the foot instead of the sources.
            title_size: of the title, in units; by default the largest in which it is broken sensibly.
            is_opening: the first slide of a topic or a session: its title is larger, and stands lower.
        """
        self._look = look
        self.is_mirrored = is_right_to_left(matter.language)
        self.source_line = (source_line(sources, look, 9) or "") if foot is None else foot
        self._elements: list[Element] = []
        self.placed: tuple[Placed, ...] = ()
        self._is_question = matter.kind is MatterKind.QUESTION
        top = _OPENING_TOP if is_opening else TOP
        kicker = matter.kicker if kicker is None else kicker
        if kicker:
            role = "aud_trainer" if self._is_question else "accent"
            words = set_text(kicker, look.font(look.foot, 600), self._width)
            top = self._add("kicker", words, LEFT, top, role) + 2
        title = matter.title if title is None else title
        if title:
            top = self._add("title", self._title(title, title_size, is_opening), LEFT, top, "heading") + _GAP
        bottom = self._set_foot()
        body = QRectF(LEFT, top, self._width, bottom - top)
        self.body = placed(body, QRectF(0, 0, look.width, HEIGHT), mirrored=self.is_mirrored)
        if self.is_mirrored:
            self._elements = [element.mirrored(look.width) for element in self._elements]

    @property
    def _width(self) -> float:
        return self._look.width - LEFT - RIGHT

    def _title(self, title: str, size: float | None, is_opening: bool) -> SetText:
        if size is not None:
            return set_text(title, self._look.font(size, 600, is_title=True), self._width, spacing=0.96)
        words = set_text(title, self._look.font(self._look.title), self._width)
        for part, most in _TITLES:
            largest = self._look.title * (_OPENING if is_opening else 1)
            font = self._look.font(round(largest * part), 600, is_title=True)
            words = set_text(title, font, self._width, spacing=0.96)
            if words.lines <= most:
                break
        return words

    def _set_foot(self) -> float:
        """Set the source line; returns where it begins."""
        font = self._look.font(self._look.foot)
        if not self.source_line:
            return FOOT - set_text(" ", font, 100).height - _GAP
        words = set_text(self.source_line, font, self._width - _NUMBER)
        top = FOOT - words.height
        self._add("source", words, LEFT, top, "muted")
        return top - _GAP

    def _add(self, kind: str, words: SetText, left: float, top: float, role: str) -> float:
        element: Element = Words(words=words, at=QPointF(left, top), role=role)
        self._elements.append(element)
        seen = element.mirrored(self._look.width) if self.is_mirrored else element
        self.placed += (Placed(kind=kind, rect=seen.rect, size=words.size, words=words.text),)
        return top + words.height

    def paint(self, painter: QPainter, icons: IconShelf, place: int) -> None:
        """Paint the ground, the bar and what the frame says.

        Args:
            painter: scaled to units.
            icons: of the program.
            place: of the slide in its deck, from 0; its number is one more.
        """
        look, whole = self._look, QRectF(0, 0, self._look.width, HEIGHT)
        painter.fillRect(whole, look.colour("page"))
        bar = placed(QRectF(0, 0, BAR, HEIGHT), whole, mirrored=self.is_mirrored)
        painter.fillRect(bar, look.colour("aud_trainer" if self._is_question else "accent"))
        paint_all([*self._elements, *self._number(place)], painter, look.look, icons)

    def _number(self, place: int) -> list[Element]:
        font = self._look.font(self._look.foot)
        words = set_text(str(place + 1), font, _NUMBER, align=Qt.AlignmentFlag.AlignRight)
        at = QPointF(self._look.width - RIGHT - _NUMBER, FOOT - words.height)
        number = Words(words=words, at=at, role="muted")
        if not self.is_mirrored:
            return [number]
        left = set_text(str(place + 1), font, _NUMBER)
        return [Words(words=left, at=QPointF(RIGHT, at.y()), role="muted")]


def foot_lines(line: str, look: RoomLook) -> int:
    """How many lines words at the foot of a slide take."""
    room = look.width - LEFT - RIGHT - _NUMBER
    return set_text(line, look.font(look.foot), room).lines if line else 0


def source_line(names: Sequence[str], look: RoomLook, most: int = MOST_FOOT_LINES) -> str | None:
    """Sources as they stand at the foot of a slide; without the journals where these have no room.

    Returns:
        None where they take more than `most` lines in any case.
    """
    names = tuple(dict.fromkeys(names))
    for line in (BETWEEN.join(names), BETWEEN.join(_shorter(names))):
        if foot_lines(line, look) <= min(most, MOST_FOOT_LINES):
            return line
    return line if foot_lines(line, look) <= most else None


def fits_foot(names: Sequence[str], look: RoomLook) -> bool:
    """Whether a slide has room for these sources at its foot."""
    return source_line(names, look) is not None


def _shorter(names: Sequence[str]) -> list[str]:
    """Names without what stands between who and when, as long as each is still another one."""
    short = [_WHERE.sub(r" \1", name) for name in names]
    return [one if short.count(one) == 1 else name for one, name in zip(short, names, strict=True)]
