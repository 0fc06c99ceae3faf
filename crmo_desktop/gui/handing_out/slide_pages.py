"""Slides on paper: pages that can be looked at, printed and written as PDF."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPen

from crmo_desktop.domain.identifiers import SourceId
from crmo_desktop.domain.language import is_right_to_left
from crmo_desktop.domain.publication import PaperLook
from crmo_desktop.domain.slide_paper import SlideLayout, SlidePaper
from crmo_desktop.gui.handing_out.flow import Paragraph, lines_of
from crmo_desktop.gui.handing_out.handed import Handed
from crmo_desktop.gui.handing_out.sheets import (
    Block,
    SheetOfSlides,
    SlideAt,
    in_rows,
    of_words,
    with_lines,
    with_notes,
)
from crmo_desktop.gui.handing_out.shots import Shot, shots_of
from crmo_desktop.gui.paper.paper_style import MARGIN, UNITS, print_look, sheet_of
from crmo_desktop.gui.paper.running import Running
from crmo_desktop.gui.paper.words import PaperWords
from crmo_desktop.gui.pdf_parts import Link, OutlineEntry
from crmo_desktop.gui.slides.answer_slide import AnswerSlide
from crmo_desktop.gui.slides.figures_slide import FigureSlide
from crmo_desktop.gui.slides.question_slide import QuestionSlide
from crmo_desktop.gui.slides.slide import HEIGHT
from crmo_desktop.gui.slides.words_slide import WordsSlide
from crmo_desktop.services.slide_pieces import sources_of

_TYPE: Final = 10.5  # points: notes
_SMALL: Final = 8.0  # points: sources below small slides
_EDGE: Final = 12 / 25.4 * 72  # points between the foot and the edge of the sheet
_ABOVE_FOOT: Final = 9.0  # points
_EDGE_WIDTH: Final = 0.5  # points: round a slide
_SMALL_SLIDES: Final = {SlideLayout.SIX, SlideLayout.LINES}  # whose own source lines nobody can read


class SlidePages:
    """Pages.

    Attributes:
        title: of what is handed out.
        language: BCP 47 tag.
        size: of a page, in points.
        outline: parts, and in each what its slides are about.
    """

    def __init__(self, handed: Handed, paper: SlidePaper, themes: Path, day: date) -> None:
        """Share the slides out.

        Args:
            handed: what is handed out.
            paper: how it is put on paper.
            themes: the folder of themes.
            day: of printing.
        """
        self.title, self.language = handed.deck.title, handed.language
        self._handed, self._paper = handed, paper
        upright = sheet_of(PaperLook(size=paper.size)).size
        self.size = upright.transposed() if paper.layout is SlideLayout.ONE else upright
        self._look = print_look(themes, _TYPE, self.language)
        self._width = (self.size.width() - 2 * MARGIN) * UNITS
        self._running = Running(
            self._look, PaperWords(), handed.edition, width=self._width, type_size=_TYPE, day=day
        )
        foot = self._running.foot_height([""])
        self._foot_top = (self.size.height() - MARGIN - _EDGE) * UNITS - foot
        self._room = QSizeF(self._width, self._foot_top - _ABOVE_FOOT * UNITS)
        self._sheets = list(self._shared_out())
        self.outline = tuple(self._outline())

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self._sheets)

    # --- sharing out

    def _shared_out(self) -> Iterator[SheetOfSlides]:
        shots = shots_of(self._handed.deck, has_answers=self._paper.has_answers)
        is_rtl = is_right_to_left(self.language)
        layout = self._paper.layout
        if layout is SlideLayout.NOTES:
            yield from with_notes(self._blocks(shots), self._room)
        elif layout in _SMALL_SLIDES:
            yield from self._with_sources(shots, is_rtl=is_rtl)
        else:
            yield from in_rows(shots, self._room, 1, 2 if layout is SlideLayout.TWO else 1)
        if self._paper.has_sources and self._handed.sources:
            yield from of_words(list(lines_of(self._all_sources(), self._look, self._width)), self._room)

    def _with_sources(self, shots: Sequence[Shot], *, is_rtl: bool) -> Iterator[SheetOfSlides]:
        """Small slides, and below them what they cite in letters that can be read."""
        is_lined = self._paper.layout is SlideLayout.LINES
        a_page = 3 if is_lined else 6
        groups = [shots[first : first + a_page] for first in range(0, len(shots), a_page)]
        below = [list(lines_of(_cited(group), self._look, self._width)) for group in groups]
        high = max((sum(line.height for line in lines) for lines in below), default=0.0)
        room = QSizeF(self._width, self._room.height() - (high + _ABOVE_FOOT * UNITS if high else 0.0))
        for group, lines in zip(groups, below, strict=True):
            made = with_lines(group, room, 3, is_rtl=is_rtl) if is_lined else in_rows(group, room, 2, 3)
            for sheet in made:
                top = self._room.height() - sum(line.height for line in lines)
                (words,) = of_words(lines, self._room) if lines else (SheetOfSlides(),)
                sheet.lines = [each._replace(at=each.at + QPointF(0, top)) for each in words.lines]
                yield sheet

    def _blocks(self, shots: Sequence[Shot]) -> Iterator[Block]:
        """Each slide; what is to be said of a matter stands below its first."""
        told: set[str] = set()
        for shot in shots:
            matter = shot.slide.matter
            own = self._handed.notes_on(matter) if shot.slide.number == 0 else ()
            notes = [words for words in (*own, *shot.slide.notes) if (matter.key + words) not in told]
            told.update(matter.key + words for words in notes)
            paragraphs = [Paragraph(words, _TYPE, above=4.0) for words in notes]
            yield Block(shot, list(lines_of(paragraphs, self._look, self._width)))

    def _all_sources(self) -> Iterator[Paragraph]:
        title = QCoreApplication.translate("SlidePages", "Sources")
        yield Paragraph(title, 16.0, 600, "heading", is_title=True, keeps_next=True)
        for source in self._handed.sources:
            yield Paragraph(source.reference, _TYPE - 1.0, above=4.0)

    def _outline(self) -> Iterator[OutlineEntry]:
        parts, part, matter = self._handed.parts, -1, ""
        for number, sheet in enumerate(self._sheets):
            for shot, rect in sheet.slides:
                of, top = shot.slide.matter, MARGIN + rect.top() / UNITS
                if of.key == matter:
                    continue
                matter = of.key
                if parts and of.part != part and of.part < len(parts):
                    yield OutlineEntry(0, parts[of.part], number, top)
                part = of.part
                yield OutlineEntry(1 if parts else 0, of.title, number, top)

    # --- what it looks like

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint page `number`, from 0; a unit of the painter is a point."""
        sheet = self._sheets[number]
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.translate(MARGIN, MARGIN)
        painter.scale(1 / UNITS, 1 / UNITS)
        for slide in sheet.slides:
            self._paint_slide(painter, slide)
        for line, at in sheet.lines:
            line.paint(painter, self._look, at)
        painter.setPen(QPen(self._look.colour("border"), _EDGE_WIDTH * UNITS))
        for rule in sheet.rules:
            painter.drawLine(rule.topLeft(), rule.topRight())
        foot = self._running.foot("", number, self.pages)
        self._running.paint_foot(painter, foot, self._foot_top)
        painter.restore()

    def _paint_slide(self, painter: QPainter, slide: SlideAt) -> None:
        shot, rect = slide
        painter.save()
        painter.setClipRect(rect)
        painter.translate(rect.topLeft())
        scale = rect.height() / HEIGHT
        painter.scale(scale, scale)
        shot.slide.paint(painter, shot.state)
        painter.restore()
        painter.setPen(QPen(self._look.colour("border_strong"), _EDGE_WIDTH * UNITS))
        painter.drawRect(rect)

    # --- what it says

    def told(self, number: int) -> str:
        """The words of page `number`, from 0, in the order of reading; a line a paragraph."""
        sheet = self._sheets[number]
        said = [words for shot, _ in sheet.slides for words in shot.told]
        said += [line.text for line, _ in sheet.lines if line.text]
        foot = self._running.foot("", number, self.pages)
        return "\n".join([*said, *foot.left, *(words for words in foot.right if words)])

    def areas(self, number: int) -> tuple[QRectF, ...]:
        """Where slides and lines of words stand on page `number`, in points."""
        sheet = self._sheets[number]
        found = [rect for _, rect in sheet.slides]
        found += [QRectF(at, QSizeF(self._width, line.height)) for line, at in sheet.lines]
        return tuple(
            QRectF(
                MARGIN + rect.x() / UNITS,
                MARGIN + rect.y() / UNITS,
                rect.width() / UNITS,
                rect.height() / UNITS,
            )
            for rect in found
        )

    @property
    def text_area(self) -> QRectF:
        """Where slides and words stand, in points."""
        return QRectF(MARGIN, MARGIN, self._room.width() / UNITS, self._room.height() / UNITS)

    def links(self, number: int) -> Iterator[Link]:
        """What leads somewhere from page `number`: nothing."""
        yield from ()


def _cited(shots: Sequence[Shot]) -> list[Paragraph]:
    """What slides cite, as they name it; also what they have no room to name."""
    named = dict.fromkeys(name for shot in shots for name in _named(shot) if name)
    if not named:
        return []
    words = QCoreApplication.translate("SlidePages", "Sources: {sources}").format(sources="; ".join(named))
    return [Paragraph(words, _SMALL, role="muted")]


def _named(shot: Shot) -> Iterator[str]:
    slide, references = shot.slide, shot.slide.matter.references
    if isinstance(slide, QuestionSlide):
        return  # at its foot is where the answer is written
    ids: Sequence[SourceId] = ()
    if isinstance(slide, WordsSlide):
        ids = sources_of(slide.pieces)
    elif isinstance(slide, FigureSlide):
        ids = slide.unnamed
    elif isinstance(slide, AnswerSlide) and slide.matter.question is not None:
        ids = slide.matter.question.sources
    yield from (references[id] for id in ids if id in references)
    if isinstance(slide, FigureSlide) and not ids:
        yield from slide.source_line.split("; ")
