"""A link whose words are broken into lines."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget


class WrappedLink(QPushButton):
    """As wide as its place, as high as its words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "link")
        self.setObjectName("wrappedLink")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setProperty("kind", "link")
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(4, 3, 4, 3)
        self._inside.addWidget(self._label)

    def set_words(self, words: str) -> None:
        """Say `words`."""
        self._label.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def words(self) -> str:
        """What it says."""
        return self._label.text()

    def hasHeightForWidth(self) -> bool:
        """Its words are broken."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words are at a width."""
        return self._inside.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """As large as what lies on it: a button alone would ask for its own words only."""
        return self._inside.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """No smaller than what lies on it."""
        return self._inside.totalMinimumSize()

    def event(self, event: QEvent) -> bool:
        """A new height of its words is told to what holds it."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)
