"""What a source is called where there is room for a few words."""

import re
from typing import Final

from PySide6.QtCore import QObject

from crmo_desktop.domain.page import Source

_INITIALS: Final = re.compile(r"\s+(?:[A-Z]\.?-?){1,4}$")
_REVIEWER: Final = " reviewed by "  # no author
_CLAUSE: Final = re.compile(r"(?<=\w{3}): | \(|; | – ")
_LONGEST_TITLE: Final = 44  # characters: what a line of sources has room for


class SourceWords(QObject):
    """Puts authors and years into words."""

    def short(self, source: Source) -> str:
        """Authors and year, e.g. "Beck and others 2010"; the beginning of its title where it names none."""
        parts = [part.strip() for part in re.split(r"[,;]", source.authors) if part.strip()]
        parts = [part for part in parts if _REVIEWER not in part]
        first = parts[0] if parts else _short_title(source.title)
        name = _INITIALS.sub("", first)
        if name == first or len(parts) == 1:  # no person, or alone
            who = name
        elif len(parts) == 2 and "et al" not in parts[1]:
            who = self.tr("{first} and {second}").format(first=name, second=_INITIALS.sub("", parts[1]))
        else:
            who = self.tr("{first} and others").format(first=name)
        return f"{who} {source.year}" if source.year else who


def _short_title(title: str) -> str:
    """The first clause of a title; of a long one as many whole words as fit."""
    clause = _CLAUSE.split(title)[0]
    if len(clause) <= _LONGEST_TITLE:
        return clause
    return f"{clause[:_LONGEST_TITLE].rsplit(' ', 1)[0]}…"
