"""What the reader searched for lately."""

from typing import Final

from crmo_desktop.store.database import Notebook

_FORGET_OLDER: Final = (
    "DELETE FROM recent_search WHERE id NOT IN (SELECT id FROM recent_search ORDER BY id DESC LIMIT ?)"
)


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

    def forget_all(self) -> None:
        """Forget every query, and leave no trace of them in the file."""
        self._notebook.write(("DELETE FROM recent_search", ()))
        self._notebook.forget_traces()
