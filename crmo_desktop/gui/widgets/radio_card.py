"""One of several things of which one holds, as a card: its name, and below it more about it."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QStyle, QWidget

from crmo_desktop.gui.theme import Look

_EDGE: Final = 14  # pixels at 100%: from the card's edge to the sign
_SIGN: Final = 18  # across the sign
_ABOVE: Final = 10
_BETWEEN: Final = 12  # sign and words
_CORNER: Final = 6
_MANY: Final = 10_000  # pixels, higher than any card


class RadioCard(QRadioButton):
    """Checked by a press, by Space, or by the arrows of the cards beside it."""

    def __init__(self, value: str, name: str, under: str, look: Look, parent: QWidget) -> None:
        """Make a card.

        Args:
            value: what it stands for.
            name: what it says.
            under: more about it.
            look: to draw with.
            parent: where it stands; of the cards in one parent, one is checked.
        """
        super().__init__(parent)
        self.value, self._name, self._under, self._look = value, name, under, look
        self.setAccessibleName(name)
        self.setAccessibleDescription(under)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Its words are broken."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words are at a width."""
        name, under = self._places(width)
        return under.bottom() + 1 + self._look.ui(_ABOVE) if self._under else name.bottom() + 1 + name.top()

    def sizeHint(self) -> QSize:
        """As the design book has it, 438 pixels wide at 100%."""
        width = self._look.ui(438)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Not so narrow that words are cut."""
        width = self._look.ui(160)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def hitButton(self, _pos: object) -> bool:
        """All of the card can be pressed."""
        return True

    def _fonts(self) -> tuple[QFont, QFont]:
        return self._look.ui_font(15, 600), self._look.ui_font(14.5)

    def _places(self, width: int) -> tuple[QRect, QRect]:
        """Where name and words below it stand, from the left."""
        look = self._look
        left = look.ui(_EDGE + _SIGN + _BETWEEN)
        top, room = look.ui(_ABOVE), max(40, width - left - look.ui(_EDGE))
        places = []
        for words, font in zip((self._name, self._under), self._fonts(), strict=True):
            whole = QRect(0, 0, room, _MANY)
            used = QFontMetrics(font).boundingRect(whole, Qt.TextFlag.TextWordWrap, words)
            places.append(QRect(left, top, room, used.height()))
            top += used.height() + look.ui(1)
        return places[0], places[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, sign, words, ring of the keyboard."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        checked = self.isChecked()
        ring = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(look.colour("accent" if checked else "border_strong"), 1.5 if checked else 1.0))
        ground = "accent_soft" if checked else "row_hover" if self.underMouse() else "card"
        painter.setBrush(look.colour(ground))
        painter.drawRoundedRect(ring, _CORNER, _CORNER)
        ink = "on_row_current" if ground == "accent_soft" and look.is_high_contrast else "text"
        self._paint_sign(painter)
        painter.setPen(look.colour(ink))
        # words of another language than the window's run their own way, and stand at its side
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        for words, font, place in zip(
            (self._name, self._under), self._fonts(), self._places(self.width()), strict=True
        ):
            painter.setFont(font)
            flags = Qt.TextFlag.TextWordWrap.value | side.value | Qt.AlignmentFlag.AlignAbsolute.value
            painter.drawText(self._mirrored(place), flags, words)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), look.focus_width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, _CORNER, _CORNER)
        painter.end()

    def _paint_sign(self, painter: QPainter) -> None:
        look, size = self._look, self._look.ui(_SIGN)
        first = self._places(self.width())[0]
        line = QFontMetrics(self._fonts()[0]).height()
        place = self._mirrored(QRect(look.ui(_EDGE), first.top() + (line - size) // 2, size, size))
        circle = QRectF(place).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(look.colour("accent" if self.isChecked() else "border_strong"), 1.5))
        painter.setBrush(look.colour("accent" if self.isChecked() else "card"))
        painter.drawEllipse(circle)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("on_accent"))
            third = circle.width() * 0.32
            painter.drawEllipse(circle.adjusted(third, third, -third, -third))

    def _mirrored(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)
