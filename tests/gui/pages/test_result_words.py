from dataclasses import replace
from typing import Any

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import Chapter
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import ChapterId, SectionId, TermId, TopicId
from crmo_desktop.domain.page import GlossaryTerm
from crmo_desktop.domain.search import SearchAnswer, SearchHit
from crmo_desktop.gui.pages.result_words import ResultWords
from crmo_desktop.services.finding import Finding
from crmo_desktop.services.narrowing import EVERYTHING, Filter, Narrowed, narrow
from crmo_desktop.services.rescue import Rescue
from tests.domain.values import entry

CHAPTERS = (
    Chapter(ChapterId("diagnosis"), "Diagnosis", (entry(), entry(id=TopicId("x-ray")))),
    Chapter(ChapterId("adults"), "Adults", ()),
)
HIT = SearchHit(
    topic=TopicId("mri"),
    topic_title="MRI",
    chapter_title="Diagnosis",
    section=SectionId("protocol"),
    section_title="Protocols",
    excerpt="Whole-body MRI finds lesions.",
    marks=((11, 3),),
    why="MR = MRI",
    audience=Audience.CLINICIAN,
)
OTHER = replace(HIT, topic=TopicId("x-ray"), section=None, section_title="", why="")
TERM = GlossaryTerm(id=TermId("g-mri"), term="MRI", plain="A scan.", clinical="Imaging.", synonyms=())


@pytest.fixture
def words(qapp: object) -> ResultWords:
    return ResultWords()


def found(*hits: SearchHit, query: str = "mri", limit: int = 30, **more: Any) -> Finding:
    rescue = more.pop("rescue", None)
    return Finding(SearchAnswer(query=query, hits=hits, **more), Audience.PATIENT, limit, rescue)


def narrowed(finding: Finding, chosen: Filter = EVERYTHING) -> Narrowed:
    return narrow(finding.answer.hits, chosen, finding.audience, CHAPTERS)


def test_a_row_says_all_of_itself(words: ResultWords) -> None:
    spoken = "MRI, Protocols. Whole-body MRI finds lesions.. MR = MRI. For clinicians"

    assert words.spoken(HIT, Audience.PATIENT) == spoken
    assert words.spoken(HIT, Audience.CLINICIAN) == spoken.removesuffix(". For clinicians")
    assert words.spoken(replace(HIT, is_help=True), Audience.PATIENT).endswith("MR = MRI")
    assert words.spoken(OTHER, Audience.CLINICIAN) == "MRI. Whole-body MRI finds lesions."
    assert words.for_audience(Audience.PATIENT) == "For families"


@pytest.mark.parametrize(
    ("hits", "limit", "told"),
    [
        ((), 30, "No results"),
        ((HIT,), 30, "1 result"),
        ((HIT, HIT), 30, "2 results in 1 topic"),
        ((HIT, HIT, OTHER), 30, "3 results in 2 topics"),
        ((HIT, HIT, OTHER), 3, "More than 2 results in 2 topics"),
    ],
)
def test_the_summary_counts(hits: tuple[SearchHit, ...], limit: int, told: str, words: ResultWords) -> None:
    finding = found(*hits, limit=limit)

    assert words.summary(finding, narrowed(finding)) == told


@pytest.mark.parametrize(
    ("most", "limit", "told"),
    [
        (3, 30, "3 results in 2 topics"),
        (2, 30, "The best 2 of 3 results in 2 topics"),
        (2, 3, "The best 2 of more than 2 results in 2 topics"),
    ],
)
def test_a_list_that_does_not_show_all_says_so(most: int, limit: int, told: str, words: ResultWords) -> None:
    finding = found(HIT, HIT, OTHER, limit=limit)

    assert words.summary(finding, narrowed(finding), most=most) == told


def test_one_letter_has_no_summary(words: ResultWords) -> None:
    finding = found(query="m")

    assert words.summary(finding, narrowed(finding)) == ""


@pytest.mark.parametrize(
    ("chosen", "audience", "told"),
    [
        (EVERYTHING, Audience.PATIENT, "All chapters"),
        (Filter(ChapterId("adults")), Audience.PATIENT, "Adults"),
        (Filter(own_words_only=True), Audience.PATIENT, "All chapters, Families only"),
        (
            Filter(ChapterId("diagnosis"), own_words_only=True),
            Audience.CLINICIAN,
            "Diagnosis, Clinicians only",
        ),
    ],
)
def test_the_filter_in_words(chosen: Filter, audience: Audience, told: str, words: ResultWords) -> None:
    assert words.filter_words(chosen, narrowed(found(HIT), chosen), audience) == told


def test_the_pane_gets_its_numbers(words: ResultWords) -> None:
    finding = found(HIT, replace(HIT, audience=Audience.PATIENT))
    chosen = Filter(ChapterId("diagnosis"), own_words_only=True)

    counts = words.counts(chosen, narrowed(finding, chosen), Audience.PATIENT)

    assert counts.chapters == (("diagnosis", "Diagnosis", 1),)
    assert (counts.in_all, counts.in_both, counts.in_own) == (1, 2, 1)
    assert (counts.chapter, counts.own_only) == ("diagnosis", True)
    assert words.counts(EVERYTHING, narrowed(finding), Audience.PATIENT).chapter == ""


def test_offers_and_completions_are_links_with_names(words: ResultWords) -> None:
    answer = found(HIT, suggestions=("one", "two"), searched_for="one", completions=("pain",)).answer

    assert words.offers(answer) == [("two", "two", "Search for two")]
    assert words.completions(answer) == [("pain", "pain", "Go on with pain")]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (found(HIT).answer, ""),
        (found(HIT, suggestions=("mra",)).answer, "Did you mean:"),
        (
            found(HIT, query="mrx", suggestions=("mri",), searched_for="mri").answer,
            "Nothing was found for “mrx”. Showing results for “mri”.",
        ),
        (found(suggestions=("mri",)).answer, ""),
    ],
)
def test_the_box_above_the_list(answer: SearchAnswer, said: str, words: ResultWords) -> None:
    assert words.box(answer) == said


def test_a_long_query_is_cut(words: ResultWords) -> None:
    answer = found(HIT, query="z" * 100, searched_for="y" * 100).answer

    assert "“" + "z" * 60 + "…”" in words.box(answer)
    assert "“" + "y" * 60 + "…”" in words.box(answer)


def test_nothing_found_offers_what_is_near(words: ResultWords) -> None:
    rescue = Rescue(topics=((TopicId("mri"), "MRI scan"),), terms=(TERM,), looser="mri wrist")

    nothing = words.nothing(
        found(query='"mri wrist"', suggestions=("mri wrists", "mri wrist"), rescue=rescue), EVERYTHING
    )

    assert nothing.words == "No topic contains “mri wrist”."
    assert list(nothing.offers) == ["mri wrist", "mri wrists"]
    assert list(nothing.topics) == [("crmo://topic/mri", "MRI scan")]
    assert list(nothing.terms) == [("MRI", "A scan.")]
    assert nothing.question == '"mri wrist"'
    assert not nothing.is_filtered


def test_where_nothing_is_near_there_is_advice(words: ResultWords) -> None:
    nothing = words.nothing(found(query="xyzzy", rescue=Rescue()), EVERYTHING)

    assert (
        nothing.words == "No topic contains “xyzzy”. Try a shorter or a plainer word, or browse the topics."
    )
    assert nothing.question == "xyzzy"


def test_without_a_rescue_the_question_can_be_kept_all_the_same(words: ResultWords) -> None:
    nothing = words.nothing(found(query='""'), EVERYTHING)

    assert nothing.words == 'No topic contains “""”.'
    assert nothing.question == '""'


def test_one_letter_is_no_question(words: ResultWords) -> None:
    nothing = words.nothing(found(query="m"), EVERYTHING)

    assert (nothing.words, nothing.question) == ("Type one more letter.", "")


@pytest.mark.parametrize(
    ("hits", "told"),
    [
        ((HIT,), "1 result is left out by the filter."),
        ((HIT, OTHER), "2 results are left out by the filter."),
    ],
)
def test_what_the_filter_hides_is_told(hits: tuple[SearchHit, ...], told: str, words: ResultWords) -> None:
    nothing = words.nothing(found(*hits), Filter(ChapterId("adults")))

    assert (nothing.words, nothing.is_filtered, nothing.question) == (told, True, "")


def test_what_became_of_keeping_a_question(words: ResultWords) -> None:
    trouble = UserError("The disk is full.", hint="Make room.")

    assert words.kept(is_kept=True, trouble=None) == "This question is kept for the trainer."
    assert words.kept(is_kept=False, trouble=None) == "This window keeps nothing."
    assert (
        words.kept(is_kept=True, trouble=trouble)
        == "Kept until the program is closed. The disk is full. Make room."
    )
