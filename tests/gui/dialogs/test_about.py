from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.content import Edition
from crmo_desktop.gui.dialogs.about import AboutDialog
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.keeping import Keeping, Kept
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.settings import Settings
from tests.gui.hands import button_called, press


@pytest.fixture
def edition(reading: ReadingService) -> Edition:
    return reading.edition


def kept(path: Path | None = None, kept: Kept = Kept.NOWHERE) -> Keeping:
    """A reader's things, in memory or in a file."""
    notebook = Notebook(path)
    return Keeping(notebook, Settings(notebook), kept)


def about(edition: Edition, look: Look, qtbot: QtBot, keeping: Keeping | None = None) -> AboutDialog:
    dialog = AboutDialog("1.2.3", "6.11.9", edition, keeping or kept(), look, None)
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


@pytest.mark.parametrize(
    ("where", "told"),
    [
        (Kept.ON_COMPUTER, "Your things are kept on this computer, in the folder"),
        (Kept.NAMED, "Your things are kept on this computer, in the folder"),
        (Kept.BESIDE, "Your things are kept beside the program, in the folder"),
    ],
)
def test_it_tells_where_the_readers_things_are(
    where: Kept, told: str, edition: Edition, look: Look, qtbot: QtBot, tmp_path: Path
) -> None:
    words = words_of(about(edition, look, qtbot, kept(tmp_path / "things" / "notes.sqlite", where)))

    assert told in words
    assert str(tmp_path / "things") in words


def test_it_tells_that_nothing_is_kept(edition: Edition, look: Look, qtbot: QtBot) -> None:
    assert "Shared computer: nothing that you set, read or search for is kept." in words_of(
        about(edition, look, qtbot, kept())
    )


def test_it_tells_why_nothing_can_be_kept(edition: Edition, look: Look, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "notes.sqlite").write_text("text", encoding="utf-8")

    words = words_of(about(edition, look, qtbot, kept(tmp_path / "notes.sqlite", Kept.ON_COMPUTER)))

    assert "Your notes file is damaged." in words
    assert str(tmp_path) not in words
