"""A picture on its way out: to the clipboard, into a file, onto paper."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import SLOT, QBuffer, QByteArray, QMimeData, QObject, QStandardPaths, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPageLayout, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from crmo_desktop.domain.errors import NotWrittenError, UserError
from crmo_desktop.domain.picture import Picture
from crmo_desktop.gui import printing
from crmo_desktop.gui.drawing.drawer import Drawer
from crmo_desktop.gui.drawing.raster import FOR_PAPER, FOR_SCREENS, image_of
from crmo_desktop.gui.drawing.scene import Scene, View
from crmo_desktop.gui.drawing.sheet import MARGIN, SheetWords, sheet
from crmo_desktop.gui.drawing.svg import svg_of
from crmo_desktop.gui.theme import Look, Theme

_PNG: Final = QByteArray(b"png")
SVG: Final = "image/svg+xml"
_WIDTH: Final = 820.0  # pixels at 100% of a picture that is copied or saved
_WIDTHS: Final = (560.0, 680.0, 820.0, 960.0, 1120.0)  # tried for paper: which one is largest on the page?
_LIGHT, _PRINT = "light", "print"


class Seen(NamedTuple):
    """What is to leave the program.

    Attributes:
        look: the reader's own; its faces are kept, its colours and size are not.
        words: what goes along.
        language: BCP 47 tag of the edition.
    """

    picture: Picture
    view: View
    look: Look
    words: SheetWords
    language: str = "en"


class PictureOut(QObject):
    """Copies, saves and prints what it is given; files and the clipboard get light colours, paper its own."""

    said = Signal(str)  # what was done
    failed = Signal(object)  # a UserError

    def __init__(self, drawer: Drawer, theme_of: Callable[[str], Theme], parent: QWidget) -> None:
        """`theme_of` gives a theme by its name."""
        super().__init__(parent)
        self._drawer, self._theme_of, self._window = drawer, theme_of, parent
        self._seen: Seen | None = None  # what a dialog asks about
        self._asking: printing.Asking | None = None  # about a printer

    def do(self, action: str, seen: Seen) -> None:
        """Copy it ("copy", "svg", "table"), "save" it where the reader says, also as "pdf", or "print" it."""
        self._seen = seen
        actions = {
            "copy": self._copy_image,
            "svg": self._copy_svg,
            "table": self._copy_table,
            "save": self._ask_place,
            "pdf": self._ask_place_of_pdf,
            "print": self._ask_printer,
        }
        try:
            actions[action](seen)
        except UserError as error:
            self.failed.emit(error)

    # --- what it looks like outside

    def look(self, seen: Seen, theme: str) -> Look:
        """The reader's faces in the colours of `theme`, at a text size of 100%."""
        return replace(seen.look, theme=self._theme_of(theme), text_size=100)

    def sheet(self, seen: Seen, look: Look, width: float = _WIDTH) -> Scene:
        """The picture with its words, drawn for a width in pixels at 100%."""
        scene = self._drawer.draw(seen.picture, look, width - 2 * MARGIN, seen.view)
        return sheet(seen.picture, scene, look, seen.words)

    def image(self, seen: Seen, scale: float) -> QImage:
        """The picture as pixels, with what it says of itself."""
        look = self.look(seen, _LIGHT)
        told = {
            "title": seen.picture.title,
            "description": "\n".join((seen.picture.caption, *seen.picture.said)),
            "source": seen.words.sources,
            "copyright": seen.words.edition,
            "software": "CRMO Desktop",
        }
        return image_of(self.sheet(seen, look), look, scale, told)

    def svg(self, seen: Seen) -> str:
        """The picture as an SVG file."""
        look = self.look(seen, _LIGHT)
        said = "\n".join((seen.picture.caption, *seen.picture.said, *filter(None, seen.words)))
        title = seen.picture.title
        return svg_of(self.sheet(seen, look), look, title=title, description=said, language=seen.language)

    # --- the clipboard

    def _copy_image(self, seen: Seen) -> None:
        image = self.image(seen, FOR_SCREENS)
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, _PNG).write(image)
        data = QMimeData()
        data.setImageData(image)
        data.setData("image/png", buffer.data())  # with what it says of itself
        QGuiApplication.clipboard().setMimeData(data)
        self.said.emit(self.tr("Picture copied"))

    def _copy_svg(self, seen: Seen) -> None:
        text = self.svg(seen)
        data = QMimeData()
        data.setData(SVG, QByteArray(text.encode("utf-8")))
        data.setText(text)
        QGuiApplication.clipboard().setMimeData(data)
        self.said.emit(self.tr("Picture copied as SVG"))

    def _copy_table(self, seen: Seen) -> None:
        """As spreadsheets take it: a line a row, a tab between cells; then where it comes from."""
        table = seen.picture.table
        rows = [table.columns, *(tuple(cell.text for cell in row) for row in table.rows)]
        lines = ["\t".join(row) for row in rows]
        QGuiApplication.clipboard().setText("\n".join([*lines, "", *filter(None, seen.words), ""]))
        self.said.emit(self.tr("Table copied"))

    # --- files

    def _kinds(self) -> dict[str, str]:
        """What a file can be, by its ending."""
        return {
            ".png": self.tr("Picture for documents and slides (*.png)"),
            ".svg": self.tr("Drawing that can be enlarged (*.svg)"),
            ".pdf": self.tr("Page to print (*.pdf)"),
        }

    def _ask_place(self, seen: Seen) -> None:
        self._ask(seen, ".png")

    def _ask_place_of_pdf(self, seen: Seen) -> None:
        self._ask(seen, ".pdf")

    def _ask(self, seen: Seen, ending: str) -> None:
        kinds = self._kinds()
        dialog = QFileDialog(self._window, self.tr("Save the picture"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(kinds.values()))
        dialog.selectNameFilter(kinds[ending])
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        if Path(folder).is_dir():
            dialog.setDirectory(folder)
        dialog.selectFile(f"crmo-{seen.picture.id}{ending}")
        dialog.setDefaultSuffix(ending.removeprefix("."))
        dialog.filterSelected.connect(self._on_filter)
        dialog.fileSelected.connect(self._on_place)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_filter(self, chosen: str) -> None:
        dialog = self.sender()
        assert isinstance(dialog, QFileDialog)
        ending = next((ending for ending, words in self._kinds().items() if words == chosen), ".png")
        dialog.setDefaultSuffix(ending.removeprefix("."))
        if dialog.selectedFiles():
            dialog.selectFile(Path(dialog.selectedFiles()[0]).with_suffix(ending).name)

    @Slot(str)
    def _on_place(self, place: str) -> None:
        try:
            self.save(Path(place))
        except UserError as error:
            self.failed.emit(error)
        else:
            self.said.emit(self.tr("Saved as “{name}”").format(name=Path(place).name))

    def save(self, path: Path) -> None:
        """Write what was asked about; its ending says how, and PNG is written without one.

        Raises:
            NotWrittenError: it cannot be written there.
        """
        seen = self._seen
        if seen is None:
            return
        if path.suffix.lower() == ".svg":
            try:
                path.write_text(self.svg(seen), encoding="utf-8")
            except OSError as error:
                raise NotWrittenError(path) from error
        elif path.suffix.lower() == ".pdf":
            scene, layout, look = self.on_paper(seen)
            paint = _Painting(scene, look)
            printing.write_pdf(path, layout, scene.size, paint, title=seen.picture.title)
        elif not QImageWriter(str(path), _PNG).write(self.image(seen, FOR_PAPER)):
            raise NotWrittenError(path)

    # --- paper

    def on_paper(self, seen: Seen) -> tuple[Scene, QPageLayout, Look]:
        """The sheet that is largest on one page, that page, and the colours of paper."""
        look, paper = self.look(seen, _PRINT), printing.paper()
        best: tuple[float, Scene, bool] | None = None
        for width in _WIDTHS:
            scene = self.sheet(seen, look, width)
            for is_landscape in (False, True):
                scale = printing.fitted(scene.size, printing.room(paper, is_landscape=is_landscape))
                if best is None or scale > best[0] + 0.01:
                    best = scale, scene, is_landscape
        assert best is not None
        return best[1], printing.layout_for(paper, is_landscape=best[2]), look

    def _ask_printer(self, seen: Seen) -> None:
        _, layout, _ = self.on_paper(seen)
        self._asking = printing.ask_printer(layout, seen.picture.title, self._window)
        dialog = self._asking.dialog
        dialog.finished.connect(dialog.deleteLater)
        # The system's own dialog knows no other way; the stubs want bytes, which it would not take.
        dialog.open(self, SLOT("_on_printer()"))  # type: ignore[arg-type]  # see above

    @Slot()
    def _on_printer(self) -> None:
        if self._seen is None or self._asking is None:
            return
        scene, _, look = self.on_paper(self._seen)
        try:
            printing.print_on(self._asking.printer, scene.size, _Painting(scene, look))
        except UserError as error:
            self.failed.emit(error)
        else:
            self.said.emit(self.tr("Sent to the printer"))


class _Painting:
    """Paints a scene in the colours of a look."""

    def __init__(self, scene: Scene, look: Look) -> None:
        self._scene, self._look = scene, look

    def __call__(self, painter: QPainter) -> None:
        self._scene.paint(painter, self._look)
