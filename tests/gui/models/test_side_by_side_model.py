from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from crmo_desktop.domain.picture import Row, SideBySide, Words
from crmo_desktop.gui.models.side_by_side_model import SideBySideModel
from tests.gui.conftest import CheckModel

TABLE = SideBySide(
    columns=("Disease", "Sign"),
    rows=tuple(
        Row(title=Words(text=title), cells=(Words(text=cell),))
        for title, cell in (("Measles", "Spots"), ("cold", "Cough"), ("Flu", "Fever"))
    ),
)


def shown(model: SideBySideModel) -> list[list[object]]:
    return [[model.index(row, column).data() for column in range(2)] for row in range(model.rowCount())]


def test_it_is_what_views_rely_on(check_model: CheckModel) -> None:
    model = SideBySideModel(TABLE)
    check_model(model)
    model.sort_by(0)
    check_model(model)


def test_it_shows_lines_and_heads() -> None:
    model = SideBySideModel(TABLE)

    assert shown(model) == [["Measles", "Spots"], ["cold", "Cough"], ["Flu", "Fever"]]
    assert [model.headerData(at, Qt.Orientation.Horizontal) for at in range(2)] == ["Disease", "Sign"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0


def test_it_is_sorted_by_a_column_whatever_the_case() -> None:
    model = SideBySideModel(TABLE)

    model.sort_by(0)
    assert [row[0] for row in shown(model)] == ["cold", "Flu", "Measles"]
    model.sort_by(1, falls=True)
    assert [row[1] for row in shown(model)] == ["Spots", "Fever", "Cough"]
    model.sort_by(None)
    assert [row[0] for row in shown(model)] == ["Measles", "cold", "Flu"]


def test_what_is_current_stays_on_its_line() -> None:
    model = SideBySideModel(TABLE)
    kept = QPersistentModelIndex(model.index(0, 1))

    model.sort_by(0)

    assert (kept.row(), kept.data()) == (2, "Spots")
    assert model.number(kept) == 0
    assert model.index_of(0).row() == 2
    assert model.index_of(0, 1).data() == "Spots"


def test_a_title_says_its_whole_line_and_is_bold() -> None:
    model = SideBySideModel(TABLE)

    title, cell = model.index(2, 0), model.index(2, 1)
    assert title.data(Qt.ItemDataRole.AccessibleTextRole) == "Flu. Sign: Fever"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Fever"
    font = title.data(Qt.ItemDataRole.FontRole)
    assert isinstance(font, QFont)
    assert font.weight() == 600
    assert cell.data(Qt.ItemDataRole.FontRole) is None
    assert model.words(cell) == Words(text="Fever")


def test_it_has_nothing_to_say_of_what_is_not_there() -> None:
    model = SideBySideModel(TABLE)

    assert model.data(QModelIndex()) is None
    assert model.number(QModelIndex()) is None
    assert model.words(QModelIndex()) is None
    assert not model.index_of(7).isValid()
