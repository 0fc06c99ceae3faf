"""What was searched for lately, to search for it again."""

from collections.abc import Callable
from typing import Final

from crmo_desktop.services.journal import always
from crmo_desktop.store.searches import SearchRepository

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

    def forget_all(self) -> None:
        """Forget every search."""
        self._searches.forget_all()
