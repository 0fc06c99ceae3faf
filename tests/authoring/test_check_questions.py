"""Each refusal of a question, on a question of its kind that is good until one thing of it is broken."""

import pytest

from crmo_desktop.authoring.check_questions import told
from crmo_desktop.authoring.checks import check_content
from tests.authoring.small_content import PAIN, QUESTIONS, SCAN, SmallContent

CAUTION = "Seen in one centre only, no control group."
BEST, TRUE, ORDER = QUESTIONS


@pytest.fixture
def content(content: SmallContent) -> SmallContent:
    content.write("questions.json", QUESTIONS)
    return content


def faults(content: SmallContent, id: str, **fields: object) -> list[str]:
    """What is wrong with question `id` once `fields` are changed; nothing else is wrong."""
    content.change("questions.json", id, **fields)
    text = (content.root / "questions.json").read_text(encoding="utf-8")
    line = text.count("\n", 0, text.index(f'"id": "{id}"')) + 1
    begin = f"questions.json:{line}: question “{id}”: "
    problems = content.problems()
    assert all(problem.startswith(begin) for problem in problems), problems
    return [problem.removeprefix(begin) for problem in problems]


def test_a_good_question_of_each_kind_has_no_fault(content: SmallContent) -> None:
    assert [question["kind"] for question in QUESTIONS] == ["best-answer", "true-false", "order"]
    assert content.problems() == []


def test_questions_are_counted(content: SmallContent) -> None:
    assert "questions: 3" in check_content(content.root).summary


def test_a_reference_needs_no_questions(content: SmallContent) -> None:
    content.write("questions.json", [])

    assert content.problems() == []


class TestForm:
    @pytest.mark.parametrize(
        ("id", "count", "fault"),
        [
            ("q-best", 0, "best-answer takes 3 to 5 options"),
            ("q-best", 2, "best-answer takes 3 to 5 options"),
            ("q-best", 6, "best-answer takes 3 to 5 options"),
            ("q-order", 0, "order takes 3 to 6 options"),
            ("q-order", 2, "order takes 3 to 6 options"),
            ("q-order", 7, "order takes 3 to 6 options"),
            ("q-true", 1, "true-false takes no options"),
            ("q-true", 3, "true-false takes no options"),
        ],
    )
    def test_each_kind_takes_its_number_of_options(
        self, id: str, count: int, fault: str, content: SmallContent
    ) -> None:
        assert faults(content, id, options=list("abcdefg"[:count])) == [fault]

    @pytest.mark.parametrize(
        ("id", "count"), [("q-best", 3), ("q-best", 5), ("q-order", 3), ("q-order", 6), ("q-true", 0)]
    )
    def test_from_the_fewest_to_the_most(self, id: str, count: int, content: SmallContent) -> None:
        assert faults(content, id, options=list("abcdefg"[:count])) == []

    def test_options_that_are_absent_are_none(self, content: SmallContent) -> None:
        assert faults(content, "q-best", options=...) == ["best-answer takes 3 to 5 options"]

    @pytest.mark.parametrize("id", ["q-best", "q-order"])
    def test_no_two_options_are_the_same(self, id: str, content: SmallContent) -> None:
        assert faults(content, id, options=["a", "b", "c", "a"]) == ["two of its options are the same"]

    @pytest.mark.parametrize("answer", [..., None, -1, 3, 1.0, True, "1", "In 17 of them", [1]])
    def test_a_best_answer_is_a_place_in_its_options(self, answer: object, content: SmallContent) -> None:
        assert faults(content, "q-best", answer=answer) == [
            "its answer is no place in its options, counted from 0"
        ]

    @pytest.mark.parametrize("answer", [0, 1, 2])
    def test_any_place_may_be_the_right_one(self, answer: int, content: SmallContent) -> None:
        assert faults(content, "q-best", options=["a", "b", "c"], answer=answer) == []

    @pytest.mark.parametrize("answer", [..., None, 0, 1, "true", []])
    def test_true_or_false_is_answered_by_one_of_them(self, answer: object, content: SmallContent) -> None:
        assert faults(content, "q-true", answer=answer) == ["its answer is neither true nor false"]

    @pytest.mark.parametrize("answer", [True, False])
    def test_either_will_do(self, answer: bool, content: SmallContent) -> None:
        assert faults(content, "q-true", answer=answer) == []

    @pytest.mark.parametrize("answer", [0, False, [0, 1, 2]])
    def test_an_order_has_no_answer(self, answer: object, content: SmallContent) -> None:
        assert faults(content, "q-order", answer=answer) == [
            "an order has no answer: its options stand in the right order"
        ]

    def test_an_order_may_say_so(self, content: SmallContent) -> None:
        assert faults(content, "q-order", answer=None) == []


LONGEST = [("question", 220), ("explanation", 400), ("option", 120)]


class TestLength:
    def written(self, content: SmallContent, name: str, length: int) -> list[str]:
        """The faults of a question for clinicians, who may have long sentences."""
        text = ("long " * 100)[: length - 1] + "!"
        return faults(
            content, "q-order", **({"options": ["a", "b", text]} if name == "option" else {name: text})
        )

    @pytest.mark.parametrize(("name", "longest"), LONGEST)
    def test_a_text_fits_on_a_wall(self, name: str, longest: int, content: SmallContent) -> None:
        assert self.written(content, name, longest) == []

    @pytest.mark.parametrize(("name", "longest"), LONGEST)
    def test_a_longer_one_does_not(self, name: str, longest: int, content: SmallContent) -> None:
        assert self.written(content, name, longest + 1) == [
            f"its {name} is longer than {longest} characters: “{'long ' * 6}…”"
        ]

    @pytest.mark.parametrize(
        ("length", "said"), [(400, []), (401, ["its options together are longer than 400 characters"])]
    )
    def test_all_options_fit_on_one_wall(self, length: int, said: list[str], content: SmallContent) -> None:
        options = [("long " * 24)[:110] + letter for letter in "abc"]
        options.append(("long " * 24)[: length - 333 - 1] + "!")

        assert faults(content, "q-order", options=options) == said


class TestSettling:
    @pytest.mark.parametrize(
        "address",
        ["pain#nowhere", "nowhere#in-short", "pain", "pain#", "#in-short", "crmo://topic/pain#in-short"],
    )
    def test_a_section_settles_it(self, address: str, content: SmallContent) -> None:
        assert faults(content, "q-best", settled_by=address) == [
            f"there is no section “{address}” that could settle it"
        ]

    def test_a_topic_that_is_not_written_yet_settles_nothing(self, content: SmallContent) -> None:
        content.set_edition(complete=False)
        (content.root / SCAN).unlink()

        assert [problem.partition("q-true”: ")[2] for problem in content.problems()] == [
            "there is no section “scan#day” that could settle it",
            "",  # the topic that is missing
        ]

    @pytest.mark.parametrize(
        ("id", "address", "given", "audience"),
        [
            ("q-best", "pain#who", ["f-pain"], "patient"),
            ("q-order", "pain#in-short", ["f-pain", "f-dose"], "clinician"),
        ],
    )
    def test_the_section_is_for_the_same_reader(
        self, id: str, address: str, given: list[str], audience: str, content: SmallContent
    ) -> None:
        content.replace(PAIN, '<p data-facts="f-il f-dose">', '<p data-facts="f-il f-dose f-pain">')

        assert faults(content, id, settled_by=address, facts=given) == [
            f"the section “{address}” is not for {audience}"
        ]

    @pytest.mark.parametrize("audience", ["patient", "clinician"])
    def test_a_section_for_both_is_for_each(self, audience: str, content: SmallContent) -> None:
        assert faults(content, "q-true", audience=audience) == []

    def test_the_section_stands_in_the_questions_chapter(self, content: SmallContent) -> None:
        assert faults(content, "q-best", chapter="zones") == [
            "the section that settles it stands in chapter “bones”"
        ]

    def test_the_section_cites_one_of_its_facts(self, content: SmallContent) -> None:
        assert faults(content, "q-best", settled_by="scan#day") == [
            "the section “scan#day” cites none of its facts"
        ]

    def test_the_others_may_stand_elsewhere(self, content: SmallContent) -> None:
        assert faults(content, "q-best", facts=["f-rare", "f-pain"]) == []


class TestEvidence:
    @pytest.mark.parametrize("given", [..., None, []])
    def test_it_rests_on_a_fact(self, given: object, content: SmallContent) -> None:
        words = {"question": "Does it hurt?", "options": ["Yes", "No", "Maybe"], "explanation": "No."}

        assert faults(content, "q-best", facts=given, **words) == ["it rests on no fact"]

    def test_on_one_that_exists(self, content: SmallContent) -> None:
        assert faults(content, "q-best", facts=["f-pain", "f-none"]) == ["fact “f-none” does not exist"]

    def test_families_are_asked_nothing_for_clinicians_only(self, content: SmallContent) -> None:
        assert faults(content, "q-best", facts=["f-pain", "f-il"]) == ["fact “f-il” is for clinicians only"]

    def test_clinicians_may_be_asked_what_is_for_families(self, content: SmallContent) -> None:
        content.change("facts.json", "f-scan", audience="patient")

        assert faults(content, "q-true", audience="clinician") == []

    def test_the_caution_of_a_fact_is_told(self, content: SmallContent) -> None:
        given = ["f-dose", "f-careful"]

        assert faults(content, "q-order", facts=given) == [
            f"it does not tell the caution of “f-careful”: “{CAUTION}”"
        ]

    @pytest.mark.parametrize(
        "words",
        [
            {"explanation": "So it was in one centre, without a control group."},
            {"question": "In one centre without a control group, what came first?"},
            {"options": ["Consent in one centre", "No control", "No group"]},
        ],
    )
    def test_in_any_of_its_words(self, words: dict[str, object], content: SmallContent) -> None:
        assert faults(content, "q-order", facts=["f-dose", "f-careful"], **words) == []

    def test_a_wrong_option_tells_no_caution(self, content: SmallContent) -> None:
        content.change("facts.json", "f-pain", caution=CAUTION)
        options = ["One centre, no control group", "In 17 of them", "In all"]

        content.change("questions.json", "q-best", options=options)

        told_by = [problem for problem in content.problems() if problem.startswith("questions.json")]
        assert told_by == [
            f"questions.json:3: question “q-best”: it does not tell the caution of “f-pain”: “{CAUTION}”"
        ]

    @pytest.mark.parametrize(
        ("id", "words"),
        [
            ("q-best", {"question": "In how many of 41 children?"}),
            ("q-best", {"explanation": "In 41 of them."}),
            ("q-best", {"options": ["In 3", "In 41", "In all"]}),
            ("q-true", {"question": "A scan takes 41 minutes."}),
            ("q-true", {"explanation": "It takes 41 minutes."}),
            ("q-order", {"options": ["Consent", "Day 41", "Discharge"]}),
        ],
    )
    def test_a_number_stands_in_its_facts(
        self, id: str, words: dict[str, object], content: SmallContent
    ) -> None:
        assert faults(content, id, **words) == ["the number “41” is in none of the facts cited here"]

    def test_what_is_not_so_may_have_any_number(self, content: SmallContent) -> None:
        assert faults(content, "q-best", options=["In 41 of them", "In 17 of them", "In 57 of them"]) == []

    def test_a_number_of_a_fact_that_it_does_not_name_is_none(self, content: SmallContent) -> None:
        assert faults(content, "q-true", explanation="In 17 of 40.") == [
            "the number “17” is in none of the facts cited here",
            "the number “40” is in none of the facts cited here",
        ]

    def test_names_of_the_glossary_may_be_used(self, content: SmallContent) -> None:
        content.change("glossary.json", "g-mri", synonyms=["T2 scan"])

        assert faults(content, "q-true", explanation="It is a T2 scan.") == []


HARD = "Characteristically inflammatory manifestations necessitate comprehensive investigation."


class TestWords:
    def test_nothing_is_copied_from_the_seed(self, content: SmallContent) -> None:
        assert faults(content, "q-best", explanation="The pain often comes back at night and stays.") == [
            "eight words in a row are those of the seed's “f-seed”: “the pain often comes back at night and”"
        ]

    def test_nor_in_words_for_clinicians(self, content: SmallContent) -> None:
        options = ["The pain often comes back at night and stays", "It stays", "It goes"]

        assert faults(content, "q-order", options=options) == [
            "eight words in a row are those of the seed's “f-seed”: “the pain often comes back at night and”"
        ]

    @pytest.mark.parametrize(
        "words",
        [
            {"question": "Do they take 17 mg?"},
            {"explanation": "They took 17 mg."},
            {"options": ["They took 17 mg", "In 17 of them", "In all of them"]},
        ],
    )
    def test_a_dose_is_nothing_for_families(self, words: dict[str, object], content: SmallContent) -> None:
        assert faults(content, "q-best", **words) == ["a dose in a question for patients: “17 mg”"]

    def test_clinicians_may_be_asked_for_doses(self, content: SmallContent) -> None:
        assert "0.5 mg/kg" in ORDER["options"]
        assert content.problems() == []

    @pytest.mark.parametrize(
        "words",
        [
            {"question": HARD},
            {"explanation": HARD},
            {"options": [HARD, f"In 17: {HARD}", "In all of them"]},
        ],
    )
    def test_it_is_not_too_hard_for_families(self, words: dict[str, object], content: SmallContent) -> None:
        [fault] = faults(content, "q-best", **words)

        assert fault.startswith("it reads at grade ")
        assert fault.endswith("; at most 8 is wanted")

    def test_clinicians_may_have_hard_words(self, content: SmallContent) -> None:
        assert faults(content, "q-order", question=HARD, explanation=HARD) == []

    def test_other_languages_have_no_grade(self, content: SmallContent) -> None:
        content.set_edition(language="de")

        assert faults(content, "q-best", explanation=HARD) == []

    def test_a_few_words_have_no_grade(self, content: SmallContent) -> None:
        words = {"question": "Characteristically inflammatory?", "explanation": "Yes.", "answer": True}

        assert faults(content, "q-true", **words) == []


class TestTold:
    def test_a_best_answer_tells_the_right_one_only(self) -> None:
        assert told(BEST) == f"{BEST['question']} ; In 17 of them ; {BEST['explanation']}"

    def test_an_order_tells_all_of_it(self) -> None:
        assert (
            told(ORDER) == f"{ORDER['question']} ; Consent ; 0.5 mg/kg ; Discharge ; {ORDER['explanation']}"
        )

    def test_without_options_it_tells_itself(self) -> None:
        assert told(TRUE | {"options": []}) == f"{TRUE['question']} ; {TRUE['explanation']}"

    def test_an_answer_that_is_no_place_tells_nothing(self) -> None:
        assert told(BEST | {"answer": 7}) == f"{BEST['question']} ; {BEST['explanation']}"


def test_every_fault_of_a_question_is_told(content: SmallContent) -> None:
    assert faults(content, "q-true", options=["a", "a"], answer=None, facts=["f-none"]) == [
        "fact “f-none” does not exist",
        "its answer is neither true nor false",
        "the number “30” is in none of the facts cited here",
        "the number “45” is in none of the facts cited here",
        "the section “scan#day” cites none of its facts",
        "true-false takes no options",
        "two of its options are the same",
    ]
