import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.store import notes_file
from crmo_desktop.store.migrations import STEPS, Step
from crmo_desktop.store.trouble import Trouble, UnusableFileError

BUSY_MS = 50
DOCS = Path(__file__).resolve().parents[2] / "docs" / "notes-file.md"


def add_table(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE added (value TEXT)")


def add_table_and_fail(connection: sqlite3.Connection) -> None:
    add_table(connection)
    connection.execute("INSERT INTO added SELECT value FROM nowhere")


NEXT = (*STEPS, Step(STEPS[-1].version + 1, "one more table", add_table))
FAILING = (*STEPS, Step(STEPS[-1].version + 1, "fails", add_table_and_fail))


def make(path: Path) -> None:
    with closing(notes_file.open_file(path, STEPS, BUSY_MS)) as connection:
        connection.execute("INSERT INTO setting VALUES ('key', 'value')")


def refusal(path: Path) -> Trouble:
    """Why the file at `path` is refused; it must not have changed by that."""
    before = path.read_bytes()
    with pytest.raises(UnusableFileError) as caught:
        notes_file.open_file(path, STEPS, BUSY_MS)
    assert path.read_bytes() == before
    return caught.value.trouble


def test_a_missing_file_is_made_whole(path: Path) -> None:
    with closing(notes_file.open_file(path, STEPS, BUSY_MS)) as connection:
        assert notes_file.version(connection) == STEPS[-1].version
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert connection.execute("PRAGMA application_id").fetchone() == (notes_file.APPLICATION_ID,)

    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_file_is_found_again(path: Path) -> None:
    make(path)

    with closing(notes_file.open_file(path, STEPS, BUSY_MS)) as connection:
        assert connection.execute("SELECT * FROM setting").fetchall() == [("key", "value")]


def test_a_name_with_signs_in_it_is_a_name(tmp_path: Path) -> None:
    path = tmp_path / "50% #1 ? ä & b" / "notes.sqlite"

    make(path)

    assert path.is_file()


def test_what_another_window_makes_meanwhile_is_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(path)
    real, answers = Path.exists, iter([False])

    def not_there_at_first(self: Path) -> bool:
        return next(answers, True) if self == path else real(self)

    monkeypatch.setattr(Path, "exists", not_there_at_first)

    with closing(notes_file.open_file(path, STEPS, BUSY_MS)) as connection:
        assert connection.execute("SELECT * FROM setting").fetchall() == [("key", "value")]


@pytest.mark.parametrize("content", [b"", b"Dear diary,\n", b"SQLite format 3\0", b"SQLite format 3\0" * 100])
def test_what_is_no_file_of_ours_is_damaged(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)

    assert refusal(path) is Trouble.DAMAGED


def test_another_programs_file_is_not_taken_over(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (value TEXT)")

    assert refusal(path) is Trouble.DAMAGED


def test_a_broken_page_is_found(path: Path) -> None:
    make(path)
    content = bytearray(path.read_bytes())
    content[4096:8192] = b"\xff" * 4096
    path.write_bytes(content)
    before = path.read_bytes()

    with pytest.raises((UnusableFileError, sqlite3.DatabaseError)):
        notes_file.open_file(path, STEPS, BUSY_MS)
    assert path.read_bytes() == before


def test_a_broken_index_is_found(path: Path) -> None:
    make(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET rootpage = 2 WHERE name = 'visit_address'")
        connection.commit()

    with pytest.raises((UnusableFileError, sqlite3.DatabaseError)):
        notes_file.open_file(path, STEPS, BUSY_MS)


def test_a_newer_version_is_refused_and_left_untouched(path: Path) -> None:
    notes_file.open_file(path, NEXT, BUSY_MS).close()

    assert refusal(path) is Trouble.NEWER


def test_a_newer_version_is_noticed_in_the_log_too(path: Path) -> None:
    make(path)
    with closing(notes_file.connect(path, BUSY_MS, "mode=rw")) as other:
        notes_file.migrate(other, NEXT)  # stands in the log while `other` is open

        assert refusal(path) is Trouble.NEWER


def test_a_migration_copies_the_file_aside_first(path: Path) -> None:
    make(path)

    with closing(notes_file.open_file(path, NEXT, BUSY_MS)) as connection:
        assert notes_file.version(connection) == NEXT[-1].version
        assert connection.execute("SELECT * FROM setting").fetchall() == [("key", "value")]
        connection.execute("SELECT * FROM added")

    copy = path.with_name(f"notes.version-{STEPS[-1].version}.sqlite")
    with closing(notes_file.open_file(copy, STEPS, BUSY_MS)) as connection:
        assert connection.execute("SELECT * FROM setting").fetchall() == [("key", "value")]


def test_a_step_that_fails_leaves_the_file_at_its_version(path: Path) -> None:
    make(path)

    with pytest.raises(sqlite3.OperationalError):
        notes_file.open_file(path, FAILING, BUSY_MS)

    with closing(notes_file.open_file(path, STEPS, BUSY_MS)) as connection:
        assert connection.execute("SELECT * FROM setting").fetchall() == [("key", "value")]


def test_a_step_is_taken_once_by_two_windows(path: Path) -> None:
    make(path)
    with closing(notes_file.connect(path, BUSY_MS, "mode=rw")) as connection:
        notes_file.migrate(connection, NEXT)
        notes_file.migrate(connection, NEXT)

        assert notes_file.version(connection) == NEXT[-1].version


def test_steps_count_up_by_one() -> None:
    assert [step.version for step in STEPS] == list(range(1, len(STEPS) + 1))
    assert all(step.name for step in STEPS)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"v{step.version}")
def test_each_version_has_its_line_in_the_docs(step: Step) -> None:
    lines = DOCS.read_text(encoding="utf-8").splitlines()

    assert any(line.startswith(f"| {step.version} | `") for line in lines)


def test_every_table_and_column_is_in_the_docs(path: Path) -> None:
    make(path)
    text = DOCS.read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        tables = [name for (name,) in connection.execute(query)]
        columns = [row[1] for row in connection.execute("PRAGMA table_info(thing)")]

    assert [name for name in tables if f"| `{name}` | " not in text] == []
    assert [name for name in columns if f"`{name}`" not in text] == []


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"v{step.version}")
def test_the_old_file_of_each_version_opens(step: Step, tmp_path: Path) -> None:
    old = Path(__file__).resolve().parents[1] / "data" / f"notes-v{step.version}.sqlite"
    path = tmp_path / "notes.sqlite"
    path.write_bytes(old.read_bytes())

    with closing(notes_file.open_file(path, STEPS, BUSY_MS)) as connection:
        assert notes_file.version(connection) == STEPS[-1].version
        ((count,),) = connection.execute("SELECT count(*) FROM visit").fetchall()
        assert count == 2


def test_python_does_not_wait_for_a_locked_file_for_ever(tmp_path: Path) -> None:
    make(tmp_path / "notes.sqlite")
    with closing(sqlite3.connect(tmp_path / "notes.sqlite", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with (
            closing(sqlite3.connect(tmp_path / "notes.sqlite", timeout=0)) as source,
            closing(sqlite3.connect(":memory:")) as target,
            pytest.raises(UnusableFileError) as caught,
        ):
            notes_file.copy_into(target, source)

    assert caught.value.trouble is Trouble.LOCKED


def test_a_folder_that_cannot_be_flushed_is_no_trouble(tmp_path: Path) -> None:
    notes_file.flush_folder(tmp_path / "missing")

    assert not (tmp_path / "missing").exists()
