"""What becomes of something that is brought in, and what it is called then."""

from enum import Enum
from typing import Final


class Outcome(Enum):
    """What becomes of an entry that may be here already."""

    ADDED = "added"
    UPDATED = "updated"
    THE_SAME = "the same"
    NEWER_HERE = "newer here"


TAKEN: Final = {Outcome.ADDED, Outcome.UPDATED}


def outcome_of(changed: str, here: str | None) -> Outcome:
    """What becomes of a thing that was changed in the file at `changed`; `here` is None if it is not here."""
    if here is None:
        return Outcome.ADDED
    if here == changed:
        return Outcome.THE_SAME
    return Outcome.UPDATED if changed > here else Outcome.NEWER_HERE


def free_name(name: str, taken: set[str]) -> str:
    """`name`, or what else it can be called where another has that name; `taken` are folded."""
    free, number = name, 2
    while folded(free) in taken:
        free, number = f"{name} ({number})", number + 1
    return free


def folded(name: str) -> str:
    """`name` as SQLite compares it: letters of the alphabet in either case are the same, no others."""
    return "".join(letter.lower() if letter.isascii() else letter for letter in name)
