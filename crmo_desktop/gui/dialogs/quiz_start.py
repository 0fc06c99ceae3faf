"""Before a round of the quiz: for whom, from which chapter, how many; and the rounds before."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.quiz import Question, Round
from crmo_desktop.gui.dialogs import quiz_words
from crmo_desktop.gui.dialogs.paper_options import add_field
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.choice_list import Choice, ChoiceList
from crmo_desktop.services.quizzes import chapters_of
from crmo_desktop.services.reading import ReadingService

NUMBERS: Final = (5, 10, 20)
_USUAL: Final = 10
_MOST_ROUNDS: Final = 12  # that are listed


class StartPane(QWidget):
    """Fields for a new round, and what was answered before."""

    wrong_wanted = Signal()  # what was answered wrong last is to be asked again
    round_wanted = Signal(str)  # uid of a round before

    def __init__(
        self,
        reading: ReadingService,
        audience: Audience,
        rounds: Sequence[Round],
        wrong: int,
        look: Look,
        icons: IconShelf,
        parent: QWidget,
    ) -> None:
        """Make the pane.

        Args:
            reading: whose questions are asked.
            audience: chosen at first.
            rounds: that were answered before, the latest first.
            wrong: how many questions were wrong when they were last asked.
            look: to draw with.
            icons: for the list.
            parent: where it stands.
        """
        super().__init__(parent)
        self._reading = reading
        self.audience, self.chapter, self.number = QComboBox(self), QComboBox(self), QComboBox(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        about = self.tr("The answers are kept on this computer, for you only. Come back whenever you like.")
        layout.addWidget(_label(about, "muted", self))
        for words, field in (
            (self.tr("Questions"), self.audience),
            (self.tr("From"), self.chapter),
            (self.tr("How many"), self.number),
        ):
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.setMinimumContentsLength(8)
            add_field(layout, words, field, self)
        self.audience.addItem(self.tr("For families"), Audience.PATIENT)
        self.audience.addItem(self.tr("For clinicians"), Audience.CLINICIAN)
        self.audience.setCurrentIndex(self.audience.findData(audience))
        self._fill_chapters()
        self.audience.activated.connect(self._on_audience)
        self.chapter.activated.connect(self._on_chapter)
        if wrong:
            self._add_wrong(layout, wrong)
        if rounds:
            self._add_rounds(layout, rounds, look, icons)
        layout.addStretch(1)

    def _add_wrong(self, layout: QVBoxLayout, wrong: int) -> None:
        many = self.tr("Ask the {n} questions again that were wrong last", None, wrong).format(n=wrong)
        one = self.tr("Ask the question again that was wrong last")
        button = QPushButton(one if wrong == 1 else many, self)
        button.setProperty("kind", "link")
        button.setAutoDefault(False)
        button.clicked.connect(self.wrong_wanted)
        layout.addWidget(button)

    def _add_rounds(self, layout: QVBoxLayout, rounds: Sequence[Round], look: Look, icons: IconShelf) -> None:
        label = _label(self.tr("Rounds before"), "heading", self)
        listed = ChoiceList(look, icons, self, icon="history", follows=False)
        listed.setAccessibleName(label.text())
        listed.set_choices(
            [
                Choice(each.uid, f"{quiz_words.score(each)} ({quiz_words.about(each, self._reading)})")
                for each in rounds[:_MOST_ROUNDS]
            ]
        )
        listed.chosen.connect(self.round_wanted)
        layout.addSpacing(8)
        layout.addWidget(label)
        layout.addWidget(listed)

    # --- what is chosen

    def questions(self) -> tuple[Question, ...]:
        """Those that a round is made of."""
        asked = self._reading.questions(self.chosen_audience())
        chapter = self.chosen_chapter()
        return tuple(question for question in asked if chapter in ("", question.chapter))

    def chosen_audience(self) -> Audience:
        """For whom."""
        return Audience(self.audience.currentData())

    def chosen_chapter(self) -> str:
        """From which chapter; "" for all."""
        return str(self.chapter.currentData() or "")

    def chosen_number(self) -> int | None:
        """How many; None for all."""
        number = self.number.currentData()
        return number if isinstance(number, int) and number > 0 else None

    def _fill_chapters(self) -> None:
        asked = self._reading.questions(self.chosen_audience())
        before, counts = self.chosen_chapter(), chapters_of(asked)
        self.chapter.clear()
        self.chapter.addItem(self.tr("All chapters ({count})").format(count=len(asked)), "")
        for chapter in self._reading.chapters():
            if chapter.id in counts:
                words = self.tr("{chapter} ({count})")
                self.chapter.addItem(
                    words.format(chapter=chapter.title, count=counts[chapter.id]), chapter.id
                )
        self.chapter.setCurrentIndex(max(0, self.chapter.findData(before)))
        self._fill_numbers()

    def _fill_numbers(self) -> None:
        count = len(self.questions())
        before = self.chosen_number() or _USUAL
        self.number.clear()
        for number in NUMBERS:
            if number < count:
                words = self.tr("{n} questions", None, number).format(n=number)
                self.number.addItem(words, number)
        self.number.addItem(self.tr("All of them ({count})").format(count=count), 0)
        place = self.number.findData(before)
        self.number.setCurrentIndex(place if place >= 0 else self.number.count() - 1)

    @Slot()
    def _on_audience(self) -> None:
        self._fill_chapters()

    @Slot()
    def _on_chapter(self) -> None:
        self._fill_numbers()


def _label(words: str, kind: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("kind", kind)
    label.setWordWrap(True)
    return label
