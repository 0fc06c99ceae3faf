"""The switch between the words for families and those for clinicians."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look

_ICONS = {Audience.PATIENT: ("users", "aud_family"), Audience.CLINICIAN: ("stethoscope", "aud_clinician")}


class AudienceSwitch(QFrame):
    """Two parts, one of them on; arrows move between them."""

    audience_chosen = Signal(object)  # an Audience; only when the reader chose it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("audienceSwitch")
        self.setAccessibleName(self.tr("Written for"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[Audience, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for audience, words in (
            (Audience.PATIENT, self.tr("Families")),
            (Audience.CLINICIAN, self.tr("Clinicians")),
        ):
            button = QToolButton(self)
            button.setText(f" {words}")
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setProperty("audience", str(audience))
            button.setAccessibleName(words)
            button.setAccessibleDescription(self.tr("Show pages written for this audience"))
            self._buttons[audience] = button
            self._group.addButton(button)
            layout.addWidget(button)
        self._group.buttonClicked.connect(self._on_clicked)
        self.set_audience(Audience.PATIENT)

    def set_audience(self, audience: Audience) -> None:
        """Show which audience is on, without telling anybody."""
        self._buttons[audience].setChecked(True)

    def audience(self) -> Audience:
        """The audience that is on."""
        return next(audience for audience, button in self._buttons.items() if button.isChecked())

    def lock(self, why: str) -> None:
        """Show what is on, and that it cannot be changed."""
        self.setEnabled(False)
        for part in (self, *self._buttons.values()):
            part.setToolTip(why)
            part.setAccessibleDescription(why)

    def set_look(self, look: Look, icons: IconShelf) -> None:
        """Draw with another look."""
        for audience, button in self._buttons.items():
            name, role = _ICONS[audience]
            button.setIcon(icons.icon(name, look, "muted", 20, self.devicePixelRatioF(), on=role))
            button.setIconSize(QSize(look.ui(20), look.ui(20)))

    @Slot(QAbstractButton)
    def _on_clicked(self, _button: QAbstractButton) -> None:
        self.audience_chosen.emit(self.audience())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move to the other part and choose it."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            other = self.audience().other
            self._buttons[other].setChecked(True)
            self._buttons[other].setFocus(Qt.FocusReason.TabFocusReason)
            self.audience_chosen.emit(other)
            return
        super().keyPressEvent(event)
