"""Reads a file that the reader has chosen, whatever it turns out to be."""

from collections.abc import Callable
from pathlib import Path

from crmo_desktop.domain.errors import FileNotReadError, UserError


def text_of(
    path: Path, most: int, *, too_large: Callable[..., UserError], not_ours: Callable[[Path], UserError]
) -> str:
    """What stands in a file of text.

    Args:
        path: of the file.
        most: megabytes that are read.
        too_large: made of the path and `megabytes` where it is larger.
        not_ours: made of the path where it is no text.

    Raises:
        FileNotReadError: there is no such file, or it may not be read.
        UserError: what `too_large` or `not_ours` made.
    """
    limit = most * 1_000_000
    try:
        if not path.is_file():  # a pipe might never end
            raise FileNotReadError(path)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise FileNotReadError(path) from error
    if len(data) > limit:
        raise too_large(path, megabytes=most)
    try:
        return data.decode("utf-8-sig")  # editors on Windows put a mark before it
    except UnicodeDecodeError as error:
        raise not_ours(path) from error
