"""Reads figures out of a fact: a template with named places is held against what the fact says.

`"{percent}% of {people} at {months} months"` held against `"43% of 37 at 6 months"` gives percent 43,
people 37 and months 6. A place stands for one number in figures; `…` stands for words without a figure.
"""

import re
from collections.abc import Iterable
from typing import Final

from crmo_desktop.authoring.numbers import in_figures

PLACE: Final = re.compile(r"\{([a-z][a-z_]*)\}")
_PART: Final = re.compile(r"\{([a-z][a-z_]*)\}|(…)|(\s+)")
_NUMBER: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"


class TemplateError(Exception):
    """The template is none, or the evidence does not have what it asks for just once."""


def read_figures(template: str, figures: Iterable[str], statement: str) -> dict[str, str]:
    """The number of each place of `template`, as written, read from the one of `figures` that it fits.

    Where it fits none of them, it is held against the statement; numbers in words count as figures then.

    Raises:
        TemplateError: it fits nothing, or more than one thing, or has no place.
    """
    pattern = _pattern(template)
    found = [match for text in figures for match in pattern.finditer(text)]
    found = found or list(pattern.finditer(statement)) or list(pattern.finditer(in_figures(statement)))
    if not found:
        raise TemplateError(f"“{template}” fits nothing that the fact says")
    if len(found) > 1:
        raise TemplateError(f"“{template}” fits {len(found)} things that the fact says")
    return found[0].groupdict()


def _pattern(template: str) -> re.Pattern[str]:
    names = PLACE.findall(template)
    if not names:
        raise TemplateError(f"“{template}” has no place like {{percent}}")
    if len(set(names)) < len(names):
        raise TemplateError(f"“{template}” has a place twice")
    pieces, end = [], 0
    for part in _PART.finditer(template):
        pieces.append(re.escape(template[end : part.start()]))
        name, gap, _ = part.groups()
        pieces.append(f"(?P<{name}>{_NUMBER})" if name else r"[^\d]*?" if gap else r"\s+")
        end = part.end()
    pieces.append(re.escape(template[end:]))
    # A place at an end takes a whole number, and a word there is not the end of a longer one.
    before = r"(?<![\d.,])" if template.startswith("{") else r"(?<!\w)" if template[:1].isalnum() else ""
    after = r"(?!\d|[.,]\d)" if template.endswith("}") else r"(?!\w)" if template[-1:].isalnum() else ""
    return re.compile(before + "".join(pieces) + after, re.IGNORECASE)
