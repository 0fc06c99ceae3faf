"""Where things are and how large they may get (house 5, 12, 19, 25)."""

import statistics
from pathlib import Path

import pytest

from tests.house.tree import (
    PACKAGE,
    ROOT,
    TESTS,
    functions,
    lines,
    python_files,
    relative,
    repository_files,
)

TOP_LEVEL = set(
    "crmo_desktop content resources packaging tests benchmarks docs build.spec pyproject.toml dev.py "
    "README.md CHANGELOG.md CONTRIBUTING.md LICENSE".split()
)
DRAWERS = {"common", "core", "helper", "helpers", "lib", "misc", "shared", "stuff", "tools", "util", "utils"}
MODULES = python_files(PACKAGE)

# Modules without a test module of their own, and why.
TESTED_ELSEWHERE = {
    "__main__": "three lines: every test that starts the program runs them",
}


def test_the_top_level_is_what_was_agreed() -> None:
    found = {path.relative_to(ROOT).parts[0] for path in repository_files()}

    assert {name for name in found if not name.startswith(".")} == TOP_LEVEL


def test_no_folder_or_module_is_a_drawer() -> None:
    names = {part for path in MODULES for part in path.relative_to(PACKAGE).with_suffix("").parts}

    assert not names & DRAWERS


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_a_module_is_short(path: Path) -> None:
    assert len(lines(path)) < 400
    assert not {name: length for name, length in functions(path) if length >= 60}


def test_most_modules_and_functions_are_very_short() -> None:
    lengths = sorted(length for path in MODULES for _, length in functions(path))

    assert statistics.median(len(lines(path)) for path in MODULES if path.name != "__init__.py") < 150
    assert lengths[int(len(lengths) * 0.95)] < 35


def modules_to_mirror() -> list[str]:
    names = (relative(path).removeprefix("crmo_desktop/").removesuffix(".py") for path in MODULES)
    return [name for name in names if not name.endswith("__init__")]


@pytest.mark.parametrize("name", modules_to_mirror())
def test_tests_mirror_the_package(name: str) -> None:
    folder, _, module = name.rpartition("/")
    has_tests = (TESTS / folder / f"test_{module}.py").is_file()

    assert has_tests != (name in TESTED_ELSEWHERE), "either a test module or a reason for having none"


def test_exceptions_from_the_mirror_are_modules() -> None:
    assert set(TESTED_ELSEWHERE) <= set(modules_to_mirror())


def test_the_readme_is_short() -> None:
    assert len(lines(ROOT / "README.md")) < 90
