"""Filters, and how much each would leave."""

from typing import Any

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import Chapter
from crmo_desktop.domain.identifiers import ChapterId, TopicId
from crmo_desktop.domain.search import SearchHit
from crmo_desktop.services.narrowing import EVERYTHING, Filter, Narrowed, narrow
from tests.domain.values import entry

BONES, DRUGS, HELP = ChapterId("bones"), ChapterId("drugs"), ChapterId("help")


def topic(id: str, chapter: ChapterId) -> Any:
    return entry(id=TopicId(id), title=id, chapter=chapter)


CHAPTERS = (
    Chapter(BONES, "Bones", (topic("tibia", BONES), topic("jaw", BONES))),
    Chapter(DRUGS, "Medicines", (topic("naproxen", DRUGS),)),
    Chapter(ChapterId("adults"), "Adults", (topic("sapho", ChapterId("adults")),)),
    Chapter(HELP, "Using this program", (topic("help-find", HELP),)),
)


def hit(id: str, audience: Audience = Audience.PATIENT, *, is_help: bool = False) -> SearchHit:
    return SearchHit(
        topic=TopicId(id),
        topic_title=id,
        chapter_title="",
        section=None,
        section_title="",
        excerpt="",
        marks=(),
        why="",
        audience=audience,
        is_help=is_help,
    )


HITS = (
    hit("naproxen"),
    hit("tibia"),
    hit("help-find", Audience.CLINICIAN, is_help=True),
    hit("naproxen", Audience.CLINICIAN),
    hit("jaw"),
)


def narrowed(chosen: Filter, audience: Audience = Audience.PATIENT) -> Narrowed:
    return narrow(HITS, chosen, audience, CHAPTERS)


def test_without_a_filter_all_is_shown_and_counted_by_chapter_in_reading_order() -> None:
    found = narrowed(EVERYTHING)

    assert found.hits == HITS
    assert found.chapters == (
        (BONES, "Bones", 2),
        (DRUGS, "Medicines", 2),
        (HELP, "Using this program", 1),
    )
    assert (found.in_chapters, found.in_both, found.in_own) == (5, 5, 4)


def test_one_chapter_keeps_its_order_and_tells_what_the_others_have() -> None:
    found = narrowed(Filter(chapter=DRUGS))

    assert found.hits == (HITS[0], HITS[3])
    assert [chapter.hits for chapter in found.chapters] == [2, 2, 1]
    assert (found.in_chapters, found.in_both, found.in_own) == (5, 2, 1)


def test_own_words_leave_out_the_others_but_not_the_guide() -> None:
    found = narrowed(Filter(own_words_only=True))

    assert found.hits == (HITS[0], HITS[1], HITS[2], HITS[4])
    assert [chapter.hits for chapter in found.chapters] == [2, 1, 1]
    assert (found.in_chapters, found.in_both, found.in_own) == (4, 5, 4)


@pytest.mark.parametrize(
    ("audience", "shown"), [(Audience.PATIENT, [HITS[0]]), (Audience.CLINICIAN, [HITS[3]])]
)
def test_both_filters_together(audience: Audience, shown: list[SearchHit]) -> None:
    found = narrowed(Filter(DRUGS, own_words_only=True), audience)

    assert list(found.hits) == shown
    assert (found.in_both, found.in_own) == (2, 1)


def test_a_chapter_that_was_chosen_is_named_even_without_hits() -> None:
    found = narrowed(Filter(ChapterId("adults")))

    assert found.hits == ()
    assert [(chapter.title, chapter.hits) for chapter in found.chapters][2] == ("Adults", 0)
    assert found.in_chapters == 5


def test_nothing_narrowed_is_nothing() -> None:
    found = narrow((), EVERYTHING, Audience.PATIENT, CHAPTERS)

    assert (found.hits, found.chapters, found.in_chapters) == ((), (), 0)


def test_a_hit_on_a_topic_of_no_chapter_is_shown_under_all() -> None:
    found = narrow((hit("elsewhere"),), EVERYTHING, Audience.PATIENT, CHAPTERS)

    assert len(found.hits) == found.in_chapters == 1
    assert found.chapters == ()
