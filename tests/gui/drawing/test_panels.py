"""Tests of `crmo_desktop.gui.drawing.panels`."""

import pytest
from PySide6.QtCore import QRectF

from crmo_desktop.domain.picture import Panels
from crmo_desktop.gui.drawing.panels import draw
from crmo_desktop.gui.drawing.scene import Illustration, Scene, Shape, View
from tests.gui.drawing.checks import FACE_NAMES, WIDTHS, look_in
from tests.gui.drawing.drawn import check_contrast, check_scene, tools
from tests.gui.drawing.examples import DAY, STATES, TEAM

ALL = [pytest.param(DAY, id="day"), pytest.param(STATES, id="states"), pytest.param(TEAM, id="team")]


def drawn(panels: Panels, width: float, face: str = "atkinson") -> Scene:
    return draw(panels, look_in(face=face), width, View(), tools())


def rings(scene: Scene) -> list[QRectF]:
    return [mark.ring for mark in scene.marks]


def columns(scene: Scene) -> int:
    return len({round(ring.left()) for ring in rings(scene)})


@pytest.mark.parametrize("face", FACE_NAMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("panels", ALL)
def test_nothing_is_cut_or_overlaps(panels: Panels, width: float, face: str) -> None:
    scene = drawn(panels, width, face)

    check_scene(scene, width)
    for number, one in enumerate(rings(scene)):
        assert not any(one.intersects(other) for other in rings(scene)[:number])


@pytest.mark.parametrize("panels", ALL)
def test_all_words_can_be_read_in_every_theme(panels: Panels) -> None:
    check_contrast(drawn(panels, 608.0))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("panels", ALL)
def test_panels_of_one_row_are_of_equal_size(panels: Panels, width: float) -> None:
    rows: dict[int, set[tuple[int, int]]] = {}
    for ring in rings(drawn(panels, width)):
        rows.setdefault(round(ring.top()), set()).add((round(ring.width()), round(ring.height())))

    assert all(len(sizes) == 1 for sizes in rows.values())


def test_as_many_columns_as_there_is_room_for() -> None:
    assert [columns(drawn(DAY, width)) for width in (300.0, 608.0, 1366.0)] == [1, 3, 3]
    assert columns(drawn(DAY, 608.0, "dyslexic")) == 2
    assert [columns(drawn(STATES, width)) for width in (300.0, 608.0)] == [1, 3]
    assert columns(drawn(STATES, 450.0)) == 1  # two states and one below would tell another story


@pytest.mark.parametrize("width", [300.0, 608.0])
def test_illustrations_are_drawn_at_one_scale_and_stand_on_one_line(width: float) -> None:
    scene = drawn(STATES, width)

    arts = [item.rect for item in scene.items if isinstance(item, Illustration)]
    kinds = [panel.art for panel in STATES.panels]
    scales = {
        round(art.width() / kind.width, 4) for art, kind in zip(arts, kinds, strict=True) if kind is not None
    }
    assert len(scales) == 1
    if width > 600:
        assert len({round(art.bottom()) for art in arts}) == 1


def test_steps_have_numbers_and_states_have_arrows() -> None:
    assert [text.text for text in drawn(DAY, 608.0).written() if text.text.isdigit()] == list("123456")
    for width in (300.0, 608.0):
        heads = [
            item
            for item in drawn(STATES, width).items
            if isinstance(item, Shape) and item.fill == "accent" and not item.line
        ]
        assert len(heads) == len(STATES.panels) - 1
    assert not [text for text in drawn(TEAM, 608.0).written() if text.text.isdigit()]


def test_people_have_icons() -> None:
    icons = [item for item in drawn(TEAM, 608.0).items if isinstance(item, Illustration)]

    assert len(icons) == len(TEAM.panels)
    assert all("{accent}" in icon.svg for icon in icons)


def test_marks_say_what_they_show_in_order() -> None:
    names = [mark.name for mark in drawn(DAY, 608.0).marks]

    assert names[1] == "2. Lying down. You lie down on a table that can move."
    assert [name[0] for name in names] == list("123456")
    assert drawn(TEAM, 608.0).marks[0].facts == ("panel-01", "panel-02")


def test_below_each_other_with_room_words_stand_beside_their_illustration() -> None:
    scene = drawn(STATES, 520.0)

    arts = [item.rect for item in scene.items if isinstance(item, Illustration)]
    assert columns(scene) == 1
    for art, ring in zip(arts, rings(scene), strict=True):
        words = [written.rect for written in scene.written() if ring.contains(written.rect.center())]
        assert len(words) == 2
        assert all(rect.left() > art.right() for rect in words)
