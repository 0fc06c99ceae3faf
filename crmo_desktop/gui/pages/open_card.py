"""The card beside a mark of the page: one at a time, gone when the reader turns elsewhere."""

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import is_mirrored
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.card import Card, CardContent


class Marked(Protocol):
    """What has marks that cards are opened beside; a `PageView` is one."""

    def viewport(self) -> QWidget:
        """Where the marks are."""

    def column_width(self) -> float:
        """How wide the column is that they stand in, in the middle of the viewport."""

    def setFocus(self, reason: Qt.FocusReason, /) -> None:
        """Take the keyboard back from a card."""


class OpenCard(QObject):
    """Opens cards of `page`, beside marks of its `view`."""

    action_chosen = Signal(str)  # what the card's buttons are called

    def __init__(self, page: QWidget, view: Marked, icons: IconShelf) -> None:
        super().__init__(page)
        self._page, self._view, self._icons = page, view, icons
        self._card: Card | None = None

    def card(self) -> Card | None:
        """The card that is open."""
        return self._card

    def open(self, content: CardContent, place: QRect, look: Look) -> None:
        """Show `content` beside the mark at `place`, in global coordinates, in place of any other."""
        card = Card(content, look, self._icons, self._page.window())
        card.action_chosen.connect(self.action_chosen)
        self.show(card, place)

    def show(self, card: Card, place: QRect) -> None:
        """Show `card`, a child of the window, beside the mark at `place`, in global coordinates."""
        self.close()
        window = self._page.window()
        self._card = card
        card.closed.connect(self.close)
        self._watch_focus(True)
        mark = QRect(window.mapFromGlobal(place.topLeft()), place.size())
        room = QRect(self._page.mapTo(window, QPoint(0, 0)), self._page.size())
        wide, column = self._view.viewport().width(), self._view.column_width()
        if is_mirrored(window):
            room.setLeft(4)
            end = (wide - column) / 2
        else:
            room.setRight(window.width() - 4)
            end = (wide + column) / 2
        card.show_beside(mark, room, self._view.viewport().mapTo(window, QPoint(int(end), 0)).x())
        announce(card, card.spoken_text())

    @Slot()
    def close(self) -> None:
        """Close the card, if one is open, and give the keyboard back to the page."""
        card, self._card = self._card, None
        if card is None:
            return
        self._watch_focus(False)
        focus = QApplication.focusWidget()
        if focus is None or focus is card or card.isAncestorOf(focus):
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)  # before it hides, or Qt would choose for us
        card.hide()
        card.deleteLater()

    def _watch_focus(self, on: bool) -> None:
        """Learn where the keyboard goes while a card is open; a window never shown has none."""
        window = self._page.window()
        changed = window.windowHandle().focusObjectChanged if window.isVisible() else None
        if changed is None:
            return
        if on:
            changed.connect(self._on_focus_changed)
            window.windowHandle().installEventFilter(self)
        else:
            changed.disconnect(self._on_focus_changed)
            window.windowHandle().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press outside the card puts it away, also where nothing takes the keyboard."""
        if self._card is None or event.type() != QEvent.Type.MouseButtonPress:
            return False
        if isinstance(event, QMouseEvent) and not self._card.geometry().contains(event.position().toPoint()):
            self.close()
        return False

    @Slot(QObject)
    def _on_focus_changed(self, new: QObject | None) -> None:
        """A click outside takes the keyboard elsewhere, and the card away."""
        if self._card is not None and isinstance(new, QWidget) and not self._card.isAncestorOf(new):
            self.close()
