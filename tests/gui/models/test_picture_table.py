"""A picture as a table: what views and screen readers are told of it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from crmo_desktop.domain.picture import Words
from crmo_desktop.gui.models.picture_table import PictureTableModel
from tests.gui.conftest import CheckModel
from tests.gui.sample_pictures import TARGET, empty_table, picture_of_rows

Role = Qt.ItemDataRole


def model() -> PictureTableModel:
    made = PictureTableModel()
    made.set_table(picture_of_rows().table)
    return made


def test_it_is_a_model_as_qt_wants_it(check_model: CheckModel) -> None:
    check_model(model())


def test_an_empty_one_too(check_model: CheckModel) -> None:
    made = PictureTableModel()
    made.set_table(empty_table())
    check_model(made)
    assert made.rowCount() == made.columnCount() == 0


def test_cells_say_their_words_and_to_a_screen_reader_the_head_of_their_column() -> None:
    made = model()

    assert made.data(made.index(0, 0)) == "Fever"
    assert made.data(made.index(0, 1)) == "Seldom"
    assert made.data(made.index(0, 0), Role.AccessibleTextRole) == "Fever"
    assert made.data(made.index(0, 1), Role.AccessibleTextRole) == "CRMO: Seldom"
    empty = replace(picture_of_rows().table, rows=((Words(text=""), Words(text="a"), Words(text="")),))
    made.set_table(empty)
    assert made.data(made.index(0, 0), Role.AccessibleTextRole) == "What is compared: empty"
    assert made.data(made.index(0, 2), Role.AccessibleTextRole) == "Bacterial infection of bone: empty"
    assert made.headerData(1, Qt.Orientation.Horizontal) == "CRMO"
    assert made.headerData(1, Qt.Orientation.Vertical) is None
    assert made.headerData(9, Qt.Orientation.Horizontal) is None
    assert made.headerData(1, Qt.Orientation.Horizontal, Role.ToolTipRole) is None


def test_a_cell_that_leads_somewhere_says_so() -> None:
    made = model()
    linked, plain = made.index(0, 0), made.index(2, 1)

    words = made.words(linked)
    assert words is not None
    assert words.target == TARGET
    assert made.data(linked, Role.AccessibleDescriptionRole)
    assert made.data(plain, Role.AccessibleDescriptionRole) is None
    font = made.data(linked, Role.FontRole)
    assert isinstance(font, QFont)
    assert font.underline()
    assert made.data(plain, Role.FontRole) is None


def test_numbers_stand_at_the_right() -> None:
    table = picture_of_rows().table
    made = PictureTableModel()
    made.set_table(type(table)(columns=table.columns, numeric=(False, True, False), rows=table.rows))

    sides = [made.data(made.index(0, column), Role.TextAlignmentRole) for column in range(3)]
    right = Qt.AlignmentFlag.AlignRight
    assert [isinstance(side, Qt.AlignmentFlag) and right in side for side in sides] == [False, True, False]
    head = made.headerData(1, Qt.Orientation.Horizontal, Role.TextAlignmentRole)
    assert isinstance(head, int)
    assert head & Qt.AlignmentFlag.AlignRight.value


def test_there_is_nothing_beside_it() -> None:
    made = model()
    assert made.words(made.index(9, 9)) is None
    assert made.data(made.index(9, 9)) is None
