"""The small pack and what reads it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.search.concepts import ConceptMaker
from crmo_desktop.search.engine import SearchEngine
from crmo_desktop.search.plan import Planner
from crmo_desktop.search.spelling import Speller
from crmo_desktop.search.synonyms import Thesaurus, read_thesaurus
from crmo_desktop.search.vocabulary import Vocabulary
from tests.search.small_pack import small_pack


@pytest.fixture(scope="session")
def pack() -> Iterator[sqlite3.Connection]:
    """The small pack; read it, never write it."""
    with closing(small_pack()) as connection:
        yield connection


@pytest.fixture
def vocabulary(pack: sqlite3.Connection) -> Vocabulary:
    return Vocabulary(pack)


@pytest.fixture
def thesaurus(pack: sqlite3.Connection) -> Thesaurus:
    return read_thesaurus(pack)


@pytest.fixture
def maker(pack: sqlite3.Connection, vocabulary: Vocabulary, thesaurus: Thesaurus) -> ConceptMaker:
    return ConceptMaker(pack, vocabulary, thesaurus)


@pytest.fixture
def planner(
    pack: sqlite3.Connection, maker: ConceptMaker, vocabulary: Vocabulary, thesaurus: Thesaurus
) -> Planner:
    return Planner(maker, vocabulary, thesaurus, Speller(pack))


@pytest.fixture
def engine(pack: sqlite3.Connection) -> SearchEngine:
    return SearchEngine(pack)


@pytest.fixture(scope="module")
def real_engine(pack_path: Path) -> Iterator[SearchEngine]:
    """Searches the pack compiled from content/."""
    with closing(sqlite3.connect(f"{pack_path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        yield SearchEngine(connection)
