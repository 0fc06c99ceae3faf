"""What stands at the left of a list: small titles, rows to choose from, links."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from crmo_desktop.gui.mirroring import margins


class SidePane(QFrame):
    """Has a body, which whoever inherits it fills and then shows; it scrolls where it is short of room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QWidget()
        self.body.setObjectName("outlineBody")

    def title(self, words: str) -> QLabel:
        """A small title in the body."""
        label = QLabel(words, self.body)
        label.setProperty("kind", "small")
        label.setContentsMargins(*margins(18, 0, 8, 0))
        return label

    def show_body(self) -> None:
        """Show the body, as wide as the pane."""
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(area)
