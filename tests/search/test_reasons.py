import pytest

from crmo_desktop.search.excerpt import bounded
from crmo_desktop.search.plan import Planner
from crmo_desktop.search.query import parse
from crmo_desktop.search.reasons import Tracer, why


def reason(query: str, text: str, planner: Planner, *, titles: str = "", keywords: str = "") -> str:
    tracers = [Tracer(concept) for concept in planner.plan(parse(query)).concepts]
    traced = [(tracer, tracer.trace(1, bounded(text), bounded(titles))) for tracer in tracers]
    return why(traced, "The topic", keywords)


@pytest.mark.parametrize(
    ("query", "text", "told"),
    [
        ("Humira ", "Adalimumab is injected.", "Humira = adalimumab"),
        ("adalimumab ", "Humira is injected.", "adalimumab = Humira"),
        ("spots on palms ", "It is palmoplantar pustulosis.", "spots on palms = palmoplantar pustulosis"),
        ("humi", "Adalimumab is injected.", "Humira = adalimumab"),
        ("Humira ", "Humira, which is adalimumab.", ""),
        ("blister ", "Blisters.", ""),
        ("Humira ", "Nothing of it.", ""),
        ("Humira CNO ", "Adalimumab in CRMO", "Humira = adalimumab, CNO = CRMO"),
    ],
)
def test_other_words_for_the_same_are_told(query: str, text: str, told: str, planner: Planner) -> None:
    assert reason(query, text, planner) == told


def test_words_in_a_title_are_plain_to_see(planner: Planner) -> None:
    assert reason("Humira ", "Adalimumab.", planner, titles="Humira") == ""
    assert reason("Humira ", "It is injected.", planner, titles="Adalimumab") == "Humira = adalimumab"


def test_a_keyword_is_told_when_the_passage_does_not_speak_of_it(planner: Planner) -> None:
    keywords = "rash, stomach ache, tummy"

    assert reason("stomach ", "It hurts.", planner, keywords=keywords) == "stomach ache → The topic"
    assert reason("vaccines ", "It hurts.", planner, keywords=keywords) == ""
    assert reason("rash ", "A rash.", planner, keywords=keywords) == ""


def test_a_trace_is_where_the_words_stand(planner: Planner) -> None:
    (concept,) = planner.plan(parse("Humira ")).concepts

    trace = Tracer(concept).trace(1, bounded("Humira (adalimumab)"), bounded(""))

    assert sorted(trace.spans) == [(0, 6), (8, 18)]
    assert trace.is_there
