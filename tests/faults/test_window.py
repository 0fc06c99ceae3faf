"""Whatever is wrong with the file: the window opens, says so in a sentence, and loses nothing."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from crmo_desktop.domain.identifiers import TopicAddress, TopicId
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.store.backups import BackupFolder
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.migrations import STEPS, Step
from crmo_desktop.store.notes_file import open_file
from tests.faults.disks import mount, mounted, small_disk
from tests.faults.editing import ROOT
from tests.gui.conftest import Desk
from tests.gui.hands import button_called, click

MRI = TopicAddress(TopicId("mri"))
SPINE = TopicAddress(TopicId("spine"))
NOBODY = 65534

DAMAGED = "Your notes file is damaged. Reading works; nothing has been deleted."
NO_BACKUP = f"{DAMAGED} There is no backup."
FULL = "The disk is full, so this change is not saved yet. It stays here until there is room."
READ_ONLY = "The place of your notes cannot be written to. You can read and print; notes are not kept."
NEWER = "These notes were made by a newer version of CRMO Desktop. They are left untouched."
LOCKED = "Another program is holding your notes file. Reading works; changes stay here until it lets go."
OUT_OF_REACH = "Your notes file cannot be reached. Reading works; changes stay here until the file is back."


def bookmarked(window: MainWindow) -> set[str]:
    return {thing.spot.page for thing in window._services.own.things.all()}


def bookmark(window: MainWindow, address: TopicAddress = MRI) -> None:
    """As a reader does: go there, and Ctrl+D."""
    window.navigator.go(address)
    assert not window.table["bookmark"].isChecked()
    window.table["bookmark"].trigger()
    assert window.table["bookmark"].isChecked()
    assert str(address) in bookmarked(window)


def reads(window: MainWindow) -> bool:
    """Whether a page is shown, with its text."""
    window.navigator.go(SPINE)
    return window.reader.page() is not None


def told(window: MainWindow) -> str:
    return window.notice.words()


def press(window: MainWindow, words: str) -> None:
    click(button_called(window.notice, words, QPushButton))


def in_file(notes: Path) -> set[str]:
    with closing(Notebook(notes)) as notebook:
        return {page for (page,) in notebook.read("SELECT page FROM thing")}


@pytest.fixture
def warm(desk: Desk) -> Desk:
    """A desk of which everything that a window loads late has been loaded, and a bookmark of the jaw."""
    window = desk.open()
    bookmark(window, TopicAddress(TopicId("jaw")))
    window.dialogs.own_file.begin()
    window.dialogs.own_file.finish()
    window.dialogs.close()
    window.close()
    desk.notebooks.pop().close()
    for backup in BackupFolder(desk.notes).all():
        BackupFolder(desk.notes).delete(backup)
    (desk.notes.parent / "backups").rmdir()
    return desk


# --- a full disk


@pytest.mark.parametrize("kind", ["mounted", "limited"])
def test_a_disk_that_becomes_full(kind: str, desk: Desk, tmp_path: Path) -> None:
    with small_disk(kind, tmp_path / "disk") as disk:
        desk.notes = disk.folder / "data" / "notes.sqlite"
        window = desk.open()
        bookmark(window, SPINE)
        disk.fill()

        bookmark(window)
        assert told(window) == FULL
        assert reads(window)
        disk.fill()  # what was beside the file has gone with it
        press(window, "Try again")
        assert told(window) == FULL
        disk.make_room()
        press(window, "Try again")

        assert told(window) == ""
        assert in_file(desk.notes) == {str(SPINE), str(MRI)}
        window.close()
        desk.notebooks.pop().close()


def test_a_disk_that_is_full_at_the_start_and_has_room_at_the_end(desk: Desk, tmp_path: Path) -> None:
    with small_disk("mounted", tmp_path / "disk") as disk:
        disk.fill()
        desk.notes = disk.folder / "notes.sqlite"
        window = desk.open()
        assert told(window) == FULL

        bookmark(window)
        disk.make_room()
        window.close()
        desk.notebooks.pop().close()

        assert in_file(desk.notes) == {str(MRI)}


def test_a_backup_that_has_no_room_is_told_nowhere_but_in_the_list(desk: Desk, tmp_path: Path) -> None:
    with small_disk("mounted", tmp_path / "disk") as disk:
        desk.notes = disk.folder / "notes.sqlite"
        window = desk.open()
        bookmark(window)
        disk.fill()

        window.dialogs.own_file.begin()
        window.dialogs.own_file.finish()
        window.dialogs.close()

        assert told(window) == ""
        assert BackupFolder(desk.notes).all() == ()
        disk.make_room()
        window.close()
        desk.notebooks.pop().close()


# --- places that cannot be written to


def test_a_read_only_disk(warm: Desk, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    content = warm.notes.read_bytes()
    with mounted(disk):
        (disk / "notes.sqlite").write_bytes(content)
        assert mount("-o", "remount,ro", str(disk))
        warm.notes = disk / "notes.sqlite"
        window = warm.open()

        assert told(window) == READ_ONLY
        assert "crmo://topic/jaw" in bookmarked(window)
        bookmark(window)
        assert reads(window)
        window.close()
        warm.notebooks.pop().close()
        assert (disk / "notes.sqlite").read_bytes() == content
        assert [file.name for file in disk.iterdir()] == ["notes.sqlite"]


@contextmanager
def somebody_else(*readable: Path) -> Iterator[None]:
    """Rights of another user than the one who made the files."""
    if sys.platform == "win32" or os.geteuid() != 0:
        pytest.skip("only root becomes another user")
    for path in readable:
        for folder in path.parents:
            if folder.stat().st_mode & 0o001 == 0 and len(folder.parts) > 2:
                folder.chmod(folder.stat().st_mode | 0o011)
    os.seteuid(NOBODY)
    try:
        if not os.access(ROOT / "resources", os.R_OK, effective_ids=True):
            pytest.skip("another user cannot read the program here")
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize(
    ("mode_of_folder", "mode_of_file", "sees"),
    [(0o755, 0o644, True), (0o777, 0o444, True), (0o555, 0o666, True), (0o700, 0o600, False)],
    ids=["another user's", "another user's file in an open folder", "read-only folder", "without rights"],
)
def test_without_the_right_to_write(warm: Desk, mode_of_folder: int, mode_of_file: int, sees: bool) -> None:
    warm.notes.chmod(mode_of_file)
    warm.notes.parent.chmod(mode_of_folder)
    content = warm.notes.read_bytes()
    with somebody_else(warm.notes):
        window = warm.open()

        assert told(window) == READ_ONLY
        assert ("crmo://topic/jaw" in bookmarked(window)) is sees
        bookmark(window)
        assert reads(window)
        window.close()
        warm.notebooks.pop().close()
    assert warm.notes.read_bytes() == content


# --- files that are none


def zero_bytes(notes: Path) -> None:
    notes.write_bytes(b"")


def a_text(notes: Path) -> None:
    notes.write_text("Dear diary, today it hurt less.")


def half_a_file(notes: Path) -> None:
    notes.write_bytes(notes.read_bytes()[:6000])


@pytest.mark.parametrize("spoil", [zero_bytes, a_text, half_a_file])
@pytest.mark.parametrize("has_backup", [True, False])
def test_a_file_that_is_none(warm: Desk, spoil: Callable[[Path], None], has_backup: bool) -> None:
    shelf = BackupFolder(warm.notes)
    if has_backup:
        from crmo_desktop.domain.backup import Occasion

        shelf.make(Occasion.START, datetime.now().astimezone())
    spoil(warm.notes)
    content = warm.notes.read_bytes()
    window = warm.open()

    assert told(window) == (DAMAGED if has_backup else NO_BACKUP)
    bookmark(window)
    assert reads(window)
    assert warm.notes.read_bytes() == content
    buttons = [one for one in window.notice.findChildren(QPushButton) if not one.isHidden()]
    click(buttons[0] if has_backup else buttons[-1])

    assert told(window) == ""
    there = {str(MRI)} | ({"crmo://topic/jaw"} if has_backup else set())
    assert in_file(warm.notes) == there
    kept = [*shelf.folder.glob("*-before.sqlite"), *warm.notes.parent.glob("notes.damaged-*.sqlite")]
    assert [path.read_bytes() for path in kept] == [content]


def test_a_damaged_file_that_nobody_mends_keeps_what_was_made_for_the_next_start(warm: Desk) -> None:
    a_text(warm.notes)
    window = warm.open()
    bookmark(window)
    window._services.own.keep_unsaved()
    window.close()
    warm.notebooks.pop().close()
    assert warm.notes.read_text() == "Dear diary, today it hurt less."

    window = warm.open()
    press(window, "Begin an empty file")
    window.close()
    warm.notebooks.pop().close()
    window = warm.open()
    window.dialogs.own_file.begin()
    window.dialogs.own_file.finish()
    window.dialogs.close()

    assert bookmarked(window) == {str(MRI)}
    assert in_file(warm.notes) == {str(MRI)}


def test_a_file_from_a_newer_version(warm: Desk) -> None:
    warm.notes.unlink()
    newer = (*STEPS, Step(STEPS[-1].version + 1, "nothing", lambda _: None))
    open_file(warm.notes, newer, 50).close()
    content = warm.notes.read_bytes()
    window = warm.open()

    assert told(window) == NEWER
    bookmark(window)
    assert reads(window)
    window.close()
    warm.notebooks.pop().close()
    assert warm.notes.read_bytes() == content


# --- others


HOLDER = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1], isolation_level=None)
other.execute("PRAGMA locking_mode = EXCLUSIVE")
other.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def other_process(code: str, *arguments: object) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        yield other
        other.communicate("")


def test_a_file_that_another_process_holds(warm: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crmo_desktop.store.database.BUSY_MS", 10)
    with other_process(HOLDER, warm.notes):
        window = warm.open()
        assert told(window) == LOCKED
        bookmark(window)
        assert reads(window)
        press(window, "Try again")
        assert told(window) == LOCKED
    press(window, "Try again")

    assert told(window) == ""
    assert in_file(warm.notes) == {"crmo://topic/jaw", str(MRI)}
    assert bookmarked(window) == {"crmo://topic/jaw", str(MRI)}


def test_a_file_that_is_deleted_under_the_window(warm: Desk) -> None:
    window = warm.open()
    bookmark(window, SPINE)
    for file in warm.notes.parent.glob("notes.sqlite*"):
        file.unlink()

    bookmark(window)

    assert told(window) == ""
    assert in_file(warm.notes) == {"crmo://topic/jaw", str(SPINE), str(MRI)}


def test_a_folder_that_goes_and_comes_back(warm: Desk, tmp_path: Path) -> None:
    deep = tmp_path / "drive" / "program" / "data"
    deep.parent.mkdir(parents=True)
    warm.notes.parent.rename(deep)
    warm.notes = deep / "notes.sqlite"
    window = warm.open()
    (tmp_path / "drive").rename(tmp_path / "pulled out")

    bookmark(window)
    assert told(window) == OUT_OF_REACH
    assert reads(window)
    (tmp_path / "pulled out").rename(tmp_path / "drive")
    press(window, "Try again")

    assert told(window) == ""
    assert in_file(warm.notes) == {"crmo://topic/jaw", str(MRI)}


# --- a clock that jumps


def test_a_clock_that_jumps_puts_nothing_out_of_order(warm: Desk) -> None:
    window = warm.open()
    own = window._services.own
    times = [2026, 1999, 2099, 2026]
    topics = ["mri", "spine", "red-flags", "what-is-crmo"]
    shelf = BackupFolder(warm.notes)
    for year, topic in zip(times, topics, strict=True):
        now = datetime(year, 11, 26, 9, 2, tzinfo=UTC)
        own.things._now = own.backups.now = lambda now=now: now  # type: ignore[misc]  # the clock of this computer
        bookmark(window, TopicAddress(TopicId(topic)))
        window.dialogs.own_file.begin()
        window.dialogs.own_file.finish()
        window.dialogs.close()

    assert [thing.spot.page.rpartition("/")[2] for thing in own.things.all()] == [*topics[::-1], "jaw"]
    assert [backup.made.year for backup in shelf.all()] == times[::-1]
    for year in range(30):
        now = datetime(1970, 1, 2, tzinfo=UTC) + timedelta(days=year)
        own.backups.now = lambda now=now: now  # type: ignore[misc]  # the clock of this computer
        own.things.note(own.things.all()[0].spot, "words")
        window.dialogs.own_file.begin()
        window.dialogs.own_file.finish()
        window.dialogs.close()
    latest = shelf.all()[0]
    assert shelf.content(latest).notes == 30, "the one from the future took no one's place"
    assert {2099, 1999, 2026} & {backup.made.year for backup in shelf.all()}


# --- two windows


def test_two_windows_on_one_file_see_what_the_other_does(warm: Desk) -> None:
    one, other = warm.open(), warm.open()
    for window in (one, other):
        window.navigator.go(MRI)

    one.table["bookmark"].trigger()
    other.own_signal.look()
    assert other.table["bookmark"].isChecked()
    assert bookmarked(other) == bookmarked(one)

    other.table["bookmark"].trigger()
    one.own_signal.look()
    assert not one.table["bookmark"].isChecked()
    QApplication.processEvents()


BOOKMARKING = """
import sys
from pathlib import Path
from crmo_desktop.store.database import Notebook
from tests.faults.editing import Edit, Edits, Hand
notebook = Notebook(Path(sys.argv[1]))
Hand(notebook).make(Edit("note", "from elsewhere", 1), Edits(1))
print("made", flush=True)
sys.stdin.read()
notebook.close()
"""


def test_what_another_process_does_is_seen_and_the_other_way_round(warm: Desk) -> None:
    window = warm.open()
    with other_process(BOOKMARKING, warm.notes):
        window.own_signal.look()
        assert "crmo://topic/from-elsewhere" in bookmarked(window)
        bookmark(window)
        assert str(MRI) in in_file(warm.notes)


def test_what_is_restored_in_one_window_is_seen_in_the_other(warm: Desk) -> None:
    one, other = warm.open(), warm.open()
    backup = one._services.own.backups.make()
    bookmark(one)
    one._services.own.backups.restore(backup)
    other.own_signal.look()

    assert bookmarked(other) == {"crmo://topic/jaw"}
    bookmark(other)
    assert in_file(warm.notes) == {"crmo://topic/jaw", str(MRI)}


def test_a_transaction_of_another_is_waited_for(warm: Desk) -> None:
    window = warm.open()
    with closing(sqlite3.connect(warm.notes, isolation_level=None)) as other:
        other.execute("PRAGMA busy_timeout = 2000")
        other.execute("BEGIN")
        assert other.execute("SELECT count(*) FROM thing").fetchone() == (1,)
        bookmark(window)
        assert other.execute("SELECT count(*) FROM thing").fetchone() == (1,), "who reads is not disturbed"
        other.execute("COMMIT")
        assert other.execute("SELECT count(*) FROM thing").fetchone() == (2,)
    assert told(window) == ""
