"""The reference from outside: which edition it is, its chapters and their topics."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import ChapterId, TopicId


class Edition(NamedTuple):
    """Which pack this is.

    Attributes:
        title: the reference's name, in its own language.
        language: BCP 47 tag of the texts, e.g. "en".
        maker: who made the pack.
        made_on: the edition's date.
        review_due: when it should be looked at again.
        reviewed_by: the physician who reviewed it; None while nobody has.
        licence: of the texts.
        digest: BLAKE2b of the pack, 64 hexadecimal digits.
    """

    title: str
    language: str
    maker: str
    made_on: date
    review_due: date
    reviewed_by: str | None
    licence: str
    digest: str


@dataclass(frozen=True, kw_only=True)
class TopicEntry:
    """A topic as the tree lists it.

    Attributes:
        audiences: for whom the topic has text.
        is_help: a page of the program's own guide, not of the reference.
    """

    id: TopicId
    title: str
    chapter: ChapterId
    audiences: frozenset[Audience]
    is_help: bool = False


class Chapter(NamedTuple):
    """A chapter with its topics in reading order."""

    id: ChapterId
    title: str
    topics: tuple[TopicEntry, ...]
