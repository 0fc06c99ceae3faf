"""The list of sessions: tests of `crmo_desktop.gui.dialogs.sessions`."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import NotesMissingError
from crmo_desktop.domain.publication import Publication
from crmo_desktop.domain.session import Session
from crmo_desktop.gui.dialogs.session_editor import SessionEditor
from crmo_desktop.gui.dialogs.session_name import SessionNameDialog
from crmo_desktop.gui.dialogs.session_tools import SessionTools
from crmo_desktop.gui.dialogs.sessions import SessionsDialog
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import Show
from tests.gui.hands import press_keys
from tests.gui.session_samples import begun, rehearsal, tools_of


@pytest.fixture
def tools(reading: ReadingService, look: Look, icons: IconShelf) -> SessionTools:
    return tools_of(reading, look, icons)


def opened(tools: SessionTools, show: Show) -> SessionsDialog:
    dialog = SessionsDialog(tools, None)
    show(dialog, dialog.width(), dialog.height())
    return dialog


def names(tools: SessionTools) -> list[str]:
    return [session.name for session in tools.sessions.all()]


def editor() -> SessionEditor:
    found = QApplication.activeModalWidget()
    assert isinstance(found, SessionEditor)
    return found


def test_without_sessions_it_says_how_to_begin(tools: SessionTools, show: Show) -> None:
    dialog = opened(tools, show)

    assert dialog.list.isHidden()
    assert "No session is kept yet" in dialog._about.text()
    assert dialog.new.hasFocus()
    assert not dialog.start.isEnabled()
    assert not dialog.save_file.isEnabled()


def test_a_plan_of_the_guide_becomes_a_session(tools: SessionTools, show: Show) -> None:
    dialog = opened(tools, show)
    menu = dialog.new.menu()
    assert menu is not None
    entries = [action for action in menu.actions() if not action.isSeparator()]
    assert [action.text() for action in entries][:2] == ["Empty, for &families", "Empty, for &clinicians"]
    assert len(entries) == 8

    entries[4].trigger()
    found = editor()
    found.accept()

    (session,) = tools.sessions.all()
    assert session.from_agenda == "families-session-90"
    assert (session.minutes, session.audience) == (90, Audience.PATIENT)
    assert dialog.current() == session
    assert dialog.list.hasFocus()
    assert dialog._area.verticalScrollBar().maximum() == 0, "the window has grown with the list"


def test_an_empty_one_is_opened_and_kept(tools: SessionTools, show: Show) -> None:
    dialog = opened(tools, show)

    dialog.begin_empty(Audience.CLINICIAN)
    editor().picking.wanted.emit("topic:red-flags", True)
    editor().accept()
    dialog.begin_empty(Audience.CLINICIAN)
    editor().accept()

    assert names(tools) == ["New session", "New session (2)"]
    assert [len(session.parts) for session in tools.sessions.all()] == [1, 0]


def test_it_is_copied_and_renamed(tools: SessionTools, show: Show) -> None:
    begun(tools)
    dialog = opened(tools, show)

    dialog.copy.click()
    assert names(tools) == ["Evening", "Evening (2)"]
    press_keys(dialog, "F2")
    asking = QApplication.activeModalWidget()
    assert isinstance(asking, SessionNameDialog)
    asking.field.setText("Class")
    asking.rename.click()

    assert names(tools) == ["Class", "Evening"]
    assert "Now called “Class”" in dialog.said.text()


def test_what_was_deleted_comes_back_with_what_it_took(tools: SessionTools, show: Show) -> None:
    session = begun(tools)
    tools.sessions.keep_rehearsal(rehearsal(session))
    dialog = opened(tools, show)
    assert "rehearsed in 3:15 of 7:30 minutes" in dialog.took.text()

    press_keys(dialog, "Del")
    assert names(tools) == []
    assert dialog.undo.hasFocus()
    press_keys(dialog, "Ctrl+Z")

    assert tools.sessions.all() == (session,)
    assert "rehearsed" in dialog.took.text()
    dialog.take_back()
    assert tools.sessions.all() == (session,)


def test_nothing_is_done_to_no_session(tools: SessionTools, show: Show) -> None:
    dialog = opened(tools, show)

    for act in (
        dialog.change_session, dialog.copy_session, dialog.ask_name, dialog.delete_session,
        dialog.ask_place, dialog.print,
    ):  # fmt: skip
        act()

    assert QApplication.activeModalWidget() in (None, dialog)
    assert names(tools) == []


@pytest.mark.parametrize("is_rehearsal", [True, False])
def test_it_is_held_or_rehearsed(tools: SessionTools, show: Show, qtbot: QtBot, is_rehearsal: bool) -> None:
    session = begun(tools)
    dialog = opened(tools, show)

    with qtbot.waitSignal(dialog.start_wanted) as started:
        (dialog.rehearse if is_rehearsal else dialog.start).click()

    assert started.args == [session, is_rehearsal]
    assert not dialog.isVisible()


def test_starting_from_the_editor_closes_both(tools: SessionTools, show: Show, qtbot: QtBot) -> None:
    begun(tools)
    dialog = opened(tools, show)
    dialog.list.change_wanted.emit()

    with qtbot.waitSignal(dialog.start_wanted) as started:
        editor().start.click()

    assert isinstance(started.args[0], Session)
    assert not dialog.isVisible()


def test_a_session_without_parts_cannot_be_held(tools: SessionTools, show: Show) -> None:
    begun(tools, parts=())
    dialog = opened(tools, show)

    assert not dialog.start.isEnabled()
    assert dialog.took.text() == "Neither rehearsed nor held yet."


def test_it_goes_out_as_a_file_and_comes_in_again(
    tools: SessionTools, show: Show, reading: ReadingService, look: Look, icons: IconShelf, tmp_path: Path
) -> None:
    begun(tools)
    dialog = opened(tools, show)
    dialog.save_file.trigger()
    (asking,) = dialog.findChildren(QFileDialog)
    assert Path(asking.selectedFiles()[0]).name == "Evening (2026-11-26).crmo-session"
    path = tmp_path / "evening.crmo-session"
    asking.fileSelected.emit(str(path))
    asking.close()
    assert "Saved as “evening.crmo-session”" in dialog.said.text()
    theirs = tools_of(reading, look, icons)
    other = opened(theirs, show)

    other.ask_file()
    choosing = other.findChildren(QFileDialog)[-1]
    choosing.fileSelected.emit(str(path))
    choosing.close()

    assert theirs.sessions.all() == tools.sessions.all()
    assert "Taken in: “Evening”." in other.said.text()
    assert "This edition does not have: What an earlier edition had." in other.said.text()
    other.take_in(path)
    assert "was here already" in other.said.text()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no session from CRMO Desktop"),
        ('{"format": "crmo-desktop-session", "version": 9}', "newer version"),
        (
            json.dumps(
                {
                    "format": "crmo-desktop-session", "version": 1, "uid": "1", "name": "a",
                    "audience": "patient", "parts": [{"kind": "film"}],
                }
            ),
            "Part 1 of the session",
        ),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_taken_in_is_told_in_a_sentence(
    tools: SessionTools, show: Show, tmp_path: Path, text: str, told: str
) -> None:
    path = tmp_path / "odd.crmo-session"
    path.write_text(text, encoding="utf-8")
    dialog = opened(tools, show)

    dialog.take_in(path)

    assert told in dialog.said.text()
    assert "Nothing has changed here." in dialog.said.text()
    assert names(tools) == []


def test_a_place_that_cannot_be_written_to_is_told(tools: SessionTools, show: Show, tmp_path: Path) -> None:
    session = begun(tools)
    dialog = opened(tools, show)

    dialog._on_place(session, str(tmp_path / "gone" / "evening.crmo-session"))

    assert "Saved" not in dialog.said.text()
    assert dialog.said.text()


def test_its_plan_goes_onto_paper(tools: SessionTools, show: Show, qtbot: QtBot) -> None:
    begun(tools)
    dialog = opened(tools, show)

    with qtbot.waitSignal(dialog.print_wanted) as wanted:
        dialog.print_plan.trigger()

    (plan,) = wanted.args
    assert isinstance(plan, Publication)
    assert plan.title == "Evening"


def test_trouble_with_the_file_is_told(tools: SessionTools, show: Show) -> None:
    tools.sessions.trouble = NotesMissingError
    dialog = opened(tools, show)

    assert "Backups of it are kept." in dialog._trouble.text()
