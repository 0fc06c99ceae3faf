"""What files of questions say themselves, in the window's language."""

from PySide6.QtCore import QObject

from crmo_desktop.domain.quiz import LETTERS
from crmo_desktop.export.told_questions import QuestionWords


class QuestionFileWords(QObject):
    """Puts the window's words into files of questions."""

    def words(self, language: str) -> QuestionWords:
        """All of them; `language` is that of the questions, a BCP 47 tag."""
        return QuestionWords(
            language=language,
            true=self.tr("True"),
            false=self.tr("False"),
            families=self.tr("Families"),
            clinicians=self.tr("Clinicians"),
            questions=self.tr("Questions"),
            answers=self.tr("Answers"),
            answer=self.tr("Answer: {answer}"),
            settled=self.tr("Read more: {section}"),
            sources=self.tr("Sources: {sources}"),
            difficulties={"easy": self.tr("Easy"), "medium": self.tr("Medium"), "hard": self.tr("Hard")},
            deck=self.tr("{title}: questions"),
            edition=self.tr("{title}, edition {date}"),
            reviewed=self.tr("Reviewed by {name}"),
            not_reviewed=self.tr("Not yet reviewed by a physician"),
            not_advice=self.tr("Information, not medical advice"),
            columns=(
                self.tr("Question"),
                *(self.tr("Option {letter}").format(letter=letter) for letter in LETTERS),
                self.tr("Answer"),
                self.tr("Explanation"),
                self.tr("Read more"),
                self.tr("Address"),
                self.tr("Sources"),
                self.tr("For"),
                self.tr("Chapter"),
                self.tr("Difficulty"),
                self.tr("Id"),
            ),
        )
