"""The box that never scrolls away: in the right pane, or as one line below the page."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.call_out import paint_call_out


@dataclass(frozen=True, slots=True)
class Pinned:
    """The box at the foot of the pane; never scrolls away.

    Attributes:
        role: names its colours: "red" or "caution".
        target: an address that its link opens; "" for none.
    """

    role: str
    icon: str
    title: str
    text: str
    link: str
    target: str


class PinnedBox(QWidget):
    """A call-out made of widgets: icon, title, words, a link."""

    address_chosen = Signal(str)  # where the link leads

    def __init__(self, look: Look, icons: IconShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icons = icons
        self._pinned: Pinned | None = None
        self._icon = QLabel(self)
        self._title = QLabel(self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._link = QPushButton(self)
        self._link.setProperty("kind", "link")
        self._link.clicked.connect(self._on_link)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 12, 10)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._text)
        layout.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)

    def set_pinned(self, pinned: Pinned) -> None:
        """Show this box."""
        self._pinned = pinned
        self._title.setText(pinned.title)
        self._text.setText(pinned.text)
        self._link.setText(pinned.link)
        self._link.setVisible(bool(pinned.target))
        self.setAccessibleName(pinned.title)
        self.setAccessibleDescription(pinned.text)
        self.set_look(self._look)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        if self._pinned is None:
            return
        title = look.name_of(f"{self._pinned.role}_title")
        self._icon.setPixmap(
            self._icons.pixmap(self._pinned.icon, title, look.ui(20), self.devicePixelRatioF())
        )
        self._title.setFont(look.ui_font(16, 700))
        self._title.setStyleSheet(f"color: {title}; font-size: {look.ui(16)}px; font-weight: 700;")
        self._text.setStyleSheet(f"font-size: {look.ui(14.5)}px;")
        self.update()

    @Slot()
    def _on_link(self) -> None:
        if self._pinned is not None:
            self.address_chosen.emit(self._pinned.target)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        if self._pinned is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_call_out(painter, QRectF(self.rect()), self._pinned.role, self._look)
        painter.end()


class PinnedStrip(QWidget):
    """The same in one line: icon, title, link."""

    address_chosen = Signal(str)  # where the link leads

    def __init__(self, look: Look, icons: IconShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._icons = look, icons
        self._pinned: Pinned | None = None
        self._icon = QLabel(self)
        self._title = QLabel(self)
        self._link = QPushButton(self)
        self._link.setProperty("kind", "link")
        self._link.clicked.connect(self._on_link)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 3, 16, 3)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(self._title)
        layout.addStretch(1)
        layout.addWidget(self._link)

    def set_pinned(self, pinned: Pinned) -> None:
        """Show this box."""
        self._pinned = pinned
        self._link.setText(pinned.link)
        self._link.setVisible(bool(pinned.target))
        self.setAccessibleName(pinned.title)
        self.setAccessibleDescription(pinned.text)
        self.setToolTip(pinned.text)
        self.set_look(self._look)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        if self._pinned is None:
            return
        title = look.name_of(f"{self._pinned.role}_title")
        self._icon.setPixmap(
            self._icons.pixmap(self._pinned.icon, title, look.ui(20), self.devicePixelRatioF())
        )
        text = "" if self._pinned.target else f"  {self._pinned.text}"
        self._title.setText(self._pinned.title + ("." + text if text else ""))
        self._title.setStyleSheet(f"color: {title}; font-size: {look.ui(15)}px; font-weight: 700;")
        self.update()

    @Slot()
    def _on_link(self) -> None:
        if self._pinned is not None:
            self.address_chosen.emit(self._pinned.target)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, across the whole width."""
        if self._pinned is None:
            return
        painter = QPainter(self)
        role = self._pinned.role
        painter.fillRect(self.rect(), self._look.colour(f"{role}_bg"))
        painter.fillRect(QRectF(0, 0, self.width(), 2), self._look.colour(f"{role}_bar"))
        painter.end()
