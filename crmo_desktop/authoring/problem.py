"""What is wrong in the content, and where."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault, as `check-content` prints it.

    Attributes:
        path: the file.
        line: counted from 1.
        text: what is wrong, one sentence without a full stop.
        is_warning: worth knowing, but the content can be published with it.
    """

    path: Path
    line: int
    text: str
    is_warning: bool = False

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {'warning: ' if self.is_warning else ''}{self.text}"
