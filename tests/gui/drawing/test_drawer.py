"""Tests of `crmo_desktop.gui.drawing.drawer`."""

from pathlib import Path
from typing import get_args

import pytest

from crmo_desktop.domain.identifiers import PictureId, TopicId
from crmo_desktop.domain.picture import (
    Art,
    Drawing,
    Event,
    Picture,
    PictureTable,
    Timeline,
    Words,
)
from crmo_desktop.gui.drawing.drawer import _DRAW, NARROWEST, Drawer, Tools
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look

PICTURES = Path(__file__).resolve().parents[3] / "resources" / "pictures"
HISTORY = Picture(
    id=PictureId("history"),
    title="History",
    caption="What happened when.",
    audience="both",
    topic=TopicId("history-of-crmo"),
    drawing=Timeline(events=(Event(year=1972, shown="1972", title=Words(text="First described")),)),
    said=("1972: first described.",),
    table=PictureTable(columns=("Year",), numeric=(False,), rows=((Words(text="1972"),),)),
    facts=(),
    sources=(),
)


@pytest.fixture
def drawer(icons: IconShelf) -> Drawer:
    def art(name: str) -> str:
        return "<svg/>" if name == "knee.svg" else ""

    return Drawer(Tools(PICTURES, icons, art))


def test_every_kind_of_picture_has_a_module_that_draws_it() -> None:
    assert set(_DRAW) == set(get_args(Drawing))
    modules = {load().__module__ for load in _DRAW.values()}
    assert len(modules) == len(_DRAW)
    assert all(name.startswith("crmo_desktop.gui.drawing.") for name in modules)


@pytest.mark.parametrize("width", [10, 608])
def test_a_picture_is_as_wide_as_it_is_to_be_but_never_too_narrow(
    drawer: Drawer, look: Look, width: float
) -> None:
    scene = drawer.draw(HISTORY, look, width)

    assert scene.size.width() == max(width, NARROWEST)
    assert [mark.name for mark in scene.marks]


def test_an_illustration_is_asked_for_by_its_name(drawer: Drawer) -> None:
    assert drawer.tools.art_of(Art(name="knee.svg", width=1, height=1)) == "<svg/>"
    assert drawer.tools.art_of(None) == ""
