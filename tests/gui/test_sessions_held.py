"""A session from its plan to the wall, by keys alone, and what is known of it afterwards."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.session import Part, PartKind
from crmo_desktop.gui.dialogs.print_preview import PrintPreview
from crmo_desktop.gui.dialogs.session_editor import SessionEditor
from crmo_desktop.gui.dialogs.sessions import SessionsDialog
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.present_commands import PresentCommands
from crmo_desktop.gui.presenter.presenter import Presenter
from crmo_desktop.services.sessions import Sessions
from tests.gui.conftest import Desk
from tests.gui.hands import press_keys
from tests.gui.scenes import closed


@pytest.fixture
def window(desk: Desk) -> MainWindow:
    return desk.open()


def opened(window: MainWindow, qtbot: QtBot) -> SessionsDialog:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press_keys(window, "Ctrl+F5")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SessionsDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def sessions(window: MainWindow) -> Sessions:
    return window._services.own.sessions


def presenter(window: MainWindow) -> Presenter:
    (commands,) = window.findChildren(PresentCommands)
    return commands.presenter


def test_a_plan_of_the_guide_is_rehearsed_and_its_times_are_kept(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    menu = dialog.new.menu()
    assert menu is not None
    next(action for action in menu.actions() if "20" in action.text()).trigger()
    editor = QApplication.activeModalWidget()
    assert isinstance(editor, SessionEditor)
    qtbot.waitUntil(editor.isActiveWindow)
    press_keys(editor, "Alt+R")
    qtbot.waitUntil(lambda: presenter(window).held is not None)

    held = presenter(window).held
    assert held is not None
    assert not dialog.isVisible()
    shown = {matter.part for slide in held.show.deck.slides for matter in [slide.matter]}
    (session,) = sessions(window).all()
    assert shown == set(range(len(session.parts)))
    qtbot.waitUntil(held.home().isActiveWindow)
    press_keys(held.home(), "Right")
    press_keys(held.home(), "Esc")

    assert presenter(window).held is None
    (rehearsal,) = sessions(window).rehearsals(session.uid)
    assert rehearsal.is_rehearsal
    assert len(rehearsal.titles) == len(session.parts)
    over = QApplication.activeModalWidget()
    assert isinstance(over, QDialog)
    over.close()
    again = opened(window, qtbot)
    assert "rehearsed" in again.took.text()
    closed(window)


def test_a_session_of_which_nothing_is_left_is_told(window: MainWindow, qtbot: QtBot) -> None:
    gone = Part(kind=PartKind.TOPIC, target="gone", title="What an earlier edition had")
    sessions(window).begin("Old evening", Audience.PATIENT, (gone,))
    dialog = opened(window, qtbot)

    dialog.start.click()

    assert presenter(window).held is None
    assert "Nothing of this session is in this edition" in window.status.said()


def test_the_plan_goes_onto_paper_as_any_page_does(window: MainWindow, qtbot: QtBot) -> None:
    part = Part(kind=PartKind.TOPIC, target="mri", title="MRI", minutes=5)
    sessions(window).begin("Evening", Audience.PATIENT, (part,))
    dialog = opened(window, qtbot)

    dialog.print_plan.trigger()

    preview = QApplication.activeModalWidget()
    assert isinstance(preview, PrintPreview)
    qtbot.waitUntil(lambda: not preview.making.is_busy(), timeout=20_000)
    sheets = preview.pane.view._sheets
    assert sheets is not None
    assert "Minute 0 to 5: MRI" in sheets.told(0)
    closed(window)
