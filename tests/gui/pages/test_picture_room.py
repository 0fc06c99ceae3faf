"""Who stands beside whom on a picture's page."""

import pytest

from crmo_desktop.gui.pages.picture_room import GAP, room_for
from tests.gui.conftest import LookOf


def test_with_room_the_panel_stands_beside_the_drawing(look_of: LookOf) -> None:
    room = room_for(1078, look_of(), has_panel=True, is_table=False)

    assert room.is_beside
    assert room.side == 438
    assert room.margin * 2 + room.left + GAP + room.side == 1078


@pytest.mark.parametrize(("width", "size"), [(736, 100), (1078, 150), (1024, 200), (640, 250)])
def test_without_it_stands_below(look_of: LookOf, width: int, size: int) -> None:
    room = room_for(width, look_of("light", size), has_panel=True, is_table=False)

    assert not room.is_beside
    assert room.left == room.side <= width - 2 * room.margin


def test_a_drawing_is_no_wider_than_can_be_read_and_a_table_a_little_wider(look_of: LookOf) -> None:
    assert room_for(1900, look_of(), has_panel=False, is_table=False).left == 900
    assert room_for(1900, look_of(), has_panel=True, is_table=True).left == 1100
    assert room_for(2000, look_of("light", 200), has_panel=False, is_table=False).left == 1800


def test_there_is_always_room_for_the_narrowest(look_of: LookOf) -> None:
    assert room_for(10, look_of(), has_panel=True, is_table=False).left > 280
