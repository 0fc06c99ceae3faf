"""Whose work is inside, and under which licences: a list, and the words of each when they are asked for."""

import re
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.installation import Words
from crmo_desktop.library.licence_texts import (
    LicenceText,
    from_checkout,
    from_folder,
    from_notices,
    of_resources,
)

_RULE: Final = "=" * 78
_SAID_ABOVE: Final = (
    "CRMO Desktop",
    "Content",
)  # files of an installed program whose words are in its notices
ABOUT: Final = Words("About this list, and the sources")
_NOT_INSTALLED: Final = Words(
    "This copy did not come from one of the installers: these are the licences of what is in its own folder. "
    "The full list, of everybody whose work an installer brings, is in the program that it installs."
)
_NOTICES_GONE: Final = Words(
    "The full list, “THIRD-PARTY-NOTICES.txt”, is missing from the program’s folder. "
    "“Check this installation” in the Help menu says what else is."
)


# Where a line of a licence may go on in the next one: that is no item, rule, blank or address of its own.
_NEW_LINE: Final = re.compile(
    r"\s*(?:$|[-*•=_~#]|\(?\w{1,3}[.)]\s|https?:|Copyright\b|Licen[cs]e:|\w+://)", re.IGNORECASE
)
_FULL: Final = 50  # letters; a shorter line was ended on purpose


def unwrapped(words: str) -> str:
    """A text whose lines were broken for a width of 80 letters, as paragraphs that fit any width.

    Lists, addresses, copyright lines and whatever is short keep their lines; the words are not touched.
    """
    lines: list[str] = []
    last = ""  # the line as it was written, which says whether it was full
    for line in words.splitlines():
        goes_on = len(last.strip()) >= _FULL and not last.rstrip().endswith(":") and not _NEW_LINE.match(line)
        if goes_on and lines:
            lines[-1] = f"{lines[-1].rstrip()} {line.strip()}"
        else:
            lines.append(line)
        last = line
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Licence:
    """One entry of the list.

    Attributes:
        name: whose work it is, or what the licence is called.
        licence: what the licence is called, where the name is that of a work; else "".
    """

    name: str
    licence: str
    source: LicenceText

    def text(self) -> str:
        """All that is said of it.

        Raises:
            UserError: the file can no longer be read.
        """
        try:
            return self.source.read()
        except OSError as error:
            raise UserError(
                "The words of “{name}” cannot be read: {reason}.",
                hint="“Check this installation” in the Help menu says what is wrong with this copy.",
                name=self.name,
                reason=error.strerror or "the system refuses",
            ) from error


class Licences:
    """The list as this copy of the program has it."""

    def __init__(self, program: Path | None, checkout: Path | None, resources: Path) -> None:
        """Where they may be: the folder that an installer filled, the source, the fonts and pictures."""
        self._program, self._checkout, self._resources = program, checkout, resources

    @cached_property
    def entries(self) -> tuple[Licence, ...]:
        """What the sources are and how to replace a library, then every work, then licences by name."""
        found = self._installed() if self._program is not None else self._of_source()
        return tuple(Licence(text.name or str(ABOUT), text.licence, text) for text in found)

    @property
    def remark(self) -> Words | None:
        """Why the list is not the full one; None where it is."""
        if self._program is None:
            return _NOT_INSTALLED
        has_notices = any(entry.source.name == "" for entry in self.entries)
        return None if has_notices else _NOTICES_GONE

    def _installed(self) -> list[LicenceText]:
        assert self._program is not None
        found: list[LicenceText] = []
        with suppress(OSError):
            found += from_notices(self._program)
        others = from_folder(self._program / "licences")
        return found + [text for text in others if not (found and text.name in _SAID_ABOVE)]

    def _of_source(self) -> list[LicenceText]:
        found = [] if self._checkout is None else list(from_checkout(self._checkout))
        with suppress(OSError, ValueError, KeyError):
            found += of_resources(self._resources)
        if self._checkout is not None:
            found += from_folder(self._checkout / "packaging" / "licences")
        return found

    def find(self, name: str) -> Licence:
        """The entry of that name, whatever its letters' size; else the first whose name has it in it.

        Raises:
            UserError: there is none.
        """
        wanted = name.strip().lower()
        names = [(entry.name.lower(), entry) for entry in self.entries]
        exact = [entry for known, entry in names if known == wanted]
        within = [entry for known, entry in names if wanted in known]
        if not wanted or not (exact or within):
            raise UserError(
                "No licence here is called “{name}”.",
                hint="“crmo-desktop licences” prints them all.",
                name=name,
            )
        return (exact or within)[0]

    def as_text(self) -> str:
        """All of it, one after the other; what cannot be read is said in its place."""
        parts = [] if self.remark is None else [f"{self.remark}\n"]
        for entry in self.entries:
            try:
                words = entry.text()
            except UserError as error:
                words = f"{error.message} {error.hint}\n"
            parts.append(f"{_RULE}\n{entry.name}\n{_RULE}\n\n{words}")
        return "\n".join(parts)
