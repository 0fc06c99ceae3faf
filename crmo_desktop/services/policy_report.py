"""What a policy comes to on this computer, for the administrator who wants to know whether it has arrived."""

from collections.abc import Iterable, Sequence
from typing import Final

from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.policy import FoundPolicy, Policy
from crmo_desktop.services.reading import ReadingService

_READERS_CHOICE: Final = "as the reader chooses"


def report(
    found: FoundPolicy, reading: ReadingService, kept_in: str, troubles: Sequence[UserError]
) -> list[str]:
    """The report, line by line.

    Args:
        found: the policy.
        reading: the edition that is read under it.
        kept_in: the folder of the reader's things.
        troubles: all that is wrong, in the policy and with what it names.
    """
    shared = found.policy.shared_computer
    edition = reading.edition
    return [
        "Policies are looked for here; the first that has a key decides it:",
        *_table(
            (place, "not there" if keys is None else ", ".join(keys) or "nothing of use")
            for place, keys in found.looked
        ),
        "",
        "In force:",
        *_table((key, value, found.origins.get(key, "")) for key, value in in_words(found.policy).items()),
        "",
        f"Edition that is read: {edition.made_on.isoformat()} by {edition.maker}, {reading.pack_name}",
        f"Settings and history: {'not kept, the computer is shared' if shared else kept_in}",
        "",
        *_wrong(troubles),
    ]


def in_words(policy: Policy) -> dict[str, str]:
    """What each key comes to."""
    return {
        "audience": policy.audience or _READERS_CHOICE,
        "theme": policy.theme or _READERS_CHOICE,
        "language": policy.language or "en",
        "shared_computer": "true" if policy.shared_computer else "false",
        "idle_minutes": str(policy.idle_minutes) if policy.shared_computer else "of no effect",
        "pack_folder": str(policy.pack_folder or "none"),
        "locked": ", ".join(sorted(policy.locked)) or "none",
    }


def _wrong(troubles: Sequence[UserError]) -> list[str]:
    if not troubles:
        return ["Nothing is wrong."]
    return ["Wrong:", *(f"  {trouble.message}\n    {trouble.hint}" for trouble in troubles)]


def _table(rows: Iterable[tuple[str, ...]]) -> list[str]:
    rows = list(rows)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
