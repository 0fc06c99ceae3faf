"""Carries what was made in one notebook over into another, by the names of things.

Numbers will not do: while the file could not be used, others may have given the same ones to other things.
"""

import sqlite3
from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import Any, Final

from crmo_desktop.store.trouble import FILE_ERRORS

Row = dict[str, Any]
Key = tuple[Any, ...]
Rows = dict[Key, Row]  # by what names them in every file
Content = dict[str, Rows]  # by table

# What names a row in every file; of a table that is not here, its primary key does. Folders come first:
# things lie in them.
KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "folder": ("uid",),
    "thing": ("uid",),
    "finished": ("topic",),
    "handout": ("uid",),
    "session": ("uid",),
    "rehearsal": ("uid",),
    "slide_note": ("place", "audience"),
    "poll": ("uid",),
    "quiz_round": ("uid",),
    "kept_question": ("words",),
    "visit": ("address", "audience", "visited_at"),
    "place": ("page", "audience"),
    "recent_search": ("query",),
    "setting": ("key",),
}
MADE: Final = (
    "folder",
    "thing",
    "finished",
    "handout",
    "kept_question",
    "session",
    "rehearsal",
    "slide_note",
    "poll",
    "quiz_round",
)  # what the reader would miss
_NUMBER: Final = "id"
_CHANGED: Final = "changed_at"
_FOLDER: Final = "folder"  # both the table and the column that points into it


def content_of(connection: sqlite3.Connection) -> Content:
    """Every row of every table, in the order of their making."""
    folders = folders_of(connection)
    found: Content = {}
    for name in tables(connection):
        table = Table(connection, name)
        rows = connection.execute(f"SELECT * FROM {name}{table.order}")  # noqa: S608 - a table's name
        found[name] = dict(table.named(row, folders) for row in rows)
    return found


def carry_over(
    before: Content, after: Content, target: sqlite3.Connection, *, emptied: Collection[str] = ()
) -> None:
    """Do to `target` what was done between `before` and `after`; runs within a transaction of the caller's.

    What was made or changed is there then, even if it was deleted in `target` meanwhile; what was deleted is
    gone. All else in `target` stays.

    Args:
        before: what there was.
        after: what there is.
        target: has the same tables.
        emptied: tables of which everything was forgotten meanwhile, also what `before` knows nothing of.
    """
    for name in tables(target):
        table = Table(target, name)
        old, new = before.get(name, {}), after.get(name, {})
        if name in emptied:
            target.execute(f"DELETE FROM {name}")  # noqa: S608 - a table's name
            old = {}
        for key in old.keys() - new.keys():
            table.delete(key)
        for key, row in new.items():
            if old.get(key) != row:
                table.put(key, row)


def add_missing(
    source: Content, target: sqlite3.Connection, *, wanted: Collection[str] = MADE, takes_later: bool = False
) -> int:
    """Add the rows of `source` that `target` lacks; returns how many those were.

    Runs within a transaction of the caller's.

    Args:
        source: where they come from.
        target: where they are to be.
        wanted: tables that count.
        takes_later: also change what has changed later in `source`.
    """
    there = content_of(target)
    added = 0
    for name in tables(target):
        table, rows = Table(target, name), there[name]
        for key, row in source.get(name, {}).items() if name in wanted else ():
            if key not in rows:
                added += table.put(key, row)
            elif takes_later and row.get(_CHANGED, "") > rows[key].get(_CHANGED, ""):
                table.put(key, row)
    return added


def tables(connection: sqlite3.Connection) -> list[str]:
    """The names of the tables, those first that others point into."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    names = [name for (name,) in connection.execute(query)]
    order = list(KEYS)
    return sorted(names, key=lambda name: order.index(name) if name in order else len(order))


def folders_of(connection: sqlite3.Connection) -> dict[int, tuple[str, str]]:
    """What names each folder in every file, and what the reader calls it, by its number in this file."""
    with suppress(*FILE_ERRORS):  # an old version has none; of a damaged one some may be read
        rows = connection.execute("SELECT id, uid, name FROM folder")
        return {number: (uid, name) for number, uid, name in rows}
    return {}


class Table:
    """One table of an open file.

    Attributes:
        columns: their names.
        by: the columns that order it as it lies in the file.
        order: words that have a query give the rows in the order of their making.
    """

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection, self._name = connection, name
        info = connection.execute(f"PRAGMA table_info({name})").fetchall()
        self.columns = [column for _, column, *_ in info]
        primary = tuple(column for place, column in sorted((row[5], row[1]) for row in info) if place)
        self._key = KEYS.get(name) or primary or tuple(self.columns)
        self._which = " AND ".join(f"{column} IS ?" for column in self._key)
        self.by = ", ".join(primary)
        self.order = f" ORDER BY {_NUMBER}" if _NUMBER in self.columns else ""

    def named(self, values: Collection[Any], folders: Mapping[int, tuple[str, str]]) -> tuple[Key, Row]:
        """A row as it is in every file, and what names it: no number, and the folder by its name."""
        row = dict(zip(self.columns, values, strict=True))
        if _FOLDER in row:
            row[_FOLDER] = folders.get(row[_FOLDER])
        key = tuple(row[column] for column in self._key)
        if _NUMBER not in self._key:
            row.pop(_NUMBER, None)
        return key, row

    def delete(self, key: Key) -> None:
        """Have the row of this name no longer."""
        self._connection.execute(f"DELETE FROM {self._name} WHERE {self._which}", key)  # noqa: S608 - names

    def put(self, key: Key, row: Row) -> bool:
        """Have `row` stand in the table; whether it was not there before."""
        values = {name: value for name, value in row.items() if name in self.columns}
        if _FOLDER in values:
            values[_FOLDER] = self._folder_number(values[_FOLDER])
        if self._has_namesake(values):
            if self._name == _FOLDER:
                return False  # what lies in it goes into its namesake
            values["name"] = self._free_name(values["name"])
        changes = ", ".join(f"{name} = ?" for name in values)
        query = f"UPDATE {self._name} SET {changes} WHERE {self._which}"  # noqa: S608 - names of ours
        if self._connection.execute(query, (*values.values(), *key)).rowcount:
            return False
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        query = f"INSERT INTO {self._name} ({names}) VALUES ({marks})"  # noqa: S608 - names of ours
        self._connection.execute(query, tuple(values.values()))
        return True

    def _has_namesake(self, values: Row) -> bool:
        """Whether another folder or handout has this one's name."""
        if "name" not in values or "uid" not in values:
            return False
        query = f"SELECT 1 FROM {self._name} WHERE name = ? AND uid <> ?"  # noqa: S608 - a table's name
        return self._connection.execute(query, (values["name"], values["uid"])).fetchone() is not None

    def _free_name(self, name: str) -> str:
        query = f"SELECT name FROM {self._name}"  # noqa: S608 - a table's name
        taken = {one.casefold() for (one,) in self._connection.execute(query)}
        number = 2
        while f"{name} ({number})".casefold() in taken:
            number += 1
        return f"{name} ({number})"

    def _folder_number(self, folder: tuple[str, str] | None) -> int | None:
        """The number here of a folder; None if it lies in none, or that is here no longer."""
        if folder is None:
            return None
        row = self._connection.execute(
            "SELECT id FROM folder WHERE uid = ? OR name = ? ORDER BY uid <> ?", (*folder, folder[0])
        ).fetchone()
        return None if row is None else int(row[0])
