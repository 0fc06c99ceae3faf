"""Tree, page and right pane side by side; where there is no room, the tree is a drawer over the page."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from crmo_desktop.gui.arrangement import Arrangement
from crmo_desktop.gui.mirroring import is_mirrored
from crmo_desktop.gui.widgets.focus import BEHIND, in_order, is_behind


class Panes(QWidget):
    """Keeps the three panes in the places that an arrangement gives them."""

    moved = Signal(int, int)  # widths of left and right pane, after the reader dragged a border
    drawer_left = Signal()  # Escape in the drawer, or a click beside it

    def __init__(self, middle: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arrangement: Arrangement | None = None
        self._right: QWidget | None = None
        self.sidebar = QFrame(self)
        self.sidebar.setObjectName("sidebar")
        self._inner = QVBoxLayout(self.sidebar)
        self._inner.setContentsMargins(0, 8, 0, 8)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for part in (self.sidebar, middle):
            self._splitter.addWidget(part)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.splitterMoved.connect(self._on_moved)
        self._beside = _Beside(self)
        self._beside.clicked.connect(self.drawer_left)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)

    def arrange(
        self, arrangement: Arrangement, *, left: bool, right: bool, chosen: tuple[int, int] | None = None
    ) -> None:
        """Put the panes where `arrangement` has them.

        Args:
            arrangement: what there is room for.
            left: whether the tree is wanted.
            right: whether the right pane is wanted.
            chosen: widths of both in pixels as the reader dragged them.
        """
        resized = self._arrangement is None or (
            arrangement.left,
            arrangement.right,
            arrangement.left_is_drawer,
        ) != (
            self._arrangement.left,
            self._arrangement.right,
            self._arrangement.left_is_drawer,
        )
        self._arrangement = arrangement
        if arrangement.left_is_drawer:
            if self.sidebar.parentWidget() is not self:
                self.sidebar.setParent(self)
            self._place_drawer()
            self._beside.setVisible(left)
            self._splitter.setProperty(BEHIND, left)
            self._beside.raise_()
            self.sidebar.setVisible(left)
            self.sidebar.raise_()
        else:
            self._beside.hide()
            self._splitter.setProperty(BEHIND, False)
            if self.sidebar.parentWidget() is not self._splitter:
                self._splitter.insertWidget(0, self.sidebar)
            self.sidebar.setVisible(left)
        self._name_sidebar("drawer" if arrangement.left_is_drawer else "sidebar")
        if self._right is not None:
            self._right.setVisible(right and not arrangement.right_is_button)
        if resized and not arrangement.left_is_drawer:
            wide_left, wide_right = chosen or (arrangement.left, arrangement.right)
            middle = max(200, self.width() - wide_left - wide_right - 2)
            self._splitter.setSizes([wide_left, middle, wide_right])

    def forget_widths(self) -> None:
        """Have the next arrangement give every pane its width, as the first one did."""
        self._arrangement = None

    def has_drawer(self) -> bool:
        """Whether the left pane lies over the page now."""
        return self._beside.isVisible()

    def set_left(self, left: QWidget) -> None:
        """Fill the left pane, which is an empty ground until then."""
        self._inner.addWidget(left)

    def set_right(self, right: QWidget) -> None:
        """Add the right pane, which comes with the first topic that is shown."""
        self._right = right
        self._splitter.addWidget(right)
        self._arrangement = None  # so that it gets its width

    def _name_sidebar(self, name: str) -> None:
        if self.sidebar.objectName() != name:
            self.sidebar.setObjectName(name)
            self.sidebar.style().unpolish(self.sidebar)
            self.sidebar.style().polish(self.sidebar)

    def _place_drawer(self) -> None:
        if self._arrangement is not None:
            width = min(self._arrangement.left + 32, self.width() - 60)
            left = self.width() - width if is_mirrored(self) else 0
            self.sidebar.setGeometry(left, 0, width, self.height())
            self._beside.setGeometry(self.rect())

    @Slot()
    def _on_moved(self) -> None:
        sizes = self._splitter.sizes()
        if self._arrangement is None or self._arrangement.left_is_drawer:
            return
        left = sizes[0] if self.sidebar.isVisible() else self._arrangement.left
        has_right = self._right is not None and self._right.isVisible()
        self.moved.emit(left, sizes[-1] if has_right else self._arrangement.right)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the drawer that the keyboard is in."""
        if event.key() == Qt.Key.Key_Escape and self._beside.isVisible():
            self.drawer_left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The drawer is as high as the page."""
        super().resizeEvent(event)
        if self._arrangement is not None and self._arrangement.left_is_drawer:
            self._place_drawer()


class _Beside(QWidget):
    """What lies beside an open drawer: a click there does nothing to the page but closes the drawer."""

    clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The click ends here."""
        event.accept()
        self.clicked.emit()


def step_pane(panes: list[QWidget], step: int) -> None:
    """Move the keyboard from the pane that has it to the next (1) or previous (-1) one that is shown.

    A pane gets it where it had it last. One that lies within another comes before that one.
    """
    shown = [
        pane
        for pane in panes
        if pane.isVisible() and not is_behind(pane) and _entrance(pane, panes) is not None
    ]
    if not shown:
        return
    focus = QApplication.focusWidget()
    here = next(
        (n for n, pane in enumerate(shown) if focus is not None and pane.isAncestorOf(focus)),
        0 if step < 0 else -1,
    )
    entrance = _entrance(shown[(here + step) % len(shown)], panes)
    if entrance is not None:
        entrance.setFocus(Qt.FocusReason.TabFocusReason)


def _entrance(pane: QWidget, panes: list[QWidget]) -> QWidget | None:
    """What in `pane` had the keyboard last, else its first part; what is in a pane within is not its own."""
    within = [other for other in panes if other is not pane and pane.isAncestorOf(other)]
    parts = [part for part in in_order(pane) if not any(other.isAncestorOf(part) for other in within)]
    last = pane.focusWidget()
    return last if last in parts else next(iter(parts), None)
