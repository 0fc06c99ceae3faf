"""How long a picture takes to be on the screen, and the bone map to change its colours.

    python3 dev.py bench pictures

Every picture of the edition is drawn and painted into a window of 900 pixels: the first time, which loads what draws
its kind, and as the median of the times after. The bone map is coloured anew for every group and every theme. The
last column is the median against a bare widget of the same size with a paragraph of text, painted in the same run.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

ON_SCREEN_MS: Final = 50.0
FRAME_MS: Final = 1000 / 60
_ROUNDS: Final = 7
_WIDTH: Final = 900


def timed(work: Callable[[], None]) -> float:
    """Milliseconds that `work` takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def main() -> int:
    """Print the table; 1 if an aim is missed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtWidgets import QLabel

    from crmo_desktop import bootstrap
    from crmo_desktop.domain.bone_map import BoneMap
    from crmo_desktop.domain.picture import Picture
    from crmo_desktop.domain.start import WindowOptions
    from crmo_desktop.gui.drawing.scene import View
    from crmo_desktop.gui.theme import NAMES, Look
    from crmo_desktop.paths import find_paths

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        application = bootstrap.build(find_paths(Path(folder)), WindowOptions(size=(1366, 768)))
        window = application.window
        window.navigator.show_home()
        window.show()
        application.paint()
        application.finish_start()
        drawer = window.services.make_drawer()

        def show(picture: Picture, look: Look, view: View) -> None:
            scene = drawer.draw(picture, look, _WIDTH, view)
            image = QImage(scene.size.toSize(), QImage.Format.Format_RGB32)
            image.fill(look.colour("page"))
            painter = QPainter(image)
            scene.paint(painter, look)
            painter.end()

        look = application.appearance.look
        bare = QLabel("One child can have several bones affected. " * 30)
        bare.setWordWrap(True)
        bare.resize(_WIDTH, 900)
        canvas = QImage(bare.size(), QImage.Format.Format_RGB32)

        def show_bare() -> None:
            painter = QPainter(canvas)
            bare.render(painter, QPoint())
            painter.end()

        plain = statistics.median(timed(show_bare) for _ in range(_ROUNDS))
        rows, recoloured = [], []
        for picture in window.reading.pictures():

            def again(picture: Picture = picture) -> None:
                show(picture, look, View())

            first = timed(again)
            rows.append((picture.id, first, statistics.median(timed(again) for _ in range(_ROUNDS))))
            if isinstance(picture.drawing, BoneMap):
                for theme in NAMES:
                    other = Look(application.appearance.theme(theme), 100, look.tokens)
                    for group in picture.drawing.groups:

                        def change(
                            picture: Picture = picture, other: Look = other, name: str = group.id
                        ) -> None:
                            show(picture, other, View(groups=(name,)))

                        recoloured.append(statistics.median(timed(change) for _ in range(3)))
        window.close()
        application.close()
    print(f"drawn and painted {_WIDTH} pixels wide, ms")
    print(f"{'':34}{'first':>8}{'median':>8}{'x bare':>8}")
    for name, first, median in rows:
        print(f"{name:34}{first:8.1f}{median:8.1f}{median / plain:8.1f}")
    slowest = max(first for _, first, _ in rows)
    frame = max(recoloured)
    fine = slowest <= ON_SCREEN_MS and frame <= FRAME_MS
    print(f"slowest first picture {slowest:.1f} ms (aim {ON_SCREEN_MS:.0f}); ", end="")
    print(f"bone map in other colours, worst of {len(recoloured)}: {frame:.1f} ms (aim {FRAME_MS:.1f})")
    print("reached" if fine else "MISSED")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
