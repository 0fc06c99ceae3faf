"""Where the keyboard goes: by Tab in the order of the eye, and back to where it was."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLayout,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

BEHIND: Final = "behind"  # property of what something else lies over: Tab does not lead there
AFTER: Final = "after"  # property of what lies over something: Tab comes to that first, not last
_WITHOUT_PARTS = (QAbstractItemView, QComboBox, QLineEdit, QTextEdit, QAbstractButton)


def in_order(widget: QWidget) -> Iterator[QWidget]:
    """What in `widget` Tab reaches, as the eye goes: by its layouts, whenever each part was made."""
    if not widget.isVisible() or not widget.isEnabled() or widget.property(BEHIND):
        return
    if _can_have(widget):
        yield widget
    if not isinstance(widget, _WITHOUT_PARTS):
        for part in _parts_of(widget):
            if not part.isWindow():
                yield from in_order(part)


def step_focus(root: QWidget, *, forward: bool) -> bool:
    """Go to the next or the one before in `root`, round its ends; whether there is one."""
    order = list(in_order(root))
    if not order:
        return False
    focus = QApplication.focusWidget()
    if focus in order:
        place = order.index(focus) + (1 if forward else -1)
    else:
        place = _beside(root, focus, order, forward=forward)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    reached = order[place % len(order)]
    reached.setFocus(reason)
    _scroll_to(reached)
    return True


class FocusBefore:
    """Where the keyboard was before something opened."""

    def __init__(self) -> None:
        self._widget: QWidget | None = None

    def remember(self, opened: QWidget) -> None:
        """Call it before `opened` takes the keyboard."""
        focus = QApplication.focusWidget()
        if focus is not None and focus is not opened and not opened.isAncestorOf(focus):
            self._widget = focus

    def forget(self) -> None:
        """Where it was is of no use any more."""
        self._widget = None

    def give_back(self) -> bool:
        """Put it there again; False where that is gone."""
        widget, self._widget = self._widget, None
        if widget is None or not isValid(widget) or not widget.isVisible() or not widget.isEnabled():
            return False
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return True


def is_behind(widget: QWidget | None) -> bool:
    """Whether something lies over `widget` that has to be closed first."""
    while widget is not None:
        if widget.property(BEHIND):
            return True
        widget = widget.parentWidget()
    return False


def _scroll_to(widget: QWidget) -> None:
    """Bring `widget` into sight, whatever scrolls round it."""
    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(widget)
        holder = None if holder.isWindow() else holder.parentWidget()


def _can_have(widget: QWidget) -> bool:
    proxy: QWidget | None = widget.focusProxy()
    policy = widget.focusPolicy().value
    if proxy is not None:
        return False
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive() and group.checkedButton() is not None:
        # Arrows lead to the others. Qt takes Tab away from all but the one that had the keyboard last.
        return policy != Qt.FocusPolicy.NoFocus.value and group.checkedButton() is widget
    return bool(policy & Qt.FocusPolicy.TabFocus.value)


def _parts_of(widget: QWidget) -> list[QWidget]:
    """The parts of `widget` in the order of its layout; what lies over them comes before what it covers."""
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        return [] if inner is None else [inner]
    if isinstance(widget, QStackedWidget):
        current = widget.currentWidget()
        return [] if current is None else [current]
    if isinstance(widget, QSplitter):
        beside = (widget.widget(place) for place in range(widget.count()))
        parts = [part for part in beside if part is not None]
    else:
        layout = widget.layout()
        parts = [] if layout is None else list(_laid_out(layout))
    over = [
        part
        for part in widget.children()
        if isinstance(part, QWidget) and part not in parts and not part.isWindow() and part.isVisible()
    ]
    last = [part for part in over if part.property(AFTER)]
    over = [part for part in over if not part.property(AFTER)]
    over.sort(key=_from_top)
    merged: list[QWidget] = []
    for part in parts:
        while over and over[0].geometry().top() < part.geometry().bottom():
            merged.append(over.pop(0))
        merged.append(part)
    return merged + over + last


def _from_top(part: QWidget) -> tuple[int, int]:
    """Sorts parts line by line, each in the direction of reading."""
    place = part.geometry()
    is_rtl = part.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return place.top(), -place.right() if is_rtl else place.left()


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _beside(root: QWidget, focus: QWidget | None, order: list[QWidget], *, forward: bool) -> int:
    """The place to go to from a widget that Tab itself does not reach: its neighbour in what holds it."""
    holder = focus
    while holder is not None and holder is not root:
        inside = [part for part in order if holder.isAncestorOf(part)]
        if inside:
            return order.index(inside[0 if forward else -1])
        holder = holder.parentWidget()
    return 0 if forward else -1
