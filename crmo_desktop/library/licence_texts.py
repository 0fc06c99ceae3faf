"""The licences that came with the program, read as far as they are looked at.

An installed program has them in its folder, as `packaging/notices.py` wrote them; a checkout has those of its
own parts, and a wheel those of its fonts, icons and pictures.
"""

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

NOTICES: Final = "THIRD-PARTY-NOTICES.txt"
_HEAD: Final = re.compile(
    r"^={78}\n(?P<name>[^\n]+)\nLicence: (?P<licence>[^\n]+)\n(?P<remark>(?:[^=\n][^\n]*\n)*)={78}\n",
    re.MULTILINE,
)
_IN_ITS_WORDS: Final = "see below"
_OURS: Final = {"LICENSE": "CRMO Desktop", "content/LICENSE": "The reference: texts and tables"}


class LicenceText(NamedTuple):
    """One licence, or what is said of somebody's work.

    Attributes:
        name: of the work.
        licence: its name; "" where the text says it.
        read: gives the words; raises OSError where they can no longer be read.
    """

    name: str
    licence: str
    read: Callable[[], str]


def from_notices(folder: Path) -> Iterator[LicenceText]:
    """Whose work is in the program in `folder`; what the document says before comes first, without a name.

    Raises:
        OSError: there is no such document, or it cannot be read.
    """
    words = (folder / NOTICES).read_text(encoding="utf-8", errors="replace")
    heads = list(_HEAD.finditer(words))
    starts = [*(head.start() for head in heads), len(words)]
    yield LicenceText("", "", partial(_part, words, 0, starts[0]))
    for head, end in zip(heads, starts[1:], strict=True):
        said = "\n".join(line for line in (f"Licence: {head['licence']}", head["remark"].strip()) if line)
        read = partial(_part, words, head.end(), end, before=f"{head['name']}\n{said}\n\n")
        yield LicenceText(head["name"], "" if head["licence"] == _IN_ITS_WORDS else head["licence"], read)


def _part(words: str, start: int, end: int, *, before: str = "") -> str:
    return before + words[start:end].strip("\n") + "\n"


def from_folder(folder: Path) -> Iterator[LicenceText]:
    """The files of a folder of licences, each under its name."""
    for file in sorted(folder.glob("*.txt")):
        yield LicenceText(file.stem.replace("-", " "), "", partial(_read, file))


def from_checkout(root: Path) -> Iterator[LicenceText]:
    """The licences of the program and of the reference, where the program runs from its source."""
    for place, name in _OURS.items():
        file = root / place
        if file.is_file():
            yield LicenceText(name, "", partial(_read, file))


def of_resources(resources: Path) -> Iterator[LicenceText]:
    """Fonts, icons and pictures, as their own list names them.

    Raises:
        OSError: the list cannot be read.
        ValueError: the list is none.
        KeyError: an entry lacks a part.
    """
    for entry in json.loads((resources / "NOTICES.json").read_text(encoding="utf-8")):
        name, _, rights = entry["what"].partition(", Copyright ")
        said = [name, f"Licence: {entry['licence']}", *([f"Copyright {rights}."] if rights else ())]
        said.append(f"Source: {entry['source']}")
        files = [resources / entry[key] for key in ("notice_file", "licence_file") if key in entry]
        read = partial(_read_all, "\n".join(said), tuple(files))
        yield LicenceText(name, entry["licence"], read)


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")


def _read_all(before: str, files: tuple[Path, ...]) -> str:
    return "\n\n".join([before, *(_read(file) for file in files)])
