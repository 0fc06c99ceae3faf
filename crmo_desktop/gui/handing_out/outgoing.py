"""Makes of a talk what leaves the program: pages, or a file of slides."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from crmo_desktop.domain.talk import Talk
from crmo_desktop.export.pptx import pptx
from crmo_desktop.export.whole_file import write_bytes
from crmo_desktop.gui.handing_out.handed import Handed, Notes, SlidesWanted, handed
from crmo_desktop.gui.handing_out.slide_file import slide_file
from crmo_desktop.gui.handing_out.slide_pages import SlidePages
from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.gui.slides.slide import Room


class Outgoing:
    """Keeps what it set last: another layout of the same slides needs none of it anew."""

    def __init__(
        self, makers: SlideMakers, notes: Callable[[Talk], Notes], now: Callable[[], datetime]
    ) -> None:
        """Make ready.

        Args:
            makers: what slides are made with.
            notes: tells what whoever speaks has written for a talk, by the keys of its matters.
            now: gives the time with its zone.
        """
        self._makers, self._notes, self._now = makers, notes, now
        self._last: tuple[Talk, Room, Handed] | None = None

    def pages(self, wanted: SlidesWanted, progress: Callable[[int, int], bool]) -> SlidePages | None:
        """Slides on paper; None where `progress`, told how much of how much is done, returns False."""
        if not progress(0, 1):
            return None
        made = SlidePages(self._handed(wanted), wanted.paper, self._makers.themes, self._day())
        return made if progress(1, 1) else None

    def write(self, wanted: SlidesWanted, path: Path) -> None:
        """Put a file of slides (.pptx) at `path`.

        Raises:
            UserError: it cannot be written there.
        """
        made = slide_file(self._handed(wanted), self._now(), has_answers=wanted.paper.has_answers)
        write_bytes(path, pptx(made))

    def _day(self) -> date:
        return self._now().date()

    def _handed(self, wanted: SlidesWanted) -> Handed:
        talk, room, _ = wanted
        if self._last is None or self._last[:2] != (talk, room):
            self._last = talk, room, handed(talk, room, self._makers, self._notes(talk))
        return self._last[2]
