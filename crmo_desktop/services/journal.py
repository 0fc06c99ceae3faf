"""What the reader has read, for "carry on reading" and for the page that lists it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import PictureAddress, TopicAddress
from crmo_desktop.store.history import Forgotten, HistoryRepository, Place, Visit

if TYPE_CHECKING:
    from crmo_desktop.domain.page import Page
    from crmo_desktop.domain.picture import Picture

ReadVisit = Visit  # for the window, which does not see the store


class ReadPage(NamedTuple):
    """A page that was read.

    Attributes:
        address: to open it again.
        days_ago: 0 today, 1 yesterday, by the calendar of this computer; never negative.
    """

    address: str
    title: str
    days_ago: int


def always() -> bool:
    """Whether a reader who has not said otherwise has it kept."""
    return True


class ReadDay(NamedTuple):
    """What was read on one day.

    Attributes:
        day: in the calendar of this computer.
        days_ago: 0 today, 1 yesterday; below 0 where the clock was ahead then, or is behind now.
        visits: the latest first, each with its time in the zone of this computer.
    """

    day: date
    days_ago: int
    visits: tuple[Visit, ...]


class Journal:
    """Notes what is read and how far; help pages are not noted."""

    _MOST = 3

    def __init__(
        self, history: HistoryRepository, *, now: Callable[[], datetime], keeps: Callable[[], bool] = always
    ) -> None:
        """Wrap what was read.

        Args:
            history: what there is.
            now: gives the time with its zone.
            keeps: asked each time; while it says no, it only tells what was read before.
        """
        self._history = history
        self._now = now
        self._keeps = keeps

    def visited(self, page: "Page") -> None:
        """Note that `page` has been opened now."""
        if not page.topic.is_help and self._keeps():
            address = str(TopicAddress(page.topic.id))
            self._history.record(
                Visit(address=address, title=page.topic.title, audience=page.audience, when=self._now())
            )

    def saw(self, picture: "Picture", audience: Audience) -> None:
        """Note that `picture` has been opened now, while texts were shown for `audience`."""
        if self._keeps():
            address = str(PictureAddress(picture.id))
            self._history.record(
                Visit(address=address, title=picture.title, audience=audience, when=self._now())
            )

    def left(self, page: "Page", place: float) -> None:
        """Note how far `page` was scrolled, 0 to 1."""
        if not page.topic.is_help and self._keeps():
            self._history.keep_place(
                str(TopicAddress(page.topic.id)), page.audience, Place(min(1.0, max(0.0, place)))
            )

    def place_of(self, page: "Page") -> float:
        """How far `page` was scrolled when it was last left, 0 to 1; 0 if it never was read."""
        place = self._history.place_of(str(TopicAddress(page.topic.id)), page.audience)
        return 0.0 if place is None else place.ratio

    def recent_pages(self) -> list[ReadPage]:
        """The three pages read or pictures seen last, each once, the latest first."""
        today = self._now().astimezone().date()
        return [
            ReadPage(visit.address, visit.title, max(0, (today - visit.when.astimezone().date()).days))
            for visit in self._history.newest_first(limit=self._MOST)
        ]

    def history(self) -> tuple[ReadDay, ...]:
        """Everything that was read, day by day, the latest first.

        That is the order of reading: a clock that jumped may have a day stand there twice.
        """
        today = self._now().astimezone().date()
        visits = (visit._replace(when=visit.when.astimezone()) for visit in self._history.all())
        return tuple(
            ReadDay(day, (today - day).days, tuple(read))
            for day, read in groupby(visits, lambda visit: visit.when.date())
        )

    def delete(self, visits: Sequence[Visit]) -> Forgotten:
        """Keep these no longer; what is returned brings them back."""
        return self._history.delete(visits)

    def restore(self, forgotten: Forgotten) -> None:
        """Keep again what was deleted, where it was in the history."""
        self._history.restore(forgotten)

    def forget_all(self) -> None:
        """Forget all that was read and how far, and leave no trace of it in the file."""
        self._history.forget_all()
