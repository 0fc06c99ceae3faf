"""A file full of a reader's things, as bytes that tests can spoil; windows, and disks that are full."""

import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from crmo_desktop.store.database import Notebook
from tests.faults.editing import Edits, Hand, State
from tests.gui.conftest import (  # noqa: F401 - windows as in the tests of the window
    HARMLESS,
    _faces_and_style,
    _what_was_closed_goes,
    appearance,
    desk,
    finder,
    icons,
    look,
    pack,
    reading,
    show,
    themes,
    window,
    windows,
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What the offscreen screen cannot do is no warning of ours."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore(HARMLESS, extend=True))


@dataclass
class Spoilt:
    """A file and its log, whole, and a place to put them spoilt.

    Attributes:
        database, log: their bytes; about half of the edits stand in the log only.
        states: what the file held after each edit.
    """

    database: bytes
    log: bytes
    states: list[State]
    path: Path

    def put(self, database: bytes, log: bytes | None) -> None:
        """Have the reader's file be this, as after a power cut; nothing else lies beside it."""
        for end in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + end).unlink(missing_ok=True)
        self.path.write_bytes(database)
        if log is not None:
            self.path.with_name(f"{self.path.name}-wal").write_bytes(log)


@pytest.fixture(scope="session")
def _written(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes, list[State]]:
    path = tmp_path_factory.mktemp("spoilt") / "notes.sqlite"
    edits, states = Edits(7), [State()]
    with closing(Notebook(path)) as notebook:
        hand = Hand(notebook)
        for number in range(140):
            if number == 90:
                notebook.read("PRAGMA wal_checkpoint(TRUNCATE)")
            hand.make(edits.next(), edits)
            states.append(hand.state())
        assert states[-1] == edits.state
        database = path.read_bytes()
        log = path.with_name(f"{path.name}-wal").read_bytes()
    return database, log, states


@pytest.fixture
def spoilt(_written: tuple[bytes, bytes, list[State]], tmp_path: Path) -> Spoilt:
    path = tmp_path / "data" / "notes.sqlite"
    path.parent.mkdir()
    return Spoilt(*_written, path)


@pytest.fixture(autouse=True)
def _disk_is_emptied(tmp_path: Path) -> object:
    """Thousands of files are made here."""
    yield
    shutil.rmtree(tmp_path, ignore_errors=True)
