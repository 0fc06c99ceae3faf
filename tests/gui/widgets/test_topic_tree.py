import pytest
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.models.topic_model import ENTRY_ROLE, TopicModel
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.topic_tree import TopicTree
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import click, colours_in, has_colour, move_mouse, picture_of, press, type_words


@pytest.fixture
def tree(show: Show, look: Look, icons: IconShelf, reading: ReadingService) -> TopicTree:
    tree = TopicTree(look, icons)
    tree.setStyleSheet(f"background: {look.name_of('sidebar')}; border: none;")
    show(tree, 288, 600)
    tree.set_chapters(reading.chapters())
    tree.setFocus()
    return tree


def at(tree: TopicTree, topic: str) -> QModelIndex:
    model = tree.model()
    assert isinstance(model, TopicModel)
    return model.index_of(topic)


def test_the_first_chapter_is_open(tree: TopicTree) -> None:
    model = tree.model()

    assert tree.isExpanded(model.index(0, 0))
    assert not tree.isExpanded(model.index(1, 0))


def test_an_empty_edition_has_an_empty_tree(tree: TopicTree) -> None:
    tree.set_chapters(())

    assert tree.model().rowCount() == 0


def test_a_click_on_a_topic_opens_it(tree: TopicTree, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tree.topic_chosen) as chosen:
        click(tree.viewport(), tree.visualRect(at(tree, "names-and-codes")).center())

    assert chosen.args == ["names-and-codes"]


def test_a_click_on_a_chapter_folds_it_and_opens_no_topic(tree: TopicTree, qtbot: QtBot) -> None:
    chapter = tree.model().index(0, 0)

    with qtbot.assertNotEmitted(tree.topic_chosen):
        click(tree.viewport(), tree.visualRect(chapter).center())
        assert not tree.isExpanded(chapter)
        click(tree.viewport(), tree.visualRect(chapter).center())
        assert tree.isExpanded(chapter)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_open_a_topic_and_fold_a_chapter(key: Qt.Key, tree: TopicTree, qtbot: QtBot) -> None:
    tree.setCurrentIndex(at(tree, "names-and-codes"))
    with qtbot.waitSignal(tree.topic_chosen) as chosen:
        press(tree, key)
    assert chosen.args == ["names-and-codes"]

    chapter = tree.model().index(1, 0)
    tree.setCurrentIndex(chapter)
    press(tree, key)
    assert tree.isExpanded(chapter)


def test_arrows_fold_and_move_and_open_nothing(tree: TopicTree, qtbot: QtBot) -> None:
    first = tree.model().index(0, 0)
    tree.setCurrentIndex(first)

    with qtbot.assertNotEmitted(tree.topic_chosen):
        press(tree, Qt.Key.Key_Left)
        assert not tree.isExpanded(first)
        press(tree, Qt.Key.Key_Right)
        assert tree.isExpanded(first)
        press(tree, Qt.Key.Key_Down)

    assert tree.currentIndex() == tree.model().index(0, 0, first)


def test_typing_finds_a_topic_by_its_first_letters(tree: TopicTree, qtbot: QtBot) -> None:
    tree.setCurrentIndex(tree.model().index(0, 0))
    wanted = at(tree, "who-gets-crmo")

    with qtbot.assertNotEmitted(tree.topic_chosen):
        type_words(tree, wanted.data()[:3])

    assert tree.currentIndex() == wanted


def test_a_key_without_a_row_opens_nothing(tree: TopicTree, qtbot: QtBot) -> None:
    tree.setCurrentIndex(QModelIndex())

    with qtbot.assertNotEmitted(tree.topic_chosen):
        press(tree, Qt.Key.Key_Return)


def test_the_tree_follows_the_page_without_telling_anybody(tree: TopicTree, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tree.topic_chosen):
        tree.show_topic("mri")

    index = at(tree, "mri")
    assert tree.shown_topic() == "mri"
    assert tree.isExpanded(index.parent())
    assert tree.currentIndex() == index
    assert tree.viewport().rect().contains(tree.visualRect(index))


def test_the_topic_shown_has_its_ground_and_loses_it(tree: TopicTree, look: Look) -> None:
    tree.show_topic("names-and-codes")
    row = tree.visualRect(at(tree, "names-and-codes"))
    assert has_colour(picture_of(tree.viewport(), row), look.colour("row_current"), least=1000)

    tree.show_topic("")
    assert tree.shown_topic() == ""
    assert tree.selectedIndexes() == []
    assert not has_colour(picture_of(tree.viewport(), row), look.colour("row_current"), least=1000)


def test_the_row_under_the_pointer_is_plain_again_when_the_pointer_is_elsewhere(
    tree: TopicTree, look: Look
) -> None:
    row = tree.visualRect(at(tree, "names-and-codes"))
    move_mouse(tree.viewport(), row.center())
    assert has_colour(picture_of(tree.viewport(), row), look.colour("row_hover"), least=1000)

    for part in (tree.viewport(), tree):
        QApplication.sendEvent(part, QEvent(QEvent.Type.Leave))

    assert not has_colour(picture_of(tree.viewport(), row), look.colour("row_hover"), least=1000)


def test_an_arrow_shows_whether_a_chapter_is_open(tree: TopicTree, look: Look) -> None:
    chapter = tree.model().index(0, 0)
    row = tree.visualRect(chapter)
    row.setRight(34)

    opened = picture_of(tree.viewport(), row)
    tree.collapse(chapter)
    closed = picture_of(tree.viewport(), row)

    assert has_colour(opened, look.colour("muted"))
    assert has_colour(closed, look.colour("muted"))
    assert opened != closed


def test_rows_follow_the_width_and_the_look(tree: TopicTree, look_of: LookOf) -> None:
    model = tree.model()
    longest = max(
        (model.index(row, 0, model.index(0, 0)) for row in range(model.rowCount(model.index(0, 0)))),
        key=lambda index: len(index.data()),
    )
    wide = tree.visualRect(longest).height()

    tree.resize(150, 600)
    QApplication.processEvents()
    narrow = tree.visualRect(longest).height()
    tree.set_look(look_of("dark", 200))
    QApplication.processEvents()

    assert wide < narrow < tree.visualRect(longest).height()


@pytest.mark.parametrize(("theme", "ink"), [("light", "good"), ("hc_black", "on_row_current")])
def test_a_finished_topic_has_a_tick_at_its_end(
    tree: TopicTree, look_of: LookOf, theme: str, ink: str
) -> None:
    look = look_of(theme)
    tree.set_look(look)
    tree.show_topic("names-and-codes")
    end = tree.visualRect(at(tree, "names-and-codes"))
    end = end.adjusted(end.width() - 40, 6, -14, -6)
    bare = picture_of(tree.viewport(), end)
    assert len(colours_in(bare)) == 1

    tree.set_finished(frozenset({"names-and-codes"}))

    ticked = colours_in(picture_of(tree.viewport(), end))
    wanted = look.colour(ink).lightness()
    drawn = [QColor(name).lightness() for name in ticked]
    ground = QColor(next(iter(colours_in(bare)))).lightness()
    assert min(abs(wanted - one) for one in drawn) < abs(wanted - ground) / 3


def test_a_tick_takes_its_room_from_the_words(tree: TopicTree) -> None:
    tree.resize(170, 600)
    QApplication.processEvents()
    model = tree.model()
    rows = [model.index(row, 0, model.index(0, 0)) for row in range(model.rowCount(model.index(0, 0)))]
    before = sum(tree.visualRect(row).height() for row in rows)

    tree.set_finished(frozenset(row.data(ENTRY_ROLE).id for row in rows))
    QApplication.processEvents()

    assert sum(tree.visualRect(row).height() for row in rows) > before
