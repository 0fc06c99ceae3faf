from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from crmo_desktop.domain.slides import Strand
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.slides.elements import Element, Patch, Sign, Words, paint_all, set_text
from crmo_desktop.gui.slides.slide import SMALLEST
from tests.gui.slides.samples import BACKWARDS, SENTENCE, look_of


def _painted(elements: list[Element], icons: IconShelf, step: int = 0) -> QImage:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(look_of().colour("page"))
    painter = QPainter(image)
    paint_all(elements, painter, look_of().look, icons, step)
    painter.end()
    return image


def test_words_are_broken_at_their_width(qapp: object) -> None:
    words = set_text(SENTENCE * 2, look_of().font(36), 400)

    assert words.lines > 2
    assert words.rect.right() <= 400
    assert words.ends[-1] == len(words.text)
    assert words.height == sum(words.layout.lineAt(n).height() for n in range(words.lines))


def test_a_word_that_no_line_has_room_for_is_broken_anywhere(qapp: object) -> None:
    words = set_text("https://example.org/" + "long" * 30, look_of().font(36), 400)

    assert words.lines > 1
    assert words.rect.right() <= 400.5


def test_raised_and_lowered_figures_are_no_smaller_than_the_smallest(qapp: object) -> None:
    words = set_text((Strand("10"), Strand("9", script="sup"), Strand("/l")), look_of().font(36), 400)

    assert words.size >= SMALLEST
    assert set_text("10", look_of().font(36), 400).size == 36


def test_strong_words_are_wider(qapp: object) -> None:
    font = look_of().font(36)

    assert (
        set_text((Strand("mostly", is_strong=True),), font, 400).rect.width()
        > set_text((Strand("mostly", is_emphasis=True),), font, 400).rect.width()
    )


def test_what_is_not_seen_yet_is_not_painted(icons: IconShelf) -> None:
    patch = Patch(rect=QRectF(10, 10, 100, 100), fill="accent", step=1)

    assert _painted([patch], icons).pixelColor(50, 50) == look_of().colour("page")
    assert _painted([patch], icons, step=1).pixelColor(50, 50) == look_of().colour("accent")


def test_a_bar_stands_where_lines_begin(icons: IconShelf) -> None:
    patch = Patch(rect=QRectF(0, 0, 200, 100), fill="card", line="", bar=10, bar_role="accent")
    accent = look_of().colour("accent")

    assert _painted([patch], icons).pixelColor(4, 50) == accent
    turned = patch.mirrored(400)
    assert turned.rect == QRectF(200, 0, 200, 100)
    assert _painted([turned], icons).pixelColor(395, 50) == accent


def test_everything_can_be_moved_and_turned_round(icons: IconShelf) -> None:
    words = set_text("Fever", look_of().font(36), 150)
    elements: list[Element] = [
        Words(words=words, at=QPointF(20, 30)),
        Sign(icon="square", rect=QRectF(20, 30, 40, 40)),
        Patch(rect=QRectF(20, 30, 40, 40), line="text"),
    ]

    for element in elements:
        assert element.moved(QPointF(5, 7)).rect.topLeft() == element.rect.topLeft() + QPointF(5, 7)
        assert abs(element.mirrored(400).rect.right() - (400 - element.rect.left())) < 1
    assert _painted(elements, icons) != _painted([], icons)


def test_words_from_right_to_left_begin_at_the_right(qapp: object) -> None:
    words = set_text(BACKWARDS, look_of().font(36), 900)

    assert words.rect.right() > 890
    assert Words(words=words, at=QPointF(0, 0)).mirrored(1000).rect.right() > 980


def test_figures_stand_at_the_end_of_their_room(qapp: object) -> None:
    words = set_text("42.5%", look_of().font(36), 300, align=Qt.AlignmentFlag.AlignRight)

    assert words.rect.right() > 298
