from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.slides import Point, PointMark, Strand
from crmo_desktop.gui.slides.blocks import Block
from crmo_desktop.gui.slides.cutting import box_blocks, cut_point
from crmo_desktop.gui.slides.slide import SMALLEST, Room
from tests.gui.slides.samples import SENTENCE, box, look_of, point

WIDTH, HIGHEST = 900.0, 200.0


def _words(blocks: list[Block]) -> str:
    return "".join(each.words for block in blocks for each in block.placed)


def test_a_point_that_fits_stays_whole_and_as_large_as_text(qapp: object) -> None:
    (block,) = cut_point(point(), look_of(), WIDTH, HIGHEST)

    assert block.pieces == (point(),)
    assert block.placed[0].size == look_of().text


def test_large_letters_become_smaller_before_a_point_is_parted(qapp: object) -> None:
    look = look_of(Room(type_step=3))
    (block,) = cut_point(point(SENTENCE * 2), look, WIDTH, HIGHEST)

    assert SMALLEST <= block.placed[0].size < look.text
    assert block.height <= HIGHEST


def test_a_long_point_is_parted_between_sentences(qapp: object) -> None:
    blocks = cut_point(point(SENTENCE * 9), look_of(), WIDTH, HIGHEST)

    assert len(blocks) > 1
    assert _words(blocks) == SENTENCE * 9
    assert all(block.placed[0].words.endswith(". ") for block in blocks)
    assert all(block.height <= HIGHEST for block in blocks)


def test_only_the_first_part_has_the_number(qapp: object) -> None:
    long = point(SENTENCE * 9, mark=PointMark.NUMBER, number=2)

    marks = [_first_point(block).mark for block in cut_point(long, look_of(), WIDTH, HIGHEST)]
    assert marks[0] == PointMark.NUMBER
    assert set(marks[1:]) == {PointMark.NONE}


def _first_point(block: Block) -> Point:
    piece = block.pieces[0]
    assert isinstance(piece, Point)
    return piece


def test_looks_of_words_outlive_the_cut(qapp: object) -> None:
    words = (Strand(SENTENCE * 4, is_strong=True), Strand(SENTENCE * 4))
    blocks = cut_point(Point(words=words), look_of(), WIDTH, HIGHEST)

    strands = [strand for block in blocks for strand in _first_point(block).words]
    assert "".join(strand.text for strand in strands if strand.is_strong) == SENTENCE * 4


def test_a_word_without_end_is_parted_where_a_line_ends(qapp: object) -> None:
    blocks = cut_point(point("long" * 160), look_of(), WIDTH, HIGHEST)

    assert _words(blocks) == "long" * 160
    assert all(block.height <= HIGHEST for block in blocks)


def test_a_single_line_is_never_parted(qapp: object) -> None:
    (block,) = cut_point(point("Fever"), look_of(), WIDTH, 10)

    assert block.pieces == (point("Fever"),)


def test_a_call_out_that_fits_stays_whole(qapp: object) -> None:
    assert len(box_blocks(box("Fever"), look_of(), WIDTH, Audience.PATIENT, 400)) == 1


def test_a_long_call_out_says_again_what_leads_into_its_list(qapp: object) -> None:
    long = box("Bone pain with any of these:", *(f"Sign {number}" for number in range(12)))
    blocks = box_blocks(long, look_of(), WIDTH, Audience.PATIENT, 400)

    assert len(blocks) > 1
    for block in blocks:
        words = [each.words for each in block.placed if each.words]
        assert words[:2] == ["Get help fast", "Bone pain with any of these:"]
        assert block.height <= 400
    told = [each.words for block in blocks for each in block.placed if each.words.startswith("Sign")]
    assert told == [f"Sign {number}" for number in range(12)]


def test_a_long_statement_that_leads_is_not_said_again(qapp: object) -> None:
    long = box(SENTENCE * 4 + "Look for:", *(SENTENCE for _ in range(6)))
    blocks = box_blocks(long, look_of(), WIDTH, Audience.PATIENT, 420)

    said = [each for block in blocks for each in block.placed if each.words.endswith("Look for:")]
    assert len(said) == 1
    assert all(block.height <= 420 for block in blocks)


def test_large_letters_of_a_call_out_become_smaller_before_its_points_are_parted(qapp: object) -> None:
    look = look_of(Room(type_step=3))
    blocks = box_blocks(box(SENTENCE * 3, SENTENCE), look, 700, Audience.PATIENT, 400)

    told = [each.words for block in blocks for each in block.placed if each.kind == "point"]
    assert told == [SENTENCE * 3, SENTENCE]
    assert all(block.height <= 400 for block in blocks)
