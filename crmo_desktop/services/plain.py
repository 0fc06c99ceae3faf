"""A page as plain text, as HTML or as JSON, for terminals and other programs."""

import re
import textwrap
from collections.abc import Iterable
from dataclasses import replace
from html import escape
from typing import Any, Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import Edition
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import SourceId
from crmo_desktop.domain.page import Page
from crmo_desktop.domain.picture import Picture
from crmo_desktop.domain.picture_audience import caption_line

_WIDTH = 78
_MARK: Final = re.compile(r'href="cite:([^":|]+)[^"]*"')
_TERM: Final = re.compile(r'<a class="term"[^>]*>(.*?)</a>')
_FIGURE: Final = re.compile(r'<img src="figure:[^"]*" alt="([^"]*)"[^>]*/>')
NOT_ADVICE = "Information, not medical advice."
AUDIENCE_NAMES = {Audience.PATIENT: "families", Audience.CLINICIAN: "clinicians"}


def only_section(page: Page, section: str) -> Page:
    """The page cut down to one section.

    Raises:
        UserError: the page has no such section for its audience.
    """
    chosen = tuple(candidate for candidate in page.sections if candidate.id == section)
    if not chosen:
        raise UserError(
            "“{topic}” has no section “{section}” for {audience}.",
            hint="Leave the section away to see the whole topic.",
            topic=page.topic.id,
            section=section,
            audience=AUDIENCE_NAMES[page.audience],
        )
    return replace(page, sections=chosen)


def as_text(page: Page, edition: Edition, pictures: Iterable[Picture] = ()) -> str:
    """The page to be read in a terminal: wrapped at 78 columns, sources and edition at the end.

    Of `pictures` those that the page shows are told in words below their captions.
    """
    said = {caption_line(picture): picture.said for picture in pictures}
    title = page.topic.title
    lines = [title, "=" * len(title), "", _wrap(page.summary), "", f"For {AUDIENCE_NAMES[page.audience]}", ""]
    for section in page.sections:
        lines += [section.title, "-" * len(section.title)]
        for line in section.text.split("\n"):
            lines += [_wrap(part) for part in (line, *said.get(line, ()))]
        lines.append("")
    if page.sources:
        lines += ["Sources", "-------"]
        lines += [
            _wrap(f"[{n}] {source.reference}", hang=4) for n, source in enumerate(page.sources, start=1)
        ]
        lines.append("")
    lines.append(_wrap(stamp(edition)))
    return "\n".join(lines)


def as_html(page: Page, edition: Edition) -> str:
    """The page as one HTML document without styles or scripts; its marks lead to the list of sources."""
    numbers = {source.id: number for number, source in enumerate(page.sources, start=1)}

    def lead_to_source(mark: re.Match[str]) -> str:
        return f'href="#source-{numbers[SourceId(mark[1])]}"'

    sections = "".join(
        f'<section id="{section.id}"><h2>{escape(section.title)}</h2>{section.html}</section>'
        for section in page.sections
    )
    text = _MARK.sub(lead_to_source, _TERM.sub(r"\1", f"<p>{page.summary_html}</p>{sections}"))
    text = _FIGURE.sub(r"<p>\1</p>", text)  # only the window can draw it: here it is told
    sources = "".join(
        f'<li id="source-{number}">{escape(source.reference)}</li>'
        for number, source in enumerate(page.sources, start=1)
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(edition.language)}"><head><meta charset="utf-8">'
        f"<title>{escape(page.topic.title)}</title></head><body><h1>{escape(page.topic.title)}</h1>{text}"
        + (f"<h2>Sources</h2><ol>{sources}</ol>" if sources else "")
        + f"<p>{escape(stamp(edition))}</p></body></html>"
    )


def as_json(page: Page, edition: Edition) -> dict[str, Any]:
    """The page as JSON values; texts without markup, sources by number."""
    return {
        "topic": page.topic.id,
        "title": page.topic.title,
        "chapter": page.chapter_title,
        "audience": str(page.audience),
        "summary": page.summary,
        "sections": [{"id": s.id, "title": s.title, "text": s.text, "html": s.html} for s in page.sections],
        "sources": [
            {"number": n, "id": s.id, "reference": s.reference, "doi": s.doi, "address": s.address}
            for n, s in enumerate(page.sources, start=1)
        ],
        "related": [entry.id for entry in page.related],
        "edition": edition.made_on.isoformat(),
        "review_due": edition.review_due.isoformat(),
        "reviewed_by": edition.reviewed_by,
    }


def stamp(edition: Edition) -> str:
    """What stands below everything that leaves the program."""
    reviewed = (
        f"Reviewed by {edition.reviewed_by}" if edition.reviewed_by else "Not yet reviewed by a physician"
    )
    return f"{edition.title}, edition {edition.made_on.isoformat()}. {reviewed}. {NOT_ADVICE}"


def _wrap(text: str, *, hang: int = 0) -> str:
    return textwrap.fill(
        text, _WIDTH, subsequent_indent=" " * hang, break_long_words=False, break_on_hyphens=False
    )
