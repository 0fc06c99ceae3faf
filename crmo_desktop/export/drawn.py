"""A drawing inside an HTML file: the drawing itself, what it says in words, and its table."""

import re
from collections.abc import Callable
from html import escape
from typing import Final

from crmo_desktop.domain.picture import Picture, PictureTable
from crmo_desktop.export.words import ExportWords

_ID: Final = re.compile(r'(\bid="|\bhref="#|url\(#)([^")]+)')
_LABELLED: Final = re.compile(r'aria-labelledby="([^"]*)"')
_HEAD: Final = re.compile(r"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!DOCTYPE[^>]*>\s*)?")


def figure_html(
    picture: Picture,
    caption: str,
    draw: Callable[[Picture], str] | None,
    words: ExportWords,
    *,
    prefix: str,
) -> str:
    """The picture as a figure.

    Args:
        picture: as its reader sees it.
        caption: the `figcaption` that the page has, as HTML.
        draw: makes an SVG; without it the picture is told in words.
        words: the program's own.
        prefix: goes before the name of everything in the SVG: names are the file's, not the drawing's.
    """
    drawn = "" if draw is None else with_names(draw(picture), prefix)
    said = "".join(f"<p>{escape(line)}</p>" for line in picture.said)
    told = f"<details><summary>{escape(words.in_words)}</summary>{said}</details>" if drawn else said
    table = f"<details><summary>{escape(words.as_table)}</summary>{table_html(picture)}</details>"
    return f"<figure>{caption}\n{drawn}{told}\n{table}</figure>\n"


def with_names(svg: str, prefix: str) -> str:
    """`svg` without what stands before it in a file of its own, and with `prefix` before its names."""
    svg = _HEAD.sub("", svg).strip()
    svg = _LABELLED.sub(lambda found: f'aria-labelledby="{_each(found[1], prefix)}"', svg)
    return _ID.sub(lambda found: f"{found[1]}{prefix}{found[2]}", svg)


def _each(names: str, prefix: str) -> str:
    return " ".join(f"{prefix}{name}" for name in names.split())


def table_html(picture: Picture) -> str:
    """The picture as a table."""
    table = picture.table
    heads = "".join(
        f'<th scope="col"{_kind(table, place)}>{escape(head)}</th>'
        for place, head in enumerate(table.columns)
    )
    rows = "".join(
        "<tr>"
        + "".join(f"<td{_kind(table, place)}>{escape(cell.text)}</td>" for place, cell in enumerate(row))
        + "</tr>\n"
        for row in table.rows
    )
    caption = f"<caption>{escape(picture.title)}</caption>"
    inside = f"{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>"
    return f'<div class="wide"><table>{inside}</table></div>'


def _kind(table: PictureTable, place: int) -> str:
    return ' class="numeric"' if table.numeric[place] else ""
