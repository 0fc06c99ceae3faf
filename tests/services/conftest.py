"""The small content, open to be read, and a file of the reader's own."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.authoring.compile import compile_pack
from crmo_desktop.library.pack import Pack, open_pack
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.store.database import Notebook
from tests.authoring.small_content import SmallContent
from tests.services.installed import InstalledProgram
from tests.services.taught import teach


@pytest.fixture(scope="session")
def small_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read it, never write it."""
    folder = tmp_path_factory.mktemp("small")
    compile_pack(SmallContent(folder / "content").root, folder / "small.crmo")
    return folder / "small.crmo"


@pytest.fixture
def pack(small_pack: Path) -> Iterator[Pack]:
    with closing(open_pack(small_pack)) as opened:
        yield opened


@pytest.fixture
def reading(pack: Pack) -> ReadingService:
    return ReadingService(pack)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Where the reader's file would be."""
    return tmp_path / "notes.sqlite"


@pytest.fixture
def notebook(notes: Path) -> Iterator[Notebook]:
    with closing(Notebook(notes)) as opened:
        yield opened


@pytest.fixture
def installed(tmp_path: Path, small_pack: Path) -> InstalledProgram:
    """A program as an installer leaves it; each test has its own."""
    return InstalledProgram(tmp_path / "program", small_pack)


@pytest.fixture(scope="session")
def taught_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small content with what is for those who teach; read it, never write it."""
    folder = tmp_path_factory.mktemp("taught")
    content = SmallContent(folder / "content")
    teach(content)
    compile_pack(content.root, folder / "taught.crmo")
    return folder / "taught.crmo"


@pytest.fixture
def taught(taught_pack: Path) -> Iterator[ReadingService]:
    with closing(open_pack(taught_pack)) as opened:
        yield ReadingService(opened)


@pytest.fixture
def whole(pack_path: Path) -> Iterator[ReadingService]:
    """The edition itself."""
    with closing(open_pack(pack_path)) as opened:
        yield ReadingService(opened)
