"""Bookmarks, highlights, notes, folders and finished topics in the reader's file."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
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
from crmo_desktop.domain.times import stamp, time_of
from crmo_desktop.store.database import Notebook, Statement

_COLUMNS: Final = (
    "id, uid, kind, page, section, audience, title, section_title, folder, colour, exact, prefix, suffix,"
    " words, edition, made_at, changed_at"
)
# Without a number it gets the next one, as where its own is another thing's; a folder must be there.
_ADD: Final = f"""INSERT INTO thing ({_COLUMNS})
    VALUES ((SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM thing WHERE id = ?1)), ?2, ?3, ?4, ?5, ?6, ?7, ?8,
    (SELECT id FROM folder WHERE id = ?9), ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
    ON CONFLICT (uid) DO NOTHING"""  # noqa: S608 - names of ours
_SET_WORDS: Final = "UPDATE thing SET words = ?1, changed_at = ?2 WHERE id = ?3 AND words <> ?1"
_SET_COLOUR: Final = """UPDATE thing SET colour = ?1, changed_at = ?2
    WHERE id = ?3 AND kind = 'highlight' AND colour IS NOT ?1"""
_LAY: Final = """UPDATE thing SET folder = ?1, changed_at = ?2 WHERE id = ?3 AND folder IS NOT ?1
    AND (?1 IS NULL OR EXISTS (SELECT 1 FROM folder WHERE id = ?1))"""
_ADD_FOLDER: Final = """INSERT INTO folder (id, uid, name)
    VALUES ((SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM folder WHERE id = ?1)), ?2, ?3)
    ON CONFLICT DO NOTHING"""
_LAY_AGAIN: Final = """UPDATE thing SET folder =
    (SELECT id FROM folder WHERE uid = ?1 OR name = ?2 ORDER BY uid <> ?1 LIMIT 1)
    WHERE id = ?3 AND folder IS NULL"""
_FOLDERS: Final = "SELECT id, uid, name FROM folder"
_KINDS: Final = {kind.value: kind for kind in Kind}
_AUDIENCES: Final = {audience.value: audience for audience in Audience}
_COLOURS: Final = {colour.value: colour for colour in Colour}


class OwnThingRepository:
    """What the reader makes; borrows an open notebook.

    A row that cannot be read, of a later version or damaged, is left out and stays in the file.
    """

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    # --- things

    def all(self) -> tuple[Thing, ...]:
        """Every thing, the latest made first."""
        return self._things("ORDER BY id DESC")

    def on_page(self, page: str) -> tuple[Thing, ...]:
        """Every thing on the page of this address, the first made first."""
        return self._things("WHERE page = ? ORDER BY id", page)

    def get(self, id: ThingId) -> Thing | None:
        """The thing of this number; None if it is there no longer."""
        return next(iter(self._things("WHERE id = ?", id)), None)

    def with_uid(self, uid: str) -> Thing | None:
        """The thing that bears this name in every file; None if there is none."""
        return next(iter(self._things("WHERE uid = ?", uid)), None)

    def add(self, thing: Thing) -> Thing:
        """Keep `thing`; returns it with its number. That of `thing` counts only if it is not 0.

        Raises:
            ValueError: a time has no time zone.
        """
        self._notebook.write((_ADD, _row(thing)))
        return self.with_uid(thing.uid) or thing  # another window may have deleted it already

    def set_words(self, id: ThingId, words: str, when: datetime) -> None:
        """Have `words` stand at a thing in place of those before."""
        self._notebook.write((_SET_WORDS, (words, stamp(when), id)))

    def set_colour(self, id: ThingId, colour: Colour, when: datetime) -> None:
        """Give a highlight another colour."""
        self._notebook.write((_SET_COLOUR, (colour, stamp(when), id)))

    def lay(self, ids: Iterable[ThingId], folder: FolderId | None, when: datetime) -> None:
        """Lay things into a folder, if that is there; None takes them out of any."""
        self._notebook.write(*((_LAY, (folder, stamp(when), id)) for id in ids))

    def delete(self, things: Sequence[Thing]) -> None:
        """Keep these no longer."""
        self._notebook.write(*(("DELETE FROM thing WHERE uid = ?", (thing.uid,)) for thing in things))

    # --- folders

    def folders(self) -> tuple[Folder, ...]:
        """Every folder, by name."""
        rows = self._notebook.read(f"{_FOLDERS} ORDER BY name COLLATE NOCASE")
        return tuple(Folder(id=FolderId(id), uid=uid, name=name) for id, uid, name in rows)

    def add_folder(self, uid: str, name: str) -> Folder:
        """The folder called `name`, in any letters' case; made if there is none."""
        self._notebook.write((_ADD_FOLDER, (None, uid, name)))
        ((id, uid, name),) = self._notebook.read(f"{_FOLDERS} WHERE name = ?", (name,))
        return Folder(id=FolderId(id), uid=uid, name=name)

    def rename_folder(self, id: FolderId, name: str) -> bool:
        """Call a folder `name`; false, and nothing done, if another is called so."""
        self._notebook.write(("UPDATE OR IGNORE folder SET name = ? WHERE id = ?", (name, id)))
        query = "SELECT 1 FROM folder WHERE id = ? AND name = ? COLLATE BINARY"
        return bool(self._notebook.read(query, (id, name)))

    def delete_folder(self, id: FolderId) -> None:
        """Have the folder no longer; what lay in it stays, in no folder."""
        self._notebook.write(("DELETE FROM folder WHERE id = ?", (id,)))

    def restore(self, removed: Removed) -> None:
        """Bring back what was deleted, in its old places; what is there again already stays as it is."""
        by_id = {folder.id: folder for folder in removed.folders}
        statements: list[Statement] = [
            *((_ADD_FOLDER, (folder.id, folder.uid, folder.name)) for folder in removed.folders),
            *((_ADD, _row(thing)) for thing in removed.things),
            *((_LAY_AGAIN, (by_id[id].uid, by_id[id].name, thing)) for thing, id in removed.emptied),
        ]
        self._notebook.write(*statements)

    # --- finished topics

    def finished(self) -> frozenset[str]:
        """Ids of the topics that the reader is done with."""
        return frozenset(topic for (topic,) in self._notebook.read("SELECT topic FROM finished"))

    def finish(self, topic: str, when: datetime) -> None:
        """The reader is done with `topic`."""
        self._notebook.write(("INSERT OR IGNORE INTO finished VALUES (?, ?)", (topic, stamp(when))))

    def unfinish(self, topic: str) -> None:
        """The reader is not done with `topic` after all."""
        self._notebook.write(("DELETE FROM finished WHERE topic = ?", (topic,)))

    # --- the file

    def stamp(self) -> tuple[int, int]:
        """Another value whenever another window has written, or another file is in use."""
        return self._notebook.stamp()

    def _things(self, which: str, *values: object) -> tuple[Thing, ...]:
        rows = self._notebook.read(f"SELECT {_COLUMNS} FROM thing {which}", values)  # noqa: S608 - ours
        return tuple(thing for row in rows if (thing := _thing(row)) is not None)


def _row(thing: Thing) -> tuple[Any, ...]:
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
        thing.folder,
        thing.colour,
        *((quote.exact, quote.prefix, quote.suffix) if quote else (None, None, None)),
        thing.words,
        thing.edition,
        stamp(thing.made),
        stamp(thing.changed),
    )


def _thing(row: tuple[Any, ...]) -> Thing | None:
    """What a row holds; None if it cannot be read."""
    id, uid, kind, page, section, audience, title, section_title, folder, colour, *quote, words = row[:14]
    is_highlight = kind == Kind.HIGHLIGHT
    try:
        return Thing(
            id=ThingId(id),
            uid=uid,
            kind=_KINDS[kind],
            spot=_spot(page, section, audience, title, section_title),
            folder=folder,
            colour=_COLOURS[colour] if is_highlight else None,
            quote=_quote(*quote) if is_highlight else None,
            words=_text(words),
            edition=_text(row[14]),
            made=time_of(row[15]),
            changed=time_of(row[16]),
        )
    except (KeyError, TypeError, ValueError):
        return None


@lru_cache(maxsize=1000)  # many things are made at one place
def _spot(page: object, section: object, audience: str, title: object, section_title: object) -> Spot:
    return Spot(
        page=_text(page),
        section=None if section is None else _text(section),
        audience=_AUDIENCES[audience],
        title=_text(title),
        section_title=_text(section_title),
    )


def _quote(exact: object, prefix: object, suffix: object) -> Quote:
    if not exact:
        raise ValueError("no words highlighted")
    return Quote(exact=_text(exact), prefix=_text(prefix or ""), suffix=_text(suffix or ""))


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise TypeError(f"no text: {value!r}")
