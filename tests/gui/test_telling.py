import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.errors import NotesWaitingError, UnknownTopicError, UserError
from crmo_desktop.gui.telling import Telling
from crmo_desktop.gui.widgets.notice import OWN_FILE, Notice
from crmo_desktop.gui.widgets.status import StatusLine

FULL = NotesWaitingError("The disk is full.", hint="It stays here.")
LOCKED = NotesWaitingError("Another program holds it.", hint="It stays here.")


class Place:
    """Where things are told, and what is wrong with the reader's own file."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.trouble: UserError | None = None
        self.notice, self.status = Notice(window), StatusLine(window)
        self.telling = Telling(self.status, self.notice, self.remedies, lambda: self.trouble, window)

    def remedies(self, error: UserError) -> list[tuple[str, str]]:
        return [("again", "Try again")] if isinstance(error, NotesWaitingError) else []


@pytest.fixture
def place(qtbot: QtBot) -> Place:
    window = QWidget()
    qtbot.addWidget(window)
    return Place(window)


def test_what_was_done_is_told_in_the_status_line(place: Place) -> None:
    place.telling.say("Backup made.")

    assert place.status.said() == "Backup made."


def test_what_went_wrong_is_told_above_the_page_until_the_next_one(place: Place) -> None:
    error = UnknownTopicError("x")
    place.telling.show_error(error, passing=True)
    assert place.notice.words() == f"{error.message} {error.hint}"

    place.notice.drop_passing()
    assert place.notice.words() == ""


def test_the_own_files_trouble_is_told_once_and_goes_with_it(place: Place) -> None:
    place.telling.tell_new_trouble()
    assert place.notice.words() == ""

    place.trouble = FULL
    place.telling.tell_new_trouble()
    assert place.notice.words() == "The disk is full. It stays here."
    assert [button.text() for button in place.notice.findChildren(QPushButton)] == ["Try again"]
    place.notice.take_back(OWN_FILE)
    place.telling.tell_new_trouble()
    assert place.notice.words() == "", "who closed it is not told again"

    place.trouble = LOCKED
    place.telling.tell_new_trouble()
    assert place.notice.words() == "Another program holds it. It stays here."
    place.trouble = None
    place.telling.tell_new_trouble()
    assert place.notice.words() == ""
    place.trouble = LOCKED
    place.telling.tell_new_trouble()
    assert place.notice.words() == "Another program holds it. It stays here."


def test_a_trouble_that_has_been_seen_to_is_told_anew_if_it_holds(place: Place) -> None:
    place.trouble = FULL
    place.telling.tell_new_trouble()
    place.telling.forget_trouble()
    assert place.notice.words() == "The disk is full. It stays here."

    place.trouble = None
    place.telling.forget_trouble()
    assert place.notice.words() == ""
