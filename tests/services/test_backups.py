import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.backup import Backup, Occasion, Reason
from crmo_desktop.domain.errors import (
    BackupNotMadeError,
    BackupUnusableError,
    NotesFileError,
    NotWrittenError,
)
from crmo_desktop.domain.own_things import Spot
from crmo_desktop.services.backups import Backups
from crmo_desktop.services.own_things import OwnThings
from crmo_desktop.store.backups import BackupFolder
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.migrations import STEPS, Step
from crmo_desktop.store.notes_file import open_file
from crmo_desktop.store.own_things import OwnThingRepository

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        self.time += timedelta(minutes=1)
        return self.time


class Session:
    """A file of a reader's, open, and its backups."""

    def __init__(self, path: Path | None) -> None:
        self.notebook = Notebook(path, busy_ms=10)
        self.clock = Clock()
        self.backups = Backups(self.notebook, now=self.clock)
        self.things = OwnThings(
            OwnThingRepository(self.notebook), now=self.clock, edition="2026-11-26", trouble=lambda: None
        )

    def add(self, *titles: str) -> None:
        for title in titles:
            self.things.bookmark(Spot(page=f"crmo://topic/{title}", audience=Audience.PATIENT, title=title))

    def titles(self) -> list[str]:
        return sorted(thing.spot.title for thing in self.things.all())

    def start(self) -> bool | None:
        job = self.backups.job_at_start()
        return None if job is None else job()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "notes.sqlite"


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    session = Session(path)
    yield session
    session.notebook.close()


@pytest.fixture
def damaged(path: Path) -> Iterator[Session]:
    """A damaged file with a backup of `spine` and `jaw`."""
    before = Session(path)
    before.add("spine", "jaw")
    before.start()
    before.notebook.close()
    path.write_bytes(path.read_bytes()[:5000])
    session = Session(path)
    yield session
    session.notebook.close()


def make_newer(path: Path) -> None:
    steps = (*STEPS, Step(STEPS[-1].version + 1, "nothing", lambda _: None))
    open_file(path, steps, 50).close()


def of(backups: Backups) -> list[tuple[Occasion, Reason | None]]:
    return [(one.backup.occasion, one.reason) for one in backups.all()]


def test_a_start_makes_one_if_there_is_anything_new(session: Session) -> None:
    assert session.start() is False
    assert session.backups.all() == ()

    session.add("spine")
    session.start()
    session.start()

    ((start, reason),) = session.backups.all()
    assert reason is Reason.LAST
    assert session.backups.content(start).bookmarks == 1
    assert session.backups.folder == BackupFolder(session.notebook.path or Path()).folder


def test_what_is_kept_nowhere_has_no_backups() -> None:
    session = Session(None)

    assert session.start() is None
    assert session.backups.all() == ()
    assert session.backups.folder is None
    assert session.backups.latest_sound() is None
    assert not session.backups.is_missing()
    for refused in (session.backups.make, session.backups.begin_empty, session.backups.salvaged):
        with pytest.raises(ValueError, match="kept nowhere"):
            refused()
    with pytest.raises(ValueError, match="kept nowhere"):
        _ = session.backups._shelf


def test_a_file_that_cannot_be_used_is_not_backed_up(damaged: Session) -> None:
    assert damaged.start() is None
    assert damaged.backups.trouble() is not None
    assert damaged.backups.is_damaged()


def test_a_start_that_finds_no_room_goes_on(session: Session, path: Path) -> None:
    session.add("spine")
    (path.parent / "backups").touch()

    assert session.start() is False

    assert session.backups.trouble() is None


def test_one_is_made_when_asked_for_whatever_there_is(session: Session) -> None:
    backup = session.backups.make()

    assert of(session.backups) == [(Occasion.ASKED, Reason.ASKED)]
    assert session.backups.content(backup).is_sound


def test_one_that_cannot_be_made_is_told(session: Session, path: Path) -> None:
    (path.parent / "backups").touch()

    with pytest.raises(BackupNotMadeError) as caught:
        session.backups.make()

    assert caught.value.hint.endswith(".")


def test_a_bug_is_no_reason_for_none(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise sqlite3.ProgrammingError("a bug")

    monkeypatch.setattr(session.notebook, "fill", fail)

    with pytest.raises(sqlite3.ProgrammingError):
        session.backups.make()


def test_restoring_keeps_what_was_there(session: Session) -> None:
    session.add("spine")
    first = session.backups.make()
    session.add("jaw")

    session.backups.restore(first)

    assert session.titles() == ["spine"]
    assert of(session.backups)[0] == (Occasion.BEFORE, Reason.BEFORE)
    session.backups.restore(session.backups.all()[0].backup)
    assert session.titles() == ["jaw", "spine"]


def test_a_backup_of_an_older_version_is_brought_up(session: Session, path: Path) -> None:
    old = path.with_name("old.sqlite")
    with closing(open_file(old, STEPS[:1], 50)) as connection:
        backup = BackupFolder(path, steps=STEPS[:1]).keep(connection, Occasion.ASKED, NOON)
    session.add("spine")

    session.backups.restore(backup)

    assert session.titles() == []
    session.add("jaw")
    assert session.titles() == ["jaw"]


@pytest.mark.parametrize("is_newer", [True, False])
def test_a_backup_that_cannot_be_used_changes_nothing(session: Session, path: Path, is_newer: bool) -> None:
    session.add("spine")
    backup = session.backups.make()
    file = path.parent / "backups" / backup.name
    if is_newer:
        file.unlink()
        make_newer(file)
    else:
        file.write_bytes(b"Dear diary,")
    session.add("jaw")

    for refused in (session.backups.restore, session.backups.add_missing):
        with pytest.raises(BackupUnusableError, match="newer" if is_newer else "damaged"):
            refused(backup)
    with pytest.raises(BackupUnusableError):
        session.backups.copy_to(path.with_name("copy.sqlite"), backup)

    assert session.titles() == ["jaw", "spine"]
    assert len(session.backups.all()) == 1


def test_where_the_present_cannot_be_kept_nothing_is_restored(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = session.backups.make()
    session.add("spine")

    def refuse(*_: object) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(BackupFolder, "keep", refuse)

    with pytest.raises(BackupNotMadeError):
        session.backups.restore(backup)
    assert session.titles() == ["spine"]


def test_a_damaged_file_gives_way_and_is_kept(damaged: Session, path: Path) -> None:
    broken = path.read_bytes()
    damaged.add("meanwhile")
    latest = damaged.backups.latest_sound()
    assert latest is not None

    damaged.backups.restore(latest)

    assert damaged.titles() == ["jaw", "meanwhile", "spine"]
    assert damaged.backups.trouble() is None
    (before, _start) = damaged.backups.all()
    assert before.backup.occasion is Occasion.BEFORE
    assert not damaged.backups.content(before.backup).is_sound
    assert (path.parent / "backups" / before.backup.name).read_bytes() == broken


def test_a_newer_file_gives_way_too_and_is_kept(session: Session, path: Path) -> None:
    session.add("spine")
    backup = session.backups.make()
    session.notebook.close()
    path.unlink()
    make_newer(path)
    later = Session(path)

    later.backups.restore(backup)

    assert later.titles() == ["spine"]
    assert later.backups.content(later.backups.all()[0].backup).is_newer
    later.notebook.close()


def test_a_file_that_another_program_holds_is_not_replaced(session: Session, path: Path) -> None:
    session.add("spine")
    backup = session.backups.make()
    session.notebook.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        later = Session(path)
        later.add("jaw")
        with pytest.raises(NotesFileError, match="Another program"):
            later.backups.restore(backup)
    assert later.backups.try_again()
    assert later.titles() == ["jaw", "spine"]
    later.notebook.close()


def test_the_latest_sound_one_is_no_one_that_was_left_on_purpose(damaged: Session, path: Path) -> None:
    shelf = BackupFolder(path)
    (start,) = shelf.all()
    with closing(shelf.open(start)) as content:
        for occasion in (Occasion.BEFORE, Occasion.UNSAVED):
            shelf.keep(content, occasion, NOON)

    assert damaged.backups.latest_sound() == start
    shelf.delete(start)
    latest = damaged.backups.latest_sound()
    assert latest is not None
    assert latest.occasion is Occasion.BEFORE


def test_only_what_is_missing_comes_back(session: Session) -> None:
    session.add("spine", "jaw")
    backup = session.backups.make()
    session.things.delete([session.things.all()[0].id])
    session.add("knee")

    assert session.backups.add_missing(backup) == 1

    assert session.titles() == ["jaw", "knee", "spine"]


def test_an_empty_file_is_begun_beside_the_damaged_one(damaged: Session, path: Path) -> None:
    broken = path.read_bytes()
    damaged.add("meanwhile")

    damaged.backups.begin_empty()

    assert damaged.titles() == ["meanwhile"]
    (kept,) = path.parent.glob("notes.damaged-2026-11-26-*.sqlite")
    assert kept.read_bytes() == broken


def test_what_can_be_read_of_a_damaged_file_is_kept(session: Session, path: Path) -> None:
    session.add(*(f"{number} {'x' * 300}" for number in range(60)))
    session.notebook.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:-4096] + b"\xff" * 4096)
    later = Session(path)
    later.add("meanwhile")
    assert later.backups.is_damaged()

    there = later.backups.salvaged()
    later.backups.keep_salvaged()

    assert 20 < there <= 60
    assert len(later.titles()) == there + 1
    later.notebook.close()


def test_a_file_that_is_gone_is_missed_only_where_there_are_backups(session: Session, path: Path) -> None:
    assert not session.backups.is_missing()
    session.add("spine")
    session.start()
    assert session.backups.is_missing(), "there are backups, and it was made at this start"
    session.notebook.close()
    again = Session(path)
    assert not again.backups.is_missing()
    again.notebook.close()


@pytest.mark.parametrize("from_backup", [True, False])
def test_a_copy_goes_where_the_reader_wants_it(session: Session, path: Path, from_backup: bool) -> None:
    session.add("spine")
    backup = session.backups.make() if from_backup else None
    copy = path.with_name("copy.sqlite")

    session.backups.copy_to(copy, backup)

    with closing(Notebook(copy)) as elsewhere:
        assert elsewhere.read("SELECT title FROM thing") == [("spine",)]
    with pytest.raises(NotWrittenError):
        session.backups.copy_to(path.parent / "missing" / "copy.sqlite", backup)


# --- what could not be saved


def test_at_the_end_it_is_saved_after_all(damaged: Session, path: Path) -> None:
    damaged.add("meanwhile")
    path.unlink()

    damaged.backups.keep_unsaved()

    assert damaged.backups.trouble() is None
    assert damaged.titles() == ["meanwhile"]


def test_at_the_end_it_is_kept_and_comes_in_later(damaged: Session, path: Path) -> None:
    damaged.add("meanwhile")

    damaged.backups.keep_unsaved()

    assert of(damaged.backups)[0] == (Occasion.UNSAVED, Reason.UNSAVED)
    path.unlink()
    later = Session(path)
    later.add("later")
    assert later.start() is True
    assert later.backups.bring_in_unsaved() == 1
    assert later.titles() == ["later", "meanwhile"]
    assert Occasion.UNSAVED not in [occasion for occasion, _ in of(later.backups)]
    assert later.backups.bring_in_unsaved() == 0
    later.notebook.close()


def test_where_there_is_no_room_for_it_the_program_ends_all_the_same(damaged: Session, path: Path) -> None:
    damaged.add("meanwhile")
    folder = path.parent / "backups"
    folder.rename(path.parent / "elsewhere")
    folder.touch()

    damaged.backups.keep_unsaved()

    assert damaged.titles() == ["meanwhile"]


def test_what_cannot_be_read_or_saved_stays_for_later(
    damaged: Session, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = BackupFolder(path)
    damaged.add("meanwhile")
    damaged.backups.keep_unsaved()
    broken = shelf.next(Occasion.UNSAVED, NOON)
    (path.parent / "backups" / broken.name).write_bytes(b"Dear diary,")
    path.unlink()
    later = Session(path)
    full = Notebook._add

    def fill(self: Notebook, content: object, *, takes_later: bool) -> int:
        added = full(self, content, takes_later=takes_later)  # type: ignore[arg-type]  # passed on
        self._leave_file(OSError(28, "no room"))
        return added

    monkeypatch.setattr(Notebook, "_add", fill)
    assert later.backups.bring_in_unsaved() == 1
    assert [one.backup.occasion for one in later.backups.all()].count(Occasion.UNSAVED) == 2
    later.notebook.close()


# --- forgetting


def test_all_backups_are_thrown_away(session: Session) -> None:
    session.add("spine")
    session.backups.make()

    session.backups.forget_all()

    assert session.backups.all() == ()


def test_history_is_forgotten_in_all_of_them(session: Session) -> None:
    session.notebook.write(("INSERT INTO visit VALUES (1, 'a', 'Secret', 'patient', '')", ()))
    backup: Backup = session.backups.make()

    session.backups.forget_history()

    assert session.backups.content(backup).visits == 0
    assert session.backups.content(backup).is_sound
