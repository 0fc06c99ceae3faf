"""How long a talk has taken, part by part and slide by slide, and how that stands to what was planned."""

from collections.abc import Callable, Sequence


class Timekeeper:
    """Counts only while it is not paused; knows no clock of its own.

    Attributes:
        minutes: planned for each part; None for none.
    """

    def __init__(self, minutes: Sequence[float | None], clock: Callable[[], float]) -> None:
        """Begin to count with the first `enter`.

        Args:
            minutes: planned for each part; None, or 0, for none.
            clock: seconds from any beginning; never runs backwards.
        """
        self.minutes = tuple(minutes)
        self._clock = clock
        self._part = 0
        self._slide = ""
        self._since: float | None = None  # what has not been booked yet began then; None while nothing runs
        self._is_paused = False
        self._parts = [0.0] * len(self.minutes)
        self._slides: dict[str, float] = {}

    # --- what happens

    def enter(self, part: int, slide: str) -> None:
        """From now on time belongs to this part, from 0, and this slide, by its key."""
        self._book()
        self._part, self._slide = max(0, min(part, len(self._parts) - 1)), slide
        if self._since is None and not self._is_paused:
            self._since = self._clock()

    def pause(self) -> None:
        """Count no further until `go_on`."""
        self._book()
        self._since, self._is_paused = None, True

    def go_on(self) -> None:
        """Count again."""
        if self._is_paused:
            self._since, self._is_paused = self._clock(), False

    def start_again(self) -> None:
        """Forget what was counted; whether it is paused stays."""
        self._book()
        self._parts = [0.0] * len(self.minutes)
        self._slides.clear()

    def _book(self) -> None:
        if self._since is None:
            return
        now = self._clock()
        spent = max(0.0, now - self._since)
        self._since = now
        if self._parts:
            self._parts[self._part] += spent
        self._slides[self._slide] = self._slides.get(self._slide, 0.0) + spent

    # --- what is counted

    @property
    def is_paused(self) -> bool:
        """Whether nothing is counted now."""
        return self._is_paused

    @property
    def part(self) -> int:
        """The part that time belongs to, from 0."""
        return self._part

    @property
    def parts(self) -> tuple[float, ...]:
        """Seconds that each part took so far."""
        self._book()
        return tuple(self._parts)

    @property
    def used(self) -> float:
        """Seconds that all of it took so far."""
        self._book()
        return sum(self._slides.values())

    def of_slide(self, slide: str) -> float:
        """Seconds that the slide of this key was shown so far."""
        self._book()
        return self._slides.get(slide, 0.0)

    # --- what was planned

    @property
    def planned(self) -> float | None:
        """Seconds planned for all of it; None where nothing is planned."""
        planned = [minutes for minutes in self.minutes if minutes]
        return sum(planned) * 60 if planned else None

    @property
    def left(self) -> float | None:
        """Seconds left of what was planned, below 0 when it is over; None where nothing is planned."""
        planned = self.planned
        return None if planned is None else planned - self.used

    @property
    def left_of_part(self) -> float | None:
        """Seconds that are left of the part that is shown; None where none are planned for it."""
        minutes = self.minutes[self._part] if self.minutes else None
        return minutes * 60 - self.parts[self._part] if minutes else None

    @property
    def behind(self) -> float:
        """Seconds behind the plan (above 0) or ahead of it (below); 0 in the part that should be on now."""
        if self.planned is None:
            return 0.0
        begins = sum(minutes or 0 for minutes in self.minutes[: self._part]) * 60
        ends = begins + (self.minutes[self._part] or 0) * 60
        used = self.used
        if used > ends:
            return used - ends
        return min(0.0, used - begins)
