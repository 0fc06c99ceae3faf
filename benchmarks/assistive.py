"""Whether pages can be changed without end while a screen reader reads each: nothing breaks, nothing grows.

    python3 dev.py bench assistive          10,000 pages
    python3 dev.py bench assistive 500      as many as that

A program of its own on a screen and accessibility bus of their own; the reader is told of each page, then
asks for every part of it, its kind and its words. Prints the memory that belongs to the program (PSS, MB).
"""

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.assistive.stage import Stage, missing

PAGES = 10_000
ROUND = 40  # as many topics on, then as many back
WARM = 400  # pages until Qt's and the program's caches are full
ALLOWED_MB = 8.0


def main() -> int:
    """Print the table; 1 if memory grew by more than is allowed."""
    lacking = missing()
    if lacking:
        print(f"This needs a screen and an accessibility bus: {', '.join(lacking)}")
        return 2
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        options = ("--data-dir", str(Path(folder, "data")), "--open", "crmo://topic/what-is-crmo")
        with Stage(Path(folder), *options) as stage:
            stage.wait("the first page", lambda: stage.ask("tree", within="document frame"))
            return _turn(stage, wanted)


def _turn(stage: Stage, wanted: int) -> int:
    began = time.perf_counter()
    done = parts = 0
    key = "Ctrl+PgDown"
    warm = 0.0
    print(f"{'pages':>8}{'parts read':>14}{'MB':>9}{'seconds':>10}")
    while done < wanted:
        parts += stage.ask("turn", keys=key, count=ROUND, patience=600)
        done += ROUND
        key = "Ctrl+PgUp" if key == "Ctrl+PgDown" else "Ctrl+PgDown"
        if done % WARM == 0 or done >= wanted:
            held = _held_mb(stage)
            warm = warm or held
            print(f"{done:8}{parts:14,}{held:9.1f}{time.perf_counter() - began:10.0f}", flush=True)
    grown = _held_mb(stage) - warm
    print(f"grown since page {min(WARM, wanted)}: {grown:+.1f} MB, allowed {ALLOWED_MB:g}")
    return 0 if grown <= ALLOWED_MB else 1


def _held_mb(stage: Stage) -> float:
    assert stage.program is not None
    rollup = Path(f"/proc/{stage.program.pid}/smaps_rollup").read_text(encoding="ascii")
    line = next(line for line in rollup.splitlines() if line.startswith("Pss:"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    sys.exit(main())
