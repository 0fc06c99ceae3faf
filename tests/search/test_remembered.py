import pytest

from crmo_desktop.search.remembered import Remembered


@pytest.fixture
def read() -> list[list[int]]:
    """The keys of each reading."""
    return []


@pytest.fixture
def squares(read: list[list[int]]) -> Remembered[int, int]:
    def work_out(keys: list[int]) -> dict[int, int]:
        read.append(keys)
        return {key: key * key for key in keys}

    return Remembered(work_out)


def test_what_is_missing_is_read_together_and_once(
    squares: Remembered[int, int], read: list[list[int]]
) -> None:
    assert squares.of([3, 1], most=9) == {3: 9, 1: 1}
    assert squares.of([1, 2, 3], most=9) == {1: 1, 2: 4, 3: 9}
    assert squares.of([], most=9) == {}
    assert read == [[3, 1], [2]]


def test_when_they_are_too_many_all_are_forgotten(
    squares: Remembered[int, int], read: list[list[int]]
) -> None:
    squares.of([1, 2], most=2)
    assert squares.of([2, 3], most=2) == {2: 4, 3: 9}
    assert read == [[1, 2], [2, 3]]


def test_as_many_as_are_wanted_at_once_are_given(
    squares: Remembered[int, int], read: list[list[int]]
) -> None:
    assert squares.of([1, 2, 3], most=1) == {1: 1, 2: 4, 3: 9}
