# ruff: noqa: INP001  (a file beside the picture it made, not a package)
"""Makes `skeleton.json`: a skeleton, front and back, one shape a bone, as the bone map draws it.

    pip install musclemimic-models==1.0.6 mujoco==4.0.0 numpy==2.4.6 scipy==1.17.1 contourpy==1.3.3
    python make_skeleton.py skeleton.json  # about two minutes; the same bytes every time

Each bone of the model (`posed_bones.py`) is strewn with points; those nearest to the viewer tell where it is
seen, how deep, and how the light falls on it (`seen_bones.py`). Outline and shades are contours of these,
fitted with curves (`drawn_curves.py`). Nothing is drawn by hand; an adult's bones stand for a child's.

`views.front` and `views.back` have a `size` in units (a body is 1000 high; from the front the toes point
down) and `bones` in the order of painting, far ones first. The person's left is at the right of the front
view and at the left of the back view. Of each bone:

    bone     skull, mandible, cervical-spine, thoracic-spine, lumbar-spine, sacrum, ribs, sternum, clavicle,
             scapula, humerus, radius, ulna, hand, pelvis, femur, patella, tibia, fibula or foot; vertebrae
             and ribs have many entries of one name
    side     the person's own: left, right, or nothing for bones in the middle
    part     of femur, tibia, fibula, humerus: "whole", followed by its proximal, shaft and distal; else none.
             Fill the whole, then the parts that differ, then shades and line of the whole: no seam shows.
    outline  M, L, C, Z, absolute, y down; holes are subpaths (odd-even filling)
    mirror   instead of an outline: number, in the same list, of the bone of the other side whose outline this
             is, turned about the middle of the view
    shades   if there are any: two paths, the lighter shade and the deeper within it; to the nearest unit, as
             the line of the bone covers their edge
    far      true if the bone is seen through the ribs: then all of it lies in the lighter shade
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from drawn_curves import Array, area, between, breadth, contours, fitted, joined, written
from posed_bones import pieces
from scipy.ndimage import gaussian_filter
from seen_bones import BELOW, LIGHT, MARGIN, Drawn, Mask, gathered, painted, parted, seen, uncovered

# ---------------------------------------------------------------- lines


class Line(NamedTuple):
    """How the lines of a bone are drawn, in units.

    Attributes:
        soft: by which its edge is softened.
        near: how far a line may be from the edge.
        light: by which light is softened.
        least: area and breadth of the smallest shade.
    """

    soft: float = 0.4
    near: float = 0.5
    light: float = 1.6
    shade: float = 1.1
    least: tuple[float, float] = (10.0, 1.5)
    shades: int = 2
    hollow: tuple[float, float] = (0.05, 5.0)


LINES: Final = {
    "hand": Line(0.16, 0.36, 0.7, 0.6, (3.0, 0.8), 0),
    "foot": Line(0.2, 0.42, 1.0, 0.8, (8.0, 1.5), 1),
    "ribs": Line(0.3, 0.5, 1.2, 1.0, (9.0, 1.4), 1),
    "thoracic-spine": Line(0.35, 0.5, 1.3, 1.0, (9.0, 1.6), 1),
    "cervical-spine": Line(0.35, 0.5, 1.3, 1.0, (9.0, 1.6), 1),
    "lumbar-spine": Line(0.35, 0.5, 1.3, 1.0, (9.0, 1.6), 1),
    "skull": Line(1.8, 0.45, 1.4, 0.8, (6.0, 1.2), 2, (0.12, 10.0)),
    "mandible": Line(1.0, 0.45, 1.4, 0.8, (6.0, 1.2), 2),
}
SHADES: Final = (
    (0.42, 0.45, 0.8),
    (0.15, 0.2, 0.6),
)  # share of the bone that is shaded; least and most light


def edges(drawn: Drawn) -> list[list[Array]]:
    """The curves round the bone and round what can be seen through it."""
    line = LINES.get(drawn.bone, Line())
    found = []
    for mask in drawn.parts or (drawn.mask,):
        edge = gaussian_filter(mask.astype(float), line.soft * drawn.scale)
        around = contours(edge, 0.5, scale=drawn.scale, corner=drawn.corner)
        found += [fitted(one, line.near) for one in around if area(one) > 1.5]
    return [curves for curves in found if curves]


def shades(drawn: Drawn, visible: Mask) -> list[str]:
    """The lighter and the deeper shade, without what is hidden."""
    line, scale = LINES.get(drawn.bone, Line()), drawn.scale
    if drawn.is_far:
        return ["", ""]
    light = _within(drawn.light, drawn.mask, line.light * scale)
    depth = np.where(drawn.mask, drawn.depth, 0)
    around = _within(depth, drawn.mask, line.hollow[1] * scale)
    hollow = np.clip(around - _within(depth, drawn.mask, line.light * scale) - 0.4, 0, 8)
    light = (
        light - line.hollow[0] * hollow - 0.3 * _within(_shadow(drawn), drawn.mask, line.light * scale * 0.6)
    )
    found = ["", ""]
    masks = drawn.parts or (drawn.mask,)
    inside = np.max([gaussian_filter(mask.astype(float), line.soft * scale) for mask in masks], axis=0) - 0.5
    for nth, (share, least, most) in enumerate(SHADES[: line.shades]):
        threshold = np.clip(np.quantile(light[drawn.mask], share), least, most)
        field = np.minimum((threshold - light) * 6, inside)
        for edge in contours(field, 0.0, scale=scale, corner=drawn.corner):
            if area(edge) < line.least[0] or breadth(edge) < line.least[1]:
                continue
            if _seen(edge, visible, drawn) < 0.08:
                continue
            found[nth] += written(fitted(edge, line.shade), decimals=0)
    return found


def _shadow(drawn: Drawn) -> Array:
    """1 where a nearer part of the same bone keeps the light away."""
    shadow = np.zeros(drawn.depth.shape)
    height, width = drawn.depth.shape
    for way in np.arange(0.5, 14, 0.5):
        left, up = (round(float(-part) * way * drawn.scale) for part in LIGHT[:2])
        if up >= height or left >= width:
            break
        nearer = drawn.depth[: height - up, : width - left]
        here = drawn.depth[up:, left:]
        shadow[up:, left:][nearer > here + way * LIGHT[2] + 0.3] = 1
    return shadow


def _seen(edge: Array, visible: Mask, drawn: Drawn) -> float:
    """Which part of the points of a line can be seen."""
    columns, rows = ((edge[:, axis] - drawn.corner[axis]) * drawn.scale for axis in (0, 1))
    return float(np.mean(visible[rows.astype(int), columns.astype(int)]))


def _within(values: Array, mask: Mask, soft: float) -> Array:
    """Values softened, without what lies outside the mask."""
    weight = gaussian_filter(mask.astype(float), soft)
    return np.asarray(gaussian_filter(np.where(mask, values, 0.0), soft) / np.maximum(weight, 1e-6))


# ---------------------------------------------------------------- the three parts of a long bone

ENDS: Final = {"femur": (0.24, 0.76), "tibia": (0.2, 0.8), "fibula": (0.2, 0.8), "humerus": (0.22, 0.78)}
PARTS: Final = ("proximal", "shaft", "distal")


def parts(drawn: Drawn, curves: list[Array]) -> Iterator[tuple[str, str]]:
    """Name and outline of the parts of a long bone, cut across its length."""
    rows, columns = np.nonzero(drawn.mask)
    places = np.column_stack([columns, rows]) / drawn.scale + np.array(drawn.corner)
    _, along = np.linalg.eigh(np.cov(places.T))
    down = along[:, 1] * np.sign(along[1, 1])
    low, high = float((places @ down).min()), float((places @ down).max())
    cuts = [-np.inf, *(low + share * (high - low) for share in ENDS[drawn.bone]), np.inf]
    for name, first, last in zip(PARTS, cuts, cuts[1:], strict=False):
        yield name, joined(between(curves, down, first, last))


# ---------------------------------------------------------------- the file

ABOUT: Final = (
    "Made by make_skeleton.py, which tells what each entry means. "
    "Bone shapes from musclemimic-models 1.0.6, Apache License 2.0: see NOTICE-musclemimic-models.txt."
)


def view(*, from_back: bool) -> dict[str, Any]:
    """One of the two pictures, as it is written."""
    found = pieces(toes_down=not from_back)
    half = float(np.ceil(max(np.abs(piece.points[:, 0]).max() for piece in found) + MARGIN))
    whole = [seen(piece, from_back=from_back, half=half) for piece in found]
    drawn = gathered([part for one in whole for part in parted(one, from_back=from_back)])
    drawn = [drawn[index] for index in painted(drawn)]
    entries: list[dict[str, Any]] = []
    twins: dict[tuple[int, str, bool], int] = {}
    for one, visible in zip(drawn, uncovered(drawn), strict=True):
        if visible.sum() < LEAST_SEEN * one.mask.sum():
            continue
        key = one.twin, one.bone, one.is_far
        has_fellow = one.twin and key in twins
        twins[key] = len(entries) if not has_fellow else twins[key]
        entries += list(_entries(one, visible, twins[key] if has_fellow else None))
    return {"size": [int(2 * half), int(1000 + MARGIN + BELOW)], "bones": entries}


LEAST_SEEN: Final = 0.03  # of a bone; one of which less is seen is left out


def _entries(drawn: Drawn, visible: Mask, fellow: int | None) -> Iterator[dict[str, Any]]:
    """A bone, and its parts if it is a long one; those of a second side refer to those of the first."""
    is_long = drawn.bone in ENDS
    entry: dict[str, Any] = {"bone": drawn.bone, "side": drawn.side, "part": "whole" if is_long else ""}
    curves = edges(drawn) if fellow is None else []
    entry |= {"outline": "".join(written(edge) for edge in curves)} if fellow is None else {"mirror": fellow}
    darker = shades(drawn, visible)
    yield entry | ({"shades": darker} if any(darker) else {}) | ({"far": True} if drawn.is_far else {})
    if not is_long:
        return
    named = parts(drawn, curves[0]) if fellow is None else ((name, "") for name in PARTS)
    for nth, (name, outline) in enumerate(named, start=1):
        part: dict[str, Any] = {"bone": drawn.bone, "side": drawn.side, "part": name}
        yield part | ({"outline": outline} if fellow is None else {"mirror": fellow + nth})


def main(target: Path) -> None:
    """Write the file: a bone a line."""
    lines = [f'{{"about": {json.dumps(ABOUT)}, "views": {{']
    for name in ("front", "back"):
        made = view(from_back=name == "back")
        lines.append(f'"{name}": {{"size": {json.dumps(made["size"])}, "bones": [')
        bones = [json.dumps(bone, separators=(",", ":")) for bone in made["bones"]]
        lines += [*(f"{bone}," for bone in bones[:-1]), bones[-1], "]}," if name == "front" else "]}"]
    target.write_text("\n".join([*lines, "}}"]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
