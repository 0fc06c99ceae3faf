"""What the window asks, on the small content."""

from functools import partial

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.library import names
from crmo_desktop.library.pack import Pack
from crmo_desktop.search.engine import SearchEngine
from crmo_desktop.services.finding import Finder, by_topic
from crmo_desktop.services.rescue import RescueService
from crmo_desktop.services.searching import SearchingService


@pytest.fixture
def searching(pack: Pack) -> SearchingService:
    return SearchingService(partial(SearchEngine, pack.connection))


@pytest.fixture
def closed() -> list[bool]:
    return []


@pytest.fixture
def finder(pack: Pack, searching: SearchingService, closed: list[bool]) -> Finder:
    def make_rescuing(searching: SearchingService) -> RescueService:
        topics, terms = partial(names.topic_names, pack.connection), partial(names.glossary, pack.connection)
        return RescueService(searching, topics, terms)

    return Finder(searching, make_rescuing, close=lambda: closed.append(True))


def test_what_is_found_is_what_the_command_line_finds(finder: Finder, searching: SearchingService) -> None:
    found = finder.find("pain", audience=Audience.CLINICIAN, limit=7)

    assert found.answer == searching.search("pain", audience=Audience.CLINICIAN, limit=7)
    assert (found.audience, found.limit) == (Audience.CLINICIAN, 7)
    assert found.rescue is None


def test_where_nothing_is_found_what_helps_comes_with_it(finder: Finder) -> None:
    found = finder.find('"scan of pain"', audience=Audience.PATIENT, limit=7)

    assert found.answer.hits == ()
    assert found.rescue is not None
    assert [title for _, title in found.rescue.topics]


def test_closing_gives_back_what_it_reads(finder: Finder, closed: list[bool]) -> None:
    finder.close()

    assert closed == [True]


def test_hits_of_a_topic_come_together_in_the_order_of_the_best(finder: Finder) -> None:
    hits = finder.find("pain scan", audience=Audience.PATIENT, limit=100).answer.hits

    groups = by_topic(hits)

    assert [group[0].topic for group in groups] == list(dict.fromkeys(hit.topic for hit in hits))
    assert sorted(hits.index(hit) for group in groups for hit in group) == list(range(len(hits)))
    for group in groups:
        assert len({hit.topic for hit in group}) == 1
        assert [hits.index(hit) for hit in group] == sorted(hits.index(hit) for hit in group)


def test_without_hits_there_are_no_groups() -> None:
    assert by_topic(()) == ()


@pytest.mark.parametrize("only", Audience)
def test_where_only_one_audience_is_served_nothing_else_is_found(
    only: Audience, pack: Pack, searching: SearchingService, finder: Finder
) -> None:
    everything = finder.find("pain", audience=only, limit=50).answer.hits
    locked = Finder(searching, lambda _: pytest.fail("not needed"), close=lambda: None, only=only)

    hits, again = (locked.find("pain", audience=only, limit=50).answer.hits for _ in range(2))

    assert hits == again != ()
    assert hits == tuple(hit for hit in everything if hit.audience is only or hit.is_help)
    assert len(hits) < len(everything)
