"""A search that answers when a test lets it."""

import threading

from crmo_desktop.domain.audience import Audience
from crmo_desktop.services.finding import Finder, Finding

SOON_S = 5.0  # only a test that fails waits as long


class SlowFinder(Finder):
    """Finds what another finder finds; queries that are held up are answered once they are let go."""

    def __init__(self, finder: Finder) -> None:
        self._finder, self.close = finder, finder.close
        self._gates: dict[str, threading.Event] = {}
        self._began: dict[str, threading.Event] = {}
        self.asked: list[str] = []

    def hold(self, *queries: str) -> None:
        """Answer these queries late."""
        for query in queries:
            self._gates[query], self._began[query] = threading.Event(), threading.Event()

    def wait_for(self, query: str) -> None:
        """Wait until `query` is being looked for."""
        assert self._began[query].wait(SOON_S), query

    def let_go(self, *queries: str) -> None:
        """Answer these queries now; without a name all."""
        for query in queries or tuple(self._gates):
            self._gates[query].set()

    def find(self, query: str, *, audience: Audience, limit: int) -> Finding:
        """As the other finder, later."""
        self.asked.append(query)
        if query in self._gates:
            self._began[query].set()
            assert self._gates[query].wait(SOON_S), query
        return self._finder.find(query, audience=audience, limit=limit)
