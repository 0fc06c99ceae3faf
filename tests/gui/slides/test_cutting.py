from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.slides import PointMark, Strand, plain
from crmo_desktop.gui.slides.blocks import point_block
from crmo_desktop.gui.slides.cutting import box_blocks, cut_point
from tests.gui.slides.samples import SENTENCE, box, look_of, point

WIDTH, HIGHEST = 900.0, 200.0


def test_a_point_that_fits_stays_whole(qapp: object) -> None:
    assert cut_point(point(), look_of(), WIDTH, HIGHEST) == [point()]


def test_a_long_point_is_parted_between_sentences(qapp: object) -> None:
    parts = cut_point(point(SENTENCE * 6), look_of(), WIDTH, HIGHEST)

    assert len(parts) > 1
    assert "".join(plain(part.words) for part in parts) == SENTENCE * 6
    assert all(plain(part.words).endswith(". ") for part in parts)
    assert all(point_block(part, look_of(), WIDTH).height <= HIGHEST for part in parts)


def test_only_the_first_part_has_the_number(qapp: object) -> None:
    long = point(SENTENCE * 6, mark=PointMark.NUMBER, number=2)

    marks = [part.mark for part in cut_point(long, look_of(), WIDTH, HIGHEST)]
    assert marks[0] == PointMark.NUMBER
    assert set(marks[1:]) == {PointMark.NONE}


def test_looks_of_words_outlive_the_cut(qapp: object) -> None:
    words = (Strand(SENTENCE * 3, is_strong=True), Strand(SENTENCE * 3))
    parts = cut_point(type(point())(words=words), look_of(), WIDTH, HIGHEST)

    strong = "".join(strand.text for part in parts for strand in part.words if strand.is_strong)
    assert strong == SENTENCE * 3


def test_a_word_without_end_is_parted_where_a_line_ends(qapp: object) -> None:
    parts = cut_point(point("long" * 120), look_of(), WIDTH, HIGHEST)

    assert "".join(plain(part.words) for part in parts) == "long" * 120
    assert all(point_block(part, look_of(), WIDTH).height <= HIGHEST for part in parts)


def test_a_single_line_is_never_parted(qapp: object) -> None:
    assert cut_point(point("Fever"), look_of(), WIDTH, 10) == [point("Fever")]


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
