"""Draws pictures: finds for each kind how it is drawn, and loads that with the first of its kind."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from crmo_desktop.domain.bone_map import BoneMap
from crmo_desktop.domain.picture import (
    Art,
    Choices,
    Drawing,
    Flow,
    IconArrays,
    LabelledArt,
    Panels,
    Picture,
    Ranges,
    SideBySide,
    Timeline,
)
from crmo_desktop.gui.drawing.scene import Scene, View
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look

NARROWEST: Final = 300.0  # pixels at 100%: what every picture can be drawn in


class Tools(NamedTuple):
    """What drawings are made with.

    Attributes:
        pictures: the program's own folder of pictures, where the skeleton is.
        art: the text of an illustration of the edition; "" if it has none of this name.
    """

    pictures: Path
    icons: IconShelf
    art: Callable[[str], str]

    def art_of(self, art: Art | None) -> str:
        """The text of an illustration; "" where there is none."""
        return "" if art is None else self.art(art.name)


Draw = Callable[..., Scene]  # of a drawing of its kind, a look, a width, a view and tools


# Each is loaded with the first picture of its kind.
# The imports are written out, or whatever makes the packages would not find them.
def _bone_map() -> Draw:
    from crmo_desktop.gui.drawing.bone_map import draw

    return draw


def _labelled_art() -> Draw:
    from crmo_desktop.gui.drawing.labelled_art import draw

    return draw


def _panels() -> Draw:
    from crmo_desktop.gui.drawing.panels import draw

    return draw


def _flow() -> Draw:
    from crmo_desktop.gui.drawing.flow import draw

    return draw


def _choices() -> Draw:
    from crmo_desktop.gui.drawing.choices import draw

    return draw


def _icon_arrays() -> Draw:
    from crmo_desktop.gui.drawing.icon_arrays import draw

    return draw


def _side_by_side() -> Draw:
    from crmo_desktop.gui.drawing.side_by_side import draw

    return draw


def _ranges() -> Draw:
    from crmo_desktop.gui.drawing.ranges import draw

    return draw


def _timeline() -> Draw:
    from crmo_desktop.gui.drawing.timeline import draw

    return draw


_DRAW: Final[dict[type[Drawing], Callable[[], Draw]]] = {
    BoneMap: _bone_map,
    LabelledArt: _labelled_art,
    Panels: _panels,
    Flow: _flow,
    Choices: _choices,
    IconArrays: _icon_arrays,
    SideBySide: _side_by_side,
    Ranges: _ranges,
    Timeline: _timeline,
}


class Drawer:
    """Draws any picture at any width."""

    def __init__(self, tools: Tools) -> None:
        self.tools = tools

    def draw(self, picture: Picture, look: Look, width: float, view: View | None = None) -> Scene:
        """`picture` drawn `width` pixels wide at a text size of 100%, as high as it needs.

        Its words are set in the page's face of `look`; it can be painted in any theme. A `view` that the
        picture does not have is the one that it opens with. It is never narrower than `NARROWEST`.
        """
        draw = _DRAW[type(picture.drawing)]()
        return draw(
            picture.drawing, look, max(width, NARROWEST), View() if view is None else view, self.tools
        )
