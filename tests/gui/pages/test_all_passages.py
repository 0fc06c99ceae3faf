from dataclasses import replace
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import ChapterId, TopicAddress
from crmo_desktop.domain.publication import Passage
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages.all_passages import AllPassagesPage
from crmo_desktop.gui.theme import NAMES, Look
from crmo_desktop.services.finding import Finder, Finding, by_topic
from crmo_desktop.services.narrowing import EVERYTHING, Filter
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.searching import SearchingService
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import button_called, has_colour, picture_of, type_words

QUERY = "night pain"


@pytest.fixture
def finding(finder: Finder) -> Finding:
    return finder.find(QUERY, audience=Audience.PATIENT, limit=1000)


@pytest.fixture
def empty(show: Show, reading: ReadingService, icons: IconShelf, look: Look) -> AllPassagesPage:
    page = AllPassagesPage(reading, icons, look)
    page.set_look(look)
    show(page, 900, 600)
    return page


@pytest.fixture
def page(empty: AllPassagesPage, finding: Finding) -> AllPassagesPage:
    empty.show_finding(finding, EVERYTHING)
    QApplication.processEvents()
    return empty


def text(page: AllPassagesPage) -> str:
    return " ".join(page.view.toPlainText().split())


def test_it_lists_all_that_the_command_line_finds_in_its_order(
    page: AllPassagesPage, searching: SearchingService
) -> None:
    hits = searching.search(QUERY, audience=Audience.PATIENT, limit=1000).hits
    addresses = [str(TopicAddress(hit.topic, hit.section)) for group in by_topic(hits) for hit in group]

    shown = [word for word in text(page).split() if word.startswith("crmo://")]

    assert len(hits) > 30
    assert shown == addresses
    for hit in hits:
        assert " ".join(hit.excerpt.split()) in text(page)


def test_its_headings_are_the_topics_in_the_order_of_their_best_passage(
    page: AllPassagesPage, finding: Finding
) -> None:
    topics = [(group[0].topic, group[0].topic_title) for group in by_topic(finding.answer.hits)]

    assert page.outline() == topics
    page.show_section(topics[3][0])
    assert page.view.section() == topics[3][0]


def test_it_says_what_it_is_and_of_which_edition(page: AllPassagesPage, reading: ReadingService) -> None:
    assert page.title() == "Find in all topics: night pain"
    assert page.view.accessibleName() == page.title()
    assert text(page).startswith("Find in all topics “night pain” ")
    assert f"edition {reading.edition.made_on.isoformat()}" in text(page)
    assert text(page).endswith("Information, not medical advice.")


def test_it_is_no_topic(page: AllPassagesPage) -> None:
    assert page.page() is None


def test_each_link_leads_to_a_topic_or_to_a_passage(
    page: AllPassagesPage, finding: Finding, qtbot: QtBot
) -> None:
    hit = next(hit for hit in finding.answer.hits if hit.section)
    address = str(TopicAddress(hit.topic, hit.section))
    links = {link.href for link in page.view.links()}

    assert address in links
    assert str(TopicAddress(hit.topic)) in links
    assert page.hit_at(address) == hit
    assert page.hit_at(str(TopicAddress(hit.topic))) is None
    link = next(link for link in page.view.links() if link.href == address)
    with qtbot.waitSignal(page.address_wanted) as wanted:
        page.view.link_activated.emit(link.href, page.view.cursorRect())
    assert wanted.args == [address]


def test_what_is_written_for_others_says_so(page: AllPassagesPage, finding: Finding) -> None:
    others = sum(hit.audience is Audience.CLINICIAN and not hit.is_help for hit in finding.answer.hits)

    assert others > 0
    assert text(page).count("For clinicians · crmo://") == others


def test_the_readers_filter_holds_here_too(empty: AllPassagesPage, finding: Finding) -> None:
    empty.show_finding(finding, Filter(ChapterId("symptoms"), own_words_only=True))

    assert "For clinicians ·" not in text(empty)
    assert "Symptoms, Families only" in text(empty)
    hits = finding.answer.hits
    wanted = {h.topic for h in hits if h.chapter_title == "Symptoms" and h.audience is Audience.PATIENT}
    assert {topic for topic, _ in empty.outline()} == wanted


def test_a_corrected_query_is_told(empty: AllPassagesPage, finder: Finder) -> None:
    empty.show_finding(finder.find("bisfosfonate", audience=Audience.PATIENT, limit=1000), EVERYTHING)

    assert "Nothing was found for “bisfosfonate”. Showing results for “" in text(empty)
    assert "bisfosfonate" not in empty.title()


def test_without_passages_it_says_so(empty: AllPassagesPage, finder: Finder) -> None:
    empty.show_finding(finder.find("zzzzqqqqxxxx", audience=Audience.PATIENT, limit=1000), EVERYTHING)

    assert "No results" in text(empty)
    assert empty.outline() == []


def test_signs_of_html_in_a_query_are_only_signs(empty: AllPassagesPage, finding: Finding) -> None:
    odd = finding._replace(answer=replace(finding.answer, query="<b>&amp;</b>"))

    empty.show_finding(odd, EVERYTHING)

    assert "“<b>&amp;</b>”" in text(empty)


def test_it_is_searched_and_copied_like_any_page(page: AllPassagesPage, finding: Finding) -> None:
    page.open_find()
    type_words(page, "bone")
    current, total = page.finding.matches()
    assert total > 10
    page.finding.step(1)
    assert page.finding.matches()[0] == ((current or 0) + 1) % total

    page.show_finding(finding, EVERYTHING)
    assert page.finding.matches()[1] == total, "and the next page at once"
    page.close_find()
    page.view.selectAll()
    page.view.copy()
    assert "crmo://topic/" in QGuiApplication.clipboard().text()


@pytest.mark.parametrize("name", NAMES)
def test_words_found_are_marked_so_that_they_can_be_read(
    name: str, page: AllPassagesPage, look_of: LookOf
) -> None:
    look = look_of(name)

    page.set_look(look)

    assert has_colour(picture_of(page.view.viewport()), look.colour("find"), least=500)
    ink = look.name_of("on_find" if look.is_high_contrast else "text")
    assert f"color: {ink};" in page._css()


def test_another_look_keeps_the_topic_being_read(page: AllPassagesPage, look_of: LookOf) -> None:
    topic = page.outline()[5][0]
    page.show_section(topic)

    page.set_look(look_of("dark", 150))
    QApplication.processEvents()

    assert page.view.section() == topic


def test_the_topics_are_in_a_menu_at_the_upper_right(page: AllPassagesPage) -> None:
    page.set_outline_button(True)
    page.hide()
    page.show()
    QApplication.processEvents()
    button = button_called(page, "On this page", QToolButton)
    menu = button.menu()

    assert button.x() > page.width() / 2
    assert [action.text() for action in menu.actions()] == [
        title.replace("&", "&&") for _, title in page.outline()
    ]


def test_before_any_search_it_is_empty(empty: AllPassagesPage, look_of: LookOf) -> None:
    empty.set_look(look_of("dark"))

    assert text(empty) == ""
    assert empty.title() == "Find in all topics: "
    assert empty.view.focusPolicy() != Qt.FocusPolicy.NoFocus


def test_it_can_be_put_on_paper(page: AllPassagesPage, finding: Finding) -> None:
    made = page.publication()

    passages = [part for part in made.contents if isinstance(part, Passage)]
    assert made.title == page.title()
    assert [part.topic for part in passages] == [topic for topic, _ in page.outline()]
    hits = [hit for part in passages for hit in ElementTree.fromstring(f"<p>{part.html}</p>").iter("h3")]
    assert len(hits) == len(finding.answer.hits)
    assert "crmo://topic/" in passages[0].html
