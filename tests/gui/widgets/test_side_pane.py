from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.widgets.side_pane import SidePane


def test_a_body_higher_than_the_pane_scrolls_up_and_down_only(qtbot: QtBot) -> None:
    pane = SidePane()
    qtbot.addWidget(pane)
    inner = QVBoxLayout(pane.body)
    titles: list[QLabel] = [pane.title(f"Title {number}") for number in range(40)]
    for title in titles:
        inner.addWidget(title)
    pane.show_body()
    pane.resize(220, 200)
    pane.show()

    (area,) = pane.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    assert area.horizontalScrollBar().maximum() == 0
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert {title.property("kind") for title in titles} == {"small"}
