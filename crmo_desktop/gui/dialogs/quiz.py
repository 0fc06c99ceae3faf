"""The quiz taken alone: a round begun or gone on with, question by question, and what came of it."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.quiz import Question, Round
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.dialogs import quiz_words
from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.dialogs.quiz_question import QuestionPane
from crmo_desktop.gui.dialogs.quiz_start import StartPane
from crmo_desktop.gui.dialogs.quiz_summary import SummaryPane
from crmo_desktop.gui.errors import words_of
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.quizzes import Quizzes
from crmo_desktop.services.reading import ReadingService

_WIDTH, _HEIGHT = 700, 580  # pixels at 100%


class QuizTools(NamedTuple):
    """What the quiz works with.

    Attributes:
        trouble: what is wrong with the reader's file now; None when all is well.
    """

    quiz: Quizzes
    reading: ReadingService
    trouble: Callable[[], UserError | None]
    look: Look
    icons: IconShelf


class QuizDialog(PlainDialog):
    """Present > Quiz. Every answer is kept at once: closing it loses nothing."""

    section_wanted = Signal(object)  # the Question whose section is to be shown
    print_wanted = Signal(object)  # a Publication

    def __init__(self, tools: QuizTools, audience: Audience, parent: QWidget | None) -> None:
        """Go on with the round that was left last, if there is one; else `audience` is offered first."""
        super().__init__(self.tr("Quiz"), tools.look, parent, width=_WIDTH)
        self._tools, self._audience = tools, audience
        self._taken: Round | None = None
        self._pane: QWidget | None = None
        self._deleted: list[Round] = []  # to be had back, the last first
        self._trouble = self.add_words("")
        self._undo = QPushButton(self.tr("Have the round back"), self)
        self._undo.setProperty("kind", "link")
        self._undo.setAutoDefault(False)
        self._undo.clicked.connect(self._on_undo)
        self.buttons.insertWidget(0, self._undo)
        self._delete = self._add_button(self.tr("Delete this round"), self._on_delete)
        self._print = self._add_button(self.tr("Print…"), self._on_print)
        self._new = self._add_button(self.tr("New round"), self._on_new)
        self._close = self._add_button(self.tr("Close"), self.accept)
        self._main = self.add_button("", primary=True)
        self._main.clicked.connect(self.go_on)
        self._does: Callable[[], None] = self.show_start
        self._shows_end = False
        self._area.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.show_start()
        self.fit()
        room = self.screen().availableGeometry().height() - 48
        self.resize(self.width(), min(tools.look.ui(_HEIGHT), room))  # one size: nothing jumps about

    def _add_button(self, words: str, does: Callable[[], None]) -> QPushButton:
        button = self.add_button(words)
        button.setAutoDefault(False)
        button.clicked.connect(does)
        return button

    # --- what is shown

    def _show(self, pane: QWidget, main: str, does: Callable[[], None], *beside: QPushButton) -> None:
        """Show a pane.

        Args:
            pane: takes the place of the one before.
            main: words of the main button; "" for none.
            does: what that does.
            beside: other buttons that have a meaning here.
        """
        if self._pane is not None:
            self.body.removeWidget(self._pane)
            self._pane.hide()
            self._pane.deleteLater()
        self._pane, self._shows_end = pane, False
        self.body.insertWidget(0, pane)
        pane.show()
        self._set_buttons(main, does, *beside)
        self._area.verticalScrollBar().setValue(0)

    def _set_buttons(self, main: str, does: Callable[[], None], *beside: QPushButton) -> None:
        for button in (self._delete, self._print, self._new):
            button.setVisible(button in beside)
        self._undo.setVisible(bool(self._deleted) and isinstance(self._pane, StartPane))
        self._main.setText(main)
        self._main.setVisible(bool(main))
        self._does = does
        trouble = self._tools.trouble()
        self._trouble.setText("" if trouble is None else " ".join(words_of(trouble)))
        self._trouble.setVisible(trouble is not None)

    @Slot()
    def show_start(self) -> None:
        """Offer a new round, and the one that was left."""
        quiz, reading = self._tools.quiz, self._tools.reading
        left, questions = quiz.unfinished(reading.questions()), reading.questions()
        pane = StartPane(
            reading,
            self._audience,
            quiz.all(),
            len(quiz.wrong_last(questions)),
            self._tools.look,
            self._tools.icons,
            self._body,
        )
        pane.wrong_wanted.connect(self._on_wrong)
        pane.round_wanted.connect(self._on_round)
        if left is None:
            self._show(pane, self.tr("Begin"), self._begin)
        else:
            self._new.setText(self.tr("Begin a new one"))
            answered, count = len(left.given), len(left.questions)
            words = self.tr("Go on, {answered} of {count} answered").format(answered=answered, count=count)
            self._show(pane, words, partial(self.take, left), self._new)
        self._main.setFocus()

    @Slot()
    def go_on(self) -> None:
        """Do what the main button does."""
        self._does()

    @Slot()
    def _on_new(self) -> None:
        if isinstance(self._pane, StartPane):
            self._begin()
        else:
            self.show_start()

    def _begin(self) -> None:
        pane = self._pane
        assert isinstance(pane, StartPane)
        self._audience = pane.chosen_audience()
        questions = pane.questions()
        if questions:
            self.take(
                self._tools.quiz.begin(
                    questions,
                    self._audience,
                    chapter=pane.chosen_chapter(),
                    number=pane.chosen_number(),
                    edition=self._tools.reading.edition.made_on.isoformat(),
                )
            )

    def take(self, taken: Round) -> None:
        """Ask what of a round is open, or show what came of it."""
        self._taken = taken
        question = next((one for one in map(self._tools.reading.question, taken.open) if one), None)
        if question is None:
            self._show_summary(taken)
            return
        number, count = taken.questions.index(question.id) + 1, len(taken.questions)
        counted = self.tr("Question {number} of {count}").format(number=number, count=count)
        pane = QuestionPane(
            question, counted, self._tools.reading, self._tools.look, self._tools.icons, self._body
        )
        pane.answered.connect(self._on_answered)
        pane.section_wanted.connect(partial(self.section_wanted.emit, question))
        self._show(pane, "", self.accept)
        pane.begin()

    @Slot(object)
    def _on_answered(self, chosen: tuple[int, ...]) -> None:
        pane, taken = self._pane, self._taken
        assert isinstance(pane, QuestionPane)
        assert taken is not None
        taken = self._taken = self._tools.quiz.answer(taken, pane.question, chosen)
        given = taken.given_to(pane.question.id)
        assert given is not None
        self._shows_end = True  # as soon as the new lines have their places
        pane.show_answer(given)
        is_last = not any(map(self._tools.reading.question, taken.open))
        main = self.tr("See the result") if is_last else self.tr("Next question")
        self._set_buttons(main, partial(self.take, taken))
        self._main.setFocus()
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.maximum())  # as long as it is now; where that changes it goes along

    @Slot(int, int)
    def _on_range_changed(self, _lowest: int, highest: int) -> None:
        if self._shows_end:
            self._area.verticalScrollBar().setValue(highest)

    def _show_summary(self, taken: Round) -> None:
        pane = SummaryPane(taken, self._questions_of(taken), self._tools.reading, self._body)
        pane.section_wanted.connect(self.section_wanted)
        wrong = len([id for id in taken.wrong if self._tools.reading.question(id)])
        self._new.setText(self.tr("New round"))
        beside = [self._delete, self._print]
        if wrong:
            many = self.tr("See the {n} again", None, wrong).format(n=wrong)
            main = self.tr("See it again") if wrong == 1 else many
            self._show(pane, main, partial(self._again, taken), *beside, self._new)
        else:
            self._show(pane, self.tr("New round"), self.show_start, *beside)
        self._main.setFocus()
        announce(self, quiz_words.score(taken))

    def _questions_of(self, taken: Round) -> tuple[Question, ...]:
        found = (self._tools.reading.question(id) for id in taken.questions)
        return tuple(question for question in found if question is not None)

    # --- what buttons do

    def _again(self, taken: Round) -> None:
        self.take(self._tools.quiz.again(taken))

    @Slot()
    def _on_wrong(self) -> None:
        quiz, reading = self._tools.quiz, self._tools.reading
        wrong = quiz.wrong_last(reading.questions())
        if wrong:
            edition = reading.edition.made_on.isoformat()
            self.take(quiz.begin(wrong, wrong[0].audience, edition=edition))

    @Slot(str)
    def _on_round(self, uid: str) -> None:
        taken = next((each for each in self._tools.quiz.all() if each.uid == uid), None)
        if taken is not None:
            self._taken = taken
            self._show_summary(taken)

    @Slot()
    def _on_print(self) -> None:
        if self._taken is not None:
            questions = self._questions_of(self._taken)
            self.print_wanted.emit(quiz_words.summary(self._taken, questions, self._tools.reading))

    @Slot()
    def _on_delete(self) -> None:
        if self._taken is None:
            return
        taken, self._taken = self._taken, None
        self._tools.quiz.delete([taken])
        self._deleted.append(taken)
        self.show_start()
        announce(self, self.tr("Round deleted."))

    @Slot()
    def _on_undo(self) -> None:
        if self._deleted:
            taken = self._deleted.pop()
            self._tools.quiz.restore([taken])
            self._on_round(taken.uid)
