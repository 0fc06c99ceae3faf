"""How slides stand on paper."""

from dataclasses import dataclass
from enum import StrEnum

from crmo_desktop.domain.publication import PaperSize


class SlideLayout(StrEnum):
    """What stands on a page."""

    ONE = "1"  # a slide, on a sheet that lies across
    TWO = "2"
    SIX = "6"
    NOTES = "notes"  # slides, each with what is to be said
    LINES = "lines"  # slides, with lines to write on beside them


@dataclass(frozen=True, slots=True, kw_only=True)
class SlidePaper:
    """How slides are put on paper.

    Attributes:
        has_answers: answers to questions go along.
        has_sources: all that is cited is listed at the end, in full.
    """

    layout: SlideLayout = SlideLayout.ONE
    size: PaperSize = PaperSize.A4
    has_answers: bool = True
    has_sources: bool = True
