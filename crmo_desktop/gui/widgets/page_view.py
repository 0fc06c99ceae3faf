"""Shows one page: text, call-outs, links, citation marks; says what the reader does with it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QPoint, QPointF, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from crmo_desktop.gui.page_document import Link
from crmo_desktop.gui.page_structure import Kind, Part
from crmo_desktop.gui.typesetting import FIGURE
from crmo_desktop.gui.widgets.call_out import paint_ring
from crmo_desktop.gui.widgets.page_highlights import Highlight
from crmo_desktop.gui.widgets.page_sheet import PageSheet
from crmo_desktop.gui.widgets.page_walk import PageWalk
from crmo_desktop.gui.widgets.shown_page import ShownPage
from crmo_desktop.gui.widgets.text_places import cursor_over

if TYPE_CHECKING:
    from crmo_desktop.gui.widgets.reading_aid import ReadingAid

_BY_KEY: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_CARET: Final = 2  # pixels, at 100%
_REACH: Final = 6  # pixels round a small mark that still count as on it: 24 px targets


class PageView(PageSheet):
    """A page of the reference.

    Links are followed by the window, never by the view: it tells where they lead and where on the screen
    they stand, so that a card can be put beside them.
    """

    link_activated = Signal(str, QRect)  # the link's target; its place in global coordinates
    zoom_wanted = Signal(int)  # 1 larger, -1 smaller
    focus_moved = Signal(str)  # what is said of the link that the keyboard has reached
    mark_activated = Signal(int, QRect)  # the highlight's number; its place in global coordinates
    mark_unwanted = Signal(int)  # the number of a highlight that the reader wants to delete
    menu_wanted = Signal(QPoint, object)  # where, in global coordinates; the Link there, or None

    def __init__(
        self, pixmap_of: Callable[[str, float], QPixmap | None], parent: QWidget | None = None
    ) -> None:
        """`pixmap_of` draws the picture of a name such as "ic:urgent:red_title" for a screen of a ratio."""
        super().__init__(pixmap_of, parent)
        self._focused: int | None = None
        self._pressed: Link | Highlight | None = None
        self._came_by_key = False
        self.shown = ShownPage(self, self)
        self.walk = PageWalk(self, self)
        self.verticalScrollBar().valueChanged.connect(self._on_moved)
        self.cursorPositionChanged.connect(self._on_caret_moved)
        self.aid: ReadingAid | None = None  # made when the reader first wants one
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )

    # --- the caret

    def has_caret(self) -> bool:
        """Whether the arrow keys move a caret, and select with Shift."""
        return bool(self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard)

    def set_caret(self, on: bool) -> None:
        """Let the arrow keys move a caret, or scroll; the caret comes where the reader is."""
        if on != self.has_caret():
            flags = self.textInteractionFlags() ^ Qt.TextInteractionFlag.TextSelectableByKeyboard
            self.setTextInteractionFlags(flags)
            if on and not self.is_in_sight(self.textCursor().position()):
                self.put_caret(self.top_position())
            self.viewport().update()

    def put_caret(self, position: int) -> None:
        """Put the caret before the character at `position`, and stay where the page is scrolled to."""
        bar = self.verticalScrollBar()
        place = bar.value()
        self.setTextCursor(cursor_over(self, position, position))
        bar.setValue(place)

    def show_section(self, name: str) -> bool:
        """Scroll to a section and put the caret before it; False if the page has none of that name."""
        found = super().show_section(name)
        if found:
            self.walk.stand_at(self._page.sections[name])
        return found

    # --- links

    def links(self) -> list[Link]:
        """Every link, citation mark and glossary word of the page, in order."""
        return self._page.links

    def focused_link(self) -> Link | None:
        """The link that the keyboard has reached."""
        return None if self._focused is None else self._page.links[self._focused]

    def focusNextPrevChild(self, next: bool) -> bool:
        """Go on to the next link of the page; after the last one, leave it."""
        links = self._page.links
        step = 1 if next else -1
        target = self._first_link(step) if self._focused is None else self._focused + step
        if not 0 <= target < len(links):
            self._focus_link(None)
            return QTextEdit.focusNextPrevChild(self, next)
        self._focus_link(target)
        return True

    def _first_link(self, step: int) -> int:
        here = self.walk.here()
        top = self.top_position() if here is None else here
        links = self._page.links
        if step > 0:
            return next((place for place, link in enumerate(links) if link.start >= top), len(links))
        corner = QPoint(self.viewport().width() - 2, self.viewport().height() - 2)
        bottom = self.cursorForPosition(corner).position() if here is None else here
        return next((place for place in range(len(links) - 1, -1, -1) if links[place].end <= bottom), -1)

    def _focus_link(self, place: int | None) -> None:
        self._focused = place
        if place is not None:
            link = self._page.links[place]
            self.show_range(link.start, link.end)
            part = self.shown.part_of(link)
            if part is not None:
                self.shown.tell(part)
                self.focus_moved.emit(self.shown.said_on_arrival(part))
        self.viewport().update()

    def open_link(self, link: Link) -> None:
        """Tell where `link` leads, and where it stands."""
        self.show_range(link.start, link.end)
        rect = self.rects(link.start, link.end)[0]
        place = QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())
        self.link_activated.emit(link.href, place)

    def focus_link_at(self, position: int) -> None:
        """Put the keyboard on the link that begins at `position`; on none, if none does."""
        self._focus_link(next((n for n, link in enumerate(self.links()) if link.start == position), None))

    # --- what the reader has highlighted

    def set_highlights(self, shown: list[Highlight]) -> None:
        """Show these in place of those before, without telling anybody."""
        if self._look is not None:
            self.highlights.set(shown, self._look)
            self.shown.set_marks([_part_of(one) for one in shown])

    def mark_here(self) -> Highlight | None:
        """The highlight that the keyboard has reached, or that the caret is in."""
        part = self.shown.reached()
        if part is not None:
            return self.highlights.get(part.number) if part.kind is Kind.MARK else None
        at = self.textCursor().position()
        return self.highlights.around(at, at) if self.has_caret() and self.hasFocus() else None

    def open_mark(self, id: int) -> None:
        """Tell that the card of a highlight is wanted, and where its words stand."""
        one = self.highlights.get(id)
        if one is not None:
            self.show_range(one.start, one.end)
            rect = self.rects(one.start, min(one.end, one.start + 1))[0]
            self.mark_activated.emit(id, QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size()))

    def _mark_near(self, point: QPoint) -> Highlight | None:
        return self.highlights.at(point, self.cursorForPosition(point).position())

    def _link_near(self, point: QPoint) -> Link | None:
        for dx, dy in ((0, 0), (_REACH, 0), (-_REACH, 0), (0, _REACH), (0, -_REACH)):
            probe = point + QPoint(dx, dy)
            if self.anchorAt(probe):
                position = self.cursorForPosition(probe).position()
                found = self._page.link_at(position)
                if found is not None:
                    return found
        return self._way_into_picture(point)

    def _way_into_picture(self, point: QPoint) -> Link | None:
        """The link below a drawing that opens it, for one who presses the drawing itself."""
        bars = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        name = self.document().documentLayout().imageAt(QPointF(point + bars))
        kind, _, rest = name.partition(":")
        if kind != "pic" or not rest.startswith(FIGURE):
            return None
        address = f"crmo://picture/{rest.removeprefix(FIGURE)}"
        return next((link for link in self.links() if link.href == address), None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes back to the page is told where in it they are; who comes by key sees a ring."""
        super().focusInEvent(event)
        self._came_by_key = event.reason() in _BY_KEY
        self.viewport().update()
        if self.shown.accessible is not None:
            QTimer.singleShot(0, self, self._tell_focus)  # after Qt has told of the page

    @Slot()
    def _on_moved(self) -> None:
        if self._came_by_key:
            self.viewport().update()  # scrolling takes what is painted along, and the ring stays

    @Slot()
    def _on_caret_moved(self) -> None:
        self.walk.leave(self.textCursor().position())
        if self.highlights.all():
            self.viewport().update()  # the ring round the one that was reached

    @Slot()
    def _tell_focus(self) -> None:
        part = self.shown.reached()
        if part is not None:
            self.shown.tell(part)

    # --- the reader's hands

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Tell that the menu over the page is wanted; by key it comes up at the link or words in focus."""
        event.accept()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_for_menu()
        else:
            place = self.viewport().mapToGlobal(event.pos())
            self.menu_wanted.emit(place, self._link_near(event.pos()))

    def _takes_menu_key(self, event: QKeyEvent) -> bool:
        """The keys that ask for the menu; which of them make an event of its own depends on the system."""
        is_shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        wants = event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and is_shifted)
        if wants:
            self._ask_for_menu()
        return wants

    def _ask_for_menu(self) -> None:
        if QApplication.activePopupWidget() is None:  # the key and its event are one wish
            link = self.focused_link()
            self.menu_wanted.emit(self.viewport().mapToGlobal(self._place_of_menu(link)), link)

    def _place_of_menu(self, link: Link | None) -> QPoint:
        """Below the link or the end of the selection, or where reading goes on, inside the viewport."""
        cursor = self.textCursor()
        here = cursor.position() if cursor.hasSelection() or self.has_caret() else self.top_position()
        rect = self.rects(link.start, link.end)[0] if link is not None else self.rects(here, here)[0]
        inside = self.viewport().rect().adjusted(0, 0, -1, -1)
        return QPoint(
            min(max(rect.left(), inside.left()), inside.right()),
            min(max(rect.bottom(), inside.top()), inside.bottom()),
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what was pressed: a link is followed when it is also released there."""
        self._came_by_key = False
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._near(event.position().toPoint())
            self._focus_link(None)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow the link that was pressed and released without a selection."""
        cursor = self.textCursor()  # as the reader left it: Qt selects the words of a link that is clicked
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None or cursor.hasSelection():
            return
        self.setTextCursor(cursor)
        point = event.position().toPoint()
        pressed, link, mark = self._pressed, self._link_near(point), self._mark_near(point)
        if pressed != self._near(point):
            return
        if link is not None:
            self.open_link(link)
        elif mark is not None:
            self.open_mark(mark.id)

    def _near(self, point: QPoint) -> "Link | Highlight | None":
        """What can be opened at `point`: a link also where it is highlighted."""
        return self._link_near(point) or self._mark_near(point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over anything that can be opened."""
        super().mouseMoveEvent(event)
        over = not event.buttons() and self._near(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open the link in focus, letters walk, Home and End go to the ends."""
        link = self.focused_link()
        if link is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_link(link)
            return
        if self.walk.takes(event) or self._takes_mark(event) or self._takes_menu_key(event):
            return
        bar = self.verticalScrollBar()
        match event.key():
            case _ if self.has_caret() and event.key() != Qt.Key.Key_Space:
                super().keyPressEvent(event)
            case Qt.Key.Key_Space:
                up = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                bar.triggerAction(
                    bar.SliderAction.SliderPageStepSub if up else bar.SliderAction.SliderPageStepAdd
                )
            case Qt.Key.Key_Home if not event.modifiers():
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End if not event.modifiers():
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)

    def _takes_mark(self, event: QKeyEvent) -> bool:
        """Enter opens the highlight that was reached, Space where that was by walking; Delete deletes it."""
        keys = [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete]
        if self.shown.reached() is not None:
            keys.append(Qt.Key.Key_Space)
        mark = self.mark_here() if event.key() in keys and not self.textCursor().hasSelection() else None
        if mark is None:
            return False
        if event.key() == Qt.Key.Key_Delete:
            self.mark_unwanted.emit(mark.id)
        else:
            self.open_mark(mark.id)
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel change the text size for the whole window, not for the view alone."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.zoom_wanted.emit(1 if turned > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page, the ring round the link in focus, and ruler and line focus where they are wanted."""
        super().paintEvent(event)
        link = self.focused_link()
        reached = link or self._reached_mark()
        if self._look is not None and self.hasFocus() and (reached is not None or self._came_by_key):
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            around = self.viewport().rect().adjusted(5, 3, -5, -3)  # a ring goes round what it is given
            places = [around] if reached is None else self.rects(reached.start, reached.end)
            paint_ring(painter, places, self._look)
            painter.end()
        if self.aid is not None:
            self.aid.paint()

    def _reached_mark(self) -> Highlight | None:
        part = self.shown.reached() if self.highlights.all() else None
        return None if part is None else self.highlights.get(part.number)

    def _on_new_page(self, language: QLocale, *, same_text: bool) -> None:
        if not same_text:
            self._focused = None
        self.setCursorWidth(_CARET if self._look is None else max(_CARET, round(_CARET * self._look.zoom)))
        self.shown.set_page(self._page, language)
        self.walk.forget()


def _part_of(one: Highlight) -> Part:
    return Part(Kind.MARK, one.start, one.end, name=one.words, note=one.note, level=one.colour, number=one.id)
