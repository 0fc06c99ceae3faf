"""The measure finds what is cut: each fault that it knows is made on purpose."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from crmo_desktop.gui.models.key_model import KeyModel
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.page_view import PageView
from tests.gui.conftest import Show
from tests.gui.measure import faults

LONG = "Words that need a good deal of room"


def label_too_narrow(root: QWidget) -> None:
    QLabel(LONG, root).setGeometry(10, 10, 60, 20)


def label_too_low(root: QWidget) -> None:
    label = QLabel(LONG, root)
    label.setWordWrap(True)
    label.setGeometry(10, 10, 90, 15)


def word_too_long(root: QWidget) -> None:
    label = QLabel("Autoinflammatoryosteomyelitis", root)
    label.setWordWrap(True)
    label.setGeometry(10, 10, 60, 90)


def button_too_narrow(root: QWidget) -> None:
    QPushButton(LONG, root).setGeometry(10, 10, 60, 30)


def box_too_narrow(root: QWidget) -> None:
    QCheckBox(LONG, root).setGeometry(10, 10, 60, 30)


def hint_too_long(root: QWidget) -> None:
    field = QLineEdit(root)
    field.setPlaceholderText(LONG)
    field.setGeometry(10, 10, 80, 30)


def out_at_the_side(root: QWidget) -> None:
    QPushButton("Go", root).setGeometry(380, 10, 100, 40)


def out_below(root: QWidget) -> None:
    QPushButton("Go", root).setGeometry(10, 290, 100, 40)


def over_each_other(root: QWidget) -> None:
    QPushButton("Go", root).setGeometry(10, 10, 100, 40)
    QPushButton("Stop", root).setGeometry(60, 20, 100, 40)


def wider_than_its_area(root: QWidget) -> None:
    area = QScrollArea(root)
    area.setGeometry(0, 0, 200, 200)
    inner = QWidget()
    inner.resize(500, 100)
    QPushButton("Go", inner).setGeometry(10, 10, 100, 40)
    area.setWidget(inner)


def cell_too_narrow(root: QWidget) -> None:
    view = QTableView(root)
    model = KeyModel(view)
    model.set_rows([("File", LONG * 4, "Ctrl+O")])
    view.setModel(model)
    view.setGeometry(0, 0, 400, 100)


def button_over_the_page(root: QWidget) -> None:
    PageView(lambda _name, _ratio: None, root).setGeometry(0, 0, 400, 300)
    button = QToolButton(root)
    button.setText("Go")
    button.setGeometry(200, 10, 80, 40)


def hidden_behind_a_layout(root: QWidget) -> None:
    layout = QVBoxLayout(root)
    label = QLabel(LONG, root)
    label.setMaximumWidth(40)
    layout.addWidget(label, 0, Qt.AlignmentFlag.AlignLeft)


FAULTS: tuple[Callable[[QWidget], None], ...] = (
    label_too_narrow, label_too_low, word_too_long, button_too_narrow, box_too_narrow, hint_too_long,
    out_at_the_side, out_below, over_each_other, wider_than_its_area, cell_too_narrow,
    button_over_the_page, hidden_behind_a_layout,
)  # fmt: skip


@pytest.mark.parametrize("make", FAULTS, ids=lambda make: make.__name__)
def test_a_fault_is_found(make: Callable[[QWidget], None], show: Show) -> None:
    root = QWidget()
    make(root)
    show(root, 400, 300)

    assert faults(root)


def test_what_is_right_is_no_fault(show: Show, look: Look) -> None:
    root = QWidget()
    layout = QVBoxLayout(root)
    words = QLabel(LONG * 5, root)
    words.setWordWrap(True)
    field = QLineEdit(root)
    field.setPlaceholderText("Search")
    for part in (words, field, QPushButton("Go", root), QCheckBox("Tick", root)):
        layout.addWidget(part)
    layout.addStretch(1)
    show(root, 400, 300)

    assert faults(root) == []
