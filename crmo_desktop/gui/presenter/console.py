"""The console: what the trainer sees on the laptop while the wall shows slides."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.talk import Talk
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.presenter.show import Show
from crmo_desktop.gui.presenter.talk_time import TalkTime
from crmo_desktop.gui.theme import Appearance, Look
from crmo_desktop.services.own_things import OwnThings
from crmo_desktop.services.slide_notes import SlideNotes


class ConsoleDesk(NamedTuple):
    """What a console works with.

    Attributes:
        style_sheet: the window's style sheet for a look; the console asks for a dark one.
        notes: the reader's own on slides.
        things: the reader's notes and highlights on pages.
        trouble: what is wrong with the reader's file now; None when all is well.
        now: gives the time with its zone.
        answer_key: does what a key does on the wall; false where it does nothing.
        paint_over: paints what was drawn on the slide that is shown, in its units; None for nothing.
    """

    appearance: Appearance
    icons: IconShelf
    style_sheet: Callable[[Look], str]
    notes: SlideNotes
    things: OwnThings
    trouble: Callable[[], UserError | None]
    now: Callable[[], datetime]
    answer_key: Callable[[QKeyEvent], bool]
    paint_over: Callable[[QPainter], None] | None = None


class Console(QWidget):
    """A window of its own, always dark, so that it does not light up the lectern; never on the wall's screen."""

    swap_wanted = Signal()  # wall and console are to change screens
    pointed = Signal(
        str, object
    )  # "move", "press", "release" or "leave"; where on the slide, QPointF in units

    def __init__(
        self, show: Show, talk: Talk, time: TalkTime, desk: ConsoleDesk, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._show, self._talk, self._time, self._desk = show, talk, time, desk

    def set_screens(self, words: str) -> None:
        """Tell at the foot which screen shows what: "Two screens. The wall shows slides only."."""

    def set_number(self, number: str) -> None:
        """Show the number that is being typed, which Enter goes to; "" for none."""
