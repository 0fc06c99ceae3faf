"""What stands among words and is drawn."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTextDocument, QTextImageFormat

from crmo_desktop.gui.paper.book import BookMakers
from crmo_desktop.gui.paper.inline import RULE, THICK_RULE, InlinePictures
from crmo_desktop.gui.paper.paper_style import UNITS
from tests.gui.paper.small import ROOM, WIDTH, Places, inline


def image(name: str, size: float = 0.0) -> QTextImageFormat:
    shape = QTextImageFormat()
    shape.setName(name)
    if size:
        shape.setWidth(size)
        shape.setHeight(size)
    return shape


def size_of(pictures: InlinePictures, name: str, size: float = 0.0) -> tuple[float, float]:
    made = pictures.intrinsicSize(QTextDocument(), 0, image(name, size))
    return made.width(), made.height()


def test_lines_to_write_on_are_as_wide_as_the_column(makers: BookMakers) -> None:
    pictures = inline(makers)

    assert size_of(pictures, RULE)[0] == WIDTH
    assert size_of(pictures, RULE)[1] > 18 * UNITS > size_of(pictures, THICK_RULE)[1]


def test_icons_have_the_size_that_they_are_given(makers: BookMakers) -> None:
    assert size_of(inline(makers), "ic:urgent:red_title", 120) == (120, 120)


def test_a_number_of_a_page_has_the_room_that_was_promised(makers: BookMakers) -> None:
    places = Places()
    pictures = inline(makers, places)
    narrow = size_of(pictures, "pic:ref:topic/x")
    was_true = [pictures.is_true]

    places["topic/x"] = "(page 128)"

    was_true.append(pictures.is_true)
    assert size_of(pictures, "pic:ref:topic/x") == narrow
    pictures.promise_again()
    assert size_of(pictures, "pic:ref:topic/x")[0] > narrow[0]
    assert [*was_true, pictures.is_true] == [True, False, True]


def test_what_images_say_in_words(makers: BookMakers) -> None:
    pictures = inline(makers)

    assert pictures.told(image("pic:ref:topic/x")) == "(page 8)"
    assert pictures.told(image("ic:square:border_strong")) == "\u2610"
    assert (pictures.told(image("ic:urgent:red_title")), pictures.told(image(RULE))) == ("", "")
    assert pictures.picture_of("pic:figure:mri-day") == "mri-day"
    assert pictures.picture_of("pic:other.svg") == ""
    assert pictures.is_reference("pic:ref:topic/x")
    assert not pictures.is_reference("pic:figure:mri-day")


def test_a_drawing_is_as_wide_as_the_column_or_as_high_as_it_may(makers: BookMakers) -> None:
    wide, high = size_of(inline(makers), "pic:figure:mri-day")
    assert wide == pytest.approx(WIDTH, rel=0.01)
    assert high <= ROOM

    _, low = size_of(inline(makers, highest=high / 2), "pic:figure:mri-day")
    assert low == pytest.approx(high / 2, rel=0.35)
    assert low <= high / 2 + 1


def test_a_drawing_gets_lower_unless_its_words_get_too_small(makers: BookMakers) -> None:
    pictures = inline(makers)
    _, high = size_of(pictures, "pic:figure:mri-day")

    assert not pictures.limit("pic:figure:mri-day", high * 0.1, 0.78)
    assert size_of(pictures, "pic:figure:mri-day")[1] == high
    assert pictures.limit("pic:figure:mri-day", high * 0.1, 0.0)
    assert size_of(pictures, "pic:figure:mri-day")[1] <= high * 0.1 + 1
    assert pictures.small_pictures() == {"mri-day"}


def test_a_picture_that_is_not_there_takes_room_and_draws_nothing(makers: BookMakers) -> None:
    assert size_of(inline(makers), "pic:figure:no-such")[0] == WIDTH
    assert not ink(inline(makers), "pic:figure:no-such")
    assert not ink(inline(makers), "pic:none.svg")


@pytest.mark.parametrize("name", [RULE, "ic:urgent:red_title", "pic:ref:topic/x", "pic:figure:mri-day"])
def test_it_is_drawn_at_its_place(makers: BookMakers, name: str) -> None:
    assert ink(inline(makers), name)


def ink(pictures: InlinePictures, name: str) -> bool:
    """Whether anything is drawn, and nothing outside of its place."""
    canvas = QImage(120, 120, QImage.Format.Format_RGB32)
    canvas.fill(QColor("white"))
    painter = QPainter(canvas)
    pictures.drawObject(painter, QRectF(20, 20, 80, 80), QTextDocument(), 0, image(name, 80))
    painter.end()
    dark = [
        (x, y)
        for x in range(120)
        for y in range(120)
        if canvas.pixelColor(x, y).lightness() < 200 and not name.startswith("pic:ref")
    ]
    assert all(8 <= x <= 112 and 8 <= y <= 112 for x, y in dark)
    white = QImage(canvas.size(), canvas.format())
    white.fill(QColor("white"))
    return canvas != white
