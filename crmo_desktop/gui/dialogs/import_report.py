"""What an import did, in numbers."""

from PySide6.QtWidgets import QWidget

from crmo_desktop.domain.own_file import ImportReport
from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.theme import Look


class ImportReportDialog(PlainDialog):
    """Bookmarks > Import things, when it is done."""

    def __init__(self, report: ImportReport, name: str, look: Look, parent: QWidget | None) -> None:
        """`name` is that of the file."""
        super().__init__(self.tr("Import things"), look, parent, width=520)
        changed = self._changed(report)
        self.add_title(self.tr("Imported") if changed else self.tr("Nothing new"))
        self.add_words(self.tr("From “{name}”").format(name=name), muted=True)
        for line in changed:
            self.add_words(f"•  {line}")
        for line in self._unchanged(report):
            self.add_words(line, muted=bool(changed))
        self.add_words(self.tr("Nothing was deleted."), muted=True)
        close = self.add_button(self.tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        close.setFocus()
        self.fit()

    def _changed(self, report: ImportReport) -> list[str]:
        """What is other than before."""
        counted = (
            (
                report.added,
                self.tr("1 bookmark, highlight or note is new"),
                self.tr("{n} bookmarks, highlights and notes are new", None, report.added),
            ),
            (
                report.updated,
                self.tr("1 had been changed later in the file, and is now as it is there"),
                self.tr(
                    "{n} had been changed later in the file, and are now as they are there",
                    None,
                    report.updated,
                ),
            ),
            (
                report.folders,
                self.tr("1 folder is new"),
                self.tr("{n} folders are new", None, report.folders),
            ),
            (
                report.finished,
                self.tr("1 topic is marked as finished"),
                self.tr("{n} topics are marked as finished", None, report.finished),
            ),
            (
                report.questions,
                self.tr("1 question for the trainer is new"),
                self.tr("{n} questions for the trainer are new", None, report.questions),
            ),
            (
                report.handouts,
                self.tr("1 handout is new or was changed"),
                self.tr("{n} handouts are new or were changed", None, report.handouts),
            ),
            *self._changed_for_teaching(report),
            (
                report.visits,
                self.tr("1 visit is new in the history"),
                self.tr("{n} visits are new in the history", None, report.visits),
            ),
            (
                report.searches,
                self.tr("1 search is new"),
                self.tr("{n} searches are new", None, report.searches),
            ),
        )
        return [one if number == 1 else many.format(n=number) for number, one, many in counted if number]

    def _changed_for_teaching(self, report: ImportReport) -> tuple[tuple[int, str, str], ...]:
        """Each count with its words for one and for more."""
        return (
            (
                report.sessions,
                self.tr("1 session is new or was changed"),
                self.tr("{n} sessions are new or were changed", None, report.sessions),
            ),
            (
                report.rehearsals,
                self.tr("1 rehearsal is new"),
                self.tr("{n} rehearsals are new", None, report.rehearsals),
            ),
            (
                report.slide_notes,
                self.tr("1 note on a slide is new or was changed"),
                self.tr("{n} notes on slides are new or were changed", None, report.slide_notes),
            ),
            (
                report.polls,
                self.tr("1 answer of a room is new"),
                self.tr("{n} answers of rooms are new", None, report.polls),
            ),
            (
                report.quiz_rounds,
                self.tr("1 round of the quiz is new or was changed"),
                self.tr("{n} rounds of the quiz are new or were changed", None, report.quiz_rounds),
            ),
        )

    def _unchanged(self, report: ImportReport) -> list[str]:
        """What was there and made no difference."""
        counted = (
            (
                report.already_here,
                self.tr("1 thing was here already."),
                self.tr("{n} things were here already.", None, report.already_here),
            ),
            (
                report.newer_here,
                self.tr("1 thing had been changed later here, and stayed as it is."),
                self.tr(
                    "{n} things had been changed later here, and stayed as they are.", None, report.newer_here
                ),
            ),
            (
                report.unread,
                self.tr("1 entry could not be read, and was left out."),
                self.tr("{n} entries could not be read, and were left out.", None, report.unread),
            ),
        )
        return [one if number == 1 else many.format(n=number) for number, one, many in counted if number]
