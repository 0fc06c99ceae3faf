"""Tests of `crmo_desktop.gui.dialogs.handout_panes`."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.dialogs.handout_panes import ChoosingPane, ChosenPane
from crmo_desktop.gui.dialogs.paper_tools import PaperTools
from tests.gui.conftest import Show
from tests.gui.dialogs.test_paper_tools import preferences, tools  # noqa: F401 - fixtures
from tests.gui.hands import press_keys, type_words


@pytest.fixture
def holder(show: Show) -> QWidget:
    holder = QWidget()
    show(holder, 380, 600)
    return holder


@pytest.fixture
def choosing(tools: PaperTools, holder: QWidget) -> ChoosingPane:  # noqa: F811 - the fixture
    pane = ChoosingPane(tools, Audience.PATIENT, holder)
    pane.resize(holder.size())
    pane.show()
    return pane


def titles(choosing: ChoosingPane) -> list[str]:
    model = choosing.tree.model()

    def below(index: QModelIndex) -> list[str]:
        rows = [model.index(row, 0, index) for row in range(model.rowCount(index))]
        return [title for row in rows for title in (str(row.data()), *below(row))]

    return below(QModelIndex())


def test_the_reference_can_be_chosen_from_without_the_guide(choosing: ChoosingPane) -> None:
    found = titles(choosing)

    assert {"Diagnosis", "MRI and whole-body MRI", "Why the whole body?"} <= set(found)
    assert "Using this program" not in found


def test_typing_narrows_by_topic_and_by_section(choosing: ChoosingPane) -> None:
    choosing.filter.setFocus()
    type_words(choosing, "mri whole body?")

    assert titles(choosing) == ["Diagnosis", "MRI and whole-body MRI", "Why the whole body?"]
    assert choosing.tree.isExpanded(choosing.tree.model().index(0, 0))
    type_words(choosing, "xyz")
    assert titles(choosing) == []
    assert any(
        "No topic or section" in label.text() and label.isVisible() for label in choosing.findChildren(QLabel)
    )


def test_each_audience_has_its_own_sections(choosing: ChoosingPane, qtbot: QtBot) -> None:
    before = titles(choosing)
    next(button for button in choosing.switch._buttons.values() if button.isChecked()).setFocus()

    with qtbot.waitSignal(choosing.audience_chosen):
        press_keys(choosing, "Right")

    assert choosing.audience is Audience.CLINICIAN
    assert titles(choosing) != before


def test_saved_handouts_are_offered(tools: PaperTools, holder: QWidget) -> None:  # noqa: F811 - the fixture
    pane = ChosenPane(tools, holder)
    opened: list[str] = []

    def opener(uid: str) -> Callable[[bool], None]:
        return lambda _checked: opened.append(uid)

    pane.list_saved([], opener)
    menu = pane.saved
    assert [(action.text(), action.isEnabled()) for action in menu.actions()] == [("None yet", False)]
    pane.list_saved([("1", "A & B"), ("2", "C")], opener)
    assert [action.text() for action in menu.actions()] == ["A && B", "C"]
    menu.actions()[1].trigger()
    assert opened == ["2"]
