"""The field in which a reader says what to look for."""

import re
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import is_mirrored
from crmo_desktop.gui.theme import Look

PAUSE_MS = 60  # spares slow machines the half words of a fast typist
_LAST_WORD: Final = re.compile(r"[^\W_]*$")  # as the search reads it: "whole-bo" ends with "bo"


class SearchField(QLineEdit):
    """Reports what is typed once typing pauses, and the keys that drive the results.

    Knows no index: text comes in from the keyboard, `query_changed` goes out.
    """

    query_changed = Signal(str)  # without surrounding blanks; "" once cleared
    submitted = Signal()  # Enter
    left = Signal()  # Escape
    moved_down = Signal()  # the reader wants to go into the results
    recent_wanted = Signal()  # Down in the empty field

    def __init__(self, *, pause_ms: int = PAUSE_MS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reported = ""
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(self.tr("Search all topics"))
        self.setAccessibleName(self.tr("Search all topics"))
        self.setMaxLength(10_000)
        self._glass = QLabel(self)
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._shows_hint, self._offers_recent = True, False
        self._key = "Ctrl+K"  # that leads here
        self._hint = QLabel(self._key, self)
        self._hint.setProperty("kind", "key")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 10, 0)
        layout.addWidget(self._glass)
        layout.addStretch(1)
        layout.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignVCenter)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self._report)
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._on_text)

    def set_query(self, query: str) -> None:
        """Show `query` without reporting it; used when going back in history."""
        self._pause.stop()
        self.setText(query)
        self._reported = query.strip()

    def carry_on(self, text: str, reported: str) -> None:
        """Go on with `text` that was typed elsewhere, of which only `reported` was told there."""
        self.set_query(text)
        self._reported = reported
        if text.strip() != reported:
            self._pause.start()

    def complete(self, word: str) -> None:
        """Put `word` in the place of the last word, and report that; the next one can be typed at once."""
        self._pause.stop()
        self.setText(_LAST_WORD.sub("", self.text(), count=1) + word + " ")
        self._report()

    def enter_query(self, query: str) -> None:
        """Put `query` in as if the reader had typed it."""
        self._pause.stop()
        self.setText(query)
        self._report()

    def set_recent_offered(self, offered: bool) -> None:
        """Whether Down in the empty field leads to recent searches."""
        self._offers_recent = offered
        self._name_hint()

    def set_look(self, look: Look, icons: IconShelf, *, size: float = 20) -> None:
        """Draw with another look."""
        self._glass.setPixmap(
            icons.pixmap("search", look.name_of("muted"), look.ui(size), self.devicePixelRatioF())
        )
        glass = look.ui(size) + 8
        self.setTextMargins(*((0, 0, glass, 0) if is_mirrored(self) else (glass, 0, 0, 0)))
        self._hint.setFixedHeight(look.ui(24))
        self.setMinimumHeight(look.ui(36 if size <= 20 else 50))

    def set_hint_shown(self, shown: bool) -> None:
        """Show or hide the key that leads here."""
        self._shows_hint = shown
        self._name_hint()

    def set_key(self, key: str) -> None:
        """Name the key that leads here, as a reader reads it; "" for none."""
        self._key = key
        self._name_hint()

    def sizeHint(self) -> QSize:
        """Wide enough for a question."""
        hint = super().sizeHint()
        return QSize(430, hint.height())

    def _name_hint(self) -> None:
        """The key that leads here; once the cursor is here, the one that leads to recent searches."""
        here = self.hasFocus() and self._offers_recent
        self._hint.setText(self.tr("Down: searched lately") if here else self._key)
        self._hint.setVisible(bool(self._hint.text()) and self._shows_hint and not self.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Another key is of use now."""
        super().focusInEvent(event)
        self._name_hint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And back."""
        super().focusOutEvent(event)
        self._name_hint()

    @Slot()
    def _on_edited(self) -> None:
        self._pause.start()

    @Slot()
    def _on_text(self) -> None:
        self._name_hint()

    @Slot()
    def _report(self) -> None:
        query = self.text().strip()
        if query != self._reported:
            self._reported = query
            self.query_changed.emit(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter reports at once; Down and Escape lead elsewhere."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._pause.stop()
                self._report()
                self.submitted.emit()
            case Qt.Key.Key_Down if not self.text():
                self.recent_wanted.emit()
            case Qt.Key.Key_Down:
                self._pause.stop()
                self._report()
                self.moved_down.emit()
            case Qt.Key.Key_Escape:
                was_empty = not self.text()
                self.left.emit()
                if was_empty and self.hasFocus():
                    event.ignore()  # there was nothing here to leave
            case _:
                super().keyPressEvent(event)
