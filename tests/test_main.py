"""`python -m crmo_desktop`."""

import subprocess
import sys

import pytest

from crmo_desktop import __version__
from tests.house.tree import ROOT


@pytest.mark.parametrize(
    ("arguments", "status", "output"),
    [(["--version"], 0, f"CRMO Desktop {__version__}\n"), (["--wrong"], 2, "")],
)
def test_the_module_runs_the_program(arguments: list[str], status: int, output: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "crmo_desktop", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (status, output)
