"""Reports of errors in the reference: what is known of the page, what the reader adds, and where it goes."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSysInfo, Qt, qVersion

from crmo_desktop.domain.errors import UserError
from crmo_desktop.export.report import as_mail
from crmo_desktop.export.whole_file import write_bytes
from crmo_desktop.gui.asking_place import ask_place
from crmo_desktop.gui.desk import Desk
from crmo_desktop.gui.dialogs.report_error import Draft, Known, ReportErrorDialog

if TYPE_CHECKING:
    from crmo_desktop.gui.sourced_copy import Place

_MAIL, _TEXT = ".eml", ".txt"


class ErrorReporting(QObject):
    """Opens the form, keeps what was typed until the program ends, and writes files; nothing is sent."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._drafts: dict[tuple[str, str], Draft] = {}  # by topic and audience
        self._folder = ""
        self._dialog: ReportErrorDialog | None = None

    def ask(self, heading: str, place: "Place", words: str) -> None:
        """Open the form.

        Args:
            heading: topic, section and audience in words.
            place: where the reader is.
            words: selected there; "" for none.
        """
        page = place.page
        key = str(page.topic.id), str(page.audience)
        draft = self._drafts.get(key, Draft())
        known = self.known(heading, place, words)
        dialog = ReportErrorDialog(known, draft, self._desk.appearance.look, self._desk.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.addAction(self._desk.table["keys"])
        dialog.draft_changed.connect(partial(self._drafts.__setitem__, key))
        dialog.file_wanted.connect(partial(self._on_file_wanted, dialog, page.topic.id))
        dialog.open()
        self._dialog = dialog

    def known(self, heading: str, place: "Place", words: str) -> Known:
        """What the program fills in."""
        edition = self._desk.services.reading.edition
        return Known(
            place=heading,
            address=str(place.address),
            edition=f"{edition.title}, {edition.made_on.isoformat()}, {edition.digest}",
            program=f"CRMO Desktop {self._desk.services.version}",
            words=words,
            system=f"{QSysInfo.prettyProductName()}, {QSysInfo.currentCpuArchitecture()}, Qt {qVersion()}",
        )

    def _on_file_wanted(self, dialog: ReportErrorDialog, topic: str, ending: str) -> None:
        kinds = {
            _TEXT: self.tr("Text (*.txt)"),
            _MAIL: self.tr("Draft of a mail (*.eml)"),
        }
        asking = ask_place(
            dialog, self.tr("Save the report"), kinds[ending], f"crmo-report-{topic}{ending}", self._folder
        )
        asking.fileSelected.connect(partial(self._on_place, dialog))
        asking.open()

    def _on_place(self, dialog: ReportErrorDialog, place: str) -> None:
        path = Path(place)
        self._folder = str(path.parent)
        data = dialog.text().encode("utf-8")
        if path.suffix.lower() == _MAIL:
            data = as_mail(dialog.subject(), dialog.text(), datetime.now().astimezone())
        try:
            write_bytes(path, data)
        except UserError as error:
            dialog.show_error(error)
        else:
            dialog.say(self.tr("Saved as “{name}”. Nothing was sent.").format(name=path.name))
