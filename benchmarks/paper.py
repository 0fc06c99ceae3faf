"""How long pages take to be made, shown and written, and how much memory.

    python3 dev.py bench paper

One topic, a chapter, the whole reference for families and for both audiences: how long it takes until the
pages are known, until the first of them is painted as pixels, and until a PDF is written. The last column is
all of it against what Qt needs for the same words without any of this: a text document printed as PDF.
The aim is the whole reference in twenty seconds.
"""

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from crmo_desktop.domain.publication import Publication
    from crmo_desktop.gui.paper.book import Book, BookMakers
    from crmo_desktop.services.reading import ReadingService

WHOLE_S: Final = 20.0
_LINE: Final = "{:34}{:>7}{:>10}{:>10}{:>10}{:>9}{:>8}"


class Row(NamedTuple):
    """What one publication took, in seconds; `bare` is what Qt alone took."""

    name: str
    pages: int
    made: float
    painted: float
    written: float
    bare: float

    @property
    def all(self) -> float:
        """Until there is a file."""
        return self.made + self.written


def timed(work: Callable[[], object]) -> float:
    """Seconds that `work` takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def paint_first(book: "Book") -> None:
    """Paint the first page as a preview does."""
    from PySide6.QtGui import QColor, QImage, QPainter

    scale = 96 / 72
    size = (book.size * scale).toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    book.paint(painter, 0)
    painter.end()


def print_bare(reading: "ReadingService", publication: "Publication", path: Path) -> None:
    """The words of a publication as Qt prints them by itself, topic by topic, into one document."""
    from PySide6.QtGui import QPdfWriter, QTextDocument

    from crmo_desktop.domain.publication import Extract

    parts = []
    for content in publication.contents:
        if isinstance(content, Extract):
            page = reading.page(content.topic, content.audience)
            parts.append(f"<h1>{page.topic.title}</h1>")
            parts += [f"<h2>{section.title}</h2>{section.html}" for section in page.sections]
    document = QTextDocument()
    document.setHtml("".join(parts))
    document.print_(QPdfWriter(str(path)))


def measured(name: str, publication: "Publication", makers: "BookMakers", folder: Path) -> Row:
    """Make a publication, paint its first page and write it."""
    from crmo_desktop.gui.paper.book import make_book
    from crmo_desktop.gui.printing import write_book

    books: list[Book] = []
    made = timed(lambda: books.append(make_book(publication, makers)))
    painted = timed(partial(paint_first, books[0]))
    written = timed(partial(write_book, folder / "book.pdf", books[0]))
    bare = timed(partial(print_bare, makers.reading, publication, folder / "bare.pdf"))
    return Row(name, books[0].pages, made, painted, written, bare)


def make_makers(resources: Path, reading: "ReadingService") -> "BookMakers":
    """What books are made with, outside of a window."""
    from crmo_desktop.gui.drawing.drawer import Drawer, Tools
    from crmo_desktop.gui.icons import IconShelf
    from crmo_desktop.gui.paper.book import BookMakers

    icons = IconShelf(resources / "icons")

    def art(name: str) -> str:
        return (reading.picture(name) or b"").decode()

    drawer = Drawer(Tools(resources / "pictures", icons, art))
    return BookMakers(reading, icons, lambda: drawer, resources / "themes")


def main() -> int:
    """Print the table; 1 if the aim is missed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from crmo_desktop import bootstrap
    from crmo_desktop.domain.audience import Audience
    from crmo_desktop.domain.identifiers import TopicId
    from crmo_desktop.gui.early import PAGES, START, load_fonts, qt_application
    from crmo_desktop.paths import find_paths
    from crmo_desktop.services.publishing import chapter_publication, topic_publication, whole_publication

    families, both = (Audience.PATIENT,), tuple(Audience)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        places = find_paths(folder)
        reference = bootstrap.open_reference(places, None)
        reading = reference.reading
        application = qt_application()
        load_fonts(places.resources / "fonts", START, PAGES)
        makers = make_makers(places.resources, reading)
        topic = topic_publication(reading, TopicId("bone-pain"), families)
        rows = [
            measured("one topic, the first time", topic, makers, folder),
            measured("one topic", topic, makers, folder),
            measured("a chapter", chapter_publication(reading.chapters()[2], families), makers, folder),
            measured("the whole reference, families", whole_publication(reading, families), makers, folder),
        ]
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        rows.append(measured("the whole reference, both", whole_publication(reading, both), makers, folder))
        reference.pack.close()
        del application
    print(_LINE.format("", "pages", "made s", "shown ms", "written s", "Qt's s", "x Qt"))
    for row in rows:
        numbers = f"{row.made:.2f}", f"{row.painted * 1000:.0f}", f"{row.written:.2f}", f"{row.bare:.2f}"
        print(_LINE.format(row.name, row.pages, *numbers, f"{row.all / row.bare:.1f}"))
    whole = rows[-2].all
    print(f"the whole reference {whole:.1f} s (aim {WHOLE_S:.0f}), {memory:.0f} MB at most until then")
    print("reached" if whole <= WHOLE_S else "MISSED")
    return 0 if whole <= WHOLE_S else 1


if __name__ == "__main__":
    sys.exit(main())
