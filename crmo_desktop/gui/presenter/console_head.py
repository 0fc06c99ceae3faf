"""The console's head: what is held, time used and left, the clock, pause and end."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.presenter.console_button import KeyButton
from crmo_desktop.gui.presenter.timekeeper import Timekeeper
from crmo_desktop.gui.spans import clock_face, spoken
from crmo_desktop.gui.theme import Look

_CLOCK_SIZE: Final = 26  # pixels at 100%
_LARGEST_CLOCK: Final = 39  # pixels


class _Clock(QWidget):
    """A name and a time below it; as wide as its longest time, so that nothing moves each second."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self.face = QLabel(name, self), QLabel(self)
        self.name.setProperty("kind", "clockName")
        self.face.setProperty("kind", "clock")
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        for label in (self.name, self.face):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._layout.addWidget(label)
        self.set_beside(False)

    def set_beside(self, is_beside: bool) -> None:
        """The time beside its name, or below it."""
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.LeftToRight if is_beside else directions.TopToBottom)
        self._layout.setSpacing(6 if is_beside else 0)

    def set_time(self, face: str, said: str) -> None:
        if face != self.face.text():
            self.face.setText(face)
            self.face.setAccessibleName(f"{self.name.text()}: {said}")

    def set_state(self, name: str, state: str) -> None:
        if state != self.face.property("state") or name != self.name.text():
            self.name.setText(name)
            self.face.setProperty("state", state)
            self.face.style().unpolish(self.face)
            self.face.style().polish(self.face)

    def set_look(self, look: Look) -> None:
        font = look.ui_font(_CLOCK_SIZE, 600)
        font.setPixelSize(round(min(look.ui(_CLOCK_SIZE), _LARGEST_CLOCK)))
        font.setFeature(QFont.Tag("tnum"), 1)
        self.face.setFont(font)
        self.face.setMinimumWidth(round(QFontMetricsF(font).horizontalAdvance("0:00:00")) + 2)


class ConsoleHead(QFrame):
    """Shows times; tells what is wanted."""

    pause_wanted = Signal(bool)  # to pause, or to go on
    again_wanted = Signal()  # time is to begin at 0
    end_wanted = Signal()

    def __init__(self, over: str, title: str, look: Look, icons: IconShelf, parent: QWidget) -> None:
        """`over` is the line above the title."""
        super().__init__(parent)
        self.setObjectName("consoleHead")
        self._is_paused, self._is_below, self._least_title = False, False, 0
        self._over, self._title = QLabel(over, self), QLabel(title, self)
        self._over.setProperty("kind", "clockName")
        self._title.setProperty("kind", "consoleTitle")
        for label in (self._over, self._title):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.used = _Clock(self.tr("Used"), self)
        self.left = _Clock(self.tr("Left"), self)
        self.clock = _Clock(self.tr("Clock"), self)
        self._pause = KeyButton(self.tr("Pause"), "player-pause", "", look, icons, self, can_be_on=False)
        self._again = KeyButton(
            self.tr("From 0:00"), "player-skip-back", "", look, icons, self, can_be_on=False
        )
        self._again.setToolTip(self.tr("Have the time begin at 0 again"))
        self._again.setAccessibleDescription(self._again.toolTip())
        self._end = KeyButton(self.tr("End"), "x", "", look, icons, self, can_be_on=False)
        self._lay_out()
        self._pause.clicked.connect(self._on_pause)
        self._again.clicked.connect(self.again_wanted)
        self._end.clicked.connect(self.end_wanted)
        self.set_look(look)

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self._over)
        titles.addWidget(self._title)
        self._clocks, self._buttons = QWidget(self), QWidget(self)
        for row, parts, gap in (
            (self._clocks, (self.used, self.left, self.clock), 20),
            (self._buttons, (self._pause, self._again, self._end), 10),
        ):
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(gap)
            for part in parts:
                line.addWidget(part)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(24, 6, 24, 6)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._grid.addLayout(titles, 0, 0)
        self._grid.addWidget(self._clocks, 0, 1)
        self._grid.addWidget(self._buttons, 0, 2)

    # --- what it shows

    def set_times(self, keeper: Timekeeper, now: datetime) -> None:
        """Show what was used, what is left, and the time of day."""
        used, left = keeper.used, keeper.left
        self.used.set_time(clock_face(used), spoken(used))
        is_paused = keeper.is_paused
        self.used.set_state(
            self.tr("Paused") if is_paused else self.tr("Used"), "paused" if is_paused else ""
        )
        self.left.setVisible(left is not None)
        if left is not None:
            is_over = left < 0
            self.left.set_state(
                self.tr("Over by") if is_over else self.tr("Left"), "over" if is_over else "good"
            )
            self.left.set_time(clock_face(left), spoken(left))
        time = f"{now:%H:%M}"
        self.clock.set_time(time, time)
        if keeper.is_paused != self._is_paused:
            self._is_paused = keeper.is_paused
            if self._is_paused:
                self._pause.set_words(self.tr("Go on"), "player-play")
            else:
                self._pause.set_words(self.tr("Pause"), "player-pause")

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        for clock in (self.used, self.left, self.clock):
            clock.set_look(look)
        for button in (self._pause, self._again, self._end):
            button.set_look(look)
        self._least_title = look.ui(170)
        self._arrange()

    # --- room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Times give way."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The times below the title and the buttons where one line is too short for all."""
        clocks = sum(clock.face.minimumWidth() for clock in (self.used, self.left, self.clock))
        needed = clocks + self._buttons.sizeHint().width() + 80 + self._least_title
        is_below = needed > self.width() - 48
        if is_below != self._is_below:
            self._is_below = is_below
            self._grid.removeWidget(self._clocks)
            self._over.setVisible(not is_below)
            for clock in (self.used, self.left, self.clock):
                clock.set_beside(is_below)
            if is_below:
                self._grid.addWidget(self._clocks, 1, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
            else:
                self._grid.addWidget(self._clocks, 0, 1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its buttons."""
        return QSize(
            self._buttons.sizeHint().width() + 48 + self._least_title, super().minimumSizeHint().height()
        )

    @Slot()
    def _on_pause(self) -> None:
        self.pause_wanted.emit(not self._is_paused)
