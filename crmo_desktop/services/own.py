"""All that is the reader's own, each part of it made when it is first wanted: a start wants none."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from crmo_desktop.store.database import Notebook

if TYPE_CHECKING:
    from crmo_desktop.domain.errors import UserError
    from crmo_desktop.services.backups import Backups
    from crmo_desktop.services.handouts import Handouts
    from crmo_desktop.services.own_things import OwnThings


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
