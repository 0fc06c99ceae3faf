"""Draws pictures: finds for each kind how it is drawn, and loads that with the first of its kind."""

from collections.abc import Callable
from importlib import import_module
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
# By the kind of drawing: the module that has its `draw(drawing, look, width, view, tools)`.
_MODULES: Final[dict[type[Drawing], str]] = {
    BoneMap: "bone_map",
    LabelledArt: "labelled_art",
    Panels: "panels",
    Flow: "flow",
    Choices: "choices",
    IconArrays: "icon_arrays",
    SideBySide: "side_by_side",
    Ranges: "ranges",
    Timeline: "timeline",
}


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


class Drawer:
    """Draws any picture at any width."""

    def __init__(self, tools: Tools) -> None:
        self.tools = tools

    def draw(self, picture: Picture, look: Look, width: float, view: View | None = None) -> Scene:
        """`picture` drawn `width` pixels wide at a text size of 100%, as high as it needs.

        Its words are set in the page's face of `look`; it can be painted in any theme. A `view` that the
        picture does not have is the one that it opens with. It is never narrower than `NARROWEST`.
        """
        name = _MODULES[type(picture.drawing)]
        module = import_module(f"crmo_desktop.gui.drawing.{name}")
        scene: Scene = module.draw(
            picture.drawing, look, max(width, NARROWEST), view if view is not None else View(), self.tools
        )
        return scene
