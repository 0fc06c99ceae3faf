from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.own_things import Spot
from crmo_desktop.gui.dialogs.backups import BackupsDialog, RestoreDialog
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.backups import Backups
from crmo_desktop.services.own_things import OwnThings
from crmo_desktop.store.backups import BackupFolder
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.own_things import OwnThingRepository
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import button_called, click, press

MORNING = datetime(2026, 11, 26, 9, 2).astimezone()


class Clock:
    def __init__(self) -> None:
        self.time = MORNING

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def things(notebook: Notebook, clock: Clock) -> OwnThings:
    return OwnThings(
        OwnThingRepository(notebook), now=clock, edition="2026-11-26", trouble=lambda: notebook.problem
    )


@pytest.fixture
def backups(notebook: Notebook, clock: Clock, things: OwnThings) -> Backups:
    """One of yesterday with one bookmark, one of today with two."""
    backups = Backups(notebook, now=clock)
    clock.time = MORNING - timedelta(days=1)
    add(things, "spine")
    job = backups.job_at_start()
    assert job is not None
    job()
    clock.time = MORNING
    add(things, "jaw")
    backups.make()
    return backups


def add(things: OwnThings, title: str) -> None:
    things.bookmark(Spot(page=f"crmo://topic/{title}", audience=Audience.PATIENT, title=title))


def titles(things: OwnThings) -> list[str]:
    return sorted(thing.spot.title for thing in things.all())


def make(show: Show, backups: Backups, look: Look) -> BackupsDialog:
    dialog = BackupsDialog(backups, look, None)
    show(dialog, dialog.width(), dialog.height())
    dialog.finish()
    return dialog


@pytest.fixture
def dialog(show: Show, backups: Backups, look: Look) -> Iterator[BackupsDialog]:
    dialog = make(show, backups, look)
    yield dialog
    dialog.close()
    dialog._reading.close()


def table(dialog: BackupsDialog) -> QTableView:
    view = dialog.findChild(QTableView)
    assert isinstance(view, QTableView)
    return view


def rows(dialog: BackupsDialog) -> list[list[str]]:
    model = table(dialog).model()
    return [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]


def said(dialog: BackupsDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def button(dialog: BackupsDialog, words: str) -> QPushButton:
    return button_called(dialog, words, QPushButton)


def sure(dialog: BackupsDialog) -> RestoreDialog:
    asked = dialog.findChild(RestoreDialog)
    assert isinstance(asked, RestoreDialog)
    return asked


def test_backups_are_listed_with_what_is_in_them(dialog: BackupsDialog) -> None:
    assert rows(dialog) == [
        ["today, 09:02", "made by you", "2 bookmarks. The latest: jaw"],
        ["yesterday, 09:02", "one of the last five starts", "1 bookmark. The latest: spine"],
    ]
    assert "The last one: today, 09:02." in said(dialog)
    assert QApplication.focusWidget() is table(dialog)
    assert table(dialog).currentIndex().row() == 0


def test_restoring_is_explained_done_and_told(dialog: BackupsDialog, things: OwnThings, qtbot: QtBot) -> None:
    press(dialog, Qt.Key.Key_Down)
    click(button(dialog, "Restore this…"))
    words = " ".join(label.text() for label in sure(dialog).findChildren(QLabel))
    assert "will be as they were: yesterday, 09:02." in words
    assert "1 bookmark. The latest: spine" in words
    assert "kept as a backup “before restoring”" in words

    with qtbot.waitSignal(dialog.restored) as told:
        click(button_called(sure(dialog), "Restore", QPushButton))
    dialog.finish()

    assert told.args == ["Your things are as they were: yesterday, 09:02."]
    assert titles(things) == ["spine"]
    assert rows(dialog)[0] == ["today, 09:02", "before restoring", "2 bookmarks. The latest: jaw"]
    assert "Your things are as they were" in said(dialog)


def test_thinking_again_changes_nothing(dialog: BackupsDialog, things: OwnThings) -> None:
    press(dialog, Qt.Key.Key_Down)
    click(button(dialog, "Restore this…"))
    press(sure(dialog), Qt.Key.Key_Escape)

    assert titles(things) == ["jaw", "spine"]
    assert len(rows(dialog)) == 2


def test_only_what_is_missing_comes_back(dialog: BackupsDialog, things: OwnThings, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.restored):
        click(button(dialog, "Bring back what is missing"))
    assert "Nothing was missing" in said(dialog)
    things.delete([thing.id for thing in things.all()])

    with qtbot.waitSignal(dialog.restored):
        click(button(dialog, "Bring back what is missing"))

    assert titles(things) == ["jaw", "spine"]
    assert "Brought back: 2 things of yours." in said(dialog)


def test_one_is_made_now(dialog: BackupsDialog, clock: Clock) -> None:
    clock.time += timedelta(minutes=3)
    click(button(dialog, "Make a backup now"))
    dialog.finish()

    assert [row[0] for row in rows(dialog)] == ["today, 09:05", "today, 09:02", "yesterday, 09:02"]
    assert "Backup made: today, 09:05." in said(dialog)


def test_a_copy_goes_elsewhere(dialog: BackupsDialog, tmp_path: Path) -> None:
    click(button(dialog, "Keep a copy elsewhere…"))
    asked = dialog.findChild(QFileDialog)
    assert asked is not None
    asked.fileSelected.emit(str(tmp_path / "copy.sqlite"))
    assert (tmp_path / "copy.sqlite").stat().st_size > 4096
    assert "Copied to “copy.sqlite”." in said(dialog)

    asked.fileSelected.emit(str(tmp_path / "missing" / "copy.sqlite"))
    assert "“copy.sqlite” cannot be written there." in said(dialog)
    asked.close()


def test_what_cannot_be_used_is_told_and_not_offered(show: Show, backups: Backups, look: Look) -> None:
    folder = backups.folder
    assert folder is not None
    (folder / backups.all()[0].backup.name).write_bytes(b"Dear diary,")

    dialog = make(show, backups, look)

    assert rows(dialog)[0][2] == "Damaged. It cannot be used."
    for words in ("Restore this…", "Bring back what is missing", "Keep a copy elsewhere…"):
        assert not button(dialog, words).isEnabled()
    press(dialog, Qt.Key.Key_Down)
    assert button(dialog, "Restore this…").isEnabled()
    dialog.close()


def test_what_goes_wrong_meanwhile_is_told(
    dialog: BackupsDialog, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = backups.folder
    assert folder is not None
    (folder / backups.all()[0].backup.name).write_bytes(b"Dear diary,")

    click(button(dialog, "Bring back what is missing"))
    assert "This backup is damaged. Nothing has changed. Choose another one." in said(dialog)
    click(button(dialog, "Restore this…"))
    click(button_called(sure(dialog), "Restore", QPushButton))
    assert "This backup is damaged. Nothing has changed. Choose another one." in said(dialog)

    def refuse(*_: object) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(BackupFolder, "keep", refuse)
    click(button(dialog, "Make a backup now"))
    assert "No backup could be made." in said(dialog)


def test_before_the_first_one_it_says_when_there_will_be_one(
    show: Show, notebook: Notebook, clock: Clock, look: Look
) -> None:
    dialog = make(show, Backups(notebook, now=clock), look)

    assert "There is no backup yet." in said(dialog)
    assert not table(dialog).isVisible()
    assert button(dialog, "Make a backup now").isEnabled()
    assert not button(dialog, "Restore this…").isEnabled()
    dialog.close()


def test_where_nothing_is_kept_it_says_so(show: Show, clock: Clock, look: Look) -> None:
    dialog = make(show, Backups(Notebook(None), now=clock), look)

    assert "Nothing is kept on this computer, so there are no backups." in said(dialog)
    assert not button(dialog, "Make a backup now").isEnabled()
    dialog.close()


@pytest.mark.parametrize("size", [100, 200])
def test_it_fits_on_the_screen(show: Show, backups: Backups, look_of: LookOf, size: int) -> None:
    dialog = make(show, backups, look_of("light", size))

    room = dialog.screen().availableGeometry()
    assert dialog.height() <= room.height() - 48
    assert dialog.width() <= room.width() - 48
    dialog.close()
