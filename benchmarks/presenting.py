"""How long it takes from a key to the next slide on the wall, and until a talk is ready.

    python3 dev.py bench presenting [number of topics]

Goes through talks on a wall of 1920x1080 by the key that clickers send, and takes the time until it has been
painted: "cold" with nothing painted ahead, as if keys came faster than anybody presses them; "ahead" as in a
talk, where what may come next is painted while nothing else is to be done. Beside it what Qt needs to show
another picture of the same size in a bare window. The aim is 50 ms for each slide, cold ones too.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from crmo_desktop.domain.talk import Talk
    from crmo_desktop.gui.slides.deck import SlideMakers

AIM_MS: Final = 50.0
_TOPICS: Final = 12
_SIZE: Final = (1920, 1080)
_LINE: Final = "{:38}{:>8}{:>11}{:>9}{:>9}{:>9}"


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that `work` takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def bare(count: int) -> list[float]:
    """What Qt needs to show pictures in turn."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    label.resize(*_SIZE)
    pictures = [QPixmap(*_SIZE), QPixmap(*_SIZE)]
    for picture, colour in zip(pictures, (Qt.GlobalColor.red, Qt.GlobalColor.blue), strict=True):
        picture.fill(colour)
    label.setPixmap(pictures[0])
    label.show()
    target = QPixmap(*_SIZE)
    times = []
    for number in range(count):
        label.setPixmap(pictures[number % 2])
        times.append(timed(lambda: label.render(target)))
    return times


def walked(talk: "Talk", makers: "SlideMakers", *, is_ahead: bool) -> tuple[float, list[float]]:
    """Milliseconds until a talk's slides are set, and from each key to the picture."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QKeyEvent, QPixmap
    from PySide6.QtWidgets import QApplication

    from crmo_desktop.gui.presenter.hand import Hand
    from crmo_desktop.gui.presenter.keys import TalkKeys
    from crmo_desktop.gui.presenter.painted import PaintedSlides
    from crmo_desktop.gui.presenter.show import Show
    from crmo_desktop.gui.presenter.wall import Wall
    from crmo_desktop.gui.presenter.zoom import Zoom
    from crmo_desktop.gui.slides.deck import make_deck
    from crmo_desktop.gui.slides.slide import Room

    began = time.perf_counter()
    show = Show(lambda room: make_deck(talk.title, talk.matters, room, makers), Room())
    ready = (time.perf_counter() - began) * 1000
    hand, zoom = Hand(show), Zoom(show)
    keys = TalkKeys(show, hand, zoom)
    wall: QWidget = Wall(show, hand, zoom, keys, PaintedSlides(), lambda _role: QColor("red"))
    wall.resize(*_SIZE)
    wall.show()
    target = QPixmap(*_SIZE)
    wall.render(target)
    times = []
    press = QKeyEvent.Type.KeyPress

    def go() -> None:
        QApplication.sendEvent(wall, QKeyEvent(press, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier))
        wall.render(target)

    while True:
        if is_ahead:
            for _ in range(8):
                QApplication.processEvents()
        before = show.place, show.state
        took = timed(go)
        if (show.place, show.state) == before:
            break
        times.append(took)
    wall.close()
    return ready, times


def main() -> int:
    """Print the table; 1 if the aim is missed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from crmo_desktop import bootstrap
    from crmo_desktop.domain.audience import Audience
    from crmo_desktop.gui.drawing.drawer import Drawer, Tools
    from crmo_desktop.gui.early import PAGES, START, load_fonts, qt_application
    from crmo_desktop.gui.icons import IconShelf
    from crmo_desktop.gui.slides.deck import SlideMakers
    from crmo_desktop.paths import find_paths
    from crmo_desktop.services.slide_matter import SlideMatters

    count = int(sys.argv[1]) if len(sys.argv) > 1 else _TOPICS
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        places = find_paths(Path(name))
        reference = bootstrap.open_reference(places, None)
        reading = reference.reading
        application = qt_application()
        load_fonts(places.resources / "fonts", START, PAGES)
        icons = IconShelf(places.resources / "icons")

        def art(name: str) -> str:
            return (reading.picture(name) or b"").decode()

        drawer = Drawer(Tools(places.resources / "pictures", icons, art))
        makers = SlideMakers(reading, icons, lambda: drawer, places.resources / "themes")
        matters = SlideMatters(reading)
        entries = [entry for chapter in reading.chapters() for entry in chapter.topics if not entry.is_help]
        chosen = entries[:: max(1, len(entries) // count)][:count]
        print(_LINE.format("", "changes", "ready ms", "median", "99 %", "worst"))
        worst = 0.0
        for audience in Audience:
            for is_ahead in (False, True):
                ready: list[float] = []
                times: list[float] = []
                for entry in chosen:
                    if audience in entry.audiences:
                        first, all_of_it = walked(
                            matters.of_topic(entry.id, audience), makers, is_ahead=is_ahead
                        )
                        ready.append(first)
                        times += all_of_it
                told = f"{len(chosen)} topics, {audience.value}, {'ahead' if is_ahead else 'cold'}"
                times.sort()
                worst = max(worst, times[-1])
                numbers = statistics.median(times), times[int(len(times) * 0.99)], times[-1]
                print(_LINE.format(told, len(times), f"{max(ready):.0f}", *(f"{n:.1f}" for n in numbers)))
        times = sorted(bare(200))
        numbers = statistics.median(times), times[int(len(times) * 0.99)], times[-1]
        print(_LINE.format("a bare window", len(times), "", *(f"{n:.1f}" for n in numbers)))
        reference.pack.close()
        del application
    print(f"worst {worst:.0f} ms (aim {AIM_MS:.0f})")
    print("reached" if worst <= AIM_MS else "MISSED")
    return 0 if worst <= AIM_MS else 1


if __name__ == "__main__":
    sys.exit(main())
