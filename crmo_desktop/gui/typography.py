"""The faces a page can be set in, and how much room there is between its lines, words and letters."""

from typing import Final, NamedTuple

FALLBACK: Final = "Noto Sans"  # for signs that the others lack
ATKINSON: Final = "atkinson"
NORMAL: Final = "normal"
_NORMAL_LINE: Final = 1.49  # of the size: what the style sheet's own line heights come to


class Face(NamedTuple):
    """One face for text.

    Attributes:
        text: its family.
        headings: the family of titles beside it.
        breadth: how wide its words are, Atkinson's being 1.
    """

    text: str
    headings: str
    breadth: float


class Spacing(NamedTuple):
    """Room in a page, in parts of the size of its letters.

    Attributes:
        line: from one line to the next.
        paragraph: below a paragraph, at least.
        letter, word: added between letters and between words.
        breadth: how much wider words become.
    """

    line: float
    paragraph: float
    letter: float
    word: float
    breadth: float

    @property
    def line_factor(self) -> float:
        """On the line heights of the normal page."""
        return self.line / _NORMAL_LINE


FACES: Final = {
    ATKINSON: Face("Atkinson Hyperlegible Next", "CRMO Serif", 1.0),
    "serif": Face("CRMO Serif", "CRMO Serif", 1.1),
    "dyslexic": Face("CRMO Dyslexic", "CRMO Dyslexic", 1.5),
}
# The last is what WCAG 2.2 (1.4.12) asks a page to bear: lines 1.5, letters 0.12, words 0.16, paragraphs 2.
# It has more of each, as Qt rounds sizes and draws third headings larger than told. The second is half way.
SPACINGS: Final = {
    NORMAL: Spacing(_NORMAL_LINE, 0.0, 0.0, 0.0, 1.0),
    "roomy": Spacing(1.7, 1.2, 0.06, 0.10, 1.12),
    "very_roomy": Spacing(2.0, 2.0, 0.135, 0.18, 1.27),
}
