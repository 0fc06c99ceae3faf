"""Diagrams as they are drawn in the tests: with squares for illustrations, checked in one go."""

import pytest

from crmo_desktop.gui.drawing.drawer import Tools
from crmo_desktop.gui.drawing.scene import Scene, Written
from tests.gui.drawing import checks

SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    '<rect width="10" height="10" fill="{bone}" stroke="{bone_line}"/></svg>'
)


def tools() -> Tools:
    """The program's own pictures and icons; every illustration is a square."""
    return checks.tools()._replace(art=lambda _name: SQUARE)


def check_scene(scene: Scene, width: float) -> None:
    """As wide as it is to be, nothing cut or on other words, every mark named and large enough."""
    assert scene.size.width() == pytest.approx(width)
    checks.assert_nothing_overlaps(scene)
    checks.assert_marks(scene)
    for one in scene.written():
        assert _is_whole(one), f"too long for its line: {one.text}"


def check_contrast(scene: Scene) -> None:
    """All words can be read on what lies behind them, in every theme."""
    for theme in checks.THEMES:
        checks.assert_readable(scene, checks.look_in(theme))


def _is_whole(one: Written) -> bool:
    lines = [one.layout.lineAt(number) for number in range(one.layout.lineCount())]
    return all(line.naturalTextWidth() <= line.width() + 1 for line in lines)
