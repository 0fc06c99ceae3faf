"""Tests of `crmo_desktop.gui.presenting_keys`; what each key does is tried in `test_fixed_keys`."""

from crmo_desktop.gui.fixed_keys import FixedKeys, places_of
from crmo_desktop.gui.presenting_keys import PLACES, PresentingKeys


def test_they_stand_in_the_table_of_all_fixed_keys() -> None:
    keys, table = PresentingKeys(), FixedKeys()

    for place in keys.titles:
        assert table.titles[place] == keys.titles[place]
        assert [row.keys for row in table.at(place)] == [row.keys for row in keys.rows if row.place == place]


def test_every_place_has_a_title_and_rows() -> None:
    keys = PresentingKeys()

    assert set(PLACES.values()) == set(keys.titles) == {row.place for row in keys.rows}


def test_no_key_of_a_talk_stands_in_the_way_of_the_windows_own() -> None:
    assert places_of(None) == []
    assert {"F5", "F6", "Ctrl+P"}.isdisjoint(key for row in PresentingKeys().rows for key in row.keys)
