import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.content import TopicEntry
from crmo_desktop.gui.models.topic_model import ENTRY_ROLE, FINISHED_ROLE, TopicModel
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import CheckModel


@pytest.fixture
def model(reading: ReadingService) -> TopicModel:
    model = TopicModel()
    model.set_chapters(reading.chapters())
    return model


def test_it_is_a_model_as_qt_wants_them(model: TopicModel, check_model: CheckModel) -> None:
    check_model(model)
    model.set_chapters(())
    check_model(model)


def test_the_tree_is_the_editions(model: TopicModel, reading: ReadingService) -> None:
    chapters = [model.index(row, 0) for row in range(model.rowCount())]
    tree = [
        (chapter.data(), [model.index(row, 0, chapter).data() for row in range(model.rowCount(chapter))])
        for chapter in chapters
    ]

    assert tree == [
        (chapter.title, [entry.title for entry in chapter.topics]) for chapter in reading.chapters()
    ]
    assert model.columnCount() == 1


def test_a_topic_has_its_entry_and_a_chapter_has_none(model: TopicModel, reading: ReadingService) -> None:
    index = model.index_of("mri")
    chapter = index.parent()

    entry = index.data(ENTRY_ROLE)

    assert isinstance(entry, TopicEntry)
    assert entry == model.entry(index) == reading.entry(entry.id)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == entry.title
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert chapter.data(ENTRY_ROLE) is None
    assert model.entry(chapter) is None
    assert model.entry(QModelIndex()) is None
    assert model.data(QModelIndex()) is None


def test_every_topic_is_found_where_it_stands(model: TopicModel, reading: ReadingService) -> None:
    for place, chapter in enumerate(reading.chapters()):
        for row, entry in enumerate(chapter.topics):
            index = model.index_of(entry.id)
            assert (index.parent().row(), index.row()) == (place, row)


def test_a_topic_that_is_not_in_the_tree_is_nowhere(model: TopicModel) -> None:
    assert not model.index_of("no-such-topic").isValid()


def test_rows_can_be_chosen_and_hold_no_more_rows(model: TopicModel) -> None:
    topic = model.index_of("mri")

    assert model.rowCount(topic) == 0
    assert model.flags(topic) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(topic.parent()) & Qt.ItemFlag.ItemIsEnabled
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_another_edition_takes_the_place_of_the_old(
    model: TopicModel, reading: ReadingService, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(model.modelReset):
        model.set_chapters(reading.chapters()[-1:])

    assert model.rowCount() == 1


def test_a_topic_that_is_finished_is_told_so(model: TopicModel, qtbot: QtBot) -> None:
    mri, spine = model.index_of("mri"), model.index_of("spine")

    with qtbot.waitSignal(model.dataChanged) as changed:
        model.set_finished(frozenset({"mri", "no-such-topic"}))

    assert changed.args is not None
    assert changed.args[0] == mri
    assert mri.data(FINISHED_ROLE)
    assert not spine.data(FINISHED_ROLE)
    assert mri.data(Qt.ItemDataRole.AccessibleTextRole) == f"{mri.data()}, finished"
    assert not mri.parent().data(FINISHED_ROLE)

    model.set_finished(frozenset())
    assert mri.data(Qt.ItemDataRole.AccessibleTextRole) == mri.data()
