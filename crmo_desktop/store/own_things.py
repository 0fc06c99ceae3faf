"""Bookmarks, highlights, notes, folders and finished topics in the reader's file."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.own_things import (
    Colour,
    Folder,
    FolderId,
    Kind,
    Quote,
    Removed,
    Spot,
    Thing,
    ThingId,
)
from crmo_desktop.store.database import Notebook, Statement

_INSERT: Final = "INSERT INTO thing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_CHANGE: Final = """UPDATE thing SET kind = ?, page = ?, section = ?, audience = ?, title = ?,
    section_title = ?, folder = ?, colour = ?, exact = ?, prefix = ?, suffix = ?, words = ?, edition = ?,
    made_at = ?, changed_at = ? WHERE uid = ?"""


class OwnThingRepository:
    """What the reader makes; borrows an open notebook."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    # --- things

    def all(self) -> tuple[Thing, ...]:
        """Every thing, the latest made first."""
        rows = self._notebook.read("SELECT * FROM thing ORDER BY id DESC")
        return tuple(_thing(row) for row in rows)

    def on_page(self, page: str) -> tuple[Thing, ...]:
        """Every thing on the page of this address, the first made first."""
        rows = self._notebook.read("SELECT * FROM thing WHERE page = ? ORDER BY id", (page,))
        return tuple(_thing(row) for row in rows)

    def get(self, id: ThingId) -> Thing | None:
        """The thing of this number; None if it is there no longer."""
        rows = self._notebook.read("SELECT * FROM thing WHERE id = ?", (id,))
        return _thing(rows[0]) if rows else None

    def with_uid(self, uid: str) -> Thing | None:
        """The thing that bears this name in every file; None if there is none."""
        rows = self._notebook.read("SELECT * FROM thing WHERE uid = ?", (uid,))
        return _thing(rows[0]) if rows else None

    def add(self, thing: Thing) -> Thing:
        """Keep `thing`; returns it with its number. That of `thing` counts only if it is not 0.

        Raises:
            ValueError: a time has no time zone.
        """
        self._notebook.write((_INSERT, _row(thing)))
        added = self.with_uid(thing.uid)
        if added is None:
            raise ValueError(f"just deleted by another window: {thing.uid}")
        return added

    def put(self, thing: Thing) -> None:
        """Keep `thing` in place of the one of its name, if that is still there."""
        self._notebook.write((_CHANGE, (*_row(thing)[2:], thing.uid)))

    def delete(self, things: Sequence[Thing]) -> None:
        """Keep these no longer."""
        self._notebook.write(*(("DELETE FROM thing WHERE uid = ?", (thing.uid,)) for thing in things))

    # --- folders

    def folders(self) -> tuple[Folder, ...]:
        """Every folder, by name."""
        rows = self._notebook.read("SELECT id, uid, name FROM folder ORDER BY name COLLATE NOCASE")
        return tuple(Folder(id=FolderId(id), uid=uid, name=name) for id, uid, name in rows)

    def add_folder(self, uid: str, name: str) -> Folder:
        """The folder called `name`, in any letters' case; made if there is none."""
        self._notebook.write(
            ("INSERT INTO folder (uid, name) VALUES (?, ?) ON CONFLICT DO NOTHING", (uid, name))
        )
        ((id, uid, name),) = self._notebook.read("SELECT id, uid, name FROM folder WHERE name = ?", (name,))
        return Folder(id=FolderId(id), uid=uid, name=name)

    def rename_folder(self, id: FolderId, name: str) -> bool:
        """Call a folder `name`; false, and nothing done, if another is called so."""
        self._notebook.write(("UPDATE OR IGNORE folder SET name = ? WHERE id = ?", (name, id)))
        return bool(self._notebook.read("SELECT 1 FROM folder WHERE id = ? AND name = ?", (id, name)))

    def delete_folder(self, id: FolderId) -> None:
        """Have the folder no longer; what lay in it stays, in no folder."""
        self._notebook.write(("DELETE FROM folder WHERE id = ?", (id,)))

    def restore(self, removed: Removed) -> None:
        """Bring back what was deleted, in its old places; what is there again already stays as it is."""
        statements: list[Statement] = [
            (
                "INSERT INTO folder (id, uid, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                (f.id, f.uid, f.name),
            )
            for f in removed.folders
        ]
        for thing in removed.things:
            statements.append((f"{_INSERT} ON CONFLICT DO NOTHING", _row(thing, keep_folder=False)))
            statements.append(_lay_into(thing.id, thing.folder))
        statements += [_lay_into(thing, folder) for thing, folder in removed.emptied]
        self._notebook.write(*statements)

    # --- finished topics

    def finished(self) -> frozenset[str]:
        """Ids of the topics that the reader is done with."""
        return frozenset(topic for (topic,) in self._notebook.read("SELECT topic FROM finished"))

    def finish(self, topic: str, when: datetime) -> None:
        """The reader is done with `topic`."""
        values = (topic, when.astimezone(UTC).isoformat())
        self._notebook.write(("INSERT OR IGNORE INTO finished VALUES (?, ?)", values))

    def unfinish(self, topic: str) -> None:
        """The reader is not done with `topic` after all."""
        self._notebook.write(("DELETE FROM finished WHERE topic = ?", (topic,)))

    def stamp(self) -> tuple[int, int]:
        """Another value whenever another window has written, or another file is in use."""
        return self._notebook.stamp()

    def forget_all(self) -> None:
        """Forget every thing, folder and finished topic, and leave no trace of them in the file."""
        self._notebook.write(
            ("DELETE FROM thing", ()), ("DELETE FROM folder", ()), ("DELETE FROM finished", ())
        )
        self._notebook.forget_traces()


def _lay_into(thing: ThingId, folder: FolderId | None) -> Statement:
    """Into a folder, if that is still there."""
    return (
        "UPDATE thing SET folder = (SELECT id FROM folder WHERE id = ?) WHERE id = ?",
        (folder, thing),
    )


def _row(thing: Thing, *, keep_folder: bool = True) -> tuple[Any, ...]:
    if thing.made.tzinfo is None or thing.changed.tzinfo is None:
        raise ValueError(f"a time without its zone: {thing.made}, {thing.changed}")
    spot, quote = thing.spot, thing.quote
    return (
        thing.id or None,
        thing.uid,
        thing.kind,
        spot.page,
        spot.section,
        spot.audience,
        spot.title,
        spot.section_title,
        thing.folder if keep_folder else None,
        thing.colour,
        *((quote.exact, quote.prefix, quote.suffix) if quote else (None, None, None)),
        thing.words,
        thing.edition,
        thing.made.astimezone(UTC).isoformat(),
        thing.changed.astimezone(UTC).isoformat(),
    )


def _thing(row: tuple[Any, ...]) -> Thing:
    (
        id,
        uid,
        kind,
        page,
        section,
        audience,
        title,
        section_title,
        folder,
        colour,
        exact,
        prefix,
        suffix,
        words,
        edition,
        made,
        changed,
    ) = row
    return Thing(
        id=ThingId(id),
        uid=uid,
        kind=Kind(kind),
        spot=Spot(
            page=page,
            section=section,
            audience=Audience(audience),
            title=title,
            section_title=section_title,
        ),
        folder=None if folder is None else FolderId(folder),
        colour=None if colour is None else Colour(colour),
        quote=None if exact is None else Quote(exact=exact, prefix=prefix or "", suffix=suffix or ""),
        words=words,
        edition=edition,
        made=datetime.fromisoformat(made),
        changed=datetime.fromisoformat(changed),
    )
