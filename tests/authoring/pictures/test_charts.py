"""Icon arrays, ranges, timelines: a figure and its people are read together, or it is not shown."""

import pytest

from crmo_desktop.domain.identifiers import FactId, SourceId
from crmo_desktop.domain.picture import Event, IconArrays, Range, Ranges, Rate, Timeline, Words
from tests.authoring.pictures.small_pictures import ages, drawn, events, faults, rates
from tests.authoring.small_content import SmallContent


def rate(content: SmallContent, **changes: object) -> Rate:
    drawing = drawn(content, rates(**changes))
    assert isinstance(drawing, IconArrays)
    return drawing.comparisons[0].rates[0]


def test_a_percentage_is_shown_as_written(content: SmallContent) -> None:
    assert rate(content, note="At once.") == Rate(
        label="Our study", percent=42.5, shown="42.5%", people=40, what="children",
        source=SourceId("study-2020"), facts=(FactId("f-pain"),), note="At once.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "percent", "shown"),
    [
        ({"read": {"f-pain": "in {count} of {people} children"}}, 42.5, "17 of 40 (43%)"),
        ({"read": {"f-pain": ["in {count} of", "{percent}% of {people}"]}}, 42.5, "17 of 40 (42.5%)"),
        ({"read": {"f-pain": "of {people} children"}, "all": True}, 100.0, "40 of 40 (100%)"),
        ({"read": {"f-pain": "of {people} children"}, "none": True}, 0.0, "0 of 40 (0%)"),
    ],
)
def test_a_count_gets_its_percentage(
    content: SmallContent, changes: dict[str, object], percent: float, shown: str
) -> None:
    made = rate(content, **changes)

    assert (made.percent, made.shown) == (percent, shown)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"read": {"f-pain": "{percent}% of"}}, "a rate reads its people, or it is not shown"),
        ({"read": {"f-pain": "of {people} children"}}, "a rate reads a percent or a count"),
        ({"read": {"f-age": "In {percent} children", "f-pain": "of {people} children"}},
         "1070 is no percentage"),
        ({"source": "book"}, "“book” is no source of the facts read here"),
    ],
)  # fmt: skip
def test_what_can_be_wrong_with_a_rate(content: SmallContent, changes: dict[str, object], fault: str) -> None:
    assert fault in faults(content, rates(**changes))


def test_a_rate_of_several_sources_says_whose_it_is(content: SmallContent) -> None:
    read = {"f-scan": "takes {percent}-45 minutes", "f-pain": "of {people} children"}

    assert rate(content, read=read).source == "study-2020"
    assert rate(content, read=read, source="book").source == "book"


def ranged(content: SmallContent, **changes: object) -> Range:
    drawing = drawn(content, ages(**changes))
    assert isinstance(drawing, Ranges)
    return drawing.groups[0].ranges[0]


def test_a_range_has_its_spread_and_its_people(content: SmallContent) -> None:
    assert ranged(content) == Range(
        label="Our study", value=9.6, shown="median 9.6", facts=(FactId("f-age"),), low=3.0, high=17.0,
        people=1070, source=SourceId("study-2020"),
    )  # fmt: skip


def test_months_are_brought_to_an_axis_of_years_and_keep_their_words(content: SmallContent) -> None:
    read = {"f-counts": "{value} people"}
    made = ranged(content, read=read, shown="{value} months", **{"in": "months"})

    assert (made.value, made.shown, made.low, made.people) == (1.67, "20 months", None, None)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"read": {"f-age": "({low}-"}, "shown": "none"}, "a range reads its value"),
        ({"read": {"f-age": "median {low} years ({value}-"}}, "the value of a range lies outside its spread"),
        ({"in": "weeks"}, "“weeks” is none of months, years"),
    ],
)
def test_what_can_be_wrong_with_a_range(
    content: SmallContent, changes: dict[str, object], fault: str
) -> None:
    assert fault in faults(content, ages(**changes))


def test_an_event_has_the_year_of_a_fact(content: SmallContent) -> None:
    drawing = drawn(content, events())
    assert isinstance(drawing, Timeline)

    facts = (FactId("f-first"),)
    title, text = Words(text="First told", facts=facts), Words(text="A report.", facts=facts)
    assert drawing.events == (Event(year=1972, shown="1972", title=title, text=text),)


def test_events_stand_in_their_order_and_have_a_year(content: SmallContent) -> None:
    picture = events()
    picture["events"].append({"title": "Later", "read": {"f-counts": "{year} people"}})
    assert faults(content, picture) == ["the events of a timeline stand in the order of their years"]

    picture["events"][1] = {"title": "When?"}
    assert faults(content, picture)[0] == "an event reads its year"
