"""The strip above a page that tells of the reader's own words, which never stand among those of the page."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import align_to_beginning, margins
from crmo_desktop.gui.theme import Look

_ICON: Final = 18  # pixels at 100%


class OwnStrip(QFrame):
    """A line for the note on the topic, a line for highlights that are not there any more; hidden without."""

    note_wanted = Signal()
    things_wanted = Signal()
    left = Signal()  # the line with the keyboard was closed

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ownStrip")
        self.setAccessibleName(self.tr("Your notes on this page"))
        self._note, self._gone = QLabel(self), QLabel(self)
        self._icons = {"note": QLabel(self), "highlight": QLabel(self)}
        self._open = QPushButton(self.tr("Open the note"), self)
        self._things = QPushButton(self.tr("My notes and marks"), self)
        self._close = QToolButton(self)
        self._close.setToolTip(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close this line"))
        self._rows = (
            self._row(self._icons["note"], self._note, self._open),
            self._row(self._icons["highlight"], self._gone, self._things, self._close),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for row in self._rows:
            layout.addWidget(row)
        self._open.clicked.connect(self.note_wanted)
        self._things.clicked.connect(self.things_wanted)
        self._close.clicked.connect(self._on_close)
        self.hide()

    def _row(self, icon: QLabel, words: QLabel, *buttons: QWidget) -> QWidget:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(*margins(24, 4, 16, 4))
        layout.setSpacing(8)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        align_to_beginning(words)
        layout.addWidget(icon)
        layout.addWidget(words, 1)
        for button in buttons:
            if isinstance(button, QPushButton):
                button.setProperty("kind", "quiet")
            layout.addWidget(button)
        return row

    def say(self, note: str, gone: str) -> None:
        """Tell of the note and of what is gone; "" for nothing to tell."""
        self._note.setText(note)
        self._gone.setText(gone)
        for row, words in zip(self._rows, (note, gone), strict=True):
            row.setVisible(bool(words))
        self.setVisible(bool(note or gone))

    def words(self) -> tuple[str, str]:
        """What is told of the note, and of what is gone."""
        return self._note.text(), self._gone.text()

    @Slot()
    def _on_close(self) -> None:
        self.left.emit()  # before the button goes, or Qt would hand the keyboard on by itself
        self.say(self._note.text(), "")

    def set_look(self, look: Look, icons: IconShelf) -> None:
        """Draw with another look."""
        ratio = self.devicePixelRatioF()
        for name, label in self._icons.items():
            label.setPixmap(icons.pixmap(name, look.name_of("muted"), look.ui(_ICON), ratio))
        self._close.setIcon(icons.icon("x", look, "text", _ICON, ratio))
        self._close.setIconSize(QSize(look.ui(_ICON), look.ui(_ICON)))
