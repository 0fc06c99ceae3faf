"""Writes XML of presentations (ECMA-376): elements by their usual short names, colours, lengths, words."""

import re
from collections.abc import Iterable, Mapping
from typing import Final
from xml.etree import ElementTree

from crmo_desktop.export.pptx_values import COLOURS

Element = ElementTree.Element
_SPACES: Final = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
_MAPPED: Final = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}  # as slides call them
_EMU: Final = 9525  # to the unit: 720 of them are 7.5 inches
_SIZE: Final = 75  # hundredths of a point to the unit
_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def element(name: str, /, *inside: Element | None, **values: object) -> Element:
    """The element `name`, e.g. "a:p"; `None` inside it is left out, an underscore in `r_id` is a colon."""
    made = Element(name, {key.replace("_", ":"): str(value) for key, value in values.items()})
    made.extend(each for each in inside if each is not None)
    return made


def worded(name: str, words: str, /, **values: object) -> Element:
    """An element with nothing but words in it; what XML cannot hold is left out."""
    made = element(name, **values)
    made.text = clean(words)
    return made


def clean(words: str) -> str:
    """`words` without what XML cannot hold."""
    return _FORBIDDEN.sub("", words)


def root(name: str, /, *inside: Element | None, **values: object) -> Element:
    """The outermost element of a part."""
    made = element(name, *inside, **values)
    for short, long in _SPACES.items():
        made.set(f"xmlns:{short}", long)
    return made


def written(made: Element) -> bytes:
    """A part as it stands in the file."""
    body: bytes = ElementTree.tostring(made, encoding="utf-8")
    return _DECLARATION + body


def emu(units: float) -> int:
    """Units as the file counts them."""
    return round(units * _EMU)


def letters(units: float) -> int:
    """A size of letters as the file counts it."""
    return round(units * _SIZE)


def colour(role: str, colours: Mapping[str, str]) -> Element:
    """A colour: by its place in the theme, so that it changes with it, or else as it is."""
    place = COLOURS.get(role)
    if place is not None:
        return element(
            "a:schemeClr", val={"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}.get(place, place)
        )
    return element("a:srgbClr", val=colours[role].lstrip("#").upper())


def filled(role: str, colours: Mapping[str, str]) -> Element:
    """A plain fill; with "" none."""
    return element("a:solidFill", colour(role, colours)) if role else element("a:noFill")


def edged(role: str, colours: Mapping[str, str], width: float = 2.0, name: str = "a:ln") -> Element:
    """A line `width` units wide; with "" none."""
    if not role:
        return element(name, element("a:noFill"))
    return element(name, filled(role, colours), w=emu(width))


def relationships(those: Iterable[tuple[str, str, str]]) -> bytes:
    """A part's list of other parts: of each its id, its kind and where it is."""
    made = Element("Relationships", xmlns="http://schemas.openxmlformats.org/package/2006/relationships")
    for id, kind, target in those:
        made.append(element("Relationship", Id=id, Type=kind, Target=target))
    return written(made)
