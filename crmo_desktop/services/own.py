"""All that is the reader's own, each part of it made when it is first wanted: a start wants none."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from crmo_desktop.store.database import Notebook

if TYPE_CHECKING:
    from crmo_desktop.domain.errors import UserError
    from crmo_desktop.services.backups import Backups
    from crmo_desktop.services.exchange import Exchange
    from crmo_desktop.services.handouts import Handouts
    from crmo_desktop.services.own_things import OwnThings
    from crmo_desktop.services.polls import Polls
    from crmo_desktop.services.quizzes import Quizzes
    from crmo_desktop.services.sessions import Sessions
    from crmo_desktop.services.slide_notes import SlideNotes


class Own:
    """What there is of the reader's own, in one file."""

    def __init__(self, notebook: Notebook, *, now: Callable[[], datetime], edition: str) -> None:
        """Wrap the file.

        Args:
            notebook: the reader's things.
            now: gives the time with its zone.
            edition: date of the edition that is read, as YYYY-MM-DD.
        """
        self._notebook, self._now, self._edition = notebook, now, edition

    def trouble(self) -> "UserError | None":
        """What is wrong with the file now; None when all is well."""
        return self._notebook.problem

    def keep_unsaved(self) -> None:
        """At the end: what could not be saved is kept as a backup, if there is room for one."""
        if self._notebook.has_unsaved:
            self.backups.keep_unsaved()

    @cached_property
    def backups(self) -> "Backups":
        """Of the whole file."""
        from crmo_desktop.services.backups import Backups

        return Backups(self._notebook, now=self._now)

    @cached_property
    def things(self) -> "OwnThings":
        """Bookmarks, highlights, notes, folders, finished topics."""
        from crmo_desktop.services.own_things import OwnThings
        from crmo_desktop.store.own_things import OwnThingRepository

        repository = OwnThingRepository(self._notebook)
        return OwnThings(repository, now=self._now, edition=self._edition, trouble=self.trouble)

    @cached_property
    def handouts(self) -> "Handouts":
        """Handouts that the reader has put together."""
        from crmo_desktop.services.handouts import Handouts
        from crmo_desktop.store.handouts import HandoutRepository

        return Handouts(HandoutRepository(self._notebook), now=self._now, trouble=self.trouble)

    @cached_property
    def sessions(self) -> "Sessions":
        """Sessions that the reader has put together, and how long their parts took."""
        from crmo_desktop.services.sessions import Sessions
        from crmo_desktop.store.sessions import SessionRepository

        repository = SessionRepository(self._notebook)
        return Sessions(repository, now=self._now, edition=self._edition, trouble=self.trouble)

    @cached_property
    def slide_notes(self) -> "SlideNotes":
        """Notes on slides."""
        from crmo_desktop.services.slide_notes import SlideNotes
        from crmo_desktop.store.slide_notes import SlideNoteRepository

        return SlideNotes(SlideNoteRepository(self._notebook), now=self._now)

    @cached_property
    def polls(self) -> "Polls":
        """How rooms answered questions."""
        from crmo_desktop.services.polls import Polls
        from crmo_desktop.store.polls import PollRepository

        return Polls(PollRepository(self._notebook))

    @cached_property
    def quiz(self) -> "Quizzes":
        """Rounds of the quiz, and what was answered in them."""
        from crmo_desktop.services.quizzes import Quizzes
        from crmo_desktop.store.quiz import QuizRepository

        return Quizzes(QuizRepository(self._notebook), now=self._now)

    @cached_property
    def exchange(self) -> "Exchange":
        """All of it, taken along and taken in."""
        from crmo_desktop.services.exchange import Exchange
        from crmo_desktop.store.exchange import ExchangeRepository
        from crmo_desktop.store.own_things import OwnThingRepository

        exchange, things = ExchangeRepository(self._notebook), OwnThingRepository(self._notebook)
        return Exchange(exchange, things, now=self._now, edition=self._edition)

    # --- forgetting

    def counts(self) -> tuple[int, int, int, int]:
        """How many sessions, notes on slides, answers of rooms and rounds of the quiz there are."""
        from crmo_desktop.store.forgetting import counted

        sessions, notes, polls, rounds = counted(
            self._notebook, ("session", "slide_note", "poll", "quiz_round")
        )
        return sessions, notes, polls, rounds

    def forget_history(self) -> None:
        """Forget what was read, how far, and what was searched for, in backups too; there is no way back.

        Raises:
            UserError: not all of it is gone.
        """
        from crmo_desktop.store.forgetting import HISTORY, forget_history_in_copies

        self._forget(HISTORY)
        if self._notebook.path is not None:
            self.backups.forget_history()
            forget_history_in_copies(self._notebook.path)

    def forget_everything(self) -> None:
        """Forget all that the reader has made and read, with every backup; there is no way back.

        Settings stay.

        Raises:
            UserError: not all of it is gone.
        """
        from crmo_desktop.domain.errors import NotForgottenError
        from crmo_desktop.store.forgetting import HISTORY, MADE, forget_copies

        self._forget((*MADE, *HISTORY))
        if self._notebook.path is not None:
            self.backups.forget_all()
            if not forget_copies(self._notebook.path) or self.backups.all():
                raise NotForgottenError

    def _forget(self, tables: tuple[str, ...]) -> None:
        from crmo_desktop.domain.errors import NotForgottenError
        from crmo_desktop.store.forgetting import forget

        if self._notebook.problem is not None:
            raise self._notebook.problem
        if not forget(self._notebook, tables):
            raise NotForgottenError
