"""What all slides of a file share: the master, its layouts, the bar at the left; the master of notes."""

from collections.abc import Iterable
from typing import Final

from crmo_desktop.export.pptx_shapes import Numbers, decoration, placed
from crmo_desktop.export.pptx_values import HEIGHT, Area, SlideFile
from crmo_desktop.export.pptx_words import SPACING
from crmo_desktop.export.pptx_xml import Element, colour, element, filled, letters, root, worded, written

BAR: Final = 14.0  # units, at the left edge
MARGIN: Final = 72.0  # units, left of words
_RIGHT: Final = 60.0  # units, right of words
TITLE_SIZE: Final = HEIGHT / 12
TEXT_SIZE: Final = HEIGHT / 20
NUMBER_SIZE: Final = HEIGHT / 24
FOOT_SIZE: Final = 13.0  # units: which edition it is; for the file, not for the wall
FOOT_TOP: Final = 697.0
NOTES: Final = (720.0, 960.0)  # units, of a page of notes
_LEVELS: Final = 9  # that the format has
_MAPPED: Final = {
    "bg1": "lt1",
    "tx1": "dk1",
    "bg2": "lt2",
    "tx2": "dk2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "hlink": "hlink",
    "folHlink": "folHlink",
}
LAYOUTS: Final = ("Slide", "Question")


def places(width: float) -> dict[str, Area]:
    """Where the parts of a slide are that has no others."""
    wide = width - MARGIN - _RIGHT
    return {
        "title": Area(MARGIN, 44, wide, 84),
        "body": Area(MARGIN, 144, wide, 480),
        "number": Area(width - _RIGHT - 100, 650, 100, 40),
        "foot": Area(MARGIN, FOOT_TOP, wide, 18),
    }


def master(file: SlideFile) -> bytes:
    """The part with the master."""
    numbers = Numbers()
    return written(
        root(
            "p:sldMaster",
            element("p:cSld", _background(), tree(_placeholders(file, numbers))),
            element("p:clrMap", **_MAPPED),
            element(
                "p:sldLayoutIdLst",
                *(
                    element("p:sldLayoutId", id=2147483649 + place, r_id=f"rId{place + 1}")
                    for place in range(len(LAYOUTS))
                ),
            ),
            _styles(file),
        )
    )


def layout(file: SlideFile, number: int) -> bytes:
    """The part with a layout; the bar at its edge has the colour of what is told, or of what is asked."""
    numbers = Numbers()
    left = file.width - BAR if file.is_rtl else 0
    bar = decoration(Area(left, 0, BAR, HEIGHT), "question" if number else "accent", file, numbers)
    return written(
        root(
            "p:sldLayout",
            element("p:cSld", tree([bar, *_placeholders(file, numbers, "obj")]), name=LAYOUTS[number]),
            element("p:clrMapOvr", element("a:masterClrMapping")),
            preserve=1,
            type="obj",
        )
    )


def tree(shapes: Iterable[Element]) -> Element:
    """All shapes of a part."""
    return element(
        "p:spTree",
        element("p:nvGrpSpPr", element("p:cNvPr", id=1, name=""), element("p:cNvGrpSpPr"), element("p:nvPr")),
        element(
            "p:grpSpPr",
            element(
                "a:xfrm",
                element("a:off", x=0, y=0),
                element("a:ext", cx=0, cy=0),
                element("a:chOff", x=0, y=0),
                element("a:chExt", cx=0, cy=0),
            ),
        ),
        *shapes,
    )


def _background() -> Element:
    return element("p:bg", element("p:bgRef", element("a:schemeClr", val="bg1"), idx=1001))


def _placeholders(file: SlideFile, numbers: Numbers, body: str = "body") -> list[Element]:
    """The places of title, text, number and foot; the text's is one for words, or ("obj") for anything."""
    return [_placeholder(part, area, file, numbers, body) for part, area in places(file.width).items()]


def _placeholder(part: str, area: Area, file: SlideFile, numbers: Numbers, body: str) -> Element:
    kinds: dict[str, dict[str, object]] = {
        "title": {"type": "title"},
        "body": {"type": body, "idx": 1},
        "number": {"type": "sldNum", "sz": "quarter", "idx": 12},
        "foot": {"type": "ftr", "sz": "quarter", "idx": 11},
    }
    number = numbers.next()
    return element(
        "p:sp",
        element(
            "p:nvSpPr",
            element("p:cNvPr", id=number, name=f"{part.capitalize()} {number}"),
            element("p:cNvSpPr", element("a:spLocks", noGrp=1)),
            element("p:nvPr", element("p:ph", **kinds[part])),
        ),
        element("p:spPr", placed(area), element("a:prstGeom", element("a:avLst"), prst="rect")),
        element("p:txBody", _body(), _look_of(part, file), _sample(part, file)),
    )


def _body() -> Element:
    return element("a:bodyPr", element("a:normAutofit"), lIns=0, tIns=0, rIns=0, bIns=0)


def _look_of(part: str, file: SlideFile) -> Element:
    """How letters of a place look where nothing else is said of them."""
    if part not in {"number", "foot"}:
        return element("a:lstStyle")
    size = NUMBER_SIZE if part == "number" else FOOT_SIZE
    algn = "r" if (part == "number") != file.is_rtl else "l"
    fill = filled("muted", file.colours)
    return element("a:lstStyle", element("a:lvl1pPr", element("a:defRPr", fill, sz=letters(size)), algn=algn))


def _sample(part: str, file: SlideFile) -> Element:
    """What stands in an empty place; none of it is ever shown."""
    if part == "number":
        run = element("a:fld", element("a:rPr", lang=file.language), worded("a:t", "1"), type="slidenum")
        run.set("id", "{5A0B6A0D-6C1E-4C0F-9B43-0C1D7B1E0F01}")
        return element("a:p", run)
    return element("a:p", element("a:endParaRPr", lang=file.language))


def _styles(file: SlideFile) -> Element:
    title = _level(1, file, TITLE_SIZE, role="heading", face="+mj-lt", is_strong=True)
    body = (_level(number, file, TEXT_SIZE, role="text", face="+mn-lt") for number in range(1, _LEVELS + 1))
    other = (_level(number, file, TEXT_SIZE, role="text", face="+mn-lt") for number in range(1, _LEVELS + 1))
    return element(
        "p:txStyles",
        element("p:titleStyle", title),
        element("p:bodyStyle", *body),
        element("p:otherStyle", *other),
    )


def _level(
    number: int, file: SlideFile, size: float, *, role: str, face: str, is_strong: bool = False
) -> Element:
    strong: dict[str, object] = {"b": 1} if is_strong else {}
    return element(
        f"a:lvl{number}pPr",
        element("a:lnSpc", element("a:spcPts", val=letters(size * SPACING))),
        element("a:buNone"),
        element(
            "a:defRPr",
            element("a:solidFill", colour(role, file.colours)),
            element("a:latin", typeface=face),
            sz=letters(size),
            **strong,
        ),
        marL=0,
        indent=0,
        algn="r" if file.is_rtl else "l",
        rtl=int(file.is_rtl),
    )


# --- notes


def notes_master(file: SlideFile) -> bytes:
    """The part with the master of notes: the slide above, words below it."""
    numbers = Numbers()
    wide, high = NOTES
    picture = Area(60, 60, wide - 120, (wide - 120) * HEIGHT / file.width)
    words = Area(60, picture.top + picture.height + 24, wide - 120, high - picture.height - 130)
    image = element(
        "p:sp",
        element(
            "p:nvSpPr",
            element("p:cNvPr", id=numbers.next(), name="Slide"),
            element("p:cNvSpPr", element("a:spLocks", noGrp=1, noRot=1, noChangeAspect=1)),
            element("p:nvPr", element("p:ph", type="sldImg", idx=2)),
        ),
        element("p:spPr", placed(picture), element("a:prstGeom", element("a:avLst"), prst="rect")),
    )
    text = element(
        "p:sp",
        element(
            "p:nvSpPr",
            element("p:cNvPr", id=numbers.next(), name="Notes"),
            element("p:cNvSpPr", element("a:spLocks", noGrp=1)),
            element("p:nvPr", element("p:ph", type="body", sz="quarter", idx=3)),
        ),
        element("p:spPr", placed(words), element("a:prstGeom", element("a:avLst"), prst="rect")),
        element("p:txBody", element("a:bodyPr"), element("a:lstStyle"), element("a:p")),
    )
    return written(
        root(
            "p:notesMaster",
            element("p:cSld", _background(), tree([image, text])),
            element("p:clrMap", **_MAPPED),
        )
    )


def notes_of(paragraphs: Iterable[Element], numbers: Numbers) -> bytes:
    """The part with the notes of a slide."""
    image = element(
        "p:sp",
        element(
            "p:nvSpPr",
            element("p:cNvPr", id=numbers.next(), name="Slide"),
            element("p:cNvSpPr", element("a:spLocks", noGrp=1, noRot=1, noChangeAspect=1)),
            element("p:nvPr", element("p:ph", type="sldImg")),
        ),
        element("p:spPr"),
    )
    text = element(
        "p:sp",
        element(
            "p:nvSpPr",
            element("p:cNvPr", id=numbers.next(), name="Notes"),
            element("p:cNvSpPr", element("a:spLocks", noGrp=1)),
            element("p:nvPr", element("p:ph", type="body", idx=1)),
        ),
        element("p:spPr"),
        element("p:txBody", element("a:bodyPr"), element("a:lstStyle"), *paragraphs),
    )
    return written(
        root(
            "p:notes",
            element("p:cSld", tree([image, text])),
            element("p:clrMapOvr", element("a:masterClrMapping")),
        )
    )
