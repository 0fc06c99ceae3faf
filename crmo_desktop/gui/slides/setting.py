"""Sets the words of a matter as slides."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from crmo_desktop.domain.identifiers import SourceId
from crmo_desktop.domain.slides import Box, Grid, Matter, MatterKind, Piece, Point, Strand, SubHeading
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.slides.blocks import Block, heading_block, point_block
from crmo_desktop.gui.slides.cutting import box_blocks, cut_point
from crmo_desktop.gui.slides.filling import filled, height_of
from crmo_desktop.gui.slides.frame import MOST_FOOT_LINES, Frame, foot_lines, source_line
from crmo_desktop.gui.slides.room_look import RoomLook
from crmo_desktop.gui.slides.tables import table_blocks
from crmo_desktop.gui.slides.words_slide import WordsSlide

_LINE: Final = "\u2028"
_KEPT: Final = 0.5  # of a slide: more than this is not kept with what follows
_FEW: Final = 2  # blocks before the first heading that may stand on its slide
_SHORT: Final = 2  # lines: a point that is said again above what belongs to it on another slide
_SOURCES_ELSEWHERE: Final = 9.0  # what it costs to name sources on another slide


class Setting:
    """Sets slides of words; knows how much room each slide of a matter has."""

    def __init__(self, matter: Matter, look: RoomLook, icons: IconShelf) -> None:
        self._matter, self._look, self._icons = matter, look, icons
        self._frames: dict[str, Frame] = {}
        self._feet: dict[tuple[str, ...], tuple[str, int]] = {}
        self._bodies: dict[int, float] = {}
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
            room = self._room_below(blocks)
            if isinstance(piece, Point) and piece.level:
                room -= self._parent_height(blocks)
            blocks += self._of_piece(piece, room)
        return _with_parents(self._opened(blocks))

    def _room_below(self, blocks: Sequence[Block]) -> float:
        """How high a block may be that stands below all that keeps to it."""
        kept = 0.0
        for block in reversed(blocks):
            if not block.keeps_next:
                break
            kept += block.height + block.above
        return self._highest - (kept + self._look.text if kept and kept < self._highest * _KEPT else 0)

    def _parent_height(self, blocks: Sequence[Block]) -> float:
        """How high the point is that stands over deeper ones on each of their slides."""
        parent = next((block for block in reversed(blocks) if not block.level), None)
        is_short = parent is not None and parent.lines <= _SHORT
        return parent.height + self._look.text if parent is not None and is_short else 0.0

    def _opened(self, blocks: list[Block]) -> list[Block]:
        """The blocks; the first heading has what leads into it on its slide: there is nothing to hide yet."""
        first = next((place for place, block in enumerate(blocks) if block.begins), 0)
        if 0 < first <= _FEW:
            blocks[first] = replace(blocks[first], begins=False)
        return blocks

    def _of_piece(self, piece: Piece, room: float) -> list[Block]:
        look, width = self._look, self._width
        if isinstance(piece, Point):
            return cut_point(piece, look, width, room)
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
        set_points = [point_block(point, look, frame.body.width(), size=look.foot) for point in points]
        blocks = [replace(block, points=0) for block in set_points]
        groups = filled(blocks, lambda *_: (frame.body.height(), 0.0))
        slides = [WordsSlide(self._matter, frame, group, look, self._icons) for group in groups]
        for slide in slides:
            slide.title = look.words.sources_of(self._matter.title)
        return slides

    def unnamed(self, slides: Sequence[WordsSlide]) -> tuple[SourceId, ...]:
        """What slides cite and have no room to name."""
        return tuple(dict.fromkeys(each for slide in slides for each in slide.unnamed))

    def _slide(self, blocks: Sequence[Block]) -> WordsSlide:
        cited = _cited(blocks)
        foot = self._foot(self._names(cited), height_of(blocks))
        slide = WordsSlide(self._matter, self._frame(foot), blocks, self._look, self._icons)
        slide.unnamed = cited if foot == self._look.words.sources_follow() else ()
        return slide

    def _capacity(self, blocks: Sequence[Block], height: float) -> tuple[float, float]:
        line, lines = self._foot_for(self._names(_cited(blocks)), height)
        elsewhere = line == self._look.words.sources_follow()
        return self._body(lines), _SOURCES_ELSEWHERE if elsewhere else 0.0

    def _foot(self, names: tuple[str, ...], height: float) -> str:
        return self._foot_for(names, height)[0]

    def _foot_for(self, names: tuple[str, ...], height: float) -> tuple[str, int]:
        """What the foot says, in how many lines: sources, in further lines too if nothing else needs them."""
        elsewhere = self._look.words.sources_follow()
        if names not in self._feet:
            most = MOST_FOOT_LINES + (3 if self._is_opening else 2)
            line = source_line(names, self._look, most)
            line = elsewhere if line is None else line
            self._feet[names] = line, foot_lines(line, self._look)
        line, lines = self._feet[names]
        if lines > MOST_FOOT_LINES and self._body(lines) < height:
            return elsewhere, 1
        return line, lines

    def _body(self, lines: int) -> float:
        """How high the body of a slide is over a foot of so many lines."""
        if lines not in self._bodies:
            foot = _LINE.join("x" * lines)
            self._bodies[lines] = self._frame(foot).body.height()
        return self._bodies[lines]

    def _frame(self, foot: str) -> Frame:
        if foot not in self._frames:
            self._frames[foot] = Frame(self._matter, self._look, foot=foot, is_opening=self._is_opening)
        return self._frames[foot]

    def _names(self, cited: Sequence[SourceId]) -> tuple[str, ...]:
        references = self._matter.references
        return tuple(dict.fromkeys(references[each] for each in cited if each in references))


def _cited(blocks: Sequence[Block]) -> tuple[SourceId, ...]:
    return tuple(dict.fromkeys(source for block in blocks for source in block.sources))


def _with_parents(blocks: Sequence[Block]) -> list[Block]:
    """Blocks in which a short point stands over those that belong to it, wherever these go."""
    made: list[Block] = []
    parent: Block | None = None
    for block, following in zip(blocks, (*blocks[1:], None), strict=False):
        if block.level and parent is not None:
            is_first = not made or made[-1].over is not parent
            sources = (*parent.sources, *block.sources)
            made.append(replace(block, over=parent, joins=not is_first, sources=sources))
            continue
        parent = None
        if block.ends and not block.level and following is not None and following.level:
            parent = block if block.lines <= _SHORT else None
        if parent is None:
            made.append(block)
    return made
