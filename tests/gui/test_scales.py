"""System scale 100% to 300%: words fit as they do at 100%, pictures are drawn for the pixels there are."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.gui.conftest import ROOT

# 1024x600 and 1366x768 in pixels of the program, whatever the screen's own are
CASES = [(1, 1024, 600, 250), (1.5, 1024, 600, 150), (2, 1366, 768, 100), (3, 1024, 600, 200)]
MEASURE = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from crmo_desktop.bootstrap import build
from crmo_desktop.domain.identifiers import TopicAddress, TopicId
from crmo_desktop.domain.start import WindowOptions
from crmo_desktop.paths import find_paths
from tests.gui.measure import faults

width, height, text_size, scale = int(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]), float(sys.argv[6])
options = WindowOptions(pack=Path(sys.argv[1]), size=(width, height), text_size=text_size)
application = build(find_paths(Path(sys.argv[2])), options)
window = application.window
window.navigator.show_home()
window.show()
application.finish_start()
found = []
for address in (None, TopicAddress(TopicId("mri"))):
    if address is not None:
        window.navigator.go(address)
    for _ in range(4):
        application.paint()
    found += faults(window)
assert window.devicePixelRatioF() == scale, window.devicePixelRatioF()
picture = window.grab()
assert (picture.width(), picture.height()) == (round(width * scale), round(height * scale))
window.commands.comfort.show_dialog()
for _ in range(4):
    application.paint()
dialog = QApplication.activeModalWidget()
found += faults(dialog)
dialog.close()
window.close()
application.close()
print("\\n".join(found))
"""


def a_screen(width: int, height: int) -> dict[str, object]:
    """A screen of so many pixels, as Qt's offscreen platform wants it described."""
    place = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height}
    return place | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


@pytest.mark.parametrize(("scale", "width", "height", "text_size"), CASES)
def test_nothing_is_cut_at_a_scale_of_the_system(
    scale: float, width: int, height: int, text_size: int, pack_path: Path, tmp_path: Path
) -> None:
    words = (str(pack_path), str(tmp_path), str(width), str(height), str(text_size), str(scale))
    screen = tmp_path / "screen.json"
    screen.write_text(json.dumps({"screens": [a_screen(round(width * scale), round(height * scale))]}))
    surroundings = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
        "QT_SCALE_FACTOR": str(scale),
        "PYTHONPATH": str(ROOT),
    }

    ended = subprocess.run(
        [sys.executable, "-c", MEASURE, *words],
        env=surroundings, capture_output=True, text=True, timeout=120, check=False, cwd=ROOT,
    )  # fmt: skip

    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip() == ""


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_a_picture_of_the_window_is_sharp(scale: int, pack_path: Path, tmp_path: Path) -> None:
    file = tmp_path / "window.png"
    words = ("--pack", pack_path, "--data-dir", tmp_path, "--screenshot", file, "--size", "1024x600")

    subprocess.run(
        [sys.executable, "-m", "crmo_desktop", *map(str, words), "--scale", str(scale)],
        env=os.environ | {"PYTHONPATH": str(ROOT)}, timeout=120, check=True, cwd=ROOT,
    )  # fmt: skip

    picture = QImage(str(file))
    assert (picture.width(), picture.height()) == (1024 * scale, 600 * scale)
