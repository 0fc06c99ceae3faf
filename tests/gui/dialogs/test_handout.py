"""A handout, put together by a reader's hands: kept at every step, saved, used again, had back."""

from functools import partial
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import SectionId, TopicAddress, TopicId
from crmo_desktop.domain.publication import Extract, OwnWords, Publication, TypeSize
from crmo_desktop.gui.dialogs.handout import HandoutDialog
from crmo_desktop.gui.dialogs.own_words import OwnWordsDialog
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.widgets.step_tabs import StepTabs
from crmo_desktop.services.handouts import Handouts
from tests.gui.conftest import Desk
from tests.gui.dialogs.test_handout_window import ALL
from tests.gui.hands import button_called, press_keys, type_words

FAMILIES = Audience.PATIENT
IN_SHORT = Extract(topic=TopicId("mri"), audience=FAMILIES, sections=(SectionId("in-short"),))
RED_FLAGS = Extract(topic=TopicId("red-flags"), audience=FAMILIES)


@pytest.fixture
def window(desk: Desk) -> MainWindow:
    return desk.open()


def opened(window: MainWindow, qtbot: QtBot) -> HandoutDialog:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press_keys(window, "Ctrl+Shift+H")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HandoutDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def settle(dialog: HandoutDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.making.is_busy())


def tabs(dialog: HandoutDialog) -> StepTabs:
    found = dialog.findChild(StepTabs)
    assert found is not None
    return found


def told(dialog: HandoutDialog) -> str:
    sheets = dialog.pane.view._sheets
    assert sheets is not None
    return "\n".join(sheets.told(number) for number in range(sheets.pages))


def handouts(window: MainWindow) -> Handouts:
    return window._services.own.handouts


def names(window: MainWindow) -> list[str]:
    return [handout.name for handout in handouts(window).all()]


def menu(dialog: HandoutDialog) -> list[str]:
    return [action.text() for action in dialog.chosen.saved.actions()]


def said(dialog: HandoutDialog) -> str:
    return dialog._said.text()


def test_by_keys_alone_a_handout_is_put_together_and_saved(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.navigator.go(TopicAddress(TopicId("mri")))
    dialog = opened(window, qtbot)
    assert dialog.choosing.filter.hasFocus()

    press_keys(dialog, "Tab")  # into the tree, where the topic that is read is open
    assert dialog.choosing.tree.hasFocus()
    press_keys(dialog, "Down")
    press_keys(dialog, "Space")
    press_keys(dialog, "Down")
    press_keys(dialog, "Space")
    button_called(dialog, "Put in order", QToolButton).click()
    dialog.chosen.title.setFocus()
    type_words(dialog, "After the MRI")
    dialog.chosen.list.setFocus()
    press_keys(dialog, "Alt+Up")
    assert dialog.chosen.menu.focusPolicy() & Qt.FocusPolicy.TabFocus
    dialog.chosen.save.trigger()

    assert names(window) == ["After the MRI"]
    parts = handouts(window).all()[0].publication.contents
    assert [part.sections for part in parts if isinstance(part, Extract)] == [
        (dialog.assembly.parts()[0].sections[0],),  # type: ignore[union-attr,index]  # they are extracts
        ("in-short",),
    ]
    settle(dialog, qtbot)
    assert "After the MRI" in dialog.title_of_file()
    press_keys(dialog, "Ctrl+S")
    (asking,) = dialog.findChildren(QFileDialog)
    asking.fileSelected.emit(str(tmp_path / "a.pdf"))
    asking.close()
    qtbot.waitUntil(lambda: "Saved as “a.pdf”" in said(dialog))
    assert len(pypdf.PdfReader(tmp_path / "a.pdf").pages) == dialog.pane.view.count()
    press_keys(dialog, "Esc")
    assert QApplication.activeModalWidget() is None


def test_pages_follow_every_change(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    assert dialog.pane.view.count() == 0
    dialog.choosing.wanted.emit("red-flags", True)
    settle(dialog, qtbot)
    assert "Red flags" in told(dialog)

    dialog.options.type_size.setCurrentIndex(2)
    dialog.options.type_size.activated.emit(2)
    settle(dialog, qtbot)
    assert dialog.publication().look.type_size is TypeSize.LARGEST
    dialog.choosing.wanted.emit("red-flags", False)
    settle(dialog, qtbot)
    assert dialog.pane.view.count() == 0
    dialog.close()


def test_what_is_not_saved_is_there_again(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    dialog.choosing.wanted.emit("mri#in-short", True)
    dialog.chosen.title.setText("After the M")
    tabs(dialog).show_step(1)
    dialog.chosen.title.setFocus()
    press_keys(dialog, "End")
    type_words(dialog, "RI")
    dialog.close()

    again = opened(window, qtbot)

    assert again.assembly.parts() == (IN_SHORT,)
    assert again.chosen.title.text() == "After the MRI"
    assert "not saved" in said(again)
    assert names(window) == []
    again.close()


def test_it_outlives_the_program(desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(desk.open(), qtbot)
    dialog.choosing.wanted.emit("mri#in-short", True)

    other = desk.open()  # as after a crash: the first one has closed nothing
    found = handouts(other).draft()

    assert found is not None
    assert found.publication.contents == (IN_SHORT,)
    dialog.close()


def test_a_handout_is_used_again(window: MainWindow, qtbot: QtBot) -> None:
    saved = handouts(window).save("All", ALL.publication, ALL.names)
    assert saved is not None
    dialog = opened(window, qtbot)
    assert menu(dialog) == ["All"]

    dialog.open_handout(saved.uid)
    settle(dialog, qtbot)
    assert dialog.publication() == ALL.publication
    assert "Old page" in str(dialog.chosen.list.model().index(2, 0).data())
    assert "Room 4" in told(dialog)
    dialog.chosen.title.setText("All of it")
    dialog.choosing.wanted.emit("red-flags", True)
    dialog.save_handout()

    assert names(window) == ["All of it"]
    assert handouts(window).all()[0].publication.contents[-1] == RED_FLAGS
    assert handouts(window).draft() is None
    dialog.chosen.title.setText("Another")
    dialog.save_as()
    assert names(window) == ["All of it", "Another"]
    dialog.close()


def test_a_handout_has_a_title_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    handouts(window).save("All", ALL.publication, {})
    dialog = opened(window, qtbot)
    tabs(dialog).show_step(1)
    dialog.choosing.wanted.emit("mri#in-short", True)

    dialog.save_handout()
    assert "Write a title first" in said(dialog)
    assert dialog.chosen.title.hasFocus()
    type_words(dialog, "ALL")
    dialog.save_handout()
    assert "Another handout has this title" in said(dialog)
    assert names(window) == ["All"]
    dialog.close()


def test_what_is_on_the_table_gives_way_and_is_not_lost(window: MainWindow, qtbot: QtBot) -> None:
    saved = handouts(window).save("All", ALL.publication, {})
    assert saved is not None
    dialog = opened(window, qtbot)
    dialog.choosing.wanted.emit("mri#in-short", True)
    dialog.open_handout(saved.uid)

    entries = menu(dialog)
    assert entries[0] == "All"
    assert entries[1].startswith("Not saved: Without a title, ")
    dialog.clear()
    assert dialog.assembly.parts() == ()
    draft = handouts(window).drafts()[0]
    dialog.open_handout(draft.uid)
    assert dialog.assembly.parts() == (IN_SHORT,)
    dialog.choosing.wanted.emit("red-flags", True)
    assert len(handouts(window).drafts()) == 1
    dialog.open_handout("gone")
    assert dialog.assembly.parts() == (IN_SHORT, RED_FLAGS)
    dialog.close()


def test_what_is_typed_is_kept_before_another_is_opened(window: MainWindow, qtbot: QtBot) -> None:
    saved = handouts(window).save("All", ALL.publication, {})
    assert saved is not None
    dialog = opened(window, qtbot)
    tabs(dialog).show_step(1)
    for leave in (partial(dialog.open_handout, saved.uid), dialog.clear):
        dialog.chosen.title.setFocus()
        type_words(dialog, "x")
        leave()

    assert sorted(draft.publication.title for draft in handouts(window).drafts()) == ["Allx", "x"]
    dialog.close()


@pytest.mark.parametrize("changes", [False, True], ids=["as saved", "changed since"])
def test_a_deleted_handout_can_be_had_back(window: MainWindow, qtbot: QtBot, changes: bool) -> None:
    saved = handouts(window).save("All", ALL.publication, ALL.names)
    assert saved is not None
    dialog = opened(window, qtbot)
    dialog.open_handout(saved.uid)
    if changes:
        dialog.choosing.wanted.emit("red-flags", True)
    before = dialog.assembly.parts()

    dialog.delete_handout()
    assert names(window) == []
    assert handouts(window).drafts() == ()
    assert dialog.assembly.parts() == ()
    dialog.undo()

    assert names(window) == ["All"]
    assert dialog.assembly.parts() == before
    assert bool(handouts(window).drafts()) == changes
    dialog.close()


def test_what_was_never_saved_can_be_had_back_too(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    dialog.choosing.wanted.emit("mri#in-short", True)

    dialog.delete_handout()
    assert handouts(window).drafts() == ()
    dialog.undo()

    assert dialog.assembly.parts() == (IN_SHORT,)
    assert len(handouts(window).drafts()) == 1
    assert not dialog.can_undo()
    dialog.undo()
    dialog.close()


def test_parts_are_moved_ticked_and_taken_out(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    tabs(dialog).show_step(1)
    for key in ("mri#in-short", "red-flags"):
        dialog.choosing.wanted.emit(key, True)
    for words in ("Up", "As a list to tick"):
        button_called(dialog, words, QPushButton).click()

    first = dialog.assembly.parts()[0]
    assert isinstance(first, Extract)
    assert (first.topic, first.is_checklist) == ("red-flags", True)
    button_called(dialog, "Down", QPushButton).click()
    assert dialog.assembly.parts()[0] == IN_SHORT
    button_called(dialog, "Take out", QPushButton).click()
    dialog.chosen.list.setFocus()
    press_keys(dialog, "Del")
    assert dialog.assembly.parts() == ()
    assert dialog.chosen.undo.hasFocus()
    for step in (dialog.remove_part, dialog.change_part, lambda: dialog.move_part(1)):
        step()
    press_keys(dialog, "Return")
    assert dialog.assembly.parts() == (IN_SHORT,)
    press_keys(dialog, "Ctrl+Z")
    assert len(dialog.assembly.parts()) == 2
    dialog.close()


def test_own_words_are_added_and_changed(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)

    for words in ("Our plan", " B"):
        (dialog.add_own if words == "Our plan" else dialog.change_part)()
        asking = QApplication.activeModalWidget()
        assert isinstance(asking, OwnWordsDialog)
        qtbot.waitUntil(asking.isActiveWindow)
        press_keys(asking, "End")
        type_words(asking, words)
        press_keys(asking, "Return")

    assert dialog.assembly.parts() == (OwnWords(heading="Our plan B", ruled=5),)
    dialog.close()


def test_the_other_audience_has_its_own_ticks(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    dialog.choosing.wanted.emit("mri", True)

    dialog.choosing.switch.audience_chosen.emit(Audience.CLINICIAN)
    dialog.choosing.wanted.emit("mri", True)

    audiences = [part.audience for part in dialog.assembly.parts() if isinstance(part, Extract)]
    assert audiences == [FAMILIES, Audience.CLINICIAN]
    assert dialog.assembly.chosen(FAMILIES) == {"mri"}
    dialog.close()


def test_the_clinic_is_remembered_for_new_ones_only(window: MainWindow, qtbot: QtBot) -> None:
    saved = handouts(window).save("All", ALL.publication, {})
    assert saved is not None
    dialog = opened(window, qtbot)
    tabs(dialog).show_step(2)
    dialog.options.clinic.setFocus()
    type_words(dialog, "Room 4")
    qtbot.waitUntil(lambda: window.preferences.clinic == "Room 4")

    dialog.open_handout(saved.uid)
    dialog.options.clinic.setFocus()
    type_words(dialog, "Room 9")
    qtbot.waitUntil(lambda: bool(handouts(window).drafts()))

    assert window.preferences.clinic == "Room 4"
    dialog.clear()
    assert dialog.publication().clinic == "Room 4"
    assert dialog.publication() == Publication(
        title="",
        contents=(),
        look=dialog.publication().look,
        clinic="Room 4",
        has_name_line=True,
        has_red_flags=True,
        has_sources=False,
    )
    dialog.close()
