import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.store import stand_in
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.migrations import STEPS
from crmo_desktop.store.notes_file import APPLICATION_ID, connect, open_file
from crmo_desktop.store.stand_in import StandIn, as_text, brought_up, frozen, in_memory

SET = "INSERT INTO setting VALUES (?, 'value')"
KEEP = "INSERT INTO kept_question (words, audience, kept_at) VALUES (?, 'patient', '')"


def test_a_text_with_lost_letters_is_a_text() -> None:
    assert as_text(b"bone \xff pain") == "bone \N{REPLACEMENT CHARACTER} pain"


def test_it_begins_with_what_can_be_read_and_is_a_notebook(path: Path) -> None:
    with closing(Notebook(path)) as notebook:
        notebook.write((SET, ("key",)))

    with closing(in_memory(connect(path, 50, "mode=ro"), STEPS)) as copy:
        assert copy.execute("SELECT key FROM setting").fetchall() == [("key",)]
        assert copy.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_it_begins_with_nothing_where_nothing_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("Dear diary," * 100)

    with closing(in_memory(sqlite3.connect(tmp_path / "text"), STEPS)) as copy:
        assert copy.execute("SELECT * FROM setting").fetchall() == []


def test_what_is_made_has_numbers_that_the_file_never_gives(path: Path) -> None:
    with closing(open_file(path, STEPS, 50)) as file:
        file.execute(KEEP, ("before",))
    standing = StandIn(connect(path, 50, "mode=ro"), STEPS)

    standing.connection.execute(KEEP, ("meanwhile",))

    (before, meanwhile) = standing.connection.execute("SELECT id FROM kept_question ORDER BY id").fetchall()
    assert before == (1,)
    assert meanwhile[0] > 1_000_000
    standing.connection.close()


def test_only_what_was_noted_is_carried_over(path: Path) -> None:
    with closing(open_file(path, STEPS, 50)) as file:
        standing = StandIn(None, STEPS)
        standing.connection.execute(KEEP, ("meanwhile",))
        standing.carry_over(file)
        assert file.execute("SELECT * FROM kept_question").fetchall() == []

        file.execute(SET, ("forgotten",))
        standing.note(["INSERT …", "DELETE FROM setting", "DELETE FROM visit WHERE id = 1"])
        standing.carry_over(file)

        assert file.execute("SELECT words, id < 1000 FROM kept_question").fetchall() == [("meanwhile", 1)]
        assert file.execute("SELECT * FROM setting").fetchall() == []
    standing.connection.close()


def test_an_old_version_is_brought_up_in_memory(path: Path) -> None:
    with closing(open_file(path, STEPS[:1], 50)) as old, closing(brought_up(old, STEPS)) as new:
        assert new.execute("PRAGMA user_version").fetchone() == (STEPS[-1].version,)
        assert old.execute("PRAGMA user_version").fetchone() == (1,)


def test_what_cannot_be_brought_up_is_told(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("Dear diary," * 100)

    with closing(sqlite3.connect(tmp_path / "text")) as text, pytest.raises(sqlite3.DatabaseError):
        brought_up(text, STEPS)


def test_a_frozen_file_is_read_with_its_log_where_that_goes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = Notebook(path)
    notebook.write((SET, ("in the log",)))
    with_log = frozen(path, STEPS, 50)
    assert with_log is not None
    with closing(with_log):
        assert with_log.execute("SELECT key FROM setting").fetchall() == [("in the log",)]

    def refuse(path: Path, busy_ms: int, options: str) -> sqlite3.Connection:
        if "immutable" not in options:
            raise sqlite3.OperationalError("attempt to write a readonly database")
        return connect(path, busy_ms, options)

    monkeypatch.setattr(stand_in, "connect", refuse)
    without = frozen(path, STEPS, 50)
    assert without is not None
    without.close()
    notebook.close()
    assert frozen(path.with_name("missing"), STEPS, 50) is None
