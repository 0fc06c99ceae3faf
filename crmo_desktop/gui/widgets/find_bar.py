"""Find in page: a field, a count, next and previous, close."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import margins
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.focus import FocusBefore


class FindBar(QFrame):
    """Says what to find and which way to go; the page finds it."""

    words_changed = Signal(str)  # as typed
    step_wanted = Signal(int)  # 1 next, -1 previous
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._before = FocusBefore()
        self._label = QLabel(self.tr("Find in this page"), self)
        self._field = QLineEdit(self)
        self._field.setAccessibleName(self.tr("Find in this page"))
        self._field.setMaxLength(500)
        self._label.setBuddy(self._field)
        self._count = QLabel(self)
        self._count.setProperty("kind", "muted")
        self._previous = self._button("chevron-up", self.tr("Previous match (Shift+Enter)"))
        self._next = self._button("chevron-down", self.tr("Next match (Enter)"))
        self._close = self._button("x", self.tr("Close (Esc)"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*margins(16, 6, 12, 6))
        layout.setSpacing(8)
        layout.addWidget(self._label)
        layout.addWidget(self._field, 1)
        layout.addWidget(self._count)
        layout.addWidget(self._previous)
        layout.addWidget(self._next)
        layout.addWidget(self._close)
        self.setFocusProxy(self._field)
        self._field.textEdited.connect(self.words_changed)
        self._next.clicked.connect(self._on_next)
        self._previous.clicked.connect(self._on_previous)
        self._close.clicked.connect(self.closed)

    def _button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("icon_name", icon)
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def words(self) -> str:
        """What is looked for."""
        return self._field.text()

    def set_words(self, words: str) -> None:
        """Put `words` in without reporting them, all selected."""
        self._field.setText(words)
        self._field.selectAll()

    def open(self) -> None:
        """Show it, and put the keyboard into its field."""
        self._before.remember(self)
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self, page: QWidget) -> None:
        """Hide it; its keyboard goes back to where it was, else to `page`."""
        has_keyboard = self.isAncestorOf(QApplication.focusWidget() or self)
        if not has_keyboard or not self._before.give_back():
            page.setFocus(Qt.FocusReason.OtherFocusReason)  # before it hides, or Qt would choose for us
        self.hide()

    def set_count(self, current: int | None, total: int, *, is_beyond: bool = False) -> None:
        """Show at which match of how many the reader is, `current` from 0; `is_beyond`: more are left out."""
        if not self._field.text():
            self._count.setText("")
        elif total == 0 and is_beyond:
            self._count.setText(self.tr("Not in the short form. Enter shows everything"))
        elif total == 0:
            self._count.setText(self.tr("Not on this page"))
        elif is_beyond:
            words = self.tr("{current} of {total}, and more in everything")
            self._count.setText(words.format(current=(current or 0) + 1, total=total))
        else:
            self._count.setText(
                self.tr("{current} of {total}").format(current=(current or 0) + 1, total=total)
            )
        for button in (self._previous, self._next):
            button.setEnabled(total > 0 or is_beyond)

    def count_text(self) -> str:
        """The words that tell the count."""
        return self._count.text()

    def set_look(self, look: Look, icons: IconShelf) -> None:
        """Draw with another look."""
        for button in (self._previous, self._next, self._close):
            button.setIcon(
                icons.icon(str(button.property("icon_name")), look, "text", 18, self.devicePixelRatioF())
            )
            button.setIconSize(QSize(look.ui(18), look.ui(18)))

    @Slot()
    def _on_next(self) -> None:
        self.step_wanted.emit(1)

    @Slot()
    def _on_previous(self) -> None:
        self.step_wanted.emit(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Escape closes."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._field.hasFocus():
                self.step_wanted.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            case Qt.Key.Key_Escape:
                self.closed.emit()
            case _:
                super().keyPressEvent(event)
