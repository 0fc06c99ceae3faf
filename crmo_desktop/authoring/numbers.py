"""Numbers in prose: found in figures and in words, and compared with those of the cited facts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

_UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS: Final = {word: value for value, word in enumerate(_UNITS)} | {
    word: 20 + 10 * place for place, word in enumerate(_TENS)
}
_SCALES: Final = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_ANY_WORD: Final = "|".join(sorted([*_WORDS, *_SCALES], key=len, reverse=True))

_NAME: Final = re.compile(r"(?<![\w.])[^\W\d_][^\W_]*(?:[-\u2010\u2011][^\W_]+)*(?:\.\d+)?[*^]?", re.UNICODE)
_FIGURE: Final = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:[.·]\d+)?")
_ATTACHED: Final = re.compile(r"(?<![\w.,])\d+[^\W\d_]\w*")
_SPELLED: Final = re.compile(
    rf"\b(?:{_ANY_WORD})(?:(?:[ -]|(?<=hundred) and |(?<=thousand) and )(?:{_ANY_WORD}))*\b", re.IGNORECASE
)
_FRACTION: Final = re.compile(
    r"\b(?P<half>half|halves)\b(?!-)"
    r"|\b(?P<two_thirds>two[ -]thirds)\b"
    r"|\b(?P<third>(?:a|one)[ -]third(?= of\b| had\b| were\b| have\b| are\b|[.,;:)]|$))"
    r"|\b(?P<three_quarters>three[ -]quarters)\b"
    r"|\b(?P<quarter>(?:a|one)[ -]quarter)\b",
    re.IGNORECASE,
)
_FRACTION_PERCENT: Final = {
    "half": 50.0,
    "two_thirds": 66.7,
    "third": 33.3,
    "three_quarters": 75.0,
    "quarter": 25.0,
}
FRACTION_TOLERANCE: Final = 7.0  # points; "about half" for 43-57%
_PERCENT: Final = re.compile(r"(\d+(?:\.\d+)?)\s*(?:%|per ?cent)")
_SHARE: Final = re.compile(r"(\d+)\s*(?:/|of|out of|in)\s*(?:the\s+)?(\d+)")
_UNIT_SUFFIX: Final = frozenset(
    {
        "mg",
        "g",
        "kg",
        "ml",
        "l",
        "mm",
        "cm",
        "m",
        "h",
        "y",
        "yr",
        "yrs",
        "d",
        "x",
        "th",
        "st",
        "nd",
        "rd",
        "s",
        "mcg",
        "µg",
    }
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the prose writes it.

    Attributes:
        written: the words or figures themselves.
        value: what they are worth; None for a name that contains figures, such as IL-1.
        percent: for a fraction in words, the percentage it stands for; None otherwise.
    """

    written: str
    value: Decimal | None
    percent: float | None = None


def numbers_in(text: str) -> list[Number]:
    """Every number that `text` states, in figures and in words; the word "one" is none."""
    found: list[Number] = []

    def take_fraction(match: re.Match[str]) -> str:
        found.append(Number(match.group(), None, _FRACTION_PERCENT[str(match.lastgroup)]))
        return " "

    def take_name(match: re.Match[str]) -> str:
        if any(character.isdigit() for character in match.group()):
            found.append(Number(match.group(), None))
            return " "
        return match.group()

    def take_attached(match: re.Match[str]) -> str:
        suffix = match.group().lstrip("0123456789").lower()
        if suffix in _UNIT_SUFFIX or re.match(r"mg|kg|year|month|week|day", suffix):
            return match.group()
        found.append(Number(match.group(), None))
        return " "

    rest = _FRACTION.sub(take_fraction, text)
    rest = _ATTACHED.sub(take_attached, _NAME.sub(take_name, rest))
    found += [Number(m.group(), _value_of(m.group())) for m in _FIGURE.finditer(rest)]
    for match in _SPELLED.finditer(_FIGURE.sub(" ", rest)):
        value = _spelled_value(match.group())
        if value not in (0, 1):
            found.append(Number(match.group(), Decimal(value)))
    return found


def _value_of(figure: str) -> Decimal:
    return Decimal(figure.replace(",", "").replace("·", ".")).normalize()


def _spelled_value(words: str) -> int:
    total, current = 0, 0
    for word in re.split(r"[ -]", words.lower()):
        if word in _SCALES:
            current = max(current, 1) * _SCALES[word]
            if _SCALES[word] >= 1000:
                total, current = total + current, 0
        elif word in _WORDS:
            current += _WORDS[word]
    return total + current


class Evidence:
    """What the numbers of a text are held against: the words of the facts it cites."""

    def __init__(self, texts: Iterable[str], years: Iterable[int] = ()) -> None:
        self._text = " \n ".join(texts)
        self._folded = _fold(self._text)
        numbers = numbers_in(self._text)
        self._values = {number.value for number in numbers if number.value is not None}
        self._values |= {Decimal(year) for year in years}
        self._percents = [float(match.group(1)) for match in _PERCENT.finditer(self._text)]
        self._percents += [number.percent for number in numbers if number.percent is not None]
        for match in _SHARE.finditer(self._text):
            part, whole = int(match.group(1)), int(match.group(2))
            if 0 < part <= whole:
                self._percents.append(100 * part / whole)

    def supports(self, number: Number, *, names: str = "") -> bool:
        """Whether the facts hold `number`; a name with figures may also stand among `names`."""
        if number.percent is not None:
            return any(abs(percent - number.percent) <= FRACTION_TOLERANCE for percent in self._percents)
        if number.value is None:
            return _fold(number.written) in self._folded or _fold(number.written) in _fold(names)
        return number.value.normalize() in {value.normalize() for value in self._values}


def _fold(text: str) -> str:
    return re.sub(r"[\s\u2010\u2011\u2013-]+", "", text).casefold()
