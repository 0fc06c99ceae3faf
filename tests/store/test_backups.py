import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from crmo_desktop.domain.backup import Backup, BackupContent, Occasion
from crmo_desktop.store import notes_file
from crmo_desktop.store.backups import BackupFolder
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.migrations import STEPS, Step
from crmo_desktop.store.trouble import UnusableFileError

NOW = datetime(2026, 11, 26, 9, 2, 17, 123, tzinfo=timezone(timedelta(hours=1)))
THING = """INSERT INTO thing
    (uid, kind, page, audience, title, section_title, words, edition, made_at, changed_at)
    VALUES (?, ?, 'crmo://topic/mri', 'patient', ?, '', '', '2026-11-26', '', '')"""


@pytest.fixture
def notebook(path: Path) -> Iterator[Notebook]:
    notebook = Notebook(path)
    yield notebook
    notebook.close()


@pytest.fixture
def shelf(path: Path) -> BackupFolder:
    return BackupFolder(path)


def add(notebook: Notebook, uid: str, kind: str = "bookmark", title: str = "MRI") -> None:
    notebook.write((THING, (uid, kind, title)))


def made(shelf: BackupFolder, occasion: Occasion = Occasion.START, now: datetime = NOW) -> Backup:
    backup = shelf.make(occasion, now)
    assert backup is not None
    return backup


def damage(file: Path) -> None:
    broken = bytearray(file.read_bytes())
    broken[4096:] = b"\xff" * (len(broken) - 4096)
    file.write_bytes(broken)


def test_a_backup_is_one_sound_file_with_a_name_for_any_disk(notebook: Notebook, shelf: BackupFolder) -> None:
    add(notebook, "a")

    backup = made(shelf)

    assert [file.name for file in shelf.folder.iterdir()] == [backup.name]
    assert backup.name == "notes-2026-11-26-09.02.17+0100-1-start.sqlite"
    assert backup.made == NOW.replace(microsecond=0)
    assert shelf.all() == (backup,)
    with closing(shelf.open(backup)) as connection:
        assert connection.execute("SELECT uid FROM thing").fetchall() == [("a",)]


def test_what_it_holds_is_told(notebook: Notebook, shelf: BackupFolder) -> None:
    notebook.write(("INSERT INTO visit VALUES (1, 'crmo://topic/spine', 'Spine', 'patient', '')", ()))
    with_visit = made(shelf)
    for n, kind in enumerate(("bookmark", "highlight", "highlight", "note", "note", "note")):
        add(notebook, str(n), kind, f"Topic {n}")
    notebook.write(
        ("INSERT INTO folder (uid, name) VALUES ('f', 'Knee')", ()),
        ("INSERT INTO finished VALUES ('mri', '')", ()),
        ("INSERT INTO kept_question (words, audience, kept_at) VALUES ('why', 'patient', '')", ()),
        ("INSERT INTO handout (uid, name, body, changed_at) VALUES ('h', 'Clinic', '{}', '')", ()),
        ("INSERT INTO session (uid, name, body, changed_at) VALUES ('s', 'Evening', '{}', '')", ()),
    )

    backup = made(shelf)
    content = shelf.content(backup)

    assert content == BackupContent(
        is_sound=True,
        size=shelf.path(backup).stat().st_size,
        version=STEPS[-1].version,
        bookmarks=1,
        highlights=2,
        notes=3,
        folders=1,
        finished=1,
        visits=1,
        questions=1,
        handouts=1,
        sessions=1,
        newest="Topic 5",
    )
    assert shelf.content(with_visit).newest == "Spine"


def test_one_of_an_old_version_is_told_too(path: Path, shelf: BackupFolder) -> None:
    notes_file.open_file(path, STEPS[:1], 50).close()
    backup = made(BackupFolder(path, steps=STEPS[:1]), Occasion.ASKED)

    content = shelf.content(backup)

    assert (content.is_sound, content.version, content.things, content.newest) == (True, 1, 0, "")


def test_a_file_that_holds_nothing_is_not_backed_up(notebook: Notebook, shelf: BackupFolder) -> None:
    assert shelf.make(Occasion.START, NOW) is None
    assert shelf.all() == ()


def test_what_has_not_changed_is_not_backed_up_again(notebook: Notebook, shelf: BackupFolder) -> None:
    add(notebook, "a")
    first = made(shelf)

    assert shelf.make(Occasion.START, NOW) is None
    asked = made(shelf, Occasion.ASKED)
    add(notebook, "b")
    second = made(shelf)

    assert shelf.all() == (second, asked, first)
    assert [one.number for one in shelf.all()] == [3, 2, 1]


def test_a_last_backup_that_cannot_be_read_is_no_reason_for_none(
    notebook: Notebook, shelf: BackupFolder
) -> None:
    add(notebook, "a")
    first = made(shelf)
    shelf.path(first).unlink()
    shelf.path(first).symlink_to("missing")

    assert made(shelf).number == 2


def test_a_damaged_file_is_not_backed_up(path: Path, shelf: BackupFolder) -> None:
    with closing(Notebook(path)) as notebook:
        add(notebook, "a")
    damage(path)

    with pytest.raises((sqlite3.DatabaseError, UnusableFileError)):
        shelf.make(Occasion.START, NOW)

    assert shelf.all() == ()
    assert not list(shelf.folder.glob("*"))


def test_a_damaged_backup_and_a_newer_one_are_told(path: Path, shelf: BackupFolder) -> None:
    with closing(Notebook(path)) as notebook:
        add(notebook, "a")
    backup = made(shelf)
    damage(shelf.path(backup))
    newer = (*STEPS, Step(STEPS[-1].version + 1, "nothing", lambda _: None))
    notes_file.open_file(path, newer, 50).close()
    of_newer = made(BackupFolder(path, steps=newer), Occasion.ASKED)

    assert not shelf.content(backup).is_sound
    assert shelf.content(backup).size > 4096
    assert not shelf.content(backup).is_newer
    assert shelf.content(of_newer).is_newer
    assert not shelf.is_sound(of_newer)
    shelf.delete(backup)
    assert shelf.content(backup) == BackupContent(is_sound=False, size=0)


def test_a_file_kept_with_its_log_is_read_with_it(
    notebook: Notebook, path: Path, shelf: BackupFolder
) -> None:
    add(notebook, "in the log only")
    backup = shelf.next(Occasion.BEFORE, NOW)
    shelf.folder.mkdir()
    for end in ("", "-wal"):
        file = path.with_name(path.name + end)
        (shelf.folder / (backup.name + end)).write_bytes(file.read_bytes())

    assert shelf.content(backup).bookmarks == 1
    shelf.delete(backup)
    assert list(shelf.folder.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        "notes.sqlite",
        "notes-2026-13-26-09.02.17+0100-1-start.sqlite",
        "notes-2026-11-26-09.02.17+0100-1-party.sqlite",
        "notes-2026-11-26-09.02.17+0100-1-start.sqlite-wal",
        "Photo.jpg",
    ],
)
def test_other_files_are_no_backups(name: str, notebook: Notebook, shelf: BackupFolder) -> None:
    shelf.folder.mkdir()
    (shelf.folder / name).touch()

    shelf.tidy()

    assert shelf.all() == ()
    assert (shelf.folder / name).exists()


def test_the_rule_is_kept_and_what_was_never_finished_goes(notebook: Notebook, shelf: BackupFolder) -> None:
    for n in range(8):
        add(notebook, str(n))
        made(shelf)
    (shelf.folder / "notes-x.sqlite.1.new").touch()
    mine = shelf.folder / f"notes-x.sqlite.{os.getpid()}.new"
    mine.touch()

    shelf.tidy()

    assert [one.number for one in shelf.all()] == [8, 7, 6, 5, 4]
    assert [file for file in shelf.folder.iterdir() if ".new" in file.name] == [mine]


def test_names_without_a_zone_cannot_be_made(shelf: BackupFolder) -> None:
    with pytest.raises(ValueError, match="no time for a backup"):
        shelf.next(Occasion.START, datetime(2026, 1, 1))  # noqa: DTZ001 - that is the point


def test_an_hour_told_twice_is_told_apart(shelf: BackupFolder) -> None:
    summer = shelf.next(Occasion.START, NOW.astimezone(timezone(timedelta(hours=2))))
    utc = shelf.next(Occasion.START, NOW.astimezone(UTC))

    assert summer.made == utc.made
    assert summer.name != utc.name


def test_history_is_forgotten_in_backups_too(notebook: Notebook, shelf: BackupFolder) -> None:
    add(notebook, "a")
    notebook.write(
        ("INSERT INTO visit VALUES (1, 'crmo://topic/secret', 'A secret page', 'patient', '')", ()),
        ("INSERT INTO recent_search VALUES (1, 'secret search')", ()),
    )
    backup = made(shelf)
    old_path = shelf.path(backup)
    assert b"A secret page" in old_path.read_bytes()

    shelf.forget_history(backup)

    assert b"secret" not in old_path.read_bytes()
    assert shelf.content(backup).bookmarks == 1
    assert shelf.content(backup).visits == 0


def test_a_backup_that_cannot_be_changed_is_thrown_away(notebook: Notebook, shelf: BackupFolder) -> None:
    add(notebook, "a")
    backup = made(shelf)
    damage(shelf.path(backup))

    shelf.forget_history(backup)

    assert shelf.all() == ()
