"""Whose slides can go out: the topic that is shown, and every session that is kept."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.session import Session
from crmo_desktop.domain.talk import Talk
from crmo_desktop.gui.slides.note_words import note_words
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.slide_matter import SlideMatters


class SlideSubject(NamedTuple):
    """Something whose slides can go out.

    Attributes:
        name: how code calls it.
        words: what the reader is told.
        talk: makes the talk for an audience.
        audiences: of those for whom it is written; none where that cannot be chosen.
    """

    name: str
    words: str
    talk: Callable[[Audience], Talk]
    audiences: frozenset[Audience] = frozenset()


def slide_subjects(
    reading: ReadingService, topic: TopicId | None, sessions: Iterable[Session]
) -> list[SlideSubject]:
    """What can go out, what the reader has before them first; `topic` is None where none is shown."""
    matters = SlideMatters(reading, note_words())
    offered = []
    if topic is not None:
        entry = reading.entry(topic)
        offered.append(
            SlideSubject(topic, entry.title, partial(matters.of_topic, topic), frozenset(entry.audiences))
        )
    for session in sessions:
        words = QCoreApplication.translate("SlideSubjects", "Session: {name}").format(name=session.name)
        offered.append(SlideSubject(session.uid, words, partial(_of_session, matters, session)))
    return offered


def _of_session(matters: SlideMatters, session: Session, _audience: Audience) -> Talk:
    return matters.of_session(session)
