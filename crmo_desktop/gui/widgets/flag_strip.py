"""The red flags of a flow chart in a strip that never scrolls away."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from crmo_desktop.domain.picture import Flow, Picture
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.pinned import Pinned, PinnedStrip

_MOST_LINES: Final = 3  # more would take the room of the chart; then the title and its link stay
_SIZE: Final = 14.0  # of the words, in pixels at 100%
_ALL: Final = 100  # of the room, against the stretch beside it
_BETWEEN: Final = " · "


class FlagStrip(PinnedStrip):
    """Icon, title, below it the flags where there is room for them, and the link to all of them."""

    def __init__(self, look: Look, icons: IconShelf, parent: QWidget | None = None) -> None:
        super().__init__(look, icons, parent)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self._title)
        column.addWidget(self._words)
        layout = self.row()
        layout.insertLayout(1, column, _ALL)
        layout.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_for(self, picture: Picture) -> None:
        """Show the flags of a flow chart; other pictures have none."""
        flow = picture.drawing
        self.setVisible(isinstance(flow, Flow))
        if isinstance(flow, Flow):
            words = _BETWEEN.join(flag.text for flag in flow.flags)
            self._words.setText(words)
            link, target = self.tr("All red flags"), flow.flags_title.target
            self.set_pinned(Pinned("red", "urgent", flow.flags_title.text, words, link, target))

    def title_of(self, pinned: Pinned) -> str:
        """The title; the flags have a place of their own."""
        self.setToolTip(pinned.text)
        return pinned.title

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        super().set_look(look)
        self._words.setStyleSheet(f"font-size: {look.ui(_SIZE)}px;")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that no longer fit are left to the link."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self._look.ui_font(_SIZE))
        margins = self.row().contentsMargins()
        taken = self._icon.sizeHint().width() + self._link.sizeHint().width() + 4 * self.row().spacing()
        room = self.width() - taken - margins.left() - margins.right()
        # a line that ends between words holds less than its width: a tenth is left for that
        lines = metrics.horizontalAdvance(self._words.text()) / max(room, 1) * 1.1
        self._words.setVisible(lines <= _MOST_LINES)
