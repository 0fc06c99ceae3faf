"""Languages by their BCP 47 tags: which way they are written, and which of several suits a reader."""

import re
from collections.abc import Collection, Iterable
from typing import Final

ENGLISH: Final = "en"  # what the program and its reference are written in
SYSTEM: Final = "system"  # the choice that follows the system
_TAG: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_SCRIPT: Final = re.compile(r"[a-z]{4}")
# Scripts and languages that are written from right to left, as Unicode's CLDR has them.
_SCRIPTS: Final = frozenset({"adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"})
_LANGUAGES: Final = frozenset(
    {"ar", "arc", "azb", "ckb", "dv", "fa", "he", "iw", "ks", "lrc", "mzn", "nqo", "pnb", "ps", "sd", "syr"}
    | {"ug", "ur", "yi"}
)


def is_tag(text: str) -> bool:
    """Whether `text` has the form of a language's tag."""
    return _TAG.fullmatch(text) is not None


def is_right_to_left(tag: str) -> bool:
    """Whether a language is written from right to left; its script decides where the tag names one."""
    first, *rest = tag.lower().replace("_", "-").split("-")
    scripts = [part for part in rest if _SCRIPT.fullmatch(part)]
    return scripts[0] in _SCRIPTS if scripts else first in _LANGUAGES


def are_same(one: str, other: str) -> bool:
    """Whether two tags name one language, whatever they say of its country and script."""
    return one.partition("-")[0].lower() == other.partition("-")[0].lower()


def best_of(wanted: Iterable[str], there: Collection[str]) -> str | None:
    """The first language wanted that is there, more exactly named or less; None if none is.

    Source:
        RFC 4647, section 3.4: a tag is cut from its end until it is found.
    """
    known = {tag.lower(): tag for tag in there}
    for tag in wanted:
        parts = tag.lower().replace("_", "-").split("-")
        for length in range(len(parts), 0, -1):
            found = known.get("-".join(parts[:length]))
            if found is not None:
                return found
    return None
