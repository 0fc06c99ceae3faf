"""Writes slides into files without a window, for the command line."""

from datetime import datetime
from pathlib import Path

from crmo_desktop.domain.talk import Talk
from crmo_desktop.gui.drawing.drawer import Drawer, Tools
from crmo_desktop.gui.early import PAGES, START, load_fonts, qt_application
from crmo_desktop.gui.handing_out.handed import Notes, SlidesWanted
from crmo_desktop.gui.handing_out.outgoing import Outgoing
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.printing import write_book
from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.services.reading import ReadingService


def export_slides(
    wanted: SlidesWanted,
    reading: ReadingService,
    resources: Path,
    path: Path,
    *,
    now: datetime,
    is_pptx: bool,
) -> None:
    """Write slides to `path`; Qt must have been told to do without a screen.

    Args:
        wanted: what is written.
        reading: the edition that it is of.
        resources: the program's own folder of faces, icons and themes.
        path: the file; one that is there is replaced whole, or not at all.
        now: the time with its zone.
        is_pptx: a file of slides, not a PDF.

    Raises:
        UserError: the file cannot be written.
        OSError: a resource is missing.
    """
    application = qt_application()  # as long as anything is drawn
    load_fonts(resources / "fonts", START, PAGES)
    icons = IconShelf(resources / "icons")

    def art(name: str) -> str:
        data = reading.picture(name)
        return "" if data is None else data.decode("utf-8")

    drawer = Drawer(Tools(resources / "pictures", icons, art))

    def make_drawer() -> Drawer:
        return drawer

    makers = SlideMakers(reading, icons, make_drawer, resources / "themes")
    outgoing = Outgoing(makers, _no_notes, lambda: now)
    if is_pptx:
        outgoing.write(wanted, path)
    else:
        pages = outgoing.pages(wanted, _go_on)
        assert pages is not None  # nothing stopped it
        write_book(path, pages)
    del application


def _no_notes(_talk: Talk) -> Notes:
    """The command line opens no file of the reader's."""
    return {}


def _go_on(_done: int, _count: int) -> bool:
    return True
