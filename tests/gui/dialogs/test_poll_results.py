"""Tests of `crmo_desktop.gui.dialogs.poll_results`."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QTableView

from crmo_desktop.domain.quiz import Poll
from crmo_desktop.gui.dialogs.poll_results import PollResultsDialog
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.polls import Polls
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.polls import PollRepository
from tests.gui.conftest import Show
from tests.gui.hands import button_called, click, press, press_keys

NOON = datetime(2026, 11, 26, 12).astimezone()
POLL = Poll(
    uid="1",
    session="Evening",
    question="q-a",
    text="What is it?",
    options=("A germ", "No germ"),
    counts=(1, 14),
    right=1,
    edition="2026-11-23",
    held=NOON,
)


@pytest.fixture
def polls(notebook: Notebook) -> Polls:
    polls = Polls(PollRepository(notebook))
    polls.keep(POLL)
    polls.keep(replace(POLL, uid="2", session="Team", counts=(0, 3), held=NOON - timedelta(days=1)))
    return polls


@pytest.fixture
def dialog(show: Show, polls: Polls, look: Look) -> Iterator[PollResultsDialog]:
    dialog = PollResultsDialog(polls, look, None)
    show(dialog, dialog.width(), dialog.height())
    yield dialog
    dialog.close()


def table(dialog: PollResultsDialog) -> QTableView:
    view = dialog.findChild(QTableView)
    assert isinstance(view, QTableView)
    return view


def rows(dialog: PollResultsDialog) -> list[list[str]]:
    model = table(dialog).model()
    return [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]


def said(dialog: PollResultsDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_answers_are_listed_the_latest_first(dialog: PollResultsDialog) -> None:
    assert rows(dialog) == [
        ["26 November 2026, 12:00", "Evening", "What is it?", "14 of 15 hands"],
        ["25 November 2026, 12:00", "Team", "What is it?", "3 of 3 hands"],
    ]
    assert QApplication.focusWidget() is table(dialog)
    assert "Hands, no names." in said(dialog)


def test_the_hands_of_the_row_chosen_are_told(dialog: PollResultsDialog) -> None:
    assert "A germ: 1 hand\nNo germ: 14 hands (right)" in said(dialog)
    press(dialog, Qt.Key.Key_Down)
    assert "A germ: 0 hands\nNo germ: 3 hands (right)" in said(dialog)


@pytest.mark.parametrize("way", ["key", "button"])
def test_an_answer_is_deleted_and_had_back(way: str, dialog: PollResultsDialog, polls: Polls) -> None:
    if way == "key":
        press(dialog, Qt.Key.Key_Delete)
    else:
        click(button_called(dialog, "Delete", QPushButton))
    assert [poll.uid for poll in polls.all()] == ["2"]
    assert "1 answer deleted." in said(dialog)

    if way == "key":
        press_keys(dialog, "Ctrl+Z")
    else:
        click(button_called(dialog, "Undo", QPushButton))
    assert [poll.uid for poll in polls.all()] == ["1", "2"]
    assert table(dialog).currentIndex().row() == 0
    assert "Kept again." in said(dialog)


def test_all_are_deleted_together(dialog: PollResultsDialog, polls: Polls) -> None:
    press_keys(dialog, "Ctrl+A")
    assert "hands (right)" not in said(dialog)
    press(dialog, Qt.Key.Key_Delete)

    assert polls.all() == ()
    assert "2 answers deleted." in said(dialog)
    assert QApplication.focusWidget() is button_called(dialog, "Undo", QPushButton)
    assert not button_called(dialog, "Save for a spreadsheet…", QPushButton).isEnabled()
    press(dialog, Qt.Key.Key_Delete)
    press_keys(dialog, "Ctrl+Z")
    press_keys(dialog, "Ctrl+Z")
    assert len(polls.all()) == 2


def test_they_are_saved_for_a_spreadsheet(dialog: PollResultsDialog, tmp_path: Path) -> None:
    spy = QSignalSpy(dialog.save_wanted)
    click(button_called(dialog, "Save for a spreadsheet…", QPushButton))
    asking = dialog.findChild(QFileDialog)
    assert asking is not None
    asking.fileSelected.emit(str(tmp_path / "answers.csv"))
    asking.close()

    path, text = spy.at(0)
    head, *lines = csv.reader(io.StringIO(text, newline=""))
    assert path == tmp_path / "answers.csv"
    assert head == ["When", "Session", "Question", "Words", "Option", "Hands", "Right", "Edition"]
    assert [line[4:7] for line in lines[:2]] == [["A germ", "1", "no"], ["No germ", "14", "yes"]]
    dialog.tell_saved("answers.csv")
    assert "Saved as “answers.csv”." in said(dialog)


def test_without_answers_it_says_where_they_come_from(show: Show, notebook: Notebook, look: Look) -> None:
    dialog = PollResultsDialog(Polls(PollRepository(notebook)), look, None)
    show(dialog, dialog.width(), dialog.height())

    assert "Nothing yet." in said(dialog)
    assert not table(dialog).isVisible()
    assert QApplication.focusWidget() is button_called(dialog, "Close", QPushButton)
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
