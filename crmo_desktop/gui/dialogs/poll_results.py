"""How rooms answered: to look at, to take into a spreadsheet, to delete."""

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QLabel, QPushButton, QWidget

from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.quiz import Poll
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.asking_place import ask_place
from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.errors import words_of
from crmo_desktop.gui.models.poll_model import PollModel
from crmo_desktop.gui.slides.question_words import hands_of
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.word_cells import WordCells
from crmo_desktop.services.polls import Polls, polls_as_csv

_NAME = "answers-of-rooms.csv"


class PollResultsDialog(PlainDialog):
    """Present > Answers of rooms."""

    save_wanted = Signal(object, str)  # a Path, and what is to stand there

    def __init__(self, polls: Polls, look: Look, parent: QWidget | None) -> None:
        super().__init__(self.tr("Answers of rooms"), look, parent, width=820)
        self._polls = polls
        self._kept: tuple[Poll, ...] = ()
        self._deleted: list[tuple[Poll, ...]] = []  # to be had back, the last first
        self.add_title(self.tr("Answers of rooms"))
        self._about = self.add_words("", muted=True)
        self._model = PollModel(self)
        self._table = self._make_table(look)
        self.body.addWidget(self._table, 1)
        self._detail = self.add_words("")
        self._trouble = self.add_words("")
        self._trouble.hide()
        self._said = QLabel(self)
        self._undo = QPushButton(self.tr("Undo"), self)
        self._undo.setProperty("kind", "link")
        self._undo.setAutoDefault(False)
        self.buttons.insertWidget(0, self._said)
        self.buttons.insertWidget(1, self._undo)
        self._delete = self.add_button(self.tr("Delete"))
        self._save = self.add_button(self.tr("Save for a spreadsheet…"))
        close = self.add_button(self.tr("Close"), primary=True)
        self._delete.clicked.connect(self._on_delete)
        self._save.clicked.connect(self._on_save)
        self._undo.clicked.connect(self._on_undo)
        close.clicked.connect(self.accept)
        self._table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._show(0)
        (self._table if self._model.rowCount() else close).setFocus()
        self.fit()

    def _make_table(self, look: Look) -> WordCells:
        table = WordCells(look, self)
        table.setAccessibleName(self.tr("Answers of rooms"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setModel(self._model)
        room = self.screen().availableGeometry().height() - 48 - look.ui(360)
        table.setMinimumHeight(max(look.ui(110), min(look.ui(280), room)))
        return table

    def _show(self, row: int) -> None:
        """Show what is kept now, with `row` chosen, or the last one."""
        self._kept = self._polls.all()
        self._model.set_rows(
            [(_when(poll), poll.session, poll.text, self._share(poll)) for poll in self._kept]
        )
        self._about.setText(
            self.tr("Hands, no names. They stand in your own file only; nothing is sent.")
            if self._kept
            else self.tr(
                "Nothing yet. While you present a question, H counts hands; what was counted when the answer"
                " is shown comes here."
            )
        )
        self._table.setVisible(bool(self._kept))
        self._table.fit()
        self._save.setEnabled(bool(self._kept))
        self._undo.setVisible(bool(self._deleted))
        if self._kept:
            self._table.selectRow(min(row, len(self._kept) - 1))
        self._on_selection_changed()

    def _share(self, poll: Poll) -> str:
        words = self.tr("{right} of {hands} hands")
        return words.format(right=poll.counts[poll.right], hands=sum(poll.counts))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        announce(self._said, words)

    def _chosen(self) -> list[int]:
        return sorted(index.row() for index in self._table.selectionModel().selectedRows())

    @Slot()
    def _on_selection_changed(self) -> None:
        rows = self._chosen()
        self._delete.setEnabled(bool(rows))
        self._detail.setVisible(len(rows) == 1)
        if len(rows) == 1:
            poll = self._kept[rows[0]]
            lines = [hands_of(option, hands) for option, hands in zip(poll.options, poll.counts, strict=True)]
            lines[poll.right] = self.tr("{option} (right)").format(option=lines[poll.right])
            self._detail.setText("\n".join(lines))

    @Slot()
    def _on_delete(self) -> None:
        rows = self._chosen()
        if not rows:
            return
        deleted = self._polls.delete([self._kept[row].uid for row in rows])
        self._deleted.append(deleted)
        self._show(rows[0])
        many = self.tr("{n} answers deleted.", None, len(deleted)).format(n=len(deleted))
        self._say(self.tr("1 answer deleted.") if len(deleted) == 1 else many)
        (self._table if self._kept else self._undo).setFocus()

    @Slot()
    def _on_undo(self) -> None:
        if self._deleted:
            back = self._deleted.pop()
            self._polls.restore(back)
            self._show(0)
            places = [place for place, poll in enumerate(self._kept) if poll.uid == back[0].uid]
            self._table.selectRow(places[0])
            self._say(self.tr("Kept again."))
            self._table.setFocus()

    @Slot()
    def _on_save(self) -> None:
        kind = self.tr("Table for a spreadsheet (*.csv)")
        dialog = ask_place(self, self.tr("Save the answers"), kind, _NAME)
        dialog.fileSelected.connect(self._on_place)
        dialog.open()

    @Slot(str)
    def _on_place(self, place: str) -> None:
        self.save_wanted.emit(Path(place), self.as_csv())

    def as_csv(self) -> str:
        """All that is kept, for a spreadsheet."""
        head = (
            self.tr("When"),
            self.tr("Session"),
            self.tr("Question"),
            self.tr("Words"),
            self.tr("Option"),
            self.tr("Hands"),
            self.tr("Right"),
            self.tr("Edition"),
        )
        return polls_as_csv(self._kept, head, self.tr("yes"), self.tr("no"))

    def show_error(self, error: UserError) -> None:
        """Say why it could not be saved."""
        self._trouble.setText(" ".join(words_of(error)))
        self._trouble.show()
        announce(self._trouble, self._trouble.text())

    def tell_saved(self, name: str) -> None:
        """Say that it was saved under a name."""
        self._trouble.hide()
        self._say(self.tr("Saved as “{name}”.").format(name=name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete deletes what is chosen, Ctrl+Z takes it back."""
        if event.matches(QKeySequence.StandardKey.Delete):
            self._on_delete()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._on_undo()
        else:
            super().keyPressEvent(event)


def _when(poll: Poll) -> str:
    local = QDateTime.fromSecsSinceEpoch(int(poll.held.timestamp()))
    return QLocale().toString(local, "d MMMM yyyy, HH:mm")
