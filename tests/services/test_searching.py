"""The search as services give it."""

import json

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.library.pack import Pack
from crmo_desktop.search.engine import SearchEngine
from crmo_desktop.services.searching import SearchingService


class Maker:
    """Makes engines, and counts them."""

    def __init__(self, pack: Pack) -> None:
        self.made = 0
        self._pack = pack

    def __call__(self) -> SearchEngine:
        self.made += 1
        return SearchEngine(self._pack.connection)


@pytest.fixture
def maker(pack: Pack) -> Maker:
    return Maker(pack)


@pytest.fixture
def searching(maker: Maker) -> SearchingService:
    return SearchingService(maker)


def test_the_engine_is_made_for_the_first_search_only(searching: SearchingService, maker: Maker) -> None:
    before = maker.made
    searching.search("pain", audience=Audience.PATIENT)
    searching.search("scan", audience=Audience.PATIENT)

    assert (before, maker.made) == (0, 1)


def test_what_is_asked_is_found(searching: SearchingService) -> None:
    answer = searching.search("MRI", audience=Audience.PATIENT)

    assert answer.query == "MRI"
    assert answer.hits[0].topic == "scan"


def test_no_more_hits_than_wanted(searching: SearchingService) -> None:
    many = searching.search("pain", audience=Audience.PATIENT)
    one = searching.search("pain", audience=Audience.PATIENT, limit=1)

    assert len(many.hits) > 1
    assert one.hits == many.hits[:1]


def test_a_hit_is_called_by_its_topic_and_section(searching: SearchingService) -> None:
    hits = searching.search("pain", audience=Audience.PATIENT).hits
    titles = {hit.section: searching.title_of(hit) for hit in hits if hit.topic == "pain"}

    assert titles.items() >= {None: "Bone pain", "in-short": "Bone pain › In short"}.items()


def test_json_says_what_the_command_line_promises(searching: SearchingService) -> None:
    answer = searching.search("minutes", audience=Audience.CLINICIAN)

    [hit, *_] = searching.as_json(answer)["hits"]

    assert {key: hit[key] for key in ("topic", "section", "title")} == {
        "topic": "scan", "section": "day", "title": "MRI scan › The day",
    }  # fmt: skip
    assert "minutes" in hit["excerpt"]
    assert isinstance(hit["why"], str)
    assert hit["audience"] == "clinician"


def test_without_an_answer_there_may_be_a_suggestion(searching: SearchingService) -> None:
    wrong = searching.as_json(searching.search("mintues", audience=Audience.PATIENT))
    nothing = searching.as_json(searching.search("xyzzyqq", audience=Audience.PATIENT))

    assert wrong["suggestion"] == wrong["suggestions"][0] == "minutes"
    assert (nothing["hits"], nothing["suggestion"], nothing["suggestions"]) == ([], None, [])
    assert json.loads(json.dumps(nothing))["query"] == "xyzzyqq"
