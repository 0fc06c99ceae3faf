"""The red flags of a flow chart in a strip that never scrolls away."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from crmo_desktop.domain.picture import Flow, Picture
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.pinned import Pinned, PinnedStrip

_MOST_LINES: Final = 3  # more would take the room of the chart; then the title and its link stay
_SIZE: Final = 14.0  # of the words, in pixels at 100%
_BETWEEN: Final = " · "


class FlagStrip(PinnedStrip):
    """Icon, title, the flags where there is room for them, and the link to all of them."""

    def __init__(self, look: Look, icons: IconShelf, parent: QWidget | None = None) -> None:
        super().__init__(look, icons, parent)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        layout = self.row()
        layout.takeAt(2)  # the stretch: the words take the room
        layout.insertWidget(2, self._words, 1)
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
        font = self._look.ui_font(_SIZE)
        margins = self.row().contentsMargins()
        others = (self._icon, self._title, self._link)
        taken = sum(part.sizeHint().width() for part in others) + 4 * self.row().spacing()
        room = self.width() - taken - margins.left() - margins.right()
        metrics = QFontMetrics(font)
        lines = metrics.boundingRect(
            0, 0, max(room, 1), 10_000, Qt.TextFlag.TextWordWrap, self._words.text()
        ).height() / max(metrics.lineSpacing(), 1)
        self._words.setVisible(room > self._look.ui(200) and lines <= _MOST_LINES + 0.1)
