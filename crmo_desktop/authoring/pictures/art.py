"""Illustrations: SVG files in `content/pictures/`, drawn in roles, with anchors for labels.

Anchors are circles `at-…` in the group `anchors`; what goes into the pack is without them.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from crmo_desktop.authoring.markup import Element, MarkupError, parse
from crmo_desktop.authoring.pictures.files import FOLDER

_ANCHORS: Final = "anchors"
_PREFIX: Final = "at-"


class ArtError(Exception):
    """The file is no illustration that the program can draw."""


@dataclass(frozen=True, slots=True)
class ArtFile:
    """One illustration.

    Attributes:
        width, height: of its view box.
        anchors: where a label's line ends, by name.
        svg: the file without its anchors.
    """

    width: float
    height: float
    anchors: dict[str, tuple[float, float]]
    svg: str


def read_art(root: Path, name: str) -> ArtFile:
    """The illustration `name` of the content folder `root`.

    Raises:
        ArtError: it cannot be read, or has no view box that begins at 0 0.
    """
    try:
        drawn = parse((root / FOLDER / name).read_text(encoding="utf-8"))
    except OSError as error:
        raise ArtError(f"“{name}” cannot be read: {error.strerror}") from error
    except (MarkupError, ValueError) as error:
        raise ArtError(f"“{name}” is no SVG: {error}") from error
    try:
        left, top, width, height = map(float, drawn.attributes.get("viewBox", "").split())
    except ValueError:
        left, top, width, height = -1.0, -1.0, 0.0, 0.0
    if drawn.tag != "svg" or (left, top) != (0, 0) or min(width, height) <= 0:
        raise ArtError(f"“{name}” is no SVG with a view box that begins at 0 0")
    anchors: dict[str, tuple[float, float]] = {}
    for group in [child for child in drawn.elements() if child.attributes.get("id") == _ANCHORS]:
        drawn.children.remove(group)
        for circle in group.elements():
            anchors[circle.attributes.get("id", "").removeprefix(_PREFIX)] = _centre(name, circle)
    return ArtFile(width, height, anchors, str(drawn))


def _centre(name: str, circle: Element) -> tuple[float, float]:
    try:
        return float(circle.attributes["cx"]), float(circle.attributes["cy"])
    except (KeyError, ValueError):
        raise ArtError(
            f"“{name}” has an anchor without a place: “{circle.attributes.get('id', '')}”"
        ) from None
