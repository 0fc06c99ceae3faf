"""Where a talk is now: which slide, how much of it, black or not; the wall and the console follow it."""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Signal

from crmo_desktop.gui.slides.deck import Deck
from crmo_desktop.gui.slides.slide import Room, Slide, SlideState

TYPE_STEPS: Final = range(-1, 4)  # of `Room.type_step`


class Cover(StrEnum):
    """What covers the wall."""

    NOTHING = ""
    BLACK = "black"
    WHITE = "white"


class Tool(StrEnum):
    """What the pointer does on the wall."""

    NONE = ""
    SPOTLIGHT = "spotlight"
    DRAW = "draw"
    ERASE = "erase"


class Show(QObject):
    """A talk while it is held. Every change is told once; what changes nothing tells nothing."""

    moved = Signal()  # another slide
    changed = Signal()  # anything that is seen: slide, step, state, cover, tool, zoom, overview
    set_anew = Signal()  # the deck was made again: other size, theme or shape
    ended = Signal()

    def __init__(self, make: Callable[[Room], Deck], room: Room, begin: str = "") -> None:
        """Begin with the matter `begin` ("" for the first of all); `make` sets the deck."""
        super().__init__()
        self._make = make
        self.deck = make(room)
        self._states: dict[str, SlideState] = {}
        self._place = self.deck.place_of(f"{begin}/0") if begin else 0
        self.cover, self.tool, self.is_zoomed, self.is_overview = Cover.NOTHING, Tool.NONE, False, False
        self._state = self.slide.first_state()

    # --- what is shown

    @property
    def place(self) -> int:
        """Of the slide, from 0."""
        return self._place

    @property
    def slide(self) -> Slide:
        """That is on the wall."""
        return self.deck.slides[self._place]

    @property
    def next_slide(self) -> Slide | None:
        """That comes after; None at the end."""
        after = self._place + 1
        return self.deck.slides[after] if after < len(self.deck.slides) else None

    @property
    def state(self) -> SlideState:
        """How much of the slide is seen, and in which way."""
        return self._state

    def state_of(self, slide: Slide) -> SlideState:
        """How a slide was left; how it opens if it was not shown yet."""
        return self._states.get(slide.key, slide.first_state())

    # --- going on

    def forward(self) -> None:
        """The next step, or the next slide; uncovers the wall first."""
        if self._uncover():
            return
        if self._state.step + 1 < self.slide.steps:
            self.set_state(self._state._replace(step=self._state.step + 1))
        elif self.next_slide is not None:
            self._go(self._place + 1)

    def back(self) -> None:
        """The step before, or the end of the slide before."""
        if self._uncover():
            return
        if self._state.step > 0:
            self.set_state(self._state._replace(step=self._state.step - 1))
        elif self._place > 0:
            self._go(self._place - 1, last=True)

    def go_to(self, place: int) -> None:
        """Show the slide at `place`, from 0; the nearest that there is."""
        self._uncover()
        self._go(max(0, min(place, len(self.deck.slides) - 1)))

    def _uncover(self) -> bool:
        if self.is_zoomed or self.is_overview:
            self.is_zoomed = self.is_overview = False
            self.changed.emit()
            return True
        if self.cover != Cover.NOTHING:
            self.cover = Cover.NOTHING
            self.changed.emit()
            return True
        return False

    def _go(self, place: int, *, last: bool = False) -> None:
        if place == self._place:
            return
        self._place = place
        slide = self.slide
        known = self._states.get(slide.key)
        self._state = known or (slide.last_state() if last else slide.first_state())
        if last:
            self._state = self._state._replace(step=slide.steps - 1)
        self.is_zoomed = self.is_overview = False
        self._keep()
        self.moved.emit()
        self.changed.emit()

    # --- what is done with a slide

    def set_state(self, state: SlideState) -> None:
        """Show the slide in another state."""
        if state != self._state:
            self._state = state
            self._keep()
            self.changed.emit()

    def press(self, key: str) -> bool:
        """Give a key to a live slide (`Slide.press`); whether it meant something there."""
        state = self.slide.press(key, self._state)
        if state is None:
            return False
        self.set_state(state)
        return True

    def _keep(self) -> None:
        self._states[self.slide.key] = self._state

    def set_cover(self, cover: Cover) -> None:
        """Cover the wall, or uncover it if it is covered so."""
        self.cover = Cover.NOTHING if cover == self.cover else cover
        self.changed.emit()

    def set_tool(self, tool: Tool) -> None:
        """Take a tool, or put it down if it is in hand."""
        self.tool = Tool.NONE if tool == self.tool else tool
        self.changed.emit()

    def set_zoomed(self, is_zoomed: bool) -> None:
        """Show the slide's picture alone, as large as it goes, if it has one."""
        is_zoomed = is_zoomed and self.slide.zoomed is not None
        if is_zoomed != self.is_zoomed:
            self.is_zoomed = is_zoomed
            self.changed.emit()

    def set_overview(self, is_overview: bool) -> None:
        """Show all slides small."""
        if is_overview != self.is_overview:
            self.is_overview = is_overview
            self.changed.emit()

    def end(self) -> None:
        """End the talk."""
        self.ended.emit()

    # --- how it is set

    def set_room(self, room: Room) -> None:
        """Set all slides for another room, and stay at the same place."""
        if room == self.deck.room:
            return
        key = self.slide.key
        self.deck = self._make(room)
        self._place = self.deck.place_of(key)
        # steps may have other meanings now: what was seen stays seen, and nothing more is given away
        step = min(self._state.step, self.slide.steps - 1)
        self._state = self._state._replace(step=step)
        self.set_anew.emit()
        self.changed.emit()

    def set_type_step(self, step: int) -> None:
        """Larger or smaller words, within `TYPE_STEPS`."""
        step = max(TYPE_STEPS.start, min(step, TYPE_STEPS.stop - 1))
        self.set_room(self.deck.room._replace(type_step=step))
