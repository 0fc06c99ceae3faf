"""What the reader searched for lately."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from crmo_desktop.store.database import Notebook

_FORGET_OLDER: Final = (
    "DELETE FROM recent_search WHERE id NOT IN (SELECT id FROM recent_search ORDER BY id DESC LIMIT ?)"
)


class KeptSearch(NamedTuple):
    """One search.

    Attributes:
        id: its number in the file, never given to another.
        query: as it was typed.
    """

    id: int
    query: str


class SearchRepository:
    """The last searches, each once; borrows an open notebook."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    def record(self, query: str, *, keep: int) -> None:
        """Note `query` as the latest, and forget all but the latest `keep`."""
        self._notebook.write(
            ("DELETE FROM recent_search WHERE query = ?", (query,)),
            ("INSERT INTO recent_search (query) VALUES (?)", (query,)),
            (_FORGET_OLDER, (keep,)),
        )

    def newest_first(self, limit: int) -> list[str]:
        """The latest `limit` queries, the last one first."""
        rows = self._notebook.read("SELECT query FROM recent_search ORDER BY id DESC LIMIT ?", (limit,))
        return [query for (query,) in rows]

    def all(self) -> list[KeptSearch]:
        """Every search that is kept, the last one first."""
        return [
            KeptSearch(*row)
            for row in self._notebook.read("SELECT id, query FROM recent_search ORDER BY id DESC")
        ]

    def delete(self, searches: Sequence[KeptSearch]) -> None:
        """Keep these no longer."""
        self._notebook.write(*(("DELETE FROM recent_search WHERE id = ?", (one.id,)) for one in searches))

    def restore(self, searches: Sequence[KeptSearch]) -> None:
        """Keep these again, in their old places; what was searched for anew meanwhile stays as it is."""
        query = "INSERT INTO recent_search (id, query) VALUES (?, ?) ON CONFLICT DO NOTHING"
        self._notebook.write(*((query, one) for one in searches))

    def forget_all(self) -> None:
        """Forget every query, and leave no trace of them in the file."""
        self._notebook.write(("DELETE FROM recent_search", ()))
        self._notebook.forget_traces()
