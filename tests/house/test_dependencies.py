"""What the program stands on: locked, hashed, and the same in every file that names it."""

import re
import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

import crmo_desktop
import dev
from tests.house.tree import ROOT

LISTS = sorted((ROOT / "packaging" / "requirements").glob("*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_a_list_is_locked_hashed_and_up_to_date(path: Path) -> None:
    first, *entries = path.read_text(encoding="utf-8").replace("\\\n", "").splitlines()

    assert dev.dependencies_digest() in first
    assert [entry for entry in entries if not re.match(r"[\w.-]+==\S+ .*--hash=sha256:", entry)] == []


def test_the_runtime_list_is_part_of_the_developers() -> None:
    runtime, developers = (
        set(re.findall(r"^[\w.-]+==\S+", (dev.LOCK.parent / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("runtime.txt", "dev.txt")
    )

    assert runtime < developers


def test_the_version_is_one() -> None:
    assert PROJECT["version"] == crmo_desktop.__version__


def test_python_is_the_same_everywhere() -> None:
    needed = ".".join(map(str, dev.OLDEST_PYTHON))

    assert PROJECT["requires-python"] == f">={needed}"


@pytest.mark.parametrize("kind", ["returns nothing", "returns a null pointer"])
def test_qt_keeps_its_references_to_none(kind: str) -> None:
    """PySide6 6.12.0 loses one at each such call on Python 3.11 and dies after some 4,000 of them."""
    thing = QObject()
    calls = {"returns nothing": lambda: thing.setObjectName("a"), "returns a null pointer": thing.parent}
    call = calls[kind]
    before = sys.getrefcount(None)

    for _ in range(500):
        call()

    assert abs(sys.getrefcount(None) - before) < 100
