import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from crmo_desktop.domain.audience import Audience
from crmo_desktop.store.database import open_notebook
from crmo_desktop.store.history import HistoryRepository
from crmo_desktop.store.migrations import v1, v2
from crmo_desktop.store.questions import KeptQuestion, QuestionRepository
from crmo_desktop.store.searches import SearchRepository
from crmo_desktop.store.settings import TEXT_SIZE, Settings

DATA = Path(__file__).resolve().parents[2] / "data"
KEPT = KeptQuestion(
    1, "why do my wrists click", Audience.PATIENT, datetime(2026, 11, 25, 18, 4, tzinfo=UTC)
)  # fmt: skip


def test_it_adds_its_tables() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        v1.migrate(connection)
        before = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        v2.migrate(connection)

        added = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        } - before

    assert added == {"kept_question", "recent_search", "sqlite_sequence"}


def test_a_file_of_the_version_before_keeps_what_it_has_and_is_copied_aside(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite"
    shutil.copy(DATA / "notes-v1.sqlite", path)

    notebook = open_notebook(path)

    assert notebook.problem is None
    assert Settings(notebook).get(TEXT_SIZE) == 130
    assert [visit.title for visit in HistoryRepository(notebook).newest_first()] == [
        "Naproxen",
        "What is CRMO?",
    ]
    assert QuestionRepository(notebook).newest_first() == []
    assert SearchRepository(notebook).newest_first(8) == []
    SearchRepository(notebook).record("limping", keep=8)
    notebook.close()
    copy = tmp_path / "notes.version-1.sqlite"
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


def test_what_this_version_kept_is_still_there(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite"
    shutil.copy(DATA / "notes-v2.sqlite", path)
    notebook = open_notebook(path)

    assert QuestionRepository(notebook).newest_first() == [KEPT]
    assert SearchRepository(notebook).newest_first(8) == ["Humira", "spots on palms"]
    assert Settings(notebook).get(TEXT_SIZE) == 130
    notebook.close()
