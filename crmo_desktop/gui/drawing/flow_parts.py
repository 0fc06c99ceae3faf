"""What the ways to show a flow chart have in common: its red flags, and what a box says."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF

from crmo_desktop.domain.picture import Answer, Flow, Step
from crmo_desktop.gui.drawing.blocks import (
    NUMBER,
    Block,
    Line,
    call_out,
    evenly,
    icon,
    mark,
    number,
    said,
    text_of,
)
from crmo_desktop.gui.drawing.drawer import Tools
from crmo_desktop.gui.drawing.scene import Scene, box, face, height_of
from crmo_desktop.gui.theme import Look

PAD: Final = 14.0  # in a box, at its sides
_ABOVE: Final = 12.0  # and above and below its words
_BESIDE_NUMBER: Final = 10.0
SIGNS: Final = {"question": "full", "action": "open", "end": "end"}
_ROW: Final = 26.0  # of a red flag, at least: it can be pressed


def numbers(flow: Flow) -> dict[str, int]:
    """The number of each step, by its id."""
    return {step.id: place for place, step in enumerate(flow.steps, start=1)}


def kind_name(step: Step) -> str:
    """What a kind of step is called."""
    return {
        "question": QCoreApplication.translate("Flow", "Question"),
        "action": QCoreApplication.translate("Flow", "Step"),
        "end": QCoreApplication.translate("Flow", "End of the path"),
    }[step.kind]


def way_on(answer: Answer, place: int) -> str:
    """An answer and where it leads, in words."""
    if answer.label:
        words = QCoreApplication.translate("Flow", "{answer}: go to {number}")
        return words.format(answer=answer.label, number=place)
    return QCoreApplication.translate("Flow", "Go to {number}").format(number=place)


def told(flow: Flow, step: Step) -> str:
    """All that a box says."""
    places = numbers(flow)
    head = f"{places[step.id]}. {kind_name(step)}: {step.title.text}"
    return said(head, text_of(step.text), *(way_on(answer, places[answer.next]) for answer in step.answers))


class StepBox:
    """One step: its number in a sign that tells its kind, its words, and the ways on that no arrow shows."""

    def __init__(self, flow: Flow, step: Step, look: Look, ways: tuple[str, ...] = ()) -> None:
        self._step, self._number = step, str(numbers(flow)[step.id])
        self._number_font = face(look, 14, 700)
        self._title = Block(Line(step.title.text, face(look, 15.5, 600)))
        self._text = Block(
            Line(text_of(step.text), face(look, 14.5), above=0),
            *(Line(f"→ {way}", face(look, 14.5, 600), "accent", above=8) for way in ways),
        )

    def least(self) -> float:
        """The least width at which no word is cut."""
        head = self._title.least() + NUMBER + _BESIDE_NUMBER
        return max(head, self._text.least()) + 2 * PAD

    def height(self, width: float) -> float:
        """How high it is at a width."""
        title, text = self._widths(width)
        high = max(self._title.height(title), NUMBER)
        return high + (self._text.height(text) + 5 if self._text.lines else 0) + 2 * _ABOVE

    def put(self, scene: Scene, rect: QRectF) -> None:
        """Draw it."""
        ground = self._ground(scene, rect)
        inner = rect.adjusted(PAD, _ABOVE, -PAD, -_ABOVE)
        title, text = self._widths(rect.width())
        first = height_of("1", self._title.lines[0].font, 100)
        middle = QPointF(inner.left() + NUMBER / 2, inner.top() + max(first, NUMBER) / 2)
        number(scene, self._number, middle, self._number_font, kind=SIGNS[self._step.kind], ground=ground)
        left = inner.left() + NUMBER + _BESIDE_NUMBER
        top = inner.top() + max(0.0, (NUMBER - first) / 2)
        bottom = self._title.put(scene, QRectF(left, top, title, 0), ground)
        bottom = max(bottom, inner.top() + NUMBER)
        self._text.put(scene, QRectF(inner.right() - text, bottom + 5, text, 0), ground)

    def _widths(self, width: float) -> tuple[float, float]:
        """Of the title, beside the number; and of the text, below the title where there is room for that."""
        inner = width - 2 * PAD
        title = inner - NUMBER - _BESIDE_NUMBER
        return title, title if title >= max(200.0, self._text.least()) else inner

    def _ground(self, scene: Scene, rect: QRectF) -> str:
        edge = rect.adjusted(0.75, 0.75, -0.75, -0.75)
        if self._step.kind == "question":
            scene.shape(box(edge, 14), fill="card", line="accent", width=1.8)
            return "card"
        if self._step.kind == "action":
            scene.shape(box(edge, 4), fill="card", line="border_strong", width=1.2)
            return "card"
        scene.shape(box(edge, 4), fill="accent_soft", line="border_strong", width=1.2)
        return "accent_soft"


def flags(flow: Flow, look: Look, width: float, tools: Tools) -> Scene:
    """The red flags in a box as wide as told, in as many columns as there is room for."""
    scene = Scene(QSizeF(width, 0))
    title = Block(Line(flow.flags_title.text, face(look, 15.5, 700), "red_title"))
    rows = [Block(Line(flag.text, face(look, 14.5))) for flag in flow.flags]
    bullet, pad = 14.0, 16.0
    inner = width - 2 * pad
    least = max((row.least() for row in rows), default=0.0) + bullet
    count = max(1, min(3, int((inner + 20) // max(190 * look.typeface.breadth + 20, least + 20))))
    column = evenly(inner, count, 20)
    head = title.height(inner - 30)
    first = pad - 3 + max(head, 22) + 8
    heights = [max(_ROW, row.height(column - bullet) + 6) for row in rows]
    columns = in_columns(heights, count)
    bottom = first + max((sum(heights[n] for n in inside) for inside in columns), default=0.0)
    whole = QRectF(0, 0, width, bottom + pad - 6)
    call_out(scene, whole, "red")
    icon(scene, tools.icons, "urgent", "red_title", QRectF(pad, pad - 3, 22, 22))
    title.put(scene, QRectF(pad + 30, pad - 3 + max(0, (22 - head) / 2), inner - 30, 0), "red_bg")
    mark(
        scene,
        "flag:title",
        flow.flags_title.text,
        QRectF(pad - 4, pad - 6, inner + 8, max(head, 22) + 8),
        flow.flags_title,
    )
    for at, inside in enumerate(columns):
        left, top = pad + at * (column + 20), first
        for place in inside:
            high, flag = heights[place], flow.flags[place]
            _put_flag(scene, rows[place], QRectF(left, top, column, high), bullet)
            mark(scene, f"flag:{place}", flag.text, QRectF(left - 4, top, column + 8, high), flag)
            top += high
    scene.size = whole.size()
    return scene


def in_columns(heights: list[float], count: int) -> list[list[int]]:
    """The numbers of rows of these heights in at most `count` columns, in order, as low as can be."""

    def filled(most: float) -> list[list[int]]:
        columns: list[list[int]] = [[]]
        for place, high in enumerate(heights):
            if columns[-1] and sum(heights[n] for n in columns[-1]) + high > most:
                columns.append([])
            columns[-1].append(place)
        return columns

    spans = [sum(heights[one:two]) for one in range(len(heights)) for two in range(one + 1, len(heights) + 1)]
    fitting = (most for most in sorted(spans) if len(filled(most)) <= count and most >= max(heights))
    return filled(next(fitting, 0.0))


def _put_flag(scene: Scene, row: Block, place: QRectF, bullet: float) -> None:
    high = row.height(place.width() - bullet)
    top = place.top() + (place.height() - high) / 2
    line = height_of("1", row.lines[0].font, 100)
    dot = QRectF(place.left() + 1, top + line / 2 - 3, 6, 6)
    scene.shape(box(dot, 1), fill="red_bar")
    row.put(scene, QRectF(place.left() + bullet, top, place.width() - bullet, 0), "red_bg")
