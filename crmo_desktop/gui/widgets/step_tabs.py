"""Parts of a window one behind the other, where there is no room for them beside one another."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from crmo_desktop.gui.widgets.flow_row import FlowRow


class StepTabs(QWidget):
    """A row of buttons, one of them on, and below it what that one stands for; arrows go along the row."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` says what the row is."""
        super().__init__(parent)
        self._row = QWidget(self)
        self._row.setAccessibleName(name)
        self._flow = FlowRow(self._row, gap=4)
        self._stack = QStackedWidget(self)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._row)
        layout.addWidget(self._stack, 1)

    def add(self, words: str, part: QWidget) -> None:
        """Put `part` behind those there are."""
        button = QToolButton(self._row)
        button.setText(words)
        button.setProperty("kind", "text")
        button.setCheckable(True)
        button.setChecked(self._stack.count() == 0)
        self._group.addButton(button, self._stack.count())
        self._flow.addWidget(button)
        self._stack.addWidget(part)

    def show_step(self, number: int) -> None:
        """Bring a part to the front, from 0."""
        self._group.button(number).setChecked(True)
        self._stack.setCurrentIndex(number)

    def step(self) -> int:
        """Which part is in front."""
        return self._stack.currentIndex()

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
