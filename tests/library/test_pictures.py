"""Pictures are read from a pack, as far as this program knows their kinds."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.domain.picture_json import picture_record
from crmo_desktop.library.pack import open_pack
from crmo_desktop.library.pictures import pictures
from tests.domain.pictures import bone_map


def connection_with(*records: object) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE dataset (name TEXT, json TEXT)")
    connection.execute("INSERT INTO dataset VALUES ('pictures', ?)", (json.dumps(records),))
    return connection


def test_pictures_come_in_their_order() -> None:
    first, second = bone_map("first"), bone_map("second")

    with closing(connection_with(picture_record(first), picture_record(second))) as connection:
        assert pictures(connection) == (first, second)


@pytest.mark.parametrize("record", [{"kind": "Hologram"}, {"kind": "Flow", "id": "half"}])
def test_a_picture_of_a_later_edition_is_left_out(record: dict[str, str]) -> None:
    known = bone_map("known")

    with closing(connection_with(record, picture_record(known))) as connection:
        assert pictures(connection) == (known,)


def test_the_edition_has_pictures_in_the_order_of_its_topics(pack_path: Path) -> None:
    with closing(open_pack(pack_path)) as pack:
        order = list(pack.topics)
        places = [order.index(picture.topic) for picture in pictures(pack.connection)]

    assert places
    assert places == sorted(places)
