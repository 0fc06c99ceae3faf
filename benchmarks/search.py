"""How good and how fast the search is on the pack that the program carries.

`python3 dev.py bench search` prints success at 1 and at 3 and mean reciprocal rank by kind of query, the
misses, and the processor time of a query. Queries that were held back are shown by `--all` only.
"""

import argparse
import json
import sqlite3
import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from crmo_desktop.domain.audience import Audience  # noqa: E402 - found only now
from crmo_desktop.search.engine import SearchEngine  # noqa: E402 - found only now


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="how good and how fast the search is")
    parser.add_argument("--pack", type=Path, default=ROOT / "build" / "content.crmo")
    parser.add_argument("--all", action="store_true", help="the queries held back, too")
    options = parser.parse_args()
    connection = sqlite3.connect(f"{options.pack.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    engine = SearchEngine(connection)
    known = {topic for (topic,) in connection.execute("SELECT id FROM topic")}
    queries = json.loads((ROOT / "tests" / "search" / "queries.json").read_text(encoding="utf-8"))
    chosen = [query for query in queries if options.all or not query["held_back"]]
    places: defaultdict[str, list[int]] = defaultdict(list)
    times = []
    for query in chosen:
        if not known.intersection(query["topics"]):
            continue
        started = time.process_time()
        answer = engine.search(query["query"], audience=Audience(query["audience"]))
        times.append(1000 * (time.process_time() - started))
        found = list(dict.fromkeys(hit.topic for hit in answer.hits))
        place = next((place for place, topic in enumerate(found, 1) if topic in query["topics"]), 0)
        places[query["kind"]].append(place)
        if place != 1:
            note = f" searched for “{answer.searched_for}”" if answer.searched_for else ""
            print(f"{place or '-':>3} {query['kind']:13} {query['query']}{note}: {', '.join(found[:4])}")
    print(f"\n{'kind':14}{'n':>4} {'at 1':>6} {'at 3':>6} {'MRR':>6}")
    everything = [place for row in places.values() for place in row]
    for kind, row in [*places.items(), ("all", everything)]:
        at_1 = sum(place == 1 for place in row) / len(row)
        at_3 = sum(1 <= place <= 3 for place in row) / len(row)
        reciprocal = sum(1 / place for place in row if place) / len(row)
        print(f"{kind:14}{len(row):4} {at_1:6.1%} {at_3:6.1%} {reciprocal:6.3f}")
    (size,) = connection.execute("SELECT count(*) FROM search_row").fetchone()
    late = statistics.quantiles(times, n=20)[-1]
    print(f"\n{size} passages; CPU ms: median {statistics.median(times):.1f}, 95th percentile {late:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
