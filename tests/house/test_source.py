"""What the source may not say (house 3, 8, 10, 11, 13, 18)."""

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house.tree import (
    PACKAGE,
    ROOT,
    TESTS,
    calls,
    lines,
    python_files,
    relative,
    repository_files,
    syntax,
)

GUI = PACKAGE / "gui"
MODULES = python_files(PACKAGE)

# What names a machine, a package registry or a workplace: none of it belongs into the repository.
FOREIGN = re.compile(
    r"(?<![\w.~-])/(?:work|root|home/\w+|Users/\w+|opt/(?:pypi|wheels))/"
    r"|C:\\+Users\\+\w"
    r"|pypi[.]org|pythonhosted[.]org|npmjs[.]org|deb[.]debian[.]org|crates[.]io"
    r"|(?:index|registry)-url\s*[=:]?\s*http"
)
BINARY = {".ico", ".icns", ".jpg", ".png", ".ttf", ".otf", ".sqlite", ".db", ".crmo", ".gz", ".qm"}


def places(files: list[Path], wrong: Callable[[ast.AST], bool]) -> list[str]:
    """`path:line` of every node of the files' syntax trees that is wrong."""
    found = ((path, node) for path in files for node in ast.walk(syntax(path)) if wrong(node))
    return [f"{relative(path)}:{getattr(node, 'lineno', 0)}" for path, node in found]


def named(*names: str) -> Callable[[ast.AST], bool]:
    """Whether a node is, takes from a module, or reads as an attribute one of `names`."""

    def is_named(node: ast.AST) -> bool:
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
                return name in names
        return False

    return is_named


def test_slots_are_named_methods() -> None:
    lambdas = [
        f"{relative(path)}:{call.lineno}"
        for path in MODULES
        for call, name in calls(path)
        if name == "connect" and any(isinstance(argument, ast.Lambda) for argument in call.args)
    ]

    assert not lambdas


def test_a_signal_says_what_it_carries() -> None:
    with_payload = re.compile(r"^\s+\w+ = Signal\([^)]")
    silent = [
        f"{relative(path)}:{number}"
        for path in MODULES
        for number, line in enumerate(lines(path), 1)
        if with_payload.match(line) and "#" not in line
    ]

    assert not silent


def test_tests_wait_for_something_not_for_time() -> None:
    waits = [
        f"{relative(path)}:{call.lineno}"
        for path in python_files(TESTS)
        for call, name in calls(path)
        if name in {"sleep", "qWait", "qSleep"}
        or (
            name == "wait"
            and isinstance(call.func, ast.Attribute)
            and ast.unparse(call.func.value) == "qtbot"
        )
    ]

    assert not waits


def test_nothing_is_global() -> None:
    assert not places(MODULES, lambda node: isinstance(node, ast.Global))


def test_collaborators_come_through_the_constructor() -> None:
    def asks_for_the_application(node: ast.AST) -> bool:
        return isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Application.instance")

    allowed = {GUI / "early.py", GUI / "errors.py"}  # they make it when there is none yet

    assert not places([path for path in MODULES if path not in allowed], asks_for_the_application)


def test_threads_have_one_door() -> None:
    """And the start two of its own, before there is a window to block (docs/decisions/start.md)."""
    starting = {PACKAGE / "opening.py", GUI / "early.py"}
    others = [path for path in MODULES if path != GUI / "tasks.py" and path not in starting]

    assert not places(others, named("QThread", "QThreadPool", "QRunnable", "Thread", "concurrent.futures"))


def test_lists_and_tables_have_models() -> None:
    assert not places(MODULES, named("QTableWidget", "QListWidget", "QTreeWidget"))


def test_exceptions_are_caught_by_name() -> None:
    def catches_everything(node: ast.AST) -> bool:
        if not isinstance(node, ast.ExceptHandler) or ast.unparse(node.body[-1]) == "raise":
            return False  # to tidy up and raise again is no catching
        return node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"}

    allowed = {GUI / "errors.py", GUI / "tasks.py"}

    assert not places([path for path in MODULES if path not in allowed], catches_everything)


def test_what_is_silenced_says_why() -> None:
    """After `type: ignore[rule]` or `noqa: RULE` comes the reason, behind a second # or a dash."""
    silencer = re.compile(
        r"#\s*(?:type:\s*ignore(?:\[[\w, -]*\])?|noqa(?::[A-Z0-9, ]*)?|pragma: no cover)\s*"
        r"(?P<reason>[#-]\s*\w.*)?"
    )
    files = [*MODULES, *python_files(TESTS), ROOT / "dev.py", *python_files(ROOT / "packaging")]
    unexplained = [
        f"{relative(path)}:{number}"
        for path in files
        if path != Path(__file__)
        for number, line in enumerate(lines(path), 1)
        if (match := silencer.search(line)) and not match["reason"]
    ]

    assert not unexplained


@pytest.mark.parametrize("path", [p for p in repository_files() if p.suffix not in BINARY], ids=relative)
def test_no_file_names_a_machine_or_a_registry(path: Path) -> None:
    places = [
        f"{number}: {found[0]}"
        for number, line in enumerate(lines(path), 1)
        if (found := FOREIGN.search(line))
    ]

    assert not places
