"""Whether this copy is as it was made: every file against the list, and the content against its checksum."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from pathlib import Path
from typing import Final

from crmo_desktop.domain.errors import PackError
from crmo_desktop.domain.installation import (
    CheckStoppedError,
    InstalledList,
    ListedFile,
    ListError,
    WrongFile,
)
from crmo_desktop.library.installation import compare, read_list
from crmo_desktop.library.pack import open_pack

_UNKNOWN_SIZE: Final = 0  # of a content file that is not there


class Verdict(Enum):
    """How a check ended, the best first."""

    SOUND = auto()
    NO_LIST = auto()  # nothing is wrong, but there is no list that could be used
    FAULTS = auto()
    NOT_TO_BE_TRUSTED = auto()  # the words of the reference may not be those that were made


class Progress:
    """How far a check has come: written by the thread that checks, read by the window at any time."""

    def __init__(self) -> None:
        self.files = self.files_done = 0
        self.bytes = self.bytes_done = 0
        self._is_stopped = False

    def stop(self) -> None:
        """End the check within the next piece that is read."""
        self._is_stopped = True

    def told(self, read: int) -> None:
        """Count bytes that were read.

        Raises:
            CheckStoppedError: nobody wants the check any more.
        """
        self.bytes_done += read
        if self._is_stopped:
            raise CheckStoppedError

    def begin(self, files: int, size: int) -> None:
        """There is this much to do."""
        self.files, self.bytes = files, size

    def finish_file(self, bytes_before: int, size: int) -> None:
        """One file is done; what was not read of it counts as if it had been."""
        self.files_done += 1
        self.bytes_done = bytes_before + size


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentState:
    """What a content file turned out to be.

    Attributes:
        name: of the file, without its folder.
        is_bundled: it is the one that came with the program.
        edition, digest: None where it cannot be used.
        trouble: why it cannot be used; None when it is as it was made.
    """

    name: str
    is_bundled: bool
    edition: date | None = None
    digest: str | None = None
    trouble: PackError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a check found.

    Attributes:
        folder: the program's; None where it was not installed by an installer.
        version: of the program that checked.
        made: the list that came with the program; None where there is none that can be used.
        list_trouble: why the list cannot be used.
        wrong: the files that are not as the list says, in its order.
        contents: the content files: the bundled one first, then one that is read in its place.
    """

    folder: Path | None
    version: str
    made: InstalledList | None
    list_trouble: ListError | None
    wrong: tuple[WrongFile, ...]
    contents: tuple[ContentState, ...]
    when: datetime

    @property
    def verdict(self) -> Verdict:
        """The worst that is to be said."""
        if self.contents[-1].trouble is not None:  # the one that is read
            return Verdict.NOT_TO_BE_TRUSTED
        if self.wrong or self.is_mixed or self.contents[0].trouble is not None:
            return Verdict.FAULTS
        return Verdict.NO_LIST if self.made is None else Verdict.SOUND

    @property
    def is_mixed(self) -> bool:
        """Whether the list is that of another version: two copies lie in one folder."""
        return self.made is not None and self.made.version != self.version


class InstallationCheck:
    """Checks this copy of the program, as often as it is asked to."""

    def __init__(
        self, folder: Path | None, contents: Sequence[Path], *, version: str, now: Callable[[], datetime]
    ) -> None:
        """Check `folder`, if an installer made one, and the content files, the bundled one first."""
        self._folder, self._contents, self._version, self._now = folder, contents, version, now

    def run(self, progress: Progress) -> Report:
        """Read everything once; takes half a minute on a slow stick. From any thread.

        Raises:
            CheckStoppedError: `progress` was stopped.
        """
        made, trouble = self._read_list()
        sizes = [_size_of(path) for path in self._contents]
        files = () if made is None else made.files
        progress.begin(len(files) + len(sizes), sum(sizes) + (0 if made is None else made.size))
        # the content first: if that is damaged, nothing else matters as much
        contents = [
            self._content(path, size, progress) for path, size in zip(self._contents, sizes, strict=True)
        ]
        wrong = [] if self._folder is None else list(_wrong_files(self._folder, files, progress))
        return Report(
            folder=self._folder,
            version=self._version,
            made=made,
            list_trouble=trouble,
            wrong=tuple(wrong),
            contents=tuple(contents),
            when=self._now(),
        )

    def _read_list(self) -> tuple[InstalledList | None, ListError | None]:
        if self._folder is None:
            return None, None
        try:
            return read_list(self._folder), None
        except ListError as error:
            return None, error

    def _content(self, path: Path, size: int, progress: Progress) -> ContentState:
        is_bundled = path == self._contents[0]
        before = progress.bytes_done
        try:
            with closing(open_pack(path, told=progress.told)) as pack:
                edition = pack.edition
        except PackError as error:
            return ContentState(name=path.name, is_bundled=is_bundled, trouble=error)
        finally:
            progress.finish_file(before, size)
        return ContentState(
            name=path.name, is_bundled=is_bundled, edition=edition.made_on, digest=edition.digest
        )


def _wrong_files(folder: Path, files: Sequence[ListedFile], progress: Progress) -> Iterator[WrongFile]:
    for file in files:
        before = progress.bytes_done
        wrong = compare(folder, file, progress.told)
        progress.finish_file(before, file.size)
        if wrong is not None:
            yield wrong


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return _UNKNOWN_SIZE
