"""From words as they are written to words as they are spoken: abbreviations, figures, units, signs."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from crmo_desktop.services.spoken import POWER

if TYPE_CHECKING:
    from crmo_desktop.domain.page import GlossaryTerm

# one, several
_UNITS: Final = {
    "mg": ("milligram", "milligrams"),
    "microL": ("microlitre", "microlitres"),
    "µL": ("microlitre", "microlitres"),
    "µg": ("microgram", "micrograms"),
    "μg": ("microgram", "micrograms"),
    "mcg": ("microgram", "micrograms"),
    "kg": ("kilogram", "kilograms"),
    "g": ("gram", "grams"),
    "mL": ("millilitre", "millilitres"),
    "ml": ("millilitre", "millilitres"),
    "dL": ("decilitre", "decilitres"),
    "L": ("litre", "litres"),
    "mmol": ("millimole", "millimoles"),
    "nmol": ("nanomole", "nanomoles"),
    "mSv": ("millisievert", "millisieverts"),
    "cm": ("centimetre", "centimetres"),
    f"mm{POWER}3": ("cubic millimetre", "cubic millimetres"),
    "mm": ("millimetre", "millimetres"),
    f"m{POWER}2": ("square metre", "square metres"),
    "m": ("metre", "metres"),
    "°C": ("degree Celsius", "degrees Celsius"),
    "°F": ("degree Fahrenheit", "degrees Fahrenheit"),
}
_UNIT: Final = "|".join(sorted(_UNITS, key=len, reverse=True))
_DAY: Final = "day|dose|week|month|year|hour|h|d"
_MEASURED: Final = re.compile(
    rf"(?<![\w.,])(\d[\d.,]*)[ \u00a0]?((?:{_UNIT})(?:/(?:{_UNIT}|{_DAY}))*)(?![\w/])"
)
_RATE: Final = re.compile(rf"(?<![\w/])((?:{_UNIT})(?:/(?:{_UNIT}|{_DAY}))+)(?![\w/])")
_PER_UNIT: Final = re.compile(rf"(?<=\bper )({_UNIT})(?![\w/])|(?<=\d)/({_UNIT})(?!\w)")
_SHORT_TIMES: Final = {"h": "hour", "d": "day"}

_LEFT_ALONE: Final = re.compile(r"(\S*(?:://|\\|doi:|www\.)\S*)")
_KEY_NAMES: Final = {
    "Ctrl": "Control",
    "Esc": "Escape",
    "Del": "Delete",
    "PgUp": "Page up",
    "PgDown": "Page down",
}
_CHORD: Final = re.compile(r"\b(?:(?:Ctrl|Alt|Shift)\+)+(?:\w+|[^\w\s])?")
_KEY: Final = re.compile(rf"\b(?:{'|'.join(_KEY_NAMES)})\b")
_KEY_SIGNS: Final = {"=": "equals", "+": "plus", "-": "minus", "/": "slash", ",": "comma", ".": "full stop"}

# In this order: each pattern, and what is said instead.
_WRITTEN: Final = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"\be\.g\.,?", "for example"),
        (r"\bi\.e\.,?", "that is"),
        (r"\bet al\.?", "and others"),
        (r"(?<!\S)(?:vs?\.|vs)(?=\s)", "versus"),
        (r"(?<=\bor )/(?!\S)", "slash"),
        (r"(?<!\S)(?:approx|ca)\.(?=\s)", "about"),
        (r"\bDr\.(?=\s)", "Doctor"),
        (r"\bProf\.(?=\s)", "Professor"),
        (r"\betc\.", "and so on"),
        (r"\band/or\b", "and or"),
        (r"²", f"{POWER}2"),
        (r"³", f"{POWER}3"),
    )
)
_SIGNS: Final = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"(?<=[^\W\d])/(?=[^\W\d])", ", "),
        (r"\bx10\^(\d+)", r"times 10 to the power of \1"),
        (r"(?<=\d)\^(\d+)", r" to the power of \1"),
        (rf"(?<=\d){POWER}(\d+)", r" to the power of \1"),
        (POWER, " "),
        (r"\s?%", " per cent"),
        (r"(?<=\w)–(?=\w)", " to "),
        (r"(?<=%)–(?=\d)", " to "),
        (r"\s–\s", ", "),
        (r"[−](?=\d)", "minus "),
        (r"≥\s?(?=\d)", "at least "),
        (r"≤\s?(?=\d)", "at most "),
        (r"\s?≥\s?", " at least "),
        (r"\s?≤\s?", " at most "),
        (r"\s?(?<!<)<\s?(?=\d)|\s<\s", " less than "),
        (r"\s?(?<!>)>\s?(?=\d)|\s>\s", " more than "),
        (r"(?<=\s)\+(?!\S)", "plus"),
        (r"\s\+\s", " plus "),
        (r"\s?±\s?", " plus or minus "),
        (r"\s?×\s?", " times "),
        (r"[~≈]\s?(?=\d)", "about "),
        (r"(?<=\w)\s?=\s?(?=\w)", " equals "),
        (r"\s&\s", " and "),
        (r"\s·\s", ", "),
        (r"\s?→\s?", ", then "),
        (r"°(?!\w)", " degrees"),
        (r"α", " alpha"),
        (r"β", " beta"),
        (r"γ", " gamma"),
        (r"[µμ](?=\w)", "micro"),
        (r"[ \u00a0\u200b]+", " "),
    )
)

_CAPITALS: Final = r"[A-Z]{2,}(?:s(?![A-Za-z])|(?![A-Za-z]))"
_SHORTEST_WORD: Final = 4  # capitals; shorter ones are always spelled
# Said as a word: begins as English words do, and never has three consonants on end.
_CAN_BE_SAID: Final = re.compile(
    r"(?:CH|CL|CR|DR|FL|FR|GR|PH|PL|PR|SC|SH|SL|SP|ST|TH|TR|[B-DF-HJ-NP-TV-Z])?[AEIOUY]"
    r"(?!.*[B-DF-HJ-NP-TV-XZ]{3})[A-Z]+"
)


class Voicing:
    """Puts sentences into words one after the other; an abbreviation is told in full where it first comes."""

    def __init__(self, terms: "Iterable[GlossaryTerm]") -> None:
        """`terms`: the glossary, which knows what abbreviations stand for."""
        self._meanings = expansions(terms)
        known = sorted(map(re.escape, self._meanings), key=len, reverse=True)
        self._short = re.compile("|".join([*(rf"(?<!\w){name}s?(?!\w)" for name in known), _CAPITALS]))
        self._told: set[str] = set()

    def say(self, text: str) -> str:
        """`text` as it is spoken."""
        parts = _LEFT_ALONE.split(text)
        parts[::2] = [self._say(part, text) for part in parts[::2]]
        return "".join(parts).strip()

    def _say(self, words: str, sentence: str) -> str:
        words = _KEY.sub(lambda found: _KEY_NAMES[found[0]], _CHORD.sub(_chord, words))
        for pattern, said in _WRITTEN:
            words = pattern.sub(said, words)
        words = _MEASURED.sub(_measured, words)
        words = _RATE.sub(lambda found: _unit(found[1], several=True), words)
        words = _PER_UNIT.sub(_per_unit, words)
        words = self._short.sub(lambda found: self._full(found, sentence), words)
        for pattern, said in _SIGNS:
            words = pattern.sub(said, words)
        return words

    def _full(self, found: re.Match[str], sentence: str) -> str:
        """An abbreviation, with what it stands for where it is told for the first time."""
        short = found[0] if found[0] in self._meanings else found[0].removesuffix("s")
        spelled = spell(found[0])
        meaning = self._meanings.get(short)
        if meaning is None or short in self._told:
            return spelled
        self._told.add(short)
        if meaning.lower() in sentence.lower():
            return spelled
        goes_on = found.string[found.end() : found.end() + 2].strip()[:1].isalnum()
        several = "s" if short != found[0] and not meaning.endswith("s") else ""
        return f"{spelled}, {meaning}{several}{',' if goes_on else ''}"


def spell(word: str) -> str:
    """Its capitals letter by letter, unless they can be said as a word."""
    return re.sub(_CAPITALS, _letters, word)


def _letters(found: re.Match[str]) -> str:
    capitals = found[0].removesuffix("s")
    is_said = len(capitals) >= _SHORTEST_WORD and _CAN_BE_SAID.fullmatch(capitals)
    letters = capitals if is_said else " ".join(capitals)
    if found[0] != capitals:
        letters += "s" if is_said else "'s"
    before = found.string[found.start() - 1 : found.start()]
    after = found.string[found.end() : found.end() + 1]
    if is_said:
        return letters
    return f"{' ' if before.isalnum() else ''}{letters}{' ' if after.isalnum() else ''}"


def expansions(terms: "Iterable[GlossaryTerm]") -> Mapping[str, str]:
    """What abbreviations of the glossary stand for, as far as one of its names says it in full."""
    found: dict[str, str] = {}
    for term in terms:
        names = (term.term, *term.synonyms)
        for short in names:
            if " " in short or len(re.findall(r"[A-Z]", short)) < 2:
                continue
            fits = [name for name in names if _stands_for(short, name)]
            if fits:
                found[short] = min(fits, key=lambda name: not _has_initials(short, name))
    return found


def _stands_for(short: str, name: str) -> bool:
    """Whether the letters of `short` come in `name`, in order, from its first letter on."""
    letters, rest = re.sub(r"[^a-z]", "", short.lower()), name.lower()
    is_longer = len(name) > len(short) + 3 and rest[:3] != short[:3].lower()
    if not is_longer or not letters or not rest.startswith(letters[0]):
        return False
    for letter in letters:
        _, found, rest = rest.partition(letter)
        if not found:
            return False
    return True


def _has_initials(short: str, name: str) -> bool:
    initials = "".join(word[0] for word in re.findall(r"\w+", name.lower()))
    return initials == re.sub(r"[^a-z]", "", short.lower())


def _chord(found: re.Match[str]) -> str:
    """Keys that are pressed together, one after the other."""
    keys = [key for key in re.split(r"\+(?=.)", found[0]) if key]
    return " ".join(_KEY_NAMES.get(key, _KEY_SIGNS.get(key, key)) for key in keys)


def _measured(found: re.Match[str]) -> str:
    return f"{found[1]} {_unit(found[2], several=found[1] != '1')}"


def _per_unit(found: re.Match[str]) -> str:
    return _unit(found[1], several=False) if found[1] else f" per {_unit(found[2], several=False)}"


def _unit(written: str, *, several: bool) -> str:
    first, *others = written.split("/")
    words = [_UNITS[first][several]]
    words += [_UNITS[unit][0] if unit in _UNITS else _SHORT_TIMES.get(unit, unit) for unit in others]
    return " per ".join(words)
