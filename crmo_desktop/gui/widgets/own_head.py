"""Above the list of the reader's own things: a field that narrows it, its order, the way to the choice."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.filter_field import FilterField


class OwnHead(QWidget):
    """What is typed, chosen and wanted is told; the list itself is somebody else's."""

    words_changed = Signal(str)  # without surrounding blanks
    order_chosen = Signal(str)  # a key of the orders
    list_wanted = Signal()  # the keyboard is to go into the list
    side_wanted = Signal()  # the pane of what is shown, where it does not stand beside

    def __init__(self, orders: Mapping[str, str], icons: IconShelf, parent: QWidget) -> None:
        """`orders` are those there are, each with what it is called."""
        super().__init__(parent)
        self._orders, self._icons = orders, icons
        self.field = FilterField("", self)
        self._order = self._button()
        self._side = self._button()
        self._menu = QMenu(self._order)
        self._group = QActionGroup(self._menu)
        for value, words in orders.items():
            action = QAction(words, self._menu)
            action.setData(value)
            action.setCheckable(True)
            self._group.addAction(action)
            self._menu.addAction(action)
        self._order.setMenu(self._menu)
        self._order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._side)
        buttons.addWidget(self._order)
        buttons.addStretch(1)
        self._buttons = buttons
        self._line = QHBoxLayout()
        self._line.setSpacing(10)
        self._line.addWidget(self.field, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._line)
        layout.addLayout(buttons)
        self.setFocusProxy(self.field)
        self.field.words_changed.connect(self.words_changed)
        self.field.list_wanted.connect(self.list_wanted)
        self._side.clicked.connect(self.side_wanted)
        self._menu.triggered.connect(self._on_order)

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "menu")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def set_shown(self, name: str, words: str, order: str, chosen: str) -> None:
        """Show these, without reporting them.

        Args:
            name: what the field is for.
            words: in the field.
            order: a key of the orders; "" where there is only one.
            chosen: what is shown, on the button that leads to the choice.
        """
        self.field.set_name(name)
        self.field.set_words(words)
        self._order.setVisible(bool(order))
        for action in self._group.actions():
            action.setChecked(action.data() == order)
        called = self._orders.get(order, "")
        self._order.setText(f" {called}")
        self._order.setAccessibleName(self.tr("Order: {words}").format(words=called))
        self._side.setText(f" {chosen}")
        self._side.setAccessibleName(self.tr("Shown: {words}").format(words=chosen))

    def set_side_beside(self, beside: bool) -> None:
        """Where the pane stands beside, no button opens it, and the order stands by the field."""
        self._side.setVisible(not beside)
        holder = self._line if beside else self._buttons
        if holder.indexOf(self._order) < 0:
            other = self._buttons if beside else self._line
            other.removeWidget(self._order)
            holder.insertWidget(1, self._order)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        ratio, size = self.devicePixelRatioF(), look.ui(18)
        self.field.set_look(look, self._icons)
        for button, name in ((self._order, "sort-ascending"), (self._side, "filter")):
            button.setIcon(self._icons.icon(name, look, "text", 18, ratio))
            button.setIconSize(QSize(size, size))

    @Slot(QAction)
    def _on_order(self, action: QAction) -> None:
        self.order_chosen.emit(str(action.data()))
