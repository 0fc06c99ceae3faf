"""The bone map on a slide: one group's figures as bars, the skeleton beside them; keys change the group."""

from functools import cache
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt

from crmo_desktop.domain.bone_map import BoneFigure, BoneGroup, BoneMap
from crmo_desktop.gui.drawing.blocks import Block, said
from crmo_desktop.gui.drawing.bone_colours import coloured, paint, step_of
from crmo_desktop.gui.drawing.scene import Scene, box, width_of
from crmo_desktop.gui.drawing.skeleton import placed, shades_within, skeleton
from crmo_desktop.gui.slides.figures_pen import GAP, Part, Pen, new_part, piled, put

_BAR: Final = 24.0  # how high a bar is
_BELOW_NAME: Final = 14.0  # and below its name
_BESIDE: Final = 40.0  # between the words and the skeleton
_ROW_GAP: Final = 10.0
_MOST_ROW_GAP: Final = 34.0
_IN_LINE: Final = 740.0  # wide enough for name, bar and number in one line
_NAMES: Final = 0.47  # how much of that the names may have
_SWATCH: Final = QSizeF(46.0, 28.0)


class BonePage(NamedTuple):
    """What a press of a key goes to: some of a group's figures, or what must be said beside them.

    Attributes:
        first, end: which figures; the same where there are none.
        has_notes: the words beside the figures are here.
    """

    group: BoneGroup
    first: int
    end: int
    has_notes: bool


class BoneSlides:
    """A bone map for a room."""

    def __init__(self, drawing: BoneMap, pen: Pen) -> None:
        self._drawing, self._pen = drawing, pen
        shape = skeleton(pen.tools.pictures).front.size
        self._shape = shape.width() / shape.height()
        self._high = min(pen.body_of(group.name) for group in drawing.groups)
        largest = max((self._place(group).width() for group in drawing.groups), default=0.0)
        self._wide = pen.width - largest - _BESIDE
        self._is_in_line = self._wide >= _IN_LINE
        figures = [figure for group in drawing.groups for figure in group.bones]
        self._number = (
            max(width_of(figure.shown, self._shown(figure).lines[0].font) for figure in figures) + 2
        )
        self.part = cache(self._part)
        self.pages = [page for group in drawing.groups for page in self._pages(group)]

    # --- what is on which page

    def _pages(self, group: BoneGroup) -> list[BonePage]:
        """All on one if there is room for that; else the figures, then the words beside them."""
        room, count = self._pen.body_of(group.name), len(group.bones)
        whole = BonePage(group, 0, count, True)
        if self._used(whole) <= room or not self._notes(group).lines:
            return [whole]
        heights = [self._row_high(figure) + _ROW_GAP for figure in group.bones]
        none = self._used(BonePage(group, 0, 0, False))
        pages = [BonePage(group, *pile, False) for pile in piled(heights, 0.0, lambda _: room - none)]
        return [*pages, BonePage(group, count, count, True)]

    def _used(self, page: BonePage) -> float:
        """How high the words of a page are."""
        rows = sum(self._row_high(figure) + _ROW_GAP for figure in page.group.bones[page.first : page.end])
        notes = self._notes(page.group).height(self._wide) + _ROW_GAP if page.has_notes else 0.0
        return self._head(page.group).height(self._wide) + _ROW_GAP + rows + notes + self._hatch_high()

    def _head(self, group: BoneGroup) -> Block:
        """Who, and what the figures are."""
        pen = self._pen
        return Block(pen.line(group.people), pen.line(group.unit, role="muted"))

    def _notes(self, group: BoneGroup) -> Block:
        """How the places were found, and what must be said beside the figures."""
        method = QCoreApplication.translate("BoneMap", "Method: {method}").format(method=group.method)
        pen = self._pen
        return Block(pen.line(method if group.method else "", role="muted"), pen.line(group.note, above=4))

    def _row_high(self, figure: BoneFigure) -> float:
        name = self._name(figure).height(self._name_wide)
        return max(name, _BAR) if self._is_in_line else name + 2 + _BELOW_NAME

    def _name(self, figure: BoneFigure) -> Block:
        return Block(self._pen.line(figure.name, self._pen.text - 2))

    def _shown(self, figure: BoneFigure) -> Block:
        return Block(self._pen.line(figure.shown, self._pen.text - 2, 700, is_figure=True))

    @property
    def _name_wide(self) -> float:
        return self._wide * _NAMES if self._is_in_line else self._wide - self._number - GAP

    def _no_figure(self) -> Block:
        return Block(self._pen.line(self._drawing.no_figure, role="muted"))

    def _hatch_high(self) -> float:
        return self._no_figure().height(self._wide - _SWATCH.width() - 14)

    def _row_gap(self, page: BonePage) -> float:
        """Between rows: more where there is room left."""
        spare = self._pen.body_of(page.group.name) - self._used(page)
        return _ROW_GAP + max(0.0, min(_MOST_ROW_GAP - _ROW_GAP, spare / max(1, page.end - page.first)))

    # --- what is drawn

    def _part(self, number: int) -> Part:
        """The page with this number, from 0."""
        page, pen = self.pages[number], self._pen
        part, figures = new_part(pen, page.group.name), page.group.bones[page.first : page.end]
        gap = self._row_gap(page)
        top = put(part.scene, self._head(page.group), 0, 0, self._wide) + _ROW_GAP
        for figure in figures:
            top = self._put_row(part, figure, top) + gap
        if page.has_notes:
            top = put(part.scene, self._notes(page.group), 0, top, self._wide) + _ROW_GAP
        bottom = self._put_hatch(part.scene, top)
        self._paint_skeleton(part, page.group)
        part.is_of(page.group.source)
        part.facts += page.group.facts
        part.scene.size.setHeight(max(bottom, part.art.bottom()))
        return part

    def _put_row(self, part: Part, figure: BoneFigure, top: float) -> float:
        """Name, bar and number; returns where they end."""
        scene, high = part.scene, self._row_high(figure)
        name, shown = self._name(figure), self._shown(figure)
        right = QRectF(self._wide - self._number, 0, self._number, 0)
        bottom = put(scene, name, 0, top, self._name_wide)
        line = shown.height(self._number)
        if self._is_in_line:
            left = self._name_wide + GAP
            bar = QRectF(left, top + (high - _BAR) / 2, right.left() - GAP - left, _BAR)
            right.moveTop(top + (high - line) / 2)
        else:
            bar = QRectF(0, bottom + 2, self._wide, _BELOW_NAME)
            right.moveTop(bottom - line)
        shown.put(scene, right, "page", Qt.AlignmentFlag.AlignRight)
        scene.shape(box(bar, 4), fill="sunken", line="border_strong", width=1.5)
        done = QRectF(bar.left(), bar.top(), bar.width() * figure.percent / 100, bar.height())
        scene.shape(box(done, 4), fill=f"scale[{step_of(figure.percent)}]", line="bone_line", width=1.5)
        return top + high

    def _put_hatch(self, scene: Scene, top: float) -> float:
        words, left = self._no_figure(), _SWATCH.width() + 14
        line = Block(self._pen.line("x")).height(100)
        swatch = QRectF(QPointF(0, top + (line - _SWATCH.height()) / 2), _SWATCH)
        scene.shape(box(swatch), fill="nodata", hatch="nodata_line", line="nodata_line", width=1.5)
        return put(scene, words, left, top, self._wide - left)

    def _place(self, group: BoneGroup) -> QRectF:
        """Where the skeleton is: as high as the room, and beside the title if that leaves it room."""
        right, over = self._pen.width, self._pen.over(group.name)
        high = self._high - over.top()
        large = QRectF(right - high * self._shape, over.top(), high * self._shape, high)
        if over.isEmpty() or over.right() > large.left() - GAP:
            return QRectF(right - self._high * self._shape, 0, self._high * self._shape, self._high)
        return large

    def _paint_skeleton(self, part: Part, group: BoneGroup) -> None:
        """From the front."""
        rect = self._place(group)
        where = self._pen.tools.pictures, "front", rect.height(), (rect.x(), rect.y())
        shapes = [
            one._replace(bone=one.bone._replace(shades=shades_within(*where, place)))
            if one.bone.is_part and one.figure is not None
            else one
            for place, one in enumerate(coloured(placed(*where), group.bones))
        ]
        paint(part.scene, shapes, rect.height())
        part.art = rect

    def told(self, number: int) -> tuple[str, ...]:
        """What the page with this number says."""
        page = self.pages[number]
        group = page.group
        words = [said(group.name, group.people), group.unit]
        words += [f"{figure.name}: {figure.shown}" for figure in group.bones[page.first : page.end]]
        if page.has_notes:
            words += [line.text for line in self._notes(group).lines]
        return (*words, self._drawing.no_figure)
