from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.page import Citation, Page
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.page_document import Link
from crmo_desktop.gui.pages.reader import ReaderPage, count_words
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.card import Card
from crmo_desktop.gui.widgets.pinned import Pinned, PinnedStrip
from crmo_desktop.gui.widgets.text_places import rects_of
from crmo_desktop.services.reading import ReadingService
from tests.gui import specimen
from tests.gui.conftest import Browser, LookOf, Show
from tests.gui.hands import button_called, click, has_colour, picture_of, press, type_words

MRI = TopicId("mri")


class Desk:
    """A reader page beside a field and a plain label, as in the window."""

    def __init__(self, reading: ReadingService, icons: IconShelf, look: Look, show: Show) -> None:
        self.window = QWidget()
        self.field, self.label = QLineEdit(), QLabel("nothing to click")
        self.reader = ReaderPage(reading, icons, look, self.window)
        self.reader.set_look(look)
        layout = QVBoxLayout(self.window)
        for part in (self.field, self.reader, self.label):
            layout.addWidget(part)
        layout.setStretch(1, 1)
        show(self.window, 1366, 700)

    def put(self, page: Page, wanted: Audience | None = None) -> None:
        self.reader.show_page(page, wanted or page.audience)
        QApplication.processEvents()
        self.reader.setFocus()

    def link(self, href: str) -> Link:
        return next(link for link in self.reader.view.links() if link.href == href)

    def place(self, href: str) -> QPoint:
        """Where a link stands in the view, scrolled to."""
        link = self.link(href)
        view = self.reader.view
        view.show_position(link.start)
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 60)
        return rects_of(view, link.start, link.end)[0].center()

    def click(self, href: str) -> None:
        click(self.reader.view.viewport(), self.place(href))

    def tab_to(self, href: str) -> None:
        """Tab from link to link until the one with this target is reached."""
        view = self.reader.view
        view.setFocus()
        for _ in view.links():
            press(view, Qt.Key.Key_Tab)
            reached = view.focused_link()
            if reached is not None and reached.href == href:
                return

    def card(self) -> Card:
        card = self.reader.card()
        assert card is not None
        return card

    def card_words(self) -> str:
        return "\n".join(label.text() for label in self.card().findChildren(QLabel) if label.text())


@pytest.fixture
def desk(reading: ReadingService, icons: IconShelf, look: Look, show: Show) -> Desk:
    return Desk(reading, icons, look, show)


@pytest.fixture
def open_desk(desk: Desk, reading: ReadingService) -> Desk:
    desk.put(reading.page(MRI, Audience.PATIENT))
    return desk


def every_page(reading: ReadingService) -> Iterator[Page]:
    for chapter in reading.chapters():
        for entry in chapter.topics:
            for audience in entry.audiences:
                yield reading.page(entry.id, audience)


def mark_with(reading: ReadingService, fits: Callable[[tuple[Citation, ...]], bool]) -> tuple[Page, str]:
    """The first citation mark of the edition whose citations fit, with its page."""
    for page in every_page(reading):
        for target in reading.marks(page):
            if target.startswith("cite:") and fits(reading.citations(page, target)):
                return page, target
    raise LookupError


@pytest.fixture
def mark(open_desk: Desk) -> str:
    """A citation mark of the page that is open."""
    return next(link.href for link in open_desk.reader.view.links() if link.href.startswith("cite:"))


@pytest.fixture
def term(open_desk: Desk) -> str:
    """A word of the glossary on the page that is open."""
    return next(link.href for link in open_desk.reader.view.links() if link.href.startswith("term:"))


# --- the page


def test_a_page_says_what_it_is(open_desk: Desk) -> None:
    reader, text = open_desk.reader, open_desk.reader.view.toPlainText()
    page = reader.page()
    assert page is not None

    assert reader.shows("mri")
    assert not reader.shows("x-ray")
    assert reader.view.accessibleName() == f"{page.topic.title}, for families"
    assert f"For families · {page.minutes} minute" in text
    assert f"{len(page.sources)} sources" in text
    assert "Not yet reviewed by a physician. Information, not medical advice." in text


def test_the_outline_lists_its_sections_and_its_sources(open_desk: Desk) -> None:
    page = open_desk.reader.page()
    assert page is not None

    assert open_desk.reader.outline() == [
        *((section.id, section.title) for section in page.sections),
        ("sources", "Sources"),
    ]


def test_a_page_written_for_others_only_says_so(desk: Desk, reading: ReadingService) -> None:
    page = reading.page(MRI, Audience.CLINICIAN)

    desk.put(page, wanted=Audience.PATIENT)

    head = desk.reader.view.toPlainText().partition(page.summary)[0]
    assert head.endswith("This topic is written for clinicians.\n\n")


def test_the_guide_has_no_audience(desk: Desk, reading: ReadingService) -> None:
    page = reading.page(TopicId("help-start"), Audience.PATIENT)

    desk.put(page)

    assert desk.reader.view.accessibleName() == page.topic.title
    assert "For families ·" not in desk.reader.view.toPlainText()


def test_before_any_page_there_is_nothing_to_say(desk: Desk, look_of: LookOf, qtbot: QtBot) -> None:
    desk.reader.set_look(look_of("dark"))
    desk.reader.set_narrow(True)
    desk.reader.find_step(1)

    assert desk.reader.page() is None
    assert desk.reader.outline() == []
    assert not desk.reader.shows("mri")
    assert desk.reader.matches() == (None, 0)


def test_wide_tables_become_blocks_and_the_place_is_kept(desk: Desk, reading: ReadingService) -> None:
    page = next(page for page in every_page(reading) if any(row.count("<th") >= 4 for row in heads(page)))
    desk.put(page)
    view = desk.reader.view
    section = page.sections[-1].id
    view.show_section(section)

    desk.reader.set_narrow(True)

    assert view.section() == section
    assert view.verticalScrollBar().value() > 0


def heads(page: Page) -> list[str]:
    return [
        part.partition("</thead>")[0]
        for section in page.sections
        for part in section.html.split("<thead>")[1:]
    ]


def test_pictures_are_the_editions_and_icons_the_themes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, look: Look, reading: ReadingService
) -> None:
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 6">'
        b'<rect width="10" height="6" fill="#0000ff"/></svg>'
    )
    monkeypatch.setattr(type(reading), "picture", lambda _self, name: drawing if name == "hand.svg" else None)
    desk.put(specimen.page())
    view = desk.reader.view
    view.show_position(view.find_all("A hand, drawn")[0][0] - 2)
    picture = picture_of(view.viewport())

    assert sum(1 for y in range(picture.height()) if picture.pixelColor(450, y).name() == "#0000ff") > 200
    view.verticalScrollBar().setValue(0)
    assert has_colour(picture_of(view.viewport()), look.colour("key_title"), least=20)


def test_showing_a_page_from_code_is_silent(desk: Desk, reading: ReadingService, qtbot: QtBot) -> None:
    with (
        qtbot.assertNotEmitted(desk.reader.address_wanted),
        qtbot.assertNotEmitted(desk.reader.query_wanted),
        qtbot.assertNotEmitted(desk.reader.said),
    ):
        desk.put(reading.page(MRI, Audience.PATIENT))
        desk.reader.set_outline_button(True)
        desk.reader.set_strip(None)


# --- citations


def test_a_citation_card_tells_all_that_the_mark_rests_on(desk: Desk, reading: ReadingService) -> None:
    def complete(citations: tuple[Citation, ...]) -> bool:
        facts = citations[0].facts
        has_all = citations[0].source.doi and any(fact.figures for fact in facts)
        return len(citations) == 1 and bool(has_all) and any(fact.caution for fact in facts)

    page, target = mark_with(reading, complete)
    (citation,) = reading.citations(page, target)
    desk.put(page)

    desk.click(target)

    words = desk.card_words()
    for fact in citation.facts:
        assert fact.statement in words
        assert fact.strength in words
        assert (fact.caution or "") in words
        for figure in fact.figures:
            assert figure in words
    assert f"Source {citation.number}" in words
    assert citation.source.title in words
    assert citation.source.kind in words
    assert str(citation.source.doi) in words


def test_a_card_for_several_sources_tells_each(desk: Desk, reading: ReadingService) -> None:
    page, target = mark_with(reading, lambda citations: len(citations) > 2)
    desk.put(page)

    desk.click(target)

    words = desk.card_words()
    for citation in reading.citations(page, target):
        assert citation.source.title in words
        assert f"[{citation.number}]" in words


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_open_a_card_and_escape_gives_the_keyboard_back_to_the_mark(
    key: Qt.Key, open_desk: Desk, mark: str
) -> None:
    open_desk.tab_to(mark)

    press(open_desk.window, key)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert open_desk.card().isAncestorOf(focus)

    press(open_desk.window, Qt.Key.Key_Escape)
    view = open_desk.reader.view
    assert open_desk.reader.card() is None
    assert QApplication.focusWidget() is view
    link = view.focused_link()
    assert link is not None
    assert link.href == mark


def test_the_mark_pressed_again_opens_its_card_again(open_desk: Desk, mark: str) -> None:
    open_desk.tab_to(mark)
    for _ in range(2):
        press(open_desk.window, Qt.Key.Key_Return)
        assert open_desk.card_words()
        press(open_desk.window, Qt.Key.Key_Escape)
        assert open_desk.reader.card() is None


def test_a_card_stands_within_the_page_and_not_on_its_mark(open_desk: Desk, mark: str) -> None:
    open_desk.click(mark)

    view, card = open_desk.reader.view, open_desk.card()
    link = open_desk.link(mark)
    rect = rects_of(view, link.start, link.end)[0]
    on_window = QRect(view.viewport().mapTo(open_desk.window, rect.topLeft()), rect.size())
    assert open_desk.window.rect().contains(card.geometry())
    assert not card.geometry().intersects(on_window)


def test_the_cross_closes_a_card(open_desk: Desk, mark: str) -> None:
    open_desk.click(mark)

    click(button_called(open_desk.card(), "Close the card", QToolButton))

    assert open_desk.reader.card() is None
    assert QApplication.focusWidget() is open_desk.reader.view


def test_a_click_on_the_page_closes_a_card(open_desk: Desk, mark: str) -> None:
    open_desk.click(mark)
    assert open_desk.reader.card() is not None

    click(open_desk.reader.view.viewport(), QPoint(10, 10))

    assert open_desk.reader.card() is None
    assert QApplication.focusWidget() is open_desk.reader.view


def test_a_click_on_another_part_closes_a_card_and_the_keyboard_goes_there(
    open_desk: Desk, mark: str
) -> None:
    open_desk.click(mark)

    click(open_desk.field)

    assert open_desk.reader.card() is None
    assert QApplication.focusWidget() is open_desk.field


def test_a_click_on_what_takes_no_keyboard_closes_a_card_too(open_desk: Desk, mark: str) -> None:
    open_desk.click(mark)

    click(open_desk.label)

    assert open_desk.reader.card() is None


def test_a_key_that_leads_elsewhere_closes_a_card(open_desk: Desk, mark: str) -> None:
    open_desk.tab_to(mark)
    press(open_desk.window, Qt.Key.Key_Return)
    assert open_desk.reader.card() is not None

    open_desk.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    assert open_desk.reader.card() is None
    assert QApplication.focusWidget() is open_desk.field


def test_a_click_in_a_card_keeps_it(open_desk: Desk, mark: str) -> None:
    open_desk.click(mark)

    click(open_desk.card().findChildren(QLabel)[1])

    assert open_desk.reader.card() is not None


def test_one_card_is_open_at_a_time(open_desk: Desk, mark: str, term: str) -> None:
    open_desk.click(mark)
    first = open_desk.card()
    press(open_desk.window, Qt.Key.Key_Escape)

    open_desk.click(term)

    assert open_desk.card() is not first
    assert len([card for card in open_desk.window.findChildren(Card) if card.isVisible()]) == 1


@pytest.mark.parametrize("what", ["another page", "another size", "another look"])
def test_a_card_goes_when_its_place_does(
    what: str, open_desk: Desk, mark: str, reading: ReadingService, look_of: LookOf
) -> None:
    open_desk.click(mark)
    assert open_desk.reader.card() is not None

    match what:
        case "another page":
            open_desk.reader.show_page(reading.page(TopicId("x-ray"), Audience.PATIENT), Audience.PATIENT)
        case "another size":
            open_desk.window.resize(1100, 650)
            QApplication.processEvents()
        case _:
            open_desk.reader.set_look(look_of("dark"))

    assert open_desk.reader.card() is None


def test_a_citation_can_be_copied(open_desk: Desk, mark: str, reading: ReadingService, qtbot: QtBot) -> None:
    page = open_desk.reader.page()
    assert page is not None
    open_desk.click(mark)

    with qtbot.waitSignal(open_desk.reader.said) as said:
        button_called(open_desk.card(), "Copy citation", QPushButton).click()

    references = [citation.source.reference for citation in reading.citations(page, mark)]
    assert QGuiApplication.clipboard().text() == "\n".join(references)
    assert said.args == ["Citation copied"]


def test_a_sources_address_is_shown_and_not_opened(
    desk: Desk, reading: ReadingService, browser: Browser, qtbot: QtBot
) -> None:
    page, target = mark_with(reading, lambda citations: len(citations) == 1 and bool(citations[0].source.doi))
    desk.put(page)
    desk.click(target)

    with qtbot.waitSignal(desk.reader.outside_wanted) as wanted:
        button_called(desk.card(), "Show address", QPushButton).click()

    (citation,) = reading.citations(page, target)
    assert wanted.args == [f"https://doi.org/{citation.source.doi}"]
    assert browser.addresses == []


def test_a_mark_that_the_edition_does_not_explain_says_so(desk: Desk, qtbot: QtBot) -> None:
    desk.put(specimen.page())

    with qtbot.waitSignal(desk.reader.said) as said:
        desk.click("cite:smith-2020:f-1|jones-2021:f-2")

    assert said.args == ["This edition does not say what the mark rests on."]
    assert desk.reader.card() is None


# --- words of the glossary


@pytest.mark.parametrize("audience", list(Audience))
def test_a_word_is_explained_in_the_words_for_the_audience(
    audience: Audience, desk: Desk, reading: ReadingService
) -> None:
    page = reading.page(MRI, audience)
    desk.put(page)
    target = next(target for target in reading.marks(page) if target.startswith("term:"))
    term = reading.term(target)

    desk.click(target)

    labels = [label.text() for label in desk.card().findChildren(QLabel) if label.text()]
    assert labels[:2] == [term.term, term.definition(audience)]
    assert term.definition(audience.other) in labels


def test_a_word_can_be_searched_for(
    open_desk: Desk, term: str, reading: ReadingService, qtbot: QtBot
) -> None:
    open_desk.click(term)

    with qtbot.waitSignal(open_desk.reader.query_wanted) as wanted:
        button_called(open_desk.card(), "Find in all topics", QPushButton).click()

    assert wanted.args == [reading.term(term).term]
    assert open_desk.reader.card() is None


# --- other links


def test_links_are_told_and_nothing_is_opened(desk: Desk, browser: Browser, qtbot: QtBot) -> None:
    desk.put(specimen.page())

    with qtbot.waitSignal(desk.reader.address_wanted) as inside:
        desk.click("crmo://topic/mri#silent")
    with qtbot.waitSignal(desk.reader.outside_wanted) as outside:
        desk.click("https://example.org/a?b=1&c=2")

    assert inside.args == ["crmo://topic/mri#silent"]
    assert outside.args == ["https://example.org/a?b=1&c=2"]
    assert browser.addresses == []
    assert desk.reader.card() is None


# --- sections


def test_the_keyboard_goes_to_the_section_that_is_wanted(open_desk: Desk) -> None:
    page = open_desk.reader.page()
    assert page is not None
    open_desk.field.setFocus()

    assert open_desk.reader.show_section(page.sections[2].id)

    assert open_desk.reader.view.section() == page.sections[2].id
    assert QApplication.focusWidget() is open_desk.reader.view


def test_a_section_that_is_not_there_leaves_the_keyboard(open_desk: Desk) -> None:
    open_desk.field.setFocus()

    assert not open_desk.reader.show_section("no-such-section")

    assert QApplication.focusWidget() is open_desk.field


def test_where_the_pane_has_no_room_a_button_leads_to_the_sections(open_desk: Desk) -> None:
    reader = open_desk.reader
    button = button_called(reader, "On this page", QToolButton)
    assert not button.isVisible()

    reader.set_outline_button(True)

    menu = button.menu()
    assert isinstance(menu, QMenu)
    assert button.isVisible()
    assert reader.rect().contains(button.geometry())
    assert [action.text() for action in menu.actions()] == [title for _, title in reader.outline()]
    menu.actions()[2].trigger()
    assert reader.view.section() == reader.outline()[2][0]


def test_a_title_with_an_ampersand_is_whole_in_the_menu(desk: Desk) -> None:
    desk.put(specimen.page())

    menu = button_called(desk.reader, "On this page", QToolButton).menu()

    assert isinstance(menu, QMenu)
    assert "Signs && symptoms" in [action.text() for action in menu.actions()]


def test_what_never_scrolls_away_stands_below_the_page(open_desk: Desk, qtbot: QtBot) -> None:
    reader = open_desk.reader
    strip = reader.findChild(PinnedStrip)
    assert isinstance(strip, PinnedStrip)
    assert not strip.isVisible()

    reader.set_strip(Pinned("red", "urgent", "Get help fast", "Fever.", "All", "crmo://topic/red-flags"))
    QApplication.processEvents()

    assert strip.isVisible()
    assert strip.geometry().bottom() == reader.rect().bottom()
    with qtbot.waitSignal(reader.address_wanted) as wanted:
        click(button_called(strip, "All", QPushButton))
    assert wanted.args == ["crmo://topic/red-flags"]

    reader.set_strip(None)
    assert not strip.isVisible()


# --- find in page


def test_find_counts_marks_and_goes_round(open_desk: Desk) -> None:
    reader = open_desk.reader
    reader.open_find()
    assert QApplication.focusWidget() is reader.find_bar.focusProxy()

    type_words(open_desk.window, "MRI")

    total = reader.view.toPlainText().lower().count("mri")
    assert total > 3
    assert reader.matches() == (0, total)
    assert reader.find_bar.count_text() == f"1 of {total}"
    assert len(reader.view.extraSelections()) == total

    press(open_desk.window, Qt.Key.Key_Return)
    assert reader.find_bar.count_text() == f"2 of {total}"
    press(open_desk.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    press(open_desk.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert reader.find_bar.count_text() == f"{total} of {total}"
    press(open_desk.window, Qt.Key.Key_Return)
    assert reader.find_bar.count_text() == f"1 of {total}"


def test_find_begins_with_what_can_be_seen(open_desk: Desk) -> None:
    reader = open_desk.reader
    reader.view.set_place(0.6)
    top = reader.view.top_position()

    reader.open_find()
    type_words(open_desk.window, "MRI")

    current, _ = reader.matches()
    assert current is not None
    assert current > 0
    assert reader.view.find_all("mri")[current][0] >= top


def test_words_that_are_selected_are_looked_for(open_desk: Desk) -> None:
    reader = open_desk.reader
    start, end = reader.view.find_all("scan")[0]
    cursor = reader.view.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    reader.view.setTextCursor(cursor)

    reader.open_find()

    assert reader.find_bar.words() == reader.view.toPlainText()[start:end]
    assert reader.matches()[1] > 0


def test_what_is_not_on_the_page_is_told(open_desk: Desk) -> None:
    open_desk.reader.open_find()

    type_words(open_desk.window, "zzz")

    assert open_desk.reader.find_bar.count_text() == "Not on this page"
    assert open_desk.reader.matches() == (None, 0)


def test_escape_closes_find_takes_the_marks_away_and_gives_the_keyboard_back(open_desk: Desk) -> None:
    reader = open_desk.reader
    reader.open_find()
    type_words(open_desk.window, "MRI")

    press(open_desk.window, Qt.Key.Key_Escape)

    assert not reader.find_bar.isVisible()
    assert reader.view.extraSelections() == []
    assert reader.matches() == (None, 0)
    assert QApplication.focusWidget() is reader.view


def test_find_opened_again_looks_for_the_same_words(open_desk: Desk) -> None:
    reader = open_desk.reader
    reader.open_find()
    type_words(open_desk.window, "MRI")
    press(open_desk.window, Qt.Key.Key_Escape)

    reader.open_find()

    assert reader.find_bar.words() == "MRI"
    assert reader.matches()[1] > 3


def test_another_page_is_searched_for_the_same_words(open_desk: Desk, reading: ReadingService) -> None:
    reader = open_desk.reader
    reader.open_find()
    type_words(open_desk.window, "bone")

    reader.show_page(reading.page(TopicId("x-ray"), Audience.PATIENT), Audience.PATIENT)

    total = reader.view.toPlainText().lower().count("bone")
    assert reader.matches()[1] == total > 0
    assert reader.view.verticalScrollBar().value() == 0, "a new page begins at its beginning"


def test_matches_are_kept_in_another_look(open_desk: Desk, look_of: LookOf) -> None:
    reader = open_desk.reader
    reader.open_find()
    type_words(open_desk.window, "MRI")
    press(open_desk.window, Qt.Key.Key_Return)
    before = reader.matches()

    reader.set_look(look_of("dark", 150))

    assert reader.matches() == before
    assert len(reader.view.extraSelections()) == before[1]


def test_words_that_a_search_found_are_marked_without_a_find_bar(open_desk: Desk) -> None:
    reader = open_desk.reader

    reader.mark_words(["MRI", "scan", "MRI scan"])

    _, total = reader.matches()
    assert total == len(reader.view.extraSelections()) > 3
    assert not reader.find_bar.isVisible()
    reader.find_step(1)
    assert reader.matches()[0] is not None


def test_the_button_to_the_sections_gives_way_to_the_find_bar(open_desk: Desk) -> None:
    reader = open_desk.reader
    reader.set_outline_button(True)
    button = button_called(reader, "On this page", QToolButton)

    reader.open_find()
    QApplication.processEvents()

    assert not button.geometry().intersects(reader.find_bar.geometry())


# --- words


@pytest.mark.parametrize(("n", "said"), [(1, "one"), (0, "0 of them"), (7, "7 of them")])
def test_one_is_told_apart_from_many(n: int, said: str) -> None:
    assert count_words("one", "{n} of them", n) == said


def test_the_marks_of_a_page_go_with_it(open_desk: Desk, reading: ReadingService) -> None:
    reader = open_desk.reader
    reader.mark_words(["MRI"])

    open_desk.put(reading.page(TopicId("x-ray"), Audience.PATIENT))

    assert reader.matches() == (None, 0)
    shown = [selection for selection in reader.view.extraSelections() if not selection.cursor.isNull()]
    assert shown == []


def test_matches_are_counted_anew_when_tables_become_blocks(open_desk: Desk) -> None:
    reader = open_desk.reader
    reader.open_find()
    type_words(open_desk.window, "MRI")

    reader.set_narrow(True)

    total = reader.view.toPlainText().lower().count("mri")
    assert reader.matches()[1] == total
    for selection in reader.view.extraSelections():
        assert selection.cursor.selectedText().lower() == "mri"
