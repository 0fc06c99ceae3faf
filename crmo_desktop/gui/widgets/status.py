"""The line at the foot: which edition, when it is due for review, and that all of this is offline."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look


class StatusLine(QStatusBar):
    """Edition at the left, or for a while what was just done; "Offline" at the right."""

    _STAYS_MS = 6000

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setAccessibleName(self.tr("Status"))
        self._edition = QLabel(self)
        self._review = QLabel(self)
        self._shield = QLabel(self)
        self._offline = QLabel(self)
        self._edition.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(12, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._edition)
        layout.addWidget(self._review)
        self.addWidget(row)
        end = QWidget(self)
        layout = QHBoxLayout(end)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.setSpacing(6)
        layout.addWidget(self._shield)
        layout.addWidget(self._offline)
        self.addPermanentWidget(end)
        self._words = ("", "", "")
        self._is_short = False

    def set_edition(self, edition: str, review: str, reviewed: str, *, overdue: bool) -> None:
        """Show which edition is open; an overdue one in the colours of a caution."""
        self._words = (edition, review, reviewed)
        self._review.setProperty("kind", "overdue" if overdue else "muted")
        self.setToolTip(" · ".join(self._words))
        self._show()

    def set_short(self, short: bool) -> None:
        """Where there is no room, only the edition and "Offline" stay; the rest is in the tooltip and under Help."""
        self._is_short = short
        self._show()

    def _show(self) -> None:
        edition, review, reviewed = self._words
        self._edition.setText(edition)
        overdue = self._review.property("kind") == "overdue"
        self._review.setText(review if overdue else f"·  {review}  ·  {reviewed}")
        self._review.setVisible(not self._is_short or overdue)
        self._offline.setText(self.tr("Offline") if self._is_short else self.tr("Offline. Nothing you read leaves this computer."))

    def say(self, words: str) -> None:
        """Show `words` for a few seconds; "" takes them away."""
        if words:
            self.showMessage(words, self._STAYS_MS)
        else:
            self.clearMessage()

    def set_look(self, look: Look, icons: IconShelf) -> None:
        """Draw with another look."""
        self._shield.setPixmap(icons.pixmap("shield-check", look.name_of("muted"), look.ui(18), self.devicePixelRatioF()))
