"""Tests of `crmo_desktop.gui.drawing.bone_legend`."""

import pytest
from PySide6.QtCore import QRectF, QSizeF

from crmo_desktop.gui.drawing.bone_colours import STEPS, step_of
from crmo_desktop.gui.drawing.bone_legend import draw_legend, step_name
from crmo_desktop.gui.drawing.scene import Scene, Shape
from tests.gui.drawing import checks
from tests.gui.drawing.bones import DRAWING, PARTS, WHOLE, WIDE

pytestmark = pytest.mark.usefixtures("qapp")


def drawn(width: float, *groups: object, face: str = "atkinson") -> Scene:
    scene = Scene(QSizeF(width, 0))
    place = QRectF(0, 0, width, 0)
    bottom = draw_legend(scene, groups, DRAWING.no_figure, checks.look_in("light", face), place)  # type: ignore[arg-type]  # groups
    scene.size = QSizeF(width, bottom)
    return scene


@pytest.mark.parametrize("width", checks.WIDTHS)
@pytest.mark.parametrize("face", checks.FACE_NAMES)
def test_every_step_has_its_colour_and_its_words_below(width: float, face: str) -> None:
    scene = drawn(width, WHOLE, face=face)
    swatches = [i for i in scene.items if isinstance(i, Shape) and i.fill.startswith("scale")]
    words = {one.text: one.rect for one in scene.written()}

    assert [swatch.fill for swatch in swatches] == [f"scale[{step}]" for step in range(STEPS)]
    for step, swatch in enumerate(swatches):
        under, box = words[step_name(step)], swatch.path.boundingRect()
        assert under.center().x() == pytest.approx(box.center().x(), abs=1)
        assert 0 <= under.top() - box.bottom() < 8
    checks.assert_nothing_overlaps(scene)


def test_the_hatch_is_explained() -> None:
    scene = drawn(608, WHOLE)

    [hatched] = [item for item in scene.items if isinstance(item, Shape) and item.hatch]
    assert hatched.hatch == "nodata_line"
    assert DRAWING.no_figure in checks.all_words(scene)


def test_two_groups_that_count_the_same_share_one_line() -> None:
    assert checks.all_words(drawn(608, WHOLE, WIDE)).count(WHOLE.unit) == 1
    words = checks.all_words(drawn(608, WHOLE, PARTS))
    assert f"{WHOLE.name}: {WHOLE.unit}" in words
    assert f"{PARTS.name}: {PARTS.unit}" in words


def test_names_of_steps_are_their_bounds() -> None:
    names = [step_name(step) for step in range(STEPS)]

    assert names == ["under 15", "15–29", "30–44", "45–59", "60–74", "75+"]
    assert [step_of(low) for low in (15, 30, 45, 60, 75)] == [1, 2, 3, 4, 5]
