"""How a source is named where there is no room for its whole reference: at the foot of a slide."""

import re
from typing import Final

from crmo_desktop.domain.page import Source

# Of a person as references write one: "O'Leary D", "Ott de Bruin LM", "Anton-López J", "M. Langendoerfer".
_INITIALS: Final = re.compile(r"^[A-Z]\. ?|\s[A-Z](?:-?[A-Z]){0,3}\.?$")
_MORE: Final = re.compile(r",? (?:et al\.?|and others)(?: \([^)]*\))?$")
_BESIDE: Final = re.compile(r"[;(].*$")
_NOT_SEEN: Final = re.compile(r"\s*\(described here: [^)]*\)")
_JOINED: Final = {"en": ("{first} and {second}", "{first} and others")}
_JOINED_ELSEWHERE: Final = ("{first}, {second}", "{first} et al.")  # understood everywhere
_LONGEST: Final = 64  # characters of a title or a name


def short_name(source: Source, language: str = "en") -> str:
    """Who, where and when, as “d’Angelo and others, Pediatric Radiology 2021”.

    Args:
        source: what it does not say of itself is left out; without authors its title stands for them.
        language: BCP 47 tag of the words around it.
    """
    where = source.journal or ""
    if len(where) > _LONGEST:
        where = _BESIDE.sub("", where).strip()
    when = str(source.year) if source.year else ""
    who = _who(source.authors, language)
    if not who:
        who = _shortened(_NOT_SEEN.sub("", source.title), ": ")
    elif not where:
        where = _shortened(_NOT_SEEN.sub("", source.title), ": ")
    if _told_twice(who, where):
        who, where = max(who, where, key=len), ""
    return ", ".join(part for part in (who, f"{where} {when}".strip()) if part)


def _who(authors: str, language: str) -> str:
    """The authors by their family names, not more than two of them; an institution by its name."""
    first = authors.partition(";")[0].strip()
    names = [name.strip() for name in _MORE.sub("", first).split(",") if name.strip()]
    people = [_INITIALS.sub("", name) for name in names if _INITIALS.search(name)]
    if not people or len(people) < len(names):
        return first if len(first) <= _LONGEST else _BESIDE.sub("", first).strip()
    two, many = _JOINED.get(language.partition("-")[0], _JOINED_ELSEWHERE)
    if len(people) > 2 or _MORE.search(first):
        return many.format(first=people[0])
    return two.format(first=people[0], second=people[1]) if len(people) == 2 else people[0]


def _told_twice(who: str, where: str) -> bool:
    """Whether one of them is the beginning of the other, but for what stands in brackets."""
    short, long = sorted((_BESIDE.sub("", name).strip().casefold() for name in (who, where)), key=len)
    return bool(short) and long.startswith(short)


def _shortened(title: str, end: str) -> str:
    """The title up to its subtitle if it is long, and to a whole word if it is still."""
    if len(title) <= _LONGEST:
        return title
    main = title.partition(end)[0].strip()
    if len(main) <= _LONGEST:
        return main
    return f"{main[: _LONGEST - 1].rpartition(' ')[0].rstrip(',;:')}…"
