from itertools import pairwise

import pytest

from crmo_desktop.gui.arrangement import LEFT, RIGHT, arrange
from tests.gui.conftest import LookOf


@pytest.mark.parametrize(
    ("width", "size", "left_is_drawer", "right_is_button", "menu_is_folded", "switch_is_menu"),
    [
        (1366, 100, False, False, False, False),
        (1024, 100, False, True, False, False),
        (1920, 100, False, False, False, False),
        (800, 100, True, True, False, True),
        (640, 100, True, True, False, True),
        (639, 100, True, True, True, True),
        (1366, 150, True, True, False, True),
        (1500, 150, False, True, False, False),
        (1366, 160, True, True, True, True),
        (1366, 200, True, True, True, True),
        (1855, 200, True, True, True, True),
        (1920, 200, False, True, True, True),
        (1024, 250, True, True, True, True),
        (3840, 200, False, False, True, False),
    ],
)
def test_what_there_is_no_room_for_gives_way(
    width: int,
    size: int,
    left_is_drawer: bool,
    right_is_button: bool,
    menu_is_folded: bool,
    switch_is_menu: bool,
    look_of: LookOf,
) -> None:
    found = arrange(width, look_of("light", size))

    assert (found.left_is_drawer, found.right_is_button) == (left_is_drawer, right_is_button)
    assert (found.menu_is_folded, found.switch_is_menu) == (menu_is_folded, switch_is_menu)


@pytest.mark.parametrize("size", [80, 100, 125, 150, 200, 250])
def test_what_gives_way_never_comes_back_in_a_smaller_window(size: int, look_of: LookOf) -> None:
    look = look_of("light", size)
    hidden = [
        (
            found.left_is_drawer,
            found.right_is_button,
            found.menu_is_folded,
            not found.shows_key_hints,
            not found.shows_print,
            not found.shows_present,
            not found.shows_bookmark,
            not found.shows_percentage,
            not found.shows_size_buttons,
            found.switch_is_menu,
        )
        for found in (arrange(width, look) for width in range(3840, 320, -20))
    ]

    assert all(
        wider <= narrower
        for before, after in pairwise(hidden)
        for wider, narrower in zip(before, after, strict=True)
    )
    assert not any(hidden[0][:2]), "there is room for both panes in 3840 pixels"
    assert all(hidden[-1])


@pytest.mark.parametrize("size", [80, 100, 125, 150, 175, 200, 225, 250])
@pytest.mark.parametrize("width", [1024, 1366, 1920, 2560])
def test_the_page_keeps_its_measure_beside_the_panes(width: int, size: int, look_of: LookOf) -> None:
    look = look_of("light", size)

    found = arrange(width, look)

    left = 0 if found.left_is_drawer else found.left
    right = 0 if found.right_is_button else found.right
    assert left + right == 0 or width - left - right >= 608 * look.zoom
    assert not (found.left_is_drawer and not found.right_is_button), "the right pane goes first"


def test_panes_are_wider_in_a_wide_window_and_with_large_text(look_of: LookOf) -> None:
    usual, wide, large = (
        arrange(1366, look_of()),
        arrange(1920, look_of()),
        arrange(1366, look_of("light", 150)),
    )

    assert (usual.left, usual.right) == (LEFT, RIGHT)
    assert wide.left > usual.left
    assert wide.right > usual.right
    assert (large.left, large.right) == (LEFT * 1.5, RIGHT * 1.5)


@pytest.mark.parametrize(
    ("width", "size", "narrow"),
    [(1366, 100, False), (1366, 200, True), (760, 100, False), (700, 100, False), (479, 100, True)],
)
def test_wide_tables_are_written_as_blocks_where_they_have_no_room(
    width: int, size: int, narrow: bool, look_of: LookOf
) -> None:
    assert arrange(width, look_of("light", size)).narrow_tables is narrow
