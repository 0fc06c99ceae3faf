"""The quiz: taken alone, the answers of rooms, its questions as files."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from crmo_desktop.domain.errors import UserError
from crmo_desktop.gui.desk import Desk

if TYPE_CHECKING:
    from crmo_desktop.domain.publication import Publication
    from crmo_desktop.domain.quiz import Question
    from crmo_desktop.gui.dialogs.poll_results import PollResultsDialog
    from crmo_desktop.gui.dialogs.quiz import QuizDialog

_MARK: Final = "\ufeff"  # by it spreadsheets know UTF-8


class QuizCommands(QObject):
    """The quiz; what each command needs is loaded with the first of its kind."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._quiz: QuizDialog | None = None
        self._results: PollResultsDialog | None = None

    def quiz(self) -> None:
        """Take the quiz alone, or go on with one that was begun."""
        from crmo_desktop.gui.dialogs.quiz import QuizDialog, QuizTools

        desk, own = self._desk, self._desk.services.own
        tools = QuizTools(own.quiz, desk.services.reading, own.trouble, desk.appearance.look, desk.icons)
        dialog = self._quiz = QuizDialog(tools, desk.navigator.audience, desk.window)
        dialog.section_wanted.connect(self._on_section)
        dialog.print_wanted.connect(self._on_print)
        desk.dialogs.open(dialog)

    @Slot(object)
    def _on_section(self, question: "Question") -> None:
        """Show the section that settles a question, in the words that the question is in."""
        if self._quiz is not None:
            self._quiz.accept()
        self._desk.navigator.choose_from_home(question.settled_by, question.audience)
        self._desk.say(self.tr("The quiz stays where it is; the same key goes on with it"))

    @Slot(object)
    def _on_print(self, summary: "Publication") -> None:
        from crmo_desktop.gui.desk_paper import preview

        if self._quiz is not None:
            preview(self._desk, summary, self._quiz)

    def results(self) -> None:
        """Show how rooms answered, and save it as CSV."""
        from crmo_desktop.gui.dialogs.poll_results import PollResultsDialog

        desk = self._desk
        dialog = PollResultsDialog(desk.services.own.polls, desk.appearance.look, desk.window)
        self._results = dialog
        dialog.save_wanted.connect(self._on_save)
        desk.dialogs.open(dialog)

    @Slot(object, str)
    def _on_save(self, path: Path, text: str) -> None:
        from crmo_desktop.export.whole_file import write_text

        dialog = self._results
        assert dialog is not None  # it asked
        try:
            write_text(path, _MARK + text)
        except UserError as error:
            dialog.show_error(error)
        else:
            dialog.tell_saved(path.name)

    def questions_out(self) -> None:
        """Save quiz questions as an Anki package or as text."""
        from crmo_desktop.gui.dialogs.questions_out import QuestionsOutDialog

        desk = self._desk
        reading, look = desk.services.reading, desk.appearance.look
        desk.dialogs.open(QuestionsOutDialog(reading, desk.navigator.audience, look, desk.window))
