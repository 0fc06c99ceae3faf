"""Slides that show a drawing of the edition; live ones show another part of it at a key."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from crmo_desktop.domain.identifiers import SourceId
from crmo_desktop.domain.picture import Picture
from crmo_desktop.domain.slides import Matter
from crmo_desktop.gui.drawing.scene import Scene, View
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.slides.figures_bones import BoneSlides
from crmo_desktop.gui.slides.figures_flow import FlowPlace, FlowSlides
from crmo_desktop.gui.slides.figures_pen import Part
from crmo_desktop.gui.slides.figures_table import TableSlides, sorted_next
from crmo_desktop.gui.slides.frame import Frame
from crmo_desktop.gui.slides.room_look import RoomLook
from crmo_desktop.gui.slides.slide import Placed, Slide, SlideState

_KEPT: Final = 40  # drawings of a live slide


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSetting:
    """What slides of one picture share."""

    matter: Matter
    picture: Picture
    look: RoomLook
    icons: IconShelf


class FigureSlide(Slide):
    """A part of a drawing.

    Attributes:
        picture: that it shows.
        look: whose colours it has.
        unnamed: sources that have no room at its foot.
    """

    def __init__(self, setting: FigureSetting, frame: Frame, part: Part) -> None:
        """Show `part` in the body of `frame`."""
        self.matter, self.picture, self.look = setting.matter, setting.picture, setting.look
        self._icons, self._frame, self._part = setting.icons, frame, part
        self.title, self.steps, self.width = part.title or setting.picture.title, 1, setting.look.width
        self.unnamed: tuple[SourceId, ...] = part.unnamed
        self.source_line = frame.source_line
        self.notes = setting.matter.notes
        self.placed = self.placed_of(part)
        self.zoomed = self._zoomed(part)

    @property
    def at(self) -> QPointF:
        """Where the drawing begins."""
        return self._frame.body.topLeft()

    def part_of(self, state: SlideState) -> Part:
        """What is drawn in a state."""
        return self._part

    def scene_of(self, state: SlideState) -> Scene:
        """The drawing in a state, from `at`."""
        return self.part_of(state).scene

    def spare(self, state: SlideState) -> float:
        """How much room is left below the drawing in a state; below 0 it is cut."""
        return self._frame.body.height() - self.part_of(state).scene.size.height()

    def placed_of(self, part: Part) -> tuple[Placed, ...]:
        """All of a slide that shows `part`."""
        at = self._frame.body.topLeft()
        found = list(self._frame.placed)
        if not part.art.isEmpty():
            found.append(Placed(kind="picture", rect=part.art.translated(at), words=self.picture.title))
        found += [
            Placed(
                kind="label", rect=one.rect.translated(at), size=one.layout.font().pixelSize(), words=one.text
            )
            for one in part.scene.written()
        ]
        return tuple(found)

    def placed_in(self, state: SlideState) -> tuple[Placed, ...]:
        """All of the slide in a state."""
        return self.placed

    def told(self, state: SlideState) -> tuple[str, ...]:
        """All words; the name of an illustration that is called as its slide is not told twice."""
        placed = self.placed_in(state)
        titles = {each.words for each in placed if each.kind in ("title", "kicker")}
        return tuple(
            each.words
            for each in placed
            if each.words and not (each.kind == "picture" and each.words in titles)
        )

    def _zoomed(self, part: Part) -> QRectF:
        """The illustrations; where there are none, all that is drawn."""
        whole = QRectF(QPointF(0, 0), QSizeF(self._frame.body.width(), max(1.0, part.scene.size.height())))
        return (whole if part.art.isEmpty() else part.art).translated(self._frame.body.topLeft())

    def paint(self, painter: QPainter, state: SlideState) -> None:
        """Paint frame and drawing."""
        self._frame.paint(painter, self._icons, self.place)
        painter.save()
        painter.translate(self._frame.body.topLeft())
        self.scene_of(state).paint(painter, self.look.look)
        painter.restore()


class LiveSlide(FigureSlide):
    """A drawing that keys change."""

    is_live = True

    def __init__(self, setting: FigureSetting, frame: Callable[[Part], Frame], first: SlideState) -> None:
        """Begin with the state `first`; `frame` makes the frame of a part, whose sources are its own."""
        self._first, self._frame_of = first, frame
        self._drawn: dict[SlideState, tuple[Frame, Part]] = {}
        part = self.drawn(first)
        super().__init__(setting, frame(part), part)
        self.title = setting.picture.title
        parts = [self._shown(state)[1] for state in self.paper_states()]
        self.unnamed = tuple(dict.fromkeys(source for one in parts for source in one.unnamed))

    def drawn(self, state: SlideState) -> Part:
        """What is shown in a state, drawn anew."""
        raise NotImplementedError

    def _shown(self, state: SlideState) -> tuple[Frame, Part]:
        state = state._replace(step=0)
        if state not in self._drawn:
            if len(self._drawn) >= _KEPT:
                del self._drawn[next(iter(self._drawn))]
            part = self.drawn(state)
            self._drawn[state] = self._frame_of(part), part
        return self._drawn[state]

    def part_of(self, state: SlideState) -> Part:
        """What is drawn in a state."""
        return self._shown(state)[1]

    def spare(self, state: SlideState) -> float:
        """How much room is left below the drawing in a state; below 0 it is cut."""
        frame, part = self._shown(state)
        return frame.body.height() - part.scene.size.height()

    def paint(self, painter: QPainter, state: SlideState) -> None:
        """Paint frame and drawing; the source line is that of what is shown."""
        frame, part = self._shown(state)
        frame.paint(painter, self._icons, self.place)
        painter.save()
        painter.translate(frame.body.topLeft())
        part.scene.paint(painter, self.look.look)
        painter.restore()

    def first_state(self) -> SlideState:
        """How it opens."""
        return self._first

    def placed_in(self, state: SlideState) -> tuple[Placed, ...]:
        """All of the slide in a state."""
        frame, part = self._shown(state)
        kept, self._frame = self._frame, frame
        try:
            return self.placed_of(part)
        finally:
            self._frame = kept

    def told_round(self, state: SlideState, *said: str) -> tuple[str, ...]:
        """What the frame says, with what is `said` between its title and its sources."""
        placed = self._shown(state)[0].placed
        foot = tuple(each.words for each in placed if each.kind == "source")
        return (*(each.words for each in placed if each.kind != "source"), *said, *foot)


class BoneSlide(LiveSlide):
    """A bone map: up and down change the group of people."""

    def __init__(self, setting: FigureSetting, frame: Callable[[Part], Frame], bones: BoneSlides) -> None:
        """Begin with the first group."""
        self._bones = bones
        super().__init__(setting, frame, self._state(0))

    def _state(self, page: int) -> SlideState:
        return SlideState(view=View(groups=(self._bones.pages[page].group.id,)), chosen=page)

    def drawn(self, state: SlideState) -> Part:
        """The group of a state."""
        return self._bones.part(self._page(state))

    def _page(self, state: SlideState) -> int:
        """Which page is shown: that of `chosen`, or the first of the group that the view names."""
        pages = self._bones.pages
        if 0 <= state.chosen < len(pages):
            return state.chosen
        named = state.view.groups[:1] if state.view is not None else ()
        return next((place for place, page in enumerate(pages) if (page.group.id,) == named), 0)

    def press(self, key: str, state: SlideState) -> SlideState | None:
        """Another group at "up" and "down"; the first at "undo"."""
        page = self._page(state)
        if key in ("up", "down"):
            step = 1 if key == "down" else -1
            return self._state(max(0, min(len(self._bones.pages) - 1, page + step)))
        return self._state(0) if key == "undo" and page else None

    def told(self, state: SlideState) -> tuple[str, ...]:
        """Title, group and figures."""
        return self.told_round(state, *self._bones.told(self._page(state)))

    def paper_states(self) -> tuple[SlideState, ...]:
        """Every group."""
        return tuple(self._state(page) for page in range(len(self._bones.pages)))


class FlowSlide(LiveSlide):
    """A flow chart: up and down choose an answer, "choose" follows it, "undo" goes back."""

    def __init__(self, setting: FigureSetting, frame: Callable[[Part], Frame], flow: FlowSlides) -> None:
        """Begin with the first step."""
        self._flow = flow
        super().__init__(setting, frame, _state_of(flow.first()))

    def drawn(self, state: SlideState) -> Part:
        """The step of a state."""
        return self._flow.part(self._flow.place_of(state.view, state.chosen))

    def press(self, key: str, state: SlideState) -> SlideState | None:
        """Another answer, the next step, or the one before."""
        at = self._flow.pressed(key, self._flow.place_of(state.view, state.chosen))
        return None if at is None else _state_of(at)

    def told(self, state: SlideState) -> tuple[str, ...]:
        """Title, the way gone, the step and its answers."""
        return self.told_round(state, *self._flow.told(self._flow.place_of(state.view, state.chosen)))

    def paper_states(self) -> tuple[SlideState, ...]:
        """Every step, with the shortest way to it."""
        return tuple(_state_of(at) for at in self._flow.places())


def _state_of(at: FlowPlace) -> SlideState:
    return SlideState(view=View(step=at.step, trail=at.trail), chosen=at.chosen)


class TableSlide(LiveSlide):
    """Lines of a comparison: up and down point at a line, then "choose" sorts; "undo" takes both back."""

    def __init__(
        self,
        setting: FigureSetting,
        frame: Callable[[Part], Frame],
        table: TableSlides,
        place: int,
        lead: Callable[[Part], Part] | None,
    ) -> None:
        """Show the lines of the slide with the number `place`, from 0, below what `lead` puts above them."""
        self._table, self._place_in, self._lead = table, place, lead
        self._columns = len(setting.picture.drawing.columns)  # type: ignore[union-attr]  # of SideBySide
        self._lines = table.slides[place]
        super().__init__(setting, frame, SlideState())

    def drawn(self, state: SlideState) -> Part:
        """The lines of a state."""
        part = self._table.part(self._place_in, state.view or View(), state.chosen)
        return part if self._lead is None else self._lead(part)

    def press(self, key: str, state: SlideState) -> SlideState | None:
        """Another line, or another order."""
        view = state.view or View()
        count = len(self._table.order(view))
        if key in ("up", "down"):
            step = 1 if key == "down" else -1
            begin = self._lines.first if view.sort is None else 0
            chosen = begin if state.chosen < 0 else max(0, min(count - 1, state.chosen + step))
            return state._replace(chosen=chosen)
        if key == "choose" and state.chosen >= 0:  # before that, the key goes on to the next slide
            after = sorted_next(view, self._columns)
            same = self._table.order(after).index(self._table.order(view)[state.chosen])
            return state._replace(view=after, chosen=same)
        if key == "undo" and (state.chosen >= 0 or view.sort is not None):
            return SlideState(step=state.step)
        return None

    def told(self, state: SlideState) -> tuple[str, ...]:
        """Title, heads, lines; only the line that is pointed at, if there is one."""
        if state.chosen < 0:
            return FigureSlide.told(self, state)
        return self.told_round(state, self._table.said(state.chosen, state.view or View()))
