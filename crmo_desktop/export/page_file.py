"""Topics as one HTML file that needs nothing else: no script, no style sheet, no picture from anywhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.language import is_right_to_left
from crmo_desktop.domain.page import Page
from crmo_desktop.domain.publication import Extract
from crmo_desktop.export.article import Article, term_name
from crmo_desktop.export.places import Places
from crmo_desktop.export.supply import Supply
from crmo_desktop.export.words import ExportWords


@dataclass(frozen=True, kw_only=True)
class HtmlFile:
    """What is to be in a file.

    Attributes:
        title: of all of it.
        extracts: topics, in this order.
        css: the style sheet.
        day: when it is written.
        has_sources: what is cited follows each topic.
    """

    title: str
    extracts: Sequence[Extract]
    css: str
    day: date
    has_sources: bool = True


def html_of(wanted: HtmlFile, supply: Supply, words: ExportWords) -> str:
    """The file: HTML 5 that is well-formed XML, too.

    Raises:
        UnknownTopicError: the edition lacks one of the topics.
    """
    extracts = list(wanted.extracts)
    pages = [_cut(supply.page(extract.topic, extract.audience), extract) for extract in extracts]
    is_one, has_chapters = len(pages) == 1, any(extract.chapter for extract in extracts)
    level = 1 if is_one else 3 if has_chapters else 2
    writer = _Writer(wanted, supply, words, pages)
    body = writer.body(extracts, level)
    way = ' dir="rtl"' if is_right_to_left(words.language) else ""
    head = ""
    if not is_one:
        about = f"<h1>{escape(wanted.title)}</h1>\n{writer.stamp()}"
        head = f"<header>\n{about}\n{writer.contents(extracts)}</header>\n"
    language, title = escape(words.language), escape(wanted.title)
    about = escape(f"{_edition(supply, words)}. {words.not_advice}.")
    return f"""<!DOCTYPE html>
<html lang="{language}" xml:lang="{language}"{way} xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8"/>
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="generator" content="CRMO Desktop"/>
<meta name="description" content="{about}"/>
<style>
{wanted.css}</style>
</head>
<body>
<a class="skip" href="#text">{escape(words.skip)}</a>
{head}<main id="text">
{body}
{writer.glossary()}</main>
<footer>
{writer.stamp()}
<p class="stamp">{escape(words.addresses)}</p>
</footer>
</body>
</html>
"""


def _cut(page: Page, extract: Extract) -> Page:
    """The page with the sections that are wanted, in the order that is wanted."""
    if extract.sections is None:
        return page
    sections = {section.id: section for section in page.sections}
    kept = tuple(sections[id] for id in extract.sections if id in sections)
    return replace(page, sections=kept, summary_html="", summary="", related=())


def _edition(supply: Supply, words: ExportWords) -> str:
    edition = supply.edition
    return words.edition.format(title=edition.title, date=edition.made_on.isoformat())


class _Writer:
    def __init__(self, wanted: HtmlFile, supply: Supply, words: ExportWords, pages: Sequence[Page]) -> None:
        self._wanted, self._supply, self._words = wanted, supply, words
        self._pages = list(pages)
        self._places = Places(pages)
        self._terms: dict[tuple[str, Audience], None] = {}

    def body(self, extracts: Iterable[Extract], level: int) -> str:
        parts = []
        for extract, page in zip(extracts, self._pages, strict=True):
            if extract.chapter:
                parts.append(f'<h2 class="chapter">{escape(extract.chapter)}</h2>')
            article = Article(
                page if level == 1 else replace(page, chapter_title=""),
                self._supply,
                self._words,
                self._places,
                level=level,
                with_sources=self._wanted.has_sources,
                contents=self._sections(page) if level == 1 else "",
            )
            parts.append(article.html())
            self._terms |= {(term, page.audience): None for term in article.terms}
        return "\n".join(parts)

    def stamp(self) -> str:
        """What stands on everything that leaves the program."""
        words, edition = self._words, self._supply.edition
        reviewed = words.not_reviewed
        if edition.reviewed_by:
            reviewed = words.reviewed.format(name=edition.reviewed_by)
        saved = words.saved.format(date=self._wanted.day.isoformat())
        title = self._wanted.title
        title = "" if title == edition.title else title.removesuffix(".")
        parts = [title, _edition(self._supply, words), reviewed, saved, words.not_advice]
        return f'<p class="stamp">{escape(". ".join(part for part in parts if part))}.</p>'

    def _sections(self, page: Page) -> str:
        """The contents of a single topic."""
        key = self._places.key(page)
        listed = [(f"{key}.{section.id}", section.title) for section in page.sections]
        return self._nav("".join(f'<li><a href="#{id}">{escape(title)}</a></li>\n' for id, title in listed))

    def contents(self, extracts: Sequence[Extract]) -> str:
        """The contents of several topics, in their chapters where there are any."""
        groups: list[tuple[str, list[str]]] = []
        before = ""
        for extract, page in zip(extracts, self._pages, strict=True):
            if extract.chapter or not groups:
                groups.append((extract.chapter, []))
            rows = groups[-1][1]
            if page.topic.id == before and rows:
                rows[-1] += f" · {self._link(page, with_title=False)}"
            else:
                rows.append(self._link(page, with_title=True))
            before = page.topic.id
        return self._nav(
            "".join(
                f"<li>{escape(chapter)}\n<ol>\n{_listed(rows)}</ol></li>\n" if chapter else _listed(rows)
                for chapter, rows in groups
            )
        )

    def _link(self, page: Page, *, with_title: bool) -> str:
        """To a topic; where it is there twice, to its text for the other audience."""
        href, title = f"#{self._places.key(page)}", escape(page.topic.title)
        if with_title:
            return f'<a href="{href}">{title}</a>'
        families = page.audience is Audience.PATIENT
        whose = escape(self._words.for_families if families else self._words.for_clinicians)
        return f'<a href="{href}" aria-label="{title}: {whose}">{whose}</a>'

    def _nav(self, rows: str) -> str:
        title = escape(self._words.contents)
        if not rows:
            return ""
        return f'<nav aria-label="{title}">\n<p><b>{title}</b></p>\n<ol>\n{rows}</ol>\n</nav>\n'

    def glossary(self) -> str:
        """The words that the pages link, each explained for whom it was used."""
        rows = []
        for href, audience in self._terms:
            try:
                term = self._supply.term(href)
            except KeyError:
                continue
            name = term_name(href, audience)
            told = escape(term.definition(audience))
            rows.append((term.term.casefold(), f'<dt id="{name}">{escape(term.term)}</dt><dd>{told}</dd>\n'))
        if not rows:
            return ""
        told = "".join(row for _, row in sorted(rows))
        title = escape(self._words.glossary)
        return f'<section class="glossary">\n<h2 id="words">{title}</h2>\n<dl>\n{told}</dl>\n</section>\n'


def _listed(rows: Iterable[str]) -> str:
    return "".join(f"<li>{row}</li>\n" for row in rows)
