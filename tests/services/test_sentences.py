"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmo_desktop.services.sentences import split


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        (" ", []),
        ("No end", ["No end"]),
        ("It hurts. It is warm.", ["It hurts.", "It is warm."]),
        ("Does it hurt? Yes! Then rest.", ["Does it hurt?", "Yes!", "Then rest."]),
        ("He said “It hurts.” Then he slept.", ["He said “It hurts.”", "Then he slept."]),
        ("It is 4.5 cm. 3 of 4 had it.", ["It is 4.5 cm.", "3 of 4 had it."]),
        ("Some drugs, e.g. Humira, help.", ["Some drugs, e.g. Humira, help."]),
        ("That is, i.e. The rest.", ["That is, i.e. The rest."]),
        ("Girschick et al. Showed this.", ["Girschick et al. Showed this."]),
        ("Ask Dr. Smith. She knows.", ["Ask Dr. Smith.", "She knows."]),
        ("J. Smith wrote it. A. B. Roe did not.", ["J. Smith wrote it.", "A. B. Roe did not."]),
        ("So did I. They did, too.", ["So did I.", "They did, too."]),
        ("See No. 5. The answer is no. Ask.", ["See No. 5.", "The answer is no.", "Ask."]),
        ("100% v. 45%. More.", ["100% v. 45%.", "More."]),
        ("the end. then small letters.", ["the end. then small letters."]),
        ("Élodie came. Ärzte, too.", ["Élodie came.", "Ärzte, too."]),
        ("(It hurts.) (It is warm.)", ["(It hurts.)", "(It is warm.)"]),
    ],
)
def test_a_text_is_split_where_its_sentences_end(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


@given(st.text(alphabet="aA1.!? e\u00a0”(", max_size=40))
def test_nothing_is_lost(text: str) -> None:
    assert "".join("".join(split(text)).split()) == "".join(text.split())
