"""Find passages, and say so in other programs' words."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from crmo_desktop.domain.audience import Audience

if TYPE_CHECKING:
    from crmo_desktop.domain.search import SearchAnswer, SearchHit
    from crmo_desktop.search.engine import SearchEngine


class SearchingService:
    """The search as a reader uses it."""

    def __init__(self, make_engine: "Callable[[], SearchEngine]") -> None:
        """`make_engine` is called for the first search: a start does not wait for the engine."""
        self._make_engine = make_engine

    @cached_property
    def _engine(self) -> "SearchEngine":
        return self._make_engine()

    def search(self, query: str, *, audience: Audience, limit: int = 20) -> "SearchAnswer":
        """What the edition says about `query`, best first; any text at all is a query."""
        return self._engine.search(query, audience=audience, limit=limit)

    @staticmethod
    def title_of(hit: "SearchHit") -> str:
        """How a hit is called: topic › section."""
        return f"{hit.topic_title} › {hit.section_title}" if hit.section else hit.topic_title

    def as_json(self, answer: "SearchAnswer") -> dict[str, Any]:
        """The answer as JSON values, as the command line promises them."""
        return {
            "query": answer.query,
            "hits": [
                {
                    "topic": hit.topic,
                    "section": hit.section,
                    "title": self.title_of(hit),
                    "excerpt": hit.excerpt,
                    "why": hit.why,
                    "audience": str(hit.audience),
                }
                for hit in answer.hits
            ],
            "suggestion": answer.suggestions[0] if answer.suggestions else None,
            "suggestions": list(answer.suggestions),
            "searched_for": answer.searched_for,
        }
