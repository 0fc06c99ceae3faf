"""The words that lead notes are English where nothing is translated, and each has its place for the note."""

from crmo_desktop.gui.slides.note_words import note_words
from crmo_desktop.services.trainer_notes import NoteWords


def test_they_are_those_of_the_notes() -> None:
    words = note_words()

    assert words == NoteWords()
    assert all("{text}" in word for word in words)
