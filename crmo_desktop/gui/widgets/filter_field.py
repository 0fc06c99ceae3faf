"""A field whose words narrow a list below it."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import is_mirrored
from crmo_desktop.gui.theme import Look

PAUSE_MS = 40  # spares the list the half words of a fast typist


class FilterField(QLineEdit):
    """Reports what is typed once typing pauses, and that the keyboard is to go into the list."""

    words_changed = Signal(str)  # without surrounding blanks; "" once cleared
    list_wanted = Signal()  # Down, or Enter

    def __init__(self, name: str, parent: QWidget, *, pause_ms: int = PAUSE_MS) -> None:
        """`name` is what it is for."""
        super().__init__(parent)
        self._reported = ""
        self.setClearButtonEnabled(True)
        self.setMaxLength(1000)
        self.set_name(name)
        self._glass = QLabel(self)
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 10, 0)
        layout.addWidget(self._glass)
        layout.addStretch(1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self._report)
        self.textEdited.connect(self._on_edited)

    def set_name(self, name: str) -> None:
        """Say what it is for."""
        self.setPlaceholderText(name)
        self.setAccessibleName(name)

    def set_words(self, words: str) -> None:
        """Show `words` without reporting them."""
        self._pause.stop()
        if words != self.text().strip():
            self.setText(words)
        self._reported = words

    def set_look(self, look: Look, icons: IconShelf) -> None:
        """Draw with another look."""
        self._glass.setPixmap(
            icons.pixmap("search", look.name_of("muted"), look.ui(20), self.devicePixelRatioF())
        )
        glass = look.ui(20) + 8
        self.setTextMargins(*((0, 0, glass, 0) if is_mirrored(self) else (glass, 0, 0, 0)))
        self.setMinimumHeight(look.ui(36))

    @Slot()
    def _on_edited(self) -> None:
        self._pause.start()

    @Slot()
    def _report(self) -> None:
        self._pause.stop()
        words = self.text().strip()
        if words != self._reported:
            self._reported = words
            self.words_changed.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter go into the list, Escape empties the field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._report()
            self.list_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._report()
        else:
            super().keyPressEvent(event)
