import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.page import Citation, Page
from crmo_desktop.gui.pages.reader import count_words
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.pinned import Pinned, PinnedStrip
from crmo_desktop.services.reading import ReadingService
from tests.gui import specimen
from tests.gui.conftest import Browser, LookOf
from tests.gui.hands import button_called, click, has_colour, picture_of
from tests.gui.pages.desk import MRI, Desk, every_page, mark_with

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
    desk.reader.finding.step(1)

    assert desk.reader.page() is None
    assert desk.reader.outline() == []
    assert not desk.reader.shows("mri")
    assert desk.reader.finding.matches() == (None, 0)


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


# --- words


@pytest.mark.parametrize(("n", "said"), [(1, "one"), (0, "0 of them"), (7, "7 of them")])
def test_one_is_told_apart_from_many(n: int, said: str) -> None:
    assert count_words("one", "{n} of them", n) == said
