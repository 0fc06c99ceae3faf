"""A place for the reader's file, the rights of somebody who is not root, and child processes."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534

Child = Callable[..., AbstractContextManager["subprocess.Popen[str]"]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the reader's file would be."""
    return tmp_path / "data" / "notes.sqlite"


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter: root's temporary folders are closed to others."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    for inner in (folder, *folder.rglob("*")):
        inner.chmod(0o777)
    shutil.rmtree(folder)


@pytest.fixture
def ordinary_rights() -> Iterator[None]:
    """The rights of an ordinary user within the test: root may write anywhere."""
    if sys.platform == "win32":
        pytest.skip("rights to files are another matter on Windows")
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    yield
    os.seteuid(before)


@pytest.fixture
def child() -> Child:
    """Runs Python code in another process until its input ends; `child(code, *arguments)`."""

    @contextmanager
    def run(code: str, *arguments: object) -> Iterator["subprocess.Popen[str]"]:
        process = subprocess.Popen(
            [sys.executable, "-c", code, *map(str, arguments)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        with process:
            yield process
            if process.poll() is None:
                process.communicate("")

    return run
