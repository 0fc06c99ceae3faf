"""Small and real packs, read by services, and a place for the reader's own data."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from crmo_desktop.authoring.compile import compile_pack
from crmo_desktop.library.pack import Pack, open_pack
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.store.database import Notebook, open_notebook
from tests.authoring.small_content import SmallContent

Altered = Callable[..., ReadingService]


@pytest.fixture(scope="session")
def small_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack of the small content; read it, never write it."""
    folder = tmp_path_factory.mktemp("small")
    compile_pack(SmallContent(folder / "content").root, folder / "small.crmo")
    return folder / "small.crmo"


@pytest.fixture
def small(small_pack: Path) -> Iterator[ReadingService]:
    """Reads the small pack: topics pain and scan, and a page of the guide."""
    with closing(open_pack(small_pack)) as pack:
        yield ReadingService(pack)


@pytest.fixture
def reading(pack_path: Path) -> Iterator[ReadingService]:
    """Reads the real pack."""
    with closing(open_pack(pack_path)) as pack:
        yield ReadingService(pack)


@pytest.fixture
def altered() -> Iterator[Altered]:
    """`altered(pack, *statements)` reads a copy of the pack after these statements of SQL."""
    with ExitStack() as stack:

        def alter(path: Path, *statements: str) -> ReadingService:
            copy = stack.enter_context(closing(sqlite3.connect(":memory:")))
            with closing(sqlite3.connect(path)) as original:
                original.backup(copy)
            for statement in statements:
                copy.execute(statement)
            return ReadingService(Pack(path, copy, "0" * 64))

        yield alter


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Where the reader's file would be."""
    return tmp_path / "notes.sqlite"


@pytest.fixture
def notebook(notes: Path) -> Iterator[Notebook]:
    """An empty notebook."""
    with closing(open_notebook(notes)) as notebook:
        yield notebook
