"""The bone map on a slide: one group's figures as bars, the skeleton beside them; keys change the group."""

from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt

from crmo_desktop.domain.bone_map import BoneFigure, BoneGroup, BoneMap
from crmo_desktop.gui.drawing.blocks import Block, said
from crmo_desktop.gui.drawing.bone_colours import coloured, paint, step_of
from crmo_desktop.gui.drawing.scene import Scene, box, width_of
from crmo_desktop.gui.drawing.skeleton import placed, shades_within, skeleton
from crmo_desktop.gui.slides.figures_pen import GAP, Part, Pen, new_part, piled, put

_BAR: Final = 20.0  # how high
_LEAST_BAR: Final = 12.0
_BESIDE: Final = 44.0  # between the words and the skeleton
_MOST: Final = 0.34  # of the width, for the skeletons
_TWO: Final = 1000.0  # wide enough for both views
_SWATCH: Final = QSizeF(46.0, 28.0)
_BELOW_HEAD: Final = 10.0
_MIDDLE: Final = Qt.AlignmentFlag.AlignHCenter


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
        self._back = QRectF()
        self._front = self._placed_views()
        self._wide = min(self._front.left(), self._back.left() if self._back else pen.width) - _BESIDE
        self.pages = [page for group in drawing.groups for page in self._pages(group)]

    def _placed_views(self) -> QRectF:
        """Where the skeleton is, from the front; and in a wide room, from behind."""
        pen = self._pen
        shape = skeleton(pen.tools.pictures).front.size
        count = 2 if pen.width >= _TWO else 1
        caption = self._caption(self._drawing.front).height(pen.width) if count == 2 else 0.0
        high = min(pen.least - caption, pen.width * _MOST / count / shape.width() * shape.height())
        wide = high * shape.width() / shape.height()
        if count == 2:
            self._back = QRectF(pen.width - wide, 0, wide, high)
        return QRectF(pen.width - count * wide, 0, wide, high)

    def _caption(self, words: str) -> Block:
        return Block(self._pen.line(words, role="muted"))

    # --- what is on which page

    def _pages(self, group: BoneGroup) -> list[BonePage]:
        """All on one if there is room for that; else the figures, then the words beside them."""
        room = self._pen.least - self._head(group).height(self._wide) - _BELOW_HEAD - self._hatch_high()
        heights = [self._row_high(figure) for figure in group.bones]
        bars = sum(heights) + GAP * (len(heights) - 1)
        notes = self._notes(group)
        if not notes.lines or bars + GAP + notes.height(self._wide) <= room:
            return [BonePage(group, 0, len(heights), True)]
        piles = piled(heights, GAP, lambda _: room)
        pages = [BonePage(group, pile.first, pile.end, False) for pile in piles]
        return [*pages, BonePage(group, len(heights), len(heights), True)]

    def _head(self, group: BoneGroup) -> Block:
        pen = self._pen
        return Block(
            pen.line(group.name, pen.text, 600, "heading"),
            pen.line(group.people),
            pen.line(group.unit, role="muted"),
        )

    def _notes(self, group: BoneGroup) -> Block:
        """How the places were found, and what must be said beside the figures."""
        method = QCoreApplication.translate("BoneMap", "Method: {method}").format(method=group.method)
        pen = self._pen
        return Block(
            pen.line(method if group.method else "", role="muted"), pen.line(group.note, role="text", above=4)
        )

    def _row_high(self, figure: BoneFigure) -> float:
        return self._name(figure).height(self._name_wide(figure)) + 4 + self._bar_high()

    def _bar_high(self) -> float:
        return _BAR if self._pen.least > 420 else _LEAST_BAR

    def _name(self, figure: BoneFigure) -> Block:
        return Block(self._pen.line(figure.name, self._pen.text - 2))

    def _shown(self, figure: BoneFigure) -> Block:
        return Block(self._pen.line(figure.shown, self._pen.text - 2, 700, is_figure=True))

    def _name_wide(self, figure: BoneFigure) -> float:
        line = self._shown(figure).lines[0]
        return self._wide - width_of(line.text, line.font) - GAP

    def _no_figure(self) -> Block:
        return Block(self._pen.line(self._drawing.no_figure, role="muted"))

    def _hatch_high(self) -> float:
        return self._no_figure().height(self._wide - _SWATCH.width() - 14) + GAP

    # --- what is drawn

    def part(self, number: int) -> Part:
        """The page with this number, from 0."""
        page, pen = self.pages[number], self._pen
        part = new_part(pen)
        top = put(part.scene, self._head(page.group), 0, 0, self._wide) + _BELOW_HEAD
        for figure in page.group.bones[page.first : page.end]:
            top = self._put_row(part, figure, top) + GAP
        if page.has_notes:
            top = put(part.scene, self._notes(page.group), 0, top, self._wide) + GAP
        bottom = self._put_hatch(part.scene, top)
        self._paint_skeleton(part, page.group)
        part.is_of(page.group.source)
        part.facts += page.group.facts
        part.scene.size.setHeight(max(bottom, self._front.bottom()))
        return part

    def _put_row(self, part: Part, figure: BoneFigure, top: float) -> float:
        """Name and number, a bar below them; returns where it ends."""
        scene, shown = part.scene, self._shown(figure)
        wide = self._name_wide(figure)
        bottom = put(scene, self._name(figure), 0, top, wide)
        line = shown.lines[0]
        number = width_of(line.text, line.font)
        put(scene, shown, self._wide - number, bottom - shown.height(number + 2), number + 2)
        bar = QRectF(0, bottom + 4, self._wide, self._bar_high())
        scene.shape(box(bar, 4), fill="sunken", line="border_strong", width=1.5)
        done = QRectF(bar.left(), bar.top(), bar.width() * figure.percent / 100, bar.height())
        scene.shape(box(done, 4), fill=f"scale[{step_of(figure.percent)}]", line="bone_line", width=1.5)
        return bar.bottom()

    def _put_hatch(self, scene: Scene, top: float) -> float:
        words = self._no_figure()
        left = _SWATCH.width() + 14
        line = Block(self._pen.line("x")).height(100)
        swatch = QRectF(QPointF(0, top + (line - _SWATCH.height()) / 2), _SWATCH)
        scene.shape(box(swatch), fill="nodata", hatch="nodata_line", line="nodata_line", width=1.5)
        return put(scene, words, left, top, self._wide - left)

    def _paint_skeleton(self, part: Part, group: BoneGroup) -> None:
        views = (("front", self._front, self._drawing.front), ("back", self._back, self._drawing.back))
        for view, rect, caption in views:
            if rect.isEmpty():
                continue
            folder = self._pen.tools.pictures
            where = folder, view, rect.height(), (rect.x(), rect.y())
            shapes = [
                one._replace(bone=one.bone._replace(shades=shades_within(*where, place)))
                if one.bone.is_part and one.figure is not None
                else one
                for place, one in enumerate(coloured(placed(*where), group.bones))
            ]
            paint(part.scene, shapes, rect.height())
            part.art = part.art.united(rect)
            if self._back:
                block = self._caption(caption)
                block.put(part.scene, QRectF(rect.x(), rect.bottom(), rect.width(), 0), "page", _MIDDLE)

    def told(self, number: int) -> tuple[str, ...]:
        """What the page with this number says."""
        page = self.pages[number]
        group = page.group
        words = [said(group.name, group.people), group.unit]
        words += [f"{figure.name}: {figure.shown}" for figure in group.bones[page.first : page.end]]
        if page.has_notes:
            words += [line.text for line in self._notes(group).lines]
        return (*words, self._drawing.no_figure)
