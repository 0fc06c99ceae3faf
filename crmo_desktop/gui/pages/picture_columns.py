"""The body of a picture's page: what scrolls, in two columns or in one."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from crmo_desktop.gui.mirroring import margins
from crmo_desktop.gui.pages.picture_room import GAP, Room
from crmo_desktop.gui.theme import Look

_SPACING: Final = 12  # pixels between parts
_AROUND: Final = 60  # pixels of what is round a part that are brought into sight with it
_ABOVE, _BELOW = 18, 24  # pixels at 100%
_LEAST: Final = 240  # pixels: as high as a drawing that scrolls by itself may become in any case


class PictureColumns(QScrollArea):
    """Title and drawing; beside or below them what belongs to both. A panel goes where there is room."""

    def __init__(self, head: QWidget, drawing: Sequence[QWidget], foot: QWidget, parent: QWidget) -> None:
        """`drawing` stands below `head`, one part after the other."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget()
        self._body.setObjectName("pictureBody")
        self._left, self.side = QWidget(), QWidget()
        self._above, self._below = QVBoxLayout(), QVBoxLayout()  # for the panel
        self._fill(QVBoxLayout(self._left), (head, self._above, *drawing))
        self._fill(QVBoxLayout(self.side), (self._below, foot))
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._body)
        self._columns.setSpacing(GAP)
        for column in (self._left, self.side):
            self._columns.addWidget(column, 0, Qt.AlignmentFlag.AlignTop)
        self._columns.addStretch(1)
        self.setWidget(self._body)

    def _fill(self, layout: QVBoxLayout, parts: Sequence[QWidget | QVBoxLayout]) -> None:
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_SPACING)
        for part in parts:
            if isinstance(part, QWidget):
                layout.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
            else:
                layout.addLayout(part)
        layout.addStretch(1)

    def room_for_all(self) -> int:
        """How wide all is, in pixels: the room of the scroll bar is always kept, or it would come and go."""
        return self.width() - self.verticalScrollBar().sizeHint().width()

    def height_for_drawing(self, look: Look) -> int:
        """How high a drawing may be that scrolls by itself, in pixels."""
        return max(_LEAST, self.height() - look.ui(_BELOW))

    def arrange(self, room: Room, look: Look, panel: QWidget | None, *, over: bool) -> None:
        """Give every part its width; without room beside the drawing the panel goes `over` or below it."""
        if panel is not None:
            (self._above if over and not room.is_beside else self._below).addWidget(panel)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if room.is_beside else ways.TopToBottom)
        around = margins(room.margin, look.ui(_ABOVE), room.margin, look.ui(_BELOW))
        self._columns.setContentsMargins(*around)
        self._left.setFixedWidth(room.left)
        self.side.setFixedWidth(room.side)

    def bring(self, part: QWidget, place: QRect) -> None:
        """Bring `place` of `part` into sight, with some of what is round it."""
        self._columns.activate()
        middle = part.mapTo(self._body, place.center())
        most = self.viewport().height() // 2
        self.ensureVisible(middle.x(), middle.y(), 0, min(place.height() // 2 + _AROUND, most))

    def scrolled(self) -> int:
        """How far it is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def scroll_to(self, place: int) -> None:
        """Scroll to where it was."""
        self._columns.activate()
        self.verticalScrollBar().setValue(place)
