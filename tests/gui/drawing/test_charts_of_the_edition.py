"""The edition's own charts: what is drawn is what its facts say, in every width, face and theme."""

import pytest
from PySide6.QtCore import QRectF

from crmo_desktop.domain.picture import IconArrays, Picture, Ranges, SideBySide, Timeline
from crmo_desktop.gui.drawing.drawer import Drawer
from crmo_desktop.gui.drawing.icon_arrays import FEWEST, FILLED
from crmo_desktop.gui.drawing.scene import Scene, Shape, View
from crmo_desktop.services.reading import ReadingService
from tests.gui.drawing import checks

CHARTS = (IconArrays, Ranges, SideBySide, Timeline)


@pytest.fixture(scope="module")
def charts(reading: ReadingService) -> list[Picture]:
    found = [picture for picture in reading.pictures() if isinstance(picture.drawing, CHARTS)]
    assert found
    return found


def drawn(
    picture: Picture,
    width: float = 608,
    theme: str = "light",
    face: str = "atkinson",
    view: View | None = None,
) -> Scene:
    return Drawer(checks.tools()).draw(picture, checks.look_in(theme, face), width, view)


def filled(scene: Scene, area: QRectF) -> int:
    """How many filled signs are in a place."""
    return sum(
        isinstance(item, Shape) and item.fill == FILLED and area.contains(item.path.boundingRect().center())
        for item in scene.items
    )


def test_signs_are_filled_as_the_facts_say(charts: list[Picture]) -> None:
    for picture in charts:
        if not isinstance(picture.drawing, IconArrays):
            continue
        scene = drawn(picture)
        rates = [rate for comparison in picture.drawing.comparisons for rate in comparison.rates]
        for mark, rate in zip(scene.marks, rates, strict=True):
            assert (mark.value, mark.facts) == (rate.percent, rate.facts)
            of = 100 if rate.people >= FEWEST else rate.people
            assert filled(scene, mark.area.boundingRect()) == round(rate.percent * of / 100), mark.name
            assert rate.shown in mark.name
            assert f"{rate.people} {rate.what}" in checks.all_words(scene), "no rate without its people"
            assert rate.facts


def test_dots_stand_where_the_facts_say(charts: list[Picture]) -> None:
    for picture in charts:
        if not isinstance(picture.drawing, Ranges):
            continue
        scene = drawn(picture)
        ticks = {
            float(words.text): words.rect.center().x()
            for words in scene.written()
            if words.text.replace(".", "").isdecimal() and words.role == "muted"
        }
        last = max(ticks)
        ranges = [one for group in picture.drawing.groups for one in group.ranges]
        dots = [mark for mark in scene.marks if mark.value is not None]
        for mark, one in zip(dots, ranges, strict=True):
            place = ticks[0] + (ticks[last] - ticks[0]) * one.value / last
            assert mark.area.boundingRect().center().x() == pytest.approx(place, abs=1), mark.name
            assert (mark.value, mark.facts) == (one.value, one.facts)
            assert one.facts


def test_every_word_of_a_comparison_and_a_history_is_drawn(charts: list[Picture]) -> None:
    for picture in charts:
        drawing, said = picture.drawing, checks.all_words(drawn(picture))
        if isinstance(drawing, SideBySide):
            assert all(cell.text in said for row in drawing.rows for cell in (row.title, *row.cells))
        elif isinstance(drawing, Timeline):
            years = [mark.value for mark in drawn(picture).marks]
            assert years == sorted(event.year for event in drawing.events)
            assert all(event.title.text in said and event.shown in said for event in drawing.events)


@pytest.mark.parametrize("face", checks.FACE_NAMES)
@pytest.mark.parametrize("width", checks.WIDTHS)
def test_nothing_is_cut_or_overlaps(charts: list[Picture], width: float, face: str) -> None:
    for picture in charts:
        sorts = (None, 0, 1) if isinstance(picture.drawing, SideBySide) else (None,)
        for sort in sorts:
            scene = drawn(picture, width, face=face, view=View(sort=sort))
            checks.assert_nothing_overlaps(scene)
            checks.assert_lines_keep_clear(scene)
            checks.assert_marks(scene)


@pytest.mark.parametrize("theme", checks.THEMES)
def test_all_can_be_read_in_every_theme(charts: list[Picture], theme: str) -> None:
    for picture in charts:
        for width in (300, 608):
            checks.assert_readable(drawn(picture, width, theme), checks.look_in(theme))
