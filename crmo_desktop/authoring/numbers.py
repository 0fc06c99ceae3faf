"""Numbers in prose, found in figures and in words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from crmo_desktop.authoring.characters import unify

_UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS: Final = (
    {word: value for value, word in enumerate(_UNITS)}
    | {word: 20 + 10 * place for place, word in enumerate(_TENS)}
    | {word[:-1] + "ies": 20 + 10 * place for place, word in enumerate(_TENS)}
)
_SCALES: Final = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_MULTIPLES: Final = {
    "twice": 2, "thrice": 3, "double": 2, "doubles": 2, "doubled": 2, "doubling": 2,
    "triple": 3, "triples": 3, "tripled": 3, "quadruple": 4, "quadrupled": 4,
}  # fmt: skip
_ORDINAL_UNITS: Final = (
    "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
).split()  # "first" and "second" are no numbers: they mostly say something else
_ORDINALS: Final = (
    {word: 3 + place for place, word in enumerate(_ORDINAL_UNITS)}
    | {word[:-1] + "ieth": 20 + 10 * place for place, word in enumerate(_TENS)}
    | {"hundredth": 100, "thousandth": 1000}
)
_ANY_ORDINAL: Final = _ORDINALS | {"first": 1, "second": 2}
_PARTS: Final = _ORDINALS | {"half": 2, "halves": 2, "quarter": 4}
_COARSE: Final = frozenset({2, 3, 4})


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_NUMBER_WORD: Final = _any_of([*_WORDS, *_SCALES])
_GROUPED: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d)")
_FIGURE: Final = re.compile(rf"{_GROUPED.pattern}(?:\.\d+)?|\d+(?:[.·]\d+)?|(?<![\w.])\.\d+")
_SPACED: Final = re.compile(r"(?<![\w.,=/-])\d{1,3}(?: \d{3})+(?![\w.,]*\d)")  # 10 000
_POWER: Final = re.compile(r"(?<![\w.])(?:\d[\d.,]*)?\d\^[+-]?\d+|(?<=[x×])\d+\^[+-]?\d+")
_SCALED: Final = re.compile(rf"(?P<figure>\d[\d.,]*)[ -](?P<scale>{_any_of(_SCALES)})\b", re.IGNORECASE)
_CARDINAL: Final = (
    rf"\b(?:{_NUMBER_WORD})(?:(?:[ -]|(?<=hundred) and |(?<=thousand) and )(?:{_NUMBER_WORD}))*"
)
_WHOLE: Final = re.compile(rf"{_CARDINAL}\b", re.IGNORECASE)
_SPELLED: Final = re.compile(
    rf"{_CARDINAL}(?:(?:-|(?<=ty) )(?:first|second|{_any_of(_ORDINALS)}))?\b", re.IGNORECASE
)
_AND_A_HALF: Final = re.compile(
    rf"\b(?P<whole>\d+|{_any_of(_WORDS)}) and (?:a|one)[ -](?P<part>half|quarter)\b"
    rf"|\b(?:an?|one) \w+ and a (?P<later>half|quarter)\b"
    rf"|\bhalf an? (?P<scale>{_any_of(_SCALES)})\b",
    re.IGNORECASE,
)
_FRACTION: Final = re.compile(
    r"\b(?:(?P<some>an?|one|two|three|four|five|six|seven|eight|nine|\d+)[ -])?"
    rf"(?P<part>{_any_of(_PARTS)})(?P<plural>s?)\b(?!-|’s\b|'s\b)",
    re.IGNORECASE,
)
_NAME: Final = re.compile(r"(?<![\w.])[^\W\d_][^\W_]*(?:-[^\W_]+)*(?:\.\d+)?(?:\^[+-]?\d+|\*)?")
_ATTACHED: Final = re.compile(r"(?<![\w.,])\d+(?P<suffix>[^\W\d_]\w*)(?:\^[+-]?\d+)?")
_ORDINAL: Final = re.compile(rf"\b(?:{_any_of(_ORDINALS)})s?\b(?!-party)", re.IGNORECASE)
_MULTIPLE: Final = re.compile(rf"\b(?:{_any_of(_MULTIPLES)}|(?:{_NUMBER_WORD})-?fold)\b(?!-)", re.IGNORECASE)
_VAGUE: Final = re.compile(
    r"\b(?:(?:tens|scores) of|dozens|hundreds|thousands|millions|billions)\b", re.IGNORECASE
)
_UNIT: Final = re.compile(
    r"(?:mg|g|kg|ml|l|mm|cm|m|h|hrs?|mins?|y|yrs?|d|x|th|st|nd|rd|s|mcg|[µμ]g|iu)(?!\w)|mg|kg|year|month|week|day|hour|minute|fold",
    re.IGNORECASE,
)
_TOLERANCE: Final = 7.0  # points; "about half" for 43-57%
_FINE_TOLERANCE: Final = 2.5  # points; "a fifth" for 17.5-22.5%


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the prose writes it.

    Attributes:
        written: the words or figures themselves.
        value: what they are worth; None for a name that contains figures, such as IL-1, and for a fraction.
        percent: for a fraction in words, the percentage it stands for; None otherwise. "A third" has a
            `value` too: it may be the third of many.
        tolerance: how far, in points, a percentage may be from `percent`.
    """

    written: str
    value: Decimal | None
    percent: float | None = None
    tolerance: float = 0.0


def numbers_in(text: str) -> list[Number]:
    """Every number that `text` states, in figures and in words; "one" and "first" are none."""
    found: list[Number] = []
    rest = unify(text)
    for pattern, read in (
        (_POWER, _read_power),
        (_AND_A_HALF, _read_and_a_half),
        (_MULTIPLE, _read_multiple),
        (_VAGUE, _read_name),
        (_FRACTION, _read_fraction),
        (_NAME, _read_name),
        (_ATTACHED, _read_attached),
        (_SCALED, _read_scaled),
        (_SPACED, _read_figure),
        (_FIGURE, _read_figure),
        (_SPELLED, _read_spelled),
        (_ORDINAL, _read_ordinal),
    ):
        pieces, end = [], 0
        for match in pattern.finditer(rest):
            numbers = read(match)
            if numbers is not None:
                found += numbers
                pieces += [rest[end : match.start()], " "]
                end = match.end()
        rest = "".join([*pieces, rest[end:]])
    return found


# Each reader gives the numbers of a match, or None if the match is to be left for the patterns after it.


def _read_power(match: re.Match[str]) -> list[Number] | None:
    base, _, exponent = match.group().partition("^")
    return [Number(match.group(), _decimal(base) ** int(exponent))]


def _read_and_a_half(match: re.Match[str]) -> list[Number] | None:
    if match["scale"]:
        return [Number(match.group(), Decimal(_SCALES[match["scale"].lower()]) / 2)]
    whole = (match["whole"] or "one").lower()
    part = Decimal("0.5" if (match["part"] or match["later"]).lower() == "half" else "0.25")
    return [Number(match.group(), (Decimal(whole) if whole.isdigit() else Decimal(_WORDS[whole])) + part)]


def _read_multiple(match: re.Match[str]) -> list[Number] | None:
    word = match.group().lower()
    if word in _MULTIPLES:
        return [Number(match.group(), Decimal(_MULTIPLES[word]))]
    word = word.removesuffix("fold").rstrip("-")
    return [Number(match.group(), Decimal(_WORDS[word] if word in _WORDS else _SCALES[word]))]


def _read_fraction(match: re.Match[str]) -> list[Number] | None:
    some, part = (match["some"] or "").lower(), match["part"].lower()
    below = _PARTS[part]
    if not some and below not in {2, 4}:
        return None  # an ordinal
    if some in {"", "a", "an", "one"}:
        above = 1
    else:
        above = int(some) if some.isdigit() else _WORDS[some]
        if not match["plural"] and part != "halves":
            return None  # "two third-line medicines": a number and an ordinal
    if above > below:
        return None
    tolerance = _TOLERANCE if below in _COARSE else _FINE_TOLERANCE
    is_surely_a_part = below in {2, 4} or some == "one" or above > 1
    value = None if is_surely_a_part else Decimal(below)
    return [Number(match.group(), value, 100.0 * above / below, tolerance)]


def _read_name(match: re.Match[str]) -> list[Number] | None:
    is_vague = match.re is _VAGUE
    return [Number(match.group(), None)] if is_vague or any(c.isdigit() for c in match.group()) else None


def _read_attached(match: re.Match[str]) -> list[Number] | None:
    return None if _UNIT.match(match["suffix"]) else [Number(match.group(), None)]


def _read_scaled(match: re.Match[str]) -> list[Number] | None:
    return [Number(match.group(), _decimal(match["figure"]) * _SCALES[match["scale"].lower()])]


def _read_figure(match: re.Match[str]) -> list[Number] | None:
    return [Number(match.group(), _decimal(match.group()))]


def _read_spelled(match: re.Match[str]) -> list[Number] | None:
    words = re.findall(r"[a-z]+", match.group().lower())
    values = [value for value in _values_of(words) if value != 1]
    if values == [] and re.match(r"\s*(?:%|per ?cent)", match.string[match.end() :]):
        values = [1]
    return [Number(match.group(), Decimal(value)) for value in values]


def _read_ordinal(match: re.Match[str]) -> list[Number] | None:
    word = match.group().lower()
    return [
        Number(
            match.group(),
            Decimal(_ORDINALS[word] if word in _ORDINALS else _ORDINALS[word.removesuffix("s")]),
        )
    ]


def _decimal(figure: str) -> Decimal:
    return Decimal(re.sub(r"[, ]", "", figure.replace("·", ".")).rstrip("."))


def _values_of(words: Iterable[str]) -> Iterator[int]:
    """The numbers that a run of number words writes: "two hundred and five ten" is 205 and 10."""
    total, current, begun = 0, 0, False
    for word in words:
        if word in _SCALES:
            current = max(current, 1) * _SCALES[word]
            if _SCALES[word] >= 1000:
                total, current = total + current, 0
        elif word != "and":
            value = _WORDS[word] if word in _WORDS else _ANY_ORDINAL[word]
            follows_tens = 0 < value < 10 and current % 100 >= 20 and current % 10 == 0
            if begun and not follows_tens and (current % 100 or value == 0 or (not current and not total)):
                yield total + current
                total, current = 0, 0
            current += value
        begun = True
    yield total + current


def in_figures(text: str) -> str:
    """`text` with its whole numbers in plain figures: "four in every million" gives "4 in every 1000000"."""
    figures = _SPACED.sub(lambda match: match.group().replace(" ", ""), unify(text))
    figures = _SCALED.sub(_write_scaled, figures)
    figures = _GROUPED.sub(lambda match: match.group().replace(",", ""), figures)
    return _WHOLE.sub(_write_figures, figures)


def _write_scaled(match: re.Match[str]) -> str:
    value = _decimal(match["figure"]) * _SCALES[match["scale"].lower()]
    return f"{value.normalize():f}"


def _write_figures(match: re.Match[str]) -> str:
    return " ".join(str(value) for value in _values_of(re.findall(r"[a-z]+", match.group().lower())))
