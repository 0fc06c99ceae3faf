"""One line below the toolbar that says what is wrong and what still works."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look


class Notice(QFrame):
    """Stays until it is closed; several notices are shown one after another."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._waiting: list[tuple[str, bool]] = []  # words; whether they go with the next page
        self._icon = QLabel(self)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton(self)
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.setToolTip(self.tr("Close this notice"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._close)
        self._close.clicked.connect(self._on_close)
        self.hide()

    def say(self, words: str, *, passing: bool = False) -> None:
        """Show `words`, after those that are shown already; passing ones go when `drop_passing` is called."""
        if all(words != waiting for waiting, _ in self._waiting):
            self._waiting.append((words, passing))
        self._show_first()

    def drop_passing(self) -> None:
        """Take away what was about the page before."""
        self._waiting = [waiting for waiting in self._waiting if not waiting[1]]
        self._show_first()

    def words(self) -> str:
        """What is shown."""
        return self._words.text() if self._waiting else ""

    def _show_first(self) -> None:
        self.setVisible(bool(self._waiting))
        if self._waiting:
            words = self._waiting[0][0]
            self._words.setText(words)
            self.setAccessibleName(words)

    def set_look(self, look: Look, icons: IconShelf) -> None:
        """Draw with another look."""
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(
            icons.pixmap("alert-triangle", look.name_of("caution_title"), look.ui(20), ratio)
        )
        self._close.setIcon(icons.icon("x", look, "text", 18, ratio))
        self._close.setIconSize(QSize(look.ui(18), look.ui(18)))

    @Slot()
    def _on_close(self) -> None:
        del self._waiting[:1]
        self._show_first()
        self.closed.emit()
