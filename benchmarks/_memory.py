"""Opens the window on a pack, types queries, and prints how much memory that takes: run by `search_speed`.

    python benchmarks/_memory.py PACK < QUERIES

Resident memory (RSS) in MB, as JSON: when the window is painted, and when every query has been typed letter
by letter.
"""

import gc
import json
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def resident_set_size() -> float:
    """This process's resident memory in MB, as Linux tells it: not touched by what else runs."""
    gc.collect()
    told = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    line = next(line for line in told.splitlines() if line.startswith("Rss:"))
    return int(line.split()[1]) / 1024


def main(pack: Path) -> int:
    """Print the figures."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from benchmarks._figures import MOST_HITS
    from benchmarks._typing import key_presses
    from crmo_desktop import bootstrap
    from crmo_desktop.domain.audience import Audience
    from crmo_desktop.domain.start import WindowOptions
    from crmo_desktop.paths import find_paths

    sample = json.load(sys.stdin)
    figures = {}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        paths = find_paths(Path(folder))
        reference = bootstrap.open_reference(paths, pack)
        application = bootstrap.build(paths, WindowOptions(size=(1366, 768)), opened=(reference, None))
        application.window.navigator.show_home()
        application.window.show()
        application.paint()
        application.finish_start()
        application.paint()
        figures["window"] = resident_set_size()
        for query, audience in sample:
            for text in key_presses(query):
                reference.searching.search(text, audience=Audience(audience), limit=MOST_HITS)
        figures["searched"] = resident_set_size()
        application.window.close()
        application.close()
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
