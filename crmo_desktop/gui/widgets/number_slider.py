"""A number to slide to, with the number written beside it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from crmo_desktop.gui.theme import Look


class NumberSlider(QWidget):
    """Arrows go by one step, Page Up and Page Down by several; the wheel is left to what scrolls.

    Dragged, it tells its number when it is let go, or what it changes would move it under the hand.
    """

    chosen = Signal(int)  # the number

    def __init__(
        self,
        name: str,
        hint: str,
        *,
        ends: tuple[int, int],
        step: int,
        write: Callable[[int], str],
        parent: QWidget | None = None,
    ) -> None:
        """Make one at its beginning.

        Args:
            name: said of it.
            hint: said after its number.
            ends: the least and the most.
            step: of an arrow key.
            write: a number as it is written beside it, such as "120%".
            parent: where it stands.
        """
        super().__init__(parent)
        self._hint, self._write = hint, write
        self._words = QLabel(self)
        self._slider = _Slider(Qt.Orientation.Horizontal, self)
        self._slider.setAccessibleName(name)
        self._slider.setRange(*ends)
        self._slider.setSingleStep(step)
        self._slider.setTracking(False)
        self._step = step
        self._slider.setPageStep(max(step, step * round((ends[1] - ends[0]) / step / 4)))
        self._widest = max((write(number) for number in ends), key=len)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._words)
        layout.addWidget(self._slider)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._slider)
        self._slider.valueChanged.connect(self._on_changed)
        self._slider.sliderMoved.connect(self._show)
        self._show(ends[0])

    @property
    def slider(self) -> QSlider:
        """What has the keyboard."""
        return self._slider

    def words(self) -> str:
        """The number as it is written."""
        return self._words.text()

    def set_value(self, value: object) -> None:
        """Show a number, without telling it."""
        if isinstance(value, int):
            self._slider.blockSignals(True)
            self._slider.setValue(value)
            self._slider.blockSignals(False)
            self._show(self._slider.value())

    def value(self) -> int:
        """The number."""
        return self._slider.value()

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._words.ensurePolished()
        self._words.setMinimumWidth(self._words.fontMetrics().horizontalAdvance(self._widest) + look.ui(4))
        self._slider.setFixedSize(QSize(look.ui(174), look.ui(26)))

    @Slot(int)
    def _on_changed(self, value: int) -> None:
        self.set_value(self._nearest(value))
        self.chosen.emit(self._slider.value())

    @Slot(int)
    def _show(self, value: int) -> None:
        words = self._write(self._nearest(value) if self._slider.isSliderDown() else value)
        self._words.setText(words)
        self._slider.setAccessibleDescription(f"{words}. {self._hint}")

    def _nearest(self, value: int) -> int:
        """The step that is nearest: a hand that drags meets none exactly."""
        least = self._slider.minimum()
        return min(least + round((value - least) / self._step) * self._step, self._slider.maximum())


class _Slider(QSlider):
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Who scrolls past it does not mean it."""
        event.ignore()
