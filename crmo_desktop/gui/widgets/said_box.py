"""A call-out of a dialog: a title and words on the ground of a kind, such as red or caution."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from crmo_desktop.gui.mirroring import margins
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.call_out import paint_call_out


class SaidBox(QWidget):
    """Shows what it is made with; words can be selected and copied."""

    def __init__(self, role: str, title: str, words: str, look: Look, parent: QWidget | None = None) -> None:
        """`role` names its colours: "red", "caution", "key" or "unknown"."""
        super().__init__(parent)
        self._role, self._look = role, look
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(18, 10, 12, 10))
        layout.setSpacing(3)
        heading = self._label(title)
        heading.setStyleSheet(
            f"color: {look.name_of(f'{role}_title')}; font-size: {look.ui(16)}px; font-weight: 700;"
        )
        layout.addWidget(heading)
        if words:
            layout.addWidget(self._label(words))

    def _label(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground in the colours of what is said."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_call_out(painter, QRectF(self.rect()), self._role, self._look)
        painter.end()
