"""All slides of a talk, in order."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from crmo_desktop.domain.identifiers import SourceId
from crmo_desktop.domain.language import ENGLISH
from crmo_desktop.domain.slides import Figure, Matter, MatterKind, Piece
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.slides.room_look import RoomLook, room_look
from crmo_desktop.gui.slides.setting import Setting
from crmo_desktop.gui.slides.slide import Room, Slide
from crmo_desktop.services.reading import ReadingService

if TYPE_CHECKING:
    from crmo_desktop.gui.drawing.drawer import Drawer


class SlideMakers(NamedTuple):
    """What slides are made with.

    Attributes:
        make_drawer: what draws pictures; the same each time.
        themes: the folder of themes.
        faces: bundled ones for the letters of the window's language, if it needs any.
        language: BCP 47 tag of the window's words.
    """

    reading: ReadingService
    icons: IconShelf
    make_drawer: "Callable[[], Drawer]"
    themes: Path
    faces: tuple[str, ...] = ()
    language: str = ENGLISH


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
    look = room_look(room, makers.themes, makers.faces, makers.language)
    slides: list[Slide] = []
    for matter in matters:
        own = _slides_of(matter, look, makers, room)
        for number, slide in enumerate(own):
            slide.number, slide.count, slide.place = number, len(own), len(slides) + number
        _tell_apart(own, look)
        slides += own
    return Deck(title, tuple(slides), room)


def _tell_apart(slides: Sequence[Slide], look: RoomLook) -> None:
    """Say in the titles of a matter's slides which of them each is, where they are called the same."""
    titles = [slide.title for slide in slides]
    for slide, title in zip(slides, titles, strict=True):
        if titles.count(title) > 1:
            slide.title = look.words.part(title, slide.number + 1, len(slides))


def _slides_of(matter: Matter, look: RoomLook, makers: SlideMakers, room: Room) -> list[Slide]:
    if matter.kind is MatterKind.QUESTION:
        from crmo_desktop.gui.slides.questions import question_slides

        return list(question_slides(matter, look, makers, room))
    setting = Setting(matter, look, makers.icons)
    slides: list[Slide] = []
    unnamed: list[SourceId] = []
    for run in _runs(matter.pieces):
        if isinstance(run, Figure):
            from crmo_desktop.gui.slides.figures import figure_slides

            drawn = figure_slides(matter, run, look, makers, room)
            unnamed += [source for slide in drawn for source in slide.unnamed]
            slides += drawn
        else:
            words = setting.slides(run)
            unnamed += setting.unnamed(words)
            slides += words
    return [*slides, *setting.sources_slides(tuple(dict.fromkeys(unnamed)))]


def _runs(pieces: Sequence[Piece]) -> list[Figure | list[Piece]]:
    """Figures, and what stands between them; never nothing."""
    runs: list[Figure | list[Piece]] = []
    for piece in pieces:
        if isinstance(piece, Figure):
            runs.append(piece)
        elif runs and isinstance(runs[-1], list):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs or [[]]
