"""Sets the words of a matter as slides."""

from collections.abc import Sequence
from typing import Final

from crmo_desktop.domain.identifiers import SourceId
from crmo_desktop.domain.slides import Box, Grid, Matter, MatterKind, Piece, Point, Strand, SubHeading
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.slides.blocks import Block, heading_block, point_block
from crmo_desktop.gui.slides.cutting import box_blocks, cut_point
from crmo_desktop.gui.slides.filling import filled
from crmo_desktop.gui.slides.frame import MOST_FOOT_LINES, Frame, fits_foot
from crmo_desktop.gui.slides.room_look import RoomLook
from crmo_desktop.gui.slides.tables import table_blocks
from crmo_desktop.gui.slides.words_slide import WordsSlide

_LINE: Final = "\u2028"
_SOURCES_ELSEWHERE: Final = 4.0  # what it costs to name sources on another slide


class Setting:
    """Sets slides of words; knows how much room each slide of a matter has."""

    def __init__(self, matter: Matter, look: RoomLook, icons: IconShelf) -> None:
        self._matter, self._look, self._icons = matter, look, icons
        self._frames: dict[tuple[str, ...], Frame] = {}
        self._is_opening = matter.kind is MatterKind.TITLE or not matter.pieces
        foot = _LINE.join("x" * MOST_FOOT_LINES)
        lowest = Frame(matter, look, foot=foot, is_opening=self._is_opening).body
        self._width, self._highest = lowest.width(), lowest.height()

    def slides(self, pieces: Sequence[Piece]) -> list[WordsSlide]:
        """The slides of some pieces of the matter, in order; without figures."""
        groups = filled(self._blocks(pieces), self._capacity) or [[]]
        return [self._slide(group) for group in groups]

    def _blocks(self, pieces: Sequence[Piece]) -> list[Block]:
        """Pieces as blocks, each of which fits on a slide, with the heading above it if there is one."""
        blocks: list[Block] = []
        for piece in pieces:
            above = blocks[-1] if blocks and blocks[-1].keeps_next else None
            room = self._highest - (above.height + self._look.text if above is not None else 0)
            blocks += self._of_piece(piece, room)
        return blocks

    def _of_piece(self, piece: Piece, room: float) -> list[Block]:
        look, width = self._look, self._width
        if isinstance(piece, Point):
            return [point_block(part, look, width) for part in cut_point(piece, look, width, room)]
        if isinstance(piece, SubHeading):
            return [heading_block(piece, look, width)]
        if isinstance(piece, Box):
            return box_blocks(piece, look, width, self._matter.audience, room)
        if isinstance(piece, Grid):
            return table_blocks(piece, look, width, room)
        return []  # figures are slides of their own

    def sources_slides(self, sources: Sequence[SourceId]) -> list[WordsSlide]:
        """Slides that name what others had no room to name."""
        look, names = self._look, self._names(sources)
        points = [Point(words=(Strand(name),)) for name in names]
        frame = Frame(self._matter, look, title=look.words.sources(), kicker=self._matter.title)
        blocks = [point_block(point, look, frame.body.width(), size=look.small) for point in points]
        groups = filled(blocks, lambda _: (frame.body.height(), 0.0))
        return [WordsSlide(self._matter, frame, group, look, self._icons) for group in groups]

    def unnamed(self, slides: Sequence[WordsSlide]) -> tuple[SourceId, ...]:
        """What slides cite and have no room to name."""
        return tuple(dict.fromkeys(each for slide in slides for each in slide.unnamed))

    def _slide(self, blocks: Sequence[Block]) -> WordsSlide:
        cited = _cited(blocks)
        slide = WordsSlide(self._matter, self._frame(cited), blocks, self._look, self._icons)
        slide.unnamed = () if fits_foot(self._names(cited), self._look) else cited
        return slide

    def _capacity(self, blocks: Sequence[Block]) -> tuple[float, float]:
        cited = _cited(blocks)
        is_named = fits_foot(self._names(cited), self._look)
        return self._frame(cited).body.height(), 0.0 if is_named else _SOURCES_ELSEWHERE

    def _frame(self, cited: Sequence[SourceId]) -> Frame:
        names = self._names(cited)
        if names not in self._frames:
            foot = None if fits_foot(names, self._look) else self._look.words.sources_follow()
            self._frames[names] = Frame(
                self._matter, self._look, sources=names, foot=foot, is_opening=self._is_opening
            )
        return self._frames[names]

    def _names(self, cited: Sequence[SourceId]) -> tuple[str, ...]:
        references = self._matter.references
        return tuple(dict.fromkeys(references[each] for each in cited if each in references))


def _cited(blocks: Sequence[Block]) -> tuple[SourceId, ...]:
    return tuple(dict.fromkeys(source for block in blocks for source in block.sources))
