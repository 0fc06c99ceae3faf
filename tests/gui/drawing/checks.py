"""What every drawing is checked for: nothing cut or overlapping, words to be read, marks to be hit."""

from itertools import combinations
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainterPath, QPainterPathStroker

from crmo_desktop.gui.drawing.drawer import Tools
from crmo_desktop.gui.drawing.scene import SMALLEST_TARGET, Scene, Shape, Written, colour
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Appearance, Look
from crmo_desktop.gui.typography import FACES

RESOURCES: Final = Path(__file__).resolve().parents[3] / "resources"
WIDTHS: Final = (300, 345, 608, 900, 1366)  # pixels at 100%
THEMES: Final = ("light", "dark", "sepia", "hc_black", "hc_white", "print")
FACE_NAMES: Final = tuple(FACES)
SMALLEST_TYPE: Final = 13  # pixels at 100%
_SLACK: Final = 0.75  # pixels: letters may lean a little out of their line


def look_in(theme: str = "light", face: str = "atkinson") -> Look:
    """The look of a theme, pages set in a face. Needs an application."""
    return Appearance(RESOURCES / "themes", choice=theme, face=face).look


def tools(art: dict[str, str] | None = None) -> Tools:
    """What drawings are made with; illustrations by name, or none."""
    return Tools(RESOURCES / "pictures", IconShelf(RESOURCES / "icons"), (art or {}).__getitem__)


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.2."""

    def light(shade: QColor) -> float:
        parts = [shade.redF(), shade.greenF(), shade.blueF()]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    darker, lighter = sorted((light(one), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


def assert_nothing_overlaps(scene: Scene) -> None:
    """No words leave the drawing or lie on other words, and none stick out of the box that they stand in."""
    written = scene.written()
    for words in written:
        assert _inside(words.rect, scene), f"cut: {words.text!r} {words.rect} in {scene.size}"
    for one, other in combinations(written, 2):
        assert not _small(one.rect).intersects(_small(other.rect)), f"{one.text!r} lies on {other.text!r}"
    for words in written:
        box = box_of(scene, words)
        if box is not None:
            path = QPainterPath()
            path.addRect(_ink(words))
            assert box.path.contains(path), f"{words.text!r} sticks out of its box"


def assert_lines_keep_clear(scene: Scene) -> None:
    """No line that matters (hairlines in "border" do not) runs through words."""
    for shape in scene.items:
        if not isinstance(shape, Shape) or not shape.line or shape.line == "border":
            continue
        stroker = QPainterPathStroker()
        stroker.setWidth(shape.width)
        stroke = stroker.createStroke(shape.path)
        for words in scene.written():
            assert not stroke.intersects(_small(words.rect)), f"a line runs through {words.text!r}"


def assert_readable(scene: Scene, look: Look) -> None:
    """Words have the contrast of WCAG 2.2 on their ground, stand on that ground, and are large enough."""
    for words in scene.written():
        ground = colour(look, words.ground)
        is_on_scale = words.ground.startswith("scale")
        need = 7.0 if look.is_high_contrast and not is_on_scale else 4.5
        found = contrast(colour(look, words.role), ground)
        assert found >= need, f"{words.text!r}: {words.role} on {words.ground} is {found:.2f}"
        assert words.layout.font().pixelSize() >= SMALLEST_TYPE, f"too small: {words.text!r}"
        box = box_of(scene, words)
        behind = colour(look, "page" if box is None else box.fill)
        assert behind == ground, f"{words.text!r} stands on {box.fill if box else 'page'}, not {words.ground}"


def assert_marks(scene: Scene) -> None:
    """Marks have names and ids of their own, can be hit, and lie in the drawing."""
    ids = [mark.id for mark in scene.marks]
    assert len(set(ids)) == len(ids), ids
    for mark in scene.marks:
        assert mark.id
        assert mark.name.strip() == mark.name != ""
        area = mark.area.boundingRect()
        assert min(area.width(), area.height()) >= SMALLEST_TARGET - 0.01, f"{mark.name}: {area}"
        assert _inside(area, scene), f"{mark.name}: {area} in {scene.size}"
        assert _inside(mark.ring, scene), f"{mark.name}: {mark.ring} in {scene.size}"
        assert not mark.ring.isEmpty()


def assert_lines_show(scene: Scene, look: Look, *, on: str = "page") -> None:
    """Lines reach 3 to 1 on `on`; hairlines in "border" and shade decorate only."""
    for shape in scene.items:
        if isinstance(shape, Shape) and shape.line not in ("", "border") and not shape.is_shade:
            assert contrast(colour(look, shape.line), colour(look, on)) >= 3, shape.line


def box_of(scene: Scene, words: Written) -> Shape | None:
    """The filled shape that `words` stand on; None on the page."""
    found, place = None, next(at for at, item in enumerate(scene.items) if item is words)
    for item in scene.items[:place]:
        if not isinstance(item, Shape) or not item.fill or item.opacity < 1:
            continue
        if item.path.contains(words.rect.center()):
            found = item
    return found


def all_words(scene: Scene) -> str:
    """Everything that is written, in the order of painting."""
    return "\n".join(words.text for words in scene.written())


def _inside(rect: QRectF, scene: Scene) -> bool:
    whole = QRectF(QPointF(0, 0), scene.size).adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    return whole.contains(rect)


def _ink(words: Written) -> QRectF:
    """What the letters cover; figures have nothing below their line and little above, and stand in discs."""
    rect = _small(words.rect)
    spare = rect.height() * 0.2 if words.text.isdecimal() else 0.0
    return rect.adjusted(0, spare, 0, -spare)


def _small(rect: QRectF) -> QRectF:
    return rect.adjusted(_SLACK, _SLACK, -_SLACK, -_SLACK)
