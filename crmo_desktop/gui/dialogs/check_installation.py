"""Compares this copy with how it was made, beside the window, and says what is wrong and what to do."""

from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QDateTime,
    QEvent,
    QLocale,
    QObject,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QProgressBar, QTableView, QWidget

from crmo_desktop.domain.installation import InstalledList, Words
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.dialogs.parts import PlainDialog, dress_table
from crmo_desktop.gui.models.fault_model import FaultModel
from crmo_desktop.gui.tasks import LatestOnly
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.said_box import SaidBox
from crmo_desktop.services.check_words import (
    FAULT_NAMES,
    advice,
    as_text,
    content_lines,
    headline,
    sizes_of,
)
from crmo_desktop.services.checking import InstallationCheck, Progress, Report, Verdict

_TELLS_EVERY: Final = 100  # milliseconds
_TABLE: Final = 260  # pixels at a text size of 100%; a higher table scrolls
_WHOLE: Final = 1000  # steps of the bar
_ROLES: Final = {
    Verdict.SOUND: "key",
    Verdict.NO_LIST: "unknown",
    Verdict.FAULTS: "caution",
    Verdict.NOT_TO_BE_TRUSTED: "red",
}


class CheckInstallationDialog(PlainDialog):
    """Help > Check this installation; Escape ends the check."""

    copied = Signal()

    def __init__(self, check: InstallationCheck, look: Look, parent: QWidget | None) -> None:
        super().__init__(self.tr("Check this installation"), look, parent, width=680)
        self.setModal(False)  # the window can be read in meanwhile
        self._check = check
        self._progress = Progress()
        self._report: Report | None = None
        self._bar: QProgressBar | None = None
        self._tasks = LatestOnly("check-installation", self)
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TELLS_EVERY)
        self._ticks.timeout.connect(self._tell)
        self._copy = self.add_button(self.tr("Copy report"))
        self._again = self.add_button(self.tr("Check again"))
        self._close = self.add_button(self.tr("Close"), primary=True)
        self._copy.clicked.connect(self._on_copy)
        self._again.clicked.connect(self._begin)
        self._close.clicked.connect(self.reject)
        if parent is not None:
            parent.installEventFilter(self)
        self._begin()

    # --- checking

    @Slot()
    def _begin(self) -> None:
        self._report, self._progress = None, Progress()
        self._show_progress()
        self._ticks.start()
        self._tasks.run(partial(self._check.run, self._progress), on_success=self._on_checked)

    def _on_checked(self, report: Report) -> None:
        self._ticks.stop()
        self._report = report
        self._show_report(report)
        announce(self, self._words(headline(report)))

    def _stop(self) -> None:
        self._ticks.stop()
        self._progress.stop()
        self._tasks.close()

    def done(self, result: int) -> None:
        """Whoever closes the dialog wants no check any more."""
        self._stop()
        super().done(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The dialog goes with its window."""
        if event.type() == QEvent.Type.Close and watched is self.parent():
            self.reject()
        return False

    # --- showing

    def set_look(self, look: Look) -> None:
        """Draw with another look, for the window beside can change it."""
        self._look = look
        if self._report is None:
            self._show_progress()
        else:
            self._show_report(self._report)

    def _show_progress(self) -> None:
        self._clear()
        self.add_title(self.tr("Checking this installation"))
        self.add_words(
            self.tr(
                "Every file of the program is read and compared with the list that was made with it. "
                "From a slow stick this takes half a minute or more. You can go on reading meanwhile."
            )
        )
        self._bar = QProgressBar(self)
        self._bar.setAccessibleName(self.tr("How far the check has come"))
        self._bar.setRange(0, _WHOLE)
        self._bar.setTextVisible(False)
        self._said = self.add_words("", muted=True)
        self.body.addWidget(self._bar)
        self.body.addStretch(1)
        self._show_buttons(is_checking=True)
        self._tell()
        self.fit()

    @Slot()
    def _tell(self) -> None:
        if self._bar is None:
            return
        at = self._progress
        self._bar.setValue(_WHOLE * at.bytes_done // max(1, at.bytes))
        words = self.tr("{done} of {files} files, {read} of {size} MB")
        told = words.format(
            done=at.files_done, files=at.files, read=_megabytes(at.bytes_done), size=_megabytes(at.bytes)
        )
        self._said.setText(told if at.files else self.tr("Reading the list of files"))
        self._bar.setAccessibleDescription(self._said.text())

    def _show_report(self, report: Report) -> None:
        self._clear()
        kinds = list(advice(report))
        self.add_title(self._words(headline(report)))
        if report.verdict is Verdict.SOUND:
            about = self.tr("Nothing was lost or changed on the way to this computer.")
            self.add_words(about)
        for number, (title, words) in enumerate(kinds):
            # the gravest in its colours, the others in words alone
            role = _ROLES[report.verdict] if number == 0 else "unknown"
            box = SaidBox(role, self._words(title), self._words(words), self._look, self._body)
            self.body.addWidget(box)
        if report.wrong:
            self.body.addWidget(self._make_table(report))
        for line in self._about(report):
            self.add_words(line, muted=True)
        for content in report.contents:
            if content.digest is not None:
                checksum = self.tr("Checksum of the edition")
                self.add_words(f"{checksum} ({content.name})", muted=True)
                self.add_code(content.digest, checksum)
        self.body.addStretch(0)
        self._show_buttons(is_checking=False)
        self.fit()

    def _about(self, report: Report) -> list[str]:
        lines = [self._words(line) for line in content_lines(report)]
        when = QLocale().toString(
            QDateTime.fromSecsSinceEpoch(int(report.when.timestamp())), "d MMMM yyyy, HH:mm"
        )
        if report.made is not None:
            words = self.tr("Version {version}, edition of {edition}. {size} MB read. Checked {when}.")
            size = _megabytes(report.made.size)
            lines.append(
                words.format(version=report.version, edition=_edition_day(report.made), size=size, when=when)
            )
        else:
            lines.append(
                self.tr("Version {version}. Checked {when}.").format(version=report.version, when=when)
            )
        return lines

    def _make_table(self, report: Report) -> QTableView:
        look = self._look
        rows = [
            (
                wrong.path,
                self._words(FAULT_NAMES[wrong.fault]) + (f": {wrong.reason}" if wrong.reason else ""),
                self._words(sizes_of(wrong)),
            )
            for wrong in report.wrong
        ]
        table = QTableView(self)
        table.setAccessibleName(self.tr("Files that are not as they were made"))
        table.setModel(FaultModel(rows, table))
        dress_table(table, self._look, stretched=0, padding=4)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        table.setFixedHeight(look.ui(min(_TABLE, 46 + 42 * len(rows))))
        table.selectRow(0)
        QTimer.singleShot(0, table, partial(self._fit_table, table))
        return table

    def _fit_table(self, table: QTableView) -> None:
        """As high as its rows are, now that its width says how they wrap."""
        table.resizeRowsToContents()
        rows = table.horizontalHeader().height() + table.verticalHeader().length() + 2
        table.setFixedHeight(min(self._look.ui(_TABLE), rows))
        self.fit()

    def _show_buttons(self, *, is_checking: bool) -> None:
        self._copy.setText(self.tr("Copy report"))
        self._copy.setVisible(not is_checking)
        self._again.setVisible(not is_checking)
        self._close.setText(self.tr("Stop the check") if is_checking else self.tr("Close"))
        self._close.setFocus()

    def _clear(self) -> None:
        self._bar = None
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _words(self, words: Words) -> str:
        """What the service says, in the window's language."""
        count = words.values.get("wrong", words.values.get("files"))
        count = count if isinstance(count, int) else -1  # words with a number of files have forms for it
        translated = QCoreApplication.translate("Checking", words.template, None, count)
        if translated == words.template:  # what is wrong with a file is told in the words of an error
            translated = QCoreApplication.translate("UserError", words.template)
        values = {
            name: _day(value) if isinstance(value, date) else value for name, value in words.values.items()
        }
        return translated.format_map(values) if values else translated

    @Slot()
    def _on_copy(self) -> None:
        if self._report is not None:
            QGuiApplication.clipboard().setText(as_text(self._report))
            self._copy.setText(self.tr("Report copied"))
            announce(self._copy, self.tr("Report copied"))
            self.copied.emit()


def _day(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def _edition_day(made: InstalledList) -> str:
    """The day of the content that the list is about; as it is written where that is no day."""
    try:
        return _day(date.fromisoformat(made.edition))
    except ValueError:
        return made.edition


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}"
