"""Where the reader has been: back, forward, and the place on each page."""

from typing import NamedTuple

from crmo_desktop.domain.identifiers import Address, HomeAddress, SearchAddress


class EverythingAddress(SearchAddress):
    """A search of which all passages stand on one page; written as the search that it is."""


class Stop(NamedTuple):
    """One stop on the way.

    Attributes:
        address: what was shown.
        title: what it was called.
        place: how far it was scrolled, 0 (top) to 1 (end).
        seen: how else it was shown, as the page that shows it tells; None where there is nothing to tell.
    """

    address: Address
    title: str = ""
    place: float = 0.0
    seen: object = None


class Trail:
    """The stops of one window, as back and forward go through them; knows nothing of windows."""

    LONGEST = 200

    def __init__(self) -> None:
        self._stops: list[Stop] = [Stop(HomeAddress())]
        self._at = 0

    @property
    def here(self) -> Stop:
        """The stop shown now."""
        return self._stops[self._at]

    def go(self, address: Address) -> None:
        """Move on to `address`; what lay ahead is forgotten. Going where one is adds nothing."""
        if address == self.here.address:
            return
        del self._stops[self._at + 1 :]
        self._stops.append(Stop(address))
        del self._stops[: -self.LONGEST]
        self._at = len(self._stops) - 1

    def clear(self) -> None:
        """Begin again at the start page; nobody has been anywhere."""
        self._stops, self._at = [Stop(HomeAddress())], 0

    def forget_others(self) -> None:
        """Keep the stop shown, and nothing of where the reader was before or would go again."""
        self._stops, self._at = [self.here], 0

    def note(self, *, title: str | None = None, place: float | None = None, seen: object = None) -> None:
        """Remember the title of what is shown, how far it is scrolled, or how else it is shown."""
        here = self.here
        self._stops[self._at] = here._replace(
            title=here.title if title is None else title,
            place=here.place if place is None else place,
            seen=here.seen if seen is None else seen,
        )

    def behind(self) -> tuple[Stop, ...]:
        """The stops that "back" leads to, nearest first."""
        return tuple(reversed(self._stops[: self._at]))

    def ahead(self) -> tuple[Stop, ...]:
        """The stops that "forward" leads to, nearest first."""
        return tuple(self._stops[self._at + 1 :])

    def back(self, steps: int = 1) -> Stop | None:
        """Go back and return the stop reached; None if there is none so far back."""
        return self._move(-steps)

    def forward(self, steps: int = 1) -> Stop | None:
        """Go forward and return the stop reached; None if there is none so far ahead."""
        return self._move(steps)

    def _move(self, steps: int) -> Stop | None:
        target = self._at + steps
        if steps == 0 or not 0 <= target < len(self._stops):
            return None
        self._at = target
        return self.here
