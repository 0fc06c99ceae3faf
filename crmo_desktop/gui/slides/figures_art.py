"""An illustration on slides, as high as the room, some of its names on each, with lines to what they name."""

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

from crmo_desktop.domain.picture import Label, LabelledArt
from crmo_desktop.gui.drawing.blocks import Block, text_of
from crmo_desktop.gui.drawing.leaders import split, spread, uncrossed
from crmo_desktop.gui.drawing.scene import box
from crmo_desktop.gui.slides.figures_pen import GAP, Part, Pen, new_part, put

_LANE: Final = 56.0  # at the least between names and illustration
_MOST: Final = 0.4  # of the width, for the illustration
_PAD: Final = 14.0  # in the box of a lesion
_SIGN: Final = 22.0
_BAR: Final = 6.0
_BOXED: Final = _BAR + 2 * _PAD + _SIGN + 10
_DOT: Final = 12.0
_DOWN: Final = 22.0  # from the top of a name to its line


@dataclass(slots=True)
class _Name:
    """A name, where its line ends, and where its words stand."""

    label: Label
    words: Block
    goal: QPointF
    high: float
    rect: QRectF = field(default_factory=QRectF)


def art_parts(drawing: LabelledArt, pen: Pen) -> list[Part]:
    """As many names a slide as have room beside the illustration, in the order they are told."""
    names = [_words(label, pen) for label in drawing.labels]
    wide = _column(drawing, pen)
    parts: list[Part] = []
    first = 0
    while first < len(names):
        slide = len(parts)
        end = first + 1
        while end < len(names) and _fits(drawing, names, (first, end + 1), pen, slide):
            end += 1
        rest = len(names) - first
        if end - first < rest:  # as many on each of the slides that are left as on the others
            slides = -(-rest // (end - first))
            end = first + -(-rest // slides)
        parts.append(_part(drawing, names[first:end], drawing.labels[first:end], (pen, wide, slide)))
        first = end
    return parts or [_part(drawing, [], (), (pen, wide, 0))]


def _words(label: Label, pen: Pen) -> Block:
    return Block(pen.line(label.name.text, pen.small + 2, 600), pen.line(text_of(label.note)))


def _art(drawing: LabelledArt, pen: Pen, slide: int) -> QRectF:
    """Where the illustration is."""
    scale = min(pen.height(slide) / drawing.art.height, pen.width * _MOST / drawing.art.width)
    rect = QRectF(0, 0, drawing.art.width * scale, drawing.art.height * scale)
    rect.moveLeft((pen.width - rect.width()) / 2)
    return rect


def _column(drawing: LabelledArt, pen: Pen) -> float:
    """How wide names are at either side."""
    return (pen.width - max(_art(drawing, pen, slide).width() for slide in (0, 1))) / 2 - _LANE


def _placed(
    drawing: LabelledArt, names: list[Block], labels: tuple[Label, ...], art: QRectF, wide: float
) -> list[_Name]:
    scale = art.width() / drawing.art.width
    made = []
    for label, words in zip(labels, names, strict=True):
        high = words.height(wide - _BOXED) + 2 * _PAD if label.is_lesion else words.height(wide)
        made.append(_Name(label, words, QPointF(label.x, label.y) * scale, high))
    return made


def _fits(drawing: LabelledArt, names: list[Block], which: tuple[int, int], pen: Pen, slide: int) -> bool:
    first, end = which
    art, wide = _art(drawing, pen, slide), _column(drawing, pen)
    placed = _placed(drawing, names[first:end], drawing.labels[first:end], art, wide)
    sides = split([(one.goal.x(), one.high + GAP) for one in placed], art.width())
    return all(
        sum(placed[number].high for number in side) + GAP * (len(side) - 1) <= pen.height(slide)
        for side in sides
    )


def _part(
    drawing: LabelledArt, names: list[Block], labels: tuple[Label, ...], how: tuple[Pen, float, int]
) -> Part:
    pen, wide, slide = how
    part, art = new_part(pen), _art(drawing, pen, slide)
    placed = _placed(drawing, names, labels, art, wide)
    part.scene.art(pen.tools.art_of(drawing.art), art)
    part.art = art
    sides = split([(one.goal.x(), one.high + GAP) for one in placed], art.width())
    for is_right, numbers in enumerate(sides):
        side = [placed[number] for number in numbers]
        for one, top in _ordered(side, art, pen.height(slide), is_right=bool(is_right)):
            left = pen.width - wide if is_right else 0.0
            one.rect = QRectF(left, top, wide, one.high)
    for one in placed:
        _lead(part, one, one.goal + art.topLeft())
    for one in sorted(placed, key=lambda one: (one.rect.left(), one.rect.top())):
        _put(part, one, is_left=one.rect.left() == 0.0)
        part.rests_on(one.label.name, one.label.note)
    part.scene.size.setHeight(max([art.height(), *(one.rect.bottom() for one in placed)]))
    return part


def _ordered(side: list[_Name], art: QRectF, room: float, *, is_right: bool) -> list[tuple[_Name, float]]:
    """Names of one side from above to below, each with its top, so that no lines cross."""
    order = sorted(range(len(side)), key=lambda number: side[number].goal.y())
    edge = art.width() + _LANE if is_right else -_LANE

    def tops_of(order: list[int]) -> list[float]:
        goals = [side[number].goal.y() - _DOWN for number in order]
        return spread(goals, [side[number].high for number in order], GAP, room)

    def lines_of(order: list[int]) -> list[tuple[QPointF, QPointF]]:
        tops = zip(order, tops_of(order), strict=True)
        return [(QPointF(edge, top + _DOWN), side[number].goal) for number, top in tops]

    order = uncrossed(order, lines_of)
    return [(side[number], top) for number, top in zip(order, tops_of(order), strict=True)]


def _lead(part: Part, one: _Name, goal: QPointF) -> None:
    """The line to what is named, on one in the colour of the page, so that it is seen on any ground."""
    is_left = one.rect.left() == 0.0
    inset = 0.0 if one.label.is_lesion else 10.0
    down = _DOWN + (_PAD if one.label.is_lesion else 0.0)
    start = QPointF(one.rect.right() + inset if is_left else one.rect.left() - inset, one.rect.top() + down)
    path = QPainterPath(start)
    path.lineTo(goal)
    part.scene.shape(path, line="page", width=7.0)
    part.scene.shape(path, line="text", width=2.5)
    size = _SIGN if one.label.is_lesion else _DOT
    dot = QRectF(0, 0, size, size)
    dot.moveCenter(goal)
    part.scene.shape(box(dot.adjusted(-3, -3, 3, 3), size), fill="page")
    if one.label.is_lesion:
        part.scene.shape(_diamond(dot), fill="lesion", line="text", width=2.5)
    else:
        part.scene.shape(box(dot, size / 2), fill="text")


def _diamond(rect: QRectF) -> QPainterPath:
    """The sign of a lesion."""
    middle = rect.center()
    path = QPainterPath(QPointF(middle.x(), rect.top()))
    for x, y in ((rect.right(), middle.y()), (middle.x(), rect.bottom()), (rect.left(), middle.y())):
        path.lineTo(x, y)
    path.closeSubpath()
    return path


def _put(part: Part, one: _Name, *, is_left: bool) -> None:
    rect, scene = one.rect, part.scene
    if not one.label.is_lesion:
        align = Qt.AlignmentFlag.AlignRight if is_left else Qt.AlignmentFlag.AlignLeft
        one.words.put(scene, rect, "page", align)
        return
    path = box(rect, 8)
    scene.shape(path, fill="caution_bg", line="caution_bar", width=2.0)
    bar = QPainterPath()
    bar.addRect(QRectF(rect.left(), rect.top(), _BAR, rect.height()))
    scene.shape(path.intersected(bar), fill="caution_bar")
    sign = QRectF(rect.left() + _BAR + _PAD, rect.top() + _PAD + 8, _SIGN, _SIGN)
    scene.shape(_diamond(sign), fill="lesion", line="text", width=2.0)
    put(scene, one.words, sign.right() + 10, rect.top() + _PAD, rect.width() - _BOXED, "caution_bg")
