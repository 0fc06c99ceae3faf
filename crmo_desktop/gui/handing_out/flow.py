"""Words in lines that may go on over several pages."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QTextLayout

from crmo_desktop.gui.drawing.scene import face
from crmo_desktop.gui.paper.paper_style import UNITS
from crmo_desktop.gui.slides.elements import set_text
from crmo_desktop.gui.theme import Look

_SPACING: Final = 1.08


class Paragraph(NamedTuple):
    """Words, and how they look.

    Attributes:
        size: in points.
        above: room over it, in points, but not at the top of a page.
        keeps_next: it is not the last on its page.
    """

    text: str
    size: float
    weight: int = 400
    role: str = "text"
    above: float = 0.0
    is_title: bool = False
    keeps_next: bool = False


class TextLine(NamedTuple):
    """A line of a paragraph, in units of paper.

    Attributes:
        height: of it alone.
        above: room over it, but not at the top of a page.
        text: its paragraph's, with its first line; "" with the others.
        keeps_next: it is not the last on its page.
    """

    layout: QTextLayout
    number: int
    height: float
    above: float
    role: str
    text: str
    keeps_next: bool

    def paint(self, painter: QPainter, look: Look, at: QPointF) -> None:
        """Paint it with its upper left corner at `at`."""
        painter.setPen(look.colour(self.role))
        line = self.layout.lineAt(self.number)
        line.draw(painter, QPointF(at.x(), at.y() - line.y()))


def lines_of(paragraphs: Iterable[Paragraph], look: Look, width: float) -> Iterator[TextLine]:
    """Paragraphs as lines of a width in units of paper."""
    for paragraph in paragraphs:
        font = face(look, paragraph.size * UNITS, paragraph.weight, is_title=paragraph.is_title)
        words = set_text(paragraph.text, font, width, spacing=_SPACING)
        count = words.layout.lineCount()
        for number in range(count):
            is_first, is_torn = number == 0, number == count - 2  # the last line is never alone
            yield TextLine(
                layout=words.layout,
                number=number,
                height=words.layout.lineAt(number).height() * _SPACING,
                above=paragraph.above * UNITS if is_first else 0.0,
                role=paragraph.role,
                text=paragraph.text if is_first else "",
                keeps_next=is_torn or paragraph.keeps_next or (is_first and count > 1),
            )
