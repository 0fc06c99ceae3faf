"""What the reader has read, and how far."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from crmo_desktop.domain.audience import Audience
from crmo_desktop.store.database import Notebook


class Visit(NamedTuple):
    """One reading of a page.

    Attributes:
        address: what was opened, as text.
        title: what it was called then.
        audience: for whom it was shown.
        when: with its time zone.
    """

    address: str
    title: str
    audience: Audience
    when: datetime


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
        if visit.when.tzinfo is None:
            raise ValueError(f"a time without its zone: {visit.when}")
        self._notebook.write(
            (
                "INSERT INTO visit (address, title, audience, visited_at) VALUES (?, ?, ?, ?)",
                (visit.address, visit.title, visit.audience, visit.when.astimezone(UTC).isoformat()),
            )
        )

    def newest_first(self, limit: int = 100) -> list[Visit]:
        """The latest visit of each address, the latest made first, whatever the clock said."""
        rows = self._notebook.read(
            "SELECT address, title, audience, visited_at FROM visit"
            " WHERE id IN (SELECT max(id) FROM visit GROUP BY address) ORDER BY id DESC LIMIT ?",
            (limit,),
        )
        return [
            Visit(
                address=address, title=title, audience=Audience(audience), when=datetime.fromisoformat(when)
            )
            for address, title, audience, when in rows
        ]

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
