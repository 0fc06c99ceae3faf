import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.domain.errors import NotesFileError
from crmo_desktop.store import notes_file
from crmo_desktop.store.database import Notebook, open_notebook
from crmo_desktop.store.migrations import STEPS, Step
from crmo_desktop.store.trouble import Trouble
from tests.store.conftest import Child

SET = "INSERT OR REPLACE INTO setting VALUES (?, ?)"
GET = "SELECT key, value FROM setting ORDER BY key"


def put(notebook: Notebook, key: str = "key", value: str = "value") -> None:
    notebook.write((SET, (key, value)))


def content(path: Path) -> list[tuple[str, str]]:
    """The settings that stand in the file."""
    with closing(notes_file.connect(path, 50, "mode=ro")) as connection:
        return connection.execute(GET).fetchall()


def works_in_memory(notebook: Notebook) -> bool:
    put(notebook, "other", "kept meanwhile")
    return ("other", "kept meanwhile") in notebook.read(GET)


def test_what_is_written_is_in_the_file_at_once(path: Path) -> None:
    notebook = open_notebook(path)

    put(notebook)

    assert content(path) == [("key", "value")]
    assert notebook.problem is None
    assert notebook.try_again()
    notebook.close()


def test_what_is_written_together_is_all_there_or_not_at_all(path: Path) -> None:
    notebook = open_notebook(path)

    with pytest.raises(sqlite3.IntegrityError):
        notebook.write((SET, ("key", "value")), (SET, ("key", None)))

    assert notebook.read(GET) == []
    assert notebook.problem is None


def test_a_wrong_query_is_a_bug_and_no_trouble(path: Path) -> None:
    notebook = open_notebook(path)

    with pytest.raises(sqlite3.OperationalError):
        notebook.read("SELECT nonsense")
    assert notebook.problem is None


def test_two_windows_see_each_others_changes(path: Path) -> None:
    one, other = open_notebook(path), open_notebook(path)
    before = one.stamp()
    assert one.stamp() == before

    put(other)

    after = one.stamp()
    assert after != before
    assert one.read(GET) == [("key", "value")]
    put(one)
    assert one.stamp() == after


def no_file(path: Path) -> None:
    """A file in the place of the folder."""
    path.parent.write_text("in the way")


def a_folder(path: Path) -> None:
    path.mkdir(parents=True)


def zero_bytes(path: Path) -> None:
    path.parent.mkdir()
    path.touch()


def a_text(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("Dear diary,")


def a_newer_version(path: Path) -> None:
    steps = (*STEPS, Step(len(STEPS) + 1, "nothing", lambda _: None))
    notes_file.open_file(path, steps, 50).close()


@pytest.mark.parametrize(
    ("prepare", "trouble"),
    [
        (no_file, Trouble.OUT_OF_REACH),
        (a_folder, Trouble.OUT_OF_REACH),
        (zero_bytes, Trouble.DAMAGED),
        (a_text, Trouble.DAMAGED),
        (a_newer_version, Trouble.NEWER),
    ],
)
def test_what_cannot_be_used_is_told_and_left_untouched(
    prepare: Callable[[Path], None], trouble: Trouble, path: Path
) -> None:
    prepare(path)
    before = path.read_bytes() if path.is_file() else None

    notebook = open_notebook(path)

    assert notebook.trouble is trouble
    assert notebook.problem is not None
    assert works_in_memory(notebook)
    assert not notebook.try_again()
    notebook.close()
    assert before is None or path.read_bytes() == before


@pytest.mark.usefixtures("ordinary_rights")
def test_a_folder_without_rights(open_folder: Path) -> None:
    folder = open_folder / "closed"
    folder.mkdir()
    folder.chmod(0)

    notebook = open_notebook(folder / "notes.sqlite")

    assert notebook.trouble is Trouble.READ_ONLY
    assert works_in_memory(notebook)
    folder.chmod(0o700)


@pytest.mark.usefixtures("ordinary_rights")
@pytest.mark.parametrize("closed", ["file", "folder", "both"])
def test_a_read_only_place_is_read_and_not_written(open_folder: Path, closed: str) -> None:
    path = open_folder / "notes.sqlite"
    notebook = open_notebook(path)
    put(notebook)
    notebook.close()
    before = path.read_bytes()
    if closed != "folder":
        path.chmod(0o444)
    if closed != "file":
        open_folder.chmod(0o555)

    notebook = open_notebook(path)

    assert notebook.trouble is Trouble.READ_ONLY
    assert notebook.read(GET) == [("key", "value")]
    assert works_in_memory(notebook)
    notebook.close()
    assert path.read_bytes() == before


@pytest.mark.usefixtures("ordinary_rights")
def test_a_read_only_file_that_is_damaged_is_not_copied(open_folder: Path) -> None:
    path = open_folder / "notes.sqlite"
    open_notebook(path).close()
    broken = bytearray(path.read_bytes())
    broken[4096 : 4096 + 2000] = b"\xff" * 2000
    path.write_bytes(broken)
    open_folder.chmod(0o555)

    notebook = open_notebook(path)

    assert notebook.trouble in {Trouble.READ_ONLY, Trouble.DAMAGED}
    assert works_in_memory(notebook)


def test_a_file_that_another_program_holds(path: Path) -> None:
    open_notebook(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")

        notebook = Notebook(path, busy_ms=10)

        assert notebook.trouble is Trouble.LOCKED
        put(notebook)
        assert not notebook.try_again()
    assert notebook.try_again()
    assert notebook.problem is None
    assert content(path) == [("key", "value")]


def test_a_write_while_another_window_writes_is_kept_until_that_is_done(path: Path) -> None:
    notebook = Notebook(path, busy_ms=10)
    put(notebook, "before")
    with closing(notes_file.connect(path, 10, "mode=rw")) as other:
        other.execute("BEGIN IMMEDIATE")
        put(notebook, "meanwhile")
        assert notebook.trouble is Trouble.LOCKED
        assert [key for key, _ in notebook.read(GET)] == ["before", "meanwhile"]
        other.execute("COMMIT")

    notebook.close()

    assert [key for key, _ in content(path)] == ["before", "meanwhile"]


def fill_disk(notebook: Notebook) -> None:
    """Let the file not grow any more, as on a full disk."""
    ((pages,),) = notebook.read("PRAGMA page_count")
    notebook.read(f"PRAGMA max_page_count = {pages}")


def test_a_full_disk_keeps_the_change_until_there_is_room(path: Path) -> None:
    notebook = open_notebook(path)
    put(notebook, "before")
    fill_disk(notebook)
    before = notebook.stamp()

    put(notebook, "large", "x" * 100_000)

    assert notebook.trouble is Trouble.FULL
    assert [key for key, _ in notebook.read(GET)] == ["before", "large"]
    assert [key for key, _ in content(path)] == ["before"]
    assert notebook.stamp() != before

    assert notebook.try_again()  # the limit went with the old connection
    assert [key for key, _ in content(path)] == ["before", "large"]
    assert notebook.read(GET) == content(path)


def test_a_disk_that_is_still_full_keeps_the_change_further(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = open_notebook(path)
    fill_disk(notebook)
    put(notebook, "large", "x" * 100_000)
    real = notes_file.open_file

    def small(*arguments: object) -> sqlite3.Connection:
        connection = real(*arguments)  # type: ignore[arg-type] # passed on as they came
        connection.execute("PRAGMA max_page_count = 1")
        return connection

    with monkeypatch.context() as patch:
        patch.setattr("crmo_desktop.store.database.open_file", small)
        assert not notebook.try_again()

    assert notebook.trouble is Trouble.FULL
    assert [key for key, _ in notebook.read(GET)] == ["large"]
    assert notebook.try_again()


FILE_LIMIT = """
import resource, signal, sys
from pathlib import Path
from crmo_desktop.store.database import open_notebook
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
notebook = open_notebook(Path(sys.argv[1]))
for number in range(200):
    notebook.write(("INSERT INTO setting VALUES (?, ?)", (str(number), "x" * 1000)))
kept = notebook.read("SELECT count(*) FROM setting")[0][0]
print(notebook.trouble, kept, flush=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
notebook.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a limit to the size of files exists on POSIX only")
@pytest.mark.parametrize("limit", [1, 40_000, 100_000])
def test_a_disk_that_really_is_full_loses_nothing(path: Path, child: Child, limit: int) -> None:
    with child(FILE_LIMIT, path, limit) as process:
        assert process.communicate()[0] == "full 200\n"

    assert process.returncode == 0
    assert len(content(path)) == 200


def test_a_file_that_breaks_while_it_is_open_is_left(path: Path) -> None:
    notebook = open_notebook(path)
    put(notebook)
    notebook.close()
    notebook = open_notebook(path)
    broken = bytearray(path.read_bytes())
    broken[4096:] = b"\xff" * (len(broken) - 4096)
    path.write_bytes(broken)

    assert notebook.read(GET) == []
    assert notebook.trouble is Trouble.DAMAGED
    assert works_in_memory(notebook)
    with pytest.raises(sqlite3.OperationalError):
        notebook.read("SELECT nonsense")


KILLED = """
import sys
from pathlib import Path
from crmo_desktop.store.database import open_notebook
notebook = open_notebook(Path(sys.argv[1]))
for number in range(100_000):
    notebook.write(("INSERT INTO setting VALUES (?, '')", (f"{number:06}",)))
    print(number, flush=True)
"""


def test_a_killed_window_has_kept_what_it_confirmed(path: Path, child: Child) -> None:
    with child(KILLED, path) as process:
        assert process.stdout is not None
        confirmed = [int(process.stdout.readline()) for _ in range(50)]
        process.kill()
        process.wait()

    kept = {int(key) for key, _ in open_notebook(path).read(GET)}
    assert set(confirmed) <= kept


# --- without a file


def test_without_a_file_everything_is_kept_in_memory(tmp_path: Path) -> None:
    notebook = Notebook(None)

    put(notebook)

    assert notebook.read(GET) == [("key", "value")]
    assert notebook.problem is None
    assert notebook.try_again()
    notebook.forget_traces()
    notebook.close()
    assert list(tmp_path.iterdir()) == []


def test_the_next_reader_finds_nothing_of_the_last_one() -> None:
    notebook = Notebook(None)
    put(notebook)
    before = notebook.stamp()

    notebook.start_anew()

    assert notebook.read(GET) == []
    assert notebook.stamp() != before
    notebook.close()


def test_a_file_is_not_forgotten_like_that(path: Path) -> None:
    notebook = Notebook(path)
    put(notebook)

    with pytest.raises(ValueError, match="is not forgotten like this"):
        notebook.start_anew()

    assert notebook.read(GET) == [("key", "value")]
    notebook.close()


# --- moving


@pytest.mark.parametrize(("take_along", "there"), [(True, [("key", "value")]), (False, [])])
def test_it_can_move_to_another_file(
    take_along: bool, there: list[tuple[str, str]], path: Path, tmp_path: Path
) -> None:
    notebook = Notebook(path)
    put(notebook)
    new = tmp_path / "stick" / "data" / "notes.sqlite"

    notebook.move(new, take_along=take_along)

    assert notebook.read(GET) == there
    assert notebook.path == new
    put(notebook, "later", "here")
    notebook.close()
    assert content(new) == [*there, ("later", "here")]
    assert content(path) == [("key", "value")]


def test_a_file_that_is_there_already_is_used_as_it_is(path: Path, tmp_path: Path) -> None:
    new = tmp_path / "stick.sqlite"
    with closing(Notebook(new)) as earlier:
        put(earlier, "old", "one")
    notebook = Notebook(path)
    put(notebook)

    notebook.move(new, take_along=True)

    assert notebook.read(GET) == [("old", "one")]
    notebook.close()


@pytest.mark.parametrize("take_along", [True, False])
def test_where_it_cannot_move_it_stays(take_along: bool, path: Path, tmp_path: Path) -> None:
    (tmp_path / "in the way").touch()
    notebook = Notebook(path)

    with pytest.raises(NotesFileError):
        notebook.move(tmp_path / "in the way" / "notes.sqlite", take_along=take_along)

    put(notebook)
    notebook.close()
    assert content(path) == [("key", "value")]


def test_half_a_sign_is_kept_as_a_question_mark(path: Path) -> None:
    with closing(Notebook(path)) as notebook:
        put(notebook, "key", "bone \ud83d pain")

    assert content(path) == [("key", "bone ? pain")]


# --- what was made meanwhile

KEEP = "INSERT INTO kept_question (words, audience, kept_at) VALUES (?, 'patient', '')"
KEPT = "SELECT words FROM kept_question ORDER BY id"


def kept(path: Path) -> list[str]:
    with closing(notes_file.connect(path, 50, "mode=ro")) as connection:
        return [words for (words,) in connection.execute(KEPT)]


def test_a_number_given_meanwhile_is_not_taken_for_another_things(path: Path) -> None:
    with closing(Notebook(path)) as notebook:
        notebook.write((KEEP, ("an old one",)))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        notebook = Notebook(path, busy_ms=10)
        notebook.write((KEEP, ("meanwhile",)))
        ((number,),) = notebook.read("SELECT id FROM kept_question")
        notebook.write(("DELETE FROM kept_question WHERE id = ?", (number,)))
        notebook.write((KEEP, ("kept",)))
        unsaved = [notebook.has_unsaved]
    assert notebook.try_again()

    assert kept(path) == ["an old one", "kept"]
    assert [*unsaved, notebook.has_unsaved] == [True, False]
    notebook.close()


def test_what_was_forgotten_meanwhile_is_forgotten_in_a_file_that_was_not_read(path: Path) -> None:
    with closing(Notebook(path)) as notebook:
        notebook.write((KEEP, ("an old one",)))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        notebook = Notebook(path, busy_ms=10)
        notebook.write(("DELETE FROM kept_question", ()))
    notebook.close()

    assert kept(path) == []


# --- a file that goes while it is open


def test_a_file_that_is_deleted_while_it_is_open_is_written_anew(path: Path) -> None:
    notebook = Notebook(path)
    put(notebook, "before")
    for file in path.parent.iterdir():
        file.unlink()
    path.parent.rmdir()

    put(notebook, "after")

    assert notebook.problem is None
    notebook.close()
    assert [key for key, _ in content(path)] == ["after", "before"]


def test_a_drive_that_is_pulled_out_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "drive" / "folder" / "data" / "notes.sqlite"
    notebook = Notebook(path)
    put(notebook, "before")
    (tmp_path / "drive").rename(tmp_path / "pulled out")

    put(notebook, "meanwhile")

    assert notebook.trouble is Trouble.OUT_OF_REACH
    assert [key for key, _ in notebook.read(GET)] == ["before", "meanwhile"]
    assert not (tmp_path / "drive").exists()
    (tmp_path / "pulled out").rename(tmp_path / "drive")
    assert notebook.try_again()
    notebook.close()
    assert [key for key, _ in content(path)] == ["before", "meanwhile"]


def test_a_file_that_another_takes_the_place_of_is_left_for_that_one(path: Path) -> None:
    notebook = Notebook(path)
    put(notebook, "before")
    new = path.with_name("new.sqlite")
    with closing(Notebook(new)) as elsewhere:
        put(elsewhere, "restored")
    new.replace(path)

    put(notebook, "after")

    assert [key for key, _ in notebook.read(GET)] == ["after", "restored"]
    notebook.close()


def test_a_log_that_is_deleted_while_it_is_open_costs_nothing(path: Path) -> None:
    notebook = Notebook(path)
    put(notebook, "before")
    path.with_name("notes.sqlite-wal").unlink()

    put(notebook, "after")

    assert notebook.problem is None
    assert [key for key, _ in content(path)] == ["after", "before"]
    put(notebook, "later")
    notebook.close()
    assert [key for key, _ in content(path)] == ["after", "before", "later"]


def test_a_text_in_its_place_is_left_alone(path: Path) -> None:
    notebook = Notebook(path)
    put(notebook, "before")
    path.unlink()
    path.write_text("Dear diary,")

    put(notebook, "meanwhile")

    assert notebook.trouble is Trouble.DAMAGED
    assert [key for key, _ in notebook.read(GET)] == ["before", "meanwhile"]
    aside = path.with_name("aside.sqlite")
    notebook.replace(None, aside)
    notebook.close()
    assert aside.read_text() == "Dear diary,"
    assert [key for key, _ in content(path)] == ["before", "meanwhile"]


def test_where_files_have_no_names_of_their_own_it_is_not_looked_for_for_ever(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = Notebook(path)
    numbers = iter(range(10_000))
    monkeypatch.setattr("crmo_desktop.store.database._identity", lambda _: (0, next(numbers) // 2))

    for number in range(60):
        put(notebook, str(number))

    assert next(numbers) < 200
    assert notebook.problem is None
    notebook.close()
    assert len(content(path)) == 60


# --- texts that the disk has spoilt


def test_a_text_with_lost_letters_is_shown_with_signs_in_their_place(path: Path) -> None:
    with closing(Notebook(path)) as notebook:
        notebook.write(("INSERT INTO setting VALUES ('key', CAST(x'626fff6e65' AS TEXT))", ()))

        assert notebook.read(GET) == [("key", "bo\N{REPLACEMENT CHARACTER}ne")]
        assert notebook.problem is None


# --- another content


@pytest.fixture
def source(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Another file with a question and a setting."""
    with closing(Notebook(tmp_path / "source.sqlite")) as notebook:
        put(notebook, "source")
        notebook.write((KEEP, ("from the source",)))
        yield notebook._connection


def test_another_content_takes_the_place_of_all_and_other_windows_see_it(
    path: Path, source: sqlite3.Connection
) -> None:
    one, other = Notebook(path), Notebook(path)
    put(one)
    before = one.stamp(), other.stamp()

    one.take_over(source)

    for notebook, stamp in zip((one, other), before, strict=True):
        assert notebook.stamp() != stamp
        assert notebook.read(GET) == [("source", "value")]
    put(other, "later")
    assert [key for key, _ in one.read(GET)] == ["later", "source"]
    one.close()
    other.close()


def test_it_takes_no_ones_place_while_another_program_writes(path: Path, source: sqlite3.Connection) -> None:
    notebook = Notebook(path, busy_ms=10)
    put(notebook)
    with closing(notes_file.connect(path, 10, "mode=rw")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotesFileError, match="Another program"):
            notebook.take_over(source)

    assert notebook.read(GET) == [("key", "value")]
    notebook.close()


def test_in_place_of_a_damaged_file_comes_another_with_all_that_was_made_meanwhile(
    path: Path, source: sqlite3.Connection
) -> None:
    zero_bytes(path)
    notebook = Notebook(path)
    with pytest.raises(NotesFileError, match="damaged"):
        notebook.take_over(source)
    notebook.write((KEEP, ("meanwhile",)))

    notebook.replace(source, path.parent / "kept" / "aside.sqlite")

    assert notebook.problem is None
    notebook.close()
    assert kept(path) == ["from the source", "meanwhile"]
    assert (path.parent / "kept" / "aside.sqlite").read_bytes() == b""


def test_a_place_that_cannot_be_written_changes_nothing(
    path: Path, source: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_text(path)
    notebook = Notebook(path)
    put(notebook, "meanwhile")
    aside = path.with_name("aside.sqlite")
    path.with_name("notes.sqlite-wal").touch()
    aside.with_name("aside.sqlite-wal").mkdir()
    (aside.with_name("aside.sqlite-wal") / "in the way").touch()

    with pytest.raises(NotesFileError):
        notebook.replace(source, aside)

    assert path.read_text() == "Dear diary,"
    assert not aside.exists()
    assert notebook.trouble is Trouble.DAMAGED
    assert notebook.read(GET) == [("meanwhile", "value")]


def test_a_sound_file_is_not_replaced(path: Path) -> None:
    with closing(Notebook(path)) as notebook, pytest.raises(ValueError, match="nothing wrong"):
        notebook.replace(None, path)


def test_what_is_missing_is_added_and_so_it_is_in_memory(path: Path, source: sqlite3.Connection) -> None:
    notebook = Notebook(path)
    notebook.write((KEEP, ("here",)))

    assert notebook.add_missing(source) == 1
    assert notebook.add_missing(source) == 0

    assert notebook.read(KEPT) == [("here",), ("from the source",)]
    assert notebook.read(GET) == []
    fill_disk(notebook)
    put(notebook, "large", "x" * 100_000)
    notebook.write(("DELETE FROM kept_question WHERE words = 'from the source'", ()))
    assert notebook.add_missing(source) == 1
    assert notebook.try_again()
    notebook.close()
    assert kept(path) == ["here", "from the source"]


def test_what_is_missing_is_added_in_memory_where_the_file_has_no_room(
    path: Path, source: sqlite3.Connection
) -> None:
    notebook = Notebook(path)
    source.execute("UPDATE kept_question SET words = ?", ("x" * 100_000,))
    fill_disk(notebook)

    assert notebook.add_missing(source) == 1

    assert notebook.trouble is Trouble.FULL
    assert notebook.has_unsaved
    notebook.close()
    assert kept(path) == ["x" * 100_000]


def test_all_of_it_is_copied(path: Path, tmp_path: Path) -> None:
    notebook = Notebook(path)
    put(notebook)

    notebook.copy_to(tmp_path / "copy.sqlite")

    assert content(tmp_path / "copy.sqlite") == [("key", "value")]
    assert not list(tmp_path.glob("copy.sqlite-*"))
    notebook.close()


def test_a_file_that_another_program_writes_to_is_not_written_anew(path: Path) -> None:
    notebook = Notebook(path, busy_ms=10)
    put(notebook)
    with closing(notes_file.connect(path, 10, "mode=rw")) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not notebook.write_anew()
        other.execute("ROLLBACK")

    assert notebook.write_anew()
    notebook.close()
    assert content(path) == [("key", "value")]
