"""Writes a PDF without a window, for the command line."""

from pathlib import Path
from typing import TYPE_CHECKING

from crmo_desktop.domain.publication import Publication
from crmo_desktop.gui.drawing.drawer import Drawer, Tools
from crmo_desktop.gui.early import PAGES, START, load_fonts, qt_application
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.paper.book import BookMakers, make_book
from crmo_desktop.gui.printing import write_book
from crmo_desktop.services.reading import ReadingService

if TYPE_CHECKING:
    from typing import Protocol

    class Edition(Protocol):
        """What is open: the edition, and what reads it."""

        @property
        def reading(self) -> ReadingService:
            """Reads it."""


def export_pdf(publication: Publication, reference: "Edition", resources: Path, path: Path) -> None:
    """Write `publication` as PDF to `path`; Qt must have been told to do without a screen.

    Args:
        publication: what is written.
        reference: the edition that it is of.
        resources: the program's own folder of faces, icons and themes.
        path: the file; one that is there is replaced whole, or not at all.

    Raises:
        UserError: the edition lacks a topic, or the file cannot be written.
        OSError: a resource is missing.
    """
    application = qt_application()  # as long as anything is drawn
    load_fonts(resources / "fonts", START, PAGES)
    reading, icons = reference.reading, IconShelf(resources / "icons")

    def art(name: str) -> str:
        data = reading.picture(name)
        return "" if data is None else data.decode("utf-8")

    drawer = Drawer(Tools(resources / "pictures", icons, art))

    def make_drawer() -> Drawer:
        return drawer

    makers = BookMakers(reading, icons, make_drawer, resources / "themes")
    write_book(path, make_book(publication, makers))
    del application
