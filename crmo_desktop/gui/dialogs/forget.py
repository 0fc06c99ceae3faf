"""Forgetting: what goes, what stays, and a button that keeps everything for whoever presses Enter."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from crmo_desktop.domain.errors import UserError
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.errors import words_of
from crmo_desktop.gui.theme import Look


class Made(NamedTuple):
    """How much there is that would be gone."""

    things: int
    folders: int
    finished: int
    questions: int
    handouts: int
    backups: int
    sessions: int = 0
    slide_notes: int = 0
    polls: int = 0
    quiz_rounds: int = 0


class ForgetDialog(PlainDialog):
    """Says what goes, and does it only when told so; what went wrong is told here, to be tried again."""

    forgotten = Signal()

    def __init__(
        self, title: str, forget: Callable[[], None], look: Look, parent: QWidget | None, *, width: int = 520
    ) -> None:
        """`forget` does it, and raises a UserError where it cannot."""
        super().__init__(title, look, parent, width=width)
        self._do = forget
        self.add_title(title)

    def add_list(self, heading: str, lines: Sequence[str]) -> None:
        """A heading and what belongs under it."""
        self.add_words(heading).setProperty("kind", "heading")
        self.add_words("\n".join(f"•  {line}" for line in lines))

    def finish(self, words: str) -> QPushButton:
        """Add the buttons; returns the one that forgets, which says `words`."""
        self._trouble = self.add_words("")
        self._trouble.hide()
        keep = self.add_button(self.tr("Keep everything"), primary=True)
        forget = self.add_button(words)
        forget.setProperty("kind", "danger")
        keep.clicked.connect(self.reject)
        forget.clicked.connect(self._on_forget)
        keep.setFocus()
        return forget

    @Slot()
    def _on_forget(self) -> None:
        try:
            self._do()
        except UserError as error:
            words = " ".join(words_of(error))
            self._trouble.setText(words)
            self._trouble.show()
            announce(self._trouble, words)
            self.fit()
            return
        self.accept()
        self.forgotten.emit()


class ForgetHistoryDialog(ForgetDialog):
    """Bookmarks > Forget the history."""

    def __init__(
        self, forget: Callable[[], None], look: Look, parent: QWidget | None, *, has_backups: bool
    ) -> None:
        super().__init__(self.tr("Forget the history?"), forget, look, parent)
        goes = [
            self.tr("which pages were read, and when"),
            self.tr("how far each of them was read"),
            self.tr("what was searched for lately"),
        ]
        if has_backups:
            goes.append(self.tr("all of this in every backup, too"))
        self.add_list(self.tr("This goes, and cannot be had back:"), goes)
        self.add_list(
            self.tr("This stays:"),
            [
                self.tr("bookmarks, highlights, notes and folders"),
                self.tr("finished topics, handouts, questions kept for the trainer"),
                self.tr("sessions, notes on slides, answers of rooms, the quiz"),
                self.tr("settings"),
            ],
        )
        self.finish(self.tr("Forget the history"))
        self.fit()


class ForgetEverythingDialog(ForgetDialog):
    """Bookmarks > Forget everything: first a tick, then the button."""

    export_wanted = Signal()

    def __init__(self, made: Made, forget: Callable[[], None], look: Look, parent: QWidget | None) -> None:
        super().__init__(self.tr("Forget everything?"), forget, look, parent, width=560)
        self.add_list(self.tr("This goes, and cannot be had back:"), self._goes(made))
        self.add_list(
            self.tr("This stays:"),
            [self.tr("settings"), self.tr("files that were exported, saved or printed")],
        )
        self._is_meant = QCheckBox(self.tr("Yes, forget all that I have made and read"), self)
        self.body.addWidget(self._is_meant)
        self._forget = self.finish(self.tr("Forget everything"))
        self._forget.setEnabled(False)
        export = self.add_button(self.tr("Export first…"))
        self.buttons.removeWidget(export)
        self.buttons.insertWidget(0, export)
        export.clicked.connect(self._on_export)
        self._is_meant.toggled.connect(self._forget.setEnabled)
        self.fit()

    def _goes(self, made: Made) -> list[str]:
        counted = (
            (
                made.things,
                self.tr("1 bookmark, highlight or note"),
                self.tr("{n} bookmarks, highlights and notes", None, made.things),
            ),
            (made.folders, self.tr("1 folder"), self.tr("{n} folders", None, made.folders)),
            (
                made.finished,
                self.tr("1 topic marked as finished"),
                self.tr("{n} topics marked as finished", None, made.finished),
            ),
            (
                made.questions,
                self.tr("1 question kept for the trainer"),
                self.tr("{n} questions kept for the trainer", None, made.questions),
            ),
            (made.handouts, self.tr("1 handout"), self.tr("{n} handouts", None, made.handouts)),
            (
                made.sessions,
                self.tr("1 session with its rehearsals"),
                self.tr("{n} sessions with their rehearsals", None, made.sessions),
            ),
            (
                made.slide_notes,
                self.tr("1 note on a slide"),
                self.tr("{n} notes on slides", None, made.slide_notes),
            ),
            (
                made.polls,
                self.tr("1 answer of a room"),
                self.tr("{n} answers of rooms", None, made.polls),
            ),
            (
                made.quiz_rounds,
                self.tr("1 round of the quiz"),
                self.tr("{n} rounds of the quiz", None, made.quiz_rounds),
            ),
        )
        lines = [one if number == 1 else many.format(n=number) for number, one, many in counted if number]
        lines.append(self.tr("the history of what was read and searched for"))
        if made.backups:
            many = self.tr("all {n} backups", None, made.backups).format(n=made.backups)
            lines.append(self.tr("the backup") if made.backups == 1 else many)
        return lines

    @Slot()
    def _on_export(self) -> None:
        self.reject()
        self.export_wanted.emit()
