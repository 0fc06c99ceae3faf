"""What the notice offers about the reader's own file; every trouble of it: tests/faults."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.backup import Occasion
from crmo_desktop.domain.own_things import Spot
from crmo_desktop.gui.dialogs.backups import BackupsDialog
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.services.own_things import OwnThings
from crmo_desktop.store.backups import BackupFolder
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.own_things import OwnThingRepository
from tests.gui.conftest import Desk
from tests.gui.hands import button_called, click
from tests.gui.scenes import open_dialog

SPOT = Spot(page="crmo://topic/mri", audience=Audience.PATIENT, title="MRI")


def now() -> datetime:
    return datetime.now().astimezone()


def fill(notes: Path, *titles: str) -> None:
    """Bookmark topics in the file, as an earlier session did."""
    with closing(Notebook(notes)) as notebook:
        things = OwnThings(
            OwnThingRepository(notebook), now=now, edition="2026-11-26", trouble=lambda: notebook.problem
        )
        for title in titles:
            things.bookmark(Spot(page=f"crmo://topic/{title}", audience=Audience.PATIENT, title=title))


def back_up(notes: Path) -> None:
    assert BackupFolder(notes).make(Occasion.START, now()) is not None


def damage(notes: Path) -> bytes:
    notes.write_bytes(notes.read_bytes()[:4096] + b"\xff" * 9000)
    return notes.read_bytes()


def titles(window: MainWindow) -> list[str]:
    return [thing.spot.title for thing in window._services.own.things.all()]


def offered(window: MainWindow) -> list[str]:
    return [button.text() for button in window.notice.findChildren(QPushButton) if not button.isHidden()]


def press(window: MainWindow, words: str) -> None:
    click(button_called(window.notice, words, QPushButton))


def test_a_damaged_file_gives_way_to_its_last_backup(desk: Desk) -> None:
    fill(desk.notes, "spine", "jaw")
    back_up(desk.notes)
    broken = damage(desk.notes)

    window = desk.open()
    assert window.notice.words() == "Your notes file is damaged. Reading works; nothing has been deleted."
    button, others = offered(window)
    assert button.startswith("Open the backup of today, ")
    assert others == "Other backups…"
    window._services.own.things.bookmark(SPOT)
    press(window, button)

    assert titles(window) == ["MRI", "jaw", "spine"]
    assert window.notice.words() == ""
    kept = [path for path in (desk.notes.parent / "backups").iterdir() if "-before." in path.name]
    assert [path.read_bytes() for path in kept if path.suffix == ".sqlite"] == [broken]
    assert titles(desk.open()) == ["MRI", "jaw", "spine"]


def test_other_backups_are_a_press_away(desk: Desk) -> None:
    fill(desk.notes, "spine")
    back_up(desk.notes)
    damage(desk.notes)
    window = desk.open()

    press(window, "Other backups…")

    dialog = open_dialog()
    assert isinstance(dialog, BackupsDialog)
    dialog.close()


def test_without_a_backup_what_can_be_read_is_offered(desk: Desk) -> None:
    fill(desk.notes, *(f"topic {n} {'x' * 200}" for n in range(40)))
    whole = desk.notes.read_bytes()
    last = len(whole) - 4096
    desk.notes.write_bytes(whole[:last] + b"\xff" * 4096)

    window = desk.open()

    assert window.notice.words() == (
        "Your notes file is damaged. Reading works; nothing has been deleted. There is no backup."
    )
    keep, empty = offered(window)
    assert keep.startswith("Keep what can be read: ")
    assert empty == "Begin an empty file"
    press(window, keep)
    assert 10 < len(titles(window)) <= 40
    assert window.notice.words() == ""


def test_without_anything_an_empty_file_is_offered_and_the_damaged_one_kept(desk: Desk) -> None:
    desk.notes.parent.mkdir()
    desk.notes.write_text("Dear diary,")
    window = desk.open()
    window._services.own.things.bookmark(SPOT)

    press(window, "Begin an empty file")

    assert titles(window) == ["MRI"]
    (kept,) = desk.notes.parent.glob("notes.damaged-*.sqlite")
    assert kept.read_text() == "Dear diary,"
    assert titles(desk.open()) == ["MRI"]
    assert window.notice.words() == ""


def test_where_nothing_can_be_written_it_is_told_and_nothing_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(desk.notes, "spine")
    back_up(desk.notes)
    broken = damage(desk.notes)
    window = desk.open()

    def refuse(*_: Path) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr("crmo_desktop.store.database.put_in_place", refuse)
    press(window, offered(window)[0])

    assert window.notice.words().startswith("The place of your notes cannot be written to.")
    assert desk.notes.read_bytes() == broken


def test_a_file_of_a_newer_version_leads_to_the_guide(desk: Desk) -> None:
    fill(desk.notes, "spine")
    with closing(Notebook(desk.notes)) as notebook:
        notebook.read("PRAGMA user_version = 99")
    before = desk.notes.read_bytes()

    window = desk.open()

    assert window.notice.words() == (
        "These notes were made by a newer version of CRMO Desktop. They are left untouched."
    )
    press(window, "What to do")
    topic = window.navigator.topic()
    assert topic is not None
    assert topic.id == "help-backups"
    assert desk.notes.read_bytes() == before


def test_trying_again_saves_what_was_kept_or_tells_that_it_does_not_work(desk: Desk) -> None:
    desk.notes.parent.write_text("in the way")
    window = desk.open()
    window._services.own.things.bookmark(SPOT)
    assert window.notice.words() == (
        "Your notes file cannot be reached. Reading works; changes stay here until the file is back."
    )

    press(window, "Try again")
    assert "It still does not work." in window.status.said()
    assert offered(window) == ["Try again"]
    desk.notes.parent.unlink()
    press(window, "Try again")

    assert window.notice.words() == ""
    assert "Everything is saved again." in window.status.said()
    assert titles(desk.open()) == ["MRI"]


def begin(window: MainWindow) -> None:
    window.dialogs.own_file.begin()
    window.dialogs.own_file.finish()
    window.dialogs.close()


def test_a_start_makes_a_backup_beside_the_window(desk: Desk) -> None:
    fill(desk.notes, "spine")
    window = desk.open()

    begin(window)

    (backup,) = BackupFolder(desk.notes).all()
    assert BackupFolder(desk.notes).content(backup).bookmarks == 1
    assert window.notice.words() == ""


def test_a_file_that_is_gone_is_told_at_the_start(desk: Desk) -> None:
    fill(desk.notes, "spine")
    back_up(desk.notes)
    desk.notes.unlink()
    window = desk.open()

    begin(window)

    assert window.notice.words() == (
        "Your notes file was not there, so an empty one was begun. Backups of it are kept."
    )
    press(window, offered(window)[0])
    assert titles(window) == ["spine"]
    assert window.notice.words() == ""


def test_what_could_not_be_saved_is_brought_in_at_the_next_start(desk: Desk) -> None:
    fill(desk.notes, "spine")
    shelf = BackupFolder(desk.notes)
    with closing(Notebook(None)) as elsewhere:
        OwnThings(
            OwnThingRepository(elsewhere), now=now, edition="2026-11-26", trouble=lambda: None
        ).bookmark(SPOT)
        shelf.keep(elsewhere._connection, Occasion.UNSAVED, now())
    window = desk.open()

    begin(window)

    assert titles(window) == ["MRI", "spine"]
    assert "Saved now, from when it could not be: 1 thing of yours." in window.status.said()
    assert [backup.occasion for backup in shelf.all()] == [Occasion.START]
