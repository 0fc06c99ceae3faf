"""The window without a mouse: Tab and F6 through what is shown, Escape out of what was opened last."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QToolButton, QWidget

from crmo_desktop.gui.actions import ActionTable, connect
from crmo_desktop.gui.widgets.focus import step_focus
from crmo_desktop.gui.widgets.panes import step_pane
from crmo_desktop.gui.widgets.pressing import press_by_enter


class Opened(NamedTuple):
    """Something that opens and closes.

    Attributes:
        is_open: true while it is open.
        close: closes it and gives the keyboard back.
    """

    is_open: Callable[[], object]
    close: Callable[[], object]


class Keyboard(QObject):
    """What keys do that belong to no widget."""

    def __init__(
        self,
        window: QMainWindow,
        panes: Callable[[], list[QWidget]],
        opened: Mapping[str, Opened],
        menu_button: QToolButton,
    ) -> None:
        """Know the window.

        Args:
            window: that has the keyboard.
            panes: those there are, in the order of F6; one within another comes first.
            opened: what Escape closes, by name.
            menu_button: stands in for the menus where they have no room.
        """
        super().__init__(window)
        self._window, self._panes, self._opened = window, panes, dict(opened)
        self._menu_button = menu_button
        self._order: list[str] = []  # what is open, the one opened last at the end

    def answer(self, table: ActionTable) -> None:
        """Have the actions that belong to the keyboard answered."""
        connect(
            table,
            {
                "next_pane": partial(self.step_pane, 1),
                "previous_pane": partial(self.step_pane, -1),
                "menus": self.open_menus,
            },
        )

    def watch(self, name: str, one: Opened) -> None:
        """Escape closes `one`, too."""
        self._opened[name] = one

    def follow(self, *actions: QAction) -> None:
        """After each of `actions` something may be open that was not."""
        for action in actions:
            action.triggered.connect(self.note)

    @Slot()
    def note(self) -> None:
        """Something has opened or closed."""
        shown = [name for name, one in self._opened.items() if one.is_open()]
        kept = [name for name in self._order if name in shown]
        self._order = [*kept, *(name for name in shown if name not in kept)]

    def escape(self) -> bool:
        """Close what was opened last; whether anything was open."""
        self.note()
        if not self._order:
            return False
        self._opened[self._order[-1]].close()
        self.note()
        return True

    def press(self, event: QKeyEvent) -> bool:
        """A key that no widget wanted; whether it was of use here."""
        if press_by_enter(self._window.focusWidget(), event):
            return True
        return event.key() == Qt.Key.Key_Escape and not event.modifiers() and self.escape()

    def step(self, *, forward: bool) -> bool:
        """Tab or Shift+Tab; whether there was anything to go to."""
        middle = self._window.centralWidget()
        return middle is not None and step_focus(middle, forward=forward)

    def step_pane(self, step: int) -> None:
        """F6 (1) or Shift+F6 (-1)."""
        step_pane(self._panes(), step)

    def open_menus(self) -> None:
        """F10: the first menu, or the button that holds all of them."""
        bar = self._window.menuBar()
        if bar.isVisible():
            bar.setActiveAction(bar.actions()[0])
        else:
            self._menu_button.showMenu()
