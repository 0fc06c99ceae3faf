from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.page import Page
from crmo_desktop.gui.page_style import page_css
from crmo_desktop.gui.theme import NAMES, Look
from crmo_desktop.gui.typesetting import page_html
from crmo_desktop.gui.widgets.page_sheet import COLUMN
from crmo_desktop.gui.widgets.page_view import PageView
from crmo_desktop.gui.widgets.text_places import cursor_over, rects_of
from tests.gui import specimen
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import has_colour, picture_of
from tests.gui.specimen import WORDS
from tests.gui.widgets.page_between import Reader

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
OUTSIDE = "https://example.org/spy.png"


# --- what is shown


def test_a_page_is_shown_with_its_name_for_screen_readers(view: PageView, page: Page) -> None:
    assert view.accessibleName() == f"{page.topic.title}, for families"
    assert page.topic.title in view.toPlainText()
    assert view.isReadOnly()


def test_it_tells_when_a_new_page_has_been_painted_once(
    reader: Reader, page: Page, look: Look, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(reader.view.painted):
        reader.put(page, look)
    with qtbot.assertNotEmitted(reader.view.painted):
        reader.view.viewport().repaint()


def test_the_column_keeps_its_measure_in_the_middle(reader: Reader, look: Look) -> None:
    view = reader.view
    frame = view.document().rootFrame().frameFormat()
    room = view.viewport().width()

    assert view.column_width() == COLUMN
    assert frame.leftMargin() == frame.rightMargin() == (room - COLUMN) / 2


@pytest.mark.parametrize(("width", "least_side"), [(500, 25), (300, 15)])
def test_a_narrow_view_gives_the_column_what_there_is(width: int, least_side: float, reader: Reader) -> None:
    reader.window.resize(width, 600)
    QApplication.processEvents()
    view = reader.view

    frame = view.document().rootFrame().frameFormat()
    assert view.column_width() == pytest.approx(view.viewport().width() - 2 * frame.leftMargin())
    assert frame.leftMargin() >= least_side


def test_a_drawing_fills_its_column_in_a_window_of_another_width(look: Look, show: Show) -> None:
    widths: list[float] = []
    view: PageView

    def drawn(_name: str, _ratio: float) -> QPixmap:
        width = view.column_width()
        widths.append(width)
        pixmap = QPixmap(int(width), int(width / 2))
        pixmap.fill(QColor("#00ff00"))
        return pixmap

    view = PageView(drawn)
    show(view, 900, 600)
    view.set_page('<p><img src="pic:figure:team" alt="Who"></p><p>After.</p>', "", look, name="Page")
    QApplication.processEvents()
    before = view.document().size().height()
    place = view.find_all("After.")[0][0]

    view.resize(500, 600)
    QApplication.processEvents()

    assert widths[0] == COLUMN
    assert widths[-1] == view.column_width() < 500
    assert view.document().size().height() < before
    assert view.rects(place, place)[0].top() == pytest.approx(26 + widths[-1] / 2, abs=30)


def test_a_line_holds_60_to_75_characters(short: Reader, look: Look) -> None:
    prose = "The quick brown fox jumps over the lazy dog and then it goes home again to sleep. " * 12
    short.put(specimen.page(specimen.section("it", "It", f"<p>{prose}</p>")), look)
    block = short.view.document().findBlock(short.view.find_all("The quick")[0][0])
    layout = block.layout()

    lengths = [layout.lineAt(n).textLength() for n in range(1, layout.lineCount() - 1)]

    assert lengths
    assert 60 <= sum(lengths) / len(lengths) <= 75


def test_nothing_is_wider_than_the_view(view: PageView) -> None:
    assert view.horizontalScrollBar().maximum() == 0


def test_a_page_that_fits_has_no_scroll_bar(short: Reader, look: Look) -> None:
    short.put(specimen.page(specimen.section("it", "It", "<p>Words.</p>"), sources=()), look)

    assert short.view.verticalScrollBar().maximum() == 0
    assert not short.view.verticalScrollBar().isVisible()


def test_before_any_page_there_is_nothing_to_do(show: Show) -> None:
    view = PageView(lambda _name, _ratio: None)
    show(view)

    view.mark([(0, 1)], 0)

    assert (view.links(), view.focused_link(), view.section(), view.place()) == ([], None, "", 0.0)
    assert view.extraSelections() == []


def test_showing_a_page_from_code_is_no_act_of_the_readers(
    reader: Reader, page: Page, look_of: LookOf, qtbot: QtBot
) -> None:
    view = reader.view
    with (
        qtbot.assertNotEmitted(view.link_activated),
        qtbot.assertNotEmitted(view.focus_moved),
        qtbot.assertNotEmitted(view.zoom_wanted),
    ):
        reader.put(page, look_of("dark", 150))
        view.set_place(0.5)
        view.show_section(page.sections[0].id)
        view.mark(view.find_all("the"), 0)


# --- pictures


def test_a_picture_with_an_outside_address_is_never_fetched(short: Reader, look: Look) -> None:
    before = list(short.asked)
    html = f'<p>a <img src="{OUTSIDE}"> <img src="file:///etc/hostname"> b</p>'
    short.view.set_page(html, f"p {{ background-image: url({OUTSIDE}); }}", look, name="x")
    QApplication.processEvents()

    assert OUTSIDE in short.asked[len(before) :], "asked of the program, which has no such picture"
    assert not short.view.document().resource(2, OUTSIDE)  # 2: an image
    assert short.view.toPlainText().count("\ufffc") == 2
    assert not has_colour(picture_of(short.view.viewport()), QColor("#00ff00"))


def test_pictures_of_the_program_are_drawn_by_name_and_sharpness(short: Reader) -> None:
    assert "ic:list-check:key_title" in short.asked
    assert "pic:hand.svg" in short.asked
    position = short.view.find_all("A hand, drawn")[0][0]
    short.view.show_position(position - 2)

    assert has_colour(picture_of(short.view.viewport()), QColor("#00ff00"), least=300)


# --- sections and places


def test_a_section_is_scrolled_to_and_told(view: PageView, page: Page, qtbot: QtBot) -> None:
    section = page.sections[3]

    with qtbot.waitSignal(view.section_reached) as reached:
        assert view.show_section(section.id)

    assert reached.args == [section.id]
    assert view.section() == section.id
    (start, _) = next(place for place in view.find_all(section.title) if place[0] >= view.top_position() - 1)
    heading = view.cursorRect(cursor_over(view, start, start))
    assert 0 <= heading.top() <= 30


def test_every_section_of_the_page_can_be_reached(view: PageView, page: Page) -> None:
    for section in page.sections:
        assert view.show_section(section.id), section.id
    assert view.show_section("sources")


def test_a_section_gone_to_before_the_view_is_shown_is_there_when_it_is(
    show: Show, page: Page, look: Look
) -> None:
    """As when the program is started at a section."""
    view = PageView(lambda _name, _ratio: None)
    view.set_page(page_html(page, look, WORDS), page_css(look), look, name="x")
    assert view.show_section(page.sections[3].id)

    show(view, 900, 600)
    view.setFocus()
    QApplication.processEvents()

    assert view.section() == page.sections[3].id


def test_a_section_that_is_not_there_changes_nothing(view: PageView, page: Page) -> None:
    view.show_section(page.sections[2].id)
    before = view.verticalScrollBar().value()

    assert not view.show_section("no-such-section")
    assert view.verticalScrollBar().value() == before


def test_the_section_follows_the_scroll_bar(view: PageView, page: Page) -> None:
    reached: list[str] = []
    view.section_reached.connect(reached.append)
    bar = view.verticalScrollBar()

    for value in range(0, bar.maximum() + 1, 20):
        bar.setValue(value)
    bar.setValue(bar.maximum())

    names = [*(section.id for section in page.sections), "sources"]
    assert [name for name in reached if name] == names


def test_a_place_is_kept_as_a_part_of_the_page(view: PageView) -> None:
    bar = view.verticalScrollBar()
    assert view.place() == 0.0

    view.set_place(0.5)
    assert bar.value() == round(bar.maximum() / 2)
    assert view.place() == pytest.approx(0.5, abs=0.001)

    view.set_place(1.0)
    assert bar.value() == bar.maximum()


def test_another_page_begins_at_its_beginning(reader: Reader, page: Page, look: Look) -> None:
    reader.view.set_place(0.7)

    reader.put(page, look)

    assert reader.view.verticalScrollBar().value() == 0


@pytest.mark.parametrize(("theme", "size"), [("dark", 100), ("light", 150), ("hc_black", 250), ("sepia", 80)])
def test_the_readers_place_is_kept_in_another_theme_and_size(
    theme: str, size: int, reader: Reader, page: Page, look_of: LookOf
) -> None:
    view = reader.view
    view.set_place(0.4)
    kept = view.top_position()
    before = rects_of(view, kept, kept + 1)[0].top()

    reader.put(page, look_of(theme, size), same_text=True)

    assert rects_of(view, kept, kept + 1)[0].top() == pytest.approx(before, abs=2)


def test_at_the_top_one_stays_at_the_top(reader: Reader, page: Page, look_of: LookOf) -> None:
    reader.put(page, look_of("dark", 200), same_text=True)

    assert reader.view.verticalScrollBar().value() == 0


def test_another_font_of_the_window_moves_nothing_on_the_page(reader: Reader) -> None:
    """It comes before the page is set anew, which could then not tell where the reader was."""
    view = reader.view
    view.set_place(0.4)
    kept = view.top_position()
    before = rects_of(view, kept, kept + 1)[0], view.document().size()
    font = view.font()
    font.setPixelSize(40)

    reader.window.setFont(font)
    QApplication.processEvents()

    assert (rects_of(view, kept, kept + 1)[0], view.document().size()) == before


def test_there_and_back_again_leads_to_the_same_place(reader: Reader, page: Page, look_of: LookOf) -> None:
    view = reader.view
    view.set_place(0.4)
    reader.put(page, look_of("light", 100), same_text=True)
    before = view.verticalScrollBar().value()

    for size in (150, 200, 150, 100):
        reader.put(page, look_of("light", size), same_text=True)

    assert view.verticalScrollBar().value() == pytest.approx(before, abs=12)


def test_the_place_is_kept_when_the_window_changes_its_width(reader: Reader) -> None:
    view = reader.view
    view.set_place(0.4)
    kept = view.top_position()
    before = rects_of(view, kept, kept + 1)[0].top()

    reader.window.resize(560, 600)
    QApplication.processEvents()

    assert rects_of(view, kept, kept + 1)[0].top() == pytest.approx(before, abs=2)


# --- find


@pytest.mark.parametrize("name", NAMES)
def test_every_match_is_marked_and_the_current_one_differently(
    name: str, short: Reader, look_of: LookOf
) -> None:
    look = look_of(name)
    short.put(specimen.page(), look)
    view = short.view
    places = view.find_all("bones")
    assert len(places) >= 2

    view.mark(places, 1)

    assert [selection.cursor.selectedText().lower() for selection in view.extraSelections()] == [
        "bones"
    ] * len(places)
    for number, (start, end) in enumerate(places):
        view.show_position(start)
        rect = rects_of(view, start, end)[0]
        role = "find_current" if number == 1 else "find"
        assert has_colour(picture_of(view.viewport(), rect), look.colour(role), least=60)


def test_the_current_match_is_scrolled_to_or_not(view: PageView) -> None:
    place = view.find_all("the")[-1]

    view.mark([place], 0, scroll=False)
    assert view.verticalScrollBar().value() == 0

    view.mark([place], 0)
    assert view.viewport().rect().contains(rects_of(view, *place)[0])

    view.mark([view.find_all("the")[0]], 0)
    assert view.verticalScrollBar().value() < 200


def test_marks_are_taken_away(view: PageView) -> None:
    view.mark(view.find_all("the"), 0)

    view.mark([], None)

    assert view.extraSelections() == []


def test_words_are_found_in_any_case_across_markup_and_not_across_blocks(short: Reader) -> None:
    find: Callable[[str], int] = lambda words: len(short.view.find_all(words))  # noqa: E731  # reads best as a word

    assert find("ACHE AT NIGHT") == find("ache   at night") == 1
    assert find("at night. [1–2]") == 1, "across the end of a link"
    assert find("night. [1–2] no germ") == 0, "not across blocks"
