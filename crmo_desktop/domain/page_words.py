"""The words of a page as highlights quote them: without marks, signs and the window's own words."""

import re
from typing import Final

from crmo_desktop.domain.own_things import Thing
from crmo_desktop.domain.page import Page, Source
from crmo_desktop.domain.text_quote import place_of

_BETWEEN_CELLS: Final = " | "  # of a table, in a section's text
_MARK: Final = re.compile(r"\s*\[\d[\d, –]*\]")  # of a citation


def words_of(page: Page) -> str:
    """All words of `page` that come from the edition, in the order in which they are read."""
    parts = [page.topic.title, _MARK.sub("", page.summary)]
    for section in page.sections:
        parts += [section.title, section.text.replace(_BETWEEN_CELLS, " ")]
    parts += [_reference(source) for source in page.sources]
    return " ".join(" ".join(parts).split())


def is_gone(thing: Thing, page: Page) -> bool:
    """Whether what `thing` highlights is on `page` no longer; false for what highlights nothing.

    `page` is that of the thing's spot, for the audience that the thing was made for.
    """
    return thing.quote is not None and place_of(thing.quote, words_of(page)) is None


def _reference(source: Source) -> str:
    """A source as the list at the end of a page shows it."""
    where = ", ".join(str(part) for part in (source.journal, source.year) if part)
    shown = f"doi:{source.doi}" if source.doi else source.address or ""
    return f"{source.title} {where}. {shown}"
