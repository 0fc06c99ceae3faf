from datetime import date

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.content import Edition
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.status import StatusLine
from tests.gui.conftest import Show

EDITION = Edition(
    title="CRMO Desktop",
    language="en",
    maker="The makers",
    made_on=date(2025, 3, 9),
    review_due=date(2026, 9, 30),
    reviewed_by=None,
    licence="CC0",
    digest="0" * 64,
)
EDITION_WORDS = "Edition 9 March 2025"
REVIEW_WORDS = "·  Review due September 2026  ·  Not yet reviewed by a physician"
OFFLINE_WORDS = "Offline. Nothing you read leaves this computer."


@pytest.fixture
def line(show: Show, look: Look, icons: IconShelf) -> StatusLine:
    line = StatusLine()
    line.set_look(look, icons)
    show(line, 1000, 30)
    line.set_edition(EDITION, is_overdue=False)
    return line


def shown(line: StatusLine) -> list[str]:
    return [label.text() for label in line.findChildren(QLabel) if label.isVisible() and label.text()]


def test_it_says_which_edition_when_it_is_due_and_that_it_is_offline(line: StatusLine) -> None:
    assert shown(line) == [EDITION_WORDS, REVIEW_WORDS, OFFLINE_WORDS]


def test_it_names_the_physician_who_reviewed_the_edition(line: StatusLine) -> None:
    line.set_edition(EDITION._replace(reviewed_by="Dr. Lee"), is_overdue=False)

    assert shown(line)[1] == "·  Review due September 2026  ·  Reviewed by Dr. Lee"


def test_dates_are_in_the_editions_language(line: StatusLine) -> None:
    line.set_edition(EDITION._replace(language="de"), is_overdue=False)

    assert shown(line)[0] == "Edition 9 März 2025"


def test_an_old_edition_says_so(line: StatusLine) -> None:
    line.set_edition(EDITION, is_overdue=True)

    assert shown(line)[1] == "Review was due in September 2026. Ask for a newer edition."
    label = next(label for label in line.findChildren(QLabel) if label.text().startswith("Review was"))
    assert label.property("kind") == "overdue"


def test_where_there_is_no_room_the_rest_is_in_the_tooltip(line: StatusLine) -> None:
    line.set_short(True)

    assert shown(line) == [EDITION_WORDS, "Offline"]
    assert "Review due September 2026" in line.toolTip()

    line.set_short(False)
    assert shown(line) == [EDITION_WORDS, REVIEW_WORDS, OFFLINE_WORDS]


def test_an_old_edition_says_so_even_where_there_is_no_room(line: StatusLine) -> None:
    line.set_edition(EDITION, is_overdue=True)

    line.set_short(True)

    assert "Review was due in September 2026. Ask for a newer edition." in shown(line)


def test_what_was_done_stands_in_the_editions_place_for_a_while(line: StatusLine, qtbot: QtBot) -> None:
    (timer,) = line.findChildren(QTimer)
    timer.setInterval(5)

    line.say("Address copied")
    assert line.said() == "Address copied"
    assert shown(line) == ["Address copied", OFFLINE_WORDS] or shown(line) == [
        OFFLINE_WORDS,
        "Address copied",
    ]

    qtbot.waitUntil(lambda: line.said() == "")
    assert shown(line) == [EDITION_WORDS, REVIEW_WORDS, OFFLINE_WORDS]


def test_what_was_said_can_be_taken_back(line: StatusLine) -> None:
    line.say("Address copied")
    line.say("")

    assert shown(line) == [EDITION_WORDS, REVIEW_WORDS, OFFLINE_WORDS]


def test_what_was_said_stays_when_the_room_changes(line: StatusLine) -> None:
    line.say("Address copied")

    line.set_short(True)

    assert EDITION_WORDS not in shown(line)
    assert REVIEW_WORDS not in shown(line)


def test_it_has_a_name_and_a_shield(line: StatusLine) -> None:
    assert line.accessibleName() == "Status"
    assert any(not label.pixmap().isNull() for label in line.findChildren(QLabel))


def test_on_a_shared_computer_it_says_so_and_is_short_of_words_elsewhere(line: StatusLine) -> None:
    line.set_shared()

    assert set(shown(line)[2:]) == {"Shared computer: nothing is kept", "Offline"}
    assert all(
        not label.pixmap().isNull()
        for label in line.findChildren(QLabel)
        if label.isVisible() and not label.text()
    )

    line.set_short(True)
    assert set(shown(line)) == {EDITION_WORDS, "Shared computer", "Offline"}


def test_of_some_pages_it_tells_something_in_the_editions_place(line: StatusLine) -> None:
    line.set_page("12 things, kept on this computer")

    assert shown(line) == ["12 things, kept on this computer", OFFLINE_WORDS]
    assert line.page() == "12 things, kept on this computer"
    line.say("Copied")
    assert shown(line) == ["Copied", OFFLINE_WORDS]
    line.say("")
    assert shown(line) == ["12 things, kept on this computer", OFFLINE_WORDS]

    line.set_page("")
    assert shown(line) == [EDITION_WORDS, REVIEW_WORDS, OFFLINE_WORDS]
