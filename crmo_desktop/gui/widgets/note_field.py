"""A field for the reader's own words, kept as they are typed: there is no button that saves."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look

PAUSE_MS: Final = 300  # after the last key until words are told


class NoteField(QWidget):
    """Tells words soon after they are typed, and at once when it is left; shows whether they are kept.

    Attributes:
        field: where they are typed.
    """

    written = Signal(str)  # all words
    retry_wanted = Signal()  # what could not be kept is to be kept now

    def __init__(
        self,
        look: Look,
        icons: IconShelf,
        parent: QWidget,
        *,
        pause_ms: int = PAUSE_MS,
        has_title: bool = True,
    ) -> None:
        super().__init__(parent)
        self._look, self._icons = look, icons
        self._told = ""  # words that have been told
        self._is_kept: bool | None = None  # None: nothing was typed yet
        self._kept_words = ""  # about that
        title = QLabel(self.tr("Note"), self)
        title.setProperty("kind", "heading")
        title.setVisible(has_title)
        self.field = QPlainTextEdit(self)
        self.field.setTabChangesFocus(True)
        self.field.document().setDocumentMargin(8)
        self.field.setAccessibleName(self.tr("Note"))
        self.field.installEventFilter(self)
        self._sign = QLabel(self)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._again = QPushButton(self.tr("Try again"), self)
        self._again.setProperty("kind", "plain")
        self._again.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self._sign)
        below.addWidget(self._words, 1)
        below.addWidget(self._again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(title)
        layout.addWidget(self.field)
        layout.addLayout(below)
        self._pause.timeout.connect(self.finish)
        self.field.textChanged.connect(self._on_changed)
        self._again.clicked.connect(self.retry_wanted)
        self.setFocusProxy(self.field)

    def set_words(self, words: str) -> None:
        """Show `words` without reporting them; the cursor stays where the same words are shown already."""
        self._pause.stop()
        if words != self.field.toPlainText():
            self.field.blockSignals(True)
            self.field.setPlainText(words)
            self.field.blockSignals(False)
            self._is_kept = None
        if words != self._told:
            self._told = words
            self._is_kept = None
        self._draw()

    def words(self) -> str:
        """What stands in the field."""
        return self.field.toPlainText()

    def set_kept(self, *, kept: bool, words: str) -> None:
        """Show whether what was told is kept, and say `words` about it."""
        self._is_kept, self._kept_words = kept, words
        self._draw()

    def is_kept(self) -> bool | None:
        """Whether what was typed last is kept; None where nothing was typed."""
        return self._is_kept

    def is_waiting(self) -> bool:
        """Whether words were typed that have not been told."""
        return self.words() != self._told

    @Slot()
    def finish(self) -> None:
        """Tell now what has not been told yet."""
        self._pause.stop()
        if self.is_waiting():
            self._told = self.words()
            self.written.emit(self._told)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        self.field.setMinimumHeight(look.ui(76))
        self.field.setMaximumHeight(look.ui(150))
        self._draw()

    def _draw(self) -> None:
        self._words.setText(self._kept_words if self._is_kept is not None else "")
        self._again.setVisible(self._is_kept is False)
        size = self._look.ui(18)
        self._sign.setFixedSize(size, size)
        if self._is_kept is None:
            self._sign.clear()
            return
        name, role = ("circle-check", "good") if self._is_kept else ("alert-triangle", "caution_title")
        self._sign.setPixmap(
            self._icons.pixmap(name, self._look.name_of(role), size, self.devicePixelRatioF())
        )
        self._words.setStyleSheet(f"color: {self._look.name_of(role)};")

    @Slot()
    def _on_changed(self) -> None:
        self._is_kept = None
        self._draw()
        self._pause.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is typed is told at once when the keyboard leaves."""
        if event.type() == QEvent.Type.FocusOut:
            self.finish()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """And when it is shown no longer."""
        super().hideEvent(event)
        self.finish()
