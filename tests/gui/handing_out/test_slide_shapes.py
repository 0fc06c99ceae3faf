"""Slides of words as shapes of a file."""

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.slides import (
    Box,
    Grid,
    Matter,
    MatterKind,
    Piece,
    Point,
    PointMark,
    Row,
    Strand,
    Strands,
    SubHeading,
    plain,
)
from crmo_desktop.export.pptx_values import Shape, TableShape, WordsShape
from crmo_desktop.gui.handing_out.slide_shapes import foot_shapes, head_shapes, words_shapes
from crmo_desktop.gui.slides.deck import SlideMakers, make_deck
from crmo_desktop.gui.slides.room_look import RoomLook, room_look
from crmo_desktop.gui.slides.slide import HEIGHT, SMALLEST, Room
from crmo_desktop.gui.slides.words_slide import WordsSlide


def words(text: str) -> Strands:
    return (Strand(text),)


POINTS = (
    Point(words=(Strand("Bones "), Strand("ache", is_strong=True))),
    SubHeading(words=words("Then")),
    Point(words=words("First ask."), mark=PointMark.NUMBER, number=1),
    Point(words=words("Then look."), level=1),
)
BOX = Box(kind="caution", points=(Point(words=words("Ask first.")),))
GRID = Grid(
    caption="Who",
    head=(words("Bone"), words("People"), words("Share")),
    rows=(
        Row(cells=(words("Shin"), words("75 children"), words("64%"))),
        Row(cells=(words("Thigh"), words("75 children"), words("61%"))),
    ),
    numeric=(False, False, True),
)


def slide(
    makers: SlideMakers, *pieces: Piece, room: Room = Room(builds=False), language: str = "en"
) -> WordsSlide:
    matter = Matter(
        key="topic/x#y",
        kind=MatterKind.SECTION,
        title="What a scan shows",
        kicker="Scans",
        audience=Audience.PATIENT,
        pieces=pieces,
        language=language,
    )
    made = make_deck("x", [matter], room, makers).slides[0]
    assert isinstance(made, WordsSlide)
    return made


def look_of(makers: SlideMakers, room: Room = Room(builds=False)) -> RoomLook:
    return room_look(room, makers.themes)


def shapes(makers: SlideMakers, *pieces: Piece, is_rtl: bool = False) -> list[Shape]:
    made = slide(makers, *pieces, language="ar" if is_rtl else "en")
    return list(words_shapes(made, look_of(makers), is_rtl=is_rtl))


def test_points_that_follow_each_other_are_one_text(makers: SlideMakers) -> None:
    (body,) = shapes(makers, *POINTS)

    assert isinstance(body, WordsShape)
    assert body.part == "body"
    assert [plain(line.words) for line in body.lines] == ["Bones ache", "Then", "First ask.", "Then look."]
    assert [line.mark for line in body.lines] == [
        PointMark.BULLET,
        PointMark.NONE,
        PointMark.NUMBER,
        PointMark.BULLET,
    ]
    assert body.lines[0].words[1].is_strong
    assert body.lines[1].words[0].is_strong  # a heading
    assert body.lines[3].level == 1


def test_a_call_out_is_a_box_with_its_word(makers: SlideMakers) -> None:
    body, box = shapes(makers, POINTS[0], BOX)

    assert isinstance(body, WordsShape)
    assert isinstance(box, WordsShape)
    assert body.area.top + body.area.height <= box.area.top
    assert [plain(line.words) for line in box.lines] == ["Caution", "Ask first."]
    assert (box.fill, box.bar, box.edge) == ("caution_bg", "caution_bar", "")
    assert box.lines[1].mark is PointMark.NONE


def test_a_box_has_an_edge_where_its_ground_cannot_be_told(makers: SlideMakers) -> None:
    room = Room(theme="contrast", builds=False)

    (box,) = words_shapes(slide(makers, BOX, room=room), look_of(makers, room), is_rtl=False)

    assert isinstance(box, WordsShape)
    assert box.edge == "caution_bar"


@pytest.mark.parametrize("is_rtl", [False, True])
def test_a_table_has_its_caption_and_columns_as_wide_as_the_slide(makers: SlideMakers, is_rtl: bool) -> None:
    caption, table = shapes(makers, GRID, is_rtl=is_rtl)

    assert isinstance(caption, WordsShape)
    assert isinstance(table, TableShape)
    assert plain(caption.lines[0].words) == "Who"
    assert (table.head, table.rows, table.numeric) == (GRID.head, GRID.rows, GRID.numeric)
    assert len(table.widths) == 3
    assert sum(table.widths) == pytest.approx(table.area.width)
    assert min(table.widths) > 60


def test_neighbours_of_numbers_are_numbers_or_words(makers: SlideMakers) -> None:
    grid = Grid(
        caption="",
        head=(words("Bone"), words("People"), words("Share")),
        rows=(Row(cells=(words("Shin"), words("75"), words("64%"))),),
        numeric=(False, True, True),
    )

    (table,) = shapes(makers, grid)

    assert isinstance(table, TableShape)
    assert sum(table.widths) == pytest.approx(table.area.width)
    assert min(table.widths) > 60


def test_no_letters_are_smaller_than_on_the_wall(makers: SlideMakers) -> None:
    raised = Point(words=(Strand("10"), Strand("3", script="sup")))
    for shape in shapes(makers, raised, BOX, GRID):
        if isinstance(shape, WordsShape):
            assert all(line.size >= SMALLEST for line in shape.lines)
        else:
            assert isinstance(shape, TableShape)
            assert shape.size >= SMALLEST


@pytest.mark.parametrize("is_rtl", [False, True])
def test_all_stands_on_the_slide(makers: SlideMakers, is_rtl: bool) -> None:
    for shape in shapes(makers, *POINTS, BOX, is_rtl=is_rtl):
        assert 0 <= shape.area.left < shape.area.left + shape.area.width <= 1280
        assert 0 <= shape.area.top < shape.area.top + shape.area.height <= HEIGHT


def test_head_and_foot_are_words(makers: SlideMakers) -> None:
    made, look = slide(makers, *POINTS), look_of(makers)
    kicker, title = head_shapes(made.placed, look, is_question=False, is_rtl=False)
    asked, _ = head_shapes(made.placed, look, is_question=True, is_rtl=False)
    *_, number = foot_shapes(made.placed, look, 4, is_rtl=False)

    told = [each for each in (kicker, title, asked, number) if isinstance(each, WordsShape)]
    assert [plain(each.lines[0].words) for each in told] == ["Scans", "What a scan shows", "Scans", "4"]
    assert [each.part for each in told] == ["", "title", "", "number"]
    assert [each.lines[0].role for each in told[:3]] == ["accent", "heading", "question"]
