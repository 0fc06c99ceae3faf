"""Questions as text and as a table."""

import csv
from io import StringIO

from crmo_desktop.domain.audience import Audience
from crmo_desktop.export.question_text import COLUMNS, plain_text, table
from crmo_desktop.export.told_questions import QuestionWords
from tests.export.question_samples import ALL, HARD, STAMP, told
from tests.gui.slides.question_samples import BEST

WORDS = QuestionWords()


def test_answers_come_after_all_questions() -> None:
    text = plain_text("Quiz", ALL, STAMP, WORDS)
    asked, _, answered = text.partition("\nAnswers\n")

    assert BEST.text in asked
    assert BEST.explanation not in asked
    assert "1. Answer: C\n   Both can look alike." in answered
    assert "2. Answer: True" in answered
    assert "3. Answer: B, C, A" in answered


def test_options_have_letters_and_true_and_false_none() -> None:
    text = plain_text("Quiz", ALL, STAMP, WORDS)

    assert "   A  Germs\n   B  A growth" in text
    assert "2. A scan is loud.\n   True / False\n" in text


def test_what_settles_it_and_its_sources_are_told() -> None:
    text = plain_text("Quiz", ALL, STAMP, WORDS)

    assert "   Read more: Pain › In short\n   Sources: Jansen and others, Bone 2010\n" in text


def test_the_edition_stands_at_both_ends() -> None:
    lines = plain_text("Quiz", ALL, STAMP, WORDS).splitlines()

    assert (lines[0], lines[1], lines[-1]) == ("Quiz", STAMP, STAMP)


def test_a_table_has_a_row_a_question_and_the_edition_at_the_end() -> None:
    rows = list(csv.reader(StringIO(table(ALL, STAMP, WORDS)), delimiter="\t", quoting=csv.QUOTE_NONE))

    assert rows[0] == list(WORDS.columns)
    assert {len(row) for row in rows[:-1]} == {COLUMNS}
    assert [row[-1] for row in rows[1:-1]] == ["q-best", "q-true", "q-order"]
    assert rows[-1] == [STAMP]


def test_a_cell_holds_no_tabs_and_no_lines() -> None:
    row = table([told(HARD)], STAMP, WORDS).splitlines()[1].split("\t")

    assert row[0] == "Tab here? Yes"
    assert row[WORDS.columns.index("Difficulty")] == "hardest"  # a word of a later edition


def test_a_table_says_for_whom_a_question_is() -> None:
    from dataclasses import replace

    rows = [table([told(replace(BEST, audience=each))], STAMP, WORDS) for each in Audience]

    assert ["\tFamilies\t" in row for row in rows] == [each is Audience.PATIENT for each in Audience]


def test_a_question_without_sources_names_none() -> None:
    from dataclasses import replace

    assert "Sources:" not in plain_text("Quiz", [replace(told(), sources=())], STAMP, WORDS)
