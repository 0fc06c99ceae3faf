"""What a screen reader is told while a talk is held: slides, steps, and what lies over the wall."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.presenter.show import Cover, Show, Tool
from crmo_desktop.gui.slides.slide import Room


class Heard(QObject):
    """Follows a show and says what has changed, from the window that has the keyboard."""

    said = Signal(str)  # what was told

    def __init__(self, show: Show, source: Callable[[], QWidget]) -> None:
        super().__init__(show)
        self._show, self._source = show, source
        self._told: tuple[str, ...] = ()
        self._slide, self._cover, self._tool, self._room = "", Cover.NOTHING, Tool.NONE, show.deck.room
        self._is_zoomed = False
        show.changed.connect(self.look)

    @Slot()
    def look(self) -> None:
        """Say what is another than before; nothing twice."""
        self.say(" ".join(part for part in (*self._of_looks(), *self._of_slide()) if part))

    def say(self, words: str) -> None:
        """Say `words`, if there are any."""
        if words:
            announce(self._source(), words)
            self.said.emit(words)

    def _of_slide(self) -> list[str]:
        show = self._show
        told, before, slide = show.slide.told(show.state), self._told, show.slide.key
        is_new, self._told, self._slide = slide != self._slide, told, slide
        if self._cover != Cover.NOTHING:
            return []
        if is_new:
            return [self.tr("Slide {number}:").format(number=show.place + 1), *told]
        return [words for words in told if words not in before]

    def _of_looks(self) -> list[str]:
        show = self._show
        words: list[str] = []
        if show.cover != self._cover:
            covers = {Cover.BLACK: self.tr("Wall black."), Cover.WHITE: self.tr("Wall white.")}
            words.append(covers.get(show.cover, self.tr("Slide shown again.")))
        if show.tool != self._tool:
            tools = {
                Tool.SPOTLIGHT: self.tr("Light."),
                Tool.DRAW: self.tr("Pen."),
                Tool.ERASE: self.tr("Eraser."),
            }
            words.append(tools.get(show.tool, self.tr("Put down.")))
        if show.is_zoomed != self._is_zoomed:
            words.append(self.tr("Picture large.") if show.is_zoomed else self.tr("All of the slide."))
        if show.deck.room != self._room:
            words.extend(self._of_room(self._room, show.deck.room))
        self._cover, self._tool, self._room = show.cover, show.tool, show.deck.room
        self._is_zoomed = show.is_zoomed
        return words

    def _of_room(self, before: Room, now: Room) -> list[str]:
        words = []
        if now.theme != before.theme:
            themes = {"light": self.tr("Light room."), "dark": self.tr("Dark room.")}
            words.append(themes.get(now.theme, self.tr("High contrast.")))
        if now.type_step != before.type_step:
            is_larger = now.type_step > before.type_step
            words.append(self.tr("Larger words.") if is_larger else self.tr("Smaller words."))
        return words
