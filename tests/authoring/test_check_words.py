"""Words taken over from the seed article, and words too hard for families."""

import pytest

from crmo_desktop.authoring.check_words import HIGHEST_GRADE, ReadingLevel
from crmo_desktop.authoring.content_folder import read_content
from crmo_desktop.authoring.markup import parse
from tests.authoring.small_content import GUIDE, PAIN, SCAN, SmallContent

ITEM = "It was the first sign in 17 of 40 children."
COPIED = "the pain often comes back at night and"
MESSAGE = f"eight words in a row are those of the seed's “f-seed”: “{COPIED}”"


def copies(content: SmallContent) -> list[str]:
    return [problem for problem in content.problems() if "eight words" in problem]


@pytest.mark.parametrize(
    "words",
    [
        "The pain often comes back at night and more.",
        "THE PAIN, often, comes “back” at night – and",
        "We know the pain often comes back at night and stays",
        "The <em>pain</em> of<strong>ten</strong> comes back at <a href='crmo://topic/scan'>night</a> and",
        "The pain often comes<br/>back at night and",
        "The pain often-comes back at night and",
        "The pa&#173;in often comes back at night and",
        "The pain ｏｆｔｅｎ comes back at night and",
    ],
)
def test_eight_words_in_a_row_are_taken_over(words: str, content: SmallContent) -> None:
    line = content.replace(PAIN, ITEM, words)

    assert copies(content) == [f"{PAIN}:{line}: {MESSAGE}"]


@pytest.mark.parametrize(
    "words",
    [
        "The pain often comes back at night, too.",
        "The pain often comes at night and keeps children from it.",
        "Pain often comes back at night and hurts.",
    ],
)
def test_seven_are_not(words: str, content: SmallContent) -> None:
    content.replace(PAIN, ITEM, words)

    assert copies(content) == []


def test_a_passage_is_told_once_a_block(content: SmallContent) -> None:
    line = content.replace(PAIN, ITEM, "The pain often comes back at night and keeps children from sleeping.")

    assert copies(content) == [f"{PAIN}:{line}: {MESSAGE}"]


def test_words_split_over_blocks_are_still_in_a_row(content: SmallContent) -> None:
    line = content.replace(PAIN, f'<li data-facts="f-pain">{ITEM}</li>',
                           '<li data-facts="f-seed">The pain often comes</li>'
                           '<li data-facts="f-seed">back at night and</li>')  # fmt: skip

    assert copies(content) == [f"{PAIN}:{line}: {MESSAGE}"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("CRMO makes bones hurt.", "The pain often comes back at night and more."),
        ("<h2>In short</h2>", "<h2>The pain often comes back at night and</h2>"),
        ("First signs of 40 children", "The pain often comes back at night and"),
        ("<th>Sign</th>", "<th>The pain often comes back at night and</th>"),
        ("Ask your team", '<abbr title="the pain often comes back at night and">Ask</abbr> your team'),
    ],
)
def test_no_place_is_free(old: str, new: str, content: SmallContent) -> None:
    line = content.replace(PAIN, old, new)

    assert copies(content) == [f"{PAIN}:{line}: {MESSAGE}"]


def test_nor_are_the_words_for_a_picture(content: SmallContent) -> None:
    line = content.replace(SCAN, "A knee with a sore spot", "The pain often comes back at night and more")

    assert copies(content) == [f"{SCAN}:{line}: {MESSAGE}"]


def test_an_apostrophe_makes_no_second_word(content: SmallContent) -> None:
    content.change("facts.json", "f-seed", statement="A child's bones hurt so much at night often.")
    content.replace(PAIN, ITEM, "A child’s bones hurt so much at noon.")

    assert copies(content) == []

    content.replace(PAIN, "at noon", "at night")

    assert [problem.rpartition(": ")[2] for problem in copies(content)] == [
        "“a child s bones hurt so much at night”"
    ]


def test_facts_of_other_sources_may_be_quoted(content: SmallContent) -> None:
    content.change("facts.json", "f-seed", sources=["study-2020"])
    content.replace(PAIN, ITEM, "The pain often comes back at night and more.")

    assert copies(content) == []


def test_a_seed_among_several_sources_counts(content: SmallContent) -> None:
    content.change("facts.json", "f-seed", sources=["study-2020", "verywell-2022"])
    content.replace(PAIN, ITEM, "The pain often comes back at night and more.")

    assert len(copies(content)) == 1


HARD = "Characteristically inflammatory manifestations necessitate comprehensive investigation."


def grades(content: SmallContent) -> list[str]:
    return [problem for problem in content.problems() if "reads at grade" in problem]


def test_a_hard_section_is_told_where_it_begins(content: SmallContent) -> None:
    content.replace(PAIN, "Ask your team what helps.", HARD)

    [problem] = grades(content)

    assert problem.startswith(f"{PAIN}:5: section “in-short” for patients reads at grade ")


def test_a_section_for_both_is_one_for_families(content: SmallContent) -> None:
    content.replace(SCAN, "The MRI takes 30 to 45 minutes.", f"{HARD} {HARD}")

    [problem] = grades(content)

    assert problem.startswith(f"{SCAN}:4: section “day” for patients reads at grade ")


def test_the_summary_counts_with_the_first_section(content: SmallContent) -> None:
    content.replace(SCAN, "A scan shows sore spots.", f"{HARD} {HARD}")

    sections = [problem.partition(": section") for problem in grades(content)]
    assert [place for place, found, _ in sections if found] == [f"{SCAN}:4"]


def test_clinicians_may_have_hard_words(content: SmallContent) -> None:
    content.replace(PAIN, "Girls: twice (", f"{HARD} (")
    content.replace(PAIN, "Bone pain leads in 42.5%.", HARD)

    assert grades(content) == []


def test_the_guide_is_for_all_readers(content: SmallContent) -> None:
    content.replace(GUIDE, "3 times to come to the first mark.", HARD)

    assert len(grades(content)) == 1


def test_glossary_words_are_left_out(content: SmallContent) -> None:
    content.replace(PAIN, "Ask your team what helps.", HARD)
    words = HARD.rstrip(".").casefold().split()
    content.change(
        "glossary.json", "g-metaphysis", term=words[0], synonyms=[word.upper() for word in words[1:]]
    )

    assert grades(content) == []


def test_other_languages_have_no_grade(content: SmallContent) -> None:
    content.replace(PAIN, "Ask your team what helps.", HARD)
    content.set_edition(language="de-AT")

    assert grades(content) == []


def test_a_few_words_have_no_grade(content: SmallContent) -> None:
    level = ReadingLevel(read_content(content.root))

    assert (
        level.grade(parse("<section><p>Characteristically inflammatory manifestations.</p></section>"))
        is None
    )
    assert level.grade(parse(f"<section><p>{HARD} It is so.</p><p>17 %</p></section>")) is not None


def test_a_grade_is_that_of_flesch_and_kincaid(content: SmallContent) -> None:
    """By hand: 8 words, 14 syllables."""
    level = ReadingLevel(read_content(content.root))

    grade = level.grade(parse("<section><p>The children visit a hospital on Monday morning</p></section>"))

    assert grade == pytest.approx(0.39 * 8 + 11.8 * 14 / 8 - 15.59)


def test_an_empty_glossary_leaves_all_words(content: SmallContent) -> None:
    content.write("glossary.json", [])

    grade = ReadingLevel(read_content(content.root)).grade(parse(f"<section><p>{HARD} {HARD}</p></section>"))

    assert grade is not None
    assert grade > HIGHEST_GRADE
