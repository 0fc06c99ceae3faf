"""After a round of the quiz: how many were right, and what was not, with why."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from crmo_desktop.domain.quiz import Question, Round
from crmo_desktop.gui.dialogs import quiz_words
from crmo_desktop.gui.widgets.wrapped_link import WrappedLink
from crmo_desktop.services.reading import ReadingService


class SummaryPane(QWidget):
    """What came of a round."""

    section_wanted = Signal(object)  # the Question whose section is to be shown

    def __init__(
        self, taken: Round, questions: Sequence[Question], reading: ReadingService, parent: QWidget
    ) -> None:
        """Make the pane; `questions` are those of the round that the edition has."""
        super().__init__(parent)
        self._taken, self._reading = taken, reading
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._add_label(quiz_words.score(taken), "cardTitle")
        self._add_label(quiz_words.about(taken, reading), "muted")
        wrong = [question for question in questions if question.id in taken.wrong]
        if not taken.wrong:
            self._add_label(self.tr("Nothing was wrong."), "")
        for question in wrong:
            self._add_question(question)
        gone = len(set(taken.wrong) - {question.id for question in questions})
        if gone:
            one = self.tr("1 more question was wrong; this edition no longer has it.")
            many = self.tr("{n} more questions were wrong; this edition no longer has them.", None, gone)
            self._add_label(one if gone == 1 else many.format(n=gone), "muted")
        self._layout.addStretch(1)

    def _add_question(self, question: Question) -> None:
        given = self._taken.given_to(question.id)
        assert given is not None
        self._layout.addSpacing(10)
        self._add_label(question.text, "question")
        self._add_label(quiz_words.your_answer(question, given.chosen), "muted")
        self._add_label(quiz_words.the_right_answer(question), "heading")
        self._add_label(question.explanation, "")
        link = WrappedLink(self)
        link.set_words(quiz_words.read_in(question, self._reading))
        link.clicked.connect(partial(self.section_wanted.emit, question))
        self._layout.addWidget(link)

    def _add_label(self, words: str, kind: str) -> None:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("kind", kind)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._layout.addWidget(label)
