"""What can be done with a live slide from the console: hands of the room, steps of a flow chart."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.presenter.console_button import KeyButton
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.flow_row import FlowRow

MOST_HANDS: Final = 999
_PRESSES: Final = ("up", "down", "choose", "undo")


class HandCounts(QFrame):
    """A field for each option of a question; set from code it is silent."""

    counted = Signal(int, int)  # option, from 0; hands
    counting_wanted = Signal()  # keys are to count hands, or no longer
    answer_wanted = Signal()

    def __init__(self, look: Look, icons: IconShelf, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("handCounts")
        self._look = look
        self._heading = QLabel(self.tr("Show of hands"), self)
        self._heading.setProperty("kind", "heading")
        self._counting = KeyButton(
            self.tr("Count by keys"), "hand-stop", "H", look, icons, self, can_be_on=True
        )
        self._answer = KeyButton(self.tr("Show the answer"), "check", "R", look, icons, self, can_be_on=False)
        self.fields: list[QSpinBox] = []
        self._labels: list[QLabel] = []
        self._options: tuple[str, ...] = ()
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self._grid.setSpacing(6)
        buttons = QWidget(self)
        row = FlowRow(buttons)
        row.addWidget(self._counting)
        row.addWidget(self._answer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self._heading)
        layout.addLayout(self._grid)
        layout.addWidget(buttons)
        self._counting.clicked.connect(self.counting_wanted)
        self._answer.clicked.connect(self.answer_wanted)

    def set_question(
        self, options: Sequence[str], counts: Sequence[int], *, is_counting: bool, is_answered: bool
    ) -> None:
        """Show a question's options, as they are called in the room, with their hands."""
        if tuple(options) != self._options:
            self._set_options(tuple(options))
        for number, field in enumerate(self.fields):
            hands = counts[number] if number < len(counts) else 0
            if field.value() != hands:
                field.blockSignals(True)
                field.setValue(hands)
                field.blockSignals(False)
        self._counting.set_on(is_counting)
        self._answer.setEnabled(not is_answered)

    def _set_options(self, options: tuple[str, ...]) -> None:
        for part in (*self.fields, *self._labels):
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.fields, self._labels, self._options = [], [], options
        for number, words in enumerate(options):
            label = QLabel(words, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            field = QSpinBox(self)
            field.setRange(0, MOST_HANDS)
            field.setAccessibleName(self.tr("Hands for {option}").format(option=words))
            field.setAlignment(Qt.AlignmentFlag.AlignCenter)
            field.valueChanged.connect(partial(self._on_counted, number))
            self._grid.addWidget(label, number, 0)
            self._grid.addWidget(field, number, 1)
            self.fields.append(field)
            self._labels.append(label)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        for button in (self._counting, self._answer):
            button.set_look(look)

    def _on_counted(self, option: int, hands: int) -> None:
        self.counted.emit(option, hands)


class LiveButtons(QWidget):
    """Buttons for a live picture: what the arrows, Enter and Backspace do on the wall."""

    pressed = Signal(str)  # "up", "down", "choose" or "undo"

    def __init__(self, look: Look, icons: IconShelf, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = QLabel(self.tr("Live picture"), self)
        self._heading.setProperty("kind", "heading")
        words = (
            (self.tr("Up"), "chevron-up", "Up"),
            (self.tr("Down"), "chevron-down", "Down"),
            (self.tr("Choose"), "check", "Return"),
            (self.tr("A step back"), "arrow-back-up", "Backspace"),
        )
        self.buttons = [KeyButton(*each, look, icons, self, can_be_on=False) for each in words]
        row = QWidget(self)
        flow = FlowRow(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._heading)
        layout.addWidget(row)
        for button, press in zip(self.buttons, _PRESSES, strict=True):
            flow.addWidget(button)
            button.clicked.connect(partial(self._on_pressed, press))

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        for button in self.buttons:
            button.set_look(look)

    @Slot()
    def _on_pressed(self, press: str, _checked: bool = False) -> None:
        self.pressed.emit(press)
