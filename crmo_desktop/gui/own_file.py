"""What can be done at once about the reader's own file when something is wrong with it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol, cast

from PySide6.QtCore import QObject, Slot

from crmo_desktop.domain.backup import Backup
from crmo_desktop.domain.errors import (
    NotesDamagedError,
    NotesFileError,
    NotesMissingError,
    NotesNewerError,
    NotesWaitingError,
    UserError,
)
from crmo_desktop.domain.identifiers import TopicAddress, TopicId
from crmo_desktop.gui.dialogs.backup_words import BackupWords
from crmo_desktop.gui.tasks import LatestOnly
from crmo_desktop.gui.theme import Appearance
from crmo_desktop.services.backups import Backups

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from crmo_desktop.domain.identifiers import Address
    from crmo_desktop.gui.own_signal import OwnSignal

HELP: Final = TopicId("help-backups")  # the guide's page on it
_OPEN, _OTHERS, _AGAIN = "open_backup", "other_backups", "try_again"
_EMPTY, _SALVAGE, _WHAT_TO_DO = "begin_empty", "keep_salvaged", "what_to_do"


class _Telling(Protocol):
    def say(self, words: str) -> None: ...
    def show_error(self, error: UserError) -> None: ...
    def forget_trouble(self) -> None: ...


class _Navigator(Protocol):
    def go(self, address: "Address") -> None: ...


class _Frame(Protocol):
    """What of the window tells of the reader's own file."""

    telling: _Telling
    navigator: _Navigator

    @property
    def own_signal(self) -> "OwnSignal":
        """Tells of changes."""


class OwnFile(QObject):
    """Knows what helps, and does it."""

    def __init__(
        self,
        backups: Backups,
        appearance: Appearance,
        open_dialog: "Callable[[QDialog], None]",
        window: "QWidget",
    ) -> None:
        """Do nothing yet.

        Args:
            backups: of the file.
            appearance: how dialogs look.
            open_dialog: shows one over the window.
            window: that tells of it.
        """
        super().__init__(window)
        self._backups, self._appearance, self._open_dialog = backups, appearance, open_dialog
        self._window, self._frame = window, cast("_Frame", window)
        self._words = BackupWords(self)
        self._offered: Backup | None = None
        self._tasks: LatestOnly | None = None

    def remedies(self, error: NotesFileError) -> list[tuple[str, str]]:
        """Name and words of a button for each thing that can be done about `error`."""
        if isinstance(error, NotesWaitingError):
            return [(_AGAIN, self.tr("Try again"))]
        if isinstance(error, NotesNewerError):
            return [(_WHAT_TO_DO, self.tr("What to do"))]
        if isinstance(error, (NotesDamagedError, NotesMissingError)):
            return self._of_backups() or self._without_backups()
        return []

    def _of_backups(self) -> list[tuple[str, str]]:
        if not self._backups.all():
            return []
        others = [(_OTHERS, self.tr("Other backups…"))]
        self._offered = self._backups.latest_sound()
        if self._offered is None:
            return others + self._without_backups()
        when = self._words.when(self._offered, self._backups.now())
        return [(_OPEN, self.tr("Open the backup of {when}").format(when=when)), *others]

    def _without_backups(self) -> list[tuple[str, str]]:
        empty = (_EMPTY, self.tr("Begin an empty file"))
        found = self._backups.salvaged()
        if not found:
            return [empty]
        words = self.tr("Keep what can be read: {things}").format(things=self._words.things(found))
        return [(_SALVAGE, words), empty]

    def answer(self, answer: str) -> None:
        """Do what a button of `remedies` says; anything else is none of ours."""
        actions = {
            _OPEN: self._on_open,
            _OTHERS: self.show_backups,
            _AGAIN: self._on_again,
            _EMPTY: self._on_empty,
            _SALVAGE: self._on_salvage,
            _WHAT_TO_DO: self._on_what_to_do,
        }
        if answer in actions:
            actions[answer]()

    def show_backups(self) -> None:
        """Bookmarks > Backups and restoring."""
        from crmo_desktop.gui.dialogs.backups import BackupsDialog

        look = self._appearance.look
        dialog = BackupsDialog(self._backups, look, self._window)
        dialog.restored.connect(self._on_restored)
        self._open_dialog(dialog)

    def begin(self) -> None:
        """At a start: tell if the file was gone, and make a backup of it while the reader reads."""
        if self._backups.is_missing():
            self._frame.telling.show_error(NotesMissingError())
        job = self._backups.job_at_start()
        if job is not None:
            self._tasks = LatestOnly("backup", self)
            self._tasks.run(job, on_success=self._on_backed_up)

    def close(self) -> None:
        """End the backup that is being made, once it is."""
        if self._tasks is not None:
            self._tasks.close()

    def finish(self) -> None:
        """Wait until the backup of this start is made."""
        if self._tasks is not None:
            self._tasks.finish()

    def _on_backed_up(self, something_waits: bool) -> None:
        added = self._backups.bring_in_unsaved() if something_waits else 0
        if added:
            things = self._words.things(added)
            self._on_restored(
                self.tr("Saved now, from when it could not be: {things}.").format(things=things)
            )

    @Slot(str)
    def _on_restored(self, words: str) -> None:
        self._frame.own_signal.changed.emit()
        self._frame.telling.forget_trouble()
        self._frame.telling.say(words)

    def _on_open(self) -> None:
        offered = self._offered
        if offered is None:
            return
        was_damaged = self._backups.is_damaged()
        when = self._words.when(offered, self._backups.now())
        if not self._done(partial(self._backups.restore, offered)):
            return
        words = self.tr("Your things are as they were: {when}.").format(when=when)
        kept = self.tr("The damaged file is kept among the backups.")
        self._on_restored(f"{words} {kept}" if was_damaged else words)

    def _on_again(self) -> None:
        if self._backups.try_again():
            self._on_restored(self.tr("Everything is saved again."))
            return
        trouble = self._backups.trouble()
        if trouble is not None:
            self._frame.telling.show_error(trouble)
            self._frame.telling.say(self.tr("It still does not work."))

    def _on_empty(self) -> None:
        if self._done(self._backups.begin_empty):
            self._on_restored(self.tr("An empty file has been begun. The damaged one is kept beside it."))

    def _on_salvage(self) -> None:
        if self._done(self._backups.keep_salvaged):
            self._on_restored(self.tr("What could be read is there. The damaged file is kept beside it."))

    def _on_what_to_do(self) -> None:
        self._frame.navigator.go(TopicAddress(HELP))

    def _done(self, action: Callable[[], None]) -> bool:
        """Whether `action` could be done; else it is told why not."""
        try:
            action()
        except UserError as error:
            self._frame.telling.show_error(error)
            return False
        return True
