"""Tests of `crmo_desktop.gui.drawing.blocks`."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from crmo_desktop.gui.drawing.blocks import (
    HEAD,
    Block,
    Line,
    arrow,
    bent,
    call_out,
    ended,
    evenly,
    facts_of,
    icon,
    mark,
    number,
    said,
    target_of,
    text_of,
    unbroken,
    united,
    widest_word,
)
from crmo_desktop.gui.drawing.scene import Illustration, Scene, Shape, box, colour, face, width_of
from tests.gui.drawing.checks import THEMES, contrast, look_in
from tests.gui.drawing.drawn import check_contrast, tools
from tests.gui.drawing.examples import words


def scene() -> Scene:
    return Scene(QSizeF(300, 200))


def test_a_block_is_as_high_as_it_said() -> None:
    look, drawn = look_in(), scene()
    block = Block(
        Line("A title that is longer than one line", face(look, 16, 600)),
        None,
        Line("", face(look)),
        Line("More about it, which is longer, too", face(look), above=5),
    )

    bottom = block.put(drawn, QRectF(10, 20, 120, 0), "page")

    assert bottom - 20 == pytest.approx(block.height(120))
    assert len(drawn.written()) == len(block.lines) == 2
    assert block.least() == pytest.approx(
        max(width_of("longer", face(look, 16, 600)), width_of("longer,", face(look)))
    )
    assert Block().least() == 0


def test_short_parts_stay_with_their_hyphen() -> None:
    assert unbroken("HLA-B27, anti-TNF, CNO-associated") == "HLA\u2011B27, anti\u2011TNF, CNO-associated"
    assert unbroken("An X-ray, MRI-guided, well-known") == "An X\u2011ray, MRI-guided, well-known"
    assert widest_word("a b ccc", face(look_in())) == pytest.approx(width_of("ccc", face(look_in())))


def test_sentences_follow_each_other() -> None:
    assert said("Any pain?", "", "Yes", "go to 4 ") == "Any pain? Yes. go to 4"
    assert said() == ""


def test_what_words_rest_on_is_named_once() -> None:
    one, two = words("a", "f1", "f2", to=""), words("b", "f2", to="crmo://topic/b")

    assert facts_of(one, None, two) == ("f1", "f2")
    assert target_of(None, one, two) == "crmo://topic/b"
    assert target_of(one) == ""
    assert (text_of(None), text_of(one)) == ("", "a")


def test_a_mark_names_its_place_which_can_be_pressed() -> None:
    drawn = scene()

    made = mark(drawn, "a", "Name", QRectF(50, 50, 10, 10), words("b", "f", to="crmo://topic/b"))

    assert drawn.marks == [made]
    assert made.ring == QRectF(43, 43, 24, 24)
    assert (made.target, made.facts) == ("crmo://topic/b", ("f",))


def test_an_arrow_ends_at_its_tip() -> None:
    drawn = scene()

    arrow(drawn, [QPointF(10, 10), QPointF(10, 60), QPointF(90, 60)])

    line, head = (item for item in drawn.items if isinstance(item, Shape))
    assert line.path.boundingRect().topLeft() == QPointF(10, 10)
    assert line.path.boundingRect().right() == pytest.approx(90 - HEAD + 1)
    assert head.path.boundingRect().right() == 90
    assert head.path.boundingRect().center().y() == pytest.approx(60)
    assert bent([QPointF(0, 0), QPointF(0, 4), QPointF(4, 4)]).length() < 8


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("role", "ground"),
    [
        ("muted", "page"), ("accent", "page"), ("accent", "key_bg"), ("border_strong", "page"),
        ("border_strong", "card"), ("text", "accent_soft"), ("text", "caution_bg"), ("red_bar", "page"),
        ("red_bar", "red_bg"), ("caution_bar", "page"), ("muted", "card"),
    ],
)  # fmt: skip
def test_lines_that_matter_are_seen(theme: str, role: str, ground: str) -> None:
    look = look_in(theme)
    assert contrast(colour(look, role), colour(look, ground)) >= 3


@pytest.mark.parametrize("kind", ["full", "open", "end"])
@pytest.mark.parametrize("face_name", ["atkinson", "serif", "dyslexic"])
def test_a_number_stands_in_the_middle_of_its_sign(kind: str, face_name: str) -> None:
    drawn = scene()
    drawn.shape(box(QRectF(0, 0, 100, 100)), fill="card")  # which signs stand on

    sign = number(drawn, "12", QPointF(50, 50), face(look_in(face=face_name), 14, 700), kind=kind)

    [written] = drawn.written()
    assert sign.adjusted(-1, -1, 1, 1).contains(written.rect)
    assert written.rect.center().x() == pytest.approx(50, abs=1)
    check_contrast(drawn)


def test_an_icon_takes_a_role_of_the_theme() -> None:
    drawn = scene()

    icon(drawn, tools().icons, "bone", "accent", QRectF(0, 0, 24, 24))

    [item] = drawn.items
    assert isinstance(item, Illustration)
    assert "{accent}" in item.svg
    assert "currentColor" not in item.svg


def test_a_call_out_stays_within_its_place() -> None:
    drawn, place = scene(), QRectF(10, 10, 100, 50)

    call_out(drawn, place, "red")

    shapes = [item for item in drawn.items if isinstance(item, Shape)]
    assert [shape.fill or shape.line for shape in shapes] == ["red_bg", "red_bar", "red_bar"]
    assert all(place.contains(shape.path.boundingRect()) for shape in shapes)


def test_columns_and_what_covers_them() -> None:
    assert evenly(320, 3, 10) == 100
    assert united([QRectF(0, 0, 10, 10), QRectF(20, 5, 10, 10)]) == QRectF(0, 0, 30, 15)
    assert ended(scene(), 300, 77).size == QSizeF(300, 77)
