"""An answer that can be chosen: a letter or a number, its words, and what became of it."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look

_EDGE: Final = 12  # pixels at 100%: from the edge to the sign
_SIGN: Final = 28  # across the sign
_ABOVE: Final = 9
_BETWEEN: Final = 12  # sign and words
_CORNER: Final = 6
_MANY: Final = 10_000  # pixels, higher than any option


class QuizOption(QAbstractButton):
    """Pressed by a click, Enter or Space, as long as the question is open.

    Attributes:
        place: of the option, from 0.
        is_right: it is shown to be a right one: tick, fill and bold letters; the others keep their look.
        is_chosen: it is among what was chosen.
    """

    def __init__(
        self, place: int, sign: str, words: str, look: Look, icons: IconShelf, parent: QWidget
    ) -> None:
        """Make an option that is neither chosen nor known to be right; `sign` is its letter."""
        super().__init__(parent)
        self.place, self._sign, self._words, self._under = place, sign, words, ""
        self._look, self._icons = look, icons
        self.is_right = self.is_chosen = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._tell()

    def words(self) -> str:
        """What it says."""
        return self._words

    def set_chosen(self, sign: str, *, is_chosen: bool) -> None:
        """Show a letter or number, and whether it is among what was chosen."""
        self._sign, self.is_chosen = sign, is_chosen
        self._tell()
        self.update()

    def close_as(self, sign: str, under: str, *, is_right: bool) -> None:
        """Show what became of it, once the question is answered; it can be pressed no longer.

        Args:
            sign: letter or number; "" for a tick.
            under: what became of it, in words; "" for nothing.
            is_right: whether it is shown as a right one.
        """
        self._sign, self._under, self.is_right = sign, under, is_right
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.unsetCursor()
        self._tell()
        self.updateGeometry()
        self.update()

    def is_open(self) -> bool:
        """Whether it can be pressed."""
        return self.focusPolicy() != Qt.FocusPolicy.NoFocus

    def _tell(self) -> None:
        name = f"{self._sign}. {self._words}" if self._sign else self._words
        self.setAccessibleName(f"{self._under}: {name}" if self._under else name)

    # --- size

    def hasHeightForWidth(self) -> bool:
        """Its words are broken."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words are at a width."""
        _, last = self._places(width)
        return max(last.bottom() + 1 + self._look.ui(_ABOVE), self._look.ui(_SIGN + 2 * _ABOVE))

    def sizeHint(self) -> QSize:
        """As wide as the window's columns of text."""
        width = self._look.ui(438)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Not so narrow that words are cut."""
        width = self._look.ui(160)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def _fonts(self) -> tuple[QFont, QFont]:
        return self._look.ui_font(16, 700 if self.is_right else 400), self._look.ui_font(13.5, 600)

    def _places(self, width: int) -> tuple[QRect, QRect]:
        """Where words and what stands below them are, from the left; the second is empty without any."""
        look = self._look
        left = look.ui(_EDGE + _SIGN + _BETWEEN)
        room = max(40, width - left - look.ui(_EDGE))
        whole = QRect(0, 0, room, _MANY)
        first, second = self._fonts()
        used = QFontMetrics(first).boundingRect(whole, Qt.TextFlag.TextWordWrap, self._words).height()
        least = look.ui(_SIGN + 2 * _ABOVE)
        below = QFontMetrics(second).boundingRect(whole, Qt.TextFlag.TextWordWrap, self._under).height()
        below = below if self._under else 0
        top = max(look.ui(_ABOVE), (least - used - below) // 2)
        return QRect(left, top, room, used), QRect(left, top + used, room, below)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, sign, words, ring of the keyboard."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        is_hovered = self.is_open() and self.underMouse()
        line, ground = "border_strong", "row_hover" if is_hovered else "card"
        if self.is_right:
            line, ground = "good", "good_bg"
        elif self.is_chosen:
            line = "accent"
        painter.setPen(QPen(look.colour(line), 2.0 if line != "border_strong" else 1.0))
        painter.setBrush(look.colour(ground))
        painter.drawRoundedRect(ring, _CORNER, _CORNER)
        self._paint_sign(painter)
        self._paint_words(painter)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), look.focus_width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, _CORNER, _CORNER)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        # words of another language than the window's run their own way, and stand at its side
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        flags = Qt.TextFlag.TextWordWrap.value | side.value | Qt.AlignmentFlag.AlignAbsolute.value
        roles = ("text", "good" if self.is_right else "muted")
        parts = zip((self._words, self._under), self._fonts(), self._places(self.width()), roles, strict=True)
        for words, font, place, role in parts:
            painter.setPen(self._look.colour(role))
            painter.setFont(font)
            painter.drawText(self._mirrored(place), flags, words)

    def _paint_sign(self, painter: QPainter) -> None:
        look, size = self._look, self._look.ui(_SIGN)
        place = self._mirrored(QRect(look.ui(_EDGE), (self.height() - size) // 2, size, size))
        circle = QRectF(place).adjusted(1, 1, -1, -1)
        role = "good" if self.is_right else "accent" if self.is_chosen else ""
        painter.setPen(QPen(look.colour(role or "border_strong"), 1.5))
        painter.setBrush(look.colour(role or "card"))
        painter.drawEllipse(circle)
        if not self._sign:
            ratio = self.devicePixelRatioF()
            tick = self._icons.pixmap("check", look.name_of("card"), look.ui(18), ratio)
            corner = place.center() - QRect(0, 0, look.ui(18), look.ui(18)).center()
            painter.drawPixmap(corner, tick)
            return
        painter.setPen(look.colour({"good": "card", "accent": "on_accent"}.get(role, "text")))
        painter.setFont(look.ui_font(15, 700))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._sign)

    def _mirrored(self, place: QRect) -> QRect:
        if self.layoutDirection() != Qt.LayoutDirection.RightToLeft:
            return place
        return QRect(self.width() - place.right() - 1, place.top(), place.width(), place.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, too; arrows are for what it stands in."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.is_open():
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def hitButton(self, _pos: object) -> bool:
        """All of it can be pressed, as long as it can be."""
        return self.is_open()
