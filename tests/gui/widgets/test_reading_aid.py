"""Ruler and line focus: where they are, what they leave readable, and that they cost nothing when off."""

import math
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from crmo_desktop.domain.colour import contrast_ratio, relative_luminance
from crmo_desktop.gui.page_style import page_css
from crmo_desktop.gui.stylesheet import style_sheet
from crmo_desktop.gui.theme import NAMES, Look
from crmo_desktop.gui.typesetting import CALL_OUT_ROLES, page_html
from crmo_desktop.gui.widgets.page_view import PageView
from crmo_desktop.gui.widgets.reading_aid import ReadingAid
from tests.gui import specimen
from tests.gui.conftest import RESOURCES, LookOf, Show
from tests.gui.hands import has_colour, move_mouse, picture_of

WIDTH, HEIGHT = 700, 400


def a_view(show: Show, look: Look, page: str = "") -> tuple[PageView, ReadingAid]:
    view = PageView(lambda _name, _ratio: None)
    view.setStyleSheet(style_sheet(look, RESOURCES / "icons"))
    show(view, WIDTH, HEIGHT)
    html = page or page_html(specimen.page(), look, specimen.WORDS)
    view.set_page(html, page_css(look), look, name="Page")
    view.aid = ReadingAid(view, look)
    view.setFocus()
    return view, view.aid


@pytest.fixture
def look(look_of: LookOf) -> Look:
    return look_of("light")


def top_of(aid: ReadingAid) -> float:
    row = aid.row()
    assert row is not None
    return row.top


def test_off_it_paints_nothing_and_takes_no_key(show: Show, look: Look) -> None:
    view, aid = a_view(show, look)
    before = picture_of(view.viewport())

    aid.show(ruler=False, clear_rows=0)
    QTest.keyClick(view, Qt.Key.Key_Down)
    view.verticalScrollBar().setValue(0)

    assert not aid.is_on()
    assert picture_of(view.viewport()) == before


def test_down_and_up_go_row_by_row_and_take_the_page_along(show: Show, look: Look) -> None:
    view, aid = a_view(show, look)
    aid.show(ruler=True, clear_rows=0)
    tops = [top_of(aid)]

    for _ in range(20):
        QTest.keyClick(view, Qt.Key.Key_Down)
        tops.append(top_of(aid))

    assert tops == sorted(set(tops)), "each key goes on"
    scrolled = view.verticalScrollBar().value()
    assert scrolled > 0
    assert 0 < tops[-1] - scrolled < HEIGHT * 0.7

    for _ in range(20):
        QTest.keyClick(view, Qt.Key.Key_Up)
    assert (top_of(aid), view.verticalScrollBar().value()) == (tops[0], 0)


def test_a_key_with_a_modifier_or_a_caret_is_left_to_the_view(show: Show, look: Look) -> None:
    view, aid = a_view(show, look)
    aid.show(ruler=True, clear_rows=0)
    first = top_of(aid)

    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert top_of(aid) == first

    view.set_caret(True)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    caret = view.cursorRect().center().y() + view.verticalScrollBar().value()
    row = aid.row()
    assert row is not None
    assert row.top <= caret <= row.bottom, "it follows the caret"


def test_it_follows_the_mouse_until_the_mouse_has_left(show: Show, look: Look) -> None:
    view, aid = a_view(show, look)
    aid.show(ruler=True, clear_rows=0)

    move_mouse(view.viewport(), QPoint(200, 250))
    row = aid.row()
    assert row is not None
    assert row.top <= 250 <= row.bottom + 30

    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert aid.row() == row
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert top_of(aid) > row.top


def test_scrolled_away_from_it_is_on_the_first_row_in_sight(show: Show, look: Look) -> None:
    view, aid = a_view(show, look)
    aid.show(ruler=True, clear_rows=0)

    view.verticalScrollBar().setValue(300)

    assert 300 <= top_of(aid) < 400


def test_another_page_begins_at_its_top(show: Show, look: Look) -> None:
    view, aid = a_view(show, look)
    aid.show(ruler=True, clear_rows=3)
    for _ in range(20):
        QTest.keyClick(view, Qt.Key.Key_Down)

    view.set_page("<p>Short</p>", page_css(look), look, name="Other")
    assert top_of(aid) < 100

    view.set_page("", page_css(look), look, name="Empty")
    assert aid.row() is None
    aid.step(1)
    picture_of(view.viewport())


@pytest.mark.parametrize("name", NAMES)
def test_the_ruler_is_seen_by_its_lines_not_by_its_tint_alone(name: str, show: Show, look_of: LookOf) -> None:
    look = look_of(name)
    view, aid = a_view(show, look)
    aid.show(ruler=True, clear_rows=0)

    picture = picture_of(view.viewport())

    assert has_colour(picture, look.colour("accent"), least=2 * 2 * (WIDTH - 30))
    assert contrast_ratio(look.name_of("accent"), look.name_of("page")) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_line_focus_dims_all_but_its_rows_and_lines_say_where(name: str, show: Show, look_of: LookOf) -> None:
    look = look_of(name)
    view, aid = a_view(show, look)
    counted = []
    for rows in (0, 1, 3, 5):
        aid.show(ruler=False, clear_rows=rows)
        for _ in range(4):
            aid.step(1)
        aid.go_to(0)
        for _ in range(4):
            aid.step(1)
        counted.append(inked(picture_of(view.viewport()), look))

    assert counted[1] < counted[2] < counted[3] < counted[0], "the more rows are clear, the more ink there is"
    assert contrast_ratio(look.name_of("border_strong"), look.name_of("page")) >= 3


def inked(picture: QImage, look: Look) -> int:
    """How many pixels stand out from the page as words do; lines from edge to edge are none."""
    ground, ink = lightness(look.colour("page")), lightness(look.colour("text"))

    def is_ink(x: int, y: int) -> bool:
        return abs(lightness(picture.pixelColor(x, y)) - ground) > abs(ink - ground) * 0.35

    rows = [y for y in range(picture.height()) if not is_ink(5, y)]
    return sum(is_ink(x, y) for y in rows for x in range(60, WIDTH - 60, 2))


def lightness(colour: QColor) -> float:
    return math.sqrt(relative_luminance(colour.name()))


@pytest.mark.parametrize("name", NAMES)
def test_words_under_the_ruler_keep_their_contrast(name: str, look_of: LookOf) -> None:
    look = look_of(name)
    need = 7.0 if look.is_high_contrast else 4.5
    titles = {f"{role}_bg": f"{role}_title" for role, _ in CALL_OUT_ROLES.values()}
    pick = max if look.theme.kind == "dark" else min
    for ground in ("page", "zebra", "table_head", *titles):
        tinted = under(look, ground, pick)
        for ink in ("text", "link", *([titles[ground]] if ground in titles else ["muted"])):
            assert contrast_ratio(look.name_of(ink), tinted) >= need, (ink, ground)


def under(look: Look, ground: str, pick: object) -> str:
    """The colour of `ground` under the ruler: channel by channel the darker, or in the dark the lighter."""
    assert callable(pick)
    if look.is_high_contrast:
        return look.name_of(ground)
    one, other = look.colour(ground), look.colour("accent_soft")
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(pick(*pair) for pair in pairs)).name().upper()


def test_another_look_is_drawn_at_once(show: Show, look: Look, look_of: LookOf) -> None:
    view, aid = a_view(show, look)
    aid.show(ruler=True, clear_rows=0)
    dark = replace(look_of("dark"), text_size=100)

    view.set_page(page_html(specimen.page(), dark, specimen.WORDS), page_css(dark), dark, name="Page")
    aid.set_look(dark)

    assert has_colour(picture_of(view.viewport()), dark.colour("accent"), least=WIDTH)


def test_it_is_no_part_of_the_page_for_assistive_programs(show: Show, look: Look) -> None:
    view, aid = a_view(show, look)
    before = len(view.viewport().children())

    aid.show(ruler=True, clear_rows=3)

    assert len(view.viewport().children()) == before
