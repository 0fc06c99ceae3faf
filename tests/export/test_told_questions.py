"""Questions with all their words."""

from crmo_desktop.domain.content import Edition
from crmo_desktop.export.told_questions import QuestionWords
from crmo_desktop.services.reading import ReadingService
from tests.gui.slides.question_samples import BEST, ORDER, TRUE_FALSE

WORDS = QuestionWords()


def test_true_and_false_are_the_file_s_own_words() -> None:
    assert WORDS.options(TRUE_FALSE) == ("True", "False")
    assert WORDS.options(BEST) == BEST.options


def test_an_answer_is_a_letter_a_word_or_an_order() -> None:
    assert [WORDS.answer_of(question) for question in (BEST, TRUE_FALSE, ORDER)] == ["C", "True", "B, C, A"]


def test_the_edition_and_its_review_are_told(reading: ReadingService) -> None:
    edition: Edition = reading.edition

    stamp = WORDS.stamp(edition)
    reviewed = WORDS.stamp(edition._replace(reviewed_by="Dr. Who"))

    assert edition.made_on.isoformat() in stamp
    assert "Not yet reviewed by a physician" in stamp
    assert stamp.endswith("Information, not medical advice.")
    assert "Reviewed by Dr. Who" in reviewed
    assert WORDS.title(edition).startswith(edition.title)
