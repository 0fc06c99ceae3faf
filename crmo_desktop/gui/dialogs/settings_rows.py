"""The rows of the dialog of settings: for each setting what suits it, for everything else a button."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crmo_desktop.gui.dialogs.settings_words import Words
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.focus import in_order
from crmo_desktop.gui.widgets.number_slider import NumberSlider
from crmo_desktop.gui.widgets.segments import Segments
from crmo_desktop.gui.widgets.setting_controls import ChoiceBox, LineField, TickBox
from crmo_desktop.gui.widgets.setting_row import SettingRow
from crmo_desktop.services.settings_table import ShownSetting

Control = ChoiceBox | LineField | NumberSlider | Segments | TickBox
LONGEST_LINE: Final = 120  # characters
_SIDE_BY_SIDE: Final = 28  # letters of all options together; more of them stand in a list that opens
_PER_CENT: Final = {"text_size", "speech_speed"}


class ActionButton(QWidget):
    """A button that does what an action of the window does, for as long as that can be done."""

    chosen = Signal()

    def __init__(self, name: str, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.action = name
        self.button = QPushButton(words.button, self)
        self.button.setAutoDefault(False)
        self.button.setAccessibleName(words.button)
        self.button.setAccessibleDescription(f"{words.name}. {words.help}")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button)
        self.setFocusProxy(self.button)
        self.button.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit()

    def set_look(self, look: Look) -> None:
        """Everything that it is drawn with is in the window's style sheet."""


class Entry(QObject):
    """A row, and what can be searched for in it."""

    changed = Signal(str, object)  # key, and the value that the reader chose
    default_wanted = Signal(str)  # key
    action_wanted = Signal(str)  # the name of an action

    def __init__(self, key: str, page: str, row: SettingRow, words: Words, control: QWidget) -> None:
        super().__init__(row)
        self.key, self.page, self.row, self.control = key, page, row, control
        self.words = words
        self.is_offered = True
        self._setting: ShownSetting | None = None

    def matches(self, words: Sequence[str], page: str) -> bool:
        """Whether it is offered, and each of `words`, in small letters, is in what it or its page says."""
        told = " ".join((page, self.row.name, self.row.hint, self.words.button, *self.words.options.values()))
        return self.is_offered and all(word in told.casefold() for word in words)

    def set_setting(self, setting: ShownSetting) -> None:
        """Show how it is set, without telling it."""
        self._setting = setting
        if isinstance(self.control, Control):
            self.control.set_value(setting.current)
        self.row.set_default(setting.current == setting.default)
        if not self.control.isEnabled():
            self.row.back.hide()

    def is_at_default(self) -> bool:
        """Whether there is nothing to reset."""
        setting = self._setting
        return setting is None or setting.current == setting.default or not self.control.isEnabled()

    def take_keyboard(self) -> None:
        """Put the keyboard on what it is set by."""
        part = next(in_order(self.control), self.control)
        part.setFocus(Qt.FocusReason.TabFocusReason)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self.row.set_look(look)
        if isinstance(self.control, Control | ActionButton):
            self.control.set_look(look)


def setting_entry(setting: ShownSetting, words: Words, icons: IconShelf, parent: QWidget) -> Entry:
    """The row of a setting."""
    control: Any = (
        ActionButton(setting.key, words, parent) if words.button else _control(setting, words, parent)
    )
    row = SettingRow(words.name, words.help, control, icons, parent)
    entry = Entry(setting.key, setting.group, row, words, control)
    row.default_wanted.connect(partial(entry.default_wanted.emit, setting.key))
    if words.button:
        control.chosen.connect(partial(entry.action_wanted.emit, setting.key))
    else:
        control.chosen.connect(partial(entry.changed.emit, setting.key))
    return entry


def action_entry(name: str, page: str, words: Words, icons: IconShelf, parent: QWidget) -> Entry:
    """The row of something that is done, not set."""
    button = ActionButton(name, words, parent)
    row = SettingRow(words.name, words.help, button, icons, parent, has_default=False)
    entry = Entry(name, page, row, words, button)
    button.chosen.connect(partial(entry.action_wanted.emit, name))
    return entry


def _control(setting: ShownSetting, words: Words, parent: QWidget) -> Control:
    name, hint = words.name, words.help
    options = [(value, words.options[value]) for value in setting.options]
    if setting.control == "flag":
        return TickBox(name, hint, parent)
    if setting.control == "line":
        return LineField(name, hint, LONGEST_LINE, parent)
    if setting.control == "number":
        write = _per_cent if setting.key in _PER_CENT else str
        ends = (setting.least, setting.most)
        return NumberSlider(name, hint, ends=ends, step=setting.step, write=write, parent=parent)
    is_short = len(options) > 1 and sum(len(said) for _, said in options) <= _SIDE_BY_SIDE
    box: Segments | ChoiceBox = (Segments if is_short else ChoiceBox)(name, hint, parent)
    box.set_options(options or list(words.options.items()))
    return box


def _per_cent(number: int) -> str:
    return f"{number}%"


class Section(QWidget):
    """A page of the dialog: its name, and its rows."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialogBody")
        self.name = name
        self.entries: list[Entry] = []
        self._heading = QLabel(name, self)
        self._heading.setWordWrap(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 16)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._heading)

    def add(self, entry: Entry) -> None:
        """Put a row below the others."""
        self.entries.append(entry)
        self._layout.addWidget(entry.row)

    def show_matching(self, words: Sequence[str]) -> int:
        """Show the rows that have `words` in small letters, all of them for none; returns how many."""
        found = 0
        for entry in self.entries:
            is_found = entry.matches(words, self.name)
            entry.row.setVisible(is_found)
            found += is_found
        return found

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        families = ", ".join(f"'{family}'" for family in look.heading_families)
        self._heading.setStyleSheet(
            f"color: {look.name_of('heading')}; font-family: {families};"
            f"font-size: {look.ui(26)}px; font-weight: 600;"
        )
        for entry in self.entries:
            entry.set_look(look)
