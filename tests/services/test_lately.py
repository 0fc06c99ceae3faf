import pytest

from crmo_desktop.services.lately import RecentSearches
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.searches import SearchRepository


@pytest.fixture
def repository(notebook: Notebook) -> SearchRepository:
    return SearchRepository(notebook)


@pytest.fixture
def lately(repository: SearchRepository) -> RecentSearches:
    return RecentSearches(repository)


def test_the_last_eight_are_offered_each_once(lately: RecentSearches) -> None:
    for number in range(10):
        lately.note(f"query {number}")
    lately.note("  query   5 ")

    assert lately.offered() == [f"query {number}" for number in (5, 9, 8, 7, 6, 4, 3, 2)]


def test_twenty_are_kept(lately: RecentSearches, repository: SearchRepository) -> None:
    for number in range(30):
        lately.note(f"query {number}")

    assert len(repository.newest_first(100)) == 20


@pytest.mark.parametrize("query", ["", " ", "b", " b ", "x" * 201])
def test_what_is_no_search_to_repeat_is_not_kept(query: str, lately: RecentSearches) -> None:
    lately.note(query)

    assert lately.offered() == []


def test_what_was_deleted_can_be_had_back(lately: RecentSearches) -> None:
    for query in ("limping", "Humira"):
        lately.note(query)
    before = lately.all()

    lately.delete(before[:1])
    assert lately.offered() == ["limping"]
    lately.restore(before[:1])

    assert lately.all() == before
    assert lately.offered() == ["Humira", "limping"]


def test_all_can_be_forgotten(lately: RecentSearches) -> None:
    lately.note("limping")

    lately.forget_all()

    assert lately.offered() == []


def test_a_passing_window_keeps_none_and_offers_those_before(
    lately: RecentSearches, repository: SearchRepository
) -> None:
    lately.note("limping")
    passing = RecentSearches(repository, keeps=lambda: False)

    passing.note("Humira")

    assert passing.offered() == ["limping"]


def test_whether_to_keep_is_asked_each_time(repository: SearchRepository) -> None:
    wanted = True
    lately = RecentSearches(repository, keeps=lambda: wanted)
    lately.note("limping")

    wanted = False
    lately.note("Humira")

    assert lately.offered() == ["limping"]
