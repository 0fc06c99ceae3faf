from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.models.own_rows import OwnRow, OwnRowModel
from crmo_desktop.gui.theme import NAMES, Look
from crmo_desktop.gui.widgets.colour_row import EDGES, FILLS
from crmo_desktop.gui.widgets.own_list import OwnList, OwnRowDelegate
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import NO_KEY, has_colour, picture_of, press

DAY = OwnRow(icon="", title="Today")
MARK = OwnRow(
    icon="highlight",
    title="What is CRMO?",
    when="Today, 09:12",
    quote="most often the long bones",
    colour=2,
    words="Ask about this on Thursday.",
    foot="In short · folder Next visit",
    spoken="Highlight, green, 2, What is CRMO?: most often the long bones",
)
BOOKMARK = OwnRow(icon="bookmark", title="Spine", when="Yesterday", foot="Whole topic")
LONG = OwnRow(icon="note", title="Notes", words="The spine and the pelvis in the first year. " * 12)
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier

Listed = Callable[..., OwnList]


@pytest.fixture
def listed(show: Show, look: Look, icons: IconShelf) -> Listed:
    def make(*rows: OwnRow, width: int = 580) -> OwnList:
        holder = QWidget()
        view = OwnList(holder)
        model: OwnRowModel[OwnRow] = OwnRowModel(lambda row: row, view)
        view.setModel(model)
        delegate = OwnRowDelegate(look, icons, view)
        view.setItemDelegate(delegate)
        delegate.follow_pointer(view)
        model.set_sources(rows)
        view.resize(width, 400)
        show(holder, width, 400)
        view.setFocus()
        QApplication.processEvents()
        return view

    return make


def row_of(view: OwnList, row: int) -> QModelIndex:
    return view.model().index(row, 0)


def chosen(view: OwnList) -> list[int]:
    return sorted(index.row() for index in view.selectionModel().selectedRows())


def test_enter_opens_and_delete_deletes(listed: Listed, qtbot: QtBot) -> None:
    view = listed(MARK, BOOKMARK)
    view.setCurrentIndex(row_of(view, 1))

    with qtbot.waitSignal(view.opened) as opened:
        press(view, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.delete_wanted):
        press(view, Qt.Key.Key_Delete)

    assert opened.args[0].row() == 1


def test_an_empty_list_opens_nothing(listed: Listed, qtbot: QtBot) -> None:
    view = listed()

    with qtbot.assertNotEmitted(view.opened):
        press(view, Qt.Key.Key_Return)
    assert list(view.shown_rows()) == []


def test_up_from_the_first_row_that_can_be_chosen_goes_to_the_field(listed: Listed, qtbot: QtBot) -> None:
    view = listed(DAY, MARK, BOOKMARK)
    view.setCurrentIndex(row_of(view, 2))

    with qtbot.assertNotEmitted(view.typing_wanted):
        press(view, Qt.Key.Key_Up)
    assert view.currentIndex().row() == 1
    with qtbot.waitSignal(view.typing_wanted):
        press(view, Qt.Key.Key_Up)


def test_arrows_pass_headings(listed: Listed) -> None:
    view = listed(DAY, MARK, DAY, BOOKMARK)
    view.setCurrentIndex(row_of(view, 1))

    press(view, Qt.Key.Key_Down)

    assert view.currentIndex().row() == 3


@pytest.mark.parametrize(("modifier", "rows"), [(SHIFT, [0, 1]), (NO_KEY, [1])])
def test_shift_chooses_more(modifier: Qt.KeyboardModifier, rows: list[int], listed: Listed) -> None:
    view = listed(MARK, BOOKMARK, LONG)
    view.setCurrentIndex(row_of(view, 0))

    press(view, Qt.Key.Key_Down, modifier)

    assert chosen(view) == rows


def test_rows_are_as_high_as_their_words_at_any_width(listed: Listed, qtbot: QtBot) -> None:
    view = listed(LONG, BOOKMARK)
    wide = view.visualRect(row_of(view, 0)).height()
    assert view.visualRect(row_of(view, 1)).height() < wide

    view.resize(300, 400)

    qtbot.waitUntil(lambda: view.visualRect(row_of(view, 0)).height() > 1.5 * wide)


def test_lines_of_a_note_stay_lines(listed: Listed) -> None:
    one, two = OwnRow(icon="note", title="N", words="a b"), OwnRow(icon="note", title="N", words="a\nb")
    view = listed(one, two)

    assert view.visualRect(row_of(view, 1)).height() > view.visualRect(row_of(view, 0)).height() + 10


def test_which_rows_are_seen(listed: Listed) -> None:
    view = listed(*[LONG] * 20)

    seen = view.shown_rows()
    assert seen.start == 0
    assert 0 < len(seen) < 20

    view.scrollToBottom()
    assert view.shown_rows().stop == 20


@pytest.mark.parametrize("theme", NAMES)
def test_a_highlight_has_its_colour_bar_and_ground(theme: str, listed: Listed, look_of: LookOf) -> None:
    view, look = listed(BOOKMARK, MARK), look_of(theme)
    delegate = view.itemDelegate()
    assert isinstance(delegate, OwnRowDelegate)
    delegate.set_look(look)
    view.scheduleDelayedItemsLayout()
    QApplication.processEvents()

    image = picture_of(view.viewport(), view.visualRect(row_of(view, 1)))

    assert has_colour(image, look.colour(EDGES[2]), least=30)
    if not look.is_high_contrast:
        assert has_colour(image, look.colour(FILLS[2]), least=500)


def test_rows_that_are_chosen_have_another_ground(listed: Listed, look: Look) -> None:
    view = listed(MARK, BOOKMARK)
    ground = look.colour("row_current")
    view.setCurrentIndex(row_of(view, 0))

    assert has_colour(picture_of(view.viewport(), view.visualRect(row_of(view, 0))), ground, least=1000)
    assert not has_colour(picture_of(view.viewport(), view.visualRect(row_of(view, 1))), ground)


def test_a_mirrored_row_has_its_date_at_the_left(listed: Listed, look: Look) -> None:
    view = listed(BOOKMARK, DAY)
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    row = view.visualRect(row_of(view, 0))
    left = row.adjusted(0, 0, -row.width() // 2, -row.height() // 2)

    assert has_colour(picture_of(view.viewport(), left), look.colour("muted"))
