"""What the numbers of a text are held against: the words of the facts it cites."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Final

from crmo_desktop.authoring.characters import unify
from crmo_desktop.authoring.numbers import Number, in_figures, numbers_in

_SHARES: Final = re.compile(
    r"(?<![\w.,/-])(?P<part>\d+(?:\.\d+)?)\s*(?:/|of|out of|in)\s*(?:(?:the|every|each|an?)\s+)?"
    r"(?P<whole>\d+(?:\.\d+)?)(?![\w/]|\.\d)"
)
_PERCENTS: Final = re.compile(
    r"(?:(?P<low>\d+(?:\.\d+)?)\s*%?\s*(?:-|–|to|and|or)\s*)?(?P<high>\d+(?:\.\d+)?)\s*(?:%|per ?cent)",
    re.IGNORECASE,
)


class Evidence:
    """The numbers that stand in some facts, in the years of their sources, and what follows from them."""

    def __init__(self, texts: Iterable[str], years: Iterable[int] = ()) -> None:
        self._text = _fold(" \n ".join(texts))
        numbers = numbers_in(self._text)
        self._values = {number.value for number in numbers if number.value is not None}
        self._values |= {Decimal(year) for year in years}
        self._percents = [number.percent for number in numbers if number.percent is not None]
        figures = in_figures(self._text)
        for match in _PERCENTS.finditer(figures):
            self._percents += [float(match[name]) for name in ("low", "high") if match[name]]
        for match in _SHARES.finditer(figures):
            part, whole = float(match["part"]), float(match["whole"])
            if 0 < part <= whole:
                self._percents.append(100 * part / whole)

    def supports(self, number: Number, *, names: str = "") -> bool:
        """Whether the facts hold `number`; a name with figures may also stand among `names`."""
        if number.percent is None and number.value is None:
            return any(_has_name(text, number.written) for text in (self._text, _fold(names)))
        percent = number.percent
        is_close = percent is not None and any(
            abs(other - percent) <= number.tolerance for other in self._percents
        )
        return is_close or number.value in self._values


def _has_name(text: str, name: str) -> bool:
    """Whether `text`, folded, has `name`, or its core: what a hyphen ties to it is left out ("anti-IL-1")."""
    folded = _fold(name)
    return any(_pattern_of(form).search(text) is not None for form in dict.fromkeys((folded, _core(folded))))


def _core(name: str) -> str:
    parts = name.split("-")
    while len(parts) > 1 and not re.search(r"\d", parts[-1]):
        del parts[-1]
    while len(parts) > 1 and not re.search(r"\d", parts[0]) and not parts[1][:1].isdigit():
        del parts[0]
    return "-".join(parts)


@cache
def _pattern_of(name: str) -> re.Pattern[str]:
    """Finds `name` however its parts are joined, but not inside another name: IL-1 is not in IL-17."""
    characters = [re.escape(character) for character in name if character not in " ^*-–"]
    return re.compile(r"(?<![^\W_])" + r"[\s^*–-]*".join(characters) + r"(?!\d|\.\d)")


@cache
def _fold(text: str) -> str:
    return unify(text).casefold()
