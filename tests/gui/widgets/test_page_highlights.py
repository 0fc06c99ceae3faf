import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QTextFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.typesetting import page_html
from crmo_desktop.gui.widgets.page_highlights import COLOURS, Highlight, ground_format
from crmo_desktop.gui.widgets.page_view import PageView
from tests.gui import specimen
from tests.gui.conftest import LookOf
from tests.gui.hands import click, has_colour, move_mouse, picture_of, press
from tests.gui.widgets.page_between import Reader

LEAF = QColor("#00ff00")  # how the reader of these tests draws every picture


def over(view: PageView, words: str, *, colour: int = 1, id: int = 7, note: str = "") -> Highlight:
    start, end = view.find_all(words)[0]
    return Highlight(id, start, end, colour, words, note)


def place_of(view: PageView, words: str) -> QRect:
    """Where words stand in the viewport, within the last of their lines."""
    return view.rects(*view.find_all(words)[0])[-1]


@pytest.fixture
def view(short: Reader) -> PageView:
    short.view.setFocus()
    return short.view


@pytest.mark.parametrize("colour", COLOURS)
def test_words_have_a_ground_an_edge_and_a_number_in_the_margin(
    view: PageView, look: Look, colour: int
) -> None:
    one = over(view, "Bones ache at night", colour=colour)

    view.set_highlights([one])

    line = place_of(view, "Bones ache at night")
    margin = QRect(0, line.top(), view.margin_width(), line.height())
    assert has_colour(picture_of(view.viewport(), line), look.colour(f"hl_{COLOURS[colour]}"), least=50)
    assert has_colour(
        picture_of(view.viewport(), line.adjusted(0, 0, 0, 4)), look.colour(f"hl_edge_{COLOURS[colour]}")
    )
    assert has_colour(picture_of(view.viewport(), margin), look.colour(f"hl_{COLOURS[colour]}"), least=20)


@pytest.mark.parametrize("theme", ["hc_black", "hc_white"])
def test_in_high_contrast_there_is_no_ground_only_the_edge(
    short: Reader, look_of: LookOf, theme: str
) -> None:
    look, view = look_of(theme), short.view
    short.put(specimen.page(), look)

    view.set_highlights([over(view, "Bones ache at night", colour=2)])

    line = place_of(view, "Bones ache at night").adjusted(0, 0, 0, 4)
    assert has_colour(picture_of(view.viewport(), line), look.colour("hl_edge_green"), least=20)
    assert view.extraSelections() == []


def test_each_colour_has_a_line_of_its_own(view: PageView) -> None:
    def drawn(colour: int) -> list[bool]:
        view.set_highlights([over(view, "Bones ache at night", colour=colour)])
        line = place_of(view, "Bones ache at night").adjusted(0, 0, 0, 4)
        picture = picture_of(view.viewport(), line)
        look = view._look
        assert look is not None
        edge = look.colour(f"hl_edge_{COLOURS[colour]}").name()
        rows = [
            [picture.pixelColor(x, y).name() == edge for x in range(picture.width())]
            for y in range(picture.height())
        ]
        return max(rows, key=sum)

    lines = {colour: tuple(drawn(colour)) for colour in COLOURS}

    assert all(any(line) for line in lines.values())
    assert len(set(lines.values())) == len(COLOURS)


def test_a_note_has_a_leaf_in_the_other_margin(view: PageView) -> None:
    line = place_of(view, "Bones ache at night")
    right = view.viewport().width() - view.margin_width()
    margin = QRect(right, line.top() - 4, view.margin_width(), line.height() + 8)
    view.set_highlights([over(view, "Bones ache at night")])
    assert not has_colour(picture_of(view.viewport(), margin), LEAF)

    view.set_highlights([over(view, "Bones ache at night", note="Ask")])

    assert has_colour(picture_of(view.viewport(), margin), LEAF, least=50)


def test_where_pages_run_from_the_right_signs_change_sides(short: Reader, look: Look) -> None:
    view, page = short.view, specimen.page()
    view.set_page(page_html(page, look, specimen.WORDS), "", look, name="x", language="ar")
    QApplication.processEvents()
    view.set_highlights([over(view, "Bones ache at night", note="Ask")])

    (place,) = view.highlights._all_places()

    assert place.leaf is not None
    assert place.number.left() > view.viewport().width() / 2 > place.leaf.left()


def test_words_of_two_directions_lie_apart(short: Reader, look: Look) -> None:
    view = short.view
    html = "<p>\u05d0\u05d1\u05d2 hello world \u05d3\u05d4\u05d5 \u05d6</p>"
    view.set_page(html, "", look, name="x", language="he")
    QApplication.processEvents()
    start = view.toPlainText().index("world")

    rects = view.highlights.lines(Highlight(1, start, start + 8, 1, "x"))

    assert len(rects) == 2
    assert rects[0].right() <= rects[1].left() or rects[1].right() <= rects[0].left()


def test_signs_do_not_lie_on_each_other(view: PageView) -> None:
    view.set_highlights(
        [
            over(view, "Bones", id=1, note="a"),
            over(view, "ache", id=2, note="b"),
            over(view, "night", id=3, note="c"),
        ]
    )

    numbers = [place.number for place in view.highlights._all_places()]
    leaves = [place.leaf for place in view.highlights._all_places()]

    assert not any(one.intersects(other) for one in numbers for other in numbers if one is not other)
    assert not any(
        one.intersects(other) for one in leaves for other in leaves if one and other and one is not other
    )


def test_places_follow_the_width_of_the_page(view: PageView, short: Reader) -> None:
    view.set_highlights([over(view, "Nobody knows.")])
    (before,) = view.highlights._all_places()

    short.window.resize(330, 600)
    QApplication.processEvents()

    (after,) = view.highlights._all_places()
    assert after.top > before.top
    assert after.number.right() < view.margin_width()


def test_a_click_on_the_words_or_on_a_sign_opens(view: PageView, qtbot: QtBot) -> None:
    view.set_highlights([over(view, "Bones ache at night", id=12, note="Ask")])
    (place,) = view.highlights._all_places()
    assert place.leaf is not None
    scroll = QPoint(0, view.verticalScrollBar().value())
    spots = [
        place_of(view, "ache").center(),
        place.number.center().toPoint() - scroll,
        place.leaf.center().toPoint() - scroll,
    ]

    for spot in spots:
        with qtbot.waitSignal(view.mark_activated) as opened:
            click(view.viewport(), spot)
        assert opened.args is not None
        assert opened.args[0] == 12


def test_a_sign_can_be_pressed_in_24_pixels(view: PageView, qtbot: QtBot) -> None:
    view.set_highlights([over(view, "Bones ache at night", id=12)])
    (place,) = view.highlights._all_places()
    centre = place.number.center().toPoint() - QPoint(0, view.verticalScrollBar().value())

    for aside in (QPoint(11, 0), QPoint(-11, 0), QPoint(0, 11), QPoint(0, -11)):
        with qtbot.waitSignal(view.mark_activated):
            click(view.viewport(), centre + aside)


def test_a_click_beside_opens_nothing(view: PageView, qtbot: QtBot) -> None:
    view.set_highlights([over(view, "Bones ache")])

    with qtbot.assertNotEmitted(view.mark_activated):
        click(view.viewport(), place_of(view, "No germ").center())
        click(view.viewport(), QPoint(view.viewport().width() - 3, place_of(view, "Bones ache").center().y()))


def test_a_link_within_a_highlight_leads_where_it_leads(short: Reader, view: PageView, qtbot: QtBot) -> None:
    term = next(link for link in view.links() if link.href.startswith("term:"))
    view.set_highlights([Highlight(1, term.start - 3, term.end + 3, 1, "x")])
    view.show_position(term.start, 100)

    with qtbot.assertNotEmitted(view.mark_activated):
        click(view.viewport(), view.rects(term.start, term.end)[0].center())

    assert short.targets() == [term.href]


def test_the_pointer_is_a_hand_over_a_highlight(view: PageView) -> None:
    view.set_highlights([over(view, "Bones ache at night")])

    move_mouse(view.viewport(), place_of(view, "ache").center())

    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor


def test_in_the_dark_quiet_words_have_the_ink_of_the_page_and_links_keep_theirs(
    short: Reader, look_of: LookOf
) -> None:
    view, look = short.view, look_of("dark")
    short.put(specimen.page(), look)
    term = next(link for link in view.links() if link.href.startswith("term:"))

    view.set_highlights([Highlight(1, term.start - 4, term.end + 4, 1, "x")])
    assert pieces(view) == [
        (term.start - 4, term.start, look.name_of("text").lower()),
        (term.start, term.end, None),
        (term.end, term.end + 4, look.name_of("text").lower()),
    ]

    view.set_highlights([Highlight(1, term.start + 1, term.end - 1, 1, "x")])
    assert pieces(view) == [(term.start + 1, term.end - 1, None)]


def test_elsewhere_all_inks_can_be_read_on_the_ground(view: PageView) -> None:
    term = next(link for link in view.links() if link.href.startswith("term:"))

    view.set_highlights([Highlight(1, term.start - 4, term.end + 4, 1, "x")])

    assert pieces(view) == [(term.start - 4, term.end + 4, None)]


def pieces(view: PageView) -> list[tuple[int, int, str | None]]:
    """From where to where something is marked, and in which ink, if in one of its own."""
    kept = view.extraSelections()
    has_ink = QTextFormat.Property.ForegroundBrush
    return [
        (
            mark.cursor.selectionStart(),
            mark.cursor.selectionEnd(),
            mark.format.foreground().color().name() if mark.format.hasProperty(has_ink) else None,
        )
        for mark in kept
    ]


def test_of_two_the_later_is_on_top(view: PageView) -> None:
    long, short = over(view, "Bones ache at night", id=1), over(view, "ache", id=2)
    view.set_highlights([long, short])

    assert view.highlights.around(short.start, short.end) == short
    assert view.highlights.around(long.start, long.end) == long
    assert view.highlights.around(long.start, long.end + 1) is None
    assert view.highlights.touching(long.end - 1, long.end + 5) == [long]
    assert view.highlights.touching(short.start, short.end) == [long, short]
    assert view.highlights.get(2) == short
    assert view.highlights.get(3) is None


def test_find_marks_and_highlights_stand_beside_each_other(view: PageView, look: Look) -> None:
    view.set_highlights([over(view, "Bones ache at night")])

    view.mark(view.find_all("germ"), 0)
    assert len(view.extraSelections()) == 2
    view.mark([], None)

    left = view.extraSelections()
    assert [mark.format.background().color() for mark in left] == [look.colour("hl_yellow")]
    assert ground_format(look, 1).background().color() == look.colour("hl_yellow")


def test_another_page_has_none(view: PageView, short: Reader, look: Look, qtbot: QtBot) -> None:
    view.set_highlights([over(view, "Bones ache at night")])

    with qtbot.waitSignal(view.replaced):
        short.put(specimen.page(), look)

    assert view.highlights.all() == ()
    assert view.extraSelections() == []


def test_setting_them_tells_nobody(view: PageView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.mark_activated), qtbot.assertNotEmitted(view.mark_unwanted):
        view.set_highlights([over(view, "Bones ache at night")])


def test_what_was_walked_to_is_opened_and_deleted_by_key(view: PageView, qtbot: QtBot) -> None:
    view.set_highlights([over(view, "Bones ache at night", id=4), over(view, "Nobody knows.", id=5)])
    press(view, Qt.Key.Key_M)
    press(view, Qt.Key.Key_M)

    reached = view.mark_here()
    with qtbot.waitSignal(view.mark_activated) as opened:
        press(view, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.mark_unwanted) as unwanted:
        press(view, Qt.Key.Key_Delete)

    assert reached is not None
    assert reached.id == 5
    assert opened.args is not None
    assert opened.args[0] == 5
    assert unwanted.args == [5]


def test_without_one_reached_the_keys_do_nothing_of_the_kind(view: PageView, qtbot: QtBot) -> None:
    view.set_highlights([over(view, "Bones ache at night")])

    with qtbot.assertNotEmitted(view.mark_activated), qtbot.assertNotEmitted(view.mark_unwanted):
        press(view, Qt.Key.Key_Return)
        press(view, Qt.Key.Key_Delete)
        press(view, Qt.Key.Key_H)
        press(view, Qt.Key.Key_Delete)

    assert view.mark_here() is None


def test_the_caret_within_one_has_reached_it(view: PageView, qtbot: QtBot) -> None:
    one = over(view, "Bones ache at night", id=9)
    view.set_highlights([one])
    view.set_caret(True)
    view.put_caret(one.start + 3)

    with qtbot.waitSignal(view.mark_activated) as opened:
        press(view, Qt.Key.Key_Return)

    assert opened.args is not None
    assert opened.args[0] == 9


def test_the_one_that_was_walked_to_has_the_ring(view: PageView, look: Look) -> None:
    one = over(view, "Nobody knows.")
    view.set_highlights([one])

    press(view, Qt.Key.Key_M)

    line = place_of(view, "Nobody knows.").adjusted(-5, -3, 5, 3)
    assert has_colour(picture_of(view.viewport(), line), look.colour("focus"), least=30)
    press(view, Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    line = place_of(view, "Nobody knows.").adjusted(-5, -3, 5, 3)
    assert not has_colour(picture_of(view.viewport(), line), look.colour("focus"), least=30)


def test_the_reader_stays_at_the_one_reached_when_it_changes(view: PageView) -> None:
    view.set_highlights([over(view, "Nobody knows.", id=3)])
    press(view, Qt.Key.Key_M)

    view.set_highlights([over(view, "Nobody knows.", id=3, colour=4)])
    here = view.mark_here()
    assert here is not None
    assert here.colour == 4

    view.set_highlights([])
    assert view.mark_here() is None


def test_opening_one_that_is_gone_does_nothing(view: PageView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.mark_activated):
        view.open_mark(77)


def test_a_view_without_a_page_shows_none(qtbot: QtBot) -> None:
    view = PageView(lambda _name, _ratio: None)
    qtbot.addWidget(view)

    view.set_highlights([Highlight(1, 0, 0, 1, "x")])

    assert view.highlights.all() == ()
