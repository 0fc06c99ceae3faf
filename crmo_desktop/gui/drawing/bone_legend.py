"""Below a bone map: what its colours mean, and what must be said beside its figures."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt

from crmo_desktop.domain.bone_map import BoneGroup
from crmo_desktop.gui.drawing.bone_colours import BIN, STEPS
from crmo_desktop.gui.drawing.scene import Scene, box, face, height_of, width_of
from crmo_desktop.gui.theme import Look

_SWATCH: Final = 26.0  # how high
_WIDEST: Final = 96.0  # a swatch
_GAP: Final = 12.0


def draw_legend(
    scene: Scene, groups: Sequence[BoneGroup], no_figure: str, look: Look, place: QRectF
) -> float:
    """Draw the steps of the scale and the hatch from the top of `place`; returns where they end."""
    top = _draw_units(scene, groups, look, place) + 6
    top = _draw_steps(scene, look, QRectF(place.left(), top, place.width(), 0)) + _GAP
    return _draw_hatch(scene, no_figure, look, QRectF(place.left(), top, place.width(), 0))


def _draw_units(scene: Scene, groups: Sequence[BoneGroup], look: Look, place: QRectF) -> float:
    """What the figures are; of two groups whose figures are not the same thing, of each."""
    font = face(look, 14.5, 600)
    units = list(dict.fromkeys(group.unit for group in groups))
    lines = units if len(units) == 1 else [f"{group.name}: {group.unit}" for group in groups]
    top = place.top()
    for line in lines:
        top = scene.words(line, font, QRectF(place.left(), top, place.width(), 0)).bottom() + 2
    return top


def _draw_steps(scene: Scene, look: Look, place: QRectF) -> float:
    """The steps in one row, or in two where one has no room."""
    font = face(look, 13.5)
    font.setStyleHint(font.StyleHint.SansSerif)
    labels = [step_name(step) for step in range(STEPS)]
    least = max(width_of(label, font) for label in labels) + 8
    columns = STEPS if least * STEPS <= place.width() else STEPS // 2
    wide = min(max(_WIDEST, least), place.width() / columns)
    high = _SWATCH + 3 + height_of(labels[0], font, wide)
    for step, label in enumerate(labels):
        row, column = divmod(step, columns)
        left, top = place.left() + column * wide, place.top() + row * (high + 8)
        swatch = box(QRectF(left, top, wide, _SWATCH))
        scene.shape(swatch, fill=f"scale[{step}]", line="bone_line", width=1.0)
        under = QRectF(left, top + _SWATCH + 3, wide, 0)
        scene.words(label, font, under, align=Qt.AlignmentFlag.AlignHCenter)
    rows = STEPS // columns
    return place.top() + rows * high + (rows - 1) * 8


def step_name(step: int) -> str:
    """A step of the scale in figures."""
    low, high = step * BIN, (step + 1) * BIN
    if step == 0:
        return QCoreApplication.translate("BoneMap", "under {high}").format(high=high)
    return f"{low}+" if step == STEPS - 1 else f"{low}–{high - 1}"


def _draw_hatch(scene: Scene, no_figure: str, look: Look, place: QRectF) -> float:
    font = face(look, 14.5)
    swatch = QRectF(place.left(), place.top(), 40, _SWATCH)
    words = QRectF(swatch.right() + 10, place.top(), place.right() - swatch.right() - 10, 0)
    high = height_of(no_figure, font, words.width())
    swatch.moveTop(place.top() + max(0.0, (high - _SWATCH) / 2))
    words.moveTop(place.top() + max(0.0, (_SWATCH - high) / 2))
    scene.shape(box(swatch), fill="nodata", hatch="nodata_line", line="nodata_line", width=1.0)
    scene.words(no_figure, font, words)
    return max(swatch.bottom(), QPointF(0, words.top() + high).y())
