"""The options of a question on a wall: a row each, with its letter, its words and the hands for it."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont

from crmo_desktop.gui.slides.elements import Element, Patch, SetText, Sign, Words, set_text
from crmo_desktop.gui.slides.room_look import RoomLook
from crmo_desktop.gui.slides.slide import SMALLEST

_STRONG: Final = 700
_CIRCLE: Final = 50.0
_HAND: Final = 30.0  # wide
_GAP: Final = 16.0  # between words and hands
_LINE: Final = 2.0
_CHOSEN: Final = 5.0  # how thick the frame is of the option that hands are counted for


class Spacing(NamedTuple):
    """The room in and between rows, in units.

    Attributes:
        least: how high a row is at least.
        pad: above and below its words.
        gap: between rows.
        side: before its letter, and behind its hands.
        hands: for the hands; a little has room for their number only.
        lines: factor on the height of lines.
    """

    least: float
    pad: float
    gap: float
    side: float
    hands: float
    lines: float = 1.0


AIRY: Final = Spacing(86, 18, 14, 20, 150)
CLOSE: Final = Spacing(66, 8, 10, 16, 130)
TIGHT: Final = Spacing(54, 4, 6, 10, 110)
TIGHTEST: Final = Spacing(54, 2, 6, 10, 66, 0.95)


def sizes_below(look: RoomLook) -> list[int]:
    """Sizes that words may have where they are many, the largest first: the room's own, and smaller ones."""
    return [look.text, *(size for size in (44, 40, 36, 33, 30) if size < look.text)]


class Row(NamedTuple):
    """An option.

    Attributes:
        words: as they stand before the answer is known.
        strong: as they stand where it is the right one.
    """

    words: SetText
    strong: SetText
    height: float


class Rows:
    """The rows of a question, set at one size.

    Attributes:
        height: of all of them together.
    """

    def __init__(
        self,
        options: Sequence[str],
        look: RoomLook,
        width: float,
        size: float,
        spacing: Spacing,
        *,
        counts: bool,
    ) -> None:
        """Set the rows.

        Args:
            options: their words.
            look: of the room.
            width: of a row in units.
            size: of the words.
            spacing: of rows.
            counts: whether hands are counted.
        """
        self._look, self._width, self._size, self._spacing = look, width, size, spacing
        self._begin = spacing.side + _CIRCLE + 20
        room = width - self._begin - (_GAP + spacing.hands if counts else 0) - spacing.side
        self.rows = [self._row(option, room) for option in options]
        self.height = sum(row.height for row in self.rows) + spacing.gap * (len(self.rows) - 1)

    def _row(self, option: str, room: float) -> Row:
        look, spacing = self._look, self._spacing.lines
        words = set_text(option, look.font(self._size), room, spacing=spacing)
        strong = set_text(option, look.font(self._size, _STRONG), room, spacing=spacing)  # a line more, maybe
        least = max(self._spacing.least, _CIRCLE + 2 * min(self._spacing.pad, 6))
        return Row(words, strong, max(least, max(words.height, strong.height) + 2 * self._spacing.pad))

    def rects(self, order: Sequence[int], at: QPointF) -> list[QRectF]:
        """Where the rows are, the first at `at`, in the order of `order`."""
        found, top = [], at.y()
        for place in order:
            height = self.rows[place].height
            found.append(QRectF(at.x(), top, self._width, height))
            top += height + self._spacing.gap
        return found

    def elements(
        self, place: int, rect: QRectF, sign: str, *, is_right: bool, is_chosen: bool
    ) -> list[Element]:
        """What is painted for a row.

        Args:
            place: of the option, from 0.
            rect: of its row.
            sign: its letter or number; "" for a tick.
            is_right: it is shown to be the right one.
            is_chosen: hands are counted for it now.
        """
        row = self.rows[place]
        line, width = ("good", 2 * _LINE) if is_right else ("border_strong", _LINE)
        if is_chosen:
            line, width = "focus", _CHOSEN
        words = row.strong if is_right else row.words
        circle = QRectF(rect.left() + self._spacing.side, 0, _CIRCLE, _CIRCLE)
        circle.moveTop(rect.center().y() - _CIRCLE / 2)
        return [
            Patch(rect=rect, fill="good_bg" if is_right else "card", line=line, width=width, radius=10),
            *self._sign(circle, sign, is_right=is_right),
            Words(words=words, at=QPointF(rect.left() + self._begin, rect.center().y() - words.height / 2)),
        ]

    def _sign(self, circle: QRectF, sign: str, *, is_right: bool) -> list[Element]:
        line, fill = ("good", "good") if is_right else ("border_strong", "")
        patch = Patch(rect=circle, fill=fill, line=line, width=_LINE, radius=_CIRCLE / 2)
        if not sign:
            return [patch, Sign(icon="check", rect=circle.adjusted(9, 9, -9, -9), role="page")]
        letter = set_text(
            sign, self._look.font(SMALLEST, _STRONG), _CIRCLE, align=Qt.AlignmentFlag.AlignHCenter
        )
        at = QPointF(circle.left(), circle.center().y() - letter.height / 2)
        return [patch, Words(words=letter, at=at, role="page" if is_right else "text")]

    def hands(self, rect: QRectF, hands: int) -> list[Element]:
        """The hands for the option in `rect`."""
        font = QFont(self._look.font(max(SMALLEST, self._size), _STRONG))
        font.setFeature(QFont.Tag("tnum"), 1)
        right, has_hand = rect.right() - self._spacing.side, self._spacing.hands > _HAND + 70
        room = self._spacing.hands - (_HAND + 10 if has_hand else 0)
        number = set_text(str(hands), font, room, align=Qt.AlignmentFlag.AlignRight)
        at = QPointF(right - room, rect.center().y() - number.height / 2)
        found: list[Element] = [Words(words=number, at=at)]
        if has_hand:
            hand = QRectF(right - self._spacing.hands, rect.center().y() - _HAND / 2, _HAND, _HAND)
            found.append(Sign(icon="hand-stop", rect=hand, role="muted"))
        return found
