"""What was deleted last, and the way to have it back: stands over the foot of the page until it is closed."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import margins
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.focus import AFTER

_BELOW = 16  # pixels at 100% between it and the foot of what it stands over
_BESIDE = 16  # at least, at its sides


class UndoToast(QFrame):
    """Goes by Escape or its cross, never by itself: a slow reader has all the time there is."""

    undo_wanted = Signal()
    closed = Signal()  # by the reader
    left = Signal()  # it goes, and the keyboard is in it

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("undoToast")
        self.setProperty(AFTER, True)
        self._over = parent
        self._look: Look | None = None
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._undo = QPushButton(self)
        self._undo.setProperty("kind", "toast")
        self._close = QToolButton(self)
        self._close.setProperty("kind", "toast")
        self._close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._close.setAccessibleName(self.tr("Close without undoing"))
        self._close.setToolTip(self.tr("Close without undoing"))
        self._layout = QHBoxLayout(self)
        self._layout.setSpacing(10)
        self._layout.addWidget(self._words, 1)
        self._layout.addWidget(self._undo)
        self._layout.addWidget(self._close)
        self._undo.clicked.connect(self.undo_wanted)
        self._close.clicked.connect(self._on_close)
        self.hide()

    def say(self, words: str, key: str, over: QWidget) -> None:
        """Show what was deleted, at the foot of a part of the window.

        Args:
            words: what was deleted.
            key: that has it back, as this system writes it; "" for none.
            over: in the middle of whose foot it stands, whatever size that takes; Tab comes to it at the end.
        """
        if over is not self._over:
            self._over.removeEventFilter(self)
            self._over = over
            self.setParent(over)
            over.installEventFilter(self)
        self._words.setText(words)
        self._undo.setText(self.tr("Undo") + (f"   {key}" if key else ""))
        self.setAccessibleName(words)
        self._undo.setAccessibleName(self.tr("Undo: {words}").format(words=words))
        self.show()
        self.raise_()
        self._place()

    def words(self) -> str:
        """What is shown; "" while nothing is."""
        return "" if self.isHidden() else self._words.text()

    def drop(self) -> None:
        """Go away; whoever holds the keyboard's ways is told where it was."""
        if self.isHidden():
            return
        had_keyboard = self.isAncestorOf(QApplication.focusWidget() or self)
        if had_keyboard:
            self.left.emit()  # before it hides, or Qt would choose where the keyboard goes
        self.hide()
        self._words.clear()
        self.setAccessibleName("")

    def set_look(self, look: Look, icons: IconShelf) -> None:
        """Draw with another look."""
        self._look = look
        size, ratio = look.ui(18), self.devicePixelRatioF()
        self._layout.setContentsMargins(*margins(look.ui(16), look.ui(7), look.ui(8), look.ui(7)))
        self._undo.setIcon(icons.icon("arrow-back-up", look, "page", 18, ratio))
        self._undo.setIconSize(QSize(size, size))
        self._close.setIcon(icons.icon("x", look, "page", 18, ratio))
        self._close.setIconSize(QSize(size, size))
        self._place()

    def _place(self) -> None:
        """In the middle of the foot, as narrow as its words, wrapped where they have no room."""
        look, area = self._look, self._over.rect()
        if look is None or self.isHidden():
            return
        room = area.width() - 2 * _BESIDE
        self._words.setMinimumWidth(0)
        one_line = self._words.fontMetrics().horizontalAdvance(self._words.text()) + look.ui(4)
        beside = self._layout.sizeHint().width() - self._words.sizeHint().width()
        width = min(room, beside + one_line)
        height = self._layout.totalHeightForWidth(width) if self._layout.hasHeightForWidth() else 0
        height = max(height, self._layout.totalMinimumSize().height())
        left = area.left() + (area.width() - width) // 2
        self.setGeometry(left, area.bottom() + 1 - height - look.ui(_BELOW), width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the foot of what it stands over."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_close()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_close(self) -> None:
        self.drop()
        self.closed.emit()
