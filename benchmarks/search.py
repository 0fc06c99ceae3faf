"""How good the search is on the pack that the program carries.

    python3 dev.py bench search [--all] [--held-back] [--figures] [--pack=FILE]

Prints success at 1 and at 3 and mean reciprocal rank by kind of query, with the misses, for the queries of
tests/search/queries.json that may be tuned to. `--all` adds a table of the queries that were held back, and
one of all together; `--held-back` prints the former alone; `--figures` leaves the misses out, so that nobody
tunes to what is held back by looking how it stands. Queries that stand word for word among the phrases of
content/asked.json are easy; below each table stand the figures without them. How fast it is: `search_speed`.
"""

import argparse
import re
import sqlite3
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks._figures import OWN_PACK, Asked, Places, open_read_only, place_of, quality_table, read_queries  # noqa: E402
from crmo_desktop.domain.audience import Audience  # noqa: E402 - found only now
from crmo_desktop.search.engine import SearchEngine  # noqa: E402 - found only now

_WORD = re.compile(r"\w+")


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="how good the search is")
    parser.add_argument("--pack", type=Path, default=OWN_PACK)
    parser.add_argument(
        "--all", action="store_true", help="the queries held back, too, in a table of their own"
    )
    parser.add_argument("--held-back", action="store_true", help="the queries held back, and no others")
    parser.add_argument("--figures", action="store_true", help="no misses")
    options = parser.parse_args()
    connection = open_read_only(options.pack)
    known = {topic for (topic,) in connection.execute("SELECT id FROM topic")}
    every = read_queries()
    queries = [asked for asked in every if known.intersection(asked.topics)]
    if len(queries) < len(every):
        print(f"{len(every) - len(queries)} queries are left out: this pack has none of their topics\n")
    engine = SearchEngine(connection)
    every_place: list[tuple[Asked, int]] = []
    for title, is_held_back in (("tuned", False), ("held back", True)):
        if options.all or options.held_back == is_held_back:
            chosen = [asked for asked in queries if asked.held_back == is_held_back]
            placed = _placed(engine, chosen, tells_misses=not options.figures)
            print(quality_table(title, [(asked.kind, place) for asked, place in placed]))
            _print_not_asked(connection, placed)
            every_place += placed
    if options.all:
        print(quality_table("together", [(asked.kind, place) for asked, place in every_place]))
        _print_not_asked(connection, every_place)
    (size,) = connection.execute("SELECT count(*) FROM section").fetchone()
    print(f"{size} passages in {len(known)} topics")
    return 0


def _print_not_asked(connection: sqlite3.Connection, placed: Sequence[tuple[Asked, int]]) -> None:
    """Print the figures once more without the queries that stand word for word in content/asked.json."""
    phrases = {_plain(phrase) for (phrase,) in connection.execute("SELECT phrase FROM search_asked")}
    others = Places([place for asked, place in placed if _plain(asked.query) not in phrases])
    if len(others.places) < len(placed):
        print(
            f"{'not in asked':16}{others.row()}   {len(placed) - len(others.places)} are there word for word"
        )
    print()


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _placed(engine: SearchEngine, queries: Iterable[Asked], *, tells_misses: bool) -> list[tuple[Asked, int]]:
    """Each query and where the right topic stands for it."""
    placed = []
    for asked in queries:
        answer = engine.search(asked.query, audience=Audience(asked.audience))
        found = list(dict.fromkeys(hit.topic for hit in answer.hits))
        place = place_of(asked.topics, found)
        placed.append((asked, place))
        if place != 1 and tells_misses:
            note = f" searched for “{answer.searched_for}”" if answer.searched_for else ""
            order = f"{', '.join(found[:4])}; wanted {' or '.join(asked.topics)}"
            print(f"{place or '-':>3} {asked.kind:13} {asked.query}{note}: {order}")
    if tells_misses:
        print()
    return placed


if __name__ == "__main__":
    sys.exit(main())
