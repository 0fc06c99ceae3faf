"""What keeps its order among words from right to left."""

import pytest

from crmo_desktop.domain.bidi import BREAK, END, START, has_right_to_left, isolated, place_in_isolated, plain

W = "שלום"  # any word


def shown(text: str) -> str:
    """With braces in the place of the signs, which cannot be seen."""
    return isolated(text).replace(START, "{").replace(END, "}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{W} 5–7% {W}", f"{W} {{5–7%}} {W}"),
        (f"{W} (5–7%) {W}", f"{W} {{(5–7%)}} {W}"),
        (f"25 mg/kg {W}", f"{{25 mg/kg}} {W}"),
        (f"{W} ≥ 5 mg.", f"{W} {{≥ 5 mg}}."),
        (f"{W}: -3 °C", f"{W}: {{-3 °C}}"),
        (f"{W} 10–12, {W}", f"{W} {{10–12}}, {W}"),
        (f"{W} 1,000 {W}", f"{W} {{1,000}} {W}"),
        (f"{W} [2, 3].", f"{W} {{[2, 3]}}."),
        (f"{W} (CRMO, NBO) {W}", f"{W} {{(CRMO, NBO)}} {W}"),
    ],
)
def test_figures_doses_and_marks_keep_their_order(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_a_list_of_figures_goes_as_its_reader_does() -> None:
    assert shown(f"{W} 5, 7, 9 {W}") == f"{W} {{5}}, {{7}}, {{9}} {W}"


def test_sentences_and_brackets_from_outside_part_runs() -> None:
    assert shown(f"({W} CNO). CRP 5 {W}") == f"({W} {{CNO}}). {{CRP 5}} {W}"
    assert shown(f"{W} CRMO ({W})") == f"{W} {{CRMO}} ({W})"
    assert shown(f"{W} (a [b) c] {W}").count("{") == shown(f"{W} (a [b) c] {W}").count("}")


def test_words_without_any_letter_from_right_to_left_are_one_run() -> None:
    assert shown(" Is it CRMO? ") == " {Is it CRMO?} "


@pytest.mark.parametrize("text", ["", "…", f"{W}. {W}", f"{W} – {W}"])
def test_where_there_is_no_run_nothing_changes(text: str) -> None:
    assert isolated(text) == text


def test_a_break_parts_runs() -> None:
    assert shown(f"{W} [1]{BREAK} [2]") == f"{W} {{[1]}}{BREAK} {{[2]}}"


def test_places_are_found_again() -> None:
    text = f"{W} 5–7% {W}"

    for place in (0, text.index("5"), text.index("%"), len(text) - 1):
        assert isolated(text)[place_in_isolated(text, place)] == text[place]


def test_the_signs_can_be_taken_out() -> None:
    text = f"{W} 5–7% {W}"

    assert plain(isolated(text)) == text


@pytest.mark.parametrize(("text", "so"), [("abc 5", False), (f"a {W}", True), ("٥", False), ("عظم", True)])
def test_letters_tell_the_direction(text: str, so: bool) -> None:
    assert has_right_to_left(text) is so
