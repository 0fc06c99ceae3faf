import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.bone_map import BoneMap
from crmo_desktop.domain.errors import AddressError, UnknownPictureError, UnknownTopicError, UserError
from crmo_desktop.domain.identifiers import (
    HomeAddress,
    OwnAddress,
    OwnPart,
    PictureAddress,
    PictureId,
    SearchAddress,
    SectionId,
    TopicAddress,
    TopicId,
)
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.navigator import Navigator
from crmo_desktop.gui.pages.all_passages import AllPassagesPage
from crmo_desktop.gui.pages.home import HomePage
from crmo_desktop.gui.pages.home_cards import RecentCard
from crmo_desktop.gui.pages.inquiry import THREAD
from crmo_desktop.gui.pages.own_things import OwnThingsPage
from crmo_desktop.gui.pages.picture import PicturePage
from crmo_desktop.gui.pages.reader import ReaderPage
from crmo_desktop.gui.pages.search_results import HITS_SHOWN, SearchPage
from crmo_desktop.gui.pages.stack import PageStack
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.finding import Finder
from crmo_desktop.services.journal import Journal
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.trainer_questions import TrainerQuestions
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.history import HistoryRepository
from tests.gui.conftest import Show
from tests.gui.pages.own_page import sources_over
from tests.gui.sample_pictures import SampleDrawer
from tests.gui.slow_finder import SlowFinder

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
    reading: ReadingService,
    questions: TrainerQuestions,
    notebook: Notebook,
    icons: IconShelf,
    look: Look,
    show: Show,
) -> PageStack:
    """The pages, in a window of their own."""
    home = HomePage((), (), icons, "")
    home.set_look(look)
    stack = PageStack(
        home,
        lambda: ReaderPage(reading, icons, look, home),
        lambda: SearchPage(reading, questions, icons, look, home),
        lambda: AllPassagesPage(reading, icons, look, home),
        lambda: PicturePage(reading, icons, look, SampleDrawer(), home),
        lambda: OwnThingsPage(sources_over(reading, notebook)[0], icons, look, home),
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
    navigator = Navigator(reading, lambda: finder, journal, stack, Audience.PATIENT, stack)
    stack.home.address_chosen.connect(navigator.choose_from_home)
    navigator.show_home()
    yield navigator
    navigator.close()


@pytest.fixture
def told(navigator: Navigator) -> list[UserError]:
    told: list[UserError] = []
    navigator.failed.connect(told.append)
    return told


def find(navigator: Navigator, query: str, qtbot: QtBot) -> None:
    """Type `query` and wait for its results."""
    navigator.type_query(query)
    wait_for(navigator, query, qtbot)


def wait_for(navigator: Navigator, query: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not navigator.is_waiting() and navigator.query() == query)


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


def test_an_address_may_be_written_out(navigator: Navigator, qtbot: QtBot) -> None:
    navigator.go_to_text("crmo://search?q=bone%20pain")

    wait_for(navigator, "bone pain", qtbot)
    assert navigator.address() == SearchAddress("bone pain")


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
    typed: bool, navigator: Navigator, stack: PageStack, qtbot: QtBot
) -> None:
    if typed:
        navigator.type_query("pain")
    else:
        navigator.search_for("pain")
    wait_for(navigator, "pain", qtbot)
    assert stack.results.answer().hits[0].audience is Audience.PATIENT

    navigator.set_audience(Audience.CLINICIAN)
    wait_for(navigator, "pain", qtbot)

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
    assert 0 < len(stack.results.shown_hits()) <= HITS_SHOWN


@pytest.mark.parametrize("answered", [True, False])
@pytest.mark.parametrize("way", ["clear", "leave", "back"])
def test_the_page_is_given_back_as_it_was(
    way: str, answered: bool, navigator: Navigator, stack: PageStack, qtbot: QtBot
) -> None:
    navigator.go(MRI)
    view = stack.reader.view
    view.set_place(0.5)
    before, document = view.verticalScrollBar().value(), view.document()
    navigator.type_query("bo")
    navigator.type_query("bone")
    if answered:
        wait_for(navigator, "bone", qtbot)

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


def test_over_the_start_page_results_go_back_to_it(navigator: Navigator, qtbot: QtBot) -> None:
    navigator.type_query("bone")
    assert navigator.is_home(), "until there is something to show"
    wait_for(navigator, "bone", qtbot)
    assert not navigator.is_home()

    navigator.leave_search()

    assert navigator.is_home()


def test_a_page_is_given_back_in_the_words_chosen_meanwhile(
    navigator: Navigator, stack: PageStack, qtbot: QtBot
) -> None:
    navigator.go(MRI)
    find(navigator, "bone", qtbot)
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


@pytest.mark.parametrize("answered", [True, False])
def test_a_search_of_its_own_is_a_stop_and_leaving_it_goes_back(
    answered: bool, navigator: Navigator, stack: PageStack, qtbot: QtBot
) -> None:
    navigator.go(MRI)
    navigator.search_for("bone")
    if answered:
        wait_for(navigator, "bone", qtbot)
    assert shown(navigator) == "crmo://search?q=bone"

    navigator.leave_search()

    assert shown(navigator) == "crmo://topic/mri"
    assert stack.reader.shows("mri")
    assert not navigator.is_waiting()


def test_a_hit_opens_its_passage_with_the_words_marked(
    navigator: Navigator, stack: PageStack, qtbot: QtBot
) -> None:
    find(navigator, "whole-body MRI", qtbot)
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
    navigator: Navigator, stack: PageStack, qtbot: QtBot
) -> None:
    navigator.go(XRAY)
    find(navigator, "bone", qtbot)
    hit = stack.results.shown_hits()[5]
    navigator.open_hit(hit)
    assert navigator.trail.behind()[0].title == "Search: bone"

    navigator.back()
    wait_for(navigator, "bone", qtbot)
    assert stack.is_searching()

    navigator.back()
    assert stack.reader.shows("x-ray")


def test_a_hit_written_for_others_switches_the_audience(
    navigator: Navigator, stack: PageStack, qtbot: QtBot
) -> None:
    find(navigator, "gadolinium protocol STIR", qtbot)
    hit = next(hit for hit in stack.results.answer().hits if hit.audience is Audience.CLINICIAN)

    with qtbot.waitSignal(navigator.audience_changed) as changed:
        navigator.open_hit(hit)

    page = stack.reader.page()
    assert changed.args == [Audience.CLINICIAN]
    assert page is not None
    assert page.audience is Audience.CLINICIAN


def test_back_from_a_hit_it_is_still_the_one_chosen(
    navigator: Navigator, stack: PageStack, qtbot: QtBot
) -> None:
    find(navigator, "bone", qtbot)
    stack.results.set_place(7 / HITS_SHOWN)
    hit = stack.results.current_hit()
    assert hit == stack.results.shown_hits()[7]
    navigator.open_first_hit()

    navigator.back()
    wait_for(navigator, "bone", qtbot)

    assert stack.results.current_hit() == hit


def test_enter_opens_the_hit_that_is_chosen(navigator: Navigator, stack: PageStack, qtbot: QtBot) -> None:
    find(navigator, "bone", qtbot)
    first = stack.results.answer().hits[0]

    navigator.open_first_hit()

    assert stack.reader.shows(first.topic)


@pytest.mark.parametrize("query", ["zzzzqqqqxxxx", ""])
def test_where_nothing_was_found_enter_opens_nothing(
    query: str, navigator: Navigator, stack: PageStack, qtbot: QtBot
) -> None:
    navigator.type_query(query)
    qtbot.waitUntil(lambda: not navigator.is_waiting())

    with qtbot.assertNotEmitted(navigator.arrived):
        navigator.open_first_hit()

    assert not stack.is_reading()


def test_where_no_results_are_shown_enter_searches_for_what_is_typed(
    navigator: Navigator, stack: PageStack, qtbot: QtBot
) -> None:
    """As after a hit was opened, with the query still in the field."""
    navigator.go(MRI)

    navigator.open_first_hit("bone")
    wait_for(navigator, "bone", qtbot)
    assert stack.is_searching()
    navigator.leave_search()

    navigator.enter_results("bone")
    wait_for(navigator, "bone", qtbot)
    assert stack.results.isAncestorOf(QApplication.focusWidget() or stack)


def test_a_query_is_of_use_when_a_hit_is_opened(navigator: Navigator, qtbot: QtBot) -> None:
    find(navigator, "bone", qtbot)

    with qtbot.waitSignal(navigator.used) as used:
        navigator.open_first_hit()

    assert used.args == ["bone"]


# --- answers that come late


class Late:
    """A window whose search answers when it is let."""

    def __init__(self, navigator: Navigator, stack: PageStack, finder: SlowFinder) -> None:
        self.navigator, self.stack, self.finder = navigator, stack, finder
        self.seen: list[str] = []
        navigator.arrived.connect(self.note)

    def note(self) -> None:
        self.seen.append(self.navigator.query())

    def rows(self) -> list[str]:
        return [hit.excerpt for hit in self.stack.results.shown_hits()]


@pytest.fixture
def late(
    reading: ReadingService, finder: Finder, journal: Journal, stack: PageStack, qtbot: QtBot
) -> Iterator[Late]:
    slow = SlowFinder(finder)
    navigator = Navigator(reading, lambda: slow, journal, stack, Audience.PATIENT, stack)
    navigator.go(MRI)
    late = Late(navigator, stack, slow)
    yield late
    slow.let_go()
    navigator.close()


def test_results_of_an_old_query_never_replace_those_of_a_newer_one(late: Late, qtbot: QtBot) -> None:
    late.finder.hold("bo", "bone", "bone sc")
    late.navigator.type_query("bo")
    late.finder.wait_for("bo")
    late.navigator.type_query("bone")
    late.navigator.type_query("bone sc")

    late.finder.let_go("bone sc", "bone", "bo")  # the newest could answer first
    wait_for(late.navigator, "bone sc", qtbot)
    late.navigator.type_query("bone scan")
    wait_for(late.navigator, "bone scan", qtbot)

    assert late.seen == ["bone sc", "bone scan"]
    assert "bone" not in late.finder.asked, "overtaken before it was even looked for"


def test_the_old_list_stays_until_the_new_one_is_there(late: Late, qtbot: QtBot) -> None:
    find(late.navigator, "bone", qtbot)
    before = late.rows()
    late.finder.hold("naproxen")

    late.navigator.type_query("naproxen")
    late.finder.wait_for("naproxen")
    QApplication.processEvents()
    assert late.stack.is_searching()
    assert late.navigator.query() == "bone"
    assert late.rows() == before
    assert before

    late.finder.let_go()
    wait_for(late.navigator, "naproxen", qtbot)
    assert late.rows() != before
    assert late.seen == ["bone", "naproxen"]


def test_enter_before_the_answer_opens_the_first_hit_of_what_was_typed(late: Late, qtbot: QtBot) -> None:
    find(late.navigator, "bone", qtbot)
    late.finder.hold("naproxen")
    late.navigator.type_query("naproxen")
    late.finder.wait_for("naproxen")

    late.navigator.open_first_hit("naproxen")
    QApplication.processEvents()
    assert late.stack.is_searching(), "not the hit of “bone” that is on the screen"

    late.finder.let_go()
    qtbot.waitUntil(late.stack.is_reading)
    assert late.stack.reader.shows("naproxen")
    assert late.seen == ["bone", ""], "the list was not shown in between"
    late.navigator.back()
    wait_for(late.navigator, "naproxen", qtbot)
    late.navigator.back()
    assert late.stack.reader.shows("mri")


def test_enter_before_an_answer_without_hits_shows_that_there_are_none(late: Late, qtbot: QtBot) -> None:
    late.finder.hold("zzzzqqqqxxxx")
    late.navigator.type_query("zzzzqqqqxxxx")
    late.navigator.open_first_hit("zzzzqqqqxxxx")

    late.finder.let_go()

    wait_for(late.navigator, "zzzzqqqqxxxx", qtbot)
    assert late.stack.is_searching()


def test_enter_is_meant_for_what_was_typed_when_it_was_pressed(late: Late, qtbot: QtBot) -> None:
    late.finder.hold("bone")
    late.navigator.type_query("bone")
    late.navigator.open_first_hit("bone")

    late.navigator.type_query("bone scan")
    late.finder.let_go()

    wait_for(late.navigator, "bone scan", qtbot)
    assert late.stack.is_searching()


def test_down_before_the_answer_goes_into_its_list(late: Late, qtbot: QtBot) -> None:
    late.finder.hold("bone")
    late.navigator.type_query("bone")
    late.navigator.enter_results("bone")

    late.finder.let_go()

    wait_for(late.navigator, "bone", qtbot)
    assert late.stack.results.isAncestorOf(QApplication.focusWidget() or late.stack)


@pytest.mark.parametrize("over", ["page", "results"])
def test_escape_gives_the_page_back_whatever_arrives_later(over: str, late: Late, qtbot: QtBot) -> None:
    view = late.stack.reader.view
    view.set_place(0.5)
    before = view.verticalScrollBar().value()
    if over == "results":
        find(late.navigator, "naproxen", qtbot)
    late.finder.hold("bone")
    late.navigator.type_query("bone")
    late.finder.wait_for("bone")

    late.navigator.leave_search()
    assert late.stack.is_reading()
    late.seen.clear()
    late.finder.let_go()
    find(late.navigator, "bone scan", qtbot)  # the thread has done the old query by then
    late.navigator.leave_search()

    assert late.seen == ["bone scan", ""]
    assert late.stack.reader.shows("mri")
    assert view.verticalScrollBar().value() == before


@pytest.mark.parametrize("where", [HOME, XRAY])
def test_who_goes_elsewhere_meanwhile_stays_there(
    where: HomeAddress | TopicAddress, late: Late, qtbot: QtBot
) -> None:
    late.finder.hold("bone")
    late.navigator.type_query("bone")
    late.finder.wait_for("bone")

    late.navigator.go(where)
    late.finder.let_go()

    assert not late.navigator.is_waiting()
    assert late.navigator.address() == where
    assert late.navigator.trail.behind()[0].address == MRI


def test_an_address_typed_but_not_answered_can_be_copied(late: Late) -> None:
    late.finder.hold("bone")

    late.navigator.type_query("bone")

    assert late.navigator.address() == SearchAddress("bone")
    assert late.navigator.typed() == "bone"
    assert late.navigator.query() == ""


def test_the_first_page_of_the_window_waits_for_its_search(late: Late) -> None:
    late.navigator.open_first(SearchAddress("bone"))

    assert late.stack.is_searching()
    assert late.navigator.query() == "bone"


def test_closing_while_a_search_runs_waits_for_it_and_tells_nothing(late: Late, qtbot: QtBot) -> None:
    late.finder.hold("bone")
    late.navigator.type_query("bone")
    late.finder.wait_for("bone")
    threading.Timer(0.02, late.finder.let_go).start()

    late.navigator.close()
    QApplication.processEvents()

    assert late.seen == []
    assert late.stack.is_reading()
    assert THREAD not in [thread.name for thread in threading.enumerate()]


# --- all on one page


def test_all_that_is_found_is_a_stop_of_its_own(navigator: Navigator, stack: PageStack, qtbot: QtBot) -> None:
    find(navigator, "bone", qtbot)
    navigator.list_all("bone")
    qtbot.waitUntil(stack.is_listing)

    assert navigator.query() == "bone"
    assert navigator.address() == SearchAddress("bone")
    assert str(navigator.address()) == "crmo://search?q=bone"
    assert navigator.topic() is None
    assert navigator.trail.here.title == "Find in all topics: bone"
    assert len(stack.passages.outline()) > 30

    navigator.back()
    wait_for(navigator, "bone", qtbot)
    assert stack.is_searching()


def test_back_to_all_passages_comes_to_the_place_that_was_left(
    navigator: Navigator, stack: PageStack, qtbot: QtBot
) -> None:
    navigator.list_all("bone")
    qtbot.waitUntil(stack.is_listing)
    view = stack.passages.view
    view.set_place(0.5)
    before = view.verticalScrollBar().value()
    link = next(link for link in view.links() if "#" in link.href)

    navigator.open_passage(link.href)
    assert str(navigator.address()) == link.href
    assert stack.reader.view.extraSelections(), "with the words marked"
    navigator.back()
    qtbot.waitUntil(stack.is_listing)

    assert view.verticalScrollBar().value() == pytest.approx(before, abs=2)


def test_a_link_to_a_topic_opens_it(navigator: Navigator, stack: PageStack, qtbot: QtBot) -> None:
    navigator.list_all("naproxen")
    qtbot.waitUntil(stack.is_listing)

    navigator.open_passage("crmo://topic/naproxen")

    assert stack.reader.shows("naproxen")


def test_for_another_audience_all_passages_are_found_anew(
    navigator: Navigator, stack: PageStack, qtbot: QtBot
) -> None:
    navigator.list_all("naproxen")
    qtbot.waitUntil(stack.is_listing)
    before = stack.passages.view.toPlainText()

    navigator.set_audience(Audience.CLINICIAN)
    qtbot.waitUntil(lambda: not navigator.is_waiting())

    assert stack.is_listing()
    assert stack.passages.view.toPlainText() != before


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


# --- pictures


NSAIDS = PictureAddress(PictureId("response-to-nsaids"))


def test_a_picture_is_a_stop_like_any_other(navigator: Navigator, stack: PageStack) -> None:
    navigator.go(MRI)
    navigator.go(NSAIDS)

    assert stack.is_picture()
    assert navigator.topic() is None
    assert navigator.address() == NSAIDS
    picture = stack.picture.picture()
    assert picture is not None
    assert navigator.trail.here.title == picture.title
    navigator.back()
    assert stack.is_reading()
    navigator.forward()
    assert stack.is_picture()


def test_back_and_forward_find_a_picture_as_it_was_left(navigator: Navigator, stack: PageStack) -> None:
    navigator.go(NSAIDS)
    stack.picture.canvas.set_place(2.0, (80, 60))
    stack.picture.show_table(True)
    assert str(navigator.address()) == f"{NSAIDS}#table"
    navigator.go(PictureAddress(PictureId("history")))
    assert not stack.picture.is_table()

    navigator.back()

    assert stack.picture.is_table()
    assert stack.picture.canvas.zoom() == 2.0
    navigator.forward()
    assert navigator.address() == PictureAddress(PictureId("history"))


def test_an_unknown_picture_is_told_and_nothing_changes(
    navigator: Navigator, stack: PageStack, told: list[UserError]
) -> None:
    navigator.go(MRI)
    navigator.go_to_text("crmo://picture/no-such")

    assert stack.is_reading()
    assert isinstance(told[-1], UnknownPictureError)
    assert "no-such" in told[-1].message


def test_a_picture_is_shown_to_the_other_audience_where_it_is(navigator: Navigator, stack: PageStack) -> None:
    navigator.go(PictureAddress(PictureId("bone-map")))
    drawing = stack.picture.picture()
    assert drawing is not None

    navigator.set_audience(Audience.CLINICIAN)

    shown = stack.picture.picture()
    assert shown is not None
    assert isinstance(shown.drawing, BoneMap)
    assert isinstance(drawing.drawing, BoneMap)
    assert len(shown.drawing.groups) > len(drawing.drawing.groups)


def test_what_was_seen_is_offered_again_from_the_start_page(navigator: Navigator, journal: Journal) -> None:
    navigator.go(NSAIDS)

    assert [page.address for page in journal.recent_pages()] == [str(NSAIDS)]


def test_a_picture_can_be_the_first_page(navigator: Navigator, stack: PageStack) -> None:
    navigator.open_first(PictureAddress(PictureId("bone-map"), "table"))

    assert stack.is_picture()
    assert stack.picture.is_table()


# --- what the reader has made


def test_own_things_are_a_stop_like_any_other(navigator: Navigator, stack: PageStack, qtbot: QtBot) -> None:
    navigator.go(MRI)
    with qtbot.waitSignal(navigator.arrived) as arrived:
        navigator.go(OwnAddress())

    assert arrived.args == ["My notes and marks"]
    assert stack.is_mine()
    assert navigator.address() == OwnAddress()
    assert navigator.topic() is None

    navigator.back()
    assert stack.is_reading()
    navigator.forward()
    assert stack.is_mine()


def test_their_address_goes_down_to_the_part_that_is_shown(navigator: Navigator, stack: PageStack) -> None:
    navigator.go_to_text("crmo://mine#history")
    assert stack.mine.title() == "History"

    stack.mine.side.part_chosen.emit("notes")

    assert navigator.address() == OwnAddress(OwnPart.NOTES)
    assert shown(navigator) == "crmo://mine#history", "the choice is no stop of its own"


def test_back_and_forward_find_them_as_they_were_left(navigator: Navigator, stack: PageStack) -> None:
    navigator.go(OwnAddress())
    stack.mine.side.part_chosen.emit("notes")
    navigator.go(MRI)

    navigator.back()

    assert stack.mine.wanted().part is OwnPart.NOTES


def test_another_audience_leaves_them_as_they_are(navigator: Navigator, stack: PageStack) -> None:
    navigator.go(OwnAddress())

    navigator.set_audience(Audience.CLINICIAN)

    assert stack.is_mine()
