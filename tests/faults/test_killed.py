"""What has been confirmed is there, whenever the program was killed; 5,000 times: benchmarks/faults.py."""

import sys
from pathlib import Path

import pytest

from tests.faults.killing import Killing

EDITS = 500


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="nothing there is as sudden as SIGKILL")
@pytest.mark.parametrize("seed", [1, 2])
def test_every_confirmed_edit_is_in_the_file(seed: int, tmp_path: Path) -> None:
    killing = Killing(tmp_path / "notes.sqlite", seed)

    while killing.confirmed < EDITS // 2:
        killing.kill(most_edits=24)

    assert killing.rounds >= 10
