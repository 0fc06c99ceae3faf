"""A button as wide as its place, whose words are broken into lines: an answer, and what it leads to."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from crmo_desktop.gui.mirroring import margins
from crmo_desktop.gui.theme import Look

_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class AnswerButton(QPushButton):
    """Tells when it is chosen and when the keyboard comes to it; shows when it is pointed at elsewhere."""

    chosen = Signal(str)  # its value
    reached = Signal(str)  # its value: Tab came to it

    def __init__(self, value: str, words: str, under: str, parent: QWidget) -> None:
        """Make a button.

        Args:
            value: what is told when it is chosen.
            words: what it says.
            under: what it leads to; "" for nothing.
            parent: where it stands.
        """
        super().__init__(parent)
        self.value = value
        self.setObjectName("answerButton")
        self.setAccessibleName(f"{words}: {under}" if under else words)  # “No” alone says too little
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._inside = layout = QVBoxLayout(self)
        layout.setSpacing(1)
        for text, kind in ((words, "question"), (under, "under")):
            if not text:
                continue
            label = QLabel(text, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setProperty("kind", kind)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)
        self.clicked.connect(self._choose)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._inside.setContentsMargins(*margins(look.ui(14), look.ui(8), look.ui(12), look.ui(8)))
        self.setMinimumHeight(look.ui(36))

    def set_pointed(self, *, pointed: bool) -> None:
        """Show whether the same is pointed at in the picture."""
        if bool(self.property("pointed")) != pointed:
            self.setProperty("pointed", pointed)
            self.style().unpolish(self)
            self.style().polish(self)

    def hasHeightForWidth(self) -> bool:
        """Its words are broken."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words are at a width."""
        return max(self.minimumHeight(), self._inside.totalHeightForWidth(width))

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that keys came here."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEYS:
            self.reached.emit(self.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _choose(self) -> None:
        self.chosen.emit(self.value)
