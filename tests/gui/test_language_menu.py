"""View > Language."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from crmo_desktop.gui.language_menu import LanguageMenu
from tests.gui.conftest import Desk


def offered(menu: LanguageMenu) -> dict[str, QAction]:
    return {action.text(): action for action in menu.menu.actions()}


def test_languages_are_offered_by_their_own_names(desk: Desk) -> None:
    window = desk.open()
    menu = LanguageMenu(window, ("en", "he"), window.preferences)

    assert list(offered(menu)) == ["As the &system", "English", "עברית"]
    assert offered(menu)["As the &system"].isChecked()
    views = [entry.menu() for entry in window.menuBar().actions()]
    assert any(isinstance(view, QMenu) and menu.menu.menuAction() in view.actions() for view in views)


def test_a_choice_is_kept_and_holds_from_the_next_start_on(desk: Desk) -> None:
    window = desk.open()
    menu = LanguageMenu(window, ("en", "he"), window.preferences)

    offered(menu)["עברית"].trigger()

    assert window.preferences.language == "he"
    assert window.notice.words() == "The language changes when CRMO Desktop is opened the next time."


def test_the_choice_of_before_is_shown(desk: Desk) -> None:
    window = desk.open()
    window.preferences.language = "he"

    assert offered(LanguageMenu(window, ("en", "he"), window.preferences))["עברית"].isChecked()


def test_a_choice_that_was_made_elsewhere_is_ticked_when_the_menu_opens(desk: Desk) -> None:
    window = desk.open()
    menu = LanguageMenu(window, ("en", "he"), window.preferences)
    window.preferences.language = "he"

    menu.menu.aboutToShow.emit()

    assert [text for text, action in offered(menu).items() if action.isChecked()] == ["עברית"]
