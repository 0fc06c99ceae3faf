"""A topic in one sentence and in thirty seconds, and the glossary in plain words."""

import pytest

from crmo_desktop.authoring.check_easy import PLAIN_WORDS, SENTENCE_WORDS, SHORT_WORDS
from tests.authoring.small_content import GUIDE, PAIN, SCAN, SmallContent

SUMMARY = "CRMO makes bones hurt."
ITEM = "Ask your team what helps."
HARD = "Characteristically inflammatory manifestations necessitate comprehensive, invariably meticulous care."


def short_words(content: SmallContent) -> list[str]:
    return [problem.partition(": ")[2] for problem in content.problems()]


class TestOneSentence:
    @pytest.mark.parametrize(
        "text",
        [
            "CRMO makes bones hurt. Ask your team.",
            "CRMO makes bones hurt",
            "Why do bones hurt? CRMO.",
            "CRMO hurts. “It” hurts.",
            "CRMO, (it hurts.) It does.",
        ],
    )
    def test_the_summary_is_one(self, text: str, content: SmallContent) -> None:
        line = content.replace(PAIN, SUMMARY, text)

        fault = f"{PAIN}:{line}: the summary for patients is not one whole sentence"
        assert content.problems() == [fault]

    @pytest.mark.parametrize(
        "text",
        ["Do bones hurt in CRMO?", "CRMO, as they say, “hurts.”", "It hurts (in CRMO).", "Pain, e.g. now."],
    )
    def test_and_may_be_written_in_many_ways(self, text: str, content: SmallContent) -> None:
        content.replace(PAIN, SUMMARY, text)

        assert content.problems() == []

    @pytest.mark.parametrize(("words", "is_long"), [(SENTENCE_WORDS, False), (SENTENCE_WORDS + 1, True)])
    def test_it_is_short(self, words: int, is_long: bool, content: SmallContent) -> None:
        content.replace(PAIN, SUMMARY, "a " * (words - 1) + "bone.")
        fault = f"the summary for patients has {words} words; one sentence holds {SENTENCE_WORDS}"

        assert (fault in short_words(content)) == is_long

    def test_it_is_easy_by_itself(self, content: SmallContent) -> None:
        content.replace(PAIN, SUMMARY, HARD)

        assert any(
            fault.startswith("the summary for patients reads at grade ") for fault in short_words(content)
        )

    def test_clinicians_are_asked_for_none_of_it(self, content: SmallContent) -> None:
        content.replace(PAIN, "Bone pain leads in 42.5%.", f"{HARD} {HARD}")

        assert content.problems() == []


class TestThirtySeconds:
    @pytest.mark.parametrize(("more", "is_long"), [(0, False), (1, True)])
    def test_sentence_and_key_points_have_so_many_words(
        self, more: int, is_long: bool, content: SmallContent
    ) -> None:
        others = len(f"{SUMMARY} It was the first sign in 17 of 40 children.".split())
        content.replace(PAIN, ITEM, "go " * (SHORT_WORDS - others - 1 + more) + "now.")
        words = SHORT_WORDS + more
        fault = f"summary and key points for patients have {words} words; thirty seconds hold {SHORT_WORDS}"

        assert (fault in short_words(content)) == is_long

    def test_they_are_easy_together(self, content: SmallContent) -> None:
        content.replace(PAIN, ITEM, HARD)

        assert any(
            fault.startswith("summary and key points for patients read at grade ")
            for fault in short_words(content)
        )

    def test_they_stand_first(self, content: SmallContent) -> None:
        line = content.replace(SCAN, ' class="key-points"', "")
        text = "the first section for patients is no box of key points, which thirty seconds are made of"

        assert content.problems() == [f"{SCAN}:{line}: {text}"]

    def test_the_guide_needs_none(self, content: SmallContent) -> None:
        content.replace(GUIDE, "How to read a page.", "How to read a page. And more.")

        assert content.problems() == []


class TestPlainWords:
    def test_they_are_few(self, content: SmallContent) -> None:
        content.change("glossary.json", "g-mri", plain="a " * PLAIN_WORDS + "bone")

        assert (
            f"the plain words for “MRI” are {PLAIN_WORDS + 1}; at most {PLAIN_WORDS} are wanted"
            in short_words(content)
        )

    def test_they_are_easy(self, content: SmallContent) -> None:
        content.change("glossary.json", "g-mri", plain=f"{HARD} {HARD}")

        assert any(
            fault.startswith("the plain words for “MRI” read at grade ") for fault in short_words(content)
        )

    @pytest.mark.parametrize(
        "plain",
        ["Pictures made with RF.", "A TNF-blocker.", "With RF and RF."],
    )
    def test_an_abbreviation_is_explained(self, plain: str, content: SmallContent) -> None:
        content.change("glossary.json", "g-mri", plain=plain)
        abbreviation = "TNF" if "TNF" in plain else "RF"

        assert short_words(content) == [f"the plain words for “MRI” do not explain “{abbreviation}”"]

    @pytest.mark.parametrize(
        "plain",
        [
            "An MRI picture.",
            "Radio waves (RF) help.",
            "RF (radio waves) helps.",
            "Seen in CRMO.",
            "Vitamin C helps.",
        ],
    )
    def test_its_own_name_and_words_in_brackets_are_enough(self, plain: str, content: SmallContent) -> None:
        content.change("glossary.json", "g-mri", plain=plain)

        assert content.problems() == []
