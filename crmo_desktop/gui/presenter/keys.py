"""The keys of a talk, the same on wall and console: those that clickers and other programs have."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from crmo_desktop.domain.quiz import LETTERS
from crmo_desktop.domain.slides import MatterKind
from crmo_desktop.gui.presenter.hand import Hand
from crmo_desktop.gui.presenter.show import Cover, Show, Tool
from crmo_desktop.gui.presenter.zoom import Zoom
from crmo_desktop.gui.slides.slide import Room

ROOM_THEMES: Final = ("light", "dark", "contrast")
_ARROWS: Final = {
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Up: (0, -1),
}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_FIGURES: Final = 4  # of a slide's number, or of hands
_FORWARD: Final = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_PageDown, *_ENTER)
_BACK: Final = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)
_IGNORED: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class TalkKeys(QObject):
    """Does what a key says; wherever a key is pressed, ask `press`."""

    typed_changed = Signal(str)  # the figures typed so far; "" for none
    room_changed = Signal(object)  # a Room: the trainer chose another theme or size of type
    swap_wanted = Signal()  # wall and console change screens
    notes_wanted = Signal()  # the notes over the wall, or away again
    notes_scrolled = Signal(int)  # those notes, a screen down (1) or up (-1)
    list_wanted = Signal()  # the list of keys, or away again

    def __init__(self, show: Show, hand: Hand, zoom: Zoom) -> None:
        super().__init__(show)
        self._show, self._hand, self._zoom = show, hand, zoom
        self.typed = ""
        self.is_listed: Callable[[], bool] = _never  # whether the list of keys is open
        self._letters: dict[str, Callable[[], object]] = {
            "B": self._black,
            ".": self._black,
            "W": self._white,
            ",": self._white,
            "+": self._larger,
            "=": self._larger,
            "-": self._smaller,
            "Z": self.switch_zoom,
            "P": self._spotlight,
            "D": self._draw,
            "E": self._erase,
            "O": self.switch_overview,
            "S": self.notes_wanted.emit,
            "T": self.next_theme,
            "X": self.swap_wanted.emit,
            "H": self.count_hands,
            "R": self.reveal,
            "?": self.list_wanted.emit,
        }
        show.moved.connect(self._forget_typed)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key says; whether it says anything here."""
        modifiers = event.modifiers() & ~_IGNORED
        if modifiers:
            return modifiers == Qt.KeyboardModifier.ControlModifier and self._with_control(event)
        return (
            self._digit(event)
            or self._with_figures(event)
            or self._counting(event)
            or self._arrow(event)
            or self._other(event)
        )

    def _with_control(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Z:
            return False
        self._hand.undo()
        return True

    # --- figures

    def _digit(self, event: QKeyEvent) -> bool:
        if not (event.text().isdecimal() and len(event.text()) == 1):
            return False
        self._set_typed((self.typed + str(int(event.text())))[-_MOST_FIGURES:])
        return True

    def _with_figures(self, event: QKeyEvent) -> bool:
        """What ends or takes back figures that were typed."""
        if not self.typed:
            return False
        if event.key() in _ENTER:
            typed, self.typed = int(self.typed), ""
            self.typed_changed.emit("")
            if self._show.state.is_counting:
                self._show.press(f"set:{self._chosen()}:{typed}")
            else:
                self._show.go_to(typed - 1)
            return True
        if event.key() == Qt.Key.Key_Backspace:
            self._set_typed(self.typed[:-1])
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._set_typed("")
            return True
        return False

    @Slot()
    def _forget_typed(self) -> None:
        if self.typed:
            self._set_typed("")

    def _set_typed(self, figures: str) -> None:
        self.typed = figures
        self.typed_changed.emit(figures)

    # --- hands

    def _chosen(self) -> int:
        return max(0, self._show.state.chosen)

    def _counting(self, event: QKeyEvent) -> bool:
        """While hands are counted: an option's letter is a hand more, with Shift one less; + and - too."""
        if not self._show.state.is_counting:
            return False
        letter = event.text().upper()
        is_less = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if letter and letter in LETTERS:
            return self._show.press(f"{'less' if is_less else 'more'}:{LETTERS.index(letter)}")
        if letter in {"+", "=", "-"}:
            return self._show.press(f"{'less' if letter == '-' else 'more'}:{self._chosen()}")
        return False

    def count_hands(self) -> None:
        """Begin to count hands, or end it."""
        self._show.press("hands")

    def reveal(self) -> None:
        """The answer of a question; of any other slide all of it at once."""
        if self._show.slide.matter.kind is MatterKind.QUESTION:
            self._show.forward()
        else:
            self._show.set_state(self._show.state._replace(step=self._show.slide.steps - 1))

    # --- arrows

    def _arrow(self, event: QKeyEvent) -> bool:
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is None:
            return self._chooses(event)
        is_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._show.is_zoomed:
            self._zoom.pan(*arrow)
        elif self._show.tool != Tool.NONE:
            self._hand.step(*arrow, is_pressed=is_shift)
        elif is_shift and arrow[1]:
            self.notes_scrolled.emit(arrow[1])
        else:
            self._along(event, arrow)
        return True

    def _along(self, event: QKeyEvent, arrow: tuple[int, int]) -> None:
        """Up and Down belong to what is live first; else an arrow goes on or back."""
        is_covered = self._show.cover != Cover.NOTHING
        if arrow[1] and not is_covered and self._show.press("down" if arrow[1] > 0 else "up"):
            return
        if event.key() in _FORWARD:
            self._show.forward()
        else:
            self._show.back()

    def _chooses(self, event: QKeyEvent) -> bool:
        """Enter belongs to what is live first, and Backspace takes a step of it back."""
        if self._show.cover != Cover.NOTHING or self._show.is_overview or self._show.is_zoomed:
            return False
        if event.key() in _ENTER:
            return self._show.press("choose")
        return event.key() == Qt.Key.Key_Backspace and self._show.press("undo")

    # --- all else

    def _other(self, event: QKeyEvent) -> bool:
        key, show = event.key(), self._show
        if key in _FORWARD:
            show.forward()
        elif key in _BACK:
            show.back()
        elif key == Qt.Key.Key_Home:
            show.go_to(0)
        elif key == Qt.Key.Key_End:
            show.go_to(len(show.deck.slides) - 1)
        elif key == Qt.Key.Key_Delete:
            self._hand.clear()
        elif key == Qt.Key.Key_F1:
            self.list_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        elif (do := self._letters.get(event.text().upper())) is not None:
            do()
        else:
            return False
        return True

    def leave(self) -> None:
        """Leave what was opened last; with nothing open, end the talk."""
        show = self._show
        if self.is_listed():
            self.list_wanted.emit()
        elif show.is_overview:
            show.set_overview(False)
        elif show.is_zoomed:
            show.set_zoomed(False)
        elif show.tool != Tool.NONE:
            show.set_tool(show.tool)
        elif show.state.is_counting:
            show.press("hands")
        else:
            show.end()

    def _black(self) -> None:
        self._show.set_cover(Cover.BLACK)

    def _white(self) -> None:
        self._show.set_cover(Cover.WHITE)

    def _spotlight(self) -> None:
        self._show.set_tool(Tool.SPOTLIGHT)

    def _draw(self) -> None:
        self._show.set_tool(Tool.DRAW)

    def _erase(self) -> None:
        self._show.set_tool(Tool.ERASE)

    def switch_zoom(self) -> None:
        """Make the slide's picture large, or all of the slide seen again."""
        self._show.set_zoomed(not self._show.is_zoomed)

    def switch_overview(self) -> None:
        """Show all slides, or the one again."""
        self._show.set_overview(not self._show.is_overview)

    def next_theme(self) -> None:
        """The room's next theme."""
        room = self._show.deck.room
        after = ROOM_THEMES[(ROOM_THEMES.index(room.theme) + 1) % len(ROOM_THEMES)]
        self._show.set_room(room._replace(theme=after))
        self._tell_room(room)

    def _larger(self) -> None:
        self._resize(1)

    def _smaller(self) -> None:
        self._resize(-1)

    def _resize(self, direction: int) -> None:
        """Of a picture that is zoomed, else of the words."""
        if self._show.is_zoomed:
            self._zoom.step(direction)
            return
        room = self._show.deck.room
        self._show.set_type_step(room.type_step + direction)
        self._tell_room(room)

    def _tell_room(self, before: Room) -> None:
        if self._show.deck.room != before:
            self.room_changed.emit(self._show.deck.room)


def _never() -> bool:
    return False
