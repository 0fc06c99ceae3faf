"""One question of the quiz: its options, and once it is answered why it is so."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from crmo_desktop.domain.quiz import LETTERS, Given, Question, QuestionKind
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.dialogs import quiz_words
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.slides.question_words import options_of
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.quiz_option import QuizOption
from crmo_desktop.gui.widgets.wrapped_link import WrappedLink
from crmo_desktop.services.reading import ReadingService

_BACK: Final = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class QuestionPane(QWidget):
    """A question that waits for its answer, or has one.

    Attributes:
        options: in the order in which they are shown.
    """

    answered = Signal(object)  # the places chosen, a tuple of int
    section_wanted = Signal()  # the section that settles it is to be shown

    def __init__(
        self,
        question: Question,
        counted: str,
        reading: ReadingService,
        look: Look,
        icons: IconShelf,
        parent: QWidget,
    ) -> None:
        """Make the pane; `counted` says which of how many questions it is."""
        super().__init__(parent)
        self.question, self._reading, self._look = question, reading, look
        self._chosen: list[int] = []
        self._is_order = question.kind is QuestionKind.ORDER
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._layout = QVBoxLayout()
        self._layout.setSpacing(8)
        outer.addLayout(self._layout)
        outer.addStretch(1)
        self._add_label(counted, "small")
        self._add_label(question.text, "cardTitle")
        if self._is_order:
            self._add_label(self.tr("Choose what comes first, then what comes next."), "muted")
        group = QWidget(self)
        group.setAccessibleName(question.text)  # heard with the first option that the keyboard comes to
        self._rows = QVBoxLayout(group)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self.options = [
            QuizOption(place, LETTERS[place], words, look, icons, group)
            for place, words in enumerate(options_of(question))
        ]
        for option in self.options:
            self._rows.addWidget(option)
            option.clicked.connect(self._on_option)
        self._layout.addWidget(group)

    def _add_label(self, words: str, kind: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("kind", kind)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._layout.addWidget(label)
        return label

    def begin(self) -> None:
        """Put the keyboard on the first option, and have the question heard."""
        self.options[0].setFocus()
        announce(self, self.question.text)

    # --- answering

    @Slot()
    def _on_option(self) -> None:
        option = self.sender()
        if isinstance(option, QuizOption):
            self.choose(option.place)

    def choose(self, place: int) -> None:
        """Choose an option; of things to put in order take it as the next, or take it back."""
        if not self.is_open() or place >= len(self.options):
            return
        if not self._is_order:
            self.answered.emit((place,))
            return
        if place in self._chosen:
            del self._chosen[self._chosen.index(place) :]
        else:
            self._chosen.append(place)
        self._show_order()
        if len(self._chosen) == len(self.options):
            self.answered.emit(tuple(self._chosen))

    def _show_order(self) -> None:
        for option in self.options:
            is_chosen = option.place in self._chosen
            sign = str(self._chosen.index(option.place) + 1) if is_chosen else LETTERS[option.place]
            option.set_chosen(sign, is_chosen=is_chosen)
        left = len(self.options) - len(self._chosen)
        if left:
            announce(self, self.tr("{n} left", None, left).format(n=left))

    def is_open(self) -> bool:
        """Whether it waits for its answer."""
        return self.options[0].is_open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go through the options, a letter chooses one, Backspace takes the last one back."""
        letter = event.text().upper()
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.is_open():
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif letter and letter in LETTERS and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.choose(LETTERS.index(letter))
        elif event.key() in _BACK and self._chosen and self.is_open():
            self.choose(self._chosen[-1])
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        places = [option.place for option in self.options if option.hasFocus()]
        place = places[0] + by if places else 0
        reason = Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason
        self.options[max(0, min(place, len(self.options) - 1))].setFocus(reason)

    # --- answered

    def show_answer(self, given: Given) -> None:
        """Show what is right, what was chosen, why it is so, and where it is written."""
        heading = self.tr("Right.") if given.is_right else self._not_right()
        self._close_options(given)
        self._layout.addSpacing(6)
        self._add_label(heading, "question")
        if self._is_order and not given.is_right:
            self._add_label(quiz_words.your_answer(self.question, given.chosen), "muted")
        self._add_label(self.question.explanation, "")
        link = WrappedLink(self)
        link.set_words(quiz_words.read_in(self.question, self._reading))
        link.clicked.connect(self.section_wanted)
        self._layout.addWidget(link)
        announce(self, f"{heading} {self.question.explanation}")

    def _not_right(self) -> str:
        if self._is_order:
            return self.tr("Not right. This is the right order.")
        words = self.tr("Not right. {right_answer}")
        return words.format(right_answer=quiz_words.the_right_answer(self.question))

    def _close_options(self, given: Given) -> None:
        right = self.question.answer
        if self._is_order:
            for number, place in enumerate(right, 1):
                self._rows.removeWidget(self.options[place])
                self._rows.addWidget(self.options[place])
                self.options[place].close_as(str(number), "", is_right=True)
            return
        for option in self.options:
            is_right, is_chosen = option.place in right, option.place in given.chosen
            if is_right:
                under = self.tr("Right, and your answer") if is_chosen else self.tr("Right answer")
                option.close_as("", under, is_right=True)
            else:
                under = self.tr("Your answer") if is_chosen else ""
                option.close_as(LETTERS[option.place], under, is_right=False)
