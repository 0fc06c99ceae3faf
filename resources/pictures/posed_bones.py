# ruff: noqa: INP001  (a file beside the picture it made, not a package)
"""The bones of MuscleMimic Models, posed, apart and rounded. For `make_skeleton.py`.

The body stands as anatomists draw it: arms a little from the trunk, palms to the front, feet a little apart.
The emblem on the breastbone of the model and the discs of its neck are left out.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

import mujoco
import numpy as np
from musclemimic_models import load
from numpy.typing import NDArray

Array = NDArray[np.float64]
Faces = NDArray[np.int64]

POSE: Final = {  # radians; both sides alike
    "shoulder_elv": 0.16,
    "elv_angle": 0.5,
    "pro_sup": -1.57,
    "elbow_flex": 0.06,
    "hip_adduction": -0.05,
    "hip_rotation": 0.05,
    "mcp2_abduction": 0.0,
    "mcp5_abduction": 0.0,
    "cmc_abduction": 0.1,
}
TOES_DOWN: Final = {"ankle_angle": -0.24}  # from the front, so that toes are seen and not only their tips
ARM: Final = ("clavicle", "scapula", "humerus", "ulna", "radius")
LEG: Final = ("femur", "tibia", "fibula", "patella")
FOOT: Final = ("talus", "foot", "bofoot")
EMBLEM: Final = (50, 1000, 10000)  # faces: fewer than the first, or more than the last, belong to the emblem
DISC: Final = 60  # faces of a disc of the neck, at most
SMOOTH: Final = (
    1200  # a mesh of more faces than this is round enough; one of fewer is divided twice or thrice
)


class Piece(NamedTuple):
    """One mesh that is drawn by itself.

    Attributes:
        points: shape (n, 3): to the person's left, to the back, up; in thousandths of the body's height.
        twin: a number that a bone shares with its fellow of the other side; 0 for a bone that has none.
        depth: from where to where along the second axis it is drawn; the rest belongs to another piece.
    """

    bone: str
    side: str
    points: Array
    faces: Faces
    twin: int = 0
    depth: tuple[float, float] = (-np.inf, np.inf)


def pieces(*, toes_down: bool) -> list[Piece]:
    """All bones, in one scale: 1000 from the sole to the crown, the middle of the body at 0.

    The bones of the left side are those of the right in a mirror, as they are in the model but for a hair.
    """
    standing = np.vstack([points for points, _ in _posed(POSE).values()])
    low, high = standing[:, 2].min(), standing[:, 2].max()
    scale = 1000 / (high - low)
    posed = _posed({**POSE, **(TOES_DOWN if toes_down else {})})
    found = [part for piece in _apart(posed) if piece.side != "left" for part in _front_and_back(piece)]
    both = []
    for twin, piece in enumerate(found, start=1):
        across, back, up = (piece.points - [_MIDDLE, 0, low]).T * scale
        depth = (piece.depth[0] * scale, piece.depth[1] * scale)
        placed = piece._replace(points=np.column_stack([across, back, up]), depth=depth)
        if not piece.side:
            both.append(placed)
            continue
        mirrored = np.column_stack([-across, back, up])
        both += [placed._replace(twin=twin), placed._replace(side="left", points=mirrored, twin=twin)]
    return both


def _posed(pose: dict[str, float]) -> dict[str, tuple[Array, Faces]]:
    model, data = load("myofullbody")
    names = {model.joint(index).name for index in range(model.njnt)}
    for joint, angle in pose.items():
        for name in {joint, f"{joint}_r", f"{joint}_l"} & names:
            data.qpos[model.jnt_qposadr[model.joint(name).id]] = angle
    for _ in range(3):  # joints that follow others which follow others
        _couple(model, data)
    mujoco.mj_kinematics(model, data)
    meshes = {}
    for geom in np.flatnonzero(model.geom_type == mujoco.mjtGeom.mjGEOM_MESH):
        mesh = model.geom_dataid[geom]
        first, count = model.mesh_vertadr[mesh], model.mesh_vertnum[mesh]
        points = model.mesh_vert[first : first + count].astype(float)
        first, count = model.mesh_faceadr[mesh], model.mesh_facenum[mesh]
        placed = points @ data.geom_xmat[geom].reshape(3, 3).T + data.geom_xpos[geom]
        meshes[model.mesh(mesh).name] = _welded(placed, model.mesh_face[first : first + count])
    return meshes


def _couple(model: mujoco.MjModel, data: mujoco.MjData) -> None:
    """Move the joints that follow others as the model's polynomials say."""
    for index in np.flatnonzero(model.eq_type == mujoco.mjtEq.mjEQ_JOINT):
        follows, leads = model.eq_obj1id[index], model.eq_obj2id[index]
        place = model.jnt_qposadr[follows]
        led = model.jnt_qposadr[leads]
        by = data.qpos[led] - model.qpos0[led] if leads >= 0 else 0.0
        data.qpos[place] = model.qpos0[place] + np.polyval(model.eq_data[index][4::-1], by)


def _welded(points: Array, faces: Faces) -> tuple[Array, Faces]:
    """Points that lie in one place, made one."""
    _, first, which = np.unique(np.round(points * 1e5), axis=0, return_index=True, return_inverse=True)
    merged = np.ravel(which)[faces].astype(np.int64)
    sound = [len(set(face)) == 3 for face in merged.tolist()]
    return points[first], merged[sound]


def _apart(meshes: dict[str, tuple[Array, Faces]]) -> Iterator[Piece]:
    for name, (points, faces) in meshes.items():
        bone, side = _named(name)
        for part in _components(points, faces):
            size = len(part)
            if size < 10 or (bone == "cervical-spine" and size < DISC):
                continue
            if bone == "ribs" and not EMBLEM[0] <= size < EMBLEM[2]:
                continue
            used, renumbered = np.unique(part, return_inverse=True)
            own, own_faces = _rounded(points[used], renumbered.reshape(-1, 3))
            if bone == "ribs" and size >= EMBLEM[1]:
                yield Piece("sternum", "", own, own_faces)
            elif bone == "ribs":
                yield Piece(bone, "left" if own[:, 0].mean() > _MIDDLE else "right", own, own_faces)
            else:
                yield Piece(bone, side, own, own_faces)


_MIDDLE: Final = -0.0255  # metres: of the model's trunk


def _named(mesh: str) -> tuple[str, str]:
    """Bone and side of a mesh of the model."""
    for word, bone in {
        "sacrum": "sacrum",
        "lumbar": "lumbar-spine",
        "thoracic": "thoracic-spine",
        "ribcage": "ribs",
        "cervical": "cervical-spine",
        "jaw": "mandible",
        "skull": "skull",
    }.items():
        if word in mesh:
            return bone, ""
    side = {"l": "left", "r": "right"}[mesh[0] if mesh[1] == "_" else mesh[-1]]
    word = mesh[2:] if mesh[1] == "_" else mesh[:-2]
    if word in {*ARM, *LEG, "pelvis"}:
        return word, side
    return ("foot" if word in FOOT else "hand"), side


def _components(points: Array, faces: Faces) -> list[Faces]:
    """Faces that hang together, the parts in the order of their first points."""
    root = np.arange(len(points))
    while True:
        low = root[faces].min(axis=1)
        lower = root.copy()
        for corner in range(3):
            np.minimum.at(lower, faces[:, corner], low)
        lower = lower[lower]
        if np.array_equal(lower, root):
            break
        root = lower
    labels = root[faces[:, 0]]
    return [faces[labels == label] for label in np.unique(labels)]


def _front_and_back(piece: Piece) -> Iterator[Piece]:
    """A rib in two pieces, before and behind the flank: what lies between is drawn between."""
    if piece.bone != "ribs":
        yield piece
        return
    outermost = piece.points[np.argmax(np.abs(piece.points[:, 0] - _MIDDLE)), 1]
    depths = piece.points[:, 1]
    if min(depths.max() - outermost, outermost - depths.min()) < 0.015:
        yield piece
        return
    yield piece._replace(depth=(-np.inf, outermost + 0.003))
    yield piece._replace(depth=(outermost - 0.003, np.inf))


# ---------------------------------------------------------------- rounding


def _rounded(points: Array, faces: Faces) -> tuple[Array, Faces]:
    """A mesh of few faces divided by Loop's scheme, so that its surface goes through the points it had."""
    times = 0 if len(faces) > SMOOTH else 3 if len(faces) < 300 else 2
    if not times:
        return points, faces
    guide = points
    for _ in range(2):
        fine, _ = _divided(guide, faces, times)
        guide = guide + 0.7 * (points - fine[: len(points)])
    return _divided(guide, faces, times)


def _divided(points: Array, faces: Faces, times: int) -> tuple[Array, Faces]:
    for _ in range(times):
        points, faces = _loop(points, faces)
    return points, faces


def _loop(points: Array, faces: Faces) -> tuple[Array, Faces]:
    count = len(points)
    pairs = np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    edges, which, times = np.unique(np.sort(pairs, axis=1), axis=0, return_inverse=True, return_counts=True)
    which = np.ravel(which)
    opposite = np.zeros((len(edges), 3))
    np.add.at(opposite, which, points[np.concatenate([faces[:, 2], faces[:, 0], faces[:, 1]])])
    ends = points[edges].sum(axis=1)
    inner = (times == 2)[:, None]
    middles = np.where(inner, 0.375 * ends + 0.125 * opposite, 0.5 * ends)
    around, valence = np.zeros((count, 3)), np.zeros(count)
    for one, other in ((0, 1), (1, 0)):
        np.add.at(around, edges[:, one], points[edges[:, other]])
        np.add.at(valence, edges[:, one], 1)
    share = np.where(valence == 3, 3 / 16, 3 / (8 * np.maximum(valence, 1)))[:, None]
    moved = points * (1 - valence[:, None] * share) + share * around
    rim = np.zeros(count, dtype=bool)
    rim[edges[times != 2].ravel()] = True
    moved[rim] = points[rim]
    new = count + which.reshape(3, -1).T
    a, b, c = faces.T
    ab, bc, ca = new.T
    quarters = [(a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca)]
    return np.vstack([moved, middles]), np.vstack([np.column_stack(corners) for corners in quarters])
