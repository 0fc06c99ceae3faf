"""This program's search against plain FTS5, Xapian and tantivy, in one run and on the same passages.

    python3 dev.py bench search_engines [--own]

Every engine gives for each query its best twenty passages with excerpts, in a process of its own, one after
the other; benchmarks/_rival.py says what each is given. Success at 1 and 3 and mean reciprocal rank are those
of all queries of tests/search/queries.json, each asked once as a whole. CPU ms are those of the same
queries on the program's own pack, and on the large one (benchmarks/_large_pack.py) of 300 queries that its
documentation answers; how often the right topic stays first among all that documentation comes last. A second
table has what the others make of the phrases of content/asked.json, when they are given those as well.

Xapian comes from Debian (fetched, not installed), tantivy from PyPI into an environment under build/; where
one cannot be had its row says why. `--own` leaves the large pack out.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks._debian import NotToBeHadError, fetch, unpack  # noqa: E402 - found only now
from benchmarks._figures import (  # noqa: E402
    OWN_PACK,
    PLACES_HEAD,
    Asked,
    Places,
    open_read_only,
    percentile,
    place_of,
    read_queries,
)
from benchmarks._large_pack import KEPT_IN, large_pack  # noqa: E402
from benchmarks._typing import Typed, large_sample  # noqa: E402

SYSTEM_PYTHON: Final = "/usr/bin/python3"
TANTIVY: Final = "tantivy==0.27.0"
FROM_DOCUMENTATION: Final = 300
OURS: Final = "CRMO Desktop"


@dataclass(frozen=True, slots=True)
class Rival:
    """An engine that can be run.

    Attributes:
        command: what answers queries; a pack's path follows.
        environment: what is added to this process's.
        options: what follows the pack.
    """

    command: tuple[str, ...]
    environment: dict[str, str]
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """What an engine answered: topics and CPU milliseconds of each query."""

    version: str
    topics: list[list[str]]
    times: list[float]


def main() -> int:
    """Print the tables; 1 if an engine or the large pack could not be had."""
    parser = argparse.ArgumentParser(description="this search against other engines")
    parser.add_argument("--own", action="store_true", help="only on the program's own pack")
    options = parser.parse_args()
    queries = read_queries()
    large, typed, trouble = (None, list[Typed](), "") if options.own else _large()
    if trouble:
        print(f"The large pack cannot be made: {trouble}.")
    head = f"{'p50':>8}{'p95':>8}"
    print(f"{'':26}{'own pack':>42}{'large pack':>24}")
    print(f"{'engine':26}{PLACES_HEAD}{head}{head}{'at 1':>8}")
    by_kind: dict[str, dict[str, Places]] = {}
    with_phrases: dict[str, Places] = {}
    own_queries = [(asked.query, asked.audience) for asked in queries]
    is_complete = not trouble
    for name, find in RIVALS.items():
        try:
            rival = find()
            on_own = ask(rival, OWN_PACK, own_queries)
            places = places_of(queries, on_own)
            if name != OURS:
                helped = Rival(rival.command, rival.environment, ("--asked",))
                with_phrases[name] = places_of(queries, ask(helped, OWN_PACK, own_queries))["all"]
            row = f"{f'{name} {on_own.version}':26}{places['all'].row()}{_speed(on_own.times)}"
            if large is not None:
                row += _on_large(rival, large, queries, typed)
        except NotToBeHadError as error:
            print(f"{name:26} not to be had here: {error}")
            is_complete = False
            continue
        print(row, flush=True)
        by_kind[name] = places
    print(f"\n{'given the phrases, too':26}{PLACES_HEAD}")
    for name, found in with_phrases.items():
        print(f"{name:26}{found.row()}")
    _print_kinds(by_kind)
    return 0 if is_complete else 1


def ask(rival: Rival, pack: Path, queries: Sequence[tuple[str, str]]) -> Answers:
    """What `rival` answers, having indexed `pack`.

    Raises:
        NotToBeHadError: it ended with an error.
    """
    done = subprocess.run(
        [*rival.command, str(pack), *rival.options],
        input=json.dumps(queries),
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, **rival.environment},
    )
    if done.returncode != 0:
        raise NotToBeHadError(f"it failed: {(done.stderr.strip().splitlines() or ['no word'])[-1]}")
    return Answers(**json.loads(done.stdout))


def places_of(queries: Sequence[Asked], answers: Answers) -> dict[str, Places]:
    """Where the right topics stood, by kind of query, and of "all"."""
    places: dict[str, Places] = {"all": Places()}
    for asked, found in zip(queries, answers.topics, strict=True):
        place = place_of(asked.topics, found)
        places["all"].places.append(place)
        places.setdefault(asked.kind, Places()).places.append(place)
    return places


def _large() -> tuple[Path | None, list[Typed], str]:
    """The large pack, queries that its documentation answers, and why there is none."""
    try:
        large = large_pack()
    except NotToBeHadError as error:
        return None, [], str(error)
    connection = open_read_only(large)
    typed = large_sample(connection, size=FROM_DOCUMENTATION)
    connection.close()
    return large, typed, ""


def _on_large(rival: Rival, large: Path, queries: Sequence[Asked], typed: Sequence[Typed]) -> str:
    """Speed on the large pack, and how often the right topic stays first among all that documentation."""
    asked = [(one.query, one.audience) for one in queries]
    answers = ask(rival, large, [*((one.query, str(one.audience)) for one in typed), *asked])
    own = Answers(answers.version, answers.topics[len(typed) :], [])
    return f"{_speed(answers.times[: len(typed)])}{places_of(queries, own)['all'].at_most(1):>8.1%}"


def _speed(times: Sequence[float]) -> str:
    return f"{percentile(times, 0.5):>8.2f}{percentile(times, 0.95):>8.2f}"


def _print_kinds(by_kind: dict[str, dict[str, Places]]) -> None:
    print(f"\n{'first, by kind':16}{'n':>5}" + "".join(f"{name:>14}" for name in by_kind))
    for kind in sorted(by_kind[OURS], key=lambda kind: (kind == "all", kind)):
        shares = "".join(f"{places[kind].at_most(1):>14.1%}" for places in by_kind.values())
        print(f"{kind:16}{len(by_kind[OURS][kind].places):>5}{shares}")


def _script(name: str) -> str:
    return str(ROOT / "benchmarks" / f"_rival_{name}.py")


def _ours() -> Rival:
    return Rival((sys.executable, _script("ours")), {})


def _fts5() -> Rival:
    return Rival((sys.executable, _script("fts5")), {})


def _xapian() -> Rival:
    """Debian's, as it is installed, or else unpacked under build/."""
    command = (SYSTEM_PYTHON, _script("xapian"))
    if not Path(SYSTEM_PYTHON).is_file():
        raise NotToBeHadError("this system has no Python of its own")
    if _imports("xapian", {}):
        return Rival(command, {})
    place = KEPT_IN / "xapian"
    for names in (("python3-xapian",), ("libxapian30", "libxapian30t64")):
        unpack(fetch(names, KEPT_IN), place)
    libraries = [str(path.parent) for path in place.glob("usr/lib/*/libxapian.so.30")]
    environment = {
        "PYTHONPATH": str(place / "usr/lib/python3/dist-packages"),
        "LD_LIBRARY_PATH": os.pathsep.join(libraries),
    }
    if not _imports("xapian", environment):
        raise NotToBeHadError("its package does not fit this system's Python")
    return Rival(command, environment)


def _imports(module: str, environment: dict[str, str]) -> bool:
    command = [SYSTEM_PYTHON, "-c", f"import {module}"]
    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})
    return done.returncode == 0


def _tantivy() -> Rival:
    """From PyPI, in an environment that nothing else uses."""
    place = KEPT_IN / "tantivy"
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = place / "made-from"
    if not (stamp.is_file() and stamp.read_text(encoding="utf-8") == TANTIVY):
        pip = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        for command in (
            [sys.executable, "-m", "venv", "--clear", str(place)],
            [*pip, "--only-binary", ":all:", TANTIVY],
        ):
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode != 0:
                words = (done.stderr.strip().splitlines() or ["no word"])[-1]
                raise NotToBeHadError(f"pip cannot install {TANTIVY}: {words}")
        stamp.write_text(TANTIVY, encoding="utf-8")
    return Rival((str(python), _script("tantivy")), {})


RIVALS: Final[dict[str, Callable[[], Rival]]] = {
    OURS: _ours,
    "FTS5": _fts5,
    "Xapian": _xapian,
    "tantivy": _tantivy,
}


if __name__ == "__main__":
    sys.exit(main())
