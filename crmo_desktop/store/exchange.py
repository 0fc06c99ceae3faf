"""All that the reader has made, given out as it stands in the file, and brought together with another's."""

from collections import Counter
from typing import Any, Final

from crmo_desktop.domain.handout import DRAFT
from crmo_desktop.domain.own_file import ImportReport, OwnContent, Read, SavedHandout
from crmo_desktop.domain.own_things import FolderId, Thing
from crmo_desktop.domain.times import stamp
from crmo_desktop.store.database import Notebook, Statement
from crmo_desktop.store.exchange_outcome import TAKEN, Outcome, folded, free_name, outcome_of
from crmo_desktop.store.exchange_sessions import QUERIES as _OF_SESSIONS
from crmo_desktop.store.exchange_sessions import SessionMerging

Row = dict[str, Any]

# What is given out: names as in docs/notes-file.md, with what they are in the file.
_QUERIES: Final = {
    "folders": "SELECT uid, name FROM folder ORDER BY id",
    "things": """SELECT thing.uid AS uid, kind, page, section, audience, title, section_title,
        folder.uid AS folder, colour, exact, prefix, suffix, words, edition,
        made_at AS made, changed_at AS changed
        FROM thing LEFT JOIN folder ON folder.id = thing.folder ORDER BY thing.id""",
    "finished": 'SELECT topic, finished_at AS "when" FROM finished ORDER BY topic',
    "questions": 'SELECT words, audience, kept_at AS "when" FROM kept_question ORDER BY id',
    "handouts": f"""SELECT uid, name, body, changed_at AS changed FROM handout
        WHERE uid NOT LIKE '{DRAFT}%' ORDER BY id""",  # noqa: S608 - a word of ours
    **_OF_SESSIONS,
    "visits": 'SELECT address, title, audience, visited_at AS "when" FROM visit ORDER BY id DESC',
    "searches": "SELECT query FROM recent_search ORDER BY id DESC",
}
_HISTORY: Final = ("visits", "searches")

_ADD_FOLDER: Final = "INSERT INTO folder (uid, name) VALUES (?, ?) ON CONFLICT DO NOTHING"
_PUT_THING: Final = """INSERT INTO thing (uid, kind, page, section, audience, title, section_title, colour,
        exact, prefix, suffix, words, edition, made_at, changed_at, folder)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,
        (SELECT id FROM folder WHERE uid = ?16 OR name = ?17 ORDER BY uid <> ?16 LIMIT 1))
    ON CONFLICT (uid) DO UPDATE SET kind = excluded.kind, page = excluded.page, section = excluded.section,
        audience = excluded.audience, title = excluded.title, section_title = excluded.section_title,
        colour = excluded.colour, exact = excluded.exact, prefix = excluded.prefix, suffix = excluded.suffix,
        words = excluded.words, edition = excluded.edition, made_at = excluded.made_at,
        changed_at = excluded.changed_at, folder = excluded.folder
    WHERE excluded.changed_at > changed_at"""
_ADD_FINISHED: Final = "INSERT OR IGNORE INTO finished (topic, finished_at) VALUES (?, ?)"
_ADD_QUESTION: Final = "INSERT OR IGNORE INTO kept_question (words, audience, kept_at) VALUES (?, ?, ?)"
_PUT_HANDOUT: Final = """INSERT INTO handout (uid, name, body, changed_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (uid) DO UPDATE SET name = excluded.name, body = excluded.body,
        changed_at = excluded.changed_at
    WHERE excluded.changed_at > changed_at"""
# What was read before anything here stands before it: below the lowest number.
_ADD_BEFORE: Final = """INSERT INTO visit (id, address, title, audience, visited_at)
    VALUES ((SELECT min(coalesce(min(id), 0), 0) - 1 FROM visit), ?, ?, ?, ?)"""
_ADD_SEARCH: Final = """INSERT OR IGNORE INTO recent_search (id, query)
    VALUES ((SELECT min(coalesce(min(id), 0), 0) - 1 FROM recent_search), ?)"""
_ADD_AFTER: Final = "INSERT INTO visit (address, title, audience, visited_at) VALUES (?, ?, ?, ?)"


class ExchangeRepository:
    """All that the reader has made; borrows an open notebook."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    def rows(self, *, with_history: bool) -> dict[str, list[Row]]:
        """Every row of every list, as it stands in the file, what no version can read included."""
        return {
            name: [dict(zip(_columns(query), row, strict=True)) for row in self._notebook.read(query)]
            for name, query in _QUERIES.items()
            if with_history or name not in _HISTORY
        }

    def merge(self, content: OwnContent) -> ImportReport:
        """Add what is not here, and change what was changed later there, in one transaction."""
        merging = _Merging(self._notebook, content)
        self._notebook.write(*merging.statements)
        return merging.report


class _Merging:
    """Finds out what an import does.

    Attributes:
        statements: do it. Each looks once more at what is there: another window may write in between.
        report: tells it.
    """

    def __init__(self, notebook: Notebook, content: OwnContent) -> None:
        self._notebook = notebook
        self.statements: list[Statement] = []
        self._places: dict[FolderId, tuple[str, str]] = {}  # uid and name, by the file's number
        rows = notebook.read("SELECT uid, changed_at, name FROM handout")
        self._handouts = {uid: (changed, name) for uid, changed, name in rows}
        folders = self._folders(content)
        things = self._things(content)
        self.report = ImportReport(
            added=things[Outcome.ADDED],
            updated=things[Outcome.UPDATED],
            already_here=things[Outcome.THE_SAME],
            newer_here=things[Outcome.NEWER_HERE],
            folders=folders,
            finished=self._finished(content),
            questions=self._questions(content),
            handouts=sum(map(self._handout, content.handouts)),
            **self._of_sessions(content),
            visits=self._visits(content.visits),
            searches=self._searches(content),
            unread=content.unread,
        )

    def _folders(self, content: OwnContent) -> int:
        rows = self._notebook.read("SELECT uid, name FROM folder")
        uids, names = {uid for uid, _ in rows}, {folded(name) for _, name in rows}
        added = 0
        for folder in content.folders:
            self._places[folder.id] = folder.uid, folder.name
            if folder.uid not in uids and folded(folder.name) not in names:
                self.statements.append((_ADD_FOLDER, (folder.uid, folder.name)))
                uids.add(folder.uid)
                names.add(folded(folder.name))
                added += 1
        return added

    def _things(self, content: OwnContent) -> Counter[Outcome]:
        """How many there are of each outcome."""
        here = dict(self._notebook.read("SELECT uid, changed_at FROM thing"))
        counts: Counter[Outcome] = Counter()
        for thing in content.things:
            changed, before = stamp(thing.changed), here.get(thing.uid)
            outcome = outcome_of(changed, before)
            counts[outcome] += 1
            if outcome in TAKEN:
                self.statements.append((_PUT_THING, self._row(thing)))
                here[thing.uid] = changed
        return counts

    def _row(self, thing: Thing) -> tuple[Any, ...]:
        spot, quote = thing.spot, thing.quote
        folder = (None, None) if thing.folder is None else self._places[thing.folder]
        return (
            thing.uid,
            thing.kind,
            spot.page,
            spot.section,
            spot.audience,
            spot.title,
            spot.section_title,
            thing.colour,
            *((quote.exact, quote.prefix, quote.suffix) if quote else (None, None, None)),
            thing.words,
            thing.edition,
            stamp(thing.made),
            stamp(thing.changed),
            *folder,
        )

    def _finished(self, content: OwnContent) -> int:
        here = {topic for (topic,) in self._notebook.read("SELECT topic FROM finished")}
        new = {one.topic: one for one in content.finished if one.topic not in here}
        self.statements += [(_ADD_FINISHED, (one.topic, stamp(one.when))) for one in new.values()]
        return len(new)

    def _questions(self, content: OwnContent) -> int:
        here = {words for (words,) in self._notebook.read("SELECT words FROM kept_question")}
        new = {one.words: one for one in content.questions if one.words not in here}
        self.statements += [
            (_ADD_QUESTION, (one.words, one.audience, stamp(one.when))) for one in new.values()
        ]
        return len(new)

    def _handout(self, handout: SavedHandout) -> bool:
        """Whether a handout is added or updated."""
        here, changed = self._handouts, stamp(handout.changed)
        before, _ = here.get(handout.uid, (None, ""))
        if outcome_of(changed, before) not in TAKEN:
            return False
        others = {folded(name) for uid, (_, name) in here.items() if uid != handout.uid}
        name = free_name(handout.name, others)
        self.statements.append((_PUT_HANDOUT, (handout.uid, name, handout.body, changed)))
        here[handout.uid] = changed, name
        return True

    def _of_sessions(self, content: OwnContent) -> dict[str, int]:
        """How much of what belongs to teaching is added or updated, by the names of the report."""
        merging = SessionMerging(self._notebook, content)
        self.statements += merging.statements
        return merging.counts

    def _visits(self, visits: tuple[Read, ...]) -> int:
        query = "SELECT address, audience, visited_at FROM visit"
        here = {(address, audience, when) for address, audience, when in self._notebook.read(query)}
        last = max((when for _, _, when in here), default="")
        before = len(self.statements)
        later: list[Statement] = []
        for visit in visits:
            when = stamp(visit.when)
            if (visit.address, visit.audience, when) in here:
                continue
            here.add((visit.address, visit.audience, when))
            row = (visit.address, visit.title, visit.audience, when)
            if when > last:
                later.append((_ADD_AFTER, row))
            else:
                self.statements.append((_ADD_BEFORE, row))
        self.statements += reversed(later)
        return len(self.statements) - before

    def _searches(self, content: OwnContent) -> int:
        here = {folded(query) for (query,) in self._notebook.read("SELECT query FROM recent_search")}
        new: dict[str, str] = {}
        for query in content.searches:
            if folded(query) not in here:
                new.setdefault(folded(query), query)
        self.statements += [(_ADD_SEARCH, (query,)) for query in new.values()]
        return len(new)


def _columns(query: str) -> list[str]:
    """The names under which `query` gives what it finds."""
    names = " ".join(query.split()).removeprefix("SELECT ").partition(" FROM ")[0].split(", ")
    return [name.rpartition(" ")[2].strip('"') for name in names]
