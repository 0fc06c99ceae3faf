"""Asks the search beside the window, so that no key press waits for it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import QObject, Signal

from crmo_desktop.domain.audience import Audience
from crmo_desktop.services.finding import Finder, Finding

if TYPE_CHECKING:
    from crmo_desktop.domain.search import SearchAnswer

_SHORT: Final = 60  # characters of a query that are shown
THREAD: Final = "crmo-search"


class Tasks(Protocol):
    """What does jobs beside the window; `gui.tasks.LatestOnly` does."""

    def run(
        self,
        job: Callable[[], Any],
        *,
        on_success: Callable[[Any], object],
        on_error: Callable[[Exception], object],
    ) -> None:
        """Do `job`, then tell what it returned or raised."""

    def forget(self) -> None:
        """Tell nothing of what was asked for."""

    def finish(self) -> None:
        """Wait for what was asked for."""

    def close(self) -> None:
        """End."""


class Inquiry(QObject):
    """Tells the answer to what was asked last; one that comes after the next question is dropped."""

    answered = Signal(object)  # a Finding

    def __init__(self, finder: Finder, parent: QObject | None = None, *, tasks: Tasks | None = None) -> None:
        """`tasks` does the searching; without it a thread that is started by the first question."""
        super().__init__(parent)
        self._finder = finder
        self._tasks = tasks
        self._waits_for: object = None  # stands for the question that was asked last

    def ask(self, query: str, *, audience: Audience, limit: int) -> None:
        """Ask; what was asked before and is not answered yet is forgotten."""
        self._waits_for = question = object()
        if is_too_short(query):
            self._tell(question, Finding(_nothing(query), audience, limit))
            return
        job = partial(self._finder.find, query, audience=audience, limit=limit)
        self._beside.run(job, on_success=partial(self._tell, question), on_error=self._fail)

    def is_waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._waits_for is not None

    def forget(self) -> None:
        """Want no answer any more."""
        self._waits_for = None
        if self._tasks is not None:
            self._tasks.forget()

    def finish(self) -> None:
        """Wait for the answer, and tell it before going on."""
        if self._waits_for is not None:
            self._beside.finish()

    def close(self) -> None:
        """Want no answer any more, end the searching that is under way, and give back what it reads."""
        self.forget()
        if self._tasks is not None:
            self._tasks.close()
        self._finder.close()

    @property
    def _beside(self) -> Tasks:
        if self._tasks is None:
            from crmo_desktop.gui.tasks import LatestOnly  # a start asks nothing

            self._tasks = LatestOnly(THREAD, self)
        return self._tasks

    def _fail(self, error: Exception) -> None:
        """A bug, told as one; the next question is looked for all the same."""
        self._waits_for = None
        raise error

    def _tell(self, question: object, finding: Finding) -> None:
        if question is self._waits_for:
            self._waits_for = None
            self.answered.emit(finding)


def is_too_short(query: str) -> bool:
    """Whether `query` is one letter, which begins too many words; in Chinese one sign may be a word."""
    return len(query) == 1 and not (query.isalpha() and query.lower() == query.upper())


def shortened(query: str) -> str:
    """The beginning of a long query, to stand in a sentence."""
    return query if len(query) <= _SHORT else query[:_SHORT] + "…"


def _nothing(query: str) -> "SearchAnswer":
    from crmo_desktop.domain.search import SearchAnswer

    return SearchAnswer(query=query, hits=())
