"""Gives one action other keys: press them, hear whether they are free."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget

from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.fixed_keys import written
from crmo_desktop.gui.key_map import Clash, KeyMap, pressed_key
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.key_field import KeyField


class ChangeKeysDialog(PlainDialog):
    """Opened from the list of keys, for the action chosen there."""

    changed = Signal(str)  # the action's name

    def __init__(self, keys: KeyMap, action: str, look: Look, parent: QWidget | None) -> None:
        title = keys.title_of(action)
        super().__init__(self.tr("Keys of “{action}”").format(action=title), look, parent, width=560)
        self._keys, self._action = keys, action
        self._clash: Clash | None = None
        self.add_title(title)
        now = self.tr("Keys now: {keys}.").format(keys=keys.shown(keys.keys_of(action)))
        if keys.is_changed(action):
            came = self.tr("It came with: {keys}.")
            now += " " + came.format(keys=keys.shown(keys.own_keys_of(action)))
        self.add_words(now)
        self._field = KeyField(pressed_key, written, self)
        self._field.setPlaceholderText(self.tr("Press the new keys"))
        self._field.setAccessibleDescription(
            self.tr("Press the keys together. Tab, Enter and Escape work as everywhere.")
        )
        label = QLabel(self.tr("&New keys"), self._body)
        label.setBuddy(self._field)
        self._field.setAccessibleName(self.tr("New keys"))
        self._said = self.add_words("")
        self._more = QCheckBox(self.tr("Keep the keys that it &has as well"), self._body)
        self._none = self._link(self.tr("&Take all its keys away"))
        self._own = self._link(self.tr("&Give it back what it came with"))
        self.body.insertWidget(2, label)
        self.body.insertWidget(3, self._field)
        self.body.addWidget(self._more)
        for link in (self._none, self._own):
            self.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self._none.setEnabled(bool(keys.keys_of(action)))
        self._more.setEnabled(bool(keys.keys_of(action)))
        self._own.setVisible(keys.is_changed(action))
        self._cancel = self.add_button(self.tr("Cancel"))
        self._use = self.add_button(self.tr("&Use these keys"), primary=True)
        self._connect()
        self._on_key("")
        self._field.setFocus()
        self.fit()

    def _link(self, words: str) -> QPushButton:
        link = QPushButton(words, self._body)
        link.setProperty("kind", "link")
        link.setAutoDefault(False)
        return link

    def _connect(self) -> None:
        self._field.key_pressed.connect(self._on_key)
        self._none.clicked.connect(self._on_none)
        self._own.clicked.connect(self._on_own)
        self._cancel.clicked.connect(self.reject)
        self._use.clicked.connect(self._on_use)

    @Slot(str)
    def _on_key(self, key: str) -> None:
        """Say whether `key` is free, and offer what can be done."""
        keys, action = self._keys, self._action
        self._clash = keys.clash(action, key) if key else None
        words = self.tr("Press keys together, such as Ctrl+Shift and a letter, or F2.")
        if self._clash is not None:
            words = self._clash.words
        elif key in keys.keys_of(action):
            words = self.tr("{key} is one of its keys already.").format(key=written(key))
        elif key:
            words = self.tr("{key} is free.").format(key=written(key))
        self._said.setText(words)
        owner = "" if self._clash is None else self._clash.owner
        give = self.tr("&Give it to “{action}”").format(action=keys.title_of(action))
        self._use.setText(give if owner else self.tr("&Use these keys"))
        self._use.setEnabled(bool(key) and (self._clash is None or bool(owner)))
        if key:
            announce(self._said, f"{written(key)}. {words}")
        self.fit()

    @Slot()
    def _on_use(self) -> None:
        before = self._keys.keys_of(self._action) if self._more.isChecked() else ()
        self._keys.give(self._action, (*before, self._field.key()))
        self._end()

    @Slot()
    def _on_none(self) -> None:
        self._keys.give(self._action, ())
        self._end()

    @Slot()
    def _on_own(self) -> None:
        self._keys.reset(self._action)
        self._end()

    def _end(self) -> None:
        self.accept()
        self.changed.emit(self._action)
