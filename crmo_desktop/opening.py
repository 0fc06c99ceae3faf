"""Which edition the program opens: the bundled one, one that is named, or one of an administrator's folder.

Opening is done in threads: on an old machine the checksum takes a while, and a share may not answer at all.
"""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from crmo_desktop.domain.errors import PackError, PackFolderError, UserError
from crmo_desktop.library.pack import Pack, open_pack
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.searching import SearchingService

if TYPE_CHECKING:
    from sqlite3 import Connection

    from crmo_desktop.library.checked import CheckedPacks
    from crmo_desktop.library.pack_folder import FoundPack
    from crmo_desktop.search.engine import SearchEngine

T = TypeVar("T")
ANSWERS_WITHIN: Final = 1.5  # seconds that a start waits for an administrator's folder


class Reference:
    """An edition that is open, with the services that read it."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.reading = ReadingService(pack)
        self.searching = SearchingService(partial(make_engine, pack.connection))


def make_engine(connection: "Connection") -> "SearchEngine":
    """What searches the edition that `connection` reads."""
    from crmo_desktop.search.engine import SearchEngine

    return SearchEngine(connection)


Opened = tuple[Reference, tuple[UserError, ...]]  # an edition, and why it is not the one that was asked for


class Editions:
    """Opens editions."""

    def __init__(self, bundled: Path, checked: Path, *, home: Path | None = None) -> None:
        """Nothing is opened yet.

        Args:
            bundled: the pack that came with the program.
            checked: the file that remembers which packs are sound.
            home: the folder of a program that is carried about.
        """
        self._bundled, self._checked, self._home = bundled, checked, home

    def open(self, pack: Path | None) -> Reference:
        """The edition that `pack` names, else the bundled one.

        Raises:
            PackError: it cannot be used.
        """
        return Reference(open_pack(pack or self._bundled))

    def open_or_fall_back(self, pack: Path | None) -> Opened:
        """The edition asked for; if it cannot be used, the bundled one and why.

        Raises:
            PackError: the bundled one cannot be used.
        """
        if pack is None:
            return self.open(None), ()
        try:
            return Reference(open_pack(pack, self._checked_packs())), ()
        except PackError as error:
            return self.open(None), (error,)

    def newest_in(self, folder: Path) -> "FoundPack":
        """What an administrator's folder holds; may take long.

        Raises:
            PackFolderError: it is of no use.
        """
        from crmo_desktop.library.pack_folder import newest_in

        # of any size: to read a pack of some megabytes over a network is no small thing
        return newest_in(folder, self._bundled, self._checked_packs(from_size=0))

    def check(self, pack: Pack) -> None:
        """Make sure of an edition that was opened on trust; if it is not sound, it is not trusted again.

        Raises:
            PackError: it is not sound.
        """
        try:
            pack.check()
        except PackError:
            self._checked_packs().forget(pack.path)
            raise

    def _checked_packs(self, *, from_size: int | None = None) -> "CheckedPacks":
        from crmo_desktop.library.checked import CheckedPacks

        return CheckedPacks(self._checked, from_size=from_size, home=self._home)


class Newer:
    """Looks into an administrator's folder while the rest of the program is loaded."""

    def __init__(self, editions: Editions, folder: Path, *, within: float = ANSWERS_WITHIN) -> None:
        """`within` tells after how many seconds, from now on, nobody waits any longer."""
        self._folder = folder
        self._until = time.monotonic() + within
        self._looking = Beside(partial(editions.newest_in, folder))

    def instead_of(self, opened: Opened) -> Opened:
        """The edition found there, or the one that is open and why."""
        reference, troubles = opened
        try:
            found = self._looking.result(within=max(0.0, self._until - time.monotonic()))
        except PackFolderError as error:
            return reference, (*troubles, error)
        if found is None:
            return reference, (*troubles, self._too_late())
        troubles = (*troubles, *found.troubles)
        if found.pack is None:
            return reference, troubles
        reference.pack.close()
        return Reference(found.pack), troubles

    def _too_late(self) -> PackFolderError:
        return PackFolderError(
            self._folder,
            "The folder of editions “{folder}” did not answer in time.",
            hint="The edition that came with the program is shown. The next start looks again.",
        )


class Beside(Generic[T]):
    """Does a job in a thread of its own."""

    def __init__(self, job: Callable[[], T]) -> None:
        self._job = job
        self._found: T | None = None
        self._error: UserError | None = None
        self._thread = Thread(target=self._run, daemon=True)  # a daemon: the program ends without it
        self._thread.start()

    def _run(self) -> None:
        try:
            self._found = self._job()
        except UserError as error:
            self._error = error

    def result(self, within: float | None = None) -> T | None:
        """What the job finds; None if that takes longer than `within` seconds.

        Raises:
            UserError: the job does.
        """
        self._thread.join(within)
        if self._error is not None:
            raise self._error
        return self._found

    def wait(self) -> T:
        """What the job finds, however long that takes.

        Raises:
            UserError: the job does.
        """
        found = self.result()
        return self._job() if found is None else found  # a bug in the job shows itself here
