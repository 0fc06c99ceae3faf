"""What Qt does not turn round by itself."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.mirroring import (
    align_to_beginning,
    direction_of,
    is_mirrored,
    line_option,
    margins,
    placed,
    placed_point,
)

W = "שלום"
ROW = QRectF(100, 0, 200, 30)


def test_places_in_a_row() -> None:
    area = QRectF(110, 5, 20, 10)

    assert placed(area, ROW, mirrored=False) == area
    assert placed(area, ROW, mirrored=True) == QRectF(270, 5, 20, 10)
    assert placed_point(QPointF(110, 5), 20, ROW, mirrored=True) == QPointF(270, 5)


def test_words_in_a_row_are_at_its_beginning_in_their_own_direction() -> None:
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute

    assert line_option(W, mirrored=True).alignment() == right
    assert line_option(W, mirrored=True).textDirection() == Qt.LayoutDirection.RightToLeft
    assert line_option("MRI", mirrored=True).alignment() == right
    assert line_option("MRI", mirrored=True).textDirection() == Qt.LayoutDirection.LeftToRight
    assert line_option("MRI", mirrored=False).alignment() == Qt.AlignmentFlag.AlignLeft


def test_margins_go_with_the_window(qtbot: QtBot, qapp: QApplication) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert margins(1, 2, 3, 4) == (1, 2, 3, 4)
    assert not is_mirrored(widget)

    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert margins(1, 2, 3, 4) == (3, 2, 1, 4)
        assert is_mirrored(widget)
        label = QLabel("MRI", widget)
        align_to_beginning(label)
        assert label.alignment() & Qt.AlignmentFlag.AlignRight
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_words_run_in_their_own_direction() -> None:
    assert direction_of("75 children") == Qt.LayoutDirection.LeftToRight
    assert direction_of(f"75 {W}") == Qt.LayoutDirection.RightToLeft
    assert direction_of("") == Qt.LayoutDirection.LeftToRight
