"""A process that edits is killed at a random moment, and what stands in the file is looked at."""

import random
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from crmo_desktop.domain.backup import Backup
from crmo_desktop.store.backups import BackupFolder
from crmo_desktop.store.database import Notebook
from tests.faults.editing import ROOT, Hand, State, replayed

LONGEST_S = 0.004  # from an edit that was confirmed until the kill


class LostError(Exception):
    """Something that had been confirmed is not in the file, or the file does not open."""


@dataclass
class Killing:
    """Kill after kill over one file, by a seed.

    Attributes:
        confirmed: how many edits were told to be in the file before a process was killed.
        unconfirmed: how often the edit under way at the kill was in the file, too.
        rounds: how many processes were killed.
    """

    path: Path
    seed: int
    confirmed: int = 0
    unconfirmed: int = 0
    rounds: int = 0
    _starts: list[int] = field(default_factory=lambda: [0])
    _looked_at: set[Backup] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)

    def kill(self, *, most_edits: int = 12) -> None:
        """Let a process make edits and kill it; it may be killed before the file is open.

        Raises:
            LostError: what stands in the file then is not what was confirmed.
        """
        wanted = self._random.randrange(-1, most_edits)
        starts = ",".join(map(str, self._starts))
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.editing", str(self.path), str(self.seed), starts],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        with process:
            assert process.stdout is not None
            assert process.stderr is not None
            lines = [process.stdout.readline() for _ in range(max(0, wanted + 1))]
            end = time.perf_counter() + self._random.random() * (LONGEST_S if wanted >= 0 else 0.3)
            while time.perf_counter() < end:  # no sleep is as short as that
                pass
            process.kill()
            lines += process.stdout.readlines()
            complaint = process.stderr.read()
        self.rounds += 1
        numbers = [int(line) for line in lines if line.strip().isdigit() and line.endswith("\n")]
        self._look(numbers, complaint)

    def _look(self, numbers: list[int], complaint: str) -> None:
        begin = self._starts[-1]
        if complaint or numbers != list(range(begin, begin + len(numbers))):
            raise LostError(f"the process ended by itself: {complaint}")
        self.confirmed += len(numbers)
        if not self.path.exists():
            if numbers:
                raise LostError("the file is gone")
            return
        found = self._state_found()
        edits = replayed(self.seed, self._starts)
        for _ in numbers:
            edits.next()
        if found != edits.state:
            edits.next()
            if found != edits.state:
                raise LostError(f"after {len(numbers)} edits from {begin}: {found}, not {edits.state}")
            self.unconfirmed += 1
        self._starts.append(edits.number)

    def _state_found(self) -> State:
        with closing(Notebook(self.path)) as notebook:
            if notebook.trouble is not None:
                raise LostError(f"it does not open: {notebook.trouble}")
            state = Hand(notebook).state()
            if notebook.trouble is not None:
                raise LostError(f"it cannot be read: {notebook.trouble}")
        shelf = BackupFolder(self.path)
        for backup in set(shelf.all()) - self._looked_at:
            if not shelf.is_sound(backup):
                raise LostError(f"not sound: {backup}")
            self._looked_at.add(backup)
        return state
