"""What a search asks and answers."""

from dataclasses import dataclass

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import SectionId, TopicId


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """One passage that answers a query.

    Attributes:
        section: the passage's section; None when the topic's summary answers.
        excerpt: plain text around the words found.
        marks: (start, length) of the words found in `excerpt`, in characters, ascending, not overlapping.
        why: why it matched, when the words typed are not plainly there, e.g. "Humira = adalimumab";
            "" otherwise.
        audience: for whom the passage is written.
    """

    topic: TopicId
    topic_title: str
    chapter_title: str
    section: SectionId | None
    section_title: str
    excerpt: str
    marks: tuple[tuple[int, int], ...]
    why: str
    audience: Audience
    is_help: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAnswer:
    """What a query found.

    Attributes:
        query: as it was asked.
        hits: best first.
        suggestions: spellings that may have been meant, best first, at most three.
        searched_for: the corrected query that was searched because `query` found nothing; None otherwise.
        completions: words that continue the last one typed, most frequent first.
    """

    query: str
    hits: tuple[SearchHit, ...]
    suggestions: tuple[str, ...] = ()
    searched_for: str | None = None
    completions: tuple[str, ...] = ()
