"""A choice of two or three, all of them in sight: parts side by side, one of them on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from crmo_desktop.gui.theme import Look


class Segments(QFrame):
    """Tab leads to the part that is on, arrows from there to the others, choosing them."""

    chosen = Signal(object)  # the value of the part that the reader chose

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        """`name` and `hint` are said of it, and of each part after the part's own words."""
        super().__init__(parent)
        self.setObjectName("segments")
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._said = f"{name}. {hint}"
        self._values: list[object] = []
        self._group = QButtonGroup(self)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._group.buttonClicked.connect(self._on_clicked)

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer values, each with its words; made once."""
        for value, words in options:
            part = QToolButton(self)
            part.setText(words)
            part.setCheckable(True)
            part.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus
            )  # Qt takes Tab from those that have not been focused
            part.setAccessibleName(words)
            part.setAccessibleDescription(self._said)
            self._group.addButton(part, len(self._values))
            self._values.append(value)
            self._layout.addWidget(part)

    def set_value(self, value: object) -> None:
        """Show what is chosen, without telling it."""
        self._group.button(self._values.index(value)).setChecked(True)

    def value(self) -> object:
        """What is chosen; None before anything is."""
        place = self._group.checkedId()
        return self._values[place] if place >= 0 else None

    def set_look(self, look: Look) -> None:
        """Everything that it is drawn with is in the window's style sheet."""

    @Slot(QAbstractButton)
    def _on_clicked(self, _part: QAbstractButton) -> None:
        self.chosen.emit(self.value())
