"""Where the reader's things are kept: on this computer, beside the program, or nowhere."""

from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from crmo_desktop.domain.errors import UserError
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.settings import STAYS_ON_COMPUTER, Settings


class Kept(StrEnum):
    """Where the reader's things are kept."""

    ON_COMPUTER = "on computer"
    BESIDE = "beside the program"
    NAMED = "in the folder that the command line names"
    NOWHERE = "nowhere"


class PlaceBeside(NamedTuple):
    """The places beside a program that can be carried about.

    Attributes:
        notes: the file of the reader's things.
        marker: has it used from the next start on.
    """

    notes: Path
    marker: Path


class Keeping:
    """Tells where the reader's things are kept, and has them kept beside the program."""

    def __init__(
        self, notebook: Notebook, settings: Settings, kept: Kept, *, beside: PlaceBeside | None = None
    ) -> None:
        """Wrap the file.

        Args:
            notebook: the reader's things.
            settings: of the computer; remember what the reader said.
            kept: where they are.
            beside: where they could be; None where the program cannot be carried about.
        """
        self._notebook, self._settings = notebook, settings
        self._kept, self._beside = kept, beside

    @property
    def kept(self) -> Kept:
        """Where the reader's things are kept now."""
        return self._kept

    @property
    def folder(self) -> Path | None:
        """The folder they are kept in; None where they are not."""
        return None if self._notebook.path is None else self._notebook.path.parent

    @property
    def trouble(self) -> UserError | None:
        """What is wrong with it now; None when all is well."""
        return self._notebook.problem

    def can_move(self) -> bool:
        """Whether the reader's things can be kept on the removable drive that the program runs from."""
        return self._kept is Kept.ON_COMPUTER and self._is_on_a_drive

    def should_ask(self) -> bool:
        """Whether they can be, and the reader has not said yet where they belong."""
        return self.can_move() and not self._settings.get(STAYS_ON_COMPUTER)

    def stay(self) -> None:
        """Keep them on this computer, and do not ask again."""
        self._settings.set(STAYS_ON_COMPUTER, value=True)

    def has_things_there(self) -> bool:
        """Whether the drive holds things from before, which are used again as they are."""
        return self._beside is not None and self._beside.notes.exists()

    def move(self, *, take_along: bool) -> None:
        """Keep everything on the drive from now on; what is on the computer stays there as it is.

        Args:
            take_along: copy what is on the computer, if nothing is on the drive yet.

        Raises:
            UserError: the drive cannot be written to; everything is as it was.
        """
        from crmo_desktop.store.portable import write_marker

        if self._beside is None or not self.can_move():
            raise ValueError("there is no drive to keep things on")
        write_marker(self._beside.marker)
        try:
            self._notebook.move(self._beside.notes, take_along=take_along and self.trouble is None)
        except UserError:
            self._beside.marker.unlink(missing_ok=True)
            raise
        self._kept = Kept.BESIDE

    @cached_property
    def _is_on_a_drive(self) -> bool:
        from crmo_desktop.store.portable import can_be_written_to, is_on_removable_drive

        if self._beside is None:
            return False
        folder = self._beside.marker.parent
        return can_be_written_to(folder) and is_on_removable_drive(folder)
