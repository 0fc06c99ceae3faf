"""Words with links behind them, as many to a line as there is room for."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from crmo_desktop.gui.mirroring import is_mirrored


class FlowLink(NamedTuple):
    """One link.

    Attributes:
        value: what is told when it is chosen.
        text: what it says.
        name: what a screen reader calls it.
    """

    value: str
    text: str
    name: str


class LinkFlow(QWidget):
    """Lays its links out like words; those for which no line is left are not shown."""

    chosen = Signal(str)  # the link's value

    def __init__(self, parent: QWidget | None = None, *, lines: int = 3, keeps_line: bool = False) -> None:
        """Make a flow without links.

        Args:
            parent: where it stands.
            lines: how many there are at most.
            keeps_line: it takes a line even without links, so that what is below does not move.
        """
        super().__init__(parent)
        self._lines, self._keeps_line = lines, keeps_line
        self._label = QLabel(self)
        self._label.setProperty("kind", "muted")
        self._links: list[tuple[QPushButton, str]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_links(self, words: str, links: Sequence[FlowLink]) -> None:
        """Show `words` and these links, without reporting it; without links nothing."""
        self._label.setText(words if links else "")
        for button, _ in self._links:
            button.hide()
            button.deleteLater()
        self._links = []
        for link in links:
            button = QPushButton(link.text, self)
            button.setProperty("kind", "link")
            button.setProperty("value", link.value)
            button.setAccessibleName(link.name)
            button.clicked.connect(self._on_clicked)
            self._links.append((button, link.text))
        self._place(self.width())
        self.updateGeometry()

    def buttons(self) -> list[QPushButton]:
        """The links in order, also those without room."""
        return [button for button, _ in self._links]

    def values(self) -> list[str]:
        """The values of the links that are shown, in order."""
        return [str(button.property("value")) for button, _ in self._links if not button.isHidden()]

    def _place(self, width: int) -> None:
        """Put every part where it belongs; hide the links for which no line is left."""
        for part, place in self._places(width):
            if place is None:
                part.hide()
                continue
            left, top, wide = place
            if is_mirrored(self):
                left = width - left - wide
            part.setGeometry(left, top, wide, self._line_height())
            part.show()

    def _places(self, width: int) -> list[tuple[QWidget, tuple[int, int, int] | None]]:
        """Left, top and width of every part; None for one without room."""
        places: list[tuple[QWidget, tuple[int, int, int] | None]] = []
        left = line = 0
        for part in (self._label, *(button for button, _ in self._links)):
            wide = self._width_of(part, width)
            if left and left + wide > width:
                left, line = 0, line + 1
            has_room = line < self._lines and wide > 0
            places.append((part, (left, line * self._line_height(), wide) if has_room else None))
            left += wide + (self._gap() if wide else 0)
        return places

    def _width_of(self, part: QWidget, most: int) -> int:
        """How wide a part is; a link that alone is too long for a line is cut."""
        if part is self._label and not self._label.text():
            return 0
        part.ensurePolished()
        for button, text in self._links:
            if button is part and button.text() != text:
                button.setText(text)
        wide = part.sizeHint().width()
        if wide > most > 0 and isinstance(part, QPushButton):
            frame = wide - part.fontMetrics().horizontalAdvance(part.text())
            room = max(0, most - frame)
            part.setText(part.fontMetrics().elidedText(part.text(), Qt.TextElideMode.ElideRight, room))
        return min(wide, most) if most > 0 else wide

    def _line_height(self) -> int:
        parts = (self._label, *(button for button, _ in self._links))
        least = self._label.fontMetrics().height() * 7 // 4 if self._keeps_line else 0
        return max(least, *(part.sizeHint().height() for part in parts))

    def _gap(self) -> int:
        return self._label.fontMetrics().averageCharWidth() // 2

    def heightForWidth(self, width: int) -> int:
        """As many lines as the links take."""
        if not self._links:
            return self._line_height() if self._keeps_line else 0
        bottoms = [place[1] for _, place in self._places(width) if place is not None]
        return max(bottoms, default=0) + self._line_height()

    def sizeHint(self) -> QSize:
        """For a layout that does not ask for the height at a width."""
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(0, self._line_height() if self._links or self._keeps_line else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Links go where there is room now."""
        super().resizeEvent(event)
        self._place(event.size().width())

    def changeEvent(self, event: QEvent) -> None:
        """Larger words need more room."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._place(self.width())
            self.updateGeometry()

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(str(self.sender().property("value")))
