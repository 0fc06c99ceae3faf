"""Drawings of the edition as slides: cut into parts that can be read from the back row, never shrunk."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
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
from crmo_desktop.gui.slides.figures_lead import bone_lead, flow_lead, source_parts
from crmo_desktop.gui.slides.figures_panels import panel_parts
from crmo_desktop.gui.slides.figures_pen import GAP, Part, Pen
from crmo_desktop.gui.slides.figures_ranges import range_parts
from crmo_desktop.gui.slides.figures_rates import rate_parts
from crmo_desktop.gui.slides.figures_slide import BoneSlide, FigureSlide, FlowSlide, Setting, TableSlide
from crmo_desktop.gui.slides.figures_table import TableSlides
from crmo_desktop.gui.slides.frame import Frame, fits_foot
from crmo_desktop.gui.slides.room_look import RoomLook
from crmo_desktop.gui.slides.slide import Room, Slide

_PARTS: Final[dict[type, Callable[..., list[Part]]]] = {
    LabelledArt: art_parts,
    Panels: panel_parts,
    Choices: choice_parts,
    IconArrays: rate_parts,
    Ranges: range_parts,
    Timeline: event_parts,
}
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
        """All of them."""
        self._unnamed: list[str] = []
        for lines in (1, 2):  # the room depends on the sources, and these on what has room
            pen = self._pen(lines)
            made = list(self._drawn(pen))
            if all(slide_fits(slide) for slide in made):
                break
        yield from made
        if self._unnamed:
            names = list(dict.fromkeys(self._unnamed))
            frame = self._frame((), title=self.look.words.sources())
            pen = replace(pen, heights=(frame.body.height(), frame.body.height()))
            for part in source_parts(names, pen):
                yield FigureSlide(self._setting, frame, part)

    @cached_property
    def _setting(self) -> Setting:
        return Setting(matter=self.matter, picture=self.picture, look=self.look, icons=self.makers.icons)

    # --- frames

    def _frame(self, sources: Sequence[str], *, title: str | None = None, foot: str | None = None) -> Frame:
        is_alone = self.matter.kind is MatterKind.PICTURE
        kicker = self.matter.kicker if is_alone else self.matter.title
        return Frame(
            self.matter,
            self.look,
            title=title or self.picture.title,
            kicker=kicker,
            sources=sources,
            foot=foot,
        )

    def _frame_of(self, part: Part) -> Frame:
        """The frame of a part, with its sources; more than has room is named on a slide of their own."""
        names = self._names(part)
        if fits_foot(names, self.look):
            return self._frame(names)
        self._unnamed += names
        return self._frame((), foot=self.look.words.sources_follow())

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

    def _pen(self, lines: int) -> Pen:
        """What is drawn with, where the source line has so many lines."""
        frame = self._frame((), foot="\u2028".join(["x"] * lines))
        high = frame.body.height()
        look = self.look
        return Pen(
            look=look.look,
            tools=self.makers.make_drawer().tools,
            width=frame.body.width(),
            heights=(high, high),
            text=look.text,
            small=look.small,
        )

    # --- slides

    def _drawn(self, pen: Pen) -> Iterator[Slide]:
        drawing = self.picture.drawing
        caption = Block(pen.line(self.picture.caption, role="muted"))
        if isinstance(drawing, BoneMap):
            yield from self._still(bone_lead(drawing, self.picture.caption, pen))
            yield BoneSlide(self._setting, self._frame_of, BoneSlides(drawing, pen))
        elif isinstance(drawing, Flow):
            yield from self._still(flow_lead(drawing, self.picture.caption, pen))
            yield FlowSlide(self._setting, self._frame_of, FlowSlides(drawing, pen))
            yield from self._still(flag_parts(drawing, pen))
        else:
            above = caption.height(pen.width) + GAP
            lower = replace(pen, heights=(pen.heights[0] - above, pen.heights[1]))
            if isinstance(drawing, SideBySide):
                yield from self._tables(TableSlides(drawing, lower), caption, above)
            else:
                parts = _PARTS[type(drawing)](drawing, lower)
                parts[0] = _below(caption, above, parts[0])
                yield from self._still(parts)

    def _still(self, parts: list[Part]) -> Iterator[Slide]:
        for part in parts:
            yield FigureSlide(self._setting, self._frame_of(part), part)

    def _tables(self, table: TableSlides, caption: Block, above: float) -> Iterator[Slide]:
        for place in range(len(table.slides)):
            lead = partial(_below, caption, above) if place == 0 else None
            yield TableSlide(self._setting, self._frame_of, table, place, lead)


def slide_fits(slide: Slide) -> bool:
    """Whether nothing on it is cut: all of a drawing is in the frame's body, in every state of a live one."""
    assert isinstance(slide, FigureSlide)
    return all(slide.spare(state) >= -_NEAR for state in slide.paper_states())


def _below(caption: Block, above: float, part: Part) -> Part:
    """A part with the picture's caption above it."""
    scene = part.scene
    whole = type(scene)(QSizeF(scene.size.width(), scene.size.height() + above))
    caption.put(whole, QRectF(0, 0, scene.size.width(), 0), "page")
    whole.add(scene, QPointF(0, above))
    return Part(scene=whole, facts=part.facts, sources=part.sources, art=part.art.translated(0, above))
