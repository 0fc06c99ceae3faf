"""What Qt does not turn round by itself."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.bidi import END, START
from crmo_desktop.gui.mirroring import (
    is_mirrored,
    isolated_html,
    line_option,
    margins,
    mirrored_css,
    placed,
    placed_point,
)

W = "שלום"
ROW = QRectF(100, 0, 200, 30)


def shown(html: str) -> str:
    return isolated_html(html).replace(START, "{").replace(END, "}")


@pytest.mark.parametrize(
    ("css", "turned"),
    [
        ("margin-left: 4px", "margin-right: 4px"),
        ("padding-right: 4px; border-left: 1px", "padding-left: 4px; border-right: 1px"),
        ("text-align: left", "text-align: right"),
        ("padding: 1px 2px 3px 4px;", "padding: 1px 4px 3px 2px;"),
        (
            "padding: 8px 12px; border-bottom: 2px solid red",
            "padding: 8px 12px; border-bottom: 2px solid red",
        ),
        ("margin-top: 5px", "margin-top: 5px"),
    ],
)
def test_sides_in_a_style_sheet(css: str, turned: str) -> None:
    assert mirrored_css(css) == turned
    assert mirrored_css(turned) == css


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<p>{W} <b>5</b>–7% {W}</p>", f"<p>{W} {{<b>5</b>–7%}} {W}</p>"),
        (f"<p>{W} 10<sup>9</sup>/L {W}</p>", f"<p>{W} {{10<sup>9</sup>/L}} {W}</p>"),
        (
            f'<p>{W}. <a class="cite" href="a">[1]</a> <a class="cite" href="b">[2]</a></p>',
            f'<p>{W}. {{<a class="cite" href="a">[1]</a>}} {{<a class="cite" href="b">[2]</a>}}</p>',
        ),
        ("<td>A &lt; B</td><td>[15]</td>", "<td>{A &lt; B}</td><td>{[15]}</td>"),
        (f"<p>{W} <img src='x'> CRP 5</p>", f"<p>{W} <img src='x'> {{CRP 5}}</p>"),
        ("<p></p>", "<p></p>"),
    ],
)
def test_runs_in_a_page(html: str, expected: str) -> None:
    assert shown(html) == expected


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
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
