"""This program's own engine, for the comparison: see `_rival`."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks._figures import open_read_only  # noqa: E402 - found only now
from benchmarks._rival import HITS, Search, run  # noqa: E402
from crmo_desktop.domain.audience import Audience  # noqa: E402
from crmo_desktop.search.engine import SearchEngine  # noqa: E402


def make(pack: Path, _folder: Path) -> Search:
    """The index lies in the pack. It alone knows who reads."""
    engine = SearchEngine(open_read_only(pack))

    def search(query: str, audience: str) -> list[str]:
        return [hit.topic for hit in engine.search(query, audience=Audience(audience), limit=HITS).hits]

    return search


if __name__ == "__main__":
    sys.exit(run(make, ""))
