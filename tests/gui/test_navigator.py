from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import AddressError, UnknownTopicError, UserError
from crmo_desktop.domain.identifiers import HomeAddress, SearchAddress, SectionId, TopicAddress, TopicId
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.navigator import Navigator
from crmo_desktop.gui.pages.all_passages import AllPassagesPage
from crmo_desktop.gui.pages.home import HomePage
from crmo_desktop.gui.pages.home_cards import RecentCard
from crmo_desktop.gui.pages.reader import ReaderPage
from crmo_desktop.gui.pages.search_results import HITS_SHOWN, SearchPage
from crmo_desktop.gui.pages.stack import PageStack
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.journal import Journal
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.finding import Finder
from crmo_desktop.services.trainer_questions import TrainerQuestions
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.history import HistoryRepository
from tests.gui.conftest import Show

MRI, XRAY, HELP = (TopicAddress(TopicId(id)) for id in ("mri", "x-ray", "help-start"))
HOME = HomeAddress()
BOTH = TopicAddress(TopicId("bone-map"), SectionId("cohort-germany"))  # a section written for both audiences


class Clock:
    """A time that tests can turn."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, 12, tzinfo=datetime.now().astimezone().tzinfo)

    def now(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def stack(
    reading: ReadingService, questions: TrainerQuestions, icons: IconShelf, look: Look, show: Show
) -> PageStack:
    """The pages, in a window of their own."""
    home = HomePage((), (), icons, "")
    home.set_look(look)
    stack = PageStack(
        home,
        lambda: ReaderPage(reading, icons, look, home),
        lambda: SearchPage(reading, questions, icons, look, home),
        lambda: AllPassagesPage(reading, icons, look, home),
    )
    show(stack, 900, 600)
    return stack


@pytest.fixture
def journal(tmp_path: Path, clock: Clock) -> Iterator[Journal]:
    notebook = Notebook(tmp_path / "notes.sqlite")
    yield Journal(HistoryRepository(notebook), now=clock.now)
    notebook.close()


@pytest.fixture
def navigator(
    reading: ReadingService, finder: Finder, journal: Journal, stack: PageStack
) -> Iterator[Navigator]:
    navigator = Navigator(reading, finder, journal, stack, Audience.PATIENT, stack)
    stack.home.address_chosen.connect(navigator.choose_from_home)
    navigator.show_home()
    yield navigator
    navigator.close()


@pytest.fixture
def told(navigator: Navigator) -> list[UserError]:
    told: list[UserError] = []
    navigator.failed.connect(told.append)
    return told


def shown(navigator: Navigator) -> str:
    """What the trail says is shown."""
    return str(navigator.trail.here.address)


# --- going somewhere


def test_at_first_the_start_page_is_shown(navigator: Navigator, stack: PageStack) -> None:
    assert stack.is_home()
    assert navigator.is_home()
    assert navigator.address() == HOME
    assert navigator.topic() is None
    assert navigator.query() == ""


def test_an_address_is_shown_and_its_title_told(
    navigator: Navigator, stack: PageStack, reading: ReadingService, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(navigator.arrived) as arrived:
        navigator.go(MRI)

    entry = reading.entry(MRI.topic)
    assert arrived.args == [entry.title]
    assert navigator.topic() == entry
    assert stack.reader.shows("mri")
    assert navigator.trail.here.title == entry.title


def test_an_address_with_a_section_leads_there(navigator: Navigator, stack: PageStack) -> None:
    navigator.go(BOTH)

    assert stack.reader.view.section() == "cohort-germany"
    assert navigator.address() == BOTH


def test_the_address_follows_what_is_being_read(navigator: Navigator, stack: PageStack) -> None:
    navigator.go(MRI)
    assert navigator.address() == MRI, "above the first section"
    section = stack.reader.outline()[1][0]

    stack.reader.show_section(section)

    assert str(navigator.address()) == f"crmo://topic/mri#{section}"


def test_an_address_may_be_written_out(navigator: Navigator) -> None:
    navigator.go_to_text("crmo://search?q=bone%20pain")

    assert navigator.query() == "bone pain"


@pytest.mark.parametrize(
    "text", ["crmo://topic/no-such-topic", "no-such-topic", "Not an address!", "https://a.b"]
)
def test_an_address_that_leads_nowhere_says_so_and_changes_nothing(
    text: str, navigator: Navigator, stack: PageStack, told: list[UserError], qtbot: QtBot
) -> None:
    navigator.go(MRI)
    stack.reader.view.set_place(0.5)
    before = stack.reader.view.verticalScrollBar().value()

    with qtbot.assertNotEmitted(navigator.arrived):
        navigator.go_to_text(text)

    assert len(told) == 1
    assert isinstance(told[0], UnknownTopicError | AddressError)
    assert shown(navigator) == "crmo://topic/mri"
    assert stack.reader.shows("mri")
    assert stack.reader.view.verticalScrollBar().value() == before
    assert navigator.trail.ahead() == ()


def test_a_section_that_is_not_there_is_told_and_the_page_shown_from_its_beginning(
    navigator: Navigator, stack: PageStack, told: list[UserError]
) -> None:
    navigator.go_to_text("mri#no-such-section")

    assert stack.reader.shows("mri")
    assert stack.reader.view.verticalScrollBar().value() == 0
    assert [error.message for error in told] == [
        "“MRI and whole-body MRI” has no section “no-such-section” here."
    ]
    assert told[0].hint == "The page is shown from its beginning."


def test_the_first_page_may_be_any_and_else_is_the_start_page(
    navigator: Navigator, stack: PageStack, told: list[UserError]
) -> None:
    navigator.open_first(MRI)
    assert stack.is_reading()


def test_a_first_page_that_is_not_there_is_the_start_page(
    navigator: Navigator, stack: PageStack, told: list[UserError], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(navigator.arrived) as arrived:
        navigator.open_first(TopicAddress(TopicId("no-such-topic")))

    assert stack.is_home()
    assert arrived.args == ["Start page"]
    assert len(told) == 1


def test_going_where_one_is_adds_no_stop(navigator: Navigator) -> None:
    navigator.go(MRI)
    navigator.go(MRI)

    assert len(navigator.trail.behind()) == 1


# --- back and forward


def test_back_and_forward_come_to_the_place_that_was_left(navigator: Navigator, stack: PageStack) -> None:
    navigator.go(MRI)
    view = stack.reader.view
    view.set_place(0.5)
    mri = view.verticalScrollBar().value()
    navigator.go(XRAY)
    assert view.verticalScrollBar().value() == 0
    view.set_place(0.25)
    x_ray = view.verticalScrollBar().value()

    navigator.back()
    assert stack.reader.shows("mri")
    assert view.verticalScrollBar().value() == mri

    navigator.forward()
    assert stack.reader.shows("x-ray")
    assert view.verticalScrollBar().value() == x_ray

    navigator.back(2)
    assert navigator.is_home()


def test_at_the_ends_back_and_forward_do_nothing(navigator: Navigator, qtbot: QtBot) -> None:
    navigator.go(MRI)

    with qtbot.assertNotEmitted(navigator.arrived):
        navigator.forward()
        navigator.back(7)

    assert shown(navigator) == "crmo://topic/mri"


def test_a_new_way_forgets_the_old_one(navigator: Navigator) -> None:
    navigator.go(MRI)
    navigator.go(XRAY)
    navigator.back()

    navigator.go(HELP)

    assert navigator.trail.ahead() == ()
    assert [str(stop.address) for stop in navigator.trail.behind()] == ["crmo://topic/mri", "crmo://home"]


# --- neighbours


def test_topics_follow_each_other_in_reading_order_to_the_ends(
    navigator: Navigator, reading: ReadingService
) -> None:
    order = [entry.id for chapter in reading.chapters() for entry in chapter.topics]
    navigator.go(TopicAddress(order[0]))

    navigator.step_topic(-1)
    assert shown(navigator) == f"crmo://topic/{order[0]}"
    navigator.step_topic(1)
    assert shown(navigator) == f"crmo://topic/{order[1]}"
    navigator.step_topic(-1)
    assert shown(navigator) == f"crmo://topic/{order[0]}"

    navigator.go(TopicAddress(order[-1]))
    navigator.step_topic(1)
    assert shown(navigator) == f"crmo://topic/{order[-1]}"


def test_from_the_start_page_there_are_no_neighbours(navigator: Navigator) -> None:
    navigator.step_topic(1)
    navigator.step_section(1)

    assert navigator.is_home()


def test_sections_follow_each_other_to_the_ends(navigator: Navigator, stack: PageStack) -> None:
    navigator.go(MRI)
    names = [name for name, _ in stack.reader.outline()]

    reached = []
    for _ in names:
        navigator.step_section(1)
        reached.append(stack.reader.view.section())
    assert reached == names
    navigator.step_section(1)
    assert stack.reader.view.section() == names[-1]
    for _ in names:
        navigator.step_section(-1)
    assert stack.reader.view.section() == names[0]


# --- for whom


def test_another_audience_is_told_and_the_section_kept(
    navigator: Navigator, stack: PageStack, qtbot: QtBot
) -> None:
    navigator.go(BOTH)

    with qtbot.waitSignal(navigator.audience_changed) as changed:
        navigator.set_audience(Audience.CLINICIAN)

    page = stack.reader.page()
    assert changed.args == [Audience.CLINICIAN]
    assert page is not None
    assert page.audience is navigator.audience is Audience.CLINICIAN
    assert stack.reader.view.section() == "cohort-germany"
    assert len(navigator.trail.behind()) == 1, "no stop of its own"


def test_the_audience_that_is_on_changes_nothing(navigator: Navigator, qtbot: QtBot) -> None:
    navigator.go(MRI)

    with qtbot.assertNotEmitted(navigator.audience_changed), qtbot.assertNotEmitted(navigator.arrived):
        navigator.set_audience(Audience.PATIENT)


def test_on_the_start_page_another_audience_stays_there(navigator: Navigator) -> None:
    navigator.set_audience(Audience.CLINICIAN)
    assert navigator.is_home()

    navigator.go(MRI)
    assert navigator.audience is Audience.CLINICIAN


@pytest.mark.parametrize("typed", [True, False])
def test_results_are_searched_anew_for_another_audience(
    typed: bool, navigator: Navigator, stack: PageStack
) -> None:
    if typed:
        navigator.type_query("pain")
    else:
        navigator.search_for("pain")
    assert stack.results.answer().hits[0].audience is Audience.PATIENT

    navigator.set_audience(Audience.CLINICIAN)

    assert stack.is_searching()
    assert stack.results.answer().hits[0].audience is Audience.CLINICIAN


def test_a_door_of_the_start_page_says_for_whom(navigator: Navigator, stack: PageStack, qtbot: QtBot) -> None:
    with qtbot.waitSignal(navigator.audience_changed):
        stack.home.address_chosen.emit(MRI, Audience.CLINICIAN)

    page = stack.reader.page()
    assert page is not None
    assert page.audience is Audience.CLINICIAN


def test_other_ways_from_the_start_page_keep_the_audience(navigator: Navigator, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(navigator.audience_changed):
        navigator.choose_from_home(MRI, None)
        navigator.choose_from_home(XRAY, Audience.PATIENT)

    assert shown(navigator) == "crmo://topic/x-ray"


# --- searching


def test_results_lie_over_the_page_while_one_types(
    navigator: Navigator, stack: PageStack, qtbot: QtBot
) -> None:
    navigator.go(MRI)

    with qtbot.waitSignal(navigator.arrived) as arrived:
        navigator.type_query("bone pain")

    assert arrived.args == ["Search: bone pain"]
    assert stack.is_searching()
    assert navigator.query() == "bone pain"
    assert navigator.topic() is None
    assert navigator.address() == SearchAddress("bone pain")
    assert shown(navigator) == "crmo://topic/mri", "no stop of its own yet"
    assert 0 < len(stack.results.answer().hits) <= HITS_SHOWN


@pytest.mark.parametrize("way", ["clear", "leave", "back"])
def test_the_page_is_given_back_as_it_was(way: str, navigator: Navigator, stack: PageStack) -> None:
    navigator.go(MRI)
    view = stack.reader.view
    view.set_place(0.5)
    before, document = view.verticalScrollBar().value(), view.document()
    navigator.type_query("b")
    navigator.type_query("bone")

    match way:
        case "clear":
            navigator.type_query("")
        case "leave":
            navigator.leave_search()
        case _:
            navigator.back()

    assert stack.is_reading()
    assert view.verticalScrollBar().value() == before
    assert view.document() is document, "not even set again"
    assert navigator.query() == ""
    assert navigator.address() != SearchAddress("bone")


def test_over_the_start_page_results_go_back_to_it(navigator: Navigator) -> None:
    navigator.type_query("bone")
    assert not navigator.is_home()

    navigator.leave_search()

    assert navigator.is_home()


def test_a_page_is_given_back_in_the_words_chosen_meanwhile(navigator: Navigator, stack: PageStack) -> None:
    navigator.go(MRI)
    navigator.type_query("bone")
    navigator.set_audience(Audience.CLINICIAN)

    navigator.leave_search()

    page = stack.reader.page()
    assert page is not None
    assert page.audience is Audience.CLINICIAN


def test_leaving_a_search_that_is_not_there_does_nothing(navigator: Navigator, qtbot: QtBot) -> None:
    navigator.go(MRI)

    with qtbot.assertNotEmitted(navigator.arrived):
        navigator.leave_search()
        navigator.type_query("")


def test_a_search_of_its_own_is_a_stop_and_leaving_it_goes_back(navigator: Navigator) -> None:
    navigator.go(MRI)
    navigator.search_for("bone")
    assert shown(navigator) == "crmo://search?q=bone"

    navigator.leave_search()

    assert shown(navigator) == "crmo://topic/mri"


def test_a_hit_opens_its_passage_with_the_words_marked(navigator: Navigator, stack: PageStack) -> None:
    navigator.type_query("whole-body MRI")
    hit = next(hit for hit in stack.results.answer().hits if hit.section and hit.marks)

    navigator.open_hit(hit)

    view = stack.reader.view
    marked = {selection.cursor.selectedText().lower() for selection in view.extraSelections()}
    assert stack.reader.shows(hit.topic)
    assert view.section() == hit.section
    assert marked
    assert marked <= {hit.excerpt[start : start + length].lower() for start, length in hit.marks}
    assert QApplication.focusWidget() is view


def test_back_from_a_hit_are_the_results_and_behind_them_the_page(
    navigator: Navigator, stack: PageStack
) -> None:
    navigator.go(XRAY)
    navigator.type_query("bone")
    navigator.open_first_hit()

    navigator.back()
    assert stack.is_searching()
    assert navigator.query() == "bone"

    navigator.back()
    assert stack.reader.shows("x-ray")


def test_a_hit_written_for_others_switches_the_audience(
    navigator: Navigator, stack: PageStack, qtbot: QtBot
) -> None:
    navigator.type_query("gadolinium protocol STIR")
    hit = next(hit for hit in stack.results.answer().hits if hit.audience is Audience.CLINICIAN)

    with qtbot.waitSignal(navigator.audience_changed) as changed:
        navigator.open_hit(hit)

    page = stack.reader.page()
    assert changed.args == [Audience.CLINICIAN]
    assert page is not None
    assert page.audience is Audience.CLINICIAN


def test_enter_opens_the_hit_that_is_chosen(navigator: Navigator, stack: PageStack) -> None:
    navigator.type_query("bone")
    first = stack.results.answer().hits[0]

    navigator.open_first_hit()

    assert stack.reader.shows(first.topic)


@pytest.mark.parametrize("query", ["zzzzqqqqxxxx", ""])
def test_where_nothing_was_found_enter_opens_nothing(
    query: str, navigator: Navigator, stack: PageStack, qtbot: QtBot
) -> None:
    navigator.type_query(query)

    with qtbot.assertNotEmitted(navigator.arrived):
        navigator.open_first_hit()

    assert not stack.is_reading()


# --- what was read


def recent(stack: PageStack) -> list[tuple[str, str]]:
    card = stack.home.findChild(RecentCard)
    assert isinstance(card, RecentCard)
    links = [link.text() for link in card.findChildren(QPushButton) if not link.isHidden()]
    return list(zip(links, [label.text() for label in card.findChildren(QLabel)], strict=False))


def test_the_start_page_offers_what_was_read_last(
    navigator: Navigator, stack: PageStack, clock: Clock, reading: ReadingService
) -> None:
    for address in (MRI, XRAY, HELP):
        navigator.go(address)

    navigator.go(HOME)

    titles = [reading.entry(address.topic).title for address in (XRAY, MRI)]
    assert [title for title, _ in recent(stack)] == titles, "the latest first, no pages of the guide"


@pytest.mark.parametrize(("days", "words"), [(0, "today"), (1, "yesterday"), (12, "12 days ago")])
def test_the_start_page_says_when_it_was_read(
    days: int, words: str, navigator: Navigator, stack: PageStack, clock: Clock
) -> None:
    navigator.go(MRI)
    clock.time += timedelta(days=days)

    navigator.go(HOME)

    assert [when for _, when in recent(stack)][-1] == words


def test_how_far_a_page_was_read_is_noted(navigator: Navigator, stack: PageStack, journal: Journal) -> None:
    navigator.go(MRI)
    page = stack.reader.page()
    assert page is not None
    stack.reader.view.set_place(0.5)

    navigator.go(HOME)

    assert journal.place_of(page) == pytest.approx(0.5, abs=0.01)
