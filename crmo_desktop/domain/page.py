"""A page of the reference and what it rests on; loaded with the first page that is read."""

from dataclasses import dataclass

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import TopicEntry
from crmo_desktop.domain.identifiers import FactId, SectionId, SourceId, TermId


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One passage of a topic, as one audience reads it.

    Attributes:
        html: well-formed XHTML in the pack's own vocabulary (docs/content-format.md), citations and
            glossary words linked as `cite:…` and `term:…`; theme-neutral.
        text: the same without markup.
        is_key_points: drawn as the "In short" box.
    """

    id: SectionId
    title: str
    html: str
    text: str
    is_key_points: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A topic as one audience reads it.

    Attributes:
        audience: for whom the text shown is written.
        summary_html: the one-sentence summary, with its citation marks.
        minutes: reading time, at least 1.
        sources: sources cited, in the order of their numbers; the first is [1].
        related: topics that this edition has.
        language: BCP 47 tag of its texts; the edition's, or of what is not translated yet its own.
    """

    topic: TopicEntry
    chapter_title: str
    audience: Audience
    summary_html: str
    summary: str
    minutes: int
    sections: tuple[Section, ...]
    sources: tuple["Source", ...]
    related: tuple[TopicEntry, ...]
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact comes from.

    Attributes:
        kind: kind of publication, e.g. "cohort study".
        seen: how much of it was read when the fact was noted: "abstract", "seed",
            "copy or quotation", or "text".
        year: of publication; None if it bears none.
        url: an address to show, never opened by itself; None where the DOI is enough.
    """

    id: SourceId
    authors: str
    title: str
    journal: str | None
    year: int | None
    volume_pages: str | None
    doi: str | None
    url: str | None
    kind: str
    seen: str

    @property
    def address(self) -> str | None:
        """The address that leads to the source on the web: its DOI's, else its own."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url

    @property
    def reference(self) -> str:
        """One line to copy: authors. title. journal year;volume:pages. doi."""
        where = " ".join(str(part) for part in (self.journal, self.year) if part)
        where = ";".join(part for part in (where, self.volume_pages) if part)
        parts = [part.rstrip(".") for part in (self.authors, self.title, where) if part]
        sentences = [part if part.endswith(("?", "!")) else f"{part}." for part in parts]
        tail = f"doi:{self.doi}" if self.doi else self.url
        return " ".join([*sentences, tail] if tail else sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One statement that the evidence supports.

    Attributes:
        figures: its numbers with their population, as noted from the sources.
        strength: how surely it is known, e.g. "cohort", "expert opinion".
        caution: what must be said beside it; None if nothing must.
        sources: who says so.
    """

    id: FactId
    statement: str
    figures: tuple[str, ...]
    strength: str
    caution: str | None
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What a citation mark opens: a source and what was taken from it here.

    Attributes:
        number: the mark's number on the page, from 1.
    """

    number: int
    source: Source
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryTerm:
    """A word explained twice.

    Attributes:
        plain: for families.
        clinical: for clinicians.
        synonyms: other words for it, abbreviations among them.
    """

    id: TermId
    term: str
    plain: str
    clinical: str
    synonyms: tuple[str, ...]

    def definition(self, audience: Audience) -> str:
        """The explanation in the words for `audience`."""
        return self.plain if audience is Audience.PATIENT else self.clinical
