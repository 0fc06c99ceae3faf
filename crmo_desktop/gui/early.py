"""Qt's application and the faces: what can be made while the rest of the window is still being loaded."""

import json
import sys
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from crmo_desktop import __version__
from crmo_desktop.domain.language import ENGLISH, best_of

START: Final = "start"
PAGES: Final = "pages"


class AddressedApplication(QApplication):
    """Qt's application, on a system that sends it addresses to open instead of starting it once more.

    macOS does: a link that is clicked elsewhere comes as an event, also when it is what started the program.
    """

    address_wanted = Signal(str)  # as it is written in the link

    def event(self, event: QEvent) -> bool:
        """Pass on what is to be opened; only what is sent to the application itself comes by here."""
        if isinstance(event, QFileOpenEvent):
            self.address_wanted.emit(bytes(event.url().toEncoded().data()).decode("ascii"))
            return True
        return super().event(event)


def begin(fonts: Path) -> None:
    """Make Qt's application, and have the window's own faces read in a thread: the first takes a while.

    `load_fonts` waits for it.
    """
    qt_application()
    thread = Thread(target=_read, args=(fonts,), daemon=True)
    _reading.append(thread)
    thread.start()


def qt_application() -> QApplication:
    """The one that there is, or a new one."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    QGuiApplication.setDesktopFileName("org.crmo-desktop.CRMODesktop")
    qt = AddressedApplication([sys.argv[0], "-style", "fusion"])  # the same look on every system
    qt.setApplicationName("CRMO Desktop")
    qt.setApplicationVersion(__version__)
    return qt


def load_fonts(folder: Path, *uses: str, language: str = ENGLISH) -> list[str]:
    """Make bundled faces known to Qt: those that `fonts.json` says are loaded for any of `uses`.

    Args:
        folder: where they lie.
        uses: "start" for those of the window, "pages" for those that only pages use, or the name of a face
            that the reader can choose.
        language: of the window; a face that names languages is for those only, and belongs to the start.

    Returns:
        The files that Qt would not take.

    Raises:
        OSError: the list of faces cannot be read.
    """
    while _reading:
        _reading.pop().join()
    return _load(folder, uses, language)


def _load(folder: Path, uses: Collection[str], language: str = ENGLISH) -> list[str]:
    fonts = json.loads((folder / "fonts.json").read_text(encoding="utf-8"))
    wanted = [font["file"] for font in fonts if _is_wanted(font, uses, language)]
    for file in wanted:
        if file not in _loaded:
            _loaded[file] = QFontDatabase.addApplicationFont(str(folder / file)) >= 0
    return [file for file in wanted if not _loaded[file]]


def _read(folder: Path) -> None:
    with suppress(OSError):  # told by `load_fonts`, which tries again
        _load(folder, (START,))


_loaded: dict[str, bool] = {}  # file -> taken; Qt keeps a face for as long as the process lives
_reading: list[Thread] = []


def _is_wanted(font: dict[str, Any], uses: Collection[str], language: str) -> bool:
    languages = font.get("languages")
    if languages is not None:
        return START in uses and best_of([language], languages) is not None
    return font["loaded"] in uses
