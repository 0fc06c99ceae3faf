import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.identifiers import PictureId, TopicId
from crmo_desktop.domain.picture import Picture, PictureTable, Row, SideBySide, Words
from crmo_desktop.gui.drawing.scene import View
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages.picture_panels.side_by_side import Panel
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.word_cells import WordCells
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import click, press

TOPIC, SECTION = "crmo://topic/one", "crmo://topic/one#signs"


def picture(*, targets: bool = True) -> Picture:
    rows = (("Measles", "Spots", ""), ("Cold", "Cough", SECTION), ("Flu", "Fever", TOPIC))
    drawing = SideBySide(
        columns=("", "What is seen"),
        rows=tuple(
            Row(
                title=Words(text=title, target=TOPIC if targets and title != "Measles" else ""),
                cells=(Words(text=cell, target=target if targets else ""),),
            )
            for title, cell, target in rows
        ),
    )
    return Picture(
        id=PictureId("made-up"),
        title="What else it may be",
        caption="",
        audience="both",
        topic=TopicId("one"),
        drawing=drawing,
        said=(),
        table=PictureTable(columns=(), numeric=(), rows=()),
        facts=(),
        sources=(),
    )


@pytest.fixture
def panel(look: Look, icons: IconShelf, show: Show) -> Panel:
    panel = Panel(picture(), View(), look, icons)
    show(panel, 438, 400)
    return panel


def table(panel: Panel) -> WordCells:
    found = panel.findChild(WordCells)
    assert found is not None
    return found


def titles(panel: Panel) -> list[str]:
    model = table(panel).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def click_head(panel: Panel, column: int) -> None:
    header = table(panel).horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 15, header.height() // 2)
    click(header.viewport(), place)


def test_a_click_on_a_head_sorts_up_then_down_then_not(panel: Panel) -> None:
    views: list[View] = []
    panel.view_changed.connect(views.append)

    for order in (["Cold", "Flu", "Measles"], ["Measles", "Flu", "Cold"], ["Measles", "Cold", "Flu"]):
        click_head(panel, 0)
        assert titles(panel) == order

    assert views == [View(sort=0), View(sort=0, falls=True), View()]


def test_keys_sort_by_the_field_above(panel: Panel, qtbot: QtBot) -> None:
    field = panel.findChild(QComboBox)
    assert field is not None
    texts = [field.itemText(at) for at in range(field.count())]
    assert texts == [
        "The picture's own order",
        "First column, A to Z",
        "First column, Z to A",
        "What is seen, A to Z",
        "What is seen, Z to A",
    ]
    field.setFocus()

    with qtbot.waitSignal(panel.view_changed) as told:
        press(field, Qt.Key.Key_End)

    assert told.args == [View(sort=1, falls=True)]
    assert titles(panel) == ["Measles", "Flu", "Cold"]
    header = table(panel).horizontalHeader()
    assert header.sortIndicatorSection() == 1


def test_what_is_set_from_outside_is_silent(panel: Panel, qtbot: QtBot, look_of: LookOf) -> None:
    with (
        qtbot.assertNotEmitted(panel.view_changed),
        qtbot.assertNotEmitted(panel.mark_wanted),
        qtbot.assertNotEmitted(panel.address_wanted),
    ):
        panel.set_view(View(sort=0))
        panel.set_mark("row-2")
        panel.set_look(look_of("dark", 150))

    assert titles(panel) == ["Cold", "Flu", "Measles"]
    assert table(panel).currentIndex().data() == "Flu"
    field = panel.findChild(QComboBox)
    assert field is not None
    assert field.currentText() == "First column, A to Z"


def test_a_view_of_another_picture_is_the_own_order(panel: Panel) -> None:
    panel.set_view(View(sort=7, falls=True, groups=("other",)))

    assert titles(panel) == ["Measles", "Cold", "Flu"]
    assert table(panel).horizontalHeader().sortIndicatorSection() == -1


def test_arrows_ring_lines_and_cells_in_the_picture(panel: Panel) -> None:
    marks: list[str] = []
    panel.mark_wanted.connect(marks.append)
    cells = table(panel)
    panel.set_mark("row-0")
    cells.setFocus()

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down):
        press(cells, key)

    assert marks == ["row-1", "row-1-1", "row-2"]


def test_enter_opens_what_the_cell_leads_to_or_its_line(panel: Panel) -> None:
    opened: list[str] = []
    panel.address_wanted.connect(opened.append)
    cells = table(panel)
    cells.setFocus()

    for mark in ("row-0", "row-1", "row-1-1", "row-2"):
        panel.set_mark(mark)
        press(cells, Qt.Key.Key_Return)

    assert opened == [TOPIC, SECTION, TOPIC]


def test_a_button_opens_it_for_the_mouse(panel: Panel, qtbot: QtBot) -> None:
    button = panel.findChild(QPushButton)
    assert button is not None
    assert not button.isEnabled()
    panel.set_mark("row-0")
    assert not button.isEnabled(), "it leads nowhere"
    panel.set_mark("row-1")

    with qtbot.waitSignal(panel.address_wanted) as told:
        click(button)

    assert told.args == [TOPIC]
    panel.set_mark("nothing-like-it")
    assert not table(panel).currentIndex().isValid()
    assert not table(panel).selectionModel().hasSelection()
    assert not button.isEnabled()


def test_there_is_no_button_where_nothing_leads_anywhere(look: Look, icons: IconShelf, show: Show) -> None:
    panel = Panel(picture(targets=False), View(sort=0), look, icons)
    show(panel)

    button = panel.findChild(QPushButton)
    assert button is not None
    assert not button.isVisible()
    assert titles(panel) == ["Cold", "Flu", "Measles"]


def test_all_that_has_the_keyboard_has_a_name(panel: Panel) -> None:
    field = panel.findChild(QComboBox)
    assert field is not None
    assert field.accessibleName() == "Sorted by"
    assert table(panel).accessibleName() == "What else it may be"
    assert (
        table(panel).model().index(0, 0, QModelIndex()).data(Qt.ItemDataRole.AccessibleTextRole)
        == "Measles. What is seen: Spots"
    )
