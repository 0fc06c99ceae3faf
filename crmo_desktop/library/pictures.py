"""The pictures of a pack as values."""

import json
import sqlite3

from crmo_desktop.domain.picture import Picture
from crmo_desktop.domain.picture_json import read_picture


def pictures(connection: sqlite3.Connection) -> tuple[Picture, ...]:
    """Every picture that this program can draw, in the order of the edition.

    None where the pack was made before there were pictures; one of a kind that is not known here, from a
    later edition, is left out.
    """
    row = connection.execute("SELECT json FROM dataset WHERE name = 'pictures'").fetchone()
    found = []
    for record in json.loads(row[0]) if row else []:
        try:
            found.append(read_picture(record))
        except ValueError:
            continue
    return tuple(found)
