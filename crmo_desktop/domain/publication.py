"""What is put on paper: which parts of the reference, in which order, and how they are to look."""

from dataclasses import dataclass
from enum import StrEnum

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import SectionId, TopicId


class PaperSize(StrEnum):
    """The sheets that there are."""

    A4 = "a4"
    LETTER = "letter"


class TypeSize(StrEnum):
    """How large the type is: 10.5, 14 or 18 points for running text."""

    NORMAL = "normal"
    LARGE = "large"
    LARGEST = "largest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """A topic, or some of its sections, in the words for one audience.

    Attributes:
        sections: in this order; None is the whole topic, with its summary.
        is_checklist: its lists are lists to tick.
        chapter: a heading that goes before it, where a chapter of a longer work begins; "" for none.
    """

    topic: TopicId
    audience: Audience
    sections: tuple[SectionId, ...] | None = None
    is_checklist: bool = False
    chapter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words selected on a page, as the page's own XHTML.

    Attributes:
        topic: where they stand.
        html: well-formed, of the pack's own vocabulary (docs/content-format.md).
    """

    topic: TopicId
    audience: Audience
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """What the reader adds: a heading, lines, and room for writing.

    Attributes:
        heading: "" for none.
        lines: the reader's own; each a paragraph, or with `is_checklist` a line to tick.
        ruled: how many empty lines to write on follow, 0 or more.
    """

    heading: str = ""
    lines: tuple[str, ...] = ()
    ruled: int = 0
    is_checklist: bool = False

    def __post_init__(self) -> None:
        if self.ruled < 0:
            raise ValueError(f"fewer than no lines to write on: {self.ruled}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEntry:
    """Something that the reader has made in the reference.

    Attributes:
        kind: what it is, e.g. "Highlight, yellow".
        quote: words of the reference that it marks; "" for none.
        words: the reader's own; "" for none.
        facts: where it is and when it was made, in words.
    """

    kind: str
    quote: str = ""
    words: str = ""
    facts: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnList:
    """What the reader has made in one place, apart from the words of the reference.

    Attributes:
        heading: of the place, or that these are the reader's own.
        note: what has to be known of them; "" for nothing.
    """

    heading: str
    entries: tuple[OwnEntry, ...]
    note: str = ""


Content = Extract | Passage | OwnWords | OwnList


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLook:
    """How paper looks."""

    size: PaperSize = PaperSize.A4
    type_size: TypeSize = TypeSize.NORMAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What is put on paper.

    Attributes:
        title: of the whole, for the footer and the PDF; of one topic the topic's own.
        contents: in this order.
        clinic: at the head of the first page; "" for none.
        has_name_line: room for a name and a date at the head of the first page.
        has_title_page: of a longer work: title, edition, and what it is not.
        has_list_of_contents: with page numbers, before the first topic.
        has_index: of topics, with page numbers, at the end.
        has_sources: after each topic what it cites.
        has_red_flags: the box that says when to get help fast, at the end.
        has_pictures: drawings are put in.
    """

    title: str
    contents: tuple[Content, ...]
    look: PaperLook = PaperLook()
    clinic: str = ""
    has_name_line: bool = False
    has_title_page: bool = False
    has_list_of_contents: bool = False
    has_index: bool = False
    has_sources: bool = True
    has_red_flags: bool = False
    has_pictures: bool = True
