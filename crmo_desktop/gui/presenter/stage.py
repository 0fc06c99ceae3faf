"""What talks are held with."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from PySide6.QtWidgets import QDialog, QWidget

from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.talk import Talk
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.presenter.awake import Awake
from crmo_desktop.gui.presenter.screens import Screens
from crmo_desktop.gui.slides.deck import Deck
from crmo_desktop.gui.slides.slide import Room
from crmo_desktop.gui.theme import Appearance, Look
from crmo_desktop.services.own import Own
from crmo_desktop.services.preferences import Preferences


class Stage(NamedTuple):
    """What talks are held with.

    Attributes:
        window: the program's own: where it is, the trainer is.
        make: sets a talk for a room.
        style_sheet: the window's style sheet for a look.
        screens: those there are.
        awake: keeps them from going dark.
        now: gives the time with its zone.
        open_dialog: shows one over the window.
        say: tells something that was done.
        show_error: tells what went wrong.
        edition: date of the edition, as YYYY-MM-DD.
    """

    window: QWidget
    make: Callable[[Talk, Room], Deck]
    appearance: Appearance
    icons: IconShelf
    style_sheet: Callable[[Look], str]
    preferences: Preferences
    own: Own
    screens: Screens
    awake: Awake
    now: Callable[[], datetime]
    open_dialog: Callable[[QDialog], None]
    say: Callable[[str], None]
    show_error: Callable[[UserError], None]
    edition: str = ""
