"""The bar below a page that is read aloud: pause, stop, sentence by sentence, how fast, with which voice."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QMenu, QToolButton, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look

SPEEDS: Final = (50, 75, 100, 125, 150, 175, 200)  # per cent of the usual one
_LONGEST_NAME: Final = 28  # of a voice, on its button


class SpeechBar(QFrame):
    """Tells what is wanted; it announces nothing itself, or a screen reader would talk into the voice."""

    toggled = Signal()
    stopped = Signal()
    step_wanted = Signal(int)  # 1 the next sentence, -1 the one before
    speed_chosen = Signal(int)  # per cent
    voice_chosen = Signal(str)  # the voice's id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("speechBar")
        self.setAccessibleName(self.tr("Reading aloud"))
        self._icons: IconShelf | None = None
        self._look: Look | None = None
        self._is_speaking = True
        self._controls, self._choices = QWidget(self), QWidget(self)
        self._toggle = self._button(self._controls, "")
        self._back = self._button(self._controls, self.tr("Sentence before"))
        self._forward = self._button(self._controls, self.tr("Next sentence"))
        self._stop = self._button(self._controls, self.tr("Stop reading aloud (Alt+Shift+X)"))
        self._stop.setText(self.tr("Stop"))
        self._speed, self._speeds = self._menu_button()
        self._voice, self._voices = self._menu_button()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(16, 6, 12, 6)
        self._layout.setSpacing(6)
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._fill(self._controls, (self._toggle, self._back, self._forward, self._stop))
        self._fill(self._choices, (self._speed, self._voice))
        self._layout.addWidget(self._controls)
        self._layout.addWidget(self._choices)
        self._layout.addStretch(1)
        self._toggle.clicked.connect(self.toggled)
        self._stop.clicked.connect(self.stopped)
        self._back.clicked.connect(self._on_back)
        self._forward.clicked.connect(self._on_forward)
        for speed in SPEEDS:
            self._add(self._speed, self._speeds, str(speed), times(speed)).triggered.connect(self._on_speed)
        self._speed.setToolTip(self.tr("How fast it is read"))
        self.set_speed(100)
        self.set_voices(())
        self.set_speaking(True)

    def _button(self, parent: QWidget, words: str) -> QToolButton:
        button = QToolButton(parent)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _menu_button(self) -> tuple[QToolButton, QActionGroup]:
        button = self._button(self._choices, "")
        button.setProperty("kind", "menu")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        group = QActionGroup(button)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        return button, group

    def _fill(self, row: QWidget, parts: Sequence[QWidget]) -> None:
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in parts:
            layout.addWidget(part)
        layout.addStretch(1)

    # --- what it shows

    def set_speaking(self, speaking: bool) -> None:
        """Offer to pause, or to go on."""
        self._is_speaking = speaking
        words = self.tr("Pause") if speaking else self.tr("Go on")
        self._toggle.setText(words)
        hint = self.tr("{what} (Alt+Shift+A)").format(what=words)
        self._toggle.setToolTip(hint)
        self._toggle.setAccessibleName(hint)
        self._draw()

    def set_speed(self, speed: int) -> None:
        """Show `speed`, per cent, as the one chosen; nothing is reported."""
        _check(self._speeds, str(speed))
        words = self.tr("Speed {times}").format(times=times(speed))
        self._speed.setText(words)
        self._speed.setAccessibleName(words)

    def set_voices(self, voices: Sequence[tuple[str, str]]) -> None:
        """Offer `voices`, id and name of each; a single one is no choice."""
        for action in self._voices.actions():
            self._voices.removeAction(action)
        self._voice.menu().clear()
        for id, name in voices:
            self._add(self._voice, self._voices, id, name).triggered.connect(self._on_voice)
        self._voice.setVisible(len(voices) > 1)
        self.set_voice("")

    def set_voice(self, id: str) -> None:
        """Show a voice as the one chosen, "" for the system's own choice; nothing is reported."""
        chosen = _check(self._voices, id)
        name = self.tr("usual") if chosen is None else chosen.text().replace("&&", "&")
        short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
        self._voice.setText(self.tr("Voice: {name}").format(name=short))
        self._voice.setAccessibleName(self.tr("Voice: {name}").format(name=name))
        self._voice.setToolTip(name)
        self._arrange()

    def _add(self, button: QToolButton, group: QActionGroup, value: str, words: str) -> QAction:
        action = button.menu().addAction(words.replace("&", "&&"))
        action.setData(value)
        action.setCheckable(True)
        group.addAction(action)
        return action

    def set_look(self, look: Look, icons: IconShelf) -> None:
        """Draw with another look."""
        self._look, self._icons = look, icons
        self._draw()
        self._arrange()

    def _draw(self) -> None:
        if self._look is None or self._icons is None:
            return
        size = self._look.ui(20)
        names = {
            self._toggle: "player-pause" if self._is_speaking else "player-play",
            self._back: "player-skip-back",
            self._forward: "player-skip-forward",
            self._stop: "player-stop",
        }
        for button, name in names.items():
            button.setIcon(self._icons.icon(name, self._look, "text", 20, self.devicePixelRatioF()))
            button.setIconSize(QSize(size, size))
        for button in (self._back, self._forward):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    # --- room

    def minimumSizeHint(self) -> QSize:
        """With its two halves below each other it can be narrow."""
        return QSize(max(self._controls.sizeHint().width(), self._choices.sizeHint().width()), 0).expandedTo(
            QSize(0, self.sizeHint().height())
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two lines where one is too long."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        margins = self._layout.contentsMargins()
        needed = self._controls.sizeHint().width() + self._choices.sizeHint().width()
        needed += margins.left() + margins.right() + 2 * self._layout.spacing()
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if needed <= self.width() else directions.TopToBottom
        if wanted != self._layout.direction():
            self._layout.setDirection(wanted)
            self.updateGeometry()

    # --- what is wanted

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops."""
        if event.key() == Qt.Key.Key_Escape:
            self.stopped.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_back(self) -> None:
        self.step_wanted.emit(-1)

    @Slot()
    def _on_forward(self) -> None:
        self.step_wanted.emit(1)

    @Slot()
    def _on_speed(self) -> None:
        self.speed_chosen.emit(int(self.sender().data()))  # type: ignore[attr-defined]  # the sender is the menu's QAction

    @Slot()
    def _on_voice(self) -> None:
        self.voice_chosen.emit(str(self.sender().data()))  # type: ignore[attr-defined]  # the sender is the menu's QAction


def _check(group: QActionGroup, value: str) -> QAction | None:
    """Check the action of `group` that stands for `value`, and no other."""
    found = None
    for action in group.actions():
        is_it = str(action.data()) == value
        if is_it:
            found = action
        action.setChecked(is_it)
    return found


def times(speed: int) -> str:
    """A speed in per cent as "1.25×"."""
    return f"{speed / 100:g}×"
