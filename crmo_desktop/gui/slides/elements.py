"""What is painted on a slide: words, patches of colour, icons."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtSvg import QSvgRenderer

from crmo_desktop.domain.slides import Strand, Strands, plain
from crmo_desktop.gui.drawing.scene import box
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import direction_of, placed
from crmo_desktop.gui.slides.slide import HEIGHT, SMALLEST
from crmo_desktop.gui.theme import Look

_RAISED: Final = {"sup": 30.0, "sub": -14.0}  # per cent of the letters' height
_BOLD: Final = 700


@dataclass(frozen=True, slots=True)
class SetText:
    """Words broken into lines.

    Attributes:
        text: without looks.
        rect: what they cover, from the upper left corner of the room they were given.
        size: of their smallest letters in units.
        lines: how many.
        ends: how many characters stand in the lines up to and with each.
    """

    text: str
    layout: QTextLayout
    rect: QRectF
    size: float
    lines: int
    ends: tuple[int, ...]

    @property
    def height(self) -> float:
        """Of all lines."""
        return self.rect.height()


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words at a place, in the colour of a role."""

    words: SetText
    at: QPointF
    role: str = "text"
    step: int = 0

    @property
    def rect(self) -> QRectF:
        """What they cover."""
        return self.words.rect.translated(self.at)

    def moved(self, by: QPointF) -> "Words":
        """The same elsewhere."""
        return replace(self, at=self.at + by)

    def mirrored(self, width: float) -> "Words":
        """The same on a slide that is turned round."""
        room = self.words.layout.lineAt(0).width() if self.words.lines else 0.0
        if self.words.rect.left() < 1:  # words from left to right stand at the side where lines begin, too
            room = self.words.rect.right()
        return replace(self, at=QPointF(width - self.at.x() - room, self.at.y()))

    def paint(self, painter: QPainter, look: Look, icons: IconShelf) -> None:
        """Paint it."""
        painter.setPen(look.colour(self.role))
        self.words.layout.draw(painter, self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patch:
    """A filled rectangle.

    Attributes:
        fill, line: roles; "" for none.
        width: of the line.
        radius: of its corners.
        bar: how wide a bar at its beginning is; `bar_role` its colour.
    """

    rect: QRectF
    fill: str = ""
    line: str = ""
    width: float = 2.0
    radius: float = 0.0
    bar: float = 0.0
    bar_role: str = ""
    is_mirrored: bool = False
    step: int = 0

    def moved(self, by: QPointF) -> "Patch":
        """The same elsewhere."""
        return replace(self, rect=self.rect.translated(by))

    def mirrored(self, width: float) -> "Patch":
        """The same on a slide that is turned round."""
        rect = placed(self.rect, QRectF(0, 0, width, HEIGHT), mirrored=True)
        return replace(self, rect=rect, is_mirrored=True)

    def paint(self, painter: QPainter, look: Look, icons: IconShelf) -> None:
        """Paint it."""
        path = box(self.rect, self.radius)
        if self.fill:
            painter.fillPath(path, look.colour(self.fill))
        if self.bar:
            bar = QPainterPath()
            left = self.rect.right() - self.bar if self.is_mirrored else self.rect.left()
            bar.addRect(QRectF(left, self.rect.top(), self.bar, self.rect.height()))
            painter.fillPath(path.intersected(bar), look.colour(self.bar_role))
        if self.line:
            painter.strokePath(path, QPen(look.colour(self.line), self.width))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """An icon in the colour of a role."""

    icon: str
    rect: QRectF
    role: str = "text"
    step: int = 0

    def moved(self, by: QPointF) -> "Sign":
        """The same elsewhere."""
        return replace(self, rect=self.rect.translated(by))

    def mirrored(self, width: float) -> "Sign":
        """The same on a slide that is turned round."""
        return replace(self, rect=placed(self.rect, QRectF(0, 0, width, HEIGHT), mirrored=True))

    def paint(self, painter: QPainter, look: Look, icons: IconShelf) -> None:
        """Paint it, as lines, so that it is sharp at any size."""
        svg = icons.svg(self.icon).replace("currentColor", look.name_of(self.role))
        QSvgRenderer(QByteArray(svg.encode())).render(painter, self.rect)


Element = Words | Patch | Sign


def paint_all(
    elements: Iterable[Element], painter: QPainter, look: Look, icons: IconShelf, step: int = 0
) -> None:
    """Paint what is seen at a step, in order."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for element in elements:
        if element.step <= step:
            element.paint(painter, look, icons)


def set_text(
    words: Strands | str,
    font: QFont,
    width: float,
    *,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    spacing: float = 1.0,
) -> SetText:
    """Break words into lines at a width in units.

    Args:
        words: plain ones, or strands of several looks.
        font: of all; strong and emphasised strands change it.
        width: of the room.
        align: left is where the words' own direction begins; right, or centre.
        spacing: factor on the height of lines.
    """
    strands = (Strand(words),) if isinstance(words, str) else words
    made = _set(strands, font, width, align, spacing, QTextOption.WrapMode.WordWrap)
    if made.rect.right() > width + 0.5:  # an address, or another word that no line has room for
        anywhere = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        made = _set(strands, font, width, align, spacing, anywhere)
    return made


def _set(
    strands: Strands,
    font: QFont,
    width: float,
    align: Qt.AlignmentFlag,
    spacing: float,
    mode: QTextOption.WrapMode,
) -> SetText:
    text = plain(strands)
    layout = QTextLayout(text, font)
    direction = direction_of(text)
    if direction is Qt.LayoutDirection.RightToLeft and align == Qt.AlignmentFlag.AlignLeft:
        align = Qt.AlignmentFlag.AlignRight  # Qt's layouts do not turn it round
    option = QTextOption(align)
    option.setWrapMode(mode)
    option.setUseDesignMetrics(True)
    option.setTextDirection(direction)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    formats = _formats(strands, font)
    if formats:
        layout.setFormats(formats)
    layout.beginLayout()
    top, left, right, ends = 0.0, width, 0.0, []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height() * spacing
        used = line.naturalTextRect()
        left, right = min(left, used.left()), max(right, used.right())
        ends.append(line.textStart() + line.textLength())
    layout.endLayout()
    rect = QRectF(min(left, right), 0, right - min(left, right), top)
    size = font.pixelSize()
    if any(strand.script for strand in strands):
        size = min(size, _script_size(font))
    return SetText(text, layout, rect, float(size), len(ends), tuple(ends))


def _formats(strands: Strands, font: QFont) -> list[QTextLayout.FormatRange]:
    formats, start = [], 0
    for strand in strands:
        if strand.is_strong or strand.is_emphasis or strand.script:
            shape = QTextCharFormat()
            if strand.is_strong:
                shape.setFontWeight(_BOLD)
            if strand.is_emphasis:
                shape.setFontItalic(True)
            if strand.script:  # Qt's own would be smaller than the last row can read
                shape.setProperty(QTextCharFormat.Property.FontPixelSize, _script_size(font))
                shape.setBaselineOffset(_RAISED[strand.script])
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = start, _utf16(strand.text), shape
            formats.append(piece)
        start += _utf16(strand.text)
    return formats


def _script_size(font: QFont) -> int:
    return max(round(SMALLEST), round(font.pixelSize() * 0.7))


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
