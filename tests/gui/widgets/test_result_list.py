from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import SectionId, TopicId
from crmo_desktop.domain.search import SearchHit
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.models.rows import RowModel
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.result_list import HitDelegate, ResultList
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import click, has_colour, picture_of, press

HIT = SearchHit(
    topic=TopicId("mri"),
    topic_title="MRI",
    chapter_title="Diagnosis",
    section=SectionId("protocol"),
    section_title="Protocols",
    excerpt="Whole-body MRI finds lesions that do not hurt.",
    marks=((11, 3),),
    why="",
    audience=Audience.PATIENT,
)


class Results:
    def __init__(self, show: Show, look: Look, icons: IconShelf) -> None:
        self.frame = QWidget()
        self.list = ResultList(self.frame)
        self.model: RowModel[SearchHit] = RowModel(self.list)
        self.list.setModel(self.model)
        self.delegate = HitDelegate(look, icons, self.list)
        self.list.setItemDelegate(self.delegate)
        self.delegate.follow_pointer(self.list)
        self.frame.setStyleSheet(f"QListView {{ background: {look.name_of('page')}; border: none; }}")
        show(self.frame, 600, 500)
        self.list.setGeometry(0, 0, 600, 500)
        self.put(HIT, HIT, HIT)
        self.list.setFocus()

    def put(self, *hits: SearchHit) -> None:
        self.model.set_rows([(hit, hit.topic_title) for hit in hits])
        QApplication.processEvents()

    def row(self, number: int) -> QImage:
        return picture_of(self.list.viewport(), self.list.visualRect(self.model.index(number, 0)))

    def height(self, number: int) -> int:
        return self.list.visualRect(self.model.index(number, 0)).height()


@pytest.fixture
def results(show: Show, look: Look, icons: IconShelf) -> Results:
    return Results(show, look, icons)


# --- keys


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_open_the_row_where_the_keyboard_is(key: Qt.Key, results: Results, qtbot: QtBot) -> None:
    results.list.setCurrentIndex(results.model.index(0, 0))
    press(results.list, Qt.Key.Key_Down)

    with qtbot.waitSignal(results.list.opened) as opened:
        press(results.list, key)

    assert opened.args is not None
    assert opened.args[0].row() == 1


def test_a_click_opens_a_row(results: Results, qtbot: QtBot) -> None:
    place = results.list.visualRect(results.model.index(2, 0)).center()

    with qtbot.waitSignal(results.list.opened) as opened:
        click(results.list.viewport(), place)

    assert opened.args is not None
    assert opened.args[0].row() == 2


def test_escape_leaves(results: Results, qtbot: QtBot) -> None:
    with qtbot.waitSignal(results.list.left):
        press(results.list, Qt.Key.Key_Escape)


def test_up_on_the_first_row_goes_back_to_typing(results: Results, qtbot: QtBot) -> None:
    results.list.setCurrentIndex(results.model.index(1, 0))

    with qtbot.assertNotEmitted(results.list.typing_wanted):
        press(results.list, Qt.Key.Key_Up)
    with qtbot.waitSignal(results.list.typing_wanted):
        press(results.list, Qt.Key.Key_Up)


def test_choosing_a_row_from_code_is_silent(results: Results, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(results.list.opened):
        results.list.setCurrentIndex(results.model.index(1, 0))
        results.put(HIT)


def test_without_results_keys_open_nothing(results: Results, qtbot: QtBot) -> None:
    results.put()
    results.list.setCurrentIndex(QModelIndex())

    with qtbot.assertNotEmitted(results.list.opened):
        press(results.list, Qt.Key.Key_Return)


# --- rows


@pytest.mark.parametrize("name", ["light", "dark", "sepia", "hc_black", "hc_white"])
def test_the_words_found_are_marked(name: str, show: Show, look_of: LookOf, icons: IconShelf) -> None:
    look = look_of(name)
    results = Results(show, look, icons)
    results.put(HIT, HIT, replace(HIT, marks=()))

    assert has_colour(results.row(1), look.colour("find"), least=150)
    assert not has_colour(results.row(2), look.colour("find"), least=150)


def test_the_current_row_has_its_ground(results: Results, look: Look) -> None:
    results.list.setCurrentIndex(results.model.index(1, 0))

    assert has_colour(results.row(1), look.colour("row_current"), least=5000)
    assert not has_colour(results.row(0), look.colour("row_current"), least=5000)


def test_a_row_says_why_it_matched_in_a_line_of_its_own(results: Results, look: Look) -> None:
    results.put(HIT, replace(HIT, why="Humira = adalimumab"))

    assert results.height(1) >= results.height(0) + 14
    assert has_colour(results.row(1), look.colour("evidence_title"), least=5)
    assert not has_colour(results.row(0), look.colour("evidence_title"), least=5)


def test_a_row_says_when_it_is_written_for_others(results: Results, look: Look) -> None:
    results.put(HIT, replace(HIT, audience=Audience.CLINICIAN))
    assert results.height(1) > results.height(0)
    assert has_colour(results.row(1), look.colour("aud_clinician"), least=5)

    results.delegate.audience = Audience.CLINICIAN
    results.put(HIT, replace(HIT, audience=Audience.CLINICIAN), replace(HIT, is_help=True))
    assert results.height(0) > results.height(1) == results.height(2), "the guide is for everybody"
    assert has_colour(results.row(0), look.colour("aud_family"), least=5)


def test_a_hit_on_a_topic_as_a_whole_has_no_section(results: Results) -> None:
    results.put(HIT, replace(HIT, section=None, section_title=""))

    assert results.row(0) != results.row(1)


def test_a_row_is_as_high_as_its_words_need(results: Results, look_of: LookOf, qtbot: QtBot) -> None:
    results.put(HIT, replace(HIT, excerpt="One word after the other. " * 12))
    assert results.height(1) > results.height(0) + 30
    wide = results.height(1)

    results.list.resize(300, 500)
    qtbot.waitUntil(lambda: results.height(1) > wide)

    usual = results.height(0)
    results.delegate.set_look(look_of("light", 200))
    results.list.scheduleDelayedItemsLayout()
    qtbot.waitUntil(lambda: results.height(0) > 1.5 * usual)


def test_a_row_is_laid_out_once_until_something_about_it_changes(
    results: Results, look_of: LookOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While somebody types, many hits come again."""
    laid_out: list[SearchHit] = []
    lay_out = results.delegate._lay_out_hit

    def noted(hit: SearchHit, width: int) -> object:
        laid_out.append(hit)
        return lay_out(hit, width)

    monkeypatch.setattr(results.delegate, "_lay_out_hit", noted)
    other = replace(HIT, excerpt="Another.")

    results.put(HIT, other)
    assert laid_out == [other]
    results.delegate.audience = results.delegate.audience
    results.put(other, HIT)
    results.row(0)
    assert laid_out == [other]

    results.delegate.audience = Audience.CLINICIAN
    results.put(HIT)
    assert laid_out == [other, HIT]
    results.delegate.set_look(look_of("dark"))
    results.put(HIT)
    assert laid_out == [other, HIT, HIT]


def test_so_many_rows_that_memory_would_fill_are_forgotten(results: Results) -> None:
    results.put(*(replace(HIT, excerpt=f"Row {number}.") for number in range(700)))

    assert results.height(0) > 0
    assert len(results.delegate._rows) <= 300


def test_the_list_has_a_name(results: Results) -> None:
    assert results.list.accessibleName() == "Search results"
