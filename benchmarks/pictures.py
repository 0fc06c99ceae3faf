"""How long a picture takes to be on the screen, and the bone map to change its colours.

    python3 dev.py bench pictures

Every picture of the edition is drawn and painted 675 pixels wide, as its page is in a window of 1920x1080:
the first time, which loads what draws its kind, and as the median of the times after. The bone map is
coloured anew for every group and every theme. The last column is the median against a bare label of that
size with a paragraph of text, painted in the same run. Other work of the machine shows in the worst times.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from crmo_desktop.domain.picture import Picture
    from crmo_desktop.gui.application import Application
    from crmo_desktop.gui.drawing.drawer import Drawer
    from crmo_desktop.gui.drawing.scene import View
    from crmo_desktop.gui.theme import Look
    from crmo_desktop.services.reading import ReadingService

ON_SCREEN_MS: Final = 50.0
FRAME_MS: Final = 1000 / 60
_ROUNDS: Final = 7
_WIDTH: Final = 675


def timed(work: Callable[[], None]) -> float:
    """Milliseconds that `work` takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def median(work: Callable[[], None], rounds: int = _ROUNDS) -> float:
    """Milliseconds that `work` takes at the median of some rounds."""
    return statistics.median(timed(work) for _ in range(rounds))


def show(drawer: "Drawer", picture: "Picture", look: "Look", view: "View | None" = None) -> None:
    """Draw `picture` and paint it."""
    from PySide6.QtGui import QImage, QPainter

    scene = drawer.draw(picture, look, _WIDTH, view)
    image = QImage(scene.size.toSize(), QImage.Format.Format_RGB32)
    image.fill(look.colour("page"))
    painter = QPainter(image)
    scene.paint(painter, look)
    painter.end()


def bare() -> float:
    """Milliseconds for painting a label with a paragraph of text."""
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtWidgets import QLabel

    label = QLabel("One child can have several bones affected. " * 30)
    label.setWordWrap(True)
    label.resize(_WIDTH, _WIDTH)
    image = QImage(label.size(), QImage.Format.Format_RGB32)

    def paint() -> None:
        painter = QPainter(image)
        label.render(painter, QPoint())
        painter.end()

    return median(paint)


def recoloured(application: "Application", drawer: "Drawer", picture: "Picture") -> Iterator[float]:
    """Milliseconds for a bone map in each theme with each group."""
    from crmo_desktop.domain.bone_map import BoneMap
    from crmo_desktop.gui.drawing.scene import View
    from crmo_desktop.gui.theme import NAMES, Look

    if not isinstance(picture.drawing, BoneMap):
        return
    for theme in NAMES:
        look = Look(application.appearance.theme(theme), 100, application.appearance.look.tokens)
        for group in picture.drawing.groups:
            yield median(partial(show, drawer, picture, look, View(groups=(group.id,))), 3)


def make_drawer(resources: Path, reading: "ReadingService") -> "Drawer":
    """A drawer with nothing loaded yet."""
    from crmo_desktop.gui.drawing.drawer import Drawer, Tools
    from crmo_desktop.gui.icons import IconShelf

    def art(name: str) -> str:
        return (reading.picture(name) or b"").decode()

    return Drawer(Tools(resources / "pictures", IconShelf(resources / "icons"), art))


def main() -> int:
    """Print the table; 1 if an aim is missed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from crmo_desktop import bootstrap
    from crmo_desktop.domain.start import WindowOptions
    from crmo_desktop.paths import find_paths

    rows: list[tuple[str, float, float]] = []
    frames: list[float] = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        places = find_paths(Path(folder))
        application = bootstrap.build(places, WindowOptions(size=(1366, 768)))
        window = application.window
        window.navigator.show_home()
        window.show()
        application.paint()
        application.finish_start()
        drawer, look = make_drawer(places.resources, window.reading), application.appearance.look
        plain = bare()
        for picture in window.reading.pictures():
            work = partial(show, drawer, picture, look)
            rows.append((picture.id, timed(work), median(work)))
            frames += recoloured(application, drawer, picture)
        window.close()
        application.close()
    print(f"drawn and painted {_WIDTH} pixels wide, ms")
    print(f"{'':34}{'first':>8}{'median':>8}{'x bare':>8}")
    for name, first, usual in rows:
        print(f"{name:34}{first:8.1f}{usual:8.1f}{usual / plain:8.1f}")
    slowest, frame = max(first for _, first, _ in rows), statistics.median(frames)
    reached = slowest <= ON_SCREEN_MS and frame <= FRAME_MS
    print(f"slowest first picture {slowest:.1f} (aim {ON_SCREEN_MS:.0f}); ", end="")
    told = f"median of {len(frames)} {frame:.1f} (aim {FRAME_MS:.1f}), worst {max(frames):.1f}"
    print(f"bone map in other colours, {told}")
    print("reached" if reached else "MISSED")
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
