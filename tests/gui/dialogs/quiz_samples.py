"""A quiz over a file of its own."""

import random
from datetime import datetime

from PySide6.QtWidgets import QLabel, QWidget

from crmo_desktop.services.quizzes import Quizzes
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.quiz import QuizRepository

NOON = datetime(2026, 11, 26, 12).astimezone()


def now() -> datetime:
    """The same each time."""
    return NOON


def quiz_in(notebook: Notebook) -> Quizzes:
    """Rounds in a file, mixed in the same way each time."""
    return Quizzes(QuizRepository(notebook), now=now, chance=random.Random(1))


def said(widget: QWidget) -> str:
    """All words of labels that are seen."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
