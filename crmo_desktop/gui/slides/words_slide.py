"""A slide of words: points, call-outs, tables."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from crmo_desktop.domain.identifiers import SourceId
from crmo_desktop.domain.slides import Grid, Matter, Piece
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import placed as turned
from crmo_desktop.gui.slides.blocks import Block, moved
from crmo_desktop.gui.slides.elements import Element, paint_all
from crmo_desktop.gui.slides.filling import stacked, starts
from crmo_desktop.gui.slides.frame import Frame
from crmo_desktop.gui.slides.room_look import RoomLook
from crmo_desktop.gui.slides.slide import HEIGHT, Placed, Slide, SlideState


class WordsSlide(Slide):
    """Shows blocks below each other.

    Attributes:
        pieces: what it shows of its matter, for other forms of the same slide.
        unnamed: what it cites and has no room to name at its foot.
    """

    unnamed: tuple[SourceId, ...] = ()

    def __init__(
        self, matter: Matter, frame: Frame, blocks: Sequence[Block], look: RoomLook, icons: IconShelf
    ) -> None:
        self.matter, self.title, self.width = matter, matter.title, look.width
        self.notes, self.source_line = matter.notes, frame.source_line
        self.pieces = _pieces(blocks)
        self._frame, self._look, self._icons = frame, look, icons
        self._elements: list[Element] = []
        body: list[Placed] = []
        left = look.width - frame.body.right() if frame.is_mirrored else frame.body.left()
        step, top = 0, frame.body.top()
        before: Block | None = None
        for block in blocks:
            goes_on = before is None or before.keeps_next or (block.joins and not starts(block, before))
            if look.room.builds and not goes_on:
                step += 1
            for room, part in stacked(block, before):
                elements, places = moved(part, QPointF(left, top + room), step)
                self._elements += elements
                body += places
                top += room + part.height
            before = block
        self.steps = step + 1
        if frame.is_mirrored:
            self._elements = [element.mirrored(look.width) for element in self._elements]
            whole = QRectF(0, 0, look.width, HEIGHT)
            body = [_turned(each, whole) for each in body]
        heads = [each for each in frame.placed if each.kind != "source"]
        feet = [each for each in frame.placed if each.kind == "source"]
        self.placed = (*heads, *body, *feet)

    def paint(self, painter: QPainter, state: SlideState) -> None:
        """Paint it."""
        self._frame.paint(painter, self._icons, self.place)
        paint_all(self._elements, painter, self._look.look, self._icons, state.step)


def _pieces(blocks: Sequence[Block]) -> tuple[Piece, ...]:
    """What blocks show; rows that stand together as one table."""
    pieces: list[Piece] = []
    before: Block | None = None
    for block in blocks:
        last = pieces[-1] if pieces else None
        own = block.pieces
        if block.over is not None and starts(block, before):
            own = block.over.pieces + own
        for piece in own:
            if isinstance(piece, Grid) and isinstance(last, Grid) and not starts(block, before):
                pieces[-1] = replace(last, rows=(*last.rows, *piece.rows))
            else:
                pieces.append(piece)
        before = block
    return tuple(pieces)


def _turned(each: Placed, whole: QRectF) -> Placed:
    rect = turned(each.rect, whole, mirrored=True)
    return replace(each, rect=rect)
