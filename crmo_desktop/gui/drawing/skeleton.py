"""The skeleton of the program as paths: read once from its file, kept where and as large as it is drawn."""

import json
import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QTransform

FILE: Final = "skeleton.json"
PARTS: Final = frozenset({"proximal", "shaft", "distal"})
FINE: Final = frozenset({"hand", "foot", "ribs"})  # small bones close together, in thinner lines
_LINE: Final = 1.2  # pixels, of a skeleton 500 pixels high
_FINE_LINE: Final = 0.78
_WHERE_LINES_ARE: Final = 500.0
_QUICK: Final = 1.0  # pixels: lines that are no thicker are drawn as quickly without their outline
_LETTERS: Final = re.compile("[MLCZ]")
_BLANKS: Final = str.maketrans("MLCZ", "    ")


class Bone(NamedTuple):
    """One shape of a view, in the order of painting.

    Attributes:
        side: the person's own, "left" or "right"; "" in the middle.
        part: of a long bone, which has one shape for the whole and after it one for each of `PARTS`; else "".
        shades: the lighter and the deeper one.
        is_far: seen through the ribs.
        stroke: what the line round it covers; None where that is not known yet.
    """

    bone: str
    side: str
    part: str
    outline: QPainterPath
    shades: tuple[QPainterPath, ...] = ()
    is_far: bool = False
    stroke: QPainterPath | None = None

    @property
    def is_part(self) -> bool:
        """Whether another shape is the whole of which this is a part."""
        return self.part in PARTS

    def answers_to(self, name: str) -> bool:
        """Whether `name`, of a bone or with its part ("femur/distal"), means this shape."""
        bone, _, part = name.partition("/")
        return bone == self.bone and (part == self.part if part else not self.is_part)


class SkeletonView(NamedTuple):
    """The skeleton from one side."""

    size: QSizeF
    bones: tuple[Bone, ...]


class Skeleton(NamedTuple):
    """Both views, which have one scale."""

    front: SkeletonView
    back: SkeletonView


@cache
def skeleton(folder: Path) -> Skeleton:
    """The skeleton of `folder`, in its own units.

    Raises:
        OSError: it cannot be read.
        ValueError: it is none.
    """
    views = json.loads((folder / FILE).read_text(encoding="utf-8"))["views"]
    return Skeleton(_read(views["front"]), _read(views["back"]))


@lru_cache(maxsize=16)
def placed(folder: Path, view: str, height: float, corner: tuple[float, float]) -> tuple[Bone, ...]:
    """The bones of a view ("front" or "back") `height` pixels high, its corner at `corner`."""
    whole: SkeletonView = getattr(skeleton(folder), view)
    scale = height / whole.size.height()
    by = QTransform(scale, 0, 0, scale, *corner)
    return tuple(_placed(bone, by, thickness(bone, height)) for bone in whole.bones)


@lru_cache(maxsize=128)
def shades_within(
    folder: Path, view: str, height: float, corner: tuple[float, float], place: int
) -> tuple[QPainterPath, ...]:
    """Of the shades of a whole bone, what lies in its part that is at `place` among the bones of `placed`."""
    bones = placed(folder, view, height, corner)
    whole = next(bone for bone in reversed(bones[:place]) if not bone.is_part)
    return tuple(shade.intersected(bones[place].outline) for shade in whole.shades)


def thickness(bone: Bone, height: float) -> float:
    """How thick the line round a bone is in a skeleton `height` pixels high."""
    at_most = _FINE_LINE if bone.bone in FINE else _LINE
    return at_most * max(0.75, min(1.3, height / _WHERE_LINES_ARE))


@lru_cache(maxsize=512)
def place_on(folder: Path, view: str, bones: tuple[str, ...]) -> QPointF | None:
    """Where a line may end that names these bones: well within one that is seen; None if none is.

    Args:
        folder: where the skeleton is.
        view: "front" or "back".
        bones: their names.

    Returns:
        In units of the skeleton; of bones that are on both sides, on the one at the left of the picture.
    """
    whole: SkeletonView = getattr(skeleton(folder), view)
    half = whole.size.width() / 2
    meant = [bone for bone in whole.bones if any(bone.answers_to(name) for name in bones)]
    meant = [bone for bone in meant if not bone.side or bone.outline.boundingRect().center().x() < half]
    seen = [point for bone in meant for point in _seen_points(whole, bone, meant)]
    if not seen:
        return None
    middle = QPointF(sum(p.x() for p, _ in seen) / len(seen), sum(p.y() for p, _ in seen) / len(seen))
    best = max(room for _, room in seen)
    roomy = [point for point, room in seen if room >= 0.7 * best]
    return min(roomy, key=lambda point: (point - middle).manhattanLength())


_WAYS: Final = tuple(QPointF(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y)


def _seen_points(whole: SkeletonView, bone: Bone, meant: list[Bone]) -> list[tuple[QPointF, int]]:
    """Points of a bone that nothing else lies before, and how much room there is about each."""
    place = next(at for at, other in enumerate(whole.bones) if other is bone)
    area = bone.outline.boundingRect()
    nearer = [
        other.outline
        for other in whole.bones[place + 1 :]
        if not other.is_part and other not in meant and other.outline.boundingRect().intersects(area)
    ]
    found = []
    across, down = (3, 3) if len(meant) > 6 else (6, 9)  # of a spine, its vertebrae are points enough
    for row in range(1, down):
        for column in range(1, across):
            at = QPointF(area.x() + area.width() * column / across, area.y() + area.height() * row / down)
            room = 0
            for reach in (0.0, 3.0, 6.0, 10.0):
                about = [at + way * reach for way in _WAYS] if reach else [at]
                if not all(
                    bone.outline.contains(p) and not any(n.contains(p) for n in nearer) for p in about
                ):
                    break
                room += 1
            if room:
                found.append((at, room))
    return found


def _placed(bone: Bone, by: QTransform, thick: float) -> Bone:
    outline = by.map(bone.outline)
    shades = tuple(by.map(shade) for shade in bone.shades)
    if bone.is_part or thick <= _QUICK:
        return bone._replace(outline=outline, shades=shades)
    stroker = QPainterPathStroker()
    stroker.setWidth(thick)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    stroke = stroker.createStroke(outline)
    stroke.setFillRule(Qt.FillRule.WindingFill)
    return bone._replace(outline=outline, shades=shades, stroke=stroke)


def _read(view: dict[str, Any]) -> SkeletonView:
    width, height = view["size"]
    mirror = QTransform(-1, 0, 0, 1, width, 0)
    bones: list[Bone] = []
    for entry in view["bones"]:
        fellow = entry.get("mirror")
        outline = _path(entry["outline"]) if fellow is None else mirror.map(bones[fellow].outline)
        is_far = bool(entry.get("far"))
        shades = (outline,) if is_far else tuple(_path(shade) for shade in entry.get("shades", ()) if shade)
        bones.append(Bone(entry["bone"], entry["side"], entry["part"], outline, shades, is_far))
    return SkeletonView(QSizeF(width, height), tuple(bones))


def _path(data: str) -> QPainterPath:
    """Data of a path that is made of absolute M, L, C and Z."""
    path = QPainterPath()
    steps: dict[str, tuple[Callable[..., None], int]] = {
        "M": (path.moveTo, 2),
        "L": (path.lineTo, 2),
        "C": (path.cubicTo, 6),
        "Z": (path.closeSubpath, 0),
    }
    numbers = [*map(float, data.translate(_BLANKS).split())]  # all at once: the skeleton has 28,000
    at = 0
    for letter in _LETTERS.findall(data):
        step, count = steps[letter]
        step(*numbers[at : at + count])
        at += count
    return path
