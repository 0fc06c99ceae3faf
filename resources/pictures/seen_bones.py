# ruff: noqa: INP001  (a file beside the picture it made, not a package)
"""Bones as points: where each is seen, how deep, in which light, and which lies before which.

For `make_skeleton.py`.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
from drawn_curves import Array
from numpy.typing import NDArray
from posed_bones import Piece
from scipy.ndimage import distance_transform_edt

Mask = NDArray[np.bool_]

LIGHT: Final = np.array([-0.42, -0.5, 0.76])  # to the right, down, to the viewer: from above, from the left
FACE_LIGHT: Final = np.array([-0.15, -0.5, 0.85])  # on the skull: both sockets of the eyes in shade
MARGIN: Final = 6.0  # units round the body
BELOW: Final = 32.0  # units below the sole, for toes that point down
SCALE: Final = 6  # points a unit
FINE_SCALE: Final = 12
FINE: Final = {"hand", "foot"}


class Drawn(NamedTuple):
    """A piece as it is seen.

    Attributes:
        corner: of its first point, in units.
        depth: shape (height, width); higher is nearer, -inf where the piece is not.
        light: 0 to 1, of the same shape.
    """

    bone: str
    side: str
    scale: int
    corner: tuple[float, float]
    depth: Array
    light: Array
    is_far: bool
    twin: int = 0
    parts: tuple[Mask, ...] = ()

    @property
    def mask(self) -> Mask:
        """Where the piece is."""
        return np.isfinite(self.depth)


def seen(piece: Piece, *, from_back: bool, half: float) -> Drawn:
    """The piece as points, from the front or from the back."""
    turn = -1.0 if from_back else 1.0
    scale = FINE_SCALE if piece.bone in FINE else SCALE
    x, y, z = piece.points.T
    points = np.column_stack([turn * x + half, 1000 + MARGIN - z, -turn * y])
    room = 2.0
    corner = (float(np.floor(points[:, 0].min() - room)), float(np.floor(points[:, 1].min() - room)))
    width, height = (int((points[:, axis].max() + room - corner[axis]) * scale) + 1 for axis in (0, 1))
    near, far = sorted(-turn * edge for edge in piece.depth)
    toward = FACE_LIGHT if piece.bone in {"skull", "mandible"} else LIGHT
    depth, light = _points(points, piece.faces, toward, (near, far), (height, width), corner, scale)
    is_far = bool(np.isfinite(piece.depth[0 if not from_back else 1]))
    return Drawn(piece.bone, piece.side, scale, corner, depth, light, is_far, piece.twin)


def _points(
    points: Array,
    faces: NDArray[np.int64],
    toward: Array,
    between: tuple[float, float],
    shape: tuple[int, int],
    corner: tuple[float, float],
    scale: int,
) -> tuple[Array, Array]:
    """Depth and light of a mesh, from points strewn evenly over its faces."""
    faces = _outward(points, faces)
    normals = _normals(points, faces)
    bright = np.clip(normals @ toward / np.linalg.norm(toward), 0, 1)
    depth, light = np.full(shape[0] * shape[1], -np.inf), np.zeros(shape[0] * shape[1])
    corners = np.concatenate([points, bright[:, None]], axis=1)[faces]
    longest = np.max(np.hypot(*np.moveaxis((corners - np.roll(corners, 1, axis=1))[:, :, :2], 2, 0)), axis=1)
    steps = np.maximum(1, np.ceil(longest * scale / 0.7)).astype(int)
    for step in np.unique(steps):
        one, two = np.indices((step + 1, step + 1)).reshape(2, -1)
        inside = one + two <= step
        shares = np.column_stack([one, two, step - one - two])[inside] / step
        of_step = np.flatnonzero(steps == step)
        at_once = max(1, 2_000_000 // len(shares))
        for first in range(0, len(of_step), at_once):
            strewn = np.matmul(shares, corners[of_step[first : first + at_once]]).reshape(-1, 4)
            strewn = strewn[(strewn[:, 2] >= between[0]) & (strewn[:, 2] <= between[1])]
            column, row = (((strewn[:, axis] - corner[axis]) * scale).astype(int) for axis in (0, 1))
            place = row * shape[1] + column
            np.maximum.at(depth, place, strewn[:, 2])
            nearest = strewn[:, 2] >= depth[place]
            light[place[nearest]] = strewn[nearest, 3]
    return depth.reshape(shape), light.reshape(shape)


def _outward(points: Array, faces: NDArray[np.int64]) -> NDArray[np.int64]:
    """The faces, turned so that their normals point out of the bone."""
    a, b, c = (points[faces[:, corner]] - points.mean(axis=0) for corner in range(3))
    if np.sum(np.cross(a, b) * c) < 0:  # six times the volume
        faces = faces[:, ::-1]
    return faces


def _normals(points: Array, faces: NDArray[np.int64]) -> Array:
    a, b, c = points[faces[:, 0]], points[faces[:, 1]], points[faces[:, 2]]
    of_faces = np.cross(b - a, c - a)
    found = np.zeros_like(points)
    for corner in range(3):
        np.add.at(found, faces[:, corner], of_faces)
    return np.asarray(found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-12))


# ---------------------------------------------------------------- breastbone and cartilage

# Half the breadth of the breastbone from its top down; both as a share of the height of bone and cartilage.
BREASTBONE: Final = (
    (0.0, 0.100),
    (0.065, 0.100),
    (0.10, 0.072),
    (0.135, 0.052),
    (0.30, 0.052),
    (0.46, 0.058),
    (0.52, 0.046),
    (0.58, 0.030),
    (1.0, 0.030),
)


CARTILAGE: Final = 1000  # its number as a twin


def parted(drawn: Drawn, *, from_back: bool) -> Iterator[Drawn]:
    """The breastbone, and before it the cartilage of the ribs, which is one mesh with it."""
    if drawn.bone != "sternum":
        yield drawn
        return
    rows, columns = np.nonzero(drawn.mask)
    top, height = rows.min(), rows.max() - rows.min()
    middle = (columns.min() + columns.max()) / 2
    share = (np.arange(drawn.depth.shape[0]) - top) / height
    half = np.interp(share, *np.array(BREASTBONE).T) * height
    off = np.arange(drawn.depth.shape[1]) - middle
    inside = np.abs(off)[None, :] <= half[:, None]
    under = np.abs(off)[None, :] >= half[:, None] - 2.0 * drawn.scale
    for is_left in (True, False):
        of_side = under & ((off > 0) == (is_left != from_back))[None, :]
        yield drawn._replace(
            bone="ribs",
            side="left" if is_left else "right",
            twin=CARTILAGE,
            depth=np.where(of_side, drawn.depth - 0.5, -np.inf),
        )
    yield drawn._replace(depth=np.where(inside, drawn.depth, -np.inf))


# ---------------------------------------------------------------- what lies before what


def painted(drawn: list[Drawn]) -> list[int]:
    """Indices, far ones first: of two that overlap, the one that is nearer where they do comes later."""
    depths = [_coarse(one) for one in drawn]
    farther: dict[int, set[int]] = {index: set() for index in range(len(drawn))}
    for index in range(len(drawn)):
        for other in range(index):
            by = _before(depths[index], depths[other])
            if by > 0:
                farther[index].add(other)
            elif by < 0:
                farther[other].add(index)
    means = [float(np.mean(one[np.isfinite(one)])) for one, _, _ in depths]
    order: list[int] = []
    while farther:
        free = [index for index, behind in farther.items() if not behind]
        chosen = min(free or farther, key=means.__getitem__)
        order.append(chosen)
        del farther[chosen]
        for behind in farther.values():
            behind.discard(chosen)
    return order


COARSE: Final = 2  # points a unit, for comparing depths


def _coarse(drawn: Drawn) -> tuple[Array, int, int]:
    """Depth in fewer points, and the row and column where it begins."""
    by = drawn.scale // COARSE
    rows, columns = np.nonzero(drawn.mask)
    found = np.full((drawn.depth.shape[0] // by + 1, drawn.depth.shape[1] // by + 1), -np.inf)
    np.maximum.at(found, (rows // by, columns // by), drawn.depth[rows, columns])
    return found, int(drawn.corner[1] * COARSE), int(drawn.corner[0] * COARSE)


def _before(one: tuple[Array, int, int], other: tuple[Array, int, int]) -> float:
    """How much nearer one is than the other where they overlap; 0 where they do not."""
    top, left = max(one[1], other[1]), max(one[2], other[2])
    bottom = min(part[1] + part[0].shape[0] for part in (one, other))
    right = min(part[2] + part[0].shape[1] for part in (one, other))
    if bottom <= top or right <= left:
        return 0.0
    first, second = (
        depth[top - row : bottom - row, left - column : right - column] for depth, row, column in (one, other)
    )
    both = np.isfinite(first) & np.isfinite(second)
    return float(np.median(first[both] - second[both])) if both.sum() > 2 else 0.0


# ---------------------------------------------------------------- hands and feet

GAP: Final = 0.5  # units that are left between bones of a hand or foot where one lies before another


def gathered(drawn: list[Drawn]) -> list[Drawn]:
    """The pieces, those of a hand or foot made one; each bone in it is drawn as far as it can be seen."""
    found = [one for one in drawn if one.bone not in FINE]
    for bone, side in sorted({(one.bone, one.side) for one in drawn if one.bone in FINE}):
        of_it = [one for one in drawn if (one.bone, one.side) == (bone, side)]
        of_it = [of_it[index] for index in painted(of_it)]
        found.append(_one(of_it))
    return found


def _one(pieces_: list[Drawn]) -> Drawn:
    scale = pieces_[0].scale
    left, top = (min(one.corner[axis] for one in pieces_) for axis in (0, 1))
    places = [
        (round((one.corner[1] - top) * scale), round((one.corner[0] - left) * scale), one) for one in pieces_
    ]
    shape = tuple(max(place[axis] + place[2].depth.shape[axis] for place in places) for axis in (0, 1))
    depth, light = np.full(shape, -np.inf), np.zeros(shape)
    masks: list[Mask] = []
    for row, column, one in places:
        here = np.zeros(shape, dtype=bool)
        window = slice(row, row + one.depth.shape[0]), slice(column, column + one.depth.shape[1])
        here[window] = one.mask
        taken = distance_transform_edt(~here) < GAP * scale
        masks = [mask & ~taken for mask in masks]
        masks.append(here)
        depth[window] = np.where(one.mask, one.depth, depth[window])
        light[window] = np.where(one.mask, one.light, light[window])
    first = pieces_[0]
    return Drawn(first.bone, first.side, scale, (left, top), depth, light, False, first.twin, tuple(masks))


def uncovered(drawn: list[Drawn]) -> list[Mask]:
    """Where each of the pieces, in the order of painting, is not covered by later ones."""
    grid = 6
    width = int(max(one.corner[0] + one.depth.shape[1] / one.scale for one in drawn)) + 1
    height = int(max(one.corner[1] + one.depth.shape[0] / one.scale for one in drawn)) + 1
    last = np.full((height * grid, width * grid), -1)
    places = []
    for index, one in enumerate(drawn):
        rows, columns = (
            (np.arange(one.depth.shape[axis]) * grid // one.scale) + round(one.corner[1 - axis] * grid)
            for axis in (0, 1)
        )
        places.append(np.ix_(rows, columns))
        held = last[places[-1]]
        held[one.mask] = index
        last[places[-1]] = held
    return [
        one.mask & (last[place] == index)
        for index, (one, place) in enumerate(zip(drawn, places, strict=True))
    ]
