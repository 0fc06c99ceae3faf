"""Tests of `crmo_desktop.gui.widgets.step_tabs`."""

import pytest
from PySide6.QtWidgets import QLabel, QToolButton

from crmo_desktop.gui.widgets.step_tabs import StepTabs
from tests.gui.conftest import Show
from tests.gui.hands import button_called, click, press_keys


@pytest.fixture
def tabs(show: Show) -> StepTabs:
    tabs = StepTabs("Steps")
    for words in ("Choose", "Order", "Pages"):
        tabs.add(words, QLabel(f"Part {words}"))
    show(tabs)
    return tabs


def shown(tabs: StepTabs) -> list[str]:
    return [label.text() for label in tabs.findChildren(QLabel) if label.isVisible()]


def test_the_first_is_in_front(tabs: StepTabs) -> None:
    assert shown(tabs) == ["Part Choose"]
    assert button_called(tabs, "Choose", QToolButton).isChecked()


def test_a_click_brings_another_to_the_front(tabs: StepTabs) -> None:
    click(button_called(tabs, "Pages", QToolButton))

    assert shown(tabs) == ["Part Pages"]
    assert tabs.step() == 2


def test_arrows_go_along_the_row(tabs: StepTabs) -> None:
    button_called(tabs, "Choose", QToolButton).setFocus()

    press_keys(tabs, "Right")
    assert shown(tabs) == ["Part Order"]
    press_keys(tabs, "Left")
    assert shown(tabs) == ["Part Choose"]


def test_code_can_show_one(tabs: StepTabs) -> None:
    tabs.show_step(1)

    assert shown(tabs) == ["Part Order"]
    assert button_called(tabs, "Order", QToolButton).isChecked()
