"""Text as a search sees it: no case, no accents, no signs between words.

The index is filled with words that these functions have made, and a query goes through the same ones, so
the two cannot differ in what a word is.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_GREEK: Final = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "κ": "kappa",
    "λ": "lambda", "μ": "micro", "ω": "omega",
}  # fmt: skip
_LETTERS: Final = {
    name: tuple(letter for letter, its_name in _GREEK.items() if its_name == name) for name in _GREEK.values()
}
_GREEK_LETTER: Final = re.compile("[" + "".join(_GREEK) + "]")
_WORD: Final = re.compile(r"[^\W_]+")
_COMPOUND: Final = re.compile(r"[^\W_]+(?:[-‐‑–−./'’·][^\W_]+)*")
_POSSESSIVE: Final = re.compile(r"['’]s(?![^\W_])")
_JOINED_BY: Final = re.compile(r"[-‐‑–−.'’]")
_NUMBER: Final = re.compile(r"[\d.,]+")


class _Folding(dict[int, str]):
    """What each character becomes in `fold`, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = unicodedata.normalize("NFKD", character)
        plain = "".join(part for part in plain if not unicodedata.combining(part)).lower()
        self[code] = folded = plain if len(plain) == 1 else character.lower()[:1]
        return folded


class _Flattening(_Folding):
    """As `_Folding`, and a blank for whatever is no letter or digit."""

    def __missing__(self, code: int) -> str:
        folded = super().__missing__(code)
        self[code] = flat = folded if _WORD.fullmatch(folded) else " "
        return flat


_FOLDING: Final = _Folding()
_FLATTENING: Final = _Flattening()


def fold(text: str) -> str:
    """`text` without case and accents, character for character: positions stay what they are."""
    return text.translate(_FOLDING)


def flatten(text: str) -> str:
    """As `fold`, with a blank for each character that belongs to no word."""
    return text.translate(_FLATTENING)


@dataclass(frozen=True, slots=True)
class Compound:
    """A word as written, with what may stand inside it: "IL-1", "M86.3", "mg/kg", "Crohn's".

    Attributes:
        written: as it stands in the text.
        parts: its words, folded, in order; at least one.
        joined: the parts run together where a hyphen, full stop or apostrophe stands ("il1"); else "".
    """

    written: str
    parts: tuple[str, ...]
    joined: str

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits only."""
        return _NUMBER.fullmatch(self.written) is not None


def compounds(text: str) -> list[Compound]:
    """The words of `text` in order."""
    return [_compound(match.group()) for match in _COMPOUND.finditer(unicodedata.normalize("NFKC", text))]


def words(text: str) -> list[str]:
    """The folded words of `text` in order, compounds taken apart."""
    return [part for compound in compounds(text) for part in compound.parts]


def greek_letters(word: str) -> tuple[str, ...]:
    """The Greek letters whose name is `word`, as they may stand in a text."""
    return _LETTERS.get(word, ())


@lru_cache(maxsize=20_000)
def _compound(written: str) -> Compound:
    parts = _parts(_POSSESSIVE.sub("", written))
    whole = _parts(written)
    is_joined = len(whole) > 1 and "/" not in written and _JOINED_BY.search(written) is not None
    return Compound(written, parts or whole, "".join(whole) if is_joined else "")


def _parts(written: str) -> tuple[str, ...]:
    lowered = unicodedata.normalize("NFKD", written.lower())
    plain = "".join(part for part in lowered if not unicodedata.combining(part))
    spelled = _GREEK_LETTER.sub(lambda match: f" {_GREEK[match.group()]} ", plain)
    return tuple(_WORD.findall(spelled))
