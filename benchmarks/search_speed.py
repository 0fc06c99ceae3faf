"""What a large pack costs: time of a key press, memory, start.

    python3 dev.py bench search_speed [RUNS] [--own]

Measured on the program's own pack and on others of 10,000 and 100,000 passages (benchmarks/_large_pack.py):

- CPU milliseconds from one key press to ranked results with excerpts. Typed letter by letter: every fifth
  query of tests/search/queries.json, and on the others a hundred that their documentation answers.
- Memory of the process with the window open, before and after all of these were typed; Linux only.
- The start, until the first page is painted, on either pack in turn; RUNS of each (11).

`--own` measures the key presses on the program's own pack and nothing else.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks._debian import NotToBeHadError  # noqa: E402 - found only now
from benchmarks._figures import (  # noqa: E402 - found only now
    MOST_HITS,
    OWN_PACK,
    SPREAD_HEAD,
    WINDOW_HITS,
    open_read_only,
    percentile,
    spread,
)
from benchmarks._large_pack import large_pack  # noqa: E402
from benchmarks._typing import Typed, large_sample, own_sample, type_all  # noqa: E402
from benchmarks.start import measure  # noqa: E402

RUNS = 11
MIDDLING = 10_000  # passages, to see how time grows
AIM_OWN_MS = 5.0
AIM_LARGE_MS = 60.0
AIM_MEMORY_MB = 60.0
AIM_START = 1.10
SLOWEST = 3


def main() -> int:
    """Print the tables; 1 if an aim is missed."""
    parser = argparse.ArgumentParser(description="what a large pack costs")
    parser.add_argument("runs", type=int, nargs="?", default=RUNS)
    parser.add_argument("--own", action="store_true", help="only key presses, only on the program's own pack")
    options = parser.parse_args()
    own_queries = own_sample()
    print(f"CPU ms from a key press to ranked results\n{'':38}{'presses':>8}{SPREAD_HEAD}{'first':>8}")
    reached = [_typed("own content", OWN_PACK, own_queries, AIM_OWN_MS)]
    _typed(f"the same, {WINDOW_HITS} hits", OWN_PACK, own_queries, AIM_OWN_MS, WINDOW_HITS)
    if options.own:
        return 0 if all(reached) else 1
    try:
        middling, large = large_pack(MIDDLING), large_pack()
    except NotToBeHadError as error:
        print(f"\nThe large packs cannot be made: {error}.")
        return 1
    large_queries = _documentation_sample(large)
    reached.append(_typed("documentation", middling, _documentation_sample(middling), AIM_LARGE_MS))
    reached.append(_typed("documentation", large, large_queries, AIM_LARGE_MS))
    reached.append(_typed("own content", large, own_queries, AIM_LARGE_MS))
    reached.append(_memory(large, own_queries, large_queries))
    reached.append(_start(large, options.runs))
    return 0 if all(reached) else 1


def _documentation_sample(pack: Path) -> list[Typed]:
    connection = open_read_only(pack)
    sample = large_sample(connection)
    connection.close()
    return sample


def _typed(about: str, pack: Path, sample: list[Typed], aim: float, hits: int = MOST_HITS) -> bool:
    """Print what typing `sample` costs; whether it is within `aim`."""
    connection = open_read_only(pack)
    (passages,) = connection.execute("SELECT count(*) FROM section").fetchone()
    pressed = type_all(connection, sample, hits)
    connection.close()
    name = f"{passages} passages, about {about}"
    print(f"{name:38}{len(pressed.times):>8}{spread(pressed.times)}{pressed.first:>8.1f}")
    for ms, text in pressed.slowest(SLOWEST):
        print(f"{'':40}{ms:6.1f} “{text}”")
    return _verdict(percentile(pressed.times, 0.95) <= aim, f"at most {aim:.0f} ms at the 95th percentile")


def _memory(large: Path, own_queries: list[Typed], large_queries: list[Typed]) -> bool:
    """Print the memory of the window on either pack; whether the large one is within the aim."""
    if not Path("/proc/self/smaps_rollup").is_file():
        print("\nMemory is not measured: only Linux tells a process's share of it")
        return True
    print(f"\nRSS in MB of the process with the window open\n{'':38}{'painted':>9}{'searched':>10}")
    samples = {"own pack": (OWN_PACK, own_queries), "large pack": (large, [*own_queries, *large_queries])}
    figures = {name: _memory_of(pack, sample) for name, (pack, sample) in samples.items()}
    for name, row in figures.items():
        print(f"{name:38}{row['window']:>9.1f}{row['searched']:>10.1f}")
    more = {key: figures["large pack"][key] - figures["own pack"][key] for key in ("window", "searched")}
    print(f"{'more':38}{more['window']:>9.1f}{more['searched']:>10.1f}")
    return _verdict(max(more.values()) <= AIM_MEMORY_MB, f"at most {AIM_MEMORY_MB:.0f} MB more")


def _memory_of(pack: Path, sample: list[Typed]) -> dict[str, float]:
    command = [sys.executable, str(ROOT / "benchmarks" / "_memory.py"), str(pack)]
    told = subprocess.run(
        command, check=True, input=json.dumps(sample), stdout=subprocess.PIPE, text=True, cwd=ROOT
    ).stdout
    figures: dict[str, float] = json.loads(told)
    return figures


def _start(large: Path, runs: int) -> bool:
    """Print how long the window takes on either pack, in turn; whether the large one is within the aim."""
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as installed: the first run writes the byte code
    if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        program = [sys.executable, "-m", "crmo_desktop", "--data-dir", folder, "--size", "1366x768"]
        commands = {
            name: [*program, "--pack", str(pack), "--exit-after-paint"]
            for name, pack in (("own pack", OWN_PACK), ("large pack", large))
        }
        for command in commands.values():
            measure(command, environment)  # warm: byte code, disk cache
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                times[name].append(measure(command, environment))
    head = f"{'painted':>9}{'ratio':>7}{'ended':>9}{'ratio':>7}"
    print(f"\nms from the start of the process, medians of {runs} runs in turn\n{'':38}{head}")
    ratios = {name: tuple(_ratio(times, name, of) for of in (0, 1)) for name in times}
    for name, pairs in times.items():
        painted, ended = (statistics.median(pair[of] for pair in pairs) for of in (0, 1))
        print(f"{name:38}{painted:>9.0f}{ratios[name][0]:>7.2f}{ended:>9.0f}{ratios[name][1]:>7.2f}")
    return _verdict(ratios["large pack"][0] <= AIM_START, f"painted at most {AIM_START:.2f} times as late")


def _ratio(times: dict[str, list[tuple[float, float]]], name: str, of: int) -> float:
    pairs = zip(times[name], times["own pack"], strict=True)
    return statistics.median(one[of] / own[of] for one, own in pairs)


def _verdict(is_reached: bool, aim: str) -> bool:
    print(f"{'':38}aim: {aim}; {'reached' if is_reached else 'MISSED'}", flush=True)
    return is_reached


if __name__ == "__main__":
    sys.exit(main())
