"""The releases as CHANGELOG.md tells them, and Debian's changelog made from them."""

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = "crmo-desktop"
# No address is known to reach the makers by. `.invalid` is reserved to say just that (RFC 2606), and Debian's
# format must have one.
MAINTAINER = "The CRMO Desktop authors <nobody@crmo-desktop.invalid>"

_HEADING = re.compile(r"^## (?P<version>\d+(?:\.\d+)+), (?P<day>.+)$", re.MULTILINE)
_MARKS = re.compile(r"\*\*|`")


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What one release brought.

    Attributes:
        moment: midnight UTC of the day it was made.
        changes: a paragraph each, without marks of Markdown and without line ends.
    """

    version: str
    moment: datetime
    changes: tuple[str, ...]


def releases(version: str, edition_time: int, text: str | None = None) -> list[Release]:
    """`version` and what was released before it, the newest first.

    Args:
        version: the one that is built now.
        edition_time: its day in seconds since 1970, as everything else that is built bears it.
        text: the change log; CHANGELOG.md if None.

    Raises:
        ValueError: the change log has no such version, or says nothing about it.
    """
    if text is None:
        text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = list(_releases(text, version, datetime.fromtimestamp(edition_time, UTC)))
    if not found or not found[0].changes:
        raise ValueError(f"CHANGELOG.md has no section “## {version}, …” that says what changed.")
    return found


def _releases(text: str, version: str, moment: datetime) -> Iterator[Release]:
    """From `version` downwards; a version without a day was never released, so nobody has it."""
    headings = list(_HEADING.finditer(text))
    ends = [heading.start() for heading in headings[1:]] + [len(text)]
    is_wanted = False
    for heading, end in zip(headings, ends, strict=True):
        number, day = heading["version"], heading["day"].strip()
        is_built_now = number == version
        is_wanted = is_wanted or is_built_now
        if not is_wanted or (not is_built_now and not _is_day(day)):
            continue
        when = moment if is_built_now else datetime.fromisoformat(day).replace(tzinfo=UTC)
        yield Release(version=number, moment=when, changes=tuple(_changes(text[heading.end() : end])))


def _is_day(text: str) -> bool:
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) is not None


def _changes(section: str) -> Iterator[str]:
    """Every paragraph and list item of `section`, in one line each."""
    for block in re.split(r"\n\s*\n|\n(?=- )", section):
        words = " ".join(_MARKS.sub("", block).split())
        if words:
            yield words.removeprefix("- ").removeprefix("### ")


def debian_changelog(version: str, edition_time: int) -> str:
    """Debian's changelog, as deb-changelog(5) wants it.

    Raises:
        ValueError: see `releases`.
    """
    return "\n".join(_debian_entry(release) for release in releases(version, edition_time))


def _debian_entry(release: Release) -> str:
    changes = (
        textwrap.fill(change, 79, initial_indent="  * ", subsequent_indent="    ", break_on_hyphens=False)
        for change in release.changes
    )
    head = f"{PACKAGE} ({release.version}) unstable; urgency=medium"
    return "\n".join([head, "", *changes, "", f" -- {MAINTAINER}  {format_datetime(release.moment)}", ""])
