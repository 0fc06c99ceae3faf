"""How long until the first page is painted: ours against a bare window with an empty QTextBrowser, in turn.

    python3 dev.py bench start [RUNS] [--frozen]

`--frozen` measures the program of dist/, which `dev.py package` has built, against the same bare window from
source. Two figures each, as medians and as ratios of the pairs, since machines are shared and noisy: until
the first paint is over, which both tell at once, and until the process has ended. Both windows are 1366x768
on the screen that Qt is told to use (offscreen where there is none).
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 15
AIM, AIM_FROZEN = 1.6, 1.5
FROZEN = ROOT / "dist" / "crmo-desktop" / ("crmo-desktop.exe" if os.name == "nt" else "crmo-desktop")
BARE = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser

class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, end)
        return False

def end():
    print("painted", file=sys.stderr, flush=True)
    app.quit()

app = QApplication(sys.argv)
window = QMainWindow()
browser = QTextBrowser()
window.setCentralWidget(browser)
window.resize(1366, 768)
painted = Painted()
browser.viewport().installEventFilter(painted)
window.show()
app.exec()
"""


def measure(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Milliseconds of one process from its start until it tells that it has painted, and to its end."""
    began = time.perf_counter()
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stderr is not None  # it was asked for
        painted = began
        for line in process.stderr:  # to the end: nobody writes into a closed pipe
            if line.startswith((b"painted", b"{")):
                painted = time.perf_counter()
    ended = time.perf_counter()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return 1000 * (painted - began), 1000 * (ended - began)


def main(arguments: list[str]) -> int:
    """Print the table; 1 if a ratio misses its aim."""
    is_frozen = "--frozen" in arguments
    numbers = [int(argument) for argument in arguments if argument != "--frozen"]
    runs = numbers[0] if numbers else RUNS
    if is_frozen and not FROZEN.is_file():
        print("There is no program in dist/; `python3 dev.py package` builds it.")
        return 2
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    # what is measured is a start with byte code, as installed; the first run writes it
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        program = [str(FROZEN)] if is_frozen else [sys.executable, "-m", "crmo_desktop"]
        ours = [*program, "--data-dir", folder, "--size", "1366x768", "--exit-after-paint"]
        topic = [*ours, "--open", "bisphosphonates", "--audience", "clinician"]
        commands = {"bare window": [sys.executable, "-c", BARE], "start page": ours, "a long topic": topic}
        for command in commands.values():
            measure(command, environment)  # warm: byte code, disk cache
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                times[name].append(measure(command, environment))
    print(f"milliseconds from the start of a process, medians of {runs} runs in turn")
    print(f"{'':14}{'painted':>10}{'ratio':>8}{'ended':>10}{'ratio':>8}")
    ratios: dict[str, tuple[float, float]] = {}
    for name, pairs in times.items():
        painted, ended = (statistics.median(pair[n] for pair in pairs) for n in (0, 1))
        ratios[name] = tuple(  # type: ignore[assignment]  # two of them
            statistics.median(p[n] / b[n] for p, b in zip(pairs, times["bare window"], strict=True))
            for n in (0, 1)
        )
        print(f"{name:14}{painted:10.0f}{ratios[name][0]:8.2f}{ended:10.0f}{ratios[name][1]:8.2f}")
    aim = AIM_FROZEN if is_frozen else AIM
    missed = max(ratios["start page"]) > aim
    print(f"aim for the start page: at most {aim}; {'MISSED' if missed else 'reached'}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
