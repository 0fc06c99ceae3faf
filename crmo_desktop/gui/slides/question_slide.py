"""A question on the wall: its options, the hands for each of them, and then the right one."""

from collections.abc import Callable
from datetime import datetime
from itertools import product
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from crmo_desktop.domain.quiz import LETTERS, Poll, Question, QuestionKind
from crmo_desktop.domain.slides import Matter
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import placed
from crmo_desktop.gui.slides import question_words
from crmo_desktop.gui.slides.elements import Element, paint_all
from crmo_desktop.gui.slides.frame import LEFT, RIGHT, Frame
from crmo_desktop.gui.slides.question_rows import AIRY, CLOSE, TIGHT, TIGHTEST, Rows, Spacing, sizes_below
from crmo_desktop.gui.slides.room_look import RoomLook
from crmo_desktop.gui.slides.slide import HEIGHT, SMALLEST, Placed, Slide, SlideState

MOST_HANDS: Final = 999
_BELOW_KICKER: Final = 14.0
_ASKED, _ANSWERED = 0, 1  # steps
_ALONE: Final = (60, 52, 46, 40, 36, 33, 30)  # sizes of a question that stands alone, in units


class QuestionSlide(Slide):
    """A question; the answer is its second step, whatever the room is told to do about points.

    Attributes:
        question: what is asked.
        options: what there is to choose from, as shown.
        counts_hands: whether hands can be counted: not for an order.
        fits: whether all of it is on the slide.
    """

    def __init__(
        self, matter: Matter, question: Question, look: RoomLook, icons: IconShelf, *, text: bool
    ) -> None:
        """Set the slide; without `text` the question stands on the slide before."""
        self.matter, self.question, self.title, self.width = matter, question, question.text, look.width
        self.steps, self.source_line = 2, matter.settled_by
        self.options = question_words.options_of(question)
        self.counts_hands = self.is_live = question.kind is not QuestionKind.ORDER
        self._look, self._icons = look, icons
        self._above = 0.0 if text else _BELOW_KICKER
        self._asked, self._answered, self._rows, self.fits = self._set(question.text if text else "")
        self._rects = self._rects_in(range(len(self.options)))
        self.placed = (*self._asked.placed, *self._placed_rows(), *self._placed_foot())
        words = question_words.right_answer(question)
        answer = f"{question_words.answer()}: {' '.join(words)}"
        self.notes = (answer, question.explanation, *matter.notes)

    # --- setting

    def _set(self, text: str) -> tuple[Frame, Frame, Rows, bool]:
        """The largest words that leave room for all options: first the question gives way, then they do."""
        look = self._look
        smaller = [size for size in sizes_below(look) if size < look.text]
        tried: tuple[tuple[Spacing, int, int], ...] = (
            *product([AIRY], [look.text], [46, 40]),
            *product([CLOSE], [look.text], [46, 40, 36]),
            *product([CLOSE], smaller, [40, 36]),
            *product([TIGHT], [look.text, *smaller], [36, 33, 30]),
            (TIGHTEST, 30, 30),
        )
        found = (self._try(text, *each) for each in tried)
        return next((each for each in found if each[-1]), None) or self._try(text, *tried[-1])

    def _try(self, text: str, spacing: Spacing, size: int, title: int) -> tuple[Frame, Frame, Rows, bool]:
        """The slide with words of these sizes, and whether there is room for all of it."""
        asked, answered = self._frame(text, title, ""), self._frame(text, title, self.source_line)
        width = self._look.width - LEFT - RIGHT
        rows = Rows(self.options, self._look, width, size, spacing, counts=self.counts_hands)
        return asked, answered, rows, rows.height <= answered.body.height() - self._above

    def _frame(self, text: str, size: float, foot: str) -> Frame:
        kicker = question_words.ask()
        return Frame(self.matter, self._look, title=text, kicker=kicker, foot=foot, title_size=size)

    def _rects_in(self, order: "range | tuple[int, ...]") -> list[QRectF]:
        return self._rows.rects(order, QPointF(LEFT, self._asked.body.top() + self._above))

    def _placed_rows(self) -> list[Placed]:
        size, found = self._rows.rows[0].words.size, []
        whole = QRectF(0, 0, self.width, HEIGHT)
        for place, rect in enumerate(self._rects):
            words = question_words.lettered(self.question, place)
            seen = placed(rect, whole, mirrored=self._asked.is_mirrored)
            found.append(Placed(kind="option", rect=seen, size=size, words=words))
        return found

    def _placed_foot(self) -> list[Placed]:
        return [
            Placed(kind=each.kind, rect=each.rect, size=each.size, words=each.words, step=_ANSWERED)
            for each in self._answered.placed
            if each.kind == "source"
        ]

    # --- painting

    def paint(self, painter: QPainter, state: SlideState) -> None:
        """Paint the question, the hands that were counted and, from the second step, the right answer."""
        is_answered = state.step >= _ANSWERED
        frame = self._answered if is_answered else self._asked
        frame.paint(painter, self._icons, self.place)
        elements = self._in_order() if is_answered and self._is_order else self._as_asked(state)
        if frame.is_mirrored:
            elements = [element.mirrored(self.width) for element in elements]
        paint_all(elements, painter, self._look.look, self._icons)

    @property
    def _is_order(self) -> bool:
        return self.question.kind is QuestionKind.ORDER

    def _as_asked(self, state: SlideState) -> list[Element]:
        elements: list[Element] = []
        for place, rect in enumerate(self._rects):
            is_right = state.step >= _ANSWERED and place in self.question.answer
            is_chosen = state.is_counting and place == state.chosen
            sign = "" if is_right else LETTERS[place]
            elements += self._rows.elements(place, rect, sign, is_right=is_right, is_chosen=is_chosen)
            if state.counts:
                elements += self._rows.hands(rect, state.counts[place])
        return elements

    def _in_order(self) -> list[Element]:
        order, elements = self.question.answer, []
        for number, (place, rect) in enumerate(zip(order, self._rects_in(order), strict=True), 1):
            elements += self._rows.elements(place, rect, str(number), is_right=True, is_chosen=False)
        return elements

    # --- counting

    def press(self, key: str, state: SlideState) -> SlideState | None:
        """Count hands: "hands" begins and ends it; arrows choose an option, Enter adds a hand to it."""
        if not self.counts_hands:
            return None
        if key == "hands":
            return state._replace(
                is_counting=not state.is_counting, chosen=max(0, state.chosen), counts=self._counts(state)
            )
        name, _, rest = key.partition(":")
        known: dict[str, Callable[[SlideState, list[int]], SlideState | None]] = {
            "more": self._more,
            "less": self._less,
            "set": self._set_hands,
        }
        if name in known:
            numbers = [int(number) for number in rest.split(":")]
            return known[name](state, numbers) if numbers[0] < len(self.options) else None
        return self._press_arrow(key, state) if state.is_counting else None

    def _press_arrow(self, key: str, state: SlideState) -> SlideState | None:
        chosen, last = max(0, state.chosen), len(self.options) - 1
        match key:
            case "up":
                return state._replace(chosen=max(0, chosen - 1))
            case "down":
                return state._replace(chosen=min(last, chosen + 1))
            case "choose":
                return self._more(state, [chosen])
            case "undo":
                return self._less(state, [chosen])
            case _:
                return None

    def _counts(self, state: SlideState) -> tuple[int, ...]:
        return state.counts or (0,) * len(self.options)

    def _more(self, state: SlideState, numbers: list[int]) -> SlideState:
        return self._set_hands(state, [numbers[0], self._counts(state)[numbers[0]] + 1])

    def _less(self, state: SlideState, numbers: list[int]) -> SlideState:
        return self._set_hands(state, [numbers[0], self._counts(state)[numbers[0]] - 1])

    def _set_hands(self, state: SlideState, numbers: list[int]) -> SlideState:
        place, hands = numbers
        counts = list(self._counts(state))
        counts[place] = max(0, min(MOST_HANDS, hands))
        return state._replace(counts=tuple(counts), chosen=place)

    def poll(self, state: SlideState, *, uid: str, session: str, edition: str, held: datetime) -> Poll | None:
        """How the room answered; None where no hand was counted.

        Args:
            state: of the slide.
            uid: names this asking, so that hands that are counted again take the place of those before.
            session: the name of the session, or the topic's title.
            edition: date of the edition, YYYY-MM-DD.
            held: when the answer was shown, with its time zone.
        """
        if not any(state.counts):
            return None
        return Poll(
            uid=uid,
            session=session,
            question=self.question.id,
            text=self.question.text,
            options=self.options,
            counts=state.counts,
            right=self.question.answer[0],
            edition=edition,
            held=held,
        )

    # --- telling

    def told(self, state: SlideState) -> tuple[str, ...]:
        """The question, its options with their hands, and at last the answer."""
        lines = [each.words for each in self._asked.placed if each.words]
        for place in range(len(self.options)):
            words = question_words.lettered(self.question, place)
            lines.append(question_words.hands_of(words, state.counts[place]) if state.counts else words)
        if state.step >= _ANSWERED:
            right = question_words.right_answer(self.question)
            lines += (
                [question_words.in_order(), *right] if self._is_order else map(question_words.is_right, right)
            )
            lines += [each.words for each in self._placed_foot()]
        return tuple(lines)


class QuestionTextSlide(Slide):
    """A question alone, where it leaves no room for its options."""

    def __init__(self, matter: Matter, question: Question, look: RoomLook, icons: IconShelf) -> None:
        self.matter, self.title, self.width = matter, question.text, look.width
        self.steps, self.source_line, self.notes = 1, "", matter.notes
        self._icons = icons
        for size in _ALONE:
            self._frame = Frame(
                matter, look, title=question.text, kicker=question_words.ask(), foot="", title_size=size
            )
            if self._frame.body.height() >= SMALLEST:
                break
        self.placed = self._frame.placed

    def paint(self, painter: QPainter, state: SlideState) -> None:
        """Paint it."""
        self._frame.paint(painter, self._icons, self.place)
