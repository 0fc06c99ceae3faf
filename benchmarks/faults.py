"""How often what was confirmed is in the reader's file after the program was killed.

    python3 dev.py bench faults [ROUNDS]

In each round (5,000) a process makes random edits through the services that the window uses, and is killed at
a random moment (SIGKILL; as suddenly as the system does it elsewhere). Then the file is opened again: every
edit that had been confirmed has to be in it, in its place, with nothing else, and every backup has to be
sound. Every hundred rounds begin with a new file. The seeds are fixed: a loss can be had again.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.faults.killing import Killing, LostError  # noqa: E402 - found only now

ROUNDS = 5_000
OF_ONE_FILE = 100


def main(rounds: int) -> int:
    """Print the table; 1 if anything was lost."""
    began = time.perf_counter()
    confirmed: list[int] = []
    under_way = killed = 0
    losses: list[str] = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for seed in range((rounds + OF_ONE_FILE - 1) // OF_ONE_FILE):
            killing = Killing(Path(folder) / str(seed) / "notes.sqlite", seed)
            try:
                for _ in range(min(OF_ONE_FILE, rounds - seed * OF_ONE_FILE)):
                    before = killing.confirmed
                    killing.kill()
                    confirmed.append(killing.confirmed - before)
            except LostError as lost:
                losses.append(f"seed {seed}, round {killing.rounds}: {lost}")
            under_way, killed = under_way + killing.unconfirmed, killed + killing.rounds
    print(f"{'processes killed':42}{killed:10,}")
    print(f"{'  before they had made an edit':42}{confirmed.count(0):10,}")
    print(f"{'edits confirmed':42}{sum(confirmed):10,}")
    print(f"{'  most in one process':42}{max(confirmed, default=0):10,}")
    print(f"{'  mean in one process':42}{statistics.fmean(confirmed or [0]):10.1f}")
    print(f"{'edits under way at the kill and yet there':42}{under_way:10,}")
    print(f"{'files with something lost, or not to open':42}{len(losses):10,}")
    print(f"{'minutes':42}{(time.perf_counter() - began) / 60:10.1f}")
    for loss in losses:
        print(loss[:2000])
    return 1 if losses else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))
