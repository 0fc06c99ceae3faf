import pytest
from PySide6.QtCore import QPointF

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import SourceId
from crmo_desktop.domain.slides import PointMark, SubHeading
from crmo_desktop.gui.slides.blocks import Block, box_block, heading_block, moved, point_block
from crmo_desktop.gui.slides.elements import Patch, Sign, Words
from crmo_desktop.gui.slides.slide import SMALLEST, Room
from crmo_desktop.gui.typesetting import CALL_OUT_ROLES
from tests.gui.slides.samples import box, look_of, point, strands

WIDTH = 900.0


def _kinds(block: Block) -> list[type]:
    return [type(element) for element in block.elements]


def test_a_point_has_its_mark_before_its_words(qapp: object) -> None:
    look = look_of()

    assert _kinds(point_block(point(), look, WIDTH)) == [Patch, Words]
    assert _kinds(point_block(point(mark=PointMark.NONE), look, WIDTH)) == [Words]
    assert _kinds(point_block(point(mark=PointMark.BOX), look, WIDTH)) == [Sign, Words]
    numbered = point_block(point(mark=PointMark.NUMBER, number=3), look, WIDTH)
    assert numbered.placed[0].words.startswith("3. Pain")


def test_words_stay_within_their_width(qapp: object) -> None:
    for mark in PointMark:
        block = point_block(point(mark=mark, number=12), look_of(), WIDTH)
        assert block.placed[0].rect.right() <= WIDTH
        assert block.height == block.placed[0].rect.height()


def test_a_deeper_point_is_smaller_but_never_too_small(qapp: object) -> None:
    for step in range(-1, 4):
        look = look_of(Room(type_step=step))
        outer, inner = point_block(point(), look, WIDTH), point_block(point(level=1), look, WIDTH)
        assert SMALLEST <= inner.placed[0].size <= outer.placed[0].size
        assert inner.placed[0].rect.left() > outer.placed[0].rect.left()


def test_a_deeper_point_is_no_step_and_no_point_of_its_own(qapp: object) -> None:
    block = point_block(point(level=1), look_of(), WIDTH)

    assert block.joins
    assert block.points == 0


def test_what_leads_into_a_list_stays_with_it(qapp: object) -> None:
    assert point_block(point("Bone pain with any of these:"), look_of(), WIDTH).keeps_next
    assert not point_block(point(), look_of(), WIDTH).keeps_next


def test_a_sentence_may_lean_on_the_one_before(qapp: object) -> None:
    assert point_block(point("It does not mean “never”."), look_of(), WIDTH).leans
    assert not point_block(point("Italy has a registry."), look_of(), WIDTH).leans


def test_a_heading_keeps_to_what_follows_and_may_begin_a_slide(qapp: object) -> None:
    heading = heading_block(SubHeading(words=strands("Answer")), look_of(), WIDTH)
    question = heading_block(SubHeading(words=strands("Answer"), begins_slide=True), look_of(), WIDTH)

    assert heading.keeps_next
    assert (heading.begins, question.begins) == (False, True)
    assert question.placed[0].size > heading.placed[0].size


@pytest.mark.parametrize("kind", CALL_OUT_ROLES)
def test_a_call_out_has_icon_and_word_and_all_its_points(qapp: object, kind: str) -> None:
    block = box_block(box("Fever", "Pain at night", kind=kind), look_of(), WIDTH, Audience.PATIENT)

    assert Sign in _kinds(block)
    words = [each.words for each in block.placed if each.words]
    assert words[0] == look_of().words.call_out(kind, Audience.PATIENT)
    assert words[1:] == ["Fever", "Pain at night"]
    frame = block.placed[0].rect
    assert all(frame.contains(each.rect) for each in block.placed[1:])
    assert block.height == frame.height()


def test_a_single_statement_in_a_call_out_needs_no_bullet(qapp: object) -> None:
    block = box_block(box("Fever"), look_of(), WIDTH, Audience.PATIENT)

    assert len([element for element in block.elements if isinstance(element, Patch)]) == 1


def test_in_high_contrast_a_call_out_has_a_line_round_it(qapp: object) -> None:
    patches = [
        box_block(box("Fever"), look_of(Room(theme)), WIDTH, Audience.PATIENT).elements[0]
        for theme in ("light", "contrast")
    ]

    assert [patch.line for patch in patches if isinstance(patch, Patch)] == ["", "red_bar"]


def test_a_call_out_cites_what_its_points_cite(qapp: object) -> None:
    cited = box("Fever")
    cited = type(cited)(kind="key", points=(point(sources=(SourceId("beck"),)), point()))

    assert box_block(cited, look_of(), WIDTH, Audience.PATIENT).sources == ("beck",)


def test_moved_blocks_know_from_when_they_are_seen(qapp: object) -> None:
    block = point_block(point(), look_of(), WIDTH)
    elements, placed = moved(block, QPointF(10, 20), 2)

    assert {element.step for element in elements} == {2}
    assert [(each.step, each.rect) for each in placed] == [(2, block.placed[0].rect.translated(10, 20))]
