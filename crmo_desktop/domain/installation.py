"""What a check of the installed files is about: the list made at build time, and what is not as it says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from crmo_desktop.domain.errors import UserError


class FileFault(StrEnum):
    """What is wrong with an installed file; the worst for the reader first."""

    CHANGED = "changed"
    MISSING = "missing"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFile:
    """One file as it was made.

    Attributes:
        path: below the program's folder, with forward slashes.
        size: in bytes.
        sha256: 64 hexadecimal digits.
    """

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalledList:
    """The list that came with the program: which files it was made of.

    Attributes:
        version: of the program that the list is about.
        edition: day of its content, as an ISO date.
    """

    version: str
    edition: str
    files: tuple[ListedFile, ...]

    @property
    def size(self) -> int:
        """Of all files together, in bytes."""
        return sum(file.size for file in self.files)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongFile:
    """One file that is not as it was made.

    Attributes:
        size: in bytes, as it was made.
        found: in bytes, as it is now; None where that is not known.
        reason: what the system says of a file that cannot be read; else "".
    """

    path: str
    fault: FileFault
    size: int
    found: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence whose values are kept apart, so that the window can translate it."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format_map(self.values)


class CheckStoppedError(Exception):
    """Whoever asked for the check does not want it any more; not an error that anybody sees."""


class ListError(UserError):
    """The list of the installed files is not there or cannot be used, so nothing can be compared with it."""

    def __init__(self, file: Path, message: str, **values: object) -> None:
        super().__init__(
            message,
            hint="Install the program again from the file you were given.",
            name=file.name,
            **values,
        )


class ListMissingError(ListError):
    """There is no list."""

    def __init__(self, file: Path) -> None:
        super().__init__(file, "The list of the program’s files, “{name}”, is missing.")


class ListDamagedError(ListError):
    """There is a list, but it cannot be read or is none."""

    def __init__(self, file: Path, *, reason: str) -> None:
        super().__init__(
            file, "The list of the program’s files, “{name}”, cannot be used: {reason}.", reason=reason
        )


class ListUnsafeError(ListError):
    """The list names a place outside the program's folder: no list of ours does."""

    def __init__(self, file: Path, *, path: str) -> None:
        super().__init__(
            file,
            "The list of the program’s files, “{name}”, is not trusted:"
            " it names “{path}”, which is no place in the program’s folder.",
            path=path if len(path) <= 80 else path[:80] + "…",
        )
