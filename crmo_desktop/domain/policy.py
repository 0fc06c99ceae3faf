"""What an administrator has set for everybody who uses a computer."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import PolicyError

IDLE_MINUTES: Final = 10
AUDIENCE: Final = "audience"
THEME: Final = "theme"
LOCKABLE: Final = (AUDIENCE, THEME)


class Policy(NamedTuple):
    """What holds on this computer.

    Attributes:
        audience, theme, language: what a reader starts with; None leaves it to the reader.
        shared_computer: readers take turns: nothing is kept, and a window that nobody uses starts over.
        idle_minutes: how long nobody uses it before it does.
        pack_folder: where editions lie that may be newer than the bundled one.
        locked: those of `LOCKABLE` that a reader cannot change.
    """

    audience: Audience | None = None
    theme: str | None = None
    language: str | None = None
    shared_computer: bool = False
    idle_minutes: int = IDLE_MINUTES
    pack_folder: Path | None = None
    locked: frozenset[str] = frozenset()


class FoundPolicy(NamedTuple):
    """A policy, and where it comes from.

    Attributes:
        looked: the places that were looked at, in the order in which they decide, and the keys that each
            has; None for one that is not there.
        origins: the place that decided, by key.
        troubles: what is wrong with what was found.
    """

    policy: Policy = Policy()
    looked: tuple[tuple[str, tuple[str, ...] | None], ...] = ()
    origins: Mapping[str, str] = {}
    troubles: tuple[PolicyError, ...] = ()
