"""What the reader has made as one page: to be read anywhere, printed, or given to somebody."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape
from itertools import groupby
from typing import Final

from crmo_desktop.domain.own_things import Colour, Folder, FolderId, Kind, Thing

_STYLE: Final = """
:root{color-scheme:light dark}
body{font:1.05rem/1.6 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1.5rem;
color:#1a1a1a;background:#fff}
h1{font-size:1.9rem;line-height:1.25}
h2{font-size:1.4rem;margin-top:2.2em;border-bottom:2px solid #767676;padding-bottom:.2em}
h3{font-size:1.15rem;margin:1.6em 0 .4em}
article{margin:0 0 1.2em;padding-inline-start:1em;border-inline-start:3px solid #767676;break-inside:avoid}
h2,h3{break-after:avoid}
.kind,.meta{margin:0;font-size:.92rem;color:#505050}
.kind{font-weight:600}
blockquote{margin:.3em 0}
.words{margin:.3em 0;white-space:pre-wrap;overflow-wrap:anywhere}
.address{overflow-wrap:anywhere}
mark{color:#1a1a1a;padding:0 .1em}
.yellow{background:#ffe680}.green{background:#bfe8bf}.blue{background:#bcdcff}.pink{background:#ffc9de}
@media (prefers-color-scheme:dark){body{color:#eee;background:#1b1b1b}.kind,.meta{color:#c4c4c4}
article,h2{border-color:#9a9a9a}}
@media print{:root{color-scheme:light}body{color:#000;background:#fff;max-width:none;padding:0;font-size:11pt}
.kind,.meta{color:#333}mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
"""
_MARKS: Final = {colour: colour.name.lower() for colour in Colour}


def _kinds() -> dict[Kind, str]:
    return {Kind.BOOKMARK: "Bookmark", Kind.HIGHLIGHT: "Highlight", Kind.NOTE: "Note"}


def _colours() -> dict[Colour, str]:
    return {colour: colour.name.lower() for colour in Colour}


@dataclass(frozen=True, kw_only=True)
class OwnPageWords:
    """What the page says itself; in English, unless the window gives others.

    Attributes:
        made: with "{date}".
        not_advice: stands at the foot.
    """

    language: str = "en"
    direction: str = "ltr"
    title: str = "My notes and marks"
    made: str = "As they were on {date}"
    no_folder: str = "In no folder"
    nothing: str = "There is nothing yet."
    kinds: dict[Kind, str] = field(default_factory=_kinds)
    colours: dict[Colour, str] = field(default_factory=_colours)
    not_advice: str = "Information, not medical advice."


def own_page(
    things: Iterable[Thing], folders: Sequence[Folder], words: OwnPageWords, *, made_on: date
) -> str:
    """An HTML page that needs no other file.

    Args:
        things: all of them, in any order.
        folders: as they are to stand there; empty ones are left out.
        words: of the page's own.
        made_on: today.
    """
    known = {folder.id for folder in folders}
    within: dict[FolderId | None, list[Thing]] = {}
    for thing in things:
        within.setdefault(thing.folder if thing.folder in known else None, []).append(thing)
    parts = [_part(folder.name, within[folder.id], words) for folder in folders if folder.id in within]
    if None in within:
        parts.append(_part(words.no_folder, within[None], words))
    body = "\n".join(parts) or f"<p>{escape(words.nothing)}</p>"
    return f"""<!DOCTYPE html>
<html lang="{escape(words.language)}" dir="{escape(words.direction)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{escape(words.title)}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>{escape(words.title)}</h1>
<p class="meta">{escape(words.made.replace("{date}", made_on.isoformat()))}</p>
{body}
</main>
<footer><p class="meta">{escape(words.not_advice)}</p></footer>
</body>
</html>
"""


def _part(name: str, things: list[Thing], words: OwnPageWords) -> str:
    """A folder, page by page, the first made first on each."""
    ordered = sorted(things, key=lambda thing: (thing.spot.title.casefold(), thing.spot.page, thing.id))
    lines = [f'<section>\n<h2 dir="auto">{escape(name)}</h2>']
    for (title, page), made in groupby(ordered, lambda thing: (thing.spot.title, thing.spot.page)):
        lines.append(f'<h3 dir="auto">{escape(title or page)}</h3>')
        lines += [_article(thing, words) for thing in made]
    return "\n".join([*lines, "</section>"])


def _article(thing: Thing, words: OwnPageWords) -> str:
    kind = words.kinds[thing.kind]
    if thing.colour is not None:
        kind = f"{kind} ({words.colours[thing.colour]})"
    if thing.spot.section_title:
        kind = f"{kind}: {thing.spot.section_title}"
    lines = [f'<article>\n<p class="kind" dir="auto">{escape(kind)}</p>']
    if thing.quote is not None:
        colour = "" if thing.colour is None else f' class="{_MARKS[thing.colour]}"'
        lines.append(
            f'<blockquote dir="auto"><p><mark{colour}>{escape(thing.quote.exact)}</mark></p></blockquote>'
        )
    if thing.words:
        lines.append(f'<p class="words" dir="auto">{escape(thing.words)}</p>')
    made = thing.made.astimezone().date().isoformat()
    lines.append(
        f'<p class="meta"><time datetime="{made}">{made}</time>'
        f' · <span class="address">{escape(thing.spot.address)}</span></p>\n</article>'
    )
    return "\n".join(lines)
