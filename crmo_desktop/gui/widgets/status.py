"""The line at the foot: which edition, when its review is due, that all is offline and who shares it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from crmo_desktop.domain.content import Edition
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import margins
from crmo_desktop.gui.theme import Look

if TYPE_CHECKING:
    from datetime import date  # not needed to run: PySide reads the source of what is imported after it


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
        layout.setContentsMargins(*margins(12, 0, 0, 0))
        layout.setSpacing(8)
        layout.addWidget(self._edition)
        layout.addWidget(self._review)
        self._row = layout
        self.addWidget(row)
        end = QWidget(self)
        layout = QHBoxLayout(end)
        layout.setContentsMargins(*margins(0, 0, 12, 0))
        layout.setSpacing(6)
        self._end = layout
        layout.addWidget(self._shield)
        layout.addWidget(self._offline)
        self.addPermanentWidget(end)
        self._said = QLabel(self)
        self._row.addWidget(self._said)
        self._said.hide()
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(self._STAYS_MS)
        self._passing.timeout.connect(self._on_passed)
        self._words = ("", "", "")
        self._page = ""  # what is told of the page shown, in place of the edition
        self._is_short = False
        self._shared: QLabel | None = None  # most computers are not
        self._signs = [(self._shield, "shield-check")]
        self._drawn_with: tuple[Look, IconShelf] | None = None

    def set_edition(self, edition: Edition, *, is_overdue: bool) -> None:
        """Show which edition is open; one overdue for review in the colours of a caution."""
        locale = QLocale(edition.language)
        made = locale.toString(_qt_date(edition.made_on), "d MMMM yyyy")
        due = locale.toString(_qt_date(edition.review_due), "MMMM yyyy")
        reviewed = (
            self.tr("Reviewed by {name}").format(name=edition.reviewed_by)
            if edition.reviewed_by
            else self.tr("Not yet reviewed by a physician")
        )
        review = (
            self.tr("Review was due in {date}. Ask for a newer edition.")
            if is_overdue
            else self.tr("Review due {date}")
        )
        self._words = (self.tr("Edition {date}").format(date=made), review.format(date=due), reviewed)
        self._review.setProperty("kind", "overdue" if is_overdue else "muted")
        self.setToolTip(" · ".join(self._words))
        self._show()

    def set_shared(self) -> None:
        """Say that readers take turns here, and what that means."""
        sign, self._shared = QLabel(self), QLabel(self)
        self._shared.setContentsMargins(*margins(0, 0, 12, 0))
        self._end.insertWidget(0, sign)
        self._end.insertWidget(1, self._shared)
        for label in (sign, self._shared):
            label.show()  # in a window that is open, too
        self._signs.append((sign, "users"))
        self._draw_signs()
        self._shared.setToolTip(
            self.tr(
                "Settings last until somebody has not touched the computer for a while; then the window "
                "starts over. What is read and searched for is not kept."
            )
        )
        self._show()

    def set_short(self, short: bool) -> None:
        """Where there is no room, only edition and "Offline" stay; the rest is in the tooltip and in Help."""
        self._is_short = short
        self._show()

    def _show(self) -> None:
        edition, review, reviewed = self._words
        self._edition.setText(self._page or edition)
        overdue = self._review.property("kind") == "overdue"
        self._review.setText(review if overdue else f"·  {review}  ·  {reviewed}")
        has_room = not self._is_short and not self._page
        self._review.setVisible((has_room or overdue) and not self._said.text())
        self._offline.setText(
            self.tr("Offline")
            if self._is_short or self._shared is not None
            else self.tr("Offline. Nothing you read leaves this computer.")
        )
        if self._shared is not None:
            self._shared.setText(
                self.tr("Shared computer") if self._is_short else self.tr("Shared computer: nothing is kept")
            )

    def set_page(self, words: str) -> None:
        """Tell `words` of the page shown, in the edition's place; "" gives it back."""
        if words != self._page:
            self._page = words
            self._show()

    def page(self) -> str:
        """What is told of the page shown."""
        return self._page

    def say(self, words: str) -> None:
        """Show `words` in the edition's place for a few seconds; "" takes them away."""
        self._said.setText(words)
        if words:  # hide before showing: all of them at once may be wider than the window
            self._edition.hide()
            self._review.hide()
            self._said.show()
            self._passing.start()
        else:
            self._said.hide()
            self._edition.show()
            self._passing.stop()
            self._show()

    def said(self) -> str:
        """What was said last and is still shown."""
        return self._said.text()

    @Slot()
    def _on_passed(self) -> None:
        self.say("")

    def set_look(self, look: Look, icons: IconShelf) -> None:
        """Draw with another look."""
        self._drawn_with = look, icons
        self._draw_signs()

    def _draw_signs(self) -> None:
        if self._drawn_with is not None:
            look, icons = self._drawn_with
            colour, size, ratio = look.name_of("muted"), look.ui(18), self.devicePixelRatioF()
            for label, name in self._signs:
                label.setPixmap(icons.pixmap(name, colour, size, ratio))


def _qt_date(day: "date") -> QDate:
    return QDate(day.year, day.month, day.day)
