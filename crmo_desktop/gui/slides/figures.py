"""Drawings of the edition as slides: cut into parts that can be read from the back row, never shrunk."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from itertools import combinations
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF

from crmo_desktop.domain.bone_map import BoneMap
from crmo_desktop.domain.identifiers import FactId, SourceId
from crmo_desktop.domain.picture import (
    Choices,
    Flow,
    IconArrays,
    LabelledArt,
    Panels,
    Picture,
    Ranges,
    SideBySide,
    Timeline,
    Words,
)
from crmo_desktop.domain.slides import Figure, Matter, MatterKind
from crmo_desktop.domain.source_name import short_name
from crmo_desktop.gui.drawing.blocks import Block, united
from crmo_desktop.gui.drawing.scene import View
from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.gui.slides.figures_art import art_parts
from crmo_desktop.gui.slides.figures_bones import BoneSlides
from crmo_desktop.gui.slides.figures_choices import choice_parts
from crmo_desktop.gui.slides.figures_events import event_parts
from crmo_desktop.gui.slides.figures_flow import FlowSlides, flag_parts
from crmo_desktop.gui.slides.figures_lead import bone_lead, caption_part, flow_lead
from crmo_desktop.gui.slides.figures_panels import panel_parts
from crmo_desktop.gui.slides.figures_pen import GAP, Part, Pen, sizes
from crmo_desktop.gui.slides.figures_ranges import range_parts
from crmo_desktop.gui.slides.figures_rates import rate_parts
from crmo_desktop.gui.slides.figures_slide import (
    BoneSlide,
    FigureSetting,
    FigureSlide,
    FlowSlide,
    TableSlide,
)
from crmo_desktop.gui.slides.figures_table import TableSlides
from crmo_desktop.gui.slides.frame import MOST_FOOT_LINES, Frame, source_line
from crmo_desktop.gui.slides.room_look import RoomLook
from crmo_desktop.gui.slides.slide import Room

PartsOf = Callable[..., list[Part]]  # of a drawing of its kind and a pen
_PARTS: Final[dict[type, PartsOf]] = {
    LabelledArt: art_parts,
    Panels: panel_parts,
    Choices: choice_parts,
    IconArrays: rate_parts,
    Ranges: range_parts,
    Timeline: event_parts,
}
_TITLE_SIZES: Final = (None, 44.0, 32.0)
_FACTORS: Final = (1.3, 1.2, 1.1)  # larger words, where there is room
_NEAR: Final = 0.5  # a part may be so much higher than its room before it is called cut


def figure_slides(
    matter: Matter, figure: Figure, look: RoomLook, makers: SlideMakers, room: Room
) -> tuple[FigureSlide, ...]:
    """A drawing as slides, at least one; bone maps, flow charts and comparisons are live.

    Sources that have no room on them are in their `unnamed`.

    Raises:
        UnknownPictureError: this edition has no such picture.
    """
    del room  # the look has it
    picture = makers.reading.figure(figure.picture, matter.audience)
    made: tuple[FigureSlide, ...] = ()
    for title_size in _TITLE_SIZES:  # where words are large, long titles may leave too little room
        made = tuple(_Maker(matter, picture, look, makers, title_size).slides())
        if all(slide.spare(state) >= -_NEAR for slide in made for state in slide.paper_states()):
            break
    return made


@dataclass
class _Maker:
    """Makes the slides of one picture."""

    matter: Matter
    picture: Picture
    look: RoomLook
    makers: SlideMakers
    title_size: float | None

    @cached_property
    def _setting(self) -> FigureSetting:
        return FigureSetting(
            matter=self.matter, picture=self.picture, look=self.look, icons=self.makers.icons
        )

    # --- frames

    def _frame(self, sources: Sequence[str], *, title: str = "", foot: str | None = None) -> Frame:
        """The frame of a slide; one with a title of its own has that of the picture above it."""
        is_alone = self.matter.kind is MatterKind.PICTURE
        kicker = self.matter.kicker if is_alone else self.matter.title
        return Frame(
            self.matter,
            self.look,
            title=title or self.picture.title,
            kicker=self.picture.title if title else kicker,
            sources=sources,
            foot=foot,
            title_size=self.title_size,
        )

    def _frame_of(self, part: Part) -> Frame:
        """The frame of a part, with its sources; what has no room there is named on slides of sources."""
        ids = self._sources_of(part)
        names = [self._short[id] for id in ids]
        for most in range(MOST_FOOT_LINES, 0, -1):  # in fewer words before they go elsewhere
            line = source_line(names, self.look, most)
            if line is not None:
                frame = self._frame(names, title=part.title, foot=line)
                if not names or part.scene.size.height() <= frame.body.height() + _NEAR:
                    return frame
        part.unnamed = ids
        return self._frame((), title=part.title, foot=self.look.words.sources_follow())

    @cached_property
    def _by_fact(self) -> dict[FactId, list[SourceId]]:
        found: dict[FactId, list[SourceId]] = {}
        for citation in self.makers.reading.cited_in(self.picture):
            for fact in citation.facts:
                found.setdefault(fact.id, []).append(citation.source.id)
        return found

    @cached_property
    def _short(self) -> dict[SourceId, str]:
        """How slides name every source of the picture."""
        told = self.matter.references
        return {
            citation.source.id: told.get(citation.source.id)
            or short_name(citation.source, self.matter.language)
            for citation in self.makers.reading.cited_in(self.picture)
        }

    def _sources_of(self, part: Part) -> tuple[SourceId, ...]:
        ids = [*part.sources, *(source for fact in part.facts for source in self._by_fact.get(fact, ()))]
        return tuple(dict.fromkeys(id for id in ids if id in self._short))

    # --- room

    @cached_property
    def _pen(self) -> Pen:
        look = self.look
        return Pen(
            look=look.look,
            tools=self.makers.make_drawer().tools,
            width=self._frame(()).body.width(),
            body_of=self._body_of,
            over=self._over,
            text=look.text,
            small=look.small,
        )

    @cached_property
    def _bare(self) -> Callable[[str], Frame]:
        """Gives the frame of a slide with a title whose source line is one line."""

        def bare(title: str) -> Frame:
            return self._frame((), title=title, foot="")

        return cache(bare)

    def _body_of(self, title: str) -> float:
        """How high the room of such a slide is."""
        return self._bare(title).body.height()

    def _over(self, title: str) -> QRectF:
        """What stands above that room, from its corner."""
        frame = self._bare(title)
        return united(each.rect for each in frame.placed).translated(-frame.body.topLeft())

    # --- slides

    def slides(self) -> Iterator[FigureSlide]:
        """All of them."""
        drawing, pen = self.picture.drawing, self._pen
        if isinstance(drawing, BoneMap):
            yield from self._still(self._told(bone_lead(drawing, self.picture.caption, pen)))
            yield BoneSlide(self._setting, self._frame_of, self._bones(drawing, pen))
        elif isinstance(drawing, Flow):
            yield from self._still(self._told(flow_lead(drawing, self.picture.caption, pen)))
            yield FlowSlide(self._setting, self._frame_of, FlowSlides(drawing, pen))
            yield from self._still(flag_parts(drawing, pen))
        elif isinstance(drawing, SideBySide):
            yield from self._tables(drawing, pen)
        else:
            yield from self._still(self._below_caption(_PARTS[type(drawing)], pen))

    def _caption(self, pen: Pen) -> tuple[Block, float]:
        """What is to be seen, to stand above a drawing, and how much room it takes there."""
        caption = Block(pen.line(self.picture.caption, role="muted"))
        return caption, caption.height(pen.width) + GAP

    def _bones(self, drawing: BoneMap, pen: Pen) -> BoneSlides:
        """In words as large as let every page have room."""
        *larger, smallest = sizes(pen)
        tried = (BoneSlides(drawing, each) for each in larger)
        fitting = (
            bones
            for bones in tried
            if all(_fits(bones.part(page), pen, 0) for page in range(len(bones.pages)))
        )
        return next(fitting, None) or BoneSlides(drawing, smallest)

    def _below_caption(self, parts_of: PartsOf, pen: Pen) -> list[Part]:
        """The parts, the caption above the first, or before it where the parts would be more for that."""
        caption, above = self._caption(pen)
        alone, pen = self._fitting(parts_of, pen)
        lower = replace(pen, above=above)
        below = parts_of(self.picture.drawing, lower)
        if len(below) > len(alone) or not _fits(below[0], lower, 0):
            parts = self._largest(parts_of, pen, alone)
            return [*self._told([caption_part(self.picture.caption, self._pen)]), *parts]
        parts = self._largest(parts_of, lower, below)
        return [*self._told([_below(caption, above, parts[0])]), *parts[1:]]

    def _fitting(self, parts_of: PartsOf, pen: Pen) -> tuple[list[Part], Pen]:
        """The parts in the largest words in which all have room, and the pen for them."""
        parts: list[Part] = []
        for smaller in sizes(pen):
            parts, pen = parts_of(self.picture.drawing, smaller), smaller
            if all(_fits(part, pen, slide) for slide, part in enumerate(parts)):
                break
        return parts, pen

    def _largest(self, parts_of: PartsOf, pen: Pen, parts: list[Part]) -> list[Part]:
        """The parts in the largest words for which no more slides are needed."""
        if isinstance(self.picture.drawing, IconArrays | LabelledArt):  # which grow by themselves
            return parts
        if pen.text < self._pen.text:
            return parts
        for factor in _FACTORS:
            tried = parts_of(self.picture.drawing, pen.grown(factor))
            if len(tried) == len(parts) and all(_fits(part, pen, slide) for slide, part in enumerate(tried)):
                return tried
        return parts

    def _tables(self, drawing: SideBySide, pen: Pen) -> Iterator[FigureSlide]:
        caption, above = self._caption(pen)
        *larger, smallest = sizes(pen)
        pen = next((each for each in larger if _table_fits(TableSlides(drawing, each), each)), smallest)
        lower = replace(pen, above=above)
        alone, below = TableSlides(drawing, pen), TableSlides(drawing, lower)
        is_below = len(below.slides) <= len(alone.slides) and _table_fits(below, lower)
        if not is_below:
            yield from self._still(self._told([caption_part(self.picture.caption, self._pen)]))
        table, pen = (below, lower) if is_below else (alone, pen)
        if pen.text == self._pen.text:
            grown = ((TableSlides(drawing, pen.grown(factor)), pen) for factor in _FACTORS)
            fitting = (
                each
                for each, pen in grown
                if len(each.slides) == len(table.slides) and _table_fits(each, pen)
            )
            table = next(fitting, table)
        for place in range(len(table.slides)):
            lead = partial(self._led, caption, above) if is_below and place == 0 else None
            yield TableSlide(self._setting, self._frame_of, table, place, lead)

    def _led(self, caption: Block, above: float, part: Part) -> Part:
        return self._told([_below(caption, above, part)])[0]

    def _told(self, parts: list[Part]) -> list[Part]:
        """Slides that tell the caption, and so rest on its facts, too."""
        caption = Words(text=self.picture.caption, facts=self.picture.caption_facts)
        for part in parts:
            part.rests_on(caption)
        return parts

    def _still(self, parts: list[Part]) -> Iterator[FigureSlide]:
        for part in parts:
            yield FigureSlide(self._setting, self._frame_of(part), part)


def _fits(part: Part, pen: Pen, slide: int) -> bool:
    """Whether it has room, and no words in it lie on others or beyond its sides."""
    rects = [one.rect for one in part.scene.written()]
    return (
        part.scene.size.height() <= pen.height(slide, part.title) + _NEAR
        and all(rect.left() >= -1 and rect.right() <= pen.width + 1 for rect in rects)
        and not any(one.adjusted(2, 2, -2, -2).intersects(other) for one, other in combinations(rects, 2))
    )


def _table_fits(table: TableSlides, pen: Pen) -> bool:
    return all(_fits(table.part(slide, View(), -1), pen, slide) for slide in range(len(table.slides)))


def _below(caption: Block, above: float, part: Part) -> Part:
    """A part with the picture's caption above it."""
    scene = part.scene
    whole = type(scene)(QSizeF(scene.size.width(), scene.size.height() + above))
    caption.put(whole, QRectF(0, 0, scene.size.width(), 0), "page")
    whole.add(scene, QPointF(0, above))
    return Part(
        scene=whole,
        title=part.title,
        facts=part.facts,
        sources=part.sources,
        art=part.art.translated(0, above),
    )
