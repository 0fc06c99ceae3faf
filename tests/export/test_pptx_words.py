"""Paragraphs of files of slides."""

import pytest

from crmo_desktop.domain.slides import PointMark, Strand
from crmo_desktop.export.pptx_values import Line, Side
from crmo_desktop.export.pptx_words import paragraph, plain_paragraph
from crmo_desktop.export.pptx_xml import Element, emu, letters
from tests.export.slide_samples import found, slide_file, words

FILE, TURNED = slide_file(), slide_file(is_rtl=True)


def look(made: Element) -> Element:
    return found(made, "a:pPr")[0]


@pytest.mark.parametrize(
    ("mark", "tag"),
    [
        (PointMark.NONE, "a:buNone"),
        (PointMark.BULLET, "a:buChar"),
        (PointMark.NUMBER, "a:buAutoNum"),
        (PointMark.BOX, "a:buChar"),
    ],
)
def test_points_have_their_marks(mark: PointMark, tag: str) -> None:
    made = paragraph(Line(words=(Strand("x"),), size=40, mark=mark, number=3), FILE)

    assert look(made)[-1].tag == tag
    assert int(look(made).get("marL", "")) == -int(look(made).get("indent", ""))


def test_numbers_go_on_where_they_are() -> None:
    made = paragraph(Line(words=(Strand("x"),), size=40, mark=PointMark.NUMBER, number=3), FILE)

    assert look(made)[-1].get("startAt") == "3"


def test_deeper_points_stand_further_in_and_have_another_mark() -> None:
    line = Line(words=(Strand("x"),), size=40, mark=PointMark.BULLET)
    deep = Line(words=(Strand("x"),), size=40, mark=PointMark.BULLET, level=1)

    before, after = look(paragraph(line, FILE)), look(paragraph(deep, FILE))

    assert int(after.get("marL", "")) - int(before.get("marL", "")) == emu(40)
    assert before[-1].get("char") != after[-1].get("char")


def test_lines_hang_as_far_as_is_said() -> None:
    made = look(paragraph(Line(words=(Strand("A\tx"),), size=40, hang=56), FILE))

    assert (made.get("marL"), made.get("indent")) == (str(emu(56)), str(-emu(56)))


@pytest.mark.parametrize(
    ("side", "plain", "turned"),
    [(Side.START, None, "r"), (Side.END, "r", None), (Side.MIDDLE, "ctr", "ctr")],
)
def test_sides_are_turned_round(side: Side, plain: str | None, turned: str | None) -> None:
    assert look(paragraph(words("x"), FILE, side)).get("algn") == plain
    assert look(paragraph(words("x"), TURNED, side)).get("algn") == turned


def test_looks_of_letters() -> None:
    line = Line(
        words=(Strand("a", is_emphasis=True), Strand("b", script="sup"), Strand("")),
        size=40,
        height=50,
        is_heading=True,
    )
    made = paragraph(line, FILE)
    runs = found(made, "a:r/a:rPr")

    assert [run.get("i") for run in runs] == ["1", None]
    assert [run.get("baseline") for run in runs] == [None, "30000"]
    assert all(run.get("b") == "1" for run in runs)
    assert {face.get("typeface") for face in found(runs[0], "a:latin")} == {"+mj-lt"}
    assert found(look(made), "a:lnSpc/a:spcPts")[0].get("val") == str(letters(50))


def test_notes_have_no_look() -> None:
    made = plain_paragraph("Ask.", "en")

    assert [run.text for run in found(made, "a:r/a:t")] == ["Ask."]
    assert not found(made, "a:pPr")
