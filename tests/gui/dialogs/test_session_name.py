"""Tests of `crmo_desktop.gui.dialogs.session_name`."""

from pytestqt.qtbot import QtBot

from crmo_desktop.gui.dialogs.session_name import SessionNameDialog
from crmo_desktop.gui.theme import Look
from tests.gui.conftest import Show
from tests.gui.hands import press_keys, type_words


def test_it_asks_until_a_name_can_be_had(look: Look, show: Show, qtbot: QtBot) -> None:
    given: list[str] = []

    def take(name: str) -> bool:
        given.append(name)
        return name != "Class"

    dialog = SessionNameDialog("Evening", take, look, None)
    show(dialog, 460, 260)
    assert dialog.field.hasFocus()
    assert dialog.field.selectedText() == "Evening"

    type_words(dialog, "Class")
    press_keys(dialog, "Return")
    assert dialog.isVisible()
    assert "Another session is called “Class”." in dialog.trouble.text()
    type_words(dialog, "Our  class ")
    press_keys(dialog, "Return")

    assert given == ["Class", "Our class"]
    assert not dialog.isVisible()


def test_no_name_cannot_be_chosen(look: Look, show: Show) -> None:
    dialog = SessionNameDialog("Evening", bool, look, None)
    show(dialog, 460, 260)

    dialog.field.setText("  ")
    assert not dialog.rename.isEnabled()

    dialog.close()
