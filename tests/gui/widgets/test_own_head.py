import pytest
from PySide6.QtWidgets import QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.own_head import OwnHead
from tests.gui.conftest import Show
from tests.gui.hands import button_called, type_words

ORDERS = {"newest": "Newest first", "title": "By title"}


@pytest.fixture
def head(show: Show, look: Look, icons: IconShelf) -> OwnHead:
    holder = QWidget()
    head = OwnHead(ORDERS, icons, holder)
    head.set_look(look)
    head.set_shown("Search my things", "", "newest", "Everything")
    head.resize(500, 90)
    show(holder, 520, 100)
    return head


def checked(head: OwnHead) -> list[str]:
    (menu,) = head.findChildren(QMenu)
    return [action.text() for action in menu.actions() if action.isChecked()]


def test_it_shows_what_holds(head: OwnHead) -> None:
    button_called(head, "Order: Newest first", QToolButton)
    button_called(head, "Shown: Everything", QToolButton)
    assert checked(head) == ["Newest first"]
    assert head.field.accessibleName() == "Search my things"


def test_what_is_typed_and_chosen_is_told(head: OwnHead, qtbot: QtBot) -> None:
    head.field.setFocus()
    with qtbot.waitSignal(head.words_changed) as typed:
        type_words(head, "x")
    (menu,) = head.findChildren(QMenu)
    with qtbot.waitSignal(head.order_chosen) as order:
        menu.actions()[1].trigger()
    with qtbot.waitSignal(head.side_wanted):
        button_called(head, "Shown: Everything", QToolButton).click()

    assert (typed.args, order.args) == (["x"], ["title"])


def test_setting_from_code_is_silent(head: OwnHead, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(head.words_changed), qtbot.assertNotEmitted(head.order_chosen):
        head.set_shown("Search the history", "mri", "title", "Notes")

    assert head.field.text() == "mri"
    assert checked(head) == ["By title"]


def test_what_has_one_order_only_offers_none(head: OwnHead) -> None:
    head.set_shown("Search the history", "", "", "History")

    assert [
        button.accessibleName() for button in head.findChildren(QToolButton) if not button.isHidden()
    ] == ["Shown: History"]


def test_where_the_pane_stands_beside_the_order_stands_by_the_field(head: OwnHead, qtbot: QtBot) -> None:
    order = button_called(head, "Order: Newest first", QToolButton)
    head.set_side_beside(True)
    qtbot.waitUntil(lambda: abs(order.geometry().center().y() - head.field.geometry().center().y()) < 5)
    assert button_called(head, "Shown: Everything", QToolButton).isHidden()

    head.set_side_beside(False)

    qtbot.waitUntil(lambda: order.y() >= head.field.geometry().bottom())
    assert not button_called(head, "Shown: Everything", QToolButton).isHidden()
