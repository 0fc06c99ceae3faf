"""All slides of a talk, in order."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from crmo_desktop.domain.slides import Matter
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.slides.slide import Room, Slide
from crmo_desktop.services.reading import ReadingService

if TYPE_CHECKING:
    from crmo_desktop.gui.drawing.drawer import Drawer


class SlideMakers(NamedTuple):
    """What slides are made with.

    Attributes:
        make_drawer: what draws pictures; the same each time.
        themes: the folder of themes.
    """

    reading: ReadingService
    icons: IconShelf
    make_drawer: "Callable[[], Drawer]"
    themes: Path


class Deck(NamedTuple):
    """Slides in order, never none.

    Attributes:
        title: of the topic or the session.
        slides: of all matters, in order.
    """

    title: str
    slides: tuple[Slide, ...]
    room: Room

    def place_of(self, key: str) -> int:
        """Where the slide with this `Slide.key` is; the nearest of its matter, or the first of all."""
        matter = key.rpartition("/")[0]
        same = [place for place, slide in enumerate(self.slides) if slide.matter.key == matter]
        exact = next((place for place in same if self.slides[place].key == key), None)
        if exact is not None:
            return exact
        return same[-1] if same else 0


def make_deck(title: str, matters: Sequence[Matter], room: Room, makers: SlideMakers) -> Deck:
    """Set every matter for a room."""
    raise NotImplementedError
