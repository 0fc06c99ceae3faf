"""What the reader has read, and how far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NamedTuple

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.times import stamp, time_of
from crmo_desktop.store.database import Notebook

_DELETE_PLACE: Final = """DELETE FROM place WHERE page = ?1
    AND NOT EXISTS (SELECT 1 FROM visit WHERE address = ?1)"""
_ADD_AGAIN: Final = """INSERT INTO visit (id, address, title, audience, visited_at)
    VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"""


class Visit(NamedTuple):
    """One reading of a page.

    Attributes:
        address: what was opened, as text.
        title: what it was called then.
        audience: for whom it was shown.
        when: with its time zone.
        id: its number in the file, never given to another; 0 where that does not matter.
    """

    address: str
    title: str
    audience: Audience
    when: datetime
    id: int = 0


class Forgotten(NamedTuple):
    """What was deleted of the history in one go, to be brought back by undo.

    Attributes:
        visits: as they were.
        places: (page, audience, ratio, section) of pages that are in the history no longer.
    """

    visits: tuple[Visit, ...]
    places: tuple[tuple[str, str, float, str | None], ...] = ()


@dataclass(frozen=True)
class Place:
    """How far a page was scrolled.

    Attributes:
        ratio: 0 at the top, 1 at the end.
        section: id of the section at the top of the view; None above the first.
    """

    ratio: float
    section: str | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.ratio <= 1:
            raise ValueError(f"not between 0 and 1: {self.ratio}")


class HistoryRepository:
    """The reader's reading history; borrows an open notebook."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    def record(self, visit: Visit) -> None:
        """Keep `visit` as the latest.

        Raises:
            ValueError: its time has no time zone.
        """
        self._notebook.write(
            ("INSERT INTO visit (address, title, audience, visited_at) VALUES (?, ?, ?, ?)", _row(visit))
        )

    def newest_first(self, limit: int = 100) -> list[Visit]:
        """The latest visit of each address, the latest made first, whatever the clock said."""
        rows = self._notebook.read(
            "SELECT address, title, audience, visited_at FROM visit"
            " WHERE id IN (SELECT max(id) FROM visit GROUP BY address) ORDER BY id DESC LIMIT ?",
            (limit,),
        )
        return [visit for row in rows if (visit := _visit((*row, 0))) is not None]

    def all(self) -> list[Visit]:
        """Every visit, the latest made first, whatever the clock said; what cannot be read is left out."""
        rows = self._notebook.read(
            "SELECT address, title, audience, visited_at, id FROM visit ORDER BY id DESC"
        )
        return [visit for row in rows if (visit := _visit(row)) is not None]

    def delete(self, visits: Sequence[Visit]) -> Forgotten:
        """Keep these no longer, nor how far a page was read that is not in the history then."""
        pages = {visit.address for visit in visits}
        before = self._places(pages)
        self._notebook.write(
            *(("DELETE FROM visit WHERE id = ?", (visit.id,)) for visit in visits),
            *((_DELETE_PLACE, (page,)) for page in sorted(pages)),
        )
        after = set(self._places(pages))
        return Forgotten(tuple(visits), tuple(place for place in before if place not in after))

    def restore(self, forgotten: Forgotten) -> None:
        """Keep again what was deleted, in its old places in the history."""
        self._notebook.write(
            *(
                (_ADD_AGAIN, (visit.id, *_row(visit)))
                for visit in sorted(forgotten.visits, key=lambda visit: visit.id)
            ),
            *(("INSERT OR IGNORE INTO place VALUES (?, ?, ?, ?)", place) for place in forgotten.places),
        )

    def _places(self, pages: Iterable[str]) -> list[tuple[str, str, float, str | None]]:
        query = "SELECT page, audience, ratio, section FROM place WHERE page = ?"
        return [row for page in sorted(pages) for row in self._notebook.read(query, (page,))]

    def keep_place(self, page: str, audience: Audience, place: Place) -> None:
        """Remember how far `page`, an address without its section, is scrolled."""
        self._notebook.write(
            (
                "INSERT OR REPLACE INTO place (page, audience, ratio, section) VALUES (?, ?, ?, ?)",
                (page, audience, place.ratio, place.section),
            )
        )

    def place_of(self, page: str, audience: Audience) -> Place | None:
        """How far `page` was scrolled when last left; None if it was never kept."""
        rows = self._notebook.read(
            "SELECT ratio, section FROM place WHERE page = ? AND audience = ?", (page, audience)
        )
        return Place(*rows[0]) if rows else None

    def forget_all(self) -> None:
        """Forget every visit and every place, and leave no trace of them in the file."""
        self._notebook.write(("DELETE FROM visit", ()), ("DELETE FROM place", ()))
        self._notebook.forget_traces()


def _row(visit: Visit) -> tuple[str, str, str, str]:
    return visit.address, visit.title, visit.audience, stamp(visit.when)


def _visit(row: tuple[Any, ...]) -> Visit | None:
    """What a row holds; None if it cannot be read."""
    address, title, audience, visited_at, id = row
    try:
        return Visit(
            address=address, title=title, audience=Audience(audience), when=time_of(visited_at), id=id
        )
    except (TypeError, ValueError):
        return None
