"""What holds for every drawing: nothing cut, nothing on top of another, all of it legible and named."""

import json
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF

from crmo_desktop.gui.drawing.drawer import Tools
from crmo_desktop.gui.drawing.scene import SMALLEST_TARGET, Scene, Written, colour
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look, load_theme

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
THEMES = ("light", "dark", "sepia", "hc_black", "hc_white", "print")
FACES = ("atkinson", "serif", "dyslexic")
WIDTHS = (300.0, 345.0, 608.0, 900.0, 1366.0)
SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    '<rect width="10" height="10" fill="{bone}" stroke="{bone_line}"/></svg>'
)


def look_in(theme: str = "light", face: str = "atkinson") -> Look:
    """A theme at 100%, with pages in `face`."""
    tokens = json.loads((RESOURCES / "themes" / "tokens.json").read_text(encoding="utf-8"))
    return Look(load_theme(RESOURCES / "themes", theme), 100, tokens, face=face)


def tools() -> Tools:
    """The program's own pictures and icons; every illustration is a square."""
    return Tools(RESOURCES / "pictures", IconShelf(RESOURCES / "icons"), lambda _name: SQUARE)


def check_scene(scene: Scene, width: float) -> None:
    """Nothing cut at an edge or in a line, no words on others, every mark named and large enough."""
    assert scene.size.width() == pytest.approx(width)
    whole = QRectF(QPointF(), scene.size).adjusted(-0.5, -0.5, 0.5, 0.5)
    written = scene.written()
    for one in written:
        assert whole.contains(one.rect), f"cut: {one.text} {one.rect} in {whole}"
        assert _is_whole(one), f"too long for its line: {one.text}"
        assert one.layout.font().pixelSize() >= 13
    for one, two in combinations(written, 2):
        common = one.rect.intersected(two.rect)
        assert common.width() < 1 or common.height() < 1, f"“{one.text}” lies on “{two.text}”"
    ids = [mark.id for mark in scene.marks]
    assert len(set(ids)) == len(ids)
    for mark in scene.marks:
        assert mark.name.strip()
        assert whole.contains(mark.ring), f"cut: {mark.name}"
        area = mark.area.boundingRect()
        assert min(area.width(), area.height()) >= SMALLEST_TARGET - 0.01, mark.id


def check_contrast(scene: Scene) -> None:
    """All words can be read on what lies behind them, in every theme."""
    for theme in THEMES:
        look = look_in(theme)
        need = 7.0 if look.is_high_contrast else 4.5
        for role, ground in {(one.role, one.ground) for one in scene.written()}:
            found = contrast(look, role, ground)
            assert found >= need, f"{role} on {ground} in {theme}: {found:.1f}"


def contrast(look: Look, one: str, two: str) -> float:
    """The contrast ratio of two roles, by WCAG 2.2."""
    lights = sorted((_luminance(look, one), _luminance(look, two)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(look: Look, role: str) -> float:
    ink = colour(look, role)
    parts = (ink.redF(), ink.greenF(), ink.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4) for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _is_whole(one: Written) -> bool:
    lines = [one.layout.lineAt(number) for number in range(one.layout.lineCount())]
    return all(line.naturalTextWidth() <= line.width() + 1 for line in lines)
