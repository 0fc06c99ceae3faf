"""What every engine in the comparison does the same way, each in a process of its own.

    python benchmarks/_rival_….py PACK [--asked] < QUERIES

Each engine is given the same passages (title of the topic, heading, keywords, body; weights 10, 5, 4, 1) and
gives for each query the topics of its best twenty passages, with an excerpt of each. The others look for
passages with all words of the query, and for any of them when there are none; with `--asked` what people type
who look for a topic (content/asked.json, which this program's index always has) is a passage of its own for
them, too. Standard library only: one of them runs under the system's own Python.
"""

import json
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

HITS = 20
EXCERPT = 160  # characters
WEIGHTS = {"title": 10, "heading": 5, "keywords": 4, "body": 1}
WORD = re.compile(r"\w+")
WARMING = "how often is the treatment checked"


class Passage(NamedTuple):
    """A section or a summary, with what holds for its whole topic."""

    topic: str
    title: str
    heading: str
    keywords: str
    body: str


Search = Callable[[str, str], list[str]]  # a query, its reader's audience -> topics


def passages(pack: Path) -> Iterator[Passage]:
    """Every passage of a pack."""
    connection = sqlite3.connect(f"{pack.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    sections = connection.execute(
        "SELECT topic.id, topic.title, section.title, keywords, text"
        " FROM section JOIN topic ON topic.id = section.topic ORDER BY section.id"
    )
    yield from map(Passage._make, sections)
    summaries = connection.execute(
        "SELECT topic.id, title, '', keywords, summary"
        " FROM page JOIN topic ON topic.id = page.topic ORDER BY topic.id, audience"
    )
    yield from map(Passage._make, summaries)
    if "--asked" in sys.argv:
        asked = connection.execute(
            "SELECT topic.id, title, phrase, '', ''"
            " FROM search_asked JOIN search_row USING (place) JOIN topic ON topic.id = search_row.topic"
            " WHERE audience IS NULL ORDER BY topic.id, phrase"
        )
        yield from map(Passage._make, asked)
    connection.close()


def run(make: Callable[[Path, Path], Search], version: str) -> int:
    """Answer what stands on standard input, and print topics and CPU milliseconds of each query as JSON.

    Args:
        make: indexes a pack in an empty folder and returns what searches it.
        version: of the engine.
    """
    queries: list[tuple[str, str]] = json.load(sys.stdin)
    with tempfile.TemporaryDirectory(prefix="crmo-bench-", ignore_cleanup_errors=True) as folder:
        search = make(Path(sys.argv[1]), Path(folder))
        search(WARMING, "patient")
        topics, times = [], []
        for query, audience in queries:
            began = time.process_time()
            topics.append(search(query, audience))
            times.append(1000 * (time.process_time() - began))
        json.dump({"version": version, "topics": topics, "times": times}, sys.stdout)
    return 0
