"""The words that lead the notes for trainers, in the window's language."""

from PySide6.QtCore import QCoreApplication

from crmo_desktop.services.trainer_notes import NoteWords


def note_words() -> NoteWords:
    """In the language that the window speaks now."""
    return NoteWords(
        ask=QCoreApplication.translate("NoteWords", "Ask the room: {text}"),
        say=QCoreApplication.translate("NoteWords", "Say or do: {text}"),
        misunderstood=QCoreApplication.translate("NoteWords", "Easily misunderstood: {text}"),
        caution=QCoreApplication.translate("NoteWords", "Caution: {text}"),
        rests_on=QCoreApplication.translate("NoteWords", "How sure it is: {text}"),
    )
