"""Tests of `crmo_desktop.domain.picture`."""

import pytest

from crmo_desktop.domain.picture import Flow, Row, SideBySide, Step, Words


def test_a_step_is_found_by_its_id() -> None:
    step = Step(id="pain", kind="question", title=Words(text="Does it hurt?"))
    flow = Flow(steps=(step,), flags_title=Words(text="Red flags"), flags=())

    assert flow.step("pain") is step
    with pytest.raises(KeyError):
        flow.step("none")


def table() -> SideBySide:
    cells = (("Measles", "Spots."), ("cold", "Cough"), ("Flu", "cough"))
    return SideBySide(
        columns=("Disease", "Sign"),
        rows=tuple(Row(title=Words(text=one), cells=(Words(text=other),)) for one, other in cells),
    )


@pytest.mark.parametrize(
    ("sort", "falls", "order"),
    [
        (None, False, (0, 1, 2)),
        (None, True, (0, 1, 2)),
        (0, False, (1, 2, 0)),
        (0, True, (0, 2, 1)),
        (1, False, (1, 2, 0)),
        (1, True, (0, 1, 2)),
        (2, False, (0, 1, 2)),
        (-1, False, (0, 1, 2)),
    ],
)
def test_rows_are_sorted_by_the_words_of_a_column(
    sort: int | None, falls: bool, order: tuple[int, ...]
) -> None:
    assert table().order(sort, falls=falls) == order


def test_a_row_says_each_cell_after_its_head() -> None:
    assert table().said(0) == "Measles. Sign: Spots"
