"""Words of a file of slides: paragraphs, points and their marks."""

from collections.abc import Iterator
from typing import Final

from crmo_desktop.domain.slides import PointMark, Strand
from crmo_desktop.export.pptx_values import Line, Side, SlideFile
from crmo_desktop.export.pptx_xml import Element, colour, element, emu, filled, letters, worded

TEXT_FACE: Final = "Arial"  # every system has it, or one as wide
TITLE_FACE: Final = "Cambria"
SPACING: Final = 1.22  # of a line, times the size of its letters
_DEEPER: Final = 1.0  # of a point below another, times the size of its letters
# From a mark to its words, times the size of the letters.
_ROOM: Final = {PointMark.NONE: 0.0, PointMark.BULLET: 0.85, PointMark.NUMBER: 1.6, PointMark.BOX: 1.4}
_RAISED: Final = {"": "", "sup": "30000", "sub": "-25000"}  # thousandths of a per cent


def paragraph(line: Line, file: SlideFile, side: Side = Side.START) -> Element:
    """A paragraph as it stands in a shape or a cell."""
    made = element("a:p", _look(line, file, side))
    made.extend(list(_runs(line, file)))
    return made


def plain_paragraph(words: str, language: str) -> Element:
    """A paragraph without any look, as in notes."""
    return element("a:p", element("a:r", element("a:rPr", lang=language), worded("a:t", words)))


def _look(line: Line, file: SlideFile, side: Side) -> Element:
    values: dict[str, object] = {}
    room = line.hang or line.size * _ROOM[line.mark]
    values |= {"marL": emu(line.size * _DEEPER * line.level + room), "indent": -emu(room)}
    if side is Side.MIDDLE:
        values["algn"] = "ctr"
    elif (side is Side.END) != file.is_rtl:
        values["algn"] = "r"
    if file.is_rtl:
        values["rtl"] = 1
    return element(
        "a:pPr",
        element("a:lnSpc", element("a:spcPts", val=letters(line.height or line.size * SPACING))),
        element("a:spcBef", element("a:spcPts", val=letters(line.above))),
        element("a:spcAft", element("a:spcPts", val=0)),
        *_mark(line, file),
        **values,
    )


def _mark(line: Line, file: SlideFile) -> Iterator[Element]:
    if line.mark is PointMark.NONE:
        yield element("a:buNone")
        return
    yield element("a:buClr", colour("accent", file.colours))
    if line.mark is PointMark.NUMBER:
        yield element("a:buFont", typeface="+mj-lt")
        yield element("a:buAutoNum", type="arabicPeriod", startAt=max(1, line.number))
    elif line.mark is PointMark.BOX:
        yield element("a:buFont", typeface="Wingdings", charset=2)
        yield element("a:buChar", char="o")  # an empty box
    else:
        yield element("a:buFont", typeface=TEXT_FACE)
        yield element("a:buChar", char="•" if line.level == 0 else "–")


def _runs(line: Line, file: SlideFile) -> Iterator[Element]:
    for strand in line.words:
        if strand.text:
            yield element("a:r", _letters("a:rPr", line, strand, file), worded("a:t", strand.text))
    yield _letters("a:endParaRPr", line, Strand(""), file)


def _letters(name: str, line: Line, strand: Strand, file: SlideFile) -> Element:
    values: dict[str, object] = {"lang": file.language, "sz": letters(line.size)}
    if strand.is_strong or line.is_heading:
        values["b"] = 1
    if strand.is_emphasis:
        values["i"] = 1
    if _RAISED[strand.script]:
        values["baseline"] = _RAISED[strand.script]
    return element(name, filled(line.role, file.colours), *_face(line), dirty=0, **values)


def _face(line: Line) -> tuple[Element, ...]:
    kind = "mj" if line.is_heading else "mn"
    return tuple(
        element(f"a:{part}", typeface=f"+{kind}-{short}") for part, short in (("latin", "lt"), ("cs", "cs"))
    )
