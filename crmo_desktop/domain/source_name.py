"""How a source is named where there is no room for its whole reference: at the foot of a slide."""

import re
from typing import Final

from crmo_desktop.domain.page import Source

# A person as references write one: "O'Leary D", "Ott de Bruin LM", "Calzada-Hernández J".
_PERSON: Final = re.compile(r"(.*[^\W\d_].*?) [A-Z](?:[A-Z]|-[A-Z]){0,3}\.?")
_MORE: Final = re.compile(r",? et al\.?$")
_ASIDE: Final = re.compile(r"\s*\(described here: [^)]*\)")
_OTHERS: Final = {"en": ("{first} and {second}", "{first} and others")}
_OTHERS_ELSEWHERE: Final = ("{first}, {second}", "{first} et al.")  # understood everywhere


def short_name(source: Source, language: str = "en") -> str:
    """Who, where, when, as “d’Angelo and others, Pediatric Radiology 2021”; what it does not say is left out."""
    who = _who(source.authors, language)
    if not who:
        who = _ASIDE.sub("", source.title)
    where = source.journal or ""
    if where and (where in who or who in where):
        who, where = (where if who in where else who), ""
    when = str(source.year) if source.year else ""
    return ", ".join(part for part in (who, f"{where} {when}".strip()) if part)


def _who(authors: str, language: str) -> str:
    """The authors by their family names, not more than two of them; an institution as it stands."""
    names = [name.strip() for name in _MORE.sub("", authors).split(",") if name.strip()]
    people = [match[1] for name in names if (match := _PERSON.fullmatch(name))]
    if not people or len(people) < len(names):
        return authors.strip()
    two, many = _OTHERS.get(language.partition("-")[0], _OTHERS_ELSEWHERE)
    if len(people) > 2 or _MORE.search(authors):
        return many.format(first=people[0])
    return two.format(first=people[0], second=people[1]) if len(people) == 2 else people[0]
