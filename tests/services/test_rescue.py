"""What is offered where nothing was found, on the small content."""

from functools import partial

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.library import names
from crmo_desktop.library.pack import Pack
from crmo_desktop.search.engine import SearchEngine
from crmo_desktop.services.rescue import Rescue, RescueService
from crmo_desktop.services.searching import SearchingService


class Names:
    """The names of the pack, and how often they were read."""

    def __init__(self, pack: Pack) -> None:
        self.read = 0
        self._connection = pack.connection

    def topics(self) -> tuple[names.TopicName, ...]:
        self.read += 1
        return names.topic_names(self._connection)


@pytest.fixture
def read(pack: Pack) -> Names:
    return Names(pack)


@pytest.fixture
def rescuing(pack: Pack, read: Names) -> RescueService:
    searching = SearchingService(partial(SearchEngine, pack.connection))
    return RescueService(searching, read.topics, partial(names.glossary, pack.connection))


def rescue(rescuing: RescueService, query: str) -> Rescue:
    return rescuing.rescue(query, Audience.PATIENT)


def titles(found: Rescue) -> list[str]:
    return [title for _, title in found.topics]


def terms(found: Rescue) -> list[str]:
    return [term.term for term in found.terms]


@pytest.mark.parametrize(
    ("query", "nearest"),
    [
        ("acche", ["Bone pain"]),  # a keyword
        ("soare", ["Bone pain"]),
        ("scen", ["MRI scan"]),
        ("reeding", ["Reading a page"]),
        ("bone scann", ["Bone pain", "MRI scan"]),
    ],
)
def test_topics_are_near_whose_titles_or_keywords_are_alike(
    query: str, nearest: list[str], rescuing: RescueService
) -> None:
    assert titles(rescue(rescuing, query)) == nearest


def test_words_of_the_glossary_are_near_too(rescuing: RescueService) -> None:
    assert terms(rescue(rescuing, "metafysys")) == ["Metaphysis"]
    assert terms(rescue(rescuing, "magnettic")) == ["MRI"], "by its synonym"


@pytest.mark.parametrize("query", ["xyzzy", "qq", "", "?", "-pain", "\U0001f642", '"', "ab cd", "مرض"])
def test_what_resembles_nothing_gets_nothing(query: str, rescuing: RescueService) -> None:
    assert rescue(rescuing, query) == Rescue()


def test_a_phrase_that_stands_nowhere_is_asked_without_its_quotation_marks(rescuing: RescueService) -> None:
    found = rescue(rescuing, '"minutes of pain"')

    assert found.looser == "minutes of pain"
    assert set(titles(found)) >= {"Bone pain", "MRI scan"}


def test_what_leaves_out_everything_is_asked_without_that(rescuing: RescueService) -> None:
    found = rescue(rescuing, "metaphysis scan -MRI")

    assert found.looser == "metaphysis scan"
    assert titles(found)[0] == "MRI scan"
    assert terms(found) == ["Metaphysis"]


def test_asked_less_strictly_names_must_be_what_was_asked_nearly_whole(rescuing: RescueService) -> None:
    """“imaging” is a third of “magnetic resonance imaging”."""
    assert terms(rescue(rescuing, "imaging")) == ["MRI"]
    assert terms(rescue(rescuing, '"imaging the bone"')) == []


def test_what_finds_nothing_even_then_is_not_offered(rescuing: RescueService) -> None:
    assert rescue(rescuing, '"xyzzy plugh"').looser == ""


def test_names_are_read_once_and_only_when_needed(rescuing: RescueService, read: Names) -> None:
    assert read.read == 0

    rescue(rescuing, "acche")
    rescue(rescuing, "scen")

    assert read.read == 1


def test_a_query_of_any_length_is_answered(rescuing: RescueService) -> None:
    assert len(rescue(rescuing, "acche " * 3000).topics) == 1
