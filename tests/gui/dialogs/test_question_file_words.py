"""What files of questions say themselves."""

from PySide6.QtWidgets import QApplication

from crmo_desktop.export.told_questions import QuestionWords
from crmo_desktop.gui.dialogs.question_file_words import QuestionFileWords


def test_without_a_translation_they_are_those_of_the_command_line(qapp: QApplication) -> None:
    assert QuestionFileWords().words("en") == QuestionWords()
    assert QuestionFileWords().words("fr").language == "fr"
