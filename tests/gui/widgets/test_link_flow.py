import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.stylesheet import style_sheet
from crmo_desktop.gui.widgets.link_flow import FlowLink, LinkFlow
from tests.gui.conftest import RESOURCES, LookOf, Show
from tests.gui.hands import button_called, click, press

WORDS = ("bone", "bone scan", "bone marrow", "bone biopsy", "bone density")


def links(*words: str) -> list[FlowLink]:
    return [FlowLink(f"value of {word}", word, f"Go on with {word}") for word in words]


class Flow:
    """A flow above something else, in a window of its own."""

    def __init__(self, show: Show, *, lines: int = 3, keeps_line: bool = False) -> None:
        self.frame = QWidget()
        self.flow = LinkFlow(self.frame, lines=lines, keeps_line=keeps_line)
        self.below = QLabel("below", self.frame)
        layout = QVBoxLayout(self.frame)
        layout.addWidget(self.flow)
        layout.addWidget(self.below, 1)
        show(self.frame, 300, 300)

    def put(self, *words: str, label: str = "Go on with:") -> None:
        self.flow.set_links(label, links(*words))
        QApplication.processEvents()

    def resize(self, width: int) -> None:
        self.frame.resize(width, 300)
        QApplication.processEvents()

    def buttons(self) -> list[QPushButton]:
        return [button for button in self.flow.findChildren(QPushButton) if button.isVisible()]


@pytest.fixture
def flow(show: Show) -> Flow:
    return Flow(show)


def test_a_link_tells_its_value_by_mouse_and_keys(flow: Flow, qtbot: QtBot) -> None:
    flow.put(*WORDS[:2])

    with qtbot.waitSignal(flow.flow.chosen) as chosen:
        click(button_called(flow.flow, "Go on with bone scan", QPushButton))
    assert chosen.args == ["value of bone scan"]

    flow.buttons()[0].setFocus()
    with qtbot.waitSignal(flow.flow.chosen) as chosen:
        press(flow.frame, Qt.Key.Key_Space)
    assert chosen.args == ["value of bone"]


def test_setting_links_from_code_is_silent(flow: Flow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(flow.flow.chosen):
        flow.put(*WORDS)
        flow.put()


def test_links_go_on_in_the_next_line_and_none_sticks_out(flow: Flow) -> None:
    flow.put(*WORDS)
    buttons = flow.buttons()

    assert [button.text() for button in buttons] == list(WORDS)
    assert len({button.y() for button in buttons}) > 1
    assert all(button.geometry().right() <= flow.flow.width() for button in buttons)
    assert buttons[-1].geometry().bottom() <= flow.flow.height()
    assert flow.below.y() >= flow.flow.geometry().bottom()


def test_with_more_room_it_takes_fewer_lines(flow: Flow) -> None:
    flow.put(*WORDS)
    narrow = flow.flow.height()

    flow.resize(900)

    assert flow.flow.height() < narrow
    assert len({button.y() for button in flow.buttons()}) == 1


def test_what_has_no_line_is_left_out_and_comes_with_the_room(show: Show) -> None:
    flow = Flow(show, lines=1)
    flow.put(*WORDS)
    few = flow.flow.values()
    assert 0 < len(few) < len(WORDS)
    assert [button.text() for button in flow.buttons()] == [value.removeprefix("value of ") for value in few]

    flow.resize(900)

    assert len(flow.flow.values()) == len(WORDS)


def test_a_link_longer_than_the_line_is_cut_and_still_says_all_of_itself(flow: Flow) -> None:
    long = "a question that is longer than any line that this window has room for by a lot"
    flow.put(long)
    button = flow.buttons()[0]

    assert button.text().endswith("…")
    assert button.accessibleName() == f"Go on with {long}"
    assert button.geometry().right() <= flow.flow.width()

    flow.resize(1200)
    assert flow.buttons()[0].text() == long


def test_without_links_it_takes_no_room_and_shows_no_words(flow: Flow) -> None:
    flow.put()

    assert flow.flow.heightForWidth(300) == 0
    assert [label.text() for label in flow.flow.findChildren(QLabel) if label.isVisible()] == []


def test_one_that_keeps_its_line_is_as_high_without_links(show: Show) -> None:
    flow = Flow(show, lines=1, keeps_line=True)
    flow.put(*WORDS)
    before = flow.below.y()

    flow.put()

    assert flow.below.y() == before


def test_words_may_be_left_away(flow: Flow) -> None:
    flow.put("bone", label="")

    assert flow.buttons()[0].x() == 0


@pytest.mark.parametrize("size", [100, 200])
def test_larger_words_take_more_room(size: int, flow: Flow, look_of: LookOf) -> None:
    flow.put(*WORDS)

    flow.frame.setStyleSheet(style_sheet(look_of("light", size), RESOURCES / "icons"))
    QApplication.processEvents()

    for button in flow.buttons():
        assert button.width() >= min(button.sizeHint().width(), flow.flow.width())
        assert button.geometry().right() <= flow.flow.width()
