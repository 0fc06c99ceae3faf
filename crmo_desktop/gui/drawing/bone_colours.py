"""The skeleton in the colours of one group: which shape takes which figure, and how it is painted."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from crmo_desktop.domain.bone_map import BoneFigure
from crmo_desktop.gui.drawing.scene import Mark, Scene
from crmo_desktop.gui.drawing.skeleton import Bone, thickness

BIN: Final = 15  # points of each step of the scale, see `scale_bins` of the theme's tokens
STEPS: Final = 6
_SHADES: Final = (0.10, 0.14)  # over a colour, the lighter and the deeper
_SHADE: Final = "art_shade"


class Coloured(NamedTuple):
    """A shape and the figure that it shows; None where the group has none for it."""

    bone: Bone
    figure: BoneFigure | None


@dataclass(slots=True)
class BoneScene(Scene):
    """A scene in which the bone that is seen is the one that is pointed at.

    Attributes:
        shapes: in the order of painting, each with the mark that it belongs to.
    """

    shapes: list[tuple[QPainterPath, str]] = field(default_factory=list)

    def add(self, other: Scene, at: QPointF) -> None:
        """Add all of another scene, moved to `at`."""
        if at.isNull():  # nothing needs to be moved
            self.items += other.items
            self.marks += other.marks
        else:
            Scene.add(self, other, at)
        if isinstance(other, BoneScene):
            self.shapes += [(path.translated(at), id) for path, id in other.shapes]

    def mark_at(self, point: QPointF) -> Mark | None:
        """The mark of the bone that lies uppermost at `point`, or of the label there."""
        ids = (id for path, id in reversed(self.shapes) if path.contains(point))
        found = next(ids, None)
        return next((mark for mark in self.marks if mark.id == found), None)


def step_of(percent: float) -> int:
    """Which step of the scale a figure has, from 0."""
    return max(0, min(STEPS - 1, int(percent // BIN)))


def coloured(bones: Sequence[Bone], figures: Sequence[BoneFigure]) -> list[Coloured]:
    """Each shape with its figure; of several, the one that tells of fewer bones."""
    meant = _meant(figures)
    return [
        Coloured(bone, meant.get(f"{bone.bone}/{bone.part}" if bone.is_part else bone.bone)) for bone in bones
    ]


def shown_by(figure: BoneFigure, figures: Sequence[BoneFigure]) -> tuple[str, ...]:
    """The bones that show this figure, and no other one of `figures`; all that it tells of, if none does."""
    meant = _meant(figures)
    return tuple(name for name in figure.bones if meant[name] is figure) or figure.bones


def _meant(figures: Sequence[BoneFigure]) -> dict[str, BoneFigure]:
    return {name: figure for figure in sorted(figures, key=_breadth, reverse=True) for name in figure.bones}


def _breadth(figure: BoneFigure) -> int:
    return len(figure.bones)


def paint(scene: Scene, shapes: Sequence[Coloured], height: float) -> None:
    """Add a view of the skeleton that is `height` pixels high."""
    index = 0
    while index < len(shapes):
        first = shapes[index]
        index += 1
        parts = []
        while index < len(shapes) and shapes[index].bone.is_part:
            parts.append(shapes[index])
            index += 1
        _paint_bone(scene, first, parts, thickness(first.bone, height))


def _paint_bone(scene: Scene, whole: Coloured, parts: Sequence[Coloured], thick: float) -> None:
    """Its ground, the parts that have figures of their own, shades, and one line round all."""
    bone = whole.bone
    line: dict[str, object] = {"line": "bone_line", "width": thick, "stroke": bone.stroke}
    if whole.figure is None:
        has_parts = any(part.figure is not None for part in parts)
        scene.shape(bone.outline, fill="nodata", hatch="nodata_line", **({} if has_parts else line))
        if not has_parts:
            return
    else:
        scene.shape(bone.outline, fill=f"scale[{step_of(whole.figure.percent)}]", is_edged=True)
        _shade(scene, bone.shades)
    for part in parts:
        if part.figure is not None:
            scene.shape(part.bone.outline, fill=f"scale[{step_of(part.figure.percent)}]")
            _shade(scene, part.bone.shades)
    scene.shape(bone.outline, **line)


def _shade(scene: Scene, shades: Sequence[QPainterPath]) -> None:
    for shade, opacity in zip(shades, _SHADES, strict=False):
        scene.shape(shade, fill=_SHADE, opacity=opacity, is_shade=True)
