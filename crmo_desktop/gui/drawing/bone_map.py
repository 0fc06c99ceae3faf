"""The bone map: a skeleton from the front and from behind, in the colours of one group's figures or two's.

Each figure has a label with a line to its bone; a bone without a figure is hatched. Two groups are drawn as
two maps, side by side or one below the other, and never as one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainterPath

from crmo_desktop.domain.bone_map import BoneFigure, BoneGroup, BoneMap
from crmo_desktop.gui.drawing.blocks import widest_word
from crmo_desktop.gui.drawing.bone_colours import BoneScene, Coloured, coloured, paint, shown_by
from crmo_desktop.gui.drawing.bone_legend import draw_legend
from crmo_desktop.gui.drawing.bone_names import bone_name
from crmo_desktop.gui.drawing.drawer import Tools
from crmo_desktop.gui.drawing.leaders import spread, uncrossed
from crmo_desktop.gui.drawing.scene import (
    Mark,
    Scene,
    View,
    at_least_target,
    box,
    face,
    figures,
    height_of,
    width_of,
)
from crmo_desktop.gui.drawing.skeleton import place_on, placed, shades_within, skeleton
from crmo_desktop.gui.theme import Look

_HIGHEST: Final = 560.0  # a skeleton
_LOWEST: Final = 280.0  # one beside the other; lower ones stand below each other
_LANE: Final = 20.0  # at the least between labels and skeleton
_BETWEEN: Final = 10.0  # the two views
_LABEL: Final = (112.0, 176.0)  # the narrowest and the widest column of labels, in Atkinson
_RING: Final = 6.0  # from a label to its ring
_GAP: Final = 14.0  # between two labels
_SLACK: Final = 10.0  # a label may stand so much higher than the skeleton
_DOT: Final = 2.6  # radius of a line's end; there is a rim about it
_HALF: Final = 396.0  # the narrowest map of two side by side, in Atkinson
_GUTTER: Final = 32.0  # between two maps


def draw(drawing: BoneMap, look: Look, width: float, view: View, tools: Tools) -> Scene:
    """One group's map, or two groups' maps, and below what the colours mean."""
    groups = shown_groups(drawing, view)
    scene = BoneScene(QSizeF(width, 0))
    beside = len(groups) == 2 and (width - _GUTTER) / 2 >= _HALF * look.typeface.breadth
    each = (width - _GUTTER) / 2 if beside else width
    bottom = 0.0
    for number, group in enumerate(groups):
        one = _Map(drawing, group, look, tools.pictures, is_one_of_two=len(groups) == 2).draw(each)
        at = QPointF((each + _GUTTER) * number if beside else 0, 0 if beside or not number else bottom + 28)
        scene.add(one, at)
        bottom = max(bottom, at.y() + one.size.height())
    bottom = draw_legend(scene, groups, drawing.no_figure, look, QRectF(0, bottom + 18, width, 0))
    scene.marks.sort(key=_reached_last)
    scene.size = QSizeF(width, ceil(bottom + 2))
    return scene


def shown_groups(drawing: BoneMap, view: View) -> tuple[BoneGroup, ...]:
    """The groups that a view shows, one or two: those that it names, or else the first."""
    by_id = {group.id: group for group in drawing.groups}
    named = [by_id[id] for id in dict.fromkeys(view.groups) if id in by_id]
    return tuple(named[:2] or drawing.groups[:1])


def mark_id(figure: BoneFigure, group: BoneGroup, *, is_one_of_two: bool) -> str:
    """The id of the mark of a figure."""
    return f"{figure.id} {group.id}" if is_one_of_two else figure.id


def said(figure: BoneFigure) -> str:
    """A figure in words."""
    return f"{figure.name}: {figure.shown}"


def _reached_last(mark: Mark) -> bool:
    return mark.is_reached


@dataclass(slots=True)
class _Label:
    """A figure, where its line ends, and where its words stand."""

    figure: BoneFigure
    end: QPointF
    name_height: float
    height: float
    rect: QRectF


class _Plan(NamedTuple):
    """Where things stand.

    Attributes:
        column: how wide the labels are.
        front, back: the corners of the two views.
        size: of a view.
    """

    column: float
    front: QPointF
    back: QPointF
    size: QSizeF


class _Map:
    """One group's map."""

    def __init__(
        self, drawing: BoneMap, group: BoneGroup, look: Look, folder: Path, *, is_one_of_two: bool
    ) -> None:
        self._drawing, self._group, self._look, self._folder = drawing, group, look, folder
        self._is_one_of_two = is_one_of_two
        self._name, self._figure = face(look, 15), figures(look, 17.5, 700)

    def draw(self, width: float) -> BoneScene:
        """The group's name, its map `width` wide, and what must be said beside it."""
        scene = BoneScene(QSizeF(width, 0))
        plan = self._plan(width, self._draw_head(scene, width) + 14)
        labels = self._labels(plan)
        top = min([plan.front.y(), *(label.rect.top() + _SLACK for label in labels)])
        down = QPointF(0, plan.front.y() - top)  # labels that need more room than the skeleton push it down
        front, back = plan.front + down, plan.back + down
        shapes = self._paint(scene, plan, (front, back))
        bottom = max(front.y(), back.y()) + plan.size.height()
        caption = face(self._look, 14.5)
        for words, at in ((self._drawing.front, front), (self._drawing.back, back)):
            place = QRectF(at.x(), at.y() + plan.size.height() + 4, plan.size.width(), 0)
            rect = scene.words(words, caption, place, role="muted", align=Qt.AlignmentFlag.AlignHCenter)
            bottom = max(bottom, rect.bottom())
        for label in labels:
            label.rect.translate(down)
            label.end += down
            self._draw_label(scene, label)
            bottom = max(bottom, label.rect.bottom() + _RING)
        self._mark(scene, shapes, labels)
        if self._group.note:
            place = QRectF(0, bottom + 12, width, 0)
            bottom = scene.words(self._group.note, face(self._look, 14.5), place).bottom()
        scene.size = QSizeF(width, bottom)
        return scene

    def _draw_head(self, scene: Scene, width: float) -> float:
        """Whose figures they are; returns where the words end."""
        place = QRectF(0, 0, width, 0)
        lines = (
            (self._group.name, face(self._look, 17, 700), "heading"),
            (self._group.people, face(self._look, 15), "text"),
            (self._method(), face(self._look, 14.5), "muted"),
        )
        for words, font, role in lines:
            if words:
                place.moveTop(scene.words(words, font, place, role=role).bottom() + 1)
        return place.top()

    def _method(self) -> str:
        """How the places were found."""
        method = self._group.method
        return (
            QCoreApplication.translate("BoneMap", "Method: {method}").format(method=method) if method else ""
        )

    # --- where things stand

    def _plan(self, width: float, top: float) -> _Plan:
        whole = skeleton(self._folder).front.size
        shape = whole.width() / whole.height()
        breadth = self._look.typeface.breadth
        least = max([_LABEL[0] * breadth, *(self._least(figure) for figure in self._group.bones)])
        column = min(max(least, min(width * 0.24, _LABEL[1] * breadth)), width * 0.6)
        room = width - column - _RING - _LANE
        height = min(_HIGHEST, (room - _BETWEEN) / 2 / shape)
        if height >= _LOWEST:
            size = QSizeF(height * shape, height)
            left = width - 2 * size.width() - _BETWEEN
            spare = min(left - column - _RING - _LANE, (width - column) * 0.12)
            front = QPointF(column + _RING + _LANE + spare, top)
            return _Plan(column, front, front + QPointF(size.width() + _BETWEEN, 0), size)
        height = min(_HIGHEST, room / shape)
        size = QSizeF(height * shape, height)
        front = QPointF(column + _RING + _LANE, top)
        caption = height_of(self._drawing.front, face(self._look, 14.5), size.width())
        return _Plan(column, front, front + QPointF(0, height + caption + 20), size)

    def _least(self, figure: BoneFigure) -> float:
        return max(widest_word(figure.name, self._name), width_of(figure.shown, self._figure))

    def _labels(self, plan: _Plan) -> list[_Label]:
        """All labels from above to below, each where its line is short and crosses no other."""
        scale = plan.size.height() / skeleton(self._folder).front.size.height()
        labels = []
        for figure in self._group.bones:
            bones = shown_by(figure, self._group.bones)
            at = place_on(self._folder, "front", bones)
            view = plan.front
            if at is None:  # it is seen from behind only
                at, view = place_on(self._folder, "back", bones), plan.back
            if at is None:
                continue
            name = height_of(figure.name, self._name, plan.column)
            number = height_of(figure.shown, self._figure, plan.column)
            labels.append(_Label(figure, view + at * scale, name, name + number, QRectF()))
        self._spread(labels, plan)
        return sorted(labels, key=_top)

    def _spread(self, labels: list[_Label], plan: _Plan) -> None:
        order = sorted(range(len(labels)), key=lambda number: labels[number].end.y())

        def tops(order: list[int]) -> list[float]:
            goals = [labels[n].end.y() - plan.front.y() - _middle(labels[n]) for n in order]
            return spread(goals, [labels[n].height for n in order], _GAP, plan.size.height())

        def lines(order: list[int]) -> list[tuple[QPointF, QPointF]]:
            starts = zip(order, tops(order), strict=True)
            edge = plan.column + _RING
            return [
                (QPointF(edge, plan.front.y() + top + _middle(labels[n])), labels[n].end) for n, top in starts
            ]

        order = uncrossed(order, lines)
        for number, top in zip(order, tops(order), strict=True):
            label = labels[number]
            label.rect = QRectF(0, plan.front.y() + top, plan.column, label.height)

    # --- what is drawn

    def _paint(self, scene: BoneScene, plan: _Plan, corners: tuple[QPointF, QPointF]) -> list[Coloured]:
        """Both views; returns their shapes."""
        all_shapes = []
        for view, at in zip(("front", "back"), corners, strict=True):
            where = self._folder, view, plan.size.height(), (at.x(), at.y())
            shapes = [
                one._replace(bone=one.bone._replace(shades=shades_within(*where, place)))
                if one.bone.is_part and one.figure is not None
                else one
                for place, one in enumerate(coloured(placed(*where), self._group.bones))
            ]
            paint(scene, shapes, plan.size.height())
            all_shapes += [one for one in shapes if one.figure is not None or not one.bone.is_part]
        return all_shapes

    def _draw_label(self, scene: Scene, label: _Label) -> None:
        place, edge = QRectF(label.rect), label.rect.right()
        name = scene.words(label.figure.name, self._name, place)
        place.moveTop(place.top() + label.name_height)
        number = scene.words(label.figure.shown, self._figure, place)
        label.rect.setRight(max(name.right(), number.right()))
        line = QPainterPath(QPointF(number.right() + 8, number.center().y()))
        line.lineTo(QPointF(max(edge, label.rect.right()) + _RING + 3, number.center().y()))
        line.lineTo(label.end)
        scene.shape(line, line="text", width=1.1)
        for radius, role in ((_DOT + 0.8, "page"), (_DOT, "text")):
            dot = QPainterPath()
            dot.addEllipse(label.end, radius, radius)
            scene.shape(dot, fill=role)

    # --- marks

    def _mark(self, scene: BoneScene, shapes: Sequence[Coloured], labels: Sequence[_Label]) -> None:
        """Name the bones without a figure, and the figures from above to below."""
        bare: dict[str, QPainterPath] = {}
        for one in shapes:
            if one.figure is None:
                bare.setdefault(one.bone.bone, _overlapping()).addPath(one.bone.outline)
                scene.shapes.append((one.bone.outline, self._bare_id(one.bone.bone)))
            else:
                scene.shapes.append((one.bone.outline, self._id(one.figure)))
        for bone, outline in bare.items():
            scene.marks.append(self._bare_mark(bone, outline))
        for label in labels:
            outline = _overlapping()
            for one in shapes:
                if one.figure is label.figure:
                    outline.addPath(one.bone.outline)
            ring = at_least_target(label.rect.adjusted(0, -4, _RING, 4))
            area = _overlapping(box(ring))
            scene.shapes.append((box(ring), self._id(label.figure)))
            area.addPath(outline)
            scene.marks.append(
                Mark(
                    id=self._id(label.figure),
                    name=self._told(said(label.figure)),
                    area=area,
                    ring=ring,
                    target=label.figure.target,
                    value=label.figure.percent,
                    facts=(label.figure.id, *label.figure.facts),
                    outline=outline,
                )
            )

    def _bare_mark(self, bone: str, outline: QPainterPath) -> Mark:
        ring = at_least_target(outline.boundingRect()).adjusted(-0.1, -0.1, 0.1, 0.1)
        area = _overlapping(box(ring))
        area.addPath(outline)
        name = self._told(f"{bone_name(bone)}: {self._drawing.no_figure}")
        return Mark(
            id=self._bare_id(bone), name=name, area=area, ring=ring, outline=outline, is_reached=False
        )

    def _told(self, words: str) -> str:
        """Of two groups, whose figure it is."""
        return f"{self._group.name}. {words}" if self._is_one_of_two else words

    def _id(self, figure: BoneFigure) -> str:
        return mark_id(figure, self._group, is_one_of_two=self._is_one_of_two)

    def _bare_id(self, bone: str) -> str:
        return f"{bone} {self._group.id}" if self._is_one_of_two else bone


def _top(label: _Label) -> float:
    return label.rect.top()


def _middle(label: _Label) -> float:
    """How far below its top the line of a label begins."""
    return (label.name_height + label.height) / 2


def _overlapping(path: QPainterPath | None = None) -> QPainterPath:
    """A path that holds what any of its parts holds."""
    found = QPainterPath() if path is None else path
    found.setFillRule(Qt.FillRule.WindingFill)
    return found
