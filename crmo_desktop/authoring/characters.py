"""Characters that look alike made alike, so that no number or word hides behind how it is typed."""

import re
import unicodedata
from typing import Final

_RAISED: Final = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-", strict=True))
_RAISED_RUN: Final = re.compile(rf"[{''.join(_RAISED)}]+")
_TO_RAISED: Final = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_HYPHENS: Final = str.maketrans("‐‑﹣－", "----")
_FRACTIONS: Final = {
    "½": "one half", "⅓": "one third", "⅔": "two thirds", "¼": "one quarter", "¾": "three quarters",
    "⅕": "one fifth", "⅖": "two fifths", "⅗": "three fifths", "⅘": "four fifths", "⅙": "one sixth",
    "⅚": "five sixths", "⅛": "one eighth", "⅜": "three eighths", "⅝": "five eighths", "⅞": "seven eighths",
    "⅐": "one seventh", "⅑": "one ninth", "⅒": "one tenth",
}  # fmt: skip
_FRACTION: Final = re.compile(rf"(?P<whole>\d+)?\s?(?P<part>[{''.join(_FRACTIONS)}])")


def raised(text: str) -> str:
    """`text` in raised figures, as `<sup>` shows it; unchanged if it is more than figures and a sign."""
    return text.translate(_TO_RAISED) if re.fullmatch(r"\s*[+−-]?\d+\s*", text, re.ASCII) else text


def unify(text: str) -> str:
    """`text` with one form for each character: no invisible ones, plain digits, letters and hyphens.

    A raised figure becomes a power ("10⁹" gives "10^9"), a fraction its words ("½" gives "one half") or,
    behind a figure, decimals ("2½" gives "2.5").
    """
    visible = "".join(character for character in text if unicodedata.category(character) != "Cf")
    spelled = _FRACTION.sub(_spell_fraction, visible.translate(_HYPHENS))
    powers = _RAISED_RUN.sub(_write_power, spelled)
    return unicodedata.normalize("NFKC", powers)


def _spell_fraction(match: re.Match[str]) -> str:
    if match["whole"] is None:
        return f" {_FRACTIONS[match['part']]} "
    return f"{int(match['whole']) + unicodedata.numeric(match['part']):.3f}".rstrip("0")


def _write_power(match: re.Match[str]) -> str:
    return "^" + "".join(_RAISED[character] for character in match.group())
