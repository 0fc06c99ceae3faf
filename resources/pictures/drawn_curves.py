# ruff: noqa: INP001  (a file beside the picture it made, not a package)
"""From a picture of points to smooth outlines: contours, and cubic Bézier curves fitted to them.

For `make_skeleton.py`. The fit is the one that Philip Schneider described in Graphics Gems (1990): least
squares, then better places of the points on the curve; but each curve is made as long as it can be.
"""

import itertools
from collections.abc import Iterator
from typing import Final

import numpy as np
from contourpy import contour_generator
from numpy.typing import NDArray

Array = NDArray[np.float64]

STEP: Final = 0.3  # units between the points that a curve is fitted to
CORNER: Final = np.cos(np.radians(52))  # a turn sharper than this stays a corner
REACH: Final = 1.3  # units before and behind a point within which it turns
ROUNDS: Final = 6  # in which the places of the points on a curve are bettered


def contours(field: Array, level: float, *, scale: float, corner: tuple[float, float]) -> list[Array]:
    """Closed lines along which `field` has `level`, in units.

    Args:
        field: values of points, shape (height, width); must be lower than `level` along its edge.
        level: what is inside is higher.
        scale: points a unit.
        corner: where the first point lies, in units.
    """
    origin = np.array(corner)
    found = [np.asarray(line, dtype=np.float64) for line in contour_generator(z=field).lines(level)]
    return [(line + 0.5) / scale + origin for line in found if np.allclose(line[0], line[-1])]


def area(line: Array) -> float:
    """Of a closed line, in square units; never negative."""
    x, y = line[:, 0], line[:, 1]
    return float(abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2)


def breadth(line: Array) -> float:
    """About how wide what a line encloses is, in units: slivers are not worth drawing."""
    length = float(np.sum(np.hypot(*np.diff(line, axis=0, append=line[:1]).T)))
    return 2 * area(line) / max(length, 1e-9)


def fitted(line: Array, tolerance: float) -> list[Array]:
    """Cubic curves along a closed line, each of shape (4, 2), nowhere further from it than `tolerance`."""
    points = _evenly(line)
    if len(points) < 8:
        return []
    corners = _corners(points)
    if not corners:
        start = int(np.argmin(points[:, 1]))
        points = np.roll(points, -start, axis=0)
        closed = np.vstack([points, points[:1]])
        tangent = _unit(points[2] - points[-2])
        return list(_fit(closed, tangent, -tangent, tolerance))
    curves: list[Array] = []
    for first, last in zip(corners, [*corners[1:], corners[0] + len(points)], strict=True):
        part = points[np.arange(first, last + 1) % len(points)]
        near = min(3, len(part) - 1)
        ahead, back = _unit(part[near] - part[0]), _unit(part[-1 - near] - part[-1])
        curves += _fit(part, ahead, back, tolerance)
    return curves


def written(curves: list[Array], *, decimals: int = 1) -> str:
    """Curves that close, as the data of a path: M, C and Z, absolute."""
    if not curves:
        return ""
    parts = [f"M{_pair(curves[0][0], decimals)}"]
    parts += [f"C{' '.join(_pair(point, decimals) for point in curve[1:])}" for curve in curves]
    return "".join(parts) + "Z"


def between(curves: list[Array], across: Array, first: float, last: float) -> list[Array]:
    """Those parts of curves that lie between two straight lines at right angles to `across`."""
    kept = []
    for curve in curves:
        far = curve @ across
        # of the cubic in t that says how far the curve is along `across`
        powers = [
            -far[0] + 3 * far[1] - 3 * far[2] + far[3],
            3 * (far[0] - 2 * far[1] + far[2]),
            3 * (far[1] - far[0]),
        ]
        cuts = {0.0, 1.0}
        for edge in (first, last):
            if np.isfinite(edge):
                found = np.roots([*powers, far[0] - edge])
                real = found[np.abs(found.imag) < 1e-9].real
                cuts |= {float(root) for root in real if 1e-6 < root < 1 - 1e-6}
        for start, end in itertools.pairwise(sorted(cuts)):
            middle = float((_along(curve, np.array([(start + end) / 2])) @ across)[0])
            if first < middle < last:
                kept.append(_section(curve, start, end))
    return kept


def joined(curves: list[Array]) -> str:
    """The data of one closed path; curves that do not meet are joined by straight lines."""
    steps = [f"M{_pair(curves[0][0], 1)}"]
    for before, curve in zip([curves[0][:1], *curves], curves, strict=False):
        if not np.allclose(before[-1], curve[0], atol=1e-6):
            steps.append(f"L{_pair(curve[0], 1)}")
        steps.append(f"C{' '.join(_pair(point, 1) for point in curve[1:])}")
    return "".join(steps) + "Z"


def _section(curve: Array, start: float, end: float) -> Array:
    """The part of a curve between two places on it, as a curve."""
    places = np.array([start, end])
    ends = _along(curve, places)
    t = places[:, None]
    s = 1 - t
    step = 3 * np.diff(curve, axis=0)
    slopes = (s * s * step[0] + 2 * s * t * step[1] + t * t * step[2]) * (end - start) / 3
    return np.array([ends[0], ends[0] + slopes[0], ends[1] - slopes[1], ends[1]])


def _pair(point: Array, decimals: int) -> str:
    return " ".join(f"{value:.{decimals}f}".removesuffix(".0") for value in point)


def _unit(vector: Array) -> Array:
    return vector / max(float(np.hypot(*vector)), 1e-12)


def _evenly(line: Array) -> Array:
    """The points of a closed line, STEP apart; the last is not the first again."""
    closed = line if np.allclose(line[0], line[-1]) else np.vstack([line, line[:1]])
    way = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(closed, axis=0).T))])
    count = max(8, int(way[-1] / STEP))
    places = np.linspace(0, way[-1], count, endpoint=False)
    return np.column_stack([np.interp(places, way, closed[:, axis]) for axis in (0, 1)])


def _corners(points: Array) -> list[int]:
    reach = max(2, round(REACH / STEP))
    before, behind = points - np.roll(points, reach, axis=0), np.roll(points, -reach, axis=0) - points
    turn = np.sum(before * behind, axis=1)
    turn /= np.maximum(np.hypot(*before.T) * np.hypot(*behind.T), 1e-12)
    sharp = turn < CORNER
    found = []
    for index in np.flatnonzero(sharp):
        around = np.arange(index - reach, index + reach + 1) % len(points)
        if turn[index] <= turn[around].min():
            found.append(int(index))
    return [index for nth, index in enumerate(found) if nth == 0 or index - found[nth - 1] > reach]


def _fit(points: Array, ahead: Array, back: Array, tolerance: float) -> Iterator[Array]:
    """As few curves as go: each as long as it can be."""
    last = len(points) - 1
    first = 0
    while first < last:
        good, bad, step = first + 1, last + 1, 16
        best = _straight(points[first], points[first + 1])
        while bad - good > 1:
            tried = min(good + step, bad - 1) if step else (good + bad) // 2
            end = back if tried == last else -_tangent(points, tried)
            curve = _one_curve(points[first : tried + 1], ahead, end, tolerance)
            if curve is None:
                bad, step = tried, 0
            else:
                good, best, step = tried, curve, 2 * step
        yield best
        first, ahead = good, _tangent(points, good)


def _straight(one: Array, other: Array) -> Array:
    return np.array([one, one + (other - one) / 3, other - (other - one) / 3, other])


def _tangent(points: Array, index: int) -> Array:
    return _unit(points[min(len(points) - 1, index + 3)] - points[max(0, index - 3)])


def _one_curve(points: Array, ahead: Array, back: Array, tolerance: float) -> Array | None:
    """The curve along `points`, or None when no single one is near enough."""
    if len(points) < 4:
        third = np.hypot(*(points[-1] - points[0])) / 3
        return np.array([points[0], points[0] + ahead * third, points[-1] + back * third, points[-1]])
    places = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    places /= places[-1]
    for _ in range(ROUNDS):
        curve = _least_squares(points, places, ahead, back)
        worst = float(np.hypot(*(_along(curve, places) - points).T).max())
        if worst <= tolerance:
            return curve
        if worst > 5 * tolerance:
            break
        places = _bettered(curve, points, places)
    return None


def _along(curve: Array, places: Array) -> Array:
    t = places[:, None]
    s = 1 - t
    return np.asarray(s**3 * curve[0] + 3 * s * s * t * curve[1] + 3 * s * t * t * curve[2] + t**3 * curve[3])


def _least_squares(points: Array, places: Array, ahead: Array, back: Array) -> Array:
    first, last = points[0], points[-1]
    t = places[:, None]
    s = 1 - t
    one, two = 3 * s * s * t * ahead, 3 * s * t * t * back
    rest = points - (s**3 + 3 * s * s * t) * first - (3 * s * t * t + t**3) * last
    matrix = np.array([[np.sum(one * one), np.sum(one * two)], [np.sum(one * two), np.sum(two * two)]])
    right = np.array([np.sum(one * rest), np.sum(two * rest)])
    chord = float(np.hypot(*(last - first)))
    length = float(np.sum(np.hypot(*np.diff(points, axis=0).T)))
    determinant = float(np.linalg.det(matrix))
    arms = np.linalg.solve(matrix, right) if abs(determinant) > 1e-12 else np.full(2, chord / 3)
    if arms.min() < 1e-3 * length or arms.max() > 1.2 * length:
        arms = np.full(2, chord / 3)
    return np.array([first, first + ahead * arms[0], last + back * arms[1], last])


def _bettered(curve: Array, points: Array, places: Array) -> Array:
    """One step of Newton's towards the place on the curve that is nearest to each point."""
    first = 3 * np.diff(curve, axis=0)
    second = 2 * np.diff(first, axis=0)
    t = places[:, None]
    s = 1 - t
    slope = s * s * first[0] + 2 * s * t * first[1] + t * t * first[2]
    bend = s * second[0] + t * second[1]
    off = _along(curve, places) - points
    above = np.sum(off * slope, axis=1)
    below = np.sum(slope * slope, axis=1) + np.sum(off * bend, axis=1)
    better = places - np.where(np.abs(below) > 1e-9, above / np.where(below == 0, 1, below), 0)
    return np.asarray(np.maximum.accumulate(np.clip(better, 0, 1)))
