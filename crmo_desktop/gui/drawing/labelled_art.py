"""An illustration with names at both sides and lines to what they name; or, where it is narrow, with numbers.

Lines never cross: each side takes what lies towards it, from above to below, and two that would cross change
places.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainterPath

from crmo_desktop.domain.picture import Label, LabelledArt
from crmo_desktop.gui.drawing.blocks import Block, Line, call_out, ended, facts_of, said, target_of, text_of
from crmo_desktop.gui.drawing.drawer import Tools
from crmo_desktop.gui.drawing.leaders import split, spread, uncrossed
from crmo_desktop.gui.drawing.scene import Mark, Scene, View, at_least_target, box, face, height_of
from crmo_desktop.gui.theme import Look

_HIGHEST: Final = 620.0  # of an illustration
_LOWER: Final = 460.0  # of one with numbers, whose names stand below it
_GAP: Final = 14.0  # between two names
_LANE: Final = 30.0  # at the least between names and illustration: lines can be seen there
_NARROWEST: Final = 118.0  # of the names, in letters as wide as Atkinson's
_WIDEST: Final = 250.0
_PAD: Final = 10.0  # in the box of a lesion's name
_SIGN: Final = 12.0  # across a lesion's sign
_BAR: Final = 4.0  # at the edge of that box
_BESIDE_SIGN: Final = 8.0  # between a lesion's sign and its name
_BOXED: Final = _BAR + 2 * _PAD + _SIGN + _BESIDE_SIGN  # how much narrower a lesion's name is than its box
_DISC: Final = 24.0  # across a number


@dataclass(slots=True)
class _Placed:
    """A name, where it stands and where its line ends."""

    number: int
    label: Label
    words: Block
    goal: QPointF
    height: float
    rect: QRectF


def draw(picture: LabelledArt, look: Look, width: float, _view: View, tools: Tools) -> Scene:
    """The illustration in the middle, its names beside it; numbered names below it where it is narrow."""
    svg, breadth = tools.art_of(picture.art), look.typeface.breadth
    words = [_words(label, look) for label in picture.labels]
    scale = _HIGHEST / picture.art.height
    least = max([_NARROWEST * breadth, *(block.least() + _BOXED for block in words)])
    scale = min(scale, (width - 2 * (least + _LANE)) / picture.art.width)
    wide = picture.art.width * scale
    if scale <= 0 or scale * picture.art.height < 280 or wide < 0.3 * width * min(1.0, _aspect(picture)):
        return _numbered(picture, words, look, width, svg)
    column = min(_WIDEST * breadth, (width - wide) / 2 - _LANE)
    return _beside(picture, words, width, svg, (scale, column))


def _aspect(picture: LabelledArt) -> float:
    return picture.art.width / picture.art.height


def _words(label: Label, look: Look) -> Block:
    role = "caution_title" if label.is_lesion else "text"
    return Block(
        Line(label.name.text, face(look, 15, 600), role),
        Line(text_of(label.note), face(look, 14), "text" if label.is_lesion else "muted", above=1),
    )


def _beside(
    picture: LabelledArt, words: list[Block], width: float, svg: str, sizes: tuple[float, float]
) -> Scene:
    scale, column = sizes
    art = QRectF(0, 0, picture.art.width * scale, picture.art.height * scale)
    placed = [
        _Placed(number, label, block, QPointF(label.x * scale, label.y * scale), 0.0, QRectF())
        for number, (label, block) in enumerate(zip(picture.labels, words, strict=True))
    ]
    for one in placed:
        inset, pad = (_BOXED, 2 * _PAD) if one.label.is_lesion else (0.0, 0.0)
        one.height = one.words.height(column - inset) + pad
    sides = split([(one.goal.x(), one.height + _GAP) for one in placed], art.width())
    bottom = art.height()
    for side, numbers in zip(("left", "right"), sides, strict=True):
        tops, ordered = _column(placed, numbers, art.height(), edge=0.0 if side == "left" else art.width())
        for one, top in zip(ordered, tops, strict=True):
            left = (width - art.width()) / 2 - _LANE - column if side == "left" else (width + art.width()) / 2
            one.rect = QRectF(left + (0 if side == "left" else _LANE), top, column, one.height)
            bottom = max(bottom, at_least_target(one.rect).bottom())
    above = min(0.0, *(at_least_target(one.rect).top() for one in placed)) if placed else 0.0
    scene, at = Scene(QSizeF(width, 0)), QPointF((width - art.width()) / 2, -above)
    scene.art(svg, art.translated(at))
    for one in placed:
        one.rect.translate(0, -above)
        _lead(scene, one, _start(one, one.goal + at), one.goal + at)
    for one in sorted(placed, key=lambda one: (one.rect.center().x() > width / 2, one.rect.top())):
        _put_name(scene, one, one.goal + at, is_left=one.rect.center().x() < width / 2)
    return ended(scene, width, bottom - above)


def _column(
    placed: list[_Placed], numbers: list[int], height: float, edge: float
) -> tuple[list[float], list[_Placed]]:
    """The tops of the names at one side, from above to below, and their order, so that no lines cross."""
    order = sorted(numbers, key=lambda number: placed[number].goal.y())
    away = -_LANE if edge == 0.0 else _LANE

    def tops_of(order: list[int]) -> list[float]:
        heights = [placed[number].height for number in order]
        goals = [placed[number].goal.y() - 10 for number in order]
        return spread(goals, heights, _GAP, height)

    def lines_of(order: list[int]) -> list[tuple[QPointF, QPointF]]:
        tops = tops_of(order)
        return [
            (QPointF(edge + away, top + 10), placed[number].goal)
            for number, top in zip(order, tops, strict=True)
        ]

    order = uncrossed(order, lines_of)
    return tops_of(order), [placed[number] for number in order]


def _start(one: _Placed, goal: QPointF) -> QPointF:
    """Where the line of a name begins: beside its first words."""
    inset, down = (0.0, _PAD + 10) if one.label.is_lesion else (6.0, 10.0)
    is_left = one.rect.center().x() < goal.x()
    return QPointF(one.rect.right() + inset if is_left else one.rect.left() - inset, one.rect.top() + down)


def _lead(scene: Scene, one: _Placed, start: QPointF, goal: QPointF) -> None:
    """The line to what is named, on one in the colour of the page so that it is seen on any ground."""
    path = QPainterPath(start)
    path.lineTo(goal)
    scene.shape(path, line="page", width=3.6)
    scene.shape(path, line="text", width=1.2)
    _end(scene, goal, is_lesion=one.label.is_lesion)


def _end(scene: Scene, goal: QPointF, *, is_lesion: bool) -> None:
    size = _SIGN if is_lesion else 6.0
    dot = QRectF(0, 0, size, size)
    dot.moveCenter(goal)
    scene.shape(box(dot.adjusted(-1.8, -1.8, 1.8, 1.8), size), fill="page")
    if is_lesion:
        scene.shape(_diamond(dot), fill="lesion", line="text", width=1.3)
    else:
        scene.shape(box(dot, size / 2), fill="text")


def _diamond(rect: QRectF) -> QPainterPath:
    """The sign of a lesion."""
    middle = rect.center()
    path = QPainterPath(QPointF(middle.x(), rect.top()))
    for x, y in ((rect.right(), middle.y()), (middle.x(), rect.bottom()), (rect.left(), middle.y())):
        path.lineTo(x, y)
    path.closeSubpath()
    return path


def _put_name(scene: Scene, one: _Placed, goal: QPointF, *, is_left: bool) -> None:
    align = Qt.AlignmentFlag.AlignRight if is_left else Qt.AlignmentFlag.AlignLeft
    rect = one.rect
    if one.label.is_lesion:
        call_out(scene, rect, "caution")
        sign = QRectF(rect.left() + _BAR + _PAD, rect.top() + _PAD + 4, _SIGN, _SIGN)
        scene.shape(_diamond(sign), fill="lesion", line="text", width=1.3)
        left = sign.right() + _BESIDE_SIGN
        place = QRectF(left, rect.top() + _PAD, rect.right() - _PAD - left, 0)
        one.words.put(scene, place, "caution_bg")
    else:
        one.words.put(scene, rect, "page", align)
    _name(scene, one, rect, goal)


def _name(scene: Scene, one: _Placed, rect: QRectF, goal: QPointF) -> None:
    ring = at_least_target(rect)
    area = box(ring)
    area.addEllipse(goal, 12, 12)
    scene.marks.append(
        Mark(
            id=f"label:{one.number}",
            name=said(one.label.name.text, text_of(one.label.note)),
            area=area,
            ring=ring,
            target=target_of(one.label.name, one.label.note),
            facts=facts_of(one.label.name, one.label.note),
        )
    )


def _numbered(picture: LabelledArt, words: list[Block], look: Look, width: float, svg: str) -> Scene:
    """Numbers beside the illustration, and below it what they mean."""
    scene = Scene(QSizeF(width, 0))
    lane = _DISC + 22
    scale = min(_LOWER / picture.art.height, (width - 2 * lane) / picture.art.width)
    art = QRectF(0, 0, picture.art.width * scale, picture.art.height * scale)
    placed = [
        _Placed(number, label, block, QPointF(label.x * scale, label.y * scale), _DISC, QRectF())
        for number, (label, block) in enumerate(zip(picture.labels, words, strict=True))
    ]
    sides = split([(one.goal.x(), _DISC + 4) for one in placed], art.width())
    at, discs, bottom = QPointF((width - art.width()) / 2, 6), {}, art.height() + 6
    for is_right, numbers in enumerate(sides):
        tops, ordered = _column(placed, numbers, art.height(), edge=art.width() if is_right else 0.0)
        for one, top in zip(ordered, tops, strict=True):
            x = at.x() + art.width() + lane - _DISC if is_right else at.x() - lane
            discs[one.number] = QRectF(x, at.y() + top, _DISC, _DISC)
            bottom = max(bottom, discs[one.number].bottom())
    scene.art(svg, art.translated(at))
    for one in placed:
        one.rect = discs[one.number]
        is_left = one.rect.center().x() < one.goal.x() + at.x()
        edge = one.rect.right() if is_left else one.rect.left()
        _lead(scene, one, QPointF(edge, one.rect.center().y()), one.goal + at)
    top = bottom + 18
    for rank, one in enumerate(sorted(placed, key=lambda one: (one.goal.y(), one.number)), start=1):
        _put_disc(scene, str(rank), one, look)
        top = _put_row(scene, str(rank), one, look, QRectF(0, top, width, 0), one.goal + at)
    return ended(scene, width, top - 8)


def _put_disc(scene: Scene, text: str, one: _Placed, look: Look, at: QRectF | None = None) -> None:
    rect, font = one.rect if at is None else at, face(look, 14 if len(text) == 1 else 13, 600)
    ground = "caution_bg" if one.label.is_lesion else "card"
    line = "caution_bar" if one.label.is_lesion else "border_strong"
    radius = 4 if one.label.is_lesion else _DISC / 2
    scene.shape(box(rect.adjusted(0.75, 0.75, -0.75, -0.75), radius), fill=ground, line=line, width=1.5)
    high = height_of(text, font, 60)
    place = QRectF(rect.center().x() - 20, rect.center().y() - high / 2, 40, 0)
    scene.words(text, font, place, ground=ground, align=Qt.AlignmentFlag.AlignHCenter)


def _put_row(scene: Scene, text: str, one: _Placed, look: Look, place: QRectF, goal: QPointF) -> float:
    """A number and what it means; returns where the next begins."""
    left, pad = place.left() + _DISC + 12, _PAD if one.label.is_lesion else 2.0
    left += pad if one.label.is_lesion else 0
    shift = _SIGN + 8 if one.label.is_lesion else 0
    wide = place.right() - left - shift - pad
    high = max(_DISC, one.words.height(wide)) + 2 * pad
    rect = QRectF(place.left(), place.top(), place.width(), high)
    ground = "page"
    if one.label.is_lesion:
        call_out(scene, rect, "caution")
        ground = "caution_bg"
        sign = QRectF(left, rect.top() + pad + 4, _SIGN, _SIGN)
        scene.shape(_diamond(sign), fill="lesion", line="text", width=1.3)
    disc = QRectF(rect.left() + (pad + 4 if shift else 0), rect.top() + pad, _DISC, _DISC)
    _put_disc(scene, text, one, look, disc)
    one.words.put(scene, QRectF(left + shift, rect.top() + pad + 1, wide, 0), ground)
    _name(scene, one, rect, goal)
    return rect.bottom() + 8
