"""A problem as it is printed."""

from pathlib import Path

from crmo_desktop.authoring.problem import Problem


def test_a_fault_and_a_warning_are_printed() -> None:
    path = Path("content") / "tree.json"

    assert str(Problem(path, 7, "something is wrong")) == f"{path}:7: something is wrong"
    assert (
        str(Problem(path, 7, "something is amiss", is_warning=True))
        == f"{path}:7: warning: something is amiss"
    )


def test_problems_are_in_the_order_of_files_and_lines() -> None:
    problems = [Problem(Path("b"), 1, "x"), Problem(Path("a"), 10, "x"), Problem(Path("a"), 9, "y")]

    assert [(str(problem.path), problem.line) for problem in sorted(problems)] == [
        ("a", 9),
        ("a", 10),
        ("b", 1),
    ]
