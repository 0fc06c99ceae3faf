"""The console's buttons: icon, word, and the key that does the same."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from crmo_desktop.gui.fixed_keys import written
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import is_mirrored, placed
from crmo_desktop.gui.theme import Look

_HINT_SIZE: Final = 13.5
_PADDING: Final = 8.0  # pixels at 100% on either side of a key's name
_NO_HINTS_FROM: Final = 1.5  # of the look's zoom: words come first


class KeyButton(QPushButton):
    """Checkable where it tells whether something is on; set from code it is silent."""

    def __init__(
        self,
        words: str,
        icon: str,
        key: str,
        look: Look,
        icons: IconShelf,
        parent: QWidget,
        *,
        can_be_on: bool,
    ) -> None:
        """`key` is as Qt writes it; "" for none. With `can_be_on` it shows whether it is."""
        super().__init__(words, parent)
        self.setProperty("kind", "console")
        self._name, self._key, self._icons, self._look = icon, key, icons, look
        self._can_be_on = can_be_on
        self.setCheckable(can_be_on)
        self.setAutoDefault(False)
        self._describe()
        self.set_look(look)

    def set_words(self, words: str, icon: str) -> None:
        """Say and show something else."""
        if (words, icon) != (self.text(), self._name):
            self.setText(words)
            self._name = icon
            self._describe()
            self.set_look(self._look)

    def set_on(self, is_on: bool) -> None:
        """Show whether what it stands for is on; nobody is told."""
        self.blockSignals(True)
        self.setChecked(is_on)
        self.blockSignals(False)

    def _describe(self) -> None:
        hint = f"{self.text()} ({written(self._key)})" if self._key else self.text()
        self.setAccessibleName(hint)
        self.setToolTip(hint)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        self.setIcon(
            self._icons.icon(
                self._name, look, "text", 18, self.devicePixelRatioF(), before_words=True, fades=True
            )
        )
        self.setIconSize(self._icons.size_before_words(look, 18))
        self.updateGeometry()
        self.update()

    @property
    def _hint(self) -> str:
        return written(self._key) if self._key and self._look.ui_zoom < _NO_HINTS_FROM else ""

    def _hint_width(self) -> float:
        if not self._hint:
            return 0.0
        metrics = QFontMetricsF(self._look.ui_font(_HINT_SIZE))
        return max(metrics.horizontalAdvance(self._hint) + 2 * self._look.ui(_PADDING), self._look.ui(22))

    def sizeHint(self) -> QSize:
        """With room for the key's name."""
        size = super().sizeHint()
        beside = self._hint_width() + self._look.ui(16) if self._hint else 0.0
        return QSize(round(size.width() + beside), max(size.height(), self._look.ui(36)))

    def minimumSizeHint(self) -> QSize:
        """As much."""
        return self.sizeHint()

    def nextCheckState(self) -> None:
        """Whoever hears of the click says what is on then."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and the key's name at its end."""
        super().paintEvent(event)
        if not self._hint:
            return
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = self._hint_width(), look.ui(22)
        area = QRectF(self.width() - look.ui(12) - wide, (self.height() - high) / 2, wide, high)
        area = placed(area, QRectF(self.rect()), mirrored=is_mirrored(self))
        painter.setPen(QPen(look.colour("border_strong"), 1))
        painter.setBrush(look.colour("page"))
        painter.drawRoundedRect(area, 4, 4)
        painter.setFont(look.ui_font(_HINT_SIZE))
        painter.setPen(look.colour("muted"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._hint)
        painter.end()
