import pytest

from crmo_desktop.gui.slides.room_look import ROOM_THEMES, room_look
from crmo_desktop.gui.slides.slide import HEIGHT, SMALLEST, Room
from tests.gui.slides.samples import THEMES, look_of


def test_titles_are_a_twelfth_and_text_a_twentieth_of_the_height() -> None:
    look = look_of()

    assert (look.title, look.text, look.small, look.foot) == (60, 36, 30, 30)
    assert look.title * 12 == look.text * 20 == HEIGHT


@pytest.mark.parametrize("step", range(-3, 4))
def test_no_type_step_goes_below_the_smallest(step: int) -> None:
    look = look_of(Room(type_step=step))

    assert min(look.title, look.text, look.small, look.foot) >= SMALLEST


def test_each_type_step_is_larger() -> None:
    texts = [look_of(Room(type_step=step)).text for step in range(-1, 4)]

    assert texts == sorted(set(texts))


@pytest.mark.parametrize("theme", ROOM_THEMES)
def test_every_room_theme_has_colours_for_what_slides_show(theme: str) -> None:
    look = look_of(Room(theme))

    for role in ("page", "text", "heading", "accent", "muted", "aud_trainer", "good", "table_head"):
        assert look.colour(role).isValid()


def test_only_the_contrast_room_tells_surfaces_apart_by_lines() -> None:
    assert [theme for theme in ROOM_THEMES if look_of(Room(theme)).is_high_contrast] == ["contrast"]


def test_a_theme_is_read_once() -> None:
    assert look_of().look is look_of(Room(type_step=2)).look


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(KeyError):
        room_look(Room("sepia"), THEMES)


def test_titles_have_their_own_face() -> None:
    look = look_of()

    assert look.font(60, 600, is_title=True).families() != look.font(60, 600).families()
    assert look.font(60).pixelSize() == 60
