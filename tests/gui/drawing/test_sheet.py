"""A picture on a sheet: title and caption above, sources and edition below, nothing outside."""

import pytest
from PySide6.QtCore import QRectF

from crmo_desktop.gui.drawing.sheet import MARGIN, SheetWords, sheet
from crmo_desktop.gui.theme import Look
from tests.gui.sample_pictures import SampleDrawer, picture_of_rows

WORDS = SheetWords("Source: a study.", "CRMO reference, edition 2026-11-25.")


@pytest.mark.parametrize("width", [300.0, 640.0, 1200.0])
def test_everything_stands_inside_in_the_order_of_reading(look: Look, width: float) -> None:
    picture = picture_of_rows()
    scene = SampleDrawer().draw(picture, look, width)

    made = sheet(picture, scene, look, WORDS)

    words = [item.text for item in made.written()]
    assert words[:2] == [picture.title, picture.caption]
    assert words[-2:] == [WORDS.sources, WORDS.edition]
    assert made.size.width() == width + 2 * MARGIN
    inside = QRectF(0, 0, made.size.width(), made.size.height()).adjusted(MARGIN - 1, 0, 1 - MARGIN, 0)
    tops = [item.rect.top() for item in made.written()]
    assert tops == sorted(tops)
    assert all(inside.contains(item.rect) for item in made.written())


def test_marks_move_with_what_they_name(look: Look) -> None:
    picture = picture_of_rows()
    scene = SampleDrawer().draw(picture, look, 500)

    made = sheet(picture, scene, look, WORDS)

    moved = made.marks[0].ring.topLeft() - scene.marks[0].ring.topLeft()
    assert moved.x() == MARGIN
    assert moved.y() > MARGIN
    assert [mark.id for mark in made.marks] == [mark.id for mark in scene.marks]


def test_a_picture_without_sources_has_no_empty_line(look: Look) -> None:
    picture = picture_of_rows()
    scene = SampleDrawer().draw(picture, look, 500)

    made = sheet(picture, scene, look, SheetWords("", "Edition."))

    assert made.written()[-1].text == "Edition."
    assert made.size.height() < sheet(picture, scene, look, WORDS).size.height()
