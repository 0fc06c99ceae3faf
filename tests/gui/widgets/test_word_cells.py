import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.picture import Row, SideBySide, Words
from crmo_desktop.gui.models.side_by_side_model import SideBySideModel
from crmo_desktop.gui.stylesheet import style_sheet
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.word_cells import WordCells
from tests.gui.conftest import RESOURCES, LookOf, Show
from tests.gui.hands import press

LONG = "Words that go on for longer than a line of a narrow column could ever be, whatever is done about it"
TABLE = SideBySide(
    columns=("Disease", "A head that is longer than its column is wide at any size"),
    rows=tuple(
        Row(title=Words(text=title), cells=(Words(text=cell),))
        for title, cell in (("Short", LONG), (LONG, "Short"), ("Short", "Short"))
    ),
)


def make(look: Look, show: Show, width: int = 320) -> WordCells:
    holder = QWidget()
    holder.setStyleSheet(style_sheet(look, RESOURCES / "icons"))
    cells = WordCells(look, holder)
    cells.setModel(SideBySideModel(TABLE, cells))
    show(holder, width, 400)
    cells.setGeometry(0, 0, width, 400)
    return cells


def needed(cells: WordCells, text: str, room: int) -> int:
    wrapped = Qt.TextFlag.TextWordWrap.value
    return QFontMetrics(cells.font()).boundingRect(QRect(0, 0, room, 9999), wrapped, text).height()


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("width", [260, 320, 700])
def test_rows_and_heads_are_as_high_as_their_words(
    look_of: LookOf, show: Show, width: int, text_size: int
) -> None:
    cells = make(look_of("light", text_size), show, width)

    for row, column in ((0, 1), (1, 0)):
        assert cells.rowHeight(row) >= needed(cells, LONG, cells.columnWidth(column) - 20)
    assert cells.rowHeight(2) < cells.rowHeight(0)
    head = TABLE.columns[1]
    assert cells.horizontalHeader().height() >= needed(cells, head, cells.columnWidth(1) - 20)


def test_rows_become_lower_where_there_is_more_room(look: Look, show: Show) -> None:
    cells = make(look, show, 280)
    before = cells.rowHeight(0)

    cells.setGeometry(0, 0, 900, 400)

    assert cells.rowHeight(0) < before


def test_columns_that_are_too_narrow_scroll_instead(look: Look, show: Show) -> None:
    cells = make(look, show, 150)

    assert cells.columnWidth(0) >= look.ui(110)
    assert cells.horizontalScrollBar().maximum() > 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_open_the_cell(look: Look, show: Show, qtbot: QtBot, key: Qt.Key) -> None:
    cells = make(look, show)
    cells.setFocus()
    cells.setCurrentIndex(cells.model().index(1, 1))

    with qtbot.waitSignal(cells.opened) as told:
        press(cells, key)

    [index] = told.args
    assert isinstance(index, QModelIndex)
    assert (index.row(), index.column()) == (1, 1)
    with qtbot.assertNotEmitted(cells.opened):
        press(cells, Qt.Key.Key_Down)
        press(cells, key, Qt.KeyboardModifier.ControlModifier)
    assert cells.currentIndex().row() == 2


@pytest.mark.parametrize("theme", ["light", "hc_black"])
def test_the_cell_with_the_keyboard_has_a_ring(
    look_of: LookOf, show: Show, theme: str, qapp: QApplication
) -> None:
    look = look_of(theme)
    cells = make(look, show)
    cells.setPalette(look.palette())
    cells.setFocus()
    cells.setCurrentIndex(cells.model().index(2, 1))
    qapp.processEvents()

    image = cells.viewport().grab(cells.visualRect(cells.currentIndex())).toImage()

    edge = {_colour(image, x, 2) for x in range(10, image.width() - 10)}
    assert look.colour("on_selection").name() in edge
    assert look.colour("selection").name() in {_colour(image, x, 5) for x in range(10, image.width() - 10)}


def _colour(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name()


def test_without_a_model_there_is_nothing_to_fit(look: Look, show: Show) -> None:
    holder = QWidget()
    cells = WordCells(look, holder)
    show(holder)

    cells.set_look(look)

    assert cells.horizontalHeader().count() == 0
