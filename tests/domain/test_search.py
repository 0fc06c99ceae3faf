"""What a search answers with."""

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.search import SearchAnswer, SearchHit


def test_an_answer_may_have_nothing() -> None:
    answer = SearchAnswer(query="xyzzy", hits=())

    assert (answer.suggestions, answer.searched_for, answer.completions) == ((), None, ())


def test_a_hit_in_a_summary_has_no_section() -> None:
    hit = SearchHit(
        topic=TopicId("scan"), topic_title="Scan", chapter_title="Bones", section=None, section_title="",
        excerpt="A scan", marks=((2, 4),), why="", audience=Audience.PATIENT,
    )  # fmt: skip

    assert (hit.section, hit.is_help) == (None, False)
    [(start, length)] = hit.marks
    assert hit.excerpt[start : start + length] == "scan"
