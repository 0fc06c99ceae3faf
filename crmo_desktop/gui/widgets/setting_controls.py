"""What the rows of a dialog of settings are set by, where Qt's own parts do nearly all of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QStyledItemDelegate, QWidget

from crmo_desktop.gui.theme import Look


class ChoiceBox(QComboBox):
    """A choice of many; the wheel is left to what scrolls."""

    chosen = Signal(object)  # the value that the reader chose

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setItemDelegate(QStyledItemDelegate(self))  # Qt's own for menus paints no row as the one chosen
        self._values: list[object] = []
        self._wanted: object = None
        self.activated.connect(self._on_activated)

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer values, each with its words; what was chosen stays so if it is offered still."""
        if [value for value, _ in options] == self._values:
            return
        self.blockSignals(True)
        self.clear()
        self._values = [value for value, _ in options]
        self.addItems([words for _, words in options])
        self.blockSignals(False)
        self.set_value(self._wanted)

    def set_value(self, value: object) -> None:
        """Show what is chosen, without telling it; where it is not offered, the first."""
        self._wanted = value
        self.blockSignals(True)
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)
        self.blockSignals(False)

    def value(self) -> object:
        """What is shown as chosen; None where nothing is offered."""
        place = self.currentIndex()
        return self._values[place] if place >= 0 else None

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self.setMinimumWidth(look.ui(210))
        self.setMaximumWidth(look.ui(330))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Who scrolls past it does not mean it."""
        event.ignore()

    @Slot(int)
    def _on_activated(self, place: int) -> None:
        self._wanted = self._values[place]
        self.chosen.emit(self._wanted)


class TickBox(QCheckBox):
    """Yes or no; its words stand elsewhere."""

    chosen = Signal(bool)  # whether it is on now

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        self.clicked.connect(self.chosen)

    def set_value(self, value: object) -> None:
        """Show whether it is on, without telling it."""
        self.setChecked(bool(value))

    def value(self) -> bool:
        """Whether it is on."""
        return self.isChecked()

    def set_look(self, look: Look) -> None:
        """Everything that it is drawn with is in the window's style sheet."""


class LineField(QLineEdit):
    """A line of words, told while it is typed."""

    chosen = Signal(str)  # without blanks round it

    def __init__(self, name: str, hint: str, longest: int, parent: QWidget | None = None) -> None:
        """`longest` is how many characters there is room for."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        self.setMaxLength(longest)
        self.textEdited.connect(self._on_edited)

    def set_value(self, value: object) -> None:
        """Show words, without telling them; what is being typed stays, with its blanks."""
        if str(value) != self.value():
            self.setText(str(value))

    def value(self) -> str:
        """The words, without blanks round them, or what cannot be printed."""
        return "".join(sign if sign.isprintable() else " " for sign in self.text()).strip()

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self.setMinimumWidth(look.ui(260))

    @Slot()
    def _on_edited(self) -> None:
        self.chosen.emit(self.value())
