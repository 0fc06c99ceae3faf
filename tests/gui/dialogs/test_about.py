import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.content import Edition
from crmo_desktop.gui.dialogs.about import AboutDialog
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.reading import ReadingService
from tests.gui.hands import button_called, press


@pytest.fixture
def edition(reading: ReadingService) -> Edition:
    return reading.edition


def about(edition: Edition, look: Look, qtbot: QtBot) -> AboutDialog:
    dialog = AboutDialog("1.2.3", "6.11.9", edition, look, None)
    qtbot.addWidget(dialog)
    return dialog


def words_of(dialog: AboutDialog) -> str:
    codes = [code.toPlainText() for code in dialog.findChildren(QTextEdit)]
    return "\n".join([*(label.text() for label in dialog.findChildren(QLabel)), *codes])


def test_it_tells_version_edition_and_licences(edition: Edition, look: Look, qtbot: QtBot) -> None:
    words = words_of(about(edition, look, qtbot))

    for fact in (
        "CRMO Desktop 1.2.3",
        edition.made_on.isoformat(),
        edition.review_due.isoformat(),
        edition.maker,
        edition.digest,
        edition.licence,
        "Apache License 2.0",
        "Qt 6.11.9",
        "LGPL 3",
        "SIL Open Font License",
        "Tabler, MIT",
    ):
        assert fact in words


def test_it_tells_what_the_program_never_does(edition: Edition, look: Look, qtbot: QtBot) -> None:
    words = words_of(about(edition, look, qtbot))

    for promise in ("no connection to any network", "sends nothing", "no account", "never expires"):
        assert promise in words
    assert "not medical advice" in words


@pytest.mark.parametrize(
    ("name", "told"), [(None, "Not yet reviewed by a physician."), ("Dr. Lee", "Reviewed by Dr. Lee.")]
)
def test_it_tells_who_reviewed_the_edition(
    name: str | None, told: str, edition: Edition, look: Look, qtbot: QtBot
) -> None:
    assert told in words_of(about(edition._replace(reviewed_by=name), look, qtbot))


def test_enter_closes_it(edition: Edition, look: Look, qtbot: QtBot) -> None:
    dialog = about(edition, look, qtbot)
    with qtbot.waitActive(dialog):
        dialog.open()
    assert dialog.focusWidget() is button_called(dialog, "Close", QPushButton)

    with qtbot.waitSignal(dialog.accepted):
        press(dialog, Qt.Key.Key_Return)
