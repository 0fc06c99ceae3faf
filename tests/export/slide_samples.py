"""A file of slides with one shape of each kind."""

from crmo_desktop.domain.slides import PointMark, Row, Strand, Strands
from crmo_desktop.export.pptx_values import (
    COLOURS,
    Area,
    FileSlide,
    Line,
    PictureShape,
    SlideFile,
    TableShape,
    WordsShape,
)
from crmo_desktop.export.pptx_xml import Element

STAMP = "Reference, edition 2026-11-26. Information, not medical advice."
EXTRA = ("zebra", "border", "key_bg", "key_bar", "key_title")
# A picture of one pixel.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fcffff3f030005"
    "fe02fea72d1ba50000000049454e44ae426082"
)


def found(made: Element, path: str) -> list[Element]:
    """What stands at a path of tags in an element that was made here."""
    here = [made]
    for tag in path.split("/"):
        here = [child for each in here for child in each if child.tag == tag]
    return here


def plain(text: str) -> Strands:
    return (Strand(text),)


def words(text: str, size: float = 36.0) -> Line:
    return Line(words=plain(text), size=size)


TITLE = WordsShape(
    area=Area(72, 36, 1148, 70),
    lines=(Line(words=plain("What a scan shows"), size=60, role="heading", is_heading=True),),
    part="title",
)
BODY = WordsShape(
    area=Area(72, 140, 1148, 300),
    lines=(
        Line(
            words=(Strand("Not "), Strand("sand", is_strong=True), Strand("2", script="sub")),
            size=36,
            mark=PointMark.BULLET,
        ),
        Line(words=plain("third"), size=36, mark=PointMark.NUMBER, number=3, above=14),
        Line(words=plain("deeper"), size=33, mark=PointMark.BULLET, level=1),
        Line(words=plain("to tick"), size=36, mark=PointMark.BOX),
    ),
    part="body",
)
BOX = WordsShape(
    area=Area(72, 460, 1148, 100),
    lines=(words("In short"), words("Bring a book.")),
    fill="key_bg",
    bar="key_bar",
)
NUMBER = WordsShape(area=Area(1140, 650, 80, 40), lines=(words("1", 30),), part="number")
TABLE = TableShape(
    area=Area(72, 140, 1148, 200),
    caption="Bones",
    head=(plain("Bone"), plain("Share")),
    rows=(Row(cells=(plain("Shin"), plain("64%"))), Row(cells=(plain("Thigh"),))),
    widths=(800, 348),
    numeric=(False, True),
    size=32,
)
PICTURE = PictureShape(area=Area(900, 400, 100, 100), png=PNG, told="A dot")
SLIDE = FileSlide(
    title="What a scan shows",
    shapes=(TITLE, BODY, BOX, NUMBER),
    foot=STAMP,
    notes=("Ask first.", "Then wait."),
)
TABLE_SLIDE = FileSlide(title="Bones", shapes=(TITLE, TABLE, PICTURE), foot=STAMP, is_question=True)


def slide_file(*slides: FileSlide, is_rtl: bool = False) -> SlideFile:
    """A file of `slides`, or of both that are here."""
    return SlideFile(
        title="Scans",
        subject=STAMP,
        language="ar" if is_rtl else "en",
        width=1280,
        colours={name: f"#0000{place:02X}" for place, name in enumerate((*COLOURS, *EXTRA))},
        slides=slides or (SLIDE, TABLE_SLIDE),
        made="2026-11-26T12:00:00Z",
        is_rtl=is_rtl,
    )
