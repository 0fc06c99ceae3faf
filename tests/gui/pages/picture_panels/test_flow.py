"""Tests of `crmo_desktop.gui.pages.picture_panels.flow`."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.identifiers import PictureId, TopicId
from crmo_desktop.domain.picture import Picture, PictureTable
from crmo_desktop.gui.drawing.scene import View
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages.picture_panels.flow import Panel
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.answer_button import AnswerButton
from tests.gui.conftest import LookOf, Show
from tests.gui.drawing.examples import FLOW
from tests.gui.hands import press

PICTURE = Picture(
    id=PictureId("diagnosis-path"),
    title="Path to the diagnosis",
    caption="From suspicion to diagnosis.",
    audience="clinician",
    topic=TopicId("diagnosis-overview"),
    drawing=FLOW,
    said=(),
    table=PictureTable(columns=(), numeric=(), rows=()),
    facts=(),
    sources=(),
)


@pytest.fixture
def panel(qtbot: QtBot, look: Look, icons: IconShelf, show: Show) -> Iterator[Panel]:
    holder = QWidget()
    panel = Panel(PICTURE, View(), look, icons, holder)
    show(holder, 500, 700)
    panel.resize(438, 650)
    panel.show()
    yield panel
    holder.hide()


def words(panel: Panel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.parent() is panel]


def answers(panel: Panel) -> list[AnswerButton]:
    return [button for button in panel.findChildren(AnswerButton) if not button.isHidden()]


def button(panel: Panel, words: str) -> QPushButton:
    [found] = [button for button in panel.findChildren(QPushButton) if button.text() == words]
    return found


def views(panel: Panel) -> list[View]:
    seen: list[View] = []
    panel.view_changed.connect(seen.append)
    return seen


def test_with_the_whole_chart_it_asks_the_first_question(panel: Panel) -> None:
    assert words(panel)[:2] == ["1. Question", FLOW.steps[0].title.text]
    assert [answer.accessibleName().partition(":")[0] for answer in answers(panel)] == ["Yes"]
    assert not button(panel, "Back").isEnabled()
    assert not button(panel, "Start again").isEnabled()


def test_answers_lead_on_and_keep_the_way(panel: Panel) -> None:
    seen = views(panel)

    answers(panel)[0].click()
    answers(panel)[1].click()

    assert seen == [View(step="flags", trail=("suspect",)), View(step="tests", trail=("suspect", "flags"))]
    assert panel.step() is FLOW.step("tests")
    assert [answer.accessibleName().partition(":")[0] for answer in answers(panel)] == ["Go on"]


def test_back_and_start_again(panel: Panel) -> None:
    seen = views(panel)
    panel.set_view(View(step="tests", trail=("suspect", "flags")))

    button(panel, "Back").click()
    button(panel, "Back").click()
    assert seen == [View(step="flags", trail=("suspect",)), View()]
    assert answers(panel)[0].hasFocus()

    panel.set_view(View(step="tests", trail=("suspect", "flags")))
    button(panel, "Start again").click()
    assert seen[-1] == View()
    assert words(panel)[1] == FLOW.steps[0].title.text


def test_every_answer_is_reached_by_keys_which_ring_it_in_the_picture(panel: Panel) -> None:
    marks: list[str] = []
    panel.mark_wanted.connect(marks.append)
    panel.set_view(View(step="several", trail=("suspect",)))
    button(panel, "Read more").setFocus(Qt.FocusReason.TabFocusReason)

    reached = []
    for _ in range(5):
        press(panel, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())

    assert reached[:2] == answers(panel)
    assert reached[2:] == [
        button(panel, "Back"), button(panel, "Start again"), button(panel, "Red flags"),
    ]  # fmt: skip
    assert marks == ["answer:decide", "answer:biopsy"]


def test_in_the_whole_chart_keys_ring_the_step_that_an_answer_leads_to(panel: Panel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.mark_wanted) as wanted:
        answers(panel)[0].setFocus(Qt.FocusReason.TabFocusReason)
    assert wanted.args == ["flags"]


def test_after_an_answer_by_keys_the_keyboard_is_at_the_next_one(panel: Panel) -> None:
    answers(panel)[0].setFocus(Qt.FocusReason.TabFocusReason)
    press(panel, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is answers(panel)[0]

    press(panel, Qt.Key.Key_Space)
    assert panel.step().kind == "end"
    assert QApplication.focusWidget() is button(panel, "Start again")


def test_what_is_set_from_code_is_silent(panel: Panel, qtbot: QtBot, look: Look) -> None:
    with (
        qtbot.assertNotEmitted(panel.view_changed),
        qtbot.assertNotEmitted(panel.mark_wanted),
        qtbot.assertNotEmitted(panel.address_wanted),
    ):
        panel.set_view(View(step="several"))
        panel.set_mark("answer:decide")
        panel.set_look(look)

    assert panel.step() is FLOW.step("several")
    assert [answer.property("pointed") for answer in answers(panel)] == [True, None]
    panel.set_mark("")
    assert not answers(panel)[0].property("pointed")


def test_links_tell_where_there_is_more(panel: Panel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.address_wanted) as wanted:
        button(panel, "Read more").click()
    assert wanted.args == [FLOW.steps[0].title.target]
    assert FLOW.steps[0].title.text in button(panel, "Read more").accessibleName()

    with qtbot.waitSignal(panel.address_wanted) as wanted:
        button(panel, "Red flags").click()
    assert wanted.args == ["crmo://topic/red-flags"]


def test_a_step_that_there_is_not_is_the_first(panel: Panel) -> None:
    panel.set_view(View(step="nowhere"))

    assert panel.step() is FLOW.steps[0]


@pytest.mark.parametrize("id", [step.id for step in FLOW.steps])
def test_nothing_is_cut_at_twice_the_size(panel: Panel, look_of: LookOf, id: str) -> None:
    panel.set_look(look_of("hc_white", 200))
    panel.set_view(View(step=id))
    panel.resize(438, panel.heightForWidth(438))
    QApplication.processEvents()

    for label in panel.findChildren(QLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width())
