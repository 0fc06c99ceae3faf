"""The box that never scrolls away: in the right pane, or as one line below the page."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import is_mirrored, margins
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


class _PinnedPart(QWidget):
    """What box and strip have in common: icon, title, link, and the colours of what they say."""

    address_chosen = Signal(str)  # where the link leads

    _TITLE_SIZE = 16.0

    def __init__(self, look: Look, icons: IconShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._icons = look, icons
        self._pinned: Pinned | None = None
        self._icon = QLabel(self)
        self._title = QLabel(self)
        self._link = QPushButton(self)
        self._link.setProperty("kind", "link")
        self._link.clicked.connect(self._on_link)

    def set_pinned(self, pinned: Pinned) -> None:
        """Show this."""
        self._pinned = pinned
        self._title.setText(self.title_of(pinned))
        self._link.setText(pinned.link)
        self._link.setVisible(bool(pinned.target))
        self.setAccessibleName(pinned.title)
        self.setAccessibleDescription(pinned.text)
        self.set_look(self._look)

    def title_of(self, pinned: Pinned) -> str:
        """The words beside the icon."""
        return pinned.title

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        if self._pinned is None:
            return
        colour, ratio = look.name_of(f"{self._pinned.role}_title"), self.devicePixelRatioF()
        self._icon.setPixmap(self._icons.pixmap(self._pinned.icon, colour, look.ui(20), ratio))
        self._title.setStyleSheet(
            f"color: {colour}; font-size: {look.ui(self._TITLE_SIZE)}px; font-weight: 700;"
        )
        self.update()

    @Slot()
    def _on_link(self) -> None:
        if self._pinned is not None:
            self.address_chosen.emit(self._pinned.target)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, once there is something to say."""
        if self._pinned is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_ground(painter, self._pinned.role)
            painter.end()

    def paint_ground(self, painter: QPainter, role: str) -> None:
        """The ground in the colours of `role`."""
        raise NotImplementedError


class PinnedBox(_PinnedPart):
    """A call-out made of widgets: icon, title, words, a link."""

    def __init__(self, look: Look, icons: IconShelf, parent: QWidget | None = None) -> None:
        super().__init__(look, icons, parent)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(18, 12, 12, 10))
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._text)
        layout.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)

    def set_pinned(self, pinned: Pinned) -> None:
        """Show this."""
        self._text.setText(pinned.text)
        super().set_pinned(pinned)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        super().set_look(look)
        self._text.setStyleSheet(f"font-size: {look.ui(14.5)}px;")

    def paint_ground(self, painter: QPainter, role: str) -> None:
        """Rounded, with a bar where it begins."""
        mirrored = is_mirrored(self)
        paint_call_out(painter, QRectF(self.rect()), role, self._look, mirrored=mirrored)


class PinnedStrip(_PinnedPart):
    """The same in one line: icon, title, link; the words where there is no link."""

    _TITLE_SIZE = 15.0

    def __init__(self, look: Look, icons: IconShelf, parent: QWidget | None = None) -> None:
        super().__init__(look, icons, parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*margins(24, 3, 16, 3))
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(self._title)
        layout.addStretch(1)
        layout.addWidget(self._link)
        self._row = layout

    def row(self) -> QHBoxLayout:
        """Icon, title, room, link."""
        return self._row

    def title_of(self, pinned: Pinned) -> str:
        """The title, and the words where no link leads to them."""
        self.setToolTip(pinned.text)
        return pinned.title if pinned.target else f"{pinned.title}.  {pinned.text}"

    def paint_ground(self, painter: QPainter, role: str) -> None:
        """Across the whole width, with a line above."""
        painter.fillRect(self.rect(), self._look.colour(f"{role}_bg"))
        painter.fillRect(QRectF(0, 0, self.width(), 2), self._look.colour(f"{role}_bar"))
