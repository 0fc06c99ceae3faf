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
)
from crmo_desktop.domain.slides import Figure, Matter, MatterKind
from crmo_desktop.domain.source_name import short_name
from crmo_desktop.gui.drawing.blocks import Block
from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.gui.slides.figures_art import art_parts
from crmo_desktop.gui.slides.figures_bones import BoneSlides
from crmo_desktop.gui.slides.figures_choices import choice_parts
from crmo_desktop.gui.slides.figures_events import event_parts
from crmo_desktop.gui.slides.figures_flow import FlowSlides, flag_parts
from crmo_desktop.gui.slides.figures_lead import bone_lead, caption_part, flow_lead, source_parts
from crmo_desktop.gui.slides.figures_panels import panel_parts
from crmo_desktop.gui.slides.figures_pen import GAP, Part, Pen
from crmo_desktop.gui.slides.figures_ranges import range_parts
from crmo_desktop.gui.slides.figures_rates import rate_parts
from crmo_desktop.gui.slides.figures_slide import BoneSlide, FigureSlide, FlowSlide, Setting, TableSlide
from crmo_desktop.gui.slides.figures_table import TableSlides
from crmo_desktop.gui.slides.frame import Frame, fits_foot
from crmo_desktop.gui.slides.room_look import RoomLook
from crmo_desktop.gui.slides.slide import Room, Slide

PartsOf = Callable[..., list[Part]]  # of a drawing of its kind and a pen
_PARTS: Final[dict[type, PartsOf]] = {
    LabelledArt: art_parts,
    Panels: panel_parts,
    Choices: choice_parts,
    IconArrays: rate_parts,
    Ranges: range_parts,
    Timeline: event_parts,
}
_FACTORS: Final = (1.3, 1.2, 1.1)  # larger words, where there is room
_NEAR: Final = 0.5  # a part may be so much higher than its room before it is called cut


def figure_slides(
    matter: Matter, figure: Figure, look: RoomLook, makers: SlideMakers, room: Room
) -> tuple[Slide, ...]:
    """A drawing as slides, at least one; bone maps, flow charts and comparisons are live.

    Raises:
        UnknownPictureError: this edition has no such picture.
    """
    del room  # the look has it
    picture = makers.reading.figure(figure.picture, matter.audience)
    return tuple(_Maker(matter, picture, look, makers).slides())


@dataclass
class _Maker:
    """Makes the slides of one picture."""

    matter: Matter
    picture: Picture
    look: RoomLook
    makers: SlideMakers

    def slides(self) -> Iterator[Slide]:
        """All of them; at last the sources that had no room at the foot of theirs."""
        self._unnamed: list[str] = []
        for slide in self._drawn():
            if isinstance(slide, BoneSlide | FlowSlide):
                slide.draw_all()  # the sources of all states belong on the slide of sources
            yield slide
        if self._unnamed:
            frame = self._frame((), title=self.look.words.sources())
            pen = replace(self._pen, body_of=lambda _: frame.body.height())
            for part in source_parts(list(dict.fromkeys(self._unnamed)), pen):
                yield FigureSlide(self._setting, frame, part)

    @cached_property
    def _setting(self) -> Setting:
        return Setting(matter=self.matter, picture=self.picture, look=self.look, icons=self.makers.icons)

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
        )

    def _frame_of(self, part: Part) -> Frame:
        """The frame of a part, with its sources; what has no room there is named on a slide of its own."""
        names = self._names(part)
        if fits_foot(names, self.look):
            frame = self._frame(names, title=part.title)
            if part.scene.size.height() <= frame.body.height() + _NEAR or not names:
                return frame
        self._unnamed += names
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

    def _names(self, part: Part) -> list[str]:
        ids = [*part.sources, *(source for fact in part.facts for source in self._by_fact.get(fact, ()))]
        return [self._short[id] for id in dict.fromkeys(ids) if id in self._short]

    # --- room

    @cached_property
    def _pen(self) -> Pen:
        look = self.look
        return Pen(
            look=look.look,
            tools=self.makers.make_drawer().tools,
            width=self._frame(()).body.width(),
            body_of=cache(self._body_of),
            text=look.text,
            small=look.small,
        )

    def _body_of(self, title: str) -> float:
        """How high the room of a slide with this title is, where its source line is one line."""
        return self._frame((), title=title, foot="").body.height()

    # --- slides

    def _drawn(self) -> Iterator[Slide]:
        drawing, pen = self.picture.drawing, self._pen
        if isinstance(drawing, BoneMap):
            yield from self._still(bone_lead(drawing, self.picture.caption, pen))
            yield BoneSlide(self._setting, self._frame_of, BoneSlides(drawing, pen))
        elif isinstance(drawing, Flow):
            yield from self._still(flow_lead(drawing, self.picture.caption, pen))
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

    def _below_caption(self, parts_of: PartsOf, pen: Pen) -> list[Part]:
        """The parts, the caption above the first, or before it where the parts would be more for that."""
        caption, above = self._caption(pen)
        lower = replace(pen, above=above)
        alone, below = parts_of(self.picture.drawing, pen), parts_of(self.picture.drawing, lower)
        if len(below) > len(alone) or not _fits(below[0], lower, 0):
            parts = self._largest(parts_of, pen, alone)
            return [caption_part(self.picture.caption, pen), *parts]
        parts = self._largest(parts_of, lower, below)
        return [_below(caption, above, parts[0]), *parts[1:]]

    def _largest(self, parts_of: PartsOf, pen: Pen, parts: list[Part]) -> list[Part]:
        """The parts in the largest words for which no more slides are needed."""
        if isinstance(self.picture.drawing, IconArrays | LabelledArt):  # which grow by themselves
            return parts
        for factor in _FACTORS:
            tried = parts_of(self.picture.drawing, pen.grown(factor))
            if len(tried) == len(parts) and all(_fits(part, pen, slide) for slide, part in enumerate(tried)):
                return tried
        return parts

    def _tables(self, drawing: SideBySide, pen: Pen) -> Iterator[Slide]:
        caption, above = self._caption(pen)
        alone, below = TableSlides(drawing, pen), TableSlides(drawing, replace(pen, above=above))
        is_below = len(below.slides) <= len(alone.slides)
        if not is_below:
            yield from self._still([caption_part(self.picture.caption, pen)])
        table = below if is_below else alone
        for place in range(len(table.slides)):
            lead = partial(_below, caption, above) if is_below and place == 0 else None
            yield TableSlide(self._setting, self._frame_of, table, place, lead)

    def _still(self, parts: list[Part]) -> Iterator[Slide]:
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
