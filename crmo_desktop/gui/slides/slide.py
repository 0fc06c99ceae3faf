"""A slide as a value: what stands where, at which step, and how it is painted.

The picture is 720 units high and as wide as its shape asks (1280 for 16:9, 960 for 4:3). Words are never
smaller than `SMALLEST` units: one twenty-fourth of the height, which the last row can read.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from crmo_desktop.domain.slides import Matter
from crmo_desktop.gui.drawing.scene import View

HEIGHT: Final = 720.0
SMALLEST: Final = HEIGHT / 24


class Room(NamedTuple):
    """How slides look in a room.

    Attributes:
        theme: "light", "dark", "contrast", or "print", which saves ink.
        type_step: 0 for text of a twentieth of the height; each step is a size larger (or, below 0, smaller,
            never under `SMALLEST`).
        width: of the picture in units.
        builds: points come one by one.
        is_paper: slides go into a file from which words are copied.
    """

    theme: str = "light"
    type_step: int = 0
    width: float = 1280.0
    builds: bool = True
    is_paper: bool = False


class SlideState(NamedTuple):
    """What of a slide is shown now.

    Attributes:
        step: how much is built up, from 0 to the slide's `steps` - 1.
        view: of a live picture; None for how it opens.
        chosen: the option or row that keys act on, from 0; -1 for none.
        counts: hands for each option of a question; none before there are any.
        is_counting: keys count hands now.
    """

    step: int = 0
    view: View | None = None
    chosen: int = -1
    counts: tuple[int, ...] = ()
    is_counting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Something on a slide, for measuring, for screen readers, and for other forms of the same slide.

    Attributes:
        kind: "kicker", "title", "text", "point", "box", "head", "cell", "picture", "source", "number",
            "option", "count", "label".
        rect: in units.
        size: of its smallest letters in units; 0 of what has none.
        words: as read aloud.
        step: from which it is seen.
    """

    kind: str
    rect: QRectF
    size: float = 0.0
    words: str = ""
    step: int = 0


class Slide(ABC):
    """One slide.

    Attributes:
        matter: what it is made of.
        number, count: which slide of its matter it is, from 0, of how many; `make_deck` sets them.
        place: where it is in the deck, from 0; `make_deck` sets it.
        title: as the list of slides calls it.
        steps: how many steps it is built up in, at least 1.
        width: of the picture in units.
        source_line: what stands at its foot.
        placed: everything that has words, or is a picture.
        notes: for the trainer, a paragraph each.
        is_live: keys change what it shows (`press`).
        zoomed: what Z makes large, in units; None where nothing can be.
    """

    matter: Matter
    number: int = 0
    count: int = 1
    place: int = 0
    title: str
    steps: int
    width: float
    source_line: str
    placed: tuple[Placed, ...]
    notes: tuple[str, ...]
    is_live: bool = False
    zoomed: QRectF | None = None

    @property
    def key(self) -> str:
        """Its place, the same after everything was set anew as long as its matter has so many slides."""
        return f"{self.matter.key}/{self.number}"

    @abstractmethod
    def paint(self, painter: QPainter, state: SlideState) -> None:
        """Paint it; the painter is scaled so that one unit is one of the slide's."""

    def press(self, key: str, state: SlideState) -> SlideState | None:
        """What a key makes of a live slide; None where it has no meaning here.

        Args:
            key: "up", "down", "choose", "undo", or of a question "hands", "more:<option>", "less:<option>",
                "set:<option>:<hands>", options from 0.
            state: what is shown now.
        """
        return None

    def told(self, state: SlideState) -> tuple[str, ...]:
        """The words that are seen now, in reading order."""
        return tuple(each.words for each in self.placed if each.words and each.step <= state.step)

    def first_state(self) -> SlideState:
        """How it opens."""
        return SlideState()

    def last_state(self) -> SlideState:
        """All of it, as when one comes back to it."""
        return replace_step(self.first_state(), self.steps - 1)

    def paper_states(self) -> tuple[SlideState, ...]:
        """How it is printed: all of it, and of a live one all that it can show, one after the other."""
        return (self.last_state(),)


def replace_step(state: SlideState, step: int) -> SlideState:
    """`state` at another step."""
    return state._replace(step=step)


__all__ = ["HEIGHT", "SMALLEST", "Placed", "Room", "Slide", "SlideState", "replace_step"]
