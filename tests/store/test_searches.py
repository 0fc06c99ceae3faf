from pathlib import Path

import pytest

from crmo_desktop.store.database import Notebook, open_notebook
from crmo_desktop.store.searches import SearchRepository


@pytest.fixture
def notebook(path: Path) -> Notebook:
    return open_notebook(path)


@pytest.fixture
def searches(notebook: Notebook) -> SearchRepository:
    return SearchRepository(notebook)


def record(searches: SearchRepository, *queries: str, keep: int = 20) -> None:
    for query in queries:
        searches.record(query, keep=keep)


def test_the_last_one_comes_first(searches: SearchRepository) -> None:
    record(searches, "bone", "pain", "mri")

    assert searches.newest_first(8) == ["mri", "pain", "bone"]
    assert searches.newest_first(2) == ["mri", "pain"]


def test_a_search_stands_there_once_as_it_was_last_written(searches: SearchRepository) -> None:
    record(searches, "humira", "pain", "Humira")

    assert searches.newest_first(8) == ["Humira", "pain"]


def test_only_so_many_are_kept(searches: SearchRepository) -> None:
    record(searches, *"abcdef", keep=3)

    assert searches.newest_first(8) == ["f", "e", "d"]


def test_what_was_deleted_can_be_had_back_in_its_place(searches: SearchRepository) -> None:
    record(searches, *"abc")
    before = searches.all()
    assert [one.query for one in before] == ["c", "b", "a"]

    searches.delete(before[:2])
    assert searches.newest_first(8) == ["a"]
    record(searches, "d", "B")
    searches.restore(before[:2])

    assert searches.newest_first(8) == ["B", "d", "c", "a"]


def test_forgetting_leaves_no_trace_in_any_file(
    searches: SearchRepository, notebook: Notebook, path: Path
) -> None:
    record(searches, "something private")

    searches.forget_all()

    assert searches.newest_first(8) == []
    assert notebook.problem is None
    for file in path.parent.iterdir():
        assert b"private" not in file.read_bytes()
