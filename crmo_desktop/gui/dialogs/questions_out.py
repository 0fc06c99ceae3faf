"""Quiz questions out of the program: which of them, as what kind of file."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.quiz import Question
from crmo_desktop.export.whole_file import write_bytes
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.asking_place import ask_place
from crmo_desktop.gui.dialogs.paper_options import add_field, shrink
from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.dialogs.question_file_words import QuestionFileWords
from crmo_desktop.gui.errors import words_of
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.publishing import file_name
from crmo_desktop.services.question_files import QuestionFiles
from crmo_desktop.services.reading import ReadingService

_BOTH: Final = ""
_ALL: Final = ""
_ENDINGS: Final = {"apkg": ".apkg", "text": ".txt", "table": ".tsv"}


class QuestionsOutDialog(PlainDialog):
    """Chapters, audience and kind of file; Enter asks where it is to go."""

    def __init__(
        self,
        reading: ReadingService,
        audience: Audience,
        look: Look,
        parent: QWidget | None,
        *,
        save: Callable[[Path, bytes], None] = write_bytes,
    ) -> None:
        """Offer all questions of the edition, those for `audience` first; `save` writes a file."""
        super().__init__(self.tr("Quiz questions as a file"), look, parent, width=520)
        self._reading, self._write = reading, save
        self.add_title(self.tr("Quiz questions as a file"))
        self.whom = self._combo(
            self.tr("For whom"),
            [
                (self.tr("Families and clinicians"), _BOTH),
                (self.tr("Families"), Audience.PATIENT.value),
                (self.tr("Clinicians"), Audience.CLINICIAN.value),
            ],
        )
        self.whom.setCurrentIndex(self.whom.findData(audience.value))
        self.chapter = self._combo(self.tr("Chapter"), [])
        self.kind = self._combo(
            self.tr("Kind of file"),
            [
                (self.tr("Package for Anki, a program to learn with"), "apkg"),
                (self.tr("Text, answers after the questions"), "text"),
                (self.tr("Table for other programs, parted by tabs"), "table"),
            ],
        )
        self._count = self.add_words("", muted=True)
        self._said = self._line()
        self.save_button = self.add_button(self.tr("&Save"), primary=True)
        self.save_button.clicked.connect(self.save)
        close = self.add_button(self.tr("Close"))
        close.clicked.connect(self.reject)
        self.whom.activated.connect(self._on_whom)
        self.chapter.activated.connect(self._on_chapter)
        self._show_chapters()
        self.whom.setFocus()
        self.fit()

    def _line(self) -> QLabel:
        said = self.add_words("")
        said.hide()
        return said

    def _combo(self, words: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
        combo = QComboBox(self._body)
        for name, value in choices:
            combo.addItem(name, value)
        add_field(self.body, words, combo, self._body)
        shrink(combo)
        return combo

    # --- what is chosen

    def _audience(self) -> Audience | None:
        value = self.whom.currentData()
        return Audience(value) if value else None

    def chosen(self) -> tuple[Question, ...]:
        """The questions that go into the file."""
        chapter = self.chapter.currentData()
        asked = self._reading.questions(self._audience())
        return tuple(one for one in asked if chapter in (_ALL, one.chapter))

    def _show_chapters(self) -> None:
        """Offer the chapters that have questions; the one that was chosen stays, if it is among them."""
        before = self.chapter.currentData()
        self.chapter.clear()
        self.chapter.addItem(self.tr("All chapters"), _ALL)
        asked = {question.chapter for question in self._reading.questions(self._audience())}
        for chapter in self._reading.chapters():
            if chapter.id in asked:
                self.chapter.addItem(chapter.title, chapter.id)
        self.chapter.setCurrentIndex(max(0, self.chapter.findData(before)))
        self._show_count()

    def _show_count(self) -> None:
        count = len(self.chosen())
        words = self.tr("1 question") if count == 1 else self.tr("{n} questions", None, count).format(n=count)
        self._count.setText(words)
        self.save_button.setEnabled(count > 0)

    @Slot()
    def _on_whom(self) -> None:
        self._show_chapters()

    @Slot()
    def _on_chapter(self) -> None:
        self._show_count()

    # --- out

    @Slot()
    def save(self) -> None:
        """Ask where, and save."""
        kind, date = self.kind.currentData(), self._reading.edition.made_on.isoformat()
        chapter = self.chapter.currentText() if self.chapter.currentData() else ""
        title = self.tr("Quiz, {chapter}").format(chapter=chapter) if chapter else self.tr("Quiz questions")
        filters = {
            "apkg": self.tr("Package for Anki (*.apkg)"),
            "text": self.tr("Text (*.txt)"),
            "table": self.tr("Table parted by tabs (*.tsv)"),
        }
        dialog = ask_place(
            self, self.tr("Save the questions"), filters[kind], file_name(title, date, _ENDINGS[kind])
        )
        dialog.fileSelected.connect(self._on_place)
        dialog.open()

    @Slot(str)
    def _on_place(self, place: str) -> None:
        path, words = Path(place), QuestionFileWords().words(self._reading.edition.language)
        try:
            data = QuestionFiles(self._reading).file(self.kind.currentData(), self.chosen(), words)
            self._write(path, data)
        except UserError as error:
            self._say(" ".join(words_of(error)))
        else:
            said = self.tr("Saved as “{name}” in {folder}")
            self._say(said.format(name=path.name, folder=path.parent))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()
        self.fit()
        announce(self._said, words)
