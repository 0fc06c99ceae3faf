"""What a reader sees when the program has a bug."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)


class CrashDialog(QDialog):
    """Says that something went wrong, that nothing is lost, and offers the details to copy."""

    def __init__(self, details: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self._details = details
        words = QLabel(
            self.tr(
                "Something in the program went wrong. Your page and your place are kept, "
                "and nothing has been sent anywhere. "
                "You can go on reading. If it happens again, close the program and start it again."
            ),
            self,
        )
        words.setWordWrap(True)
        self._text = QPlainTextEdit(details, self)
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("Details"))
        self._text.setTabChangesFocus(True)
        self._text.hide()
        self._copied = QLabel("", self)
        show = QPushButton(self.tr("Show details"), self)
        copy = QPushButton(self.tr("Copy details"), self)
        close = QPushButton(self.tr("Go on reading"), self)
        close.setProperty("kind", "primary")
        close.setDefault(True)
        self._row = row = QHBoxLayout()
        row.addWidget(show)
        row.addWidget(copy)
        row.addWidget(self._copied, 1)
        row.addWidget(close)
        self._all = layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(14)
        layout.addWidget(words)
        layout.addWidget(self._text, 1)
        layout.addLayout(row)
        show.clicked.connect(self._on_show)
        copy.clicked.connect(self._on_copy)
        close.clicked.connect(self.accept)
        close.setFocus()  # Enter goes on, instead of pressing the first button
        self.setMinimumWidth(560)

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the style has said how large the words are."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As large as the words need; buttons that have no room beside each other stand below each other."""
        room, sides = self.screen().availableGeometry(), 48
        wanted = self._row.sizeHint().width() + sides
        if wanted > room.width() - sides:
            self._row.setDirection(QHBoxLayout.Direction.TopToBottom)
            wanted = room.width() - sides
        width = max(wanted, self.minimumWidth())
        height = max(self._all.totalHeightForWidth(width), self._all.totalSizeHint().height())
        self.resize(width, min(height, room.height() - sides))

    @Slot()
    def _on_show(self) -> None:
        self._text.setVisible(not self._text.isVisible())
        self._fit()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self._copied.setText(self.tr("Copied"))
