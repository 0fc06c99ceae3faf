"""The questions that found no answer: to read, to copy for the trainer, to delete."""

from PySide6.QtCore import QDate, QLocale, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.dialogs.parts import PlainDialog, dress_table
from crmo_desktop.gui.errors import words_of
from crmo_desktop.gui.models.question_model import QuestionModel
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.trainer_questions import Question, TrainerQuestions


class QuestionsDialog(PlainDialog):
    """Go > Questions kept for the trainer."""

    def __init__(self, questions: TrainerQuestions, look: Look, parent: QWidget | None) -> None:
        super().__init__(self.tr("Questions kept for the trainer"), look, parent, width=680)
        self._questions = questions
        self._kept: list[Question] = []
        self._deleted: list[list[Question]] = []  # to be had back, the last first
        self.add_title(self.tr("Questions kept for the trainer"))
        self._about = self.add_words("", muted=True)
        self._model = QuestionModel(self)
        self._table = self._make_table(look)
        self.body.addWidget(self._table, 1)
        self._trouble = self.add_words("")
        self._said = QLabel(self)
        self._undo = QPushButton(self.tr("Undo"), self)
        self._undo.setProperty("kind", "link")
        self._undo.setAutoDefault(False)
        self.buttons.insertWidget(0, self._said)
        self.buttons.insertWidget(1, self._undo)
        self._delete = self.add_button(self.tr("Delete"))
        self._copy = self.add_button(self.tr("Copy all as text"))
        close = self.add_button(self.tr("Close"), primary=True)
        self._delete.clicked.connect(self._on_delete)
        self._copy.clicked.connect(self._on_copy)
        self._undo.clicked.connect(self._on_undo)
        close.clicked.connect(self.accept)
        self._table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._show(0)
        (self._table if self._kept else close).setFocus()
        self.fit()

    def _make_table(self, look: Look) -> QTableView:
        table = QTableView(self)
        table.setAccessibleName(self.tr("Questions kept for the trainer"))
        table.setModel(self._model)
        dress_table(table, look, stretched=0)
        table.verticalHeader().setMinimumSectionSize(look.ui(24))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        room = self.screen().availableGeometry().height() - 48 - look.ui(260)
        table.setMinimumHeight(max(look.ui(110), min(look.ui(300), room)))
        return table

    def _show(self, row: int) -> None:
        """Show what is kept now, with `row` chosen, or the last one."""
        self._kept = self._questions.all()
        self._model.set_rows([(one.words, _day(one), self._words_of(one)) for one in self._kept])
        self._about.setText(
            self.tr(
                "They are kept for you only; nothing is sent. Copy them into a message, or bring them along."
            )
            if self._kept
            else self.tr(
                "No question is kept. Where a search finds nothing, “Keep this question for the trainer”"
                " puts it here."
            )
        )
        self._table.setVisible(bool(self._kept))
        self._copy.setEnabled(bool(self._kept))
        self._undo.setVisible(bool(self._deleted))
        trouble = self._questions.trouble()
        self._trouble.setText("" if trouble is None else " ".join(words_of(trouble)))
        self._trouble.setVisible(trouble is not None)
        if self._kept:
            self._table.selectRow(min(row, len(self._kept) - 1))
        self._on_selection_changed()

    def _words_of(self, question: Question) -> str:
        families = question.audience is Audience.PATIENT
        return self.tr("for families") if families else self.tr("for clinicians")

    def _say(self, words: str) -> None:
        self._said.setText(words)
        announce(self._said, words)

    @Slot()
    def _on_selection_changed(self) -> None:
        self._delete.setEnabled(self._table.selectionModel().hasSelection())

    @Slot()
    def _on_delete(self) -> None:
        rows = sorted(index.row() for index in self._table.selectionModel().selectedRows())
        if not rows:
            return
        deleted = [self._kept[row] for row in rows]
        self._questions.delete(deleted)
        self._deleted.append(deleted)
        self._show(rows[0])
        many = self.tr("{n} questions deleted.", None, len(deleted)).format(n=len(deleted))
        self._say(self.tr("1 question deleted.") if len(deleted) == 1 else many)
        (self._table if self._kept else self._undo).setFocus()

    @Slot()
    def _on_undo(self) -> None:
        if self._deleted:
            back = self._deleted.pop()
            self._questions.restore(back)
            self._show(0)
            places = [n for n, one in enumerate(self._kept) if one.id == back[0].id]
            self._table.selectRow(places[0] if places else 0)
            self._say(self.tr("Kept again."))
            self._table.setFocus()

    @Slot()
    def _on_copy(self) -> None:
        lines = [self.tr("Questions kept for the trainer"), ""]
        lines += [f"{_day(one)}, {self._words_of(one)}: {one.words}" for one in self._kept]
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
        many = self.tr("{n} questions copied.", None, len(self._kept)).format(n=len(self._kept))
        self._say(self.tr("1 question copied.") if len(self._kept) == 1 else many)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete deletes what is chosen, Ctrl+Z takes it back."""
        if event.matches(QKeySequence.StandardKey.Delete):
            self._on_delete()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._on_undo()
        else:
            super().keyPressEvent(event)


def _day(question: Question) -> str:
    day = question.when
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
