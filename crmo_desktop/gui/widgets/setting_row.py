"""A row of a dialog of settings: its name, a line of help, and at the end what it is set by."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look

_LEAST_WORDS: Final = 180  # pixels at 100%; with less room, what it is set by stands below its words


class SettingRow(QFrame):
    """Whoever makes it puts in what it is set by; the way back to the default comes with it."""

    default_wanted = Signal()

    def __init__(
        self,
        name: str,
        hint: str,
        control: QWidget,
        icons: IconShelf,
        parent: QWidget | None = None,
        *,
        has_default: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settingRow")
        self.name, self.hint = name, hint
        self.control = control
        self._icons, self._zoom = icons, 1.0
        words = QVBoxLayout()
        words.setSpacing(1)
        self._name = self._label(name, "heading")
        self._hint = self._label(hint, "under")
        self._note = self._label("", "under")
        self._note.hide()
        for label in (self._name, self._hint, self._note):
            words.addWidget(label)
        words.addStretch(1)
        self._back = QToolButton(self)
        self._back.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        said = self.tr("Back to the default of “{name}”").format(name=name)
        self._back.setAccessibleName(said)
        self._back.setToolTip(said)
        self._back.clicked.connect(self.default_wanted)
        self._back.hide()
        control.setParent(self)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(12)
        if has_default:
            self._tools.addWidget(self._back, 0, Qt.AlignmentFlag.AlignVCenter)
        self._tools.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 10, 0, 12)
        self._layout.setSpacing(12)
        self._layout.addLayout(words, 1)
        self._layout.addLayout(self._tools)

    def _label(self, words: str, kind: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("kind", kind)
        return label

    @property
    def back(self) -> QToolButton:
        """The way back to the default; hidden while that holds."""
        return self._back

    def set_default(self, is_default: bool) -> None:
        """Offer the way back, or take it away; the keyboard that is on it goes to what the row is set by."""
        if is_default and self._back.hasFocus():
            self.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back.setVisible(not is_default)

    def lock(self, note: str, tip: str = "") -> None:
        """Show what is set, and that it cannot be changed; `note`, or else `tip`, says why not."""
        self._back.hide()
        self.control.setEnabled(False)
        self.set_note(note)
        self.setToolTip(note or tip)
        for part in (self.control, *self.control.findChildren(QWidget)):
            if part.accessibleName():
                part.setAccessibleDescription(f"{part.accessibleDescription()} {note or tip}".strip())

    def set_note(self, words: str) -> None:
        """Say something more below the help; "" for nothing."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def note(self) -> str:
        """What is said below the help."""
        return self._note.text()

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._zoom = look.ui_zoom
        self._back.setIcon(self._icons.icon("arrow-back-up", look, "accent", 20, self.devicePixelRatioF()))
        self._back.setIconSize(QSize(look.ui(20), look.ui(20)))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way to what there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest part, for the parts may stand below one another."""
        tools = self._tools.minimumSize().width()
        return QSize(tools, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        back = self._back.sizeHint().width() + 12
        room = self.width() - self.control.sizeHint().width() - back - 24
        is_beside = room >= _LEAST_WORDS * self._zoom
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if is_beside else directions.TopToBottom
        if wanted != self._layout.direction():
            self._layout.setDirection(wanted)
            self._layout.setSpacing(12 if is_beside else 6)
        side = Qt.AlignmentFlag(0) if is_beside else Qt.AlignmentFlag.AlignLeft
        self._layout.setAlignment(self._tools, side)
