"""Numbers put into plainer words: is "4 in every million" what "0.4 per 100,000" says?"""

import re
from typing import Final

_SCALE_WORDS: Final = {"hundred": 100.0, "thousand": 1000.0, "million": 1_000_000.0}
_SMALL: Final = {
    word: float(value)
    for value, word in enumerate("zero one two three four five six seven eight nine ten".split())
}
_NUMBER: Final = r"(?P<{0}>\d[\d,]*(?:\.\d+)?|" + "|".join(_SMALL) + "|" + "|".join(_SCALE_WORDS) + ")"
_RATE: Final = re.compile(
    _NUMBER.format("part") + r"\s*(?:\w+\s+){0,2}?(?:in|of|per|out of|/)\s*(?:every |each |a |the )?"
    + _NUMBER.format("whole") + r"(?:\s+(?P<scale>hundred|thousand|million))?",
    re.IGNORECASE,
)  # fmt: skip
_PERCENT: Final = re.compile(r"(?P<part>\d+(?:\.\d+)?)\s*(?:%|per ?cent)")
_DAYS: Final = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25}
_SPAN: Final = re.compile(_NUMBER.format("part") + r"[\s-]*(?P<unit>day|week|month|year)s?", re.IGNORECASE)


def _number(text: str) -> float:
    word = text.lower()
    if word in _SMALL:
        return _SMALL[word]
    return _SCALE_WORDS[word] if word in _SCALE_WORDS else float(text.replace(",", ""))


def _step(text: str) -> float:
    """What the last written figure is worth: 0.1 for "42.5", 1 for "4" or "four"."""
    _, point, decimals = text.partition(".")
    return 10.0 ** -len(decimals) if point else 1.0


def converts(original: str, shown: str) -> bool:
    """Whether `shown` says what `original` says, as far as the rounding of the count shown allows.

    Understands shares ("17 of 40", "0.4 per 100,000", "42.5%") and spans of time ("18 months").
    """
    for first, read in ((_RATE, _read_rate), (_PERCENT, _read_rate), (_SPAN, _read_span)):
        match = first.search(shown)
        if match is None:
            continue
        source = (
            _SPAN.search(original) if first is _SPAN else _RATE.search(original) or _PERCENT.search(original)
        )
        if source is None:
            return False
        part, unit = read(match)
        source_part, source_unit = (_read_span if first is _SPAN else _read_rate)(source)
        expected = source_part * source_unit / unit
        return abs(part - expected) <= _step(match.group("part")) / 2 + 1e-9
    return False


def _read_rate(match: re.Match[str]) -> tuple[float, float]:
    groups = match.groupdict()
    whole = _number(groups["whole"]) if groups.get("whole") else 100.0
    whole *= _SCALE_WORDS[groups["scale"].lower()] if groups.get("scale") else 1.0
    return _number(groups["part"]), 1.0 / whole


def _read_span(match: re.Match[str]) -> tuple[float, float]:
    return _number(match.group("part")), _DAYS[match.group("unit").lower()]
