import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.outline_pane import OutlinePane
from crmo_desktop.gui.widgets.pinned import Pinned
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import button_called, click, has_colour, picture_of, press

SECTIONS = [("in-short", "In short"), ("protocol", "Protocols"), ("sources", "Sources")]
RELATED = [("mri", "MRI"), ("x-ray", "X-ray")]
PINNED = Pinned("red", "urgent", "Get help fast", "Fever.", "All red flags", "crmo://topic/red-flags")


@pytest.fixture
def pane(show: Show, look: Look, icons: IconShelf) -> OutlinePane:
    pane = OutlinePane(look, icons)
    pane.set_look(look)
    pane.setStyleSheet(f"#rightPane, QListView {{ background: {look.name_of('page')}; border: none; }}")
    show(pane, 228, 500)
    pane.set_page(SECTIONS, RELATED, PINNED)
    QApplication.processEvents()
    return pane


def list_called(pane: OutlinePane, name: str) -> QListView:
    return next(view for view in pane.findChildren(QListView) if view.accessibleName() == name)


def rows(view: QListView) -> list[str]:
    return [view.model().index(row, 0).data() for row in range(view.model().rowCount())]


def choose(view: QListView, row: int) -> None:
    click(view.viewport(), view.visualRect(view.model().index(row, 0)).center())


def test_it_lists_the_sections_and_the_related_topics(pane: OutlinePane) -> None:
    assert rows(list_called(pane, "On this page")) == ["In short", "Protocols", "Sources"]
    assert rows(list_called(pane, "Related topics")) == ["MRI", "X-ray"]


def test_every_row_can_be_seen(pane: OutlinePane) -> None:
    for name in ("On this page", "Related topics"):
        view = list_called(pane, name)
        last = view.model().index(view.model().rowCount() - 1, 0)
        assert view.viewport().rect().contains(view.visualRect(last))


def test_a_click_chooses_a_section_or_a_topic(pane: OutlinePane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.section_chosen) as section:
        choose(list_called(pane, "On this page"), 1)
    with qtbot.waitSignal(pane.topic_chosen) as topic:
        choose(list_called(pane, "Related topics"), 0)

    assert (section.args, topic.args) == (["protocol"], ["mri"])


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_choose_the_row_where_the_keyboard_is(key: Qt.Key, pane: OutlinePane, qtbot: QtBot) -> None:
    view = list_called(pane, "On this page")
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    press(pane, Qt.Key.Key_Down)

    with qtbot.waitSignal(pane.section_chosen) as section:
        press(pane, key)

    assert section.args == ["protocol"]


def test_a_key_without_a_row_chooses_nothing(pane: OutlinePane, qtbot: QtBot) -> None:
    pane.set_page([], [], None)
    list_called(pane, "On this page").setFocus()

    with qtbot.assertNotEmitted(pane.section_chosen):
        press(pane, Qt.Key.Key_Return)


def test_showing_a_page_or_a_section_from_code_is_silent(pane: OutlinePane, qtbot: QtBot) -> None:
    signals = (pane.section_chosen, pane.topic_chosen, pane.address_chosen)

    with (
        qtbot.assertNotEmitted(signals[0]),
        qtbot.assertNotEmitted(signals[1]),
        qtbot.assertNotEmitted(signals[2]),
    ):
        pane.set_page(SECTIONS, RELATED, PINNED)
        pane.set_current("protocol")


def test_the_section_being_read_is_marked(pane: OutlinePane, look: Look) -> None:
    view = list_called(pane, "On this page")

    def marked() -> list[str]:
        indexes = [view.model().index(row, 0) for row in range(view.model().rowCount())]
        return [
            index.data()
            for index in indexes
            if has_colour(
                picture_of(view.viewport(), view.visualRect(index)), look.colour("row_current"), least=500
            )
        ]

    assert marked() == []
    pane.set_current("protocol")
    assert marked() == ["Protocols"]
    pane.set_current("")
    assert marked() == []


def test_what_a_page_has_not_is_not_shown(pane: OutlinePane) -> None:
    pane.set_page(SECTIONS, [], None)

    visible = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert visible == ["On this page"]
    assert not list_called(pane, "Related topics").isVisible()


def test_the_link_of_the_pinned_box_leads_on(pane: OutlinePane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.address_chosen) as chosen:
        click(button_called(pane, "All red flags", QPushButton))

    assert chosen.args == ["crmo://topic/red-flags"]


def test_lists_grow_with_the_text(pane: OutlinePane, look_of: LookOf) -> None:
    view = list_called(pane, "On this page")
    before = view.height()

    pane.set_look(look_of("light", 200))
    QApplication.processEvents()

    assert view.height() > 1.6 * before
