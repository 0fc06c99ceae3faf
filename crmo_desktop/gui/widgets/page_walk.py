"""Walking through a page by its parts: the next heading, link, table, box and so on, and the one before."""

from typing import Final, Protocol

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent

from crmo_desktop.gui.page_document import Link
from crmo_desktop.gui.page_structure import Kind, Part
from crmo_desktop.gui.widgets.shown_page import ShownPage

# The letters that screen readers use in web pages, where they use one: H, K, T and G; B is for boxes, M for
# what the reader has marked.
KEYS: Final = {
    Qt.Key.Key_H: Kind.HEADING,
    Qt.Key.Key_K: Kind.LINK,
    Qt.Key.Key_T: Kind.TABLE,
    Qt.Key.Key_B: Kind.CALL_OUT,
    Qt.Key.Key_G: Kind.PICTURE,
    Qt.Key.Key_M: Kind.MARK,
}
_ABOVE: Final = 14  # pixels between the edge and what is walked to


class Ground(Protocol):
    """What is asked of the view."""

    shown: ShownPage

    def top_position(self) -> int:
        """The first character that can be seen."""

    def rects(self, start: int, end: int) -> list[QRect]:
        """Where characters stand in the viewport."""

    def is_in_sight(self, position: int) -> bool:
        """Whether the character at `position` can be seen."""

    def focused_link(self) -> Link | None:
        """The link that the keyboard has reached."""

    def focus_link_at(self, position: int) -> None:
        """Put the keyboard on the link that begins at `position`."""

    def put_caret(self, position: int) -> None:
        """Put the caret before the character at `position`."""

    def show_position(self, position: int, below: int = 0) -> None:
        """Scroll to the line with the character at `position`."""


class PageWalk(QObject):
    """Knows how far the reader has walked; scrolling away by other means forgets it."""

    arrived = Signal(str)  # what the reader has come to, in words
    at_end = Signal(str)  # that there is no further one, in words

    def __init__(self, view: Ground, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._at: int | None = None

    def forget(self) -> None:
        """Another page is shown."""
        self._at = None

    def here(self) -> int | None:
        """The character that was walked to, while it can be seen."""
        link = self._view.focused_link()
        at = link.start if link is not None else self._at
        return at if at is not None and self._view.is_in_sight(at) else None

    def takes(self, event: QKeyEvent) -> bool:
        """Walk as a key says; False for a key that says nothing of the kind."""
        kind = KEYS.get(Qt.Key(event.key()))
        if kind is None or event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        ):
            return False
        self.step(kind, -1 if event.modifiers() else 1)
        return True

    def step(self, kind: Kind, step: int) -> None:
        """Go to the next (1) or previous (-1) part of `kind`; says so where there is none."""
        parts = self._view.shown.all(kind)
        here = self.here()
        if here is None:
            top = self._view.top_position()
            found = (
                next((part for part in parts if part.start >= top), None)
                if step > 0
                else next((part for part in reversed(parts) if part.start < top), None)
            )
        elif step > 0:
            found = next((part for part in parts if part.start > here), None)
        else:
            found = next((part for part in reversed(parts) if part.start < here), None)
        if found is None:
            self.at_end.emit(self._no_further(kind, step))
        else:
            self.go(found)

    def go(self, part: Part) -> None:
        """Go to `part`: it stands at the top of the view, and the caret before it."""
        view = self._view
        if part.kind is Kind.LINK:
            view.focus_link_at(part.start)
        else:
            view.focus_link_at(-1)
            view.show_position(view.shown.top_of(part), _ABOVE)
        self.stand_at(part.start)
        if part.kind is not Kind.LINK:  # that is told with the ring
            view.shown.walk_to(part)
            self.arrived.emit(view.shown.said_on_arrival(part))

    def stand_at(self, position: int) -> None:
        """The reader is at the character at `position`: caret and walking go on from there."""
        self._view.put_caret(position)
        self._at = position

    def leave(self, position: int) -> None:
        """The caret is at `position` now: what was walked to is left with it."""
        if position != self._at:
            self._view.shown.walk_to(None)

    def heading_here(self) -> str:
        """What is said of the heading that the reader stands at; "" where there is none."""
        headings = self._view.shown.all(Kind.HEADING)
        here = next((h for h in headings if self._at is not None and h.start <= self._at <= h.end), None)
        return "" if here is None else self._view.shown.said_on_arrival(here)

    def _no_further(self, kind: Kind, step: int) -> str:
        words = {
            Kind.HEADING: (self.tr("No further heading"), self.tr("No heading above")),
            Kind.LINK: (self.tr("No further link"), self.tr("No link above")),
            Kind.TABLE: (self.tr("No further table"), self.tr("No table above")),
            Kind.CALL_OUT: (self.tr("No further box"), self.tr("No box above")),
            Kind.PICTURE: (self.tr("No further picture"), self.tr("No picture above")),
            Kind.MARK: (self.tr("No further highlight"), self.tr("No highlight above")),
        }
        return words[kind][0 if step > 0 else 1]
