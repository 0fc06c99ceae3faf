from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.errors import NotesFileError, NotWrittenError, UserError
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.telling import Telling
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.notice import Notice
from crmo_desktop.gui.widgets.status import StatusLine
from tests.gui.hands import button_called

FULL = NotesFileError("The disk is full.", hint="It stays here until there is room.")


@dataclass
class Told:
    telling: Telling
    notice: Notice
    status: StatusLine
    trouble: list[UserError] = field(default_factory=list)


@pytest.fixture
def told(qtbot: QtBot, look: Look, icons: IconShelf) -> Told:
    notice, status = Notice(), StatusLine()
    trouble: list[UserError] = []
    for widget in (notice, status):
        qtbot.addWidget(widget)
        widget.set_look(look, icons)

    def remedies(error: UserError) -> list[tuple[str, str]]:
        return [("again", "Try again")] if error is FULL else []

    telling = Telling(status, notice, remedies, lambda: trouble[0] if trouble else None, status)
    return Told(telling, notice, status, trouble)


def test_what_was_done_is_said_in_the_status_bar(told: Told) -> None:
    told.telling.say("Address copied")

    assert told.status.said() == "Address copied"
    assert told.notice.isHidden()


def test_what_went_wrong_is_told_above_the_page_with_what_can_be_done(told: Told) -> None:
    told.telling.show_error(FULL)

    assert told.notice.words() == "The disk is full. It stays here until there is room."
    assert button_called(told.notice, "Try again", QPushButton).isEnabled()


def test_a_passing_error_goes_with_the_page(told: Told, tmp_path: Path) -> None:
    told.telling.show_error(NotWrittenError(tmp_path / "a.pdf"), passing=True)
    assert "a.pdf" in told.notice.words()
    told.notice.drop_passing()
    assert told.notice.words() == ""


def test_trouble_with_the_readers_file_is_told_once_and_taken_back_when_it_is_over(told: Told) -> None:
    told.telling.tell_new_trouble()
    assert told.notice.words() == ""

    told.trouble.append(FULL)
    told.telling.tell_new_trouble()
    told.telling.tell_new_trouble()
    assert told.notice.words().startswith("The disk is full.")

    told.trouble.clear()
    told.telling.tell_new_trouble()
    assert told.notice.words() == ""
