"""The console's foot: the keys of a talk, what is being typed, which screen shows what."""

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from crmo_desktop.gui.fixed_keys import written
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look


class ConsoleFoot(QFrame):
    """As many keys as there is room for; all of them are in the list that F1 opens."""

    def __init__(self, look: Look, icons: IconShelf, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("consoleFoot")
        self._look, self._icons = look, icons
        self._typed = QLabel(self)
        self._typed.setProperty("kind", "covered")
        self._typed.hide()
        self._hints = [self._hint(keys, words) for keys, words in self._keys()]
        self._sign, self._screens = QLabel(self), QLabel(self)
        self._screens.setWordWrap(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.setSpacing(14)
        layout.addWidget(self._typed)
        for hint in self._hints:
            layout.addWidget(hint)
        layout.addStretch(1)
        layout.addWidget(self._sign)
        layout.addWidget(self._screens)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._arrange)
        self.set_look(look)

    def _keys(self) -> tuple[tuple[str, str], ...]:
        number = self.tr("{number} Enter").format(number=4)
        return (
            (written("F1"), self.tr("all keys")),
            ("→", self.tr("next")),
            ("←", self.tr("back")),
            (number, self.tr("go to slide")),
            (written("W"), self.tr("white")),
            (written("Z"), self.tr("zoom picture")),
            (written("Esc"), self.tr("end")),
        )

    def _hint(self, keys: str, words: str) -> QWidget:
        hint = QWidget(self)
        key, what = QLabel(keys, hint), QLabel(words, hint)
        key.setProperty("kind", "key")
        row = QHBoxLayout(hint)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(key)
        row.addWidget(what)
        return hint

    # --- what it shows

    def set_screens(self, words: str) -> None:
        """Tell which screen shows what."""
        self._screens.setText(words)
        self._arrange()

    def set_number(self, number: str) -> None:
        """Show the number that is being typed; "" for none."""
        self._typed.setText(self.tr("Enter goes to slide {number}").format(number=number) if number else "")
        self._typed.setVisible(bool(number))
        self._arrange()

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        size = look.ui(18)
        self._sign.setPixmap(
            self._icons.pixmap("device-tv", look.name_of("text"), size, self.devicePixelRatioF())
        )
        self._sign.setFixedSize(size, size)
        self._later.start(0)

    # --- room

    def minimumSizeHint(self) -> QSize:
        """Hints and words give way."""
        return QSize(300, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hints give way from the last."""
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        room = self.width() - 28
        is_wide = self._screens.sizeHint().width() + self._look.ui(18) + 14 <= room
        self._screens.setWordWrap(not is_wide)
        room -= self._screens.sizeHint().width() + self._look.ui(18) + 42
        if not self._typed.isHidden():
            room -= self._typed.sizeHint().width() + 14
        is_full = False
        for hint in self._hints:
            room -= hint.sizeHint().width() + 14
            is_full = is_full or room < 0
            hint.setVisible(not is_full)
        alignment = Qt.AlignmentFlag.AlignVCenter
        self._screens.setAlignment(alignment)
