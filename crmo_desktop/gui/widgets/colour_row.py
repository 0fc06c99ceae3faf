"""The four colours of highlights as buttons: to choose one, or to see only what has one."""

from typing import Final

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from crmo_desktop.domain.own_things import Colour
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look

FILLS: Final = {colour.value: f"hl_{colour.name.lower()}" for colour in Colour}
EDGES: Final = {colour.value: f"hl_edge_{colour.name.lower()}" for colour in Colour}
_SIDE: Final = 30  # pixels at 100%


class ColourNames(QObject):
    """What the colours are called."""

    def of(self, colour: int) -> str:
        """The name of a colour, as part of a sentence."""
        return {
            Colour.YELLOW.value: self.tr("yellow"),
            Colour.GREEN.value: self.tr("green"),
            Colour.BLUE.value: self.tr("blue"),
            Colour.PINK.value: self.tr("pink"),
        }[colour]


class ColourRow(QWidget):
    """Four buttons; the one chosen bears a tick."""

    chosen = Signal(int)  # the colour, 1 to 4; 0: none, where that can be

    def __init__(self, look: Look, icons: IconShelf, parent: QWidget, *, can_be_none: bool) -> None:
        """`can_be_none`: the colour chosen can be pressed again, and then none is."""
        super().__init__(parent)
        self._can_be_none, self._colour = can_be_none, 0
        self._buttons: list[_ColourButton] = []
        names = ColourNames(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for colour in Colour:
            button = _ColourButton(colour.value, look, icons, self)
            words = (
                self.tr("Only {colour}, {number}") if can_be_none else self.tr("Colour: {colour}, {number}")
            )
            button.setAccessibleName(words.format(colour=names.of(colour), number=int(colour)))
            button.setToolTip(button.accessibleName())
            button.clicked.connect(self._on_clicked)
            self._buttons.append(button)
            layout.addWidget(button)
        layout.addStretch(1)

    def set_colour(self, colour: int) -> None:
        """Show which one is chosen, without reporting it; 0 for none."""
        self._colour = colour
        for button in self._buttons:
            button.setChecked(button.colour == colour)

    def colour(self) -> int:
        """The one chosen; 0 for none."""
        return self._colour

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        for button in self._buttons:
            button.set_look(look)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if not isinstance(button, _ColourButton):
            return
        again = button.colour == self._colour
        self.set_colour(0 if again and self._can_be_none else button.colour)
        if not again or self._can_be_none:
            self.chosen.emit(self._colour)


class _ColourButton(QToolButton):
    """A square of the colour, its number on it."""

    def __init__(self, colour: int, look: Look, icons: IconShelf, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour, self._look, self._icons = colour, look, icons
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = self._look.ui(_SIDE) + 8  # and room for the ring
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        painter.setPen(QPen(look.colour(EDGES[self.colour]), 3 if self.isChecked() else 2))
        painter.setBrush(look.colour(FILLS[self.colour]))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        if self.isChecked():
            size = look.ui(20)
            tick = self._icons.pixmap("check", look.name_of("text"), size, self.devicePixelRatioF())
            place = QRectF(box.center().x() - size / 2, box.center().y() - size / 2, size, size)
            painter.drawPixmap(place, tick, QRectF(tick.rect()))
        else:
            painter.setPen(look.colour("text"))
            painter.setFont(look.ui_font(15, 700))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.colour))
        if self.hasFocus():
            pen = QPen(look.colour("focus"), look.focus_width)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = look.focus_width / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 7, 7)
