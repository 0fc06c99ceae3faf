"""Small pictures with words: steps with numbers, states with arrows between them, people with icons."""

from itertools import pairwise
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from crmo_desktop.domain.picture import Panel, Panels
from crmo_desktop.gui.drawing.blocks import (
    NUMBER,
    Block,
    Line,
    arrow,
    ended,
    evenly,
    icon,
    mark,
    number,
    said,
)
from crmo_desktop.gui.drawing.drawer import Tools
from crmo_desktop.gui.drawing.scene import Scene, View, box, face, height_of
from crmo_desktop.gui.theme import Look

_GAP: Final = 16.0
_ARROW_GAP: Final = 40.0  # between states, for the arrow
_BETWEEN_ROWS: Final = 24.0
_NARROWEST: Final = 165.0  # of a panel, in letters as wide as Atkinson's
_WIDEST: Final = 340.0
_HIGHEST: Final = 320.0  # of an illustration
_LEAST_ART: Final = 210.0  # of an illustration and the gap, that words may stand beside it
_BESIDE_ART: Final = 20.0  # between them
_PAD: Final = 14.0
_TILE: Final = 48.0  # across the ground of an icon


class _Frame(NamedTuple):
    """What all panels share.

    Attributes:
        width: of each.
        art: room for the illustration; empty where there are none.
        scale: of the illustrations, so that they compare.
        beside: the words stand at the right of the illustration, not below it.
    """

    width: float
    art: QSizeF
    scale: float
    beside: bool


def draw(panels: Panels, look: Look, width: float, _view: View, tools: Tools) -> Scene:
    """All panels, in as many columns as there is room for; those of one row are of equal size."""
    cells = [_Cell(panels, place, look, tools) for place in range(len(panels.panels))]
    becomes, has_art = panels.order == "becomes", any(panel.art for panel in panels.panels)
    gap = _ARROW_GAP if becomes else _GAP
    least = max([_NARROWEST * look.typeface.breadth, *(cell.least() for cell in cells)])
    count = _columns(len(cells), width, gap, least, in_one_row=becomes)
    wide = evenly(width, count, gap)
    if has_art:
        wide = min(wide, _WIDEST if count > 1 else 2 * _WIDEST)
    frame = _frame([cell.panel for cell in cells], wide, beside=count == 1 and wide - least >= _LEAST_ART)
    left = (width - wide * count - gap * (count - 1)) / 2
    scene, top = Scene(QSizeF(width, 0)), 0.0
    between = _ARROW_GAP if becomes else _BETWEEN_ROWS if has_art else _GAP
    heights = [cell.height(frame) for cell in cells]
    for first in range(0, len(cells), count):
        row = cells[first : first + count]
        height = max(heights[first : first + count])
        rects = [QRectF(left + place * (wide + gap), top, wide, height) for place in range(len(row))]
        for cell, rect in zip(row, rects, strict=True):
            cell.put(scene, rect, frame)
        if becomes:
            _arrows(scene, rects, frame, is_last=first + count >= len(cells), alone=count == 1)
        top += height + between
    return ended(scene, width, top - between)


def _columns(count: int, width: float, gap: float, least: float, *, in_one_row: bool) -> int:
    """How many columns; states stand in one row or below each other, others in rows as even as can be."""
    most = max(1, min(count, 4 if in_one_row or count == 4 else 3, int((width + gap) // (least + gap))))
    if in_one_row:
        return count if most >= count else 1
    if count == 4 and most == 3:
        return 2
    return most


def _frame(panels: list[Panel], width: float, *, beside: bool) -> _Frame:
    """The same room for each illustration, whose scale is the same, too."""
    arts = [panel.art for panel in panels if panel.art is not None]
    if not arts:
        return _Frame(width, QSizeF(0, 0), 1.0, beside=False)
    room = min(width * 0.45, _WIDEST * 0.8) if beside else width
    widest, highest = max(art.width for art in arts), max(art.height for art in arts)
    scale = min(room / widest, _HIGHEST / highest)
    return _Frame(width, QSizeF(room if not beside else widest * scale, highest * scale), scale, beside)


def _arrows(scene: Scene, rects: list[QRectF], frame: _Frame, *, is_last: bool, alone: bool) -> None:
    """From each state to the one that it turns into."""
    for before, after in pairwise(rects):
        y = before.top() + frame.art.height() / 2
        arrow(scene, [QPointF(before.right() + 8, y), QPointF(after.left() - 8, y)], "accent", 2.2)
    if alone and not is_last:
        x, y = rects[0].left() + frame.art.width() / 2, rects[0].bottom()
        arrow(scene, [QPointF(x, y + 7), QPointF(x, y + _ARROW_GAP - 7)], "accent", 2.2)


class _Cell:
    """One panel."""

    def __init__(self, panels: Panels, place: int, look: Look, tools: Tools) -> None:
        self.panel = panels.panels[place]
        self._place, self._tools, self._look = place, tools, look
        self._number = str(place + 1) if panels.order == "numbered" else ""
        self._words = Block(
            Line(self.panel.title.text, face(look, 16, 600)),
            Line(self.panel.text.text, face(look, 14.5), above=3),
        )

    def least(self) -> float:
        """The least width at which no word is cut."""
        return self._words.least() + self._indent() + (2 * _PAD if self.panel.art is None else 0)

    def _indent(self) -> float:
        """Room for the number or the icon at the left of the words."""
        aside = NUMBER + 8 if self._number else 0.0
        return aside + (_TILE + 12 if self.panel.art is None and self.panel.icon else 0.0)

    def height(self, frame: _Frame) -> float:
        """How high it is."""
        if self.panel.art is None:
            inner = frame.width - 2 * _PAD - self._indent()
            return max(self._words.height(inner), _TILE if self.panel.icon else 0) + 2 * _PAD
        if frame.beside:
            inner = frame.width - frame.art.width() - _BESIDE_ART - self._indent()
            return max(frame.art.height(), self._words.height(inner))
        return frame.art.height() + 10 + self._words.height(frame.width - self._indent())

    def put(self, scene: Scene, rect: QRectF, frame: _Frame) -> None:
        """Draw it."""
        if self.panel.art is None:
            place, ground = self._put_card(scene, rect), "card"
        else:
            art = QRectF(0, 0, self.panel.art.width * frame.scale, self.panel.art.height * frame.scale)
            art.moveCenter(QPointF(rect.left() + frame.art.width() / 2, 0))
            art.moveBottom(rect.top() + frame.art.height())
            scene.art(self._tools.art_of(self.panel.art), art)
            place, ground = QRectF(rect.left(), rect.top() + frame.art.height() + 10, rect.width(), 0), "page"
            if frame.beside:
                left = rect.left() + frame.art.width() + _BESIDE_ART
                place = QRectF(left, rect.top(), rect.right() - left, 0)
                place.moveTop(
                    rect.top() + (rect.height() - self._words.height(place.width() - self._indent())) / 2
                )
        if self._number:
            first = height_of("1", self._words.lines[0].font, 100)
            middle = QPointF(place.left() + NUMBER / 2, place.top() + first / 2)
            number(scene, self._number, middle, face(self._look, 14, 700))
            place.setLeft(place.left() + NUMBER + 8)
        self._words.put(scene, place, ground)
        name = said(self.panel.title.text, self.panel.text.text)
        told = f"{self._number}. {name}" if self._number else name
        mark(scene, f"panel:{self._place}", told, rect, self.panel.title, self.panel.text)

    def _put_card(self, scene: Scene, rect: QRectF) -> QRectF:
        """The ground of a panel without an illustration, with its icon; returns where its words begin."""
        scene.shape(box(rect.adjusted(0.6, 0.6, -0.6, -0.6), 8), fill="card", line="border_strong", width=1.1)
        left = rect.left() + _PAD
        if self.panel.icon:
            tile = QRectF(left, rect.top() + _PAD, _TILE, _TILE)
            scene.shape(box(tile, _TILE / 2), fill="accent_soft", line="accent", width=1.0)
            icon(scene, self._tools.icons, self.panel.icon, "accent", tile.adjusted(11, 11, -11, -11))
            left = tile.right() + 12
        return QRectF(left, rect.top() + _PAD, rect.right() - _PAD - left, 0)
