"""A session put together by a trainer's hands: tests of `crmo_desktop.gui.dialogs.session_editor`."""

import pytest
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import NotesMissingError
from crmo_desktop.domain.session import Part, PartKind, Session
from crmo_desktop.gui.dialogs.session_editor import SessionEditor
from crmo_desktop.gui.dialogs.session_tools import SessionTools
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.step_tabs import StepTabs
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import Show
from tests.gui.hands import press_keys, type_words
from tests.gui.session_samples import begun, rehearsal, tools_of


@pytest.fixture
def tools(reading: ReadingService, look: Look, icons: IconShelf) -> SessionTools:
    return tools_of(reading, look, icons)


@pytest.fixture
def editor(tools: SessionTools, show: Show) -> SessionEditor:
    return opened(tools, begun(tools), show)


def opened(tools: SessionTools, session: Session, show: Show) -> SessionEditor:
    editor = SessionEditor(session, tools, None)
    show(editor, editor.width(), editor.height())
    return editor


def kept(tools: SessionTools) -> Session:
    (session,) = tools.sessions.all()
    return session


def targets(tools: SessionTools) -> list[str]:
    return [part.target or part.title for part in kept(tools).parts]


def show_step(editor: SessionEditor, number: int) -> None:
    tabs = editor.findChild(StepTabs)
    if tabs is not None:
        tabs.show_step(number)


def said(editor: SessionEditor) -> str:
    return editor._said.text()


def rows(editor: SessionEditor) -> list[str]:
    model = editor.order.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_by_keys_alone_parts_are_put_in_and_kept(tools: SessionTools, show: Show) -> None:
    editor = opened(tools, begun(tools, parts=()), show)
    assert editor.picking.filter.hasFocus()
    assert not editor.start.isEnabled()

    type_words(editor, "no germ has been found")
    press_keys(editor, "Tab")
    assert editor.picking.tree.hasFocus()
    for key in ("Down", "Down", "Space"):
        press_keys(editor, key)

    assert targets(tools) == ["q-no-germ"]
    assert "Put in as part 1" in said(editor)
    assert editor.start.isEnabled()
    press_keys(editor, "Space")
    assert targets(tools) == []
    press_keys(editor, "Ctrl+Z")
    assert targets(tools) == ["q-no-germ"]
    press_keys(editor, "Esc")
    assert not editor.isVisible()


def test_a_part_comes_behind_the_current_one(editor: SessionEditor, tools: SessionTools) -> None:
    editor.order.list.setCurrentIndex(editor.order.list.model().index(0, 0))

    editor.picking.wanted.emit("topic:red-flags", True)
    editor.picking.wanted.emit("picture:bone-map", True)

    assert targets(tools) == ["mri#in-short", "red-flags", "bone-map", "A break", "gone"]
    assert editor.order.list.place() == 2


def test_parts_are_moved_by_keys_and_by_dragging(editor: SessionEditor, tools: SessionTools) -> None:
    show_step(editor, 1)
    editor.order.list.setFocus()
    press_keys(editor, "Alt+Down")
    assert targets(tools) == ["A break", "mri#in-short", "gone"]
    assert "Now part 2" in said(editor)

    editor.order.list.place_wanted.emit(2)
    assert targets(tools) == ["A break", "gone", "mri#in-short"]
    press_keys(editor, "Del")
    assert targets(tools) == ["A break", "gone"]
    editor.order.up.click()
    assert targets(tools) == ["gone", "A break"]
    editor.order.undo.click()
    assert targets(tools) == ["A break", "gone"]


def test_minutes_and_notes_are_kept_as_they_are_typed(editor: SessionEditor, tools: SessionTools) -> None:
    show_step(editor, 1)
    editor.order.list.setFocus()
    press_keys(editor, "Return")
    assert editor.part.minutes.hasFocus()

    editor.part.minutes.selectAll()
    type_words(editor, "12")
    editor.part.note.setFocus()
    type_words(editor, "Wait  here ")

    part = kept(tools).parts[0]
    assert (part.minutes, part.note) == (12, "Wait  here ")
    assert editor.part.note.toPlainText() == "Wait  here "
    assert said(editor) == "Saved"
    assert editor.order.together.text() == "Together: 14.5 minutes, 1 part without minutes"


def test_own_words_are_written_in_place(editor: SessionEditor, tools: SessionTools) -> None:
    editor.order.own.click()
    assert editor.part.heading.hasFocus()

    type_words(editor, "Welcome ")
    editor.part.lines.setFocus()
    type_words(editor, "Rules of the room")

    assert kept(tools).parts[1] == Part(kind=PartKind.OWN, title="Welcome", words=("Rules of the room",))
    assert rows(editor)[1].startswith("2.  Welcome")


def test_what_is_gone_is_marked(editor: SessionEditor) -> None:
    assert "What an earlier edition had" in rows(editor)[2]
    assert "left out when you present" in rows(editor)[2]


def test_other_listeners_see_other_words(editor: SessionEditor, tools: SessionTools) -> None:
    editor.picking.audience_chosen.emit(Audience.CLINICIAN)

    assert kept(tools).audience is Audience.CLINICIAN
    assert editor.picking.switch.audience() is Audience.CLINICIAN
    assert "left out" in rows(editor)[0], "that section is for families"
    assert "for clinicians" in said(editor)


def test_a_name_that_cannot_be_had_is_told_and_nothing_is_lost(
    editor: SessionEditor, tools: SessionTools
) -> None:
    begun(tools, "Class", ())
    show_step(editor, 1)
    editor.order.name.setFocus()
    editor.order.name.selectAll()
    type_words(editor, "Class")
    assert "Another session has this name" in said(editor)
    editor.order.own.click()
    assert [session.name for session in tools.sessions.all()] == ["Clas", "Class"]
    assert len(tools.sessions.all()[0].parts) == 4

    editor.order.name.setFocus()
    editor.order.name.selectAll()
    press_keys(editor, "Del")
    assert "needs a name" in said(editor)
    type_words(editor, "Our class")
    assert [session.name for session in tools.sessions.all()] == ["Class", "Our class"]


def test_starting_hands_the_session_over_as_it_is_kept(
    editor: SessionEditor, tools: SessionTools, qtbot: QtBot
) -> None:
    editor.picking.wanted.emit("topic:red-flags", True)

    with qtbot.waitSignal(editor.start_wanted) as started:
        editor.rehearse.click()

    assert started.args == [kept(tools), True]
    assert not editor.isVisible()


def test_how_long_it_took_is_told(tools: SessionTools, show: Show) -> None:
    session = begun(tools)
    tools.sessions.keep_rehearsal(rehearsal(session))
    editor = opened(tools, session, show)

    assert "rehearsed in 3:15 of 7:30 minutes" in editor._rehearsals.text()
    assert "1:05  A break" in editor._rehearsals.text()


def test_trouble_with_the_file_is_told(tools: SessionTools, show: Show) -> None:
    session = begun(tools)
    tools.sessions.trouble = NotesMissingError
    editor = opened(tools, session, show)

    assert "Backups of it are kept." in editor.notice.words()
