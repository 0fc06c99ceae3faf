"""What was searched for lately, to search for it again."""

from collections.abc import Callable, Sequence
from typing import Final

from crmo_desktop.services.journal import always
from crmo_desktop.store.searches import KeptSearch, SearchRepository

Search = KeptSearch  # for the window, which does not see the store

_KEPT: Final = 20
_OFFERED: Final = 8
_LONGEST: Final = 200  # characters; longer ones are pasted texts, not searches to repeat


class RecentSearches:
    """The reader's last searches."""

    def __init__(self, searches: SearchRepository, *, keeps: Callable[[], bool] = always) -> None:
        """`keeps` is asked each time; while it says no, it only tells what was searched for before."""
        self._searches = searches
        self._keeps = keeps

    def note(self, query: str) -> None:
        """Remember that `query` was of use."""
        query = " ".join(query.split())
        if 1 < len(query) <= _LONGEST and self._keeps():
            self._searches.record(query, keep=_KEPT)

    def offered(self) -> list[str]:
        """Up to eight queries, the last one first."""
        return self._searches.newest_first(_OFFERED)

    def all(self) -> list[KeptSearch]:
        """Every search that is kept, the last one first."""
        return self._searches.all()

    def delete(self, searches: Sequence[KeptSearch]) -> None:
        """Keep these no longer; `restore` takes it back."""
        self._searches.delete(searches)

    def restore(self, searches: Sequence[KeptSearch]) -> None:
        """Keep these again, in their old places."""
        self._searches.restore(searches)

    def forget_all(self) -> None:
        """Forget every search."""
        self._searches.forget_all()
