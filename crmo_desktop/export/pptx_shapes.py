"""Shapes of a file of slides: words, tables and pictures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from crmo_desktop.domain.slides import Row, Strand, Strands
from crmo_desktop.export.pptx_values import Area, Line, PictureShape, Side, SlideFile, TableShape, WordsShape
from crmo_desktop.export.pptx_words import SPACING, paragraph
from crmo_desktop.export.pptx_xml import Element, clean, colour, edged, element, emu, filled

BAR: Final = 5.0  # units
_INSIDE: Final = 14.0  # units between an edge and words
_CELL: Final = (12.0, 6.0)  # units between the edge of a cell and its words, across and down
_PARTS: Final[Mapping[str, Mapping[str, object]]] = {
    "title": {"type": "title"},
    "body": {"idx": 1},
    "number": {"type": "sldNum", "sz": "quarter", "idx": 12},
    "foot": {"type": "ftr", "sz": "quarter", "idx": 11},
}
_NAMES: Final = {"title": "Title", "body": "Text", "number": "Slide number", "foot": "Footer", "": "Words"}
_TABLES: Final = "http://schemas.openxmlformats.org/drawingml/2006/table"


@dataclass(slots=True)
class Numbers:
    """The ids of shapes on a slide; 1 is the slide's own."""

    last: int = 1

    def next(self) -> int:
        """One that no shape has yet."""
        self.last += 1
        return self.last


def words_of(shape: WordsShape, file: SlideFile, numbers: Numbers) -> Iterator[Element]:
    """A shape with words, and the bar over its edge."""
    number = numbers.next()
    place = element("p:nvPr", element("p:ph", **_PARTS[shape.part]) if shape.part else None)
    yield element(
        "p:sp",
        element(
            "p:nvSpPr",
            element("p:cNvPr", id=number, name=f"{_NAMES[shape.part]} {number}"),
            element("p:cNvSpPr", element("a:spLocks", noGrp=1))
            if shape.part
            else element("p:cNvSpPr", txBox=1),
            place,
        ),
        element(
            "p:spPr",
            placed(shape.area),
            element("a:prstGeom", element("a:avLst"), prst="rect"),
            filled(shape.fill, file.colours),
            edged(shape.edge, file.colours),
        ),
        _text(shape, file),
    )
    if shape.bar:
        area = shape.area
        left = area.left + area.width - BAR if file.is_rtl else area.left
        yield decoration(Area(left, area.top, BAR, area.height), shape.bar, file, numbers)


def _text(shape: WordsShape, file: SlideFile) -> Element:
    is_framed = bool(shape.fill or shape.edge or shape.bar)
    across = emu(_INSIDE + (BAR if shape.bar else 0)) if is_framed else 0
    body = element(
        "a:bodyPr",
        element("a:normAutofit") if shape.is_wrapped else None,
        wrap="square" if shape.is_wrapped else "none",
        lIns=across,
        rIns=across,
        tIns=emu(_INSIDE / 2) if is_framed else 0,
        bIns=emu(_INSIDE / 2) if is_framed else 0,
        anchor="ctr" if shape.is_middle else "t",
    )
    if shape.part == "number":
        return element("p:txBody", body, element("a:lstStyle"), _number(shape.lines[0], file))
    paragraphs = [paragraph(line, file, shape.side) for line in shape.lines]
    return element("p:txBody", body, element("a:lstStyle"), *paragraphs)


def _number(line: Line, file: SlideFile) -> Element:
    """The number of the slide: a field, so that it stays true when slides are moved."""
    made = paragraph(line, file, Side.END)
    run = made.find("a:r")
    assert run is not None
    run.tag = "a:fld"
    run.set("id", "{5A0B6A0D-6C1E-4C0F-9B43-0C1D7B1E0F01}")
    run.set("type", "slidenum")
    return made


def decoration(area: Area, role: str, file: SlideFile, numbers: Numbers) -> Element:
    """A plain coloured rectangle, which screen readers pass over."""
    number = numbers.next()
    return element(
        "p:sp",
        element(
            "p:nvSpPr",
            element("p:cNvPr", _passed_over(), id=number, name=f"Bar {number}"),
            element("p:cNvSpPr"),
            element("p:nvPr"),
        ),
        element(
            "p:spPr",
            placed(area),
            element("a:prstGeom", element("a:avLst"), prst="rect"),
            filled(role, file.colours),
            edged("", file.colours),
        ),
    )


def _passed_over() -> Element:
    space = "http://schemas.microsoft.com/office/drawing/2017/decorative"
    inside = Element("adec:decorative", {"xmlns:adec": space, "val": "1"})
    return element("a:extLst", element("a:ext", inside, uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"))


def placed(area: Area, name: str = "a:xfrm") -> Element:
    """Where a shape is."""
    return element(
        name,
        element("a:off", x=emu(area.left), y=emu(area.top)),
        element("a:ext", cx=emu(area.width), cy=emu(area.height)),
    )


def picture_of(shape: PictureShape, relation: str, numbers: Numbers) -> Element:
    """A picture; `relation` names its file."""
    number = numbers.next()
    return element(
        "p:pic",
        element(
            "p:nvPicPr",
            element("p:cNvPr", id=number, name=f"Picture {number}", descr=clean(shape.told)),
            element("p:cNvPicPr", element("a:picLocks", noChangeAspect=1)),
            element("p:nvPr"),
        ),
        element(
            "p:blipFill",
            element("a:blip", r_embed=relation),
            element("a:stretch", element("a:fillRect")),
        ),
        element("p:spPr", placed(shape.area), element("a:prstGeom", element("a:avLst"), prst="rect")),
    )


# --- tables


def table_of(shape: TableShape, file: SlideFile, numbers: Numbers) -> Element:
    """A table with a row for its head, which programs repeat and read first."""
    number = numbers.next()
    grid = element("a:tblGrid", *(element("a:gridCol", w=emu(width)) for width in shape.widths))
    settings: dict[str, object] = {"firstRow": 1, "bandRow": 1}
    if file.is_rtl:
        settings["rtl"] = 1
    table = element("a:tbl", element("a:tblPr", **settings), grid)
    height = shape.size * SPACING + 2 * _CELL[1]
    if any(shape.head):
        table.append(_row(shape.head, shape, file, height, is_head=True, is_odd=False))
    for place, row in enumerate(shape.rows):
        table.append(_row(_filled(row, shape), shape, file, height, is_head=False, is_odd=place % 2 == 1))
    return element(
        "p:graphicFrame",
        element(
            "p:nvGraphicFramePr",
            element("p:cNvPr", id=number, name=f"Table {number}", descr=clean(shape.caption)),
            element("p:cNvGraphicFramePr", element("a:graphicFrameLocks", noGrp=1)),
            element("p:nvPr"),
        ),
        placed(shape.area, "p:xfrm"),
        element("a:graphic", element("a:graphicData", table, uri=_TABLES)),
    )


def _filled(row: Row, shape: TableShape) -> Sequence[Strands]:
    """A cell for every column."""
    return [*row.cells, *[()] * (len(shape.widths) - len(row.cells))][: len(shape.widths)]


def _row(
    cells: Sequence[Strands],
    shape: TableShape,
    file: SlideFile,
    height: float,
    *,
    is_head: bool,
    is_odd: bool,
) -> Element:
    fill = "table_head" if is_head else "zebra" if is_odd else "page"
    made = element("a:tr", h=emu(height))
    for column, words in enumerate(cells):
        is_bold = is_head or column == 0
        strands = tuple(Strand(each.text, is_bold or each.is_strong, *each[2:]) for each in words)
        line = Line(words=strands, size=shape.size, role="heading" if is_head else "text")
        numeric = column < len(shape.numeric) and shape.numeric[column]
        made.append(
            element(
                "a:tc",
                element(
                    "a:txBody",
                    element("a:bodyPr"),
                    element("a:lstStyle"),
                    paragraph(line, file, Side.END if numeric else Side.START),
                ),
                _cell(file, fill, is_head=is_head),
            )
        )
    return made


def _cell(file: SlideFile, fill: str, *, is_head: bool) -> Element:
    across, down = map(emu, _CELL)
    below = ("accent", 2.0) if is_head else ("border", 1.0)
    return element(
        "a:tcPr",
        *(edged("", file.colours, name=f"a:ln{side}") for side in "LRT"),
        edged(below[0], file.colours, below[1], name="a:lnB"),
        element("a:solidFill", colour(fill, file.colours)),
        marL=across,
        marR=across,
        marT=down,
        marB=down,
    )
