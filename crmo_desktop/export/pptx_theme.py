"""The theme of a file of slides: its colours by their places, and its faces."""

from typing import Final

from crmo_desktop.export.pptx_values import COLOURS, SlideFile
from crmo_desktop.export.pptx_words import TEXT_FACE, TITLE_FACE
from crmo_desktop.export.pptx_xml import Element, element, root, written

_LINES: Final = (9525, 25400, 38100)  # widths that the format asks for; no shape here takes them


def theme(file: SlideFile) -> bytes:
    """The part with the theme."""
    return written(
        root(
            "a:theme",
            element("a:themeElements", _colours(file), _faces(), _looks()),
            element("a:objectDefaults"),
            element("a:extraClrSchemeLst"),
            name="CRMO Desktop",
        )
    )


def _colours(file: SlideFile) -> Element:
    order = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
    roles = {place: role for role, place in COLOURS.items()}
    return element(
        "a:clrScheme",
        *(
            element(f"a:{place}", element("a:srgbClr", val=file.colours[roles[place]].lstrip("#").upper()))
            for place in order
        ),
        name="CRMO Desktop",
    )


def _faces() -> Element:
    return element("a:fontScheme", _face("major", TITLE_FACE), _face("minor", TEXT_FACE), name="CRMO Desktop")


def _face(kind: str, face: str) -> Element:
    return element(
        f"a:{kind}Font",
        element("a:latin", typeface=face),
        element("a:ea", typeface=""),
        element("a:cs", typeface="Arial"),
    )


def _looks() -> Element:
    return element(
        "a:fmtScheme",
        element("a:fillStyleLst", *(_placeholder() for _ in range(3))),
        element("a:lnStyleLst", *(element("a:ln", _placeholder(), w=width) for width in _LINES)),
        element("a:effectStyleLst", *(element("a:effectStyle", element("a:effectLst")) for _ in range(3))),
        element("a:bgFillStyleLst", *(_placeholder() for _ in range(3))),
        name="CRMO Desktop",
    )


def _placeholder() -> Element:
    return element("a:solidFill", element("a:schemeClr", val="phClr"))
