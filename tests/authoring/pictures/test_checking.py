"""Words of pictures are held to the rules of topics, and pictures to the places that topics show them in."""

import pytest

from tests.authoring.pictures.small_pictures import EVERY, add, bones, events, rates, sides, told_group, way
from tests.authoring.small_content import PAIN, SCAN, SmallContent

HERE = "pictures/sore.json"


def problems(content: SmallContent, picture: dict[str, object]) -> list[str]:
    """What is wrong once `picture` is added, without file and line where it is its own."""
    add(content, picture)
    return [p.partition(": ")[2] if p.startswith(HERE) else p for p in content.problems()]


@pytest.mark.parametrize("kind", EVERY)
def test_each_kind_can_be_without_a_fault(content: SmallContent, kind: str) -> None:
    assert problems(content, EVERY[kind]) == []


def cell(text: str, *facts: str, **more: object) -> dict[str, object]:
    return sides(cells=[{"text": text, "facts": list(facts)} | more, None])


def test_a_picture_rests_on_a_fact(content: SmallContent) -> None:
    assert problems(content, cell("It hurts.", to="scan#day")) == ["the picture rests on no fact"]


def test_a_statement_without_a_fact_beside_others(content: SmallContent) -> None:
    picture = sides(cells=[{"text": "It hurts."}, {"text": "So it does.", "facts": ["f-pain"]}])

    assert problems(content, picture) == ["<p> states something and cites no fact: “It hurts.…”"]


@pytest.mark.parametrize(
    ("picture", "fault"),
    [
        (cell("IL-17 does it.", "f-il"), "fact “f-il” is for clinicians only; this is for both"),
        (cell("It is given as mg.", "f-pain") | {"title": "IL-9"},
         "the number “IL-9” is in none of the facts cited here"),
        (sides(cells=[{"text": "{dose} mg/kg is given.", "read": {"f-pain": "in {dose} of"}}, None]),
         "a dose in a patient section: “17 mg”"),
        (cell("Girls more often.", "f-careful"),
         "fact “f-careful” is shown without its caution: “Seen in one centre only, no control group.”"),
        (cell("It often comes back at night and keeps children from sleeping in their beds.", "f-seed"),
         "eight words in a row are those of the seed's “f-seed”"),
        (cell("Incomprehensibly elaborated autoinflammatory pathophysiological considerations necessitate "
              "interdisciplinary investigation.", "f-pain"), "section “sore” for patients reads at grade"),
        (cell("See there.", "f-pain", to="scan#none"), "dead link: topic “scan” has no section “none”"),
        (cell("See there.", "f-pain", to="pain#who"), "dead link: section “who” of “pain” is not for both"),
    ],
)  # fmt: skip
def test_words_are_held_to_the_rules_of_topics(
    content: SmallContent, picture: dict[str, object], fault: str
) -> None:
    found = problems(content, picture)

    assert [problem for problem in found if problem.startswith(fault)], found


def test_a_caution_is_told_where_its_fact_is(content: SmallContent) -> None:
    assert problems(content, cell("Girls more often, in one centre, no control group.", "f-careful")) == []


def test_clinicians_may_be_told_more(content: SmallContent) -> None:
    group = told_group(for_clinicians=True, note={"text": "IL-17 does it.", "facts": ["f-il"]})
    assert problems(content, bones(group)) == []

    group["for_clinicians"] = False
    content.write(HERE, bones(group))
    assert [p.partition(": ")[2] for p in content.problems()] == [
        "fact “f-il” is for clinicians only; this is for both"
    ]


def test_a_share_that_was_worked_out_needs_no_fact_and_one_that_was_read_does(content: SmallContent) -> None:
    assert problems(content, bones()) == []

    content.change("site-frequencies.json", "site-2", percent=69)
    assert [p.partition(": ")[2] for p in content.problems()] == [
        "the number “69” is in none of the facts cited here"
    ]


def test_a_picture_that_no_topic_shows(content: SmallContent) -> None:
    add(content, rates())
    content.replace(PAIN, '<figure data-picture="sore"/>', "")
    assert content.problems() == [f"{HERE}:1: no topic shows the picture “sore”"]

    content.replace(SCAN, "<h2>The day</h2>", '<h2>The day</h2><figure data-picture="sore"/>')
    found = [problem.partition(": ")[2] for problem in content.problems()]
    assert found == [
        "the topic “pain” that it belongs to does not show it",
        "picture “sore” stands in the key points, which are read in thirty seconds",
    ]


def test_a_topic_that_shows_a_picture_there_is_not(content: SmallContent) -> None:
    line = content.replace(PAIN, "<h2>Who?</h2>", '<h2>Who?</h2><figure data-picture="none"/>')

    assert content.problems() == [
        f"{PAIN}:{line}: there is no picture “none”: the folder pictures has no none.json that can be read"
    ]


def test_a_picture_for_other_readers(content: SmallContent) -> None:
    found = problems(content, way() | {"audience": "clinician"})

    assert [problem.partition(": ")[2] for problem in found if problem.startswith(PAIN)] == [
        "picture “sore” is for clinician; this is for both"
    ]


def test_a_figure_has_no_words_of_its_own(content: SmallContent) -> None:
    add(content, events())
    content.replace(
        PAIN, '<figure data-picture="sore"/>', '<figure data-picture="sore" data-facts="f-pain"/>'
    )

    assert [problem.partition(": ")[2] for problem in content.problems()] == [
        "the figure of picture “sore” has nothing of its own: its words come with the picture"
    ]


def test_a_change_of_a_fact_changes_the_picture_or_is_a_fault(content: SmallContent) -> None:
    add(content, rates())
    content.change("facts.json", "f-pain", figures=["42.5% in 40"])

    assert [problem.partition(": ")[2] for problem in content.problems()] == [
        "a rate reads a percent or a count",
        "a rate reads its people, or it is not shown",
        "fact “f-pain”: “{percent}% of {people}” fits nothing that the fact says",
    ]


def test_the_words_that_tell_pictures_are_missed_where_there_are_pictures(content: SmallContent) -> None:
    add(content, rates())
    content.write("picture-words.json", {"percent": "{percent}%"})
    assert "picture-words.json:1: what tells pictures is not complete: it does not say its rate" in (
        content.problems()
    )

    (content.root / "picture-words.json").unlink()
    assert "picture-words.json:1: the file is missing" in content.problems()
