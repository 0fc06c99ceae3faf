"""How long from choosing a topic to its page painted, over every topic for both audiences.

    python3 dev.py bench topics

Prints percentiles of wall and of CPU milliseconds; the machine's other work does not touch the second.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

AIM_MS = 50.0


def percentile(values: list[float], share: float) -> float:
    """The value below which `share` of the sorted values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def main() -> int:
    """Print the table; 1 if the 95th percentile misses its aim."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from crmo_desktop import bootstrap
    from crmo_desktop.domain.audience import Audience
    from crmo_desktop.domain.start import WindowOptions
    from crmo_desktop.paths import find_paths

    wall: list[float] = []
    cpu: list[float] = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        application = bootstrap.build(find_paths(Path(folder)), WindowOptions(size=(1366, 768)))
        window = application.window
        window.navigator.show_home()
        window.show()
        application.paint()
        application.finish_start()
        topics = [topic.id for chapter in window.reading.chapters() for topic in chapter.topics]
        for counted in (
            False,
            True,
        ):  # the first round warms Qt's font caches, as the first minute of reading does
            for audience in Audience:
                window.navigator.set_audience(audience)
                for topic in topics:
                    began, used = time.perf_counter(), time.process_time()
                    window.tree.topic_chosen.emit(topic)
                    application.paint()
                    if counted:
                        wall.append((time.perf_counter() - began) * 1000)
                        cpu.append((time.process_time() - used) * 1000)
        window.close()
        application.close()
    print(f"choosing a topic to its page painted, {len(wall)} pages, ms")
    print(f"{'':6}{'p50':>8}{'p95':>8}{'worst':>8}")
    for name, values in (("wall", wall), ("CPU", cpu)):
        print(f"{name:6}{percentile(values, 0.5):8.1f}{percentile(values, 0.95):8.1f}{max(values):8.1f}")
    reached = percentile(wall, 0.95) <= AIM_MS
    print(f"aim: at most {AIM_MS:.0f} ms at the 95th percentile; {'reached' if reached else 'MISSED'}")
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
