"""What a search answers with."""

from dataclasses import replace

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import SectionId, TopicId
from crmo_desktop.domain.search import SearchAnswer, SearchHit

HIT = SearchHit(
    topic=TopicId("adalimumab"),
    topic_title="Adalimumab",
    chapter_title="Treatment",
    section=SectionId("in-short"),
    section_title="In short",
    excerpt="Adalimumab is given under the skin.",
    marks=((0, 10),),
    why="Humira = adalimumab",
    audience=Audience.PATIENT,
)


def test_a_hit_is_of_the_reference_unless_it_says_otherwise() -> None:
    assert not HIT.is_help
    assert replace(HIT, is_help=True) != HIT


def test_the_summary_of_a_topic_is_a_hit_without_a_section() -> None:
    hit = replace(HIT, section=None, section_title="")

    assert hit.section is None
    assert hit != HIT


def test_an_answer_may_be_nothing_but_its_query() -> None:
    answer = SearchAnswer(query="zzz", hits=())

    assert (answer.suggestions, answer.searched_for, answer.completions) == ((), None, ())


def test_answers_that_say_the_same_are_the_same() -> None:
    answers = {SearchAnswer(query="humira", hits=hits) for hits in ((HIT,), (replace(HIT),), ())}

    assert len(answers) == 2


@pytest.mark.parametrize("field", ["hits", "query"])
def test_an_answer_cannot_be_changed(field: str) -> None:
    with pytest.raises(AttributeError):
        setattr(SearchAnswer(query="humira", hits=(HIT,)), field, ())
