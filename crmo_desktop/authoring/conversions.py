"""Numbers put into plainer words: is "4 in every million" what "0.4 per 100,000" says?"""

import math
import re
from typing import Final

from crmo_desktop.authoring.numbers import in_figures, numbers_in

_NUMBER: Final = r"\d+(?:\.\d+)?"
_PART: Final = rf"(?:(?P<low>{_NUMBER})\s*(?:to|or|-|–)\s*)?(?P<part>{_NUMBER})"
_RATE: Final = re.compile(
    rf"{_PART}\s*(?:[^\W\d]+\s+){{0,2}}?(?:in|of|per|out of|/)\s*"
    rf"(?:every |each |an? |the )?(?P<whole>{_NUMBER})",
    re.IGNORECASE,
)
_PERCENT: Final = re.compile(rf"{_PART}\s*(?:%|per ?cent)", re.IGNORECASE)
_DAYS: Final = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25}
_SPAN: Final = re.compile(rf"{_PART}[\s-]*(?P<unit>{'|'.join(_DAYS)})s?", re.IGNORECASE)
_MOST_ERROR: Final = 0.2  # of the true value, however coarsely the count is rounded: 40% is not "1 in 2"


def converts(original: str, shown: str) -> bool:
    """Whether `shown` says what `original` says, as far as the count shown is rounded, and no number more.

    Understands shares ("17 of 40", "0.4 per 100,000", "42.5%") and spans of time ("18 months").
    """
    shown, original = in_figures(shown), in_figures(original)
    for kinds in ((_RATE, _PERCENT), (_SPAN,)):
        match = _first(kinds, shown)
        if match is None:
            continue
        source = _first(kinds, original)
        if source is None or numbers_in(shown[: match.start()] + " ; " + shown[match.end() :]):
            return False
        unit = _unit_of(match)
        true = [
            float(number) * _unit_of(source) / unit for number in (source["low"], source["part"]) if number
        ]
        said = [number for number in (match["low"], match["part"]) if number]
        if len(said) == len(true):
            return all(_is_near(one, other) for one, other in zip(said, true, strict=True))
        return all(_is_near(one, other) for one in said for other in true)
    return False


def _first(patterns: tuple[re.Pattern[str], ...], text: str) -> re.Match[str] | None:
    return next((match for pattern in patterns if (match := pattern.search(text))), None)


def _unit_of(match: re.Match[str]) -> float:
    """What one of the match's counts is worth: a share of all, or days."""
    groups = match.groupdict()
    if groups.get("unit"):
        return _DAYS[groups["unit"].lower()]
    whole = float(groups.get("whole") or 100)
    return 1 / whole if whole else math.nan


def _is_near(said: str, true: float) -> bool:
    """Whether `true` is `said`, as precisely as `said` is written."""
    error = abs(float(said) - true)
    return error <= 0.5 * 10.0 ** -len(said.partition(".")[2]) + 1e-9 and error <= _MOST_ERROR * true + 1e-9
