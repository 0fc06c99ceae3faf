"""The reader's own things as files: written where the reader says, and read in again."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.own_things import Colour, Kind
from crmo_desktop.gui.asking_place import ask_place
from crmo_desktop.gui.desk import Desk

if TYPE_CHECKING:
    from crmo_desktop.export.own_page import OwnPageWords

_NAME: Final = "my-crmo-things"


class ThingsOut(QObject):
    """Asks where, writes or reads, and says what was done."""

    imported = Signal()  # there may be other things than before

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._folder = ""  # where the last file was

    # --- out

    def kinds(self) -> list[str]:
        """What a file can be, as the dialog writes it."""
        return [
            self.tr("Everything, to take along and import again (*.json)"),
            self.tr("Everything with the history (*.json)"),
            self.tr("Page to read or print (*.html)"),
        ]

    def ask_export(self) -> None:
        """Ask where everything is to go."""
        plain, history, page = self.kinds()
        dialog = ask_place(
            self._desk.window, self.tr("Export my things"), plain, f"{_NAME}.json", self._folder
        )
        dialog.setNameFilters([plain, history, page])
        dialog.filterSelected.connect(partial(self._on_kind, dialog))
        dialog.fileSelected.connect(partial(self._on_place, dialog))
        dialog.open()

    def _on_kind(self, dialog: QFileDialog, kind: str) -> None:
        ending = "html" if kind == self.kinds()[2] else "json"
        dialog.setDefaultSuffix(ending)
        if dialog.selectedFiles():
            dialog.selectFile(Path(dialog.selectedFiles()[0]).with_suffix(f".{ending}").name)

    def _on_place(self, dialog: QFileDialog, place: str) -> None:
        self._folder = str(Path(place).parent)
        with_history = dialog.selectedNameFilter() == self.kinds()[1]
        try:
            self.export(Path(place), with_history=with_history)
        except UserError as error:
            self._desk.show_error(error)
        else:
            self._desk.say(self.tr("Saved as “{name}”").format(name=Path(place).name))

    def export(self, path: Path, *, with_history: bool = False) -> None:
        """Write everything into a file, whose ending says how.

        Raises:
            UserError: it cannot be written there.
        """
        exchange = self._desk.services.own.exchange
        if path.suffix.lower() in {".html", ".htm"}:
            exchange.export_html(path, self._words())
        else:
            exchange.export_json(path, with_history=with_history)

    def _words(self) -> "OwnPageWords":
        """What the page says itself, in the window's language."""
        from crmo_desktop.export.own_page import OwnPageWords

        is_mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return OwnPageWords(
            language=self._desk.appearance.look.language,
            direction="rtl" if is_mirrored else "ltr",
            title=self.tr("My notes and marks"),
            made=self.tr("As they were on {date}"),
            no_folder=self.tr("In no folder"),
            nothing=self.tr("There is nothing yet."),
            kinds={
                Kind.BOOKMARK: self.tr("Bookmark"),
                Kind.HIGHLIGHT: self.tr("Highlight"),
                Kind.NOTE: self.tr("Note"),
            },
            colours={
                Colour.YELLOW: self.tr("yellow"),
                Colour.GREEN: self.tr("green"),
                Colour.BLUE: self.tr("blue"),
                Colour.PINK: self.tr("pink"),
            },
            not_advice=self.tr("Information, not medical advice."),
        )

    # --- in

    def ask_import(self) -> None:
        """Ask for a file to bring together with what is here."""
        dialog = QFileDialog(self._desk.window, self.tr("Import things"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Exported things (*.json)"), self.tr("All files (*)")])
        folder = self._folder or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        if Path(folder).is_dir():
            dialog.setDirectory(folder)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_chosen(self, place: str) -> None:
        self._folder = str(Path(place).parent)
        self.bring_in(Path(place))

    def bring_in(self, path: Path) -> None:
        """Bring what is in a file together with what is here, and say what came of it."""
        from crmo_desktop.gui.dialogs.import_report import ImportReportDialog

        desk = self._desk
        try:
            report = desk.services.own.exchange.import_json(path)
        except UserError as error:
            desk.show_error(error)
            return
        self.imported.emit()
        desk.dialogs.open(ImportReportDialog(report, path.name, desk.appearance.look, desk.window))
