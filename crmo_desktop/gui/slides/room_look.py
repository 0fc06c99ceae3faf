"""How slides look in a room: colours of its theme, sizes and faces of its words."""

import json
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtGui import QColor, QFont

from crmo_desktop.domain.language import ENGLISH
from crmo_desktop.gui.drawing.scene import face
from crmo_desktop.gui.slides.slide import HEIGHT, SMALLEST, Room
from crmo_desktop.gui.slides.slide_words import SlideWords
from crmo_desktop.gui.theme import Look, load_theme

# The file of each; "print" is for paper.
ROOM_THEMES: Final = {"light": "light", "dark": "dark", "contrast": "hc_black", "print": "print"}
TITLE: Final = HEIGHT / 12
TEXT: Final = HEIGHT / 20
_GROWS: Final = 1.14  # from one type step to the next
_TITLE_GROWS: Final = 1.05  # titles are large already


@dataclass(frozen=True)
class RoomLook:
    """What slides are set with.

    Attributes:
        look: the colours; its sizes are not those of slides.
        words: what slides say beside the words of the reference.
    """

    look: Look
    room: Room
    words: SlideWords
    _fonts: dict[tuple[float, int, bool], QFont] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @property
    def width(self) -> float:
        """Of a slide in units."""
        return self.room.width

    @property
    def is_high_contrast(self) -> bool:
        """Whether surfaces are told apart by lines only."""
        return self.look.is_high_contrast

    @property
    def text(self) -> int:
        """Size of what is said, in units."""
        return self.grown(TEXT)

    @property
    def small(self) -> int:
        """Size of cells, labels and notes, in units: the smallest that grows with the text."""
        return self.grown(SMALLEST)

    @property
    def foot(self) -> int:
        """Size of the source line and of the kicker, in units; the same at every type step."""
        return round(SMALLEST)

    @property
    def title(self) -> int:
        """Size of a title that fits into one line, in units."""
        return round(TITLE * _TITLE_GROWS ** max(0, self.room.type_step))

    def grown(self, size: float) -> int:
        """A size at the room's type step, in units, never under `SMALLEST`."""
        return max(round(SMALLEST), round(size * _GROWS**self.room.type_step))

    def font(self, size: float, weight: int = 400, *, is_title: bool = False) -> QFont:
        """The face of words (or of titles) `size` units large; the same each time: not to be changed."""
        key = (size, weight, is_title)
        if key not in self._fonts:
            self._fonts[key] = self._font(size, weight, is_title)
        return self._fonts[key]

    def _font(self, size: float, weight: int, is_title: bool) -> QFont:
        font = face(self.look, size, weight, is_title=is_title)
        if self.room.is_paper:  # a PDF does not say which letters a ligature is: nobody could copy them
            font.setFeature(QFont.Tag("liga"), 0)
        return font

    def colour(self, role: str) -> QColor:
        """The colour of `role`.

        Raises:
            KeyError: the theme has no such role.
        """
        return self.look.colour(role)


def room_look(room: Room, themes: Path, faces: tuple[str, ...] = (), language: str = ENGLISH) -> RoomLook:
    """The look of a room.

    Args:
        room: what was chosen for it.
        themes: the folder of themes.
        faces: bundled ones for the letters of the window's language, if it needs any.
        language: BCP 47 tag of the window's words.

    Raises:
        KeyError: there is no such room theme.
    """
    return RoomLook(_look(ROOM_THEMES[room.theme], themes, faces, language), room, SlideWords())


@lru_cache(maxsize=8)
def _look(name: str, themes: Path, faces: tuple[str, ...], language: str) -> Look:
    tokens = json.loads((themes / "tokens.json").read_text(encoding="utf-8"))
    return Look(load_theme(themes, name), 100, tokens, faces=faces, language=language)
