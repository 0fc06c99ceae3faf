import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicAddress, TopicId
from crmo_desktop.store.database import open_notebook
from crmo_desktop.store.history import HistoryRepository, Place
from crmo_desktop.store.migrations import v1
from crmo_desktop.store.settings import LAST_ADDRESS, TEXT_SIZE, THEME, Settings

OLD_FILE = Path(__file__).resolve().parents[2] / "data" / "notes-v1.sqlite"


def test_it_makes_the_tables() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        v1.migrate(connection)

        names = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        }

    assert names == {"setting", "visit", "place"}


def test_what_the_first_release_kept_is_still_there(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite"
    shutil.copy(OLD_FILE, path)
    notebook = open_notebook(path)
    settings, history = Settings(notebook), HistoryRepository(notebook)

    assert settings.get(THEME) == "sepia"
    assert settings.get(TEXT_SIZE) == 130
    assert settings.get(LAST_ADDRESS) == TopicAddress(TopicId("naproxen"))
    assert [visit.title for visit in history.newest_first()] == ["Naproxen", "What is CRMO?"]
    assert history.newest_first()[0].when == datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
    assert history.place_of("crmo://topic/naproxen", Audience.CLINICIAN) == Place(0.25, "doses")
    notebook.close()
