"""What the window asks of the search, from a thread of its own."""

import gc
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from crmo_desktop.domain.audience import Audience
from crmo_desktop.services.searching import SearchingService

if TYPE_CHECKING:  # a start searches nothing
    from crmo_desktop.domain.identifiers import TopicId
    from crmo_desktop.domain.search import SearchAnswer, SearchHit
    from crmo_desktop.services.rescue import Rescue, RescueService


class Finding(NamedTuple):
    """The answer to a query.

    Attributes:
        audience: whose words came first.
        limit: how many hits there are at most; with as many there may be more.
        rescue: what helps where there is no hit; None where there are some.
    """

    answer: "SearchAnswer"
    audience: Audience
    limit: int
    rescue: "Rescue | None" = None


class Finder:
    """Searches, and looks for what helps where nothing was found.

    Used by one thread at a time: what it reads is its own.
    """

    def __init__(
        self,
        searching: SearchingService,
        make_rescuing: "Callable[[SearchingService], RescueService]",
        *,
        close: Callable[[], None],
        only: Audience | None = None,
    ) -> None:
        """Wrap the search.

        Args:
            searching: over a connection of its own.
            make_rescuing: called when first nothing is found.
            close: gives back what searching reads.
            only: whose words are shown here; None for everybody's.
        """
        self._searching, self._make_rescuing = searching, make_rescuing
        self.close = close
        self._only = only
        self._has_searched = False

    @cached_property
    def _rescuing(self) -> "RescueService":
        return self._make_rescuing(self._searching)

    def find(self, query: str, *, audience: Audience, limit: int) -> Finding:
        """What the edition says about `query`, in the order of the command line's `search`."""
        answer = self._searching.search(query, audience=audience, limit=limit)
        if not self._has_searched:
            # what the first search has read stays; to look for garbage in it would hold up the window
            gc.freeze()
            self._has_searched = True
        if self._only is not None:
            hits = tuple(hit for hit in answer.hits if hit.is_help or hit.audience is self._only)
            answer = replace(answer, hits=hits)
        rescue = None if answer.hits else self._rescuing.rescue(query, audience)
        return Finding(answer, audience, limit, rescue)


def by_topic(hits: "Iterable[SearchHit]") -> "tuple[tuple[SearchHit, ...], ...]":
    """The hits of each topic together: topics in the order of their best hits, hits in theirs."""
    topics: dict[TopicId, list[SearchHit]] = {}
    for hit in hits:
        topics.setdefault(hit.topic, []).append(hit)
    return tuple(tuple(group) for group in topics.values())
