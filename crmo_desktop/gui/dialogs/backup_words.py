"""Backups in the reader's words: when one was made, why it is kept, what is in it."""

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QObject

from crmo_desktop.domain.backup import Backup, BackupContent, Reason


class BackupWords(QObject):
    """Says what a backup is."""

    def when(self, backup: Backup, now: datetime) -> str:
        """Day and time of its making, by the clock of then: "today, 09:02"."""
        made = backup.made
        days = (now.date() - made.date()).days
        time = f"{made:%H:%M}"
        if days == 0:
            return self.tr("today, {time}").format(time=time)
        if days == 1:
            return self.tr("yesterday, {time}").format(time=time)
        day = QLocale().toString(QDate(made.year, made.month, made.day), "d MMMM yyyy")
        return self.tr("{day}, {time}").format(day=day, time=time)

    def reason(self, reason: Reason | None) -> str:
        """Why it is kept."""
        words = {
            Reason.LAST: self.tr("one of the last five starts"),
            Reason.DAILY: self.tr("the last of its day"),
            Reason.WEEKLY: self.tr("the last of its week"),
            Reason.MONTHLY: self.tr("the last of its month"),
            Reason.ASKED: self.tr("made by you"),
            Reason.BEFORE: self.tr("before restoring"),
            Reason.UNSAVED: self.tr("could not be saved"),
        }
        return self.tr("until the next one") if reason is None else words[reason]

    def holds(self, content: BackupContent) -> str:
        """What is in it, or that it cannot be used."""
        if content.is_newer:
            return self.tr("Made by a newer version of CRMO Desktop. It cannot be used here.")
        if not content.is_sound:
            return self.tr("Damaged. It cannot be used.")
        parts = [words for words, count in self._counted(content) if count]
        made = ", ".join(parts) or self.tr("Settings only")
        if not content.newest:
            return made
        return self.tr("{things}. The latest: {title}").format(things=made, title=content.newest)

    def things(self, count: int) -> str:
        """So much of what the reader made."""
        many = self.tr("{n} things of yours", None, count).format(n=count)
        return self.tr("1 thing of yours") if count == 1 else many

    def _counted(self, content: BackupContent) -> list[tuple[str, int]]:
        bookmarks, highlights, notes = content.bookmarks, content.highlights, content.notes
        folders, finished, handouts = content.folders, content.finished, content.handouts
        questions, visits = content.questions, content.visits
        sessions, on_slides = content.sessions, content.slide_notes
        polls, rounds = content.polls, content.quiz_rounds
        pairs = (
            (bookmarks, self.tr("1 bookmark"), self.tr("{n} bookmarks", None, bookmarks)),
            (highlights, self.tr("1 highlight"), self.tr("{n} highlights", None, highlights)),
            (notes, self.tr("1 note"), self.tr("{n} notes", None, notes)),
            (folders, self.tr("1 folder"), self.tr("{n} folders", None, folders)),
            (finished, self.tr("1 topic finished"), self.tr("{n} topics finished", None, finished)),
            (handouts, self.tr("1 handout"), self.tr("{n} handouts", None, handouts)),
            (sessions, self.tr("1 session"), self.tr("{n} sessions", None, sessions)),
            (on_slides, self.tr("1 note on a slide"), self.tr("{n} notes on slides", None, on_slides)),
            (polls, self.tr("1 answer of a room"), self.tr("{n} answers of rooms", None, polls)),
            (rounds, self.tr("1 round of the quiz"), self.tr("{n} rounds of the quiz", None, rounds)),
            (questions, self.tr("1 question kept"), self.tr("{n} questions kept", None, questions)),
            (visits, self.tr("1 page read"), self.tr("{n} pages read", None, visits)),
        )
        return [(one if count == 1 else many.format(n=count), count) for count, one, many in pairs]
