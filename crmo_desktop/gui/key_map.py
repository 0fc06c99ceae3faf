"""Which keys each action answers: its own, or those that the reader gave it; no key means two things."""

from collections.abc import Sequence
from typing import Final, NamedTuple, Protocol

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence

from crmo_desktop.gui.actions import SEPARATOR, ActionTable
from crmo_desktop.gui.fixed_keys import FixedKeys, is_one_sign, written

Keys = tuple[str, ...]
Given = tuple[tuple[str, Keys], ...]
# The window's actions sleep while the keyboard is in a dialog: its keys may mean something else there.
_IN_DIALOGS: Final = frozenset(
    {
        *("page_parts", "licences", "questions", "dialog", "key_field", "settings"),
        *("quiz", "polls"),
        *("handout", "paper", "sheets", "parts", "chosen", "session_list", "sessions", "session"),
        *("wall", "overview"),
    }
)
_MODIFIERS: Final = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
_OF_THE_SYSTEM: Final = (
    "Alt+F4",
    "Alt+Tab",
    "Alt+Space",
    "Ctrl+Alt+Del",
    "Shift+F10",
    "Menu",
    "Alt+Shift+Tab",
)


class KeptKeys(Protocol):
    """Where keys that the reader gave are kept."""

    @property
    def keys(self) -> Given:
        """(action, its keys) for each action that does not answer its own."""

    @keys.setter
    def keys(self, value: Given) -> None: ...

    def keys_cannot_be_read(self) -> bool:
        """Whether what is kept is none."""


class Clash(NamedTuple):
    """Why an action cannot simply have a key.

    Attributes:
        words: for the reader.
        owner: the action that could give it up; "" where nothing can.
    """

    words: str
    owner: str = ""


class KeyMap(QObject):
    """Gives actions their keys, at once and for the next start."""

    changed = Signal()  # some action answers other keys now

    def __init__(self, table: ActionTable, kept: KeptKeys, parent: QObject) -> None:
        """Put what is kept into force."""
        super().__init__(parent)
        self._table, self._kept = table, kept
        self.fixed = FixedKeys(self)
        self._own = {spec.name: _standard(spec.keys) for spec in table.specs if spec.text != SEPARATOR}
        self._given: dict[str, Keys] = {}
        self.faults: list[str] = []
        self.locked = ""  # why keys cannot be changed here
        self._load()

    # --- what holds

    def names(self) -> list[str]:
        """Every action, in the order of the menus."""
        return list(self._own)

    def keys_of(self, name: str) -> Keys:
        """The keys that `name` answers."""
        return self._given.get(name, self._own[name])

    def own_keys_of(self, name: str) -> Keys:
        """The keys that `name` came with."""
        return self._own[name]

    def is_changed(self, name: str) -> bool:
        """Whether the reader gave `name` other keys."""
        return name in self._given

    def given(self) -> Given:
        """All that the reader changed."""
        return tuple(self._given.items())

    def title_of(self, name: str) -> str:
        """What an action is called in its menu."""
        return self._table[name].text().replace("&", "").rstrip("…")

    def shown(self, keys: Sequence[str]) -> str:
        """Keys as a reader reads them."""
        return ", ".join(written(key) for key in keys) or self.tr("none")

    # --- what can be

    def clash(self, name: str, key: str) -> Clash | None:
        """Why `name` cannot simply have `key`; None if it can."""
        if not _is_key(key):
            return Clash(self.tr("These are no keys that a computer can tell apart."))
        owner = next((other for other in self._own if other != name and key in self.keys_of(other)), "")
        if owner and not self._is_fixed(key):
            words = self.tr("{key} belongs to “{owner}”. Give it to “{action}” instead?").format(
                key=written(key), owner=self.title_of(owner), action=self.title_of(name)
            )
            return Clash(words, owner)
        words = "" if key in self._own[name] else self._is_fixed(key)
        return Clash(words) if words else None

    def _is_fixed(self, key: str) -> str:
        """Why no action can have `key`; "" if one can."""
        for row in self.fixed.using(key):
            if row.place not in _IN_DIALOGS:
                return self.tr("{key} is needed where the keyboard is. {place}: {what}.").format(
                    key=written(key), place=self.fixed.titles[row.place], what=row.what
                )
        for title in self._table.menu_titles.values():
            if QKeySequence.mnemonic(title).toString() == key:
                return self.tr("{key} opens the menu “{menu}”.").format(
                    key=written(key), menu=title.replace("&", "")
                )
        if key in _OF_THE_SYSTEM:
            return self.tr("{key} belongs to the system.").format(key=written(key))
        if is_one_sign(key):
            return self.tr("{key} alone is needed for typing. Hold Ctrl or Alt with it.").format(
                key=written(key)
            )
        return ""

    # --- what the reader changes

    def give(self, name: str, keys: Sequence[str]) -> None:
        """Have `name` answer `keys` only, and no other action any of them."""
        wanted = tuple(dict.fromkeys(_standard(keys)))
        given = dict(self._given)
        for other in self._own:
            left = tuple(key for key in self.keys_of(other) if key not in wanted)
            if other != name and left != self.keys_of(other):
                given[other] = left
        given[name] = wanted
        self.restore(tuple(given.items()))

    def reset(self, name: str) -> None:
        """Give `name` back what it came with; who has any of that by now loses it."""
        self.give(name, self._own[name])

    def restore(self, given: Given) -> None:
        """Put into force what `given` told, () for all as it came, and keep it."""
        self._given = {name: keys for name, keys in given if keys != self._own[name]}
        self.faults = []
        self._kept.keys = self.given()
        self._apply()

    # --- what was kept

    def _load(self) -> None:
        if self._kept.keys_cannot_be_read():
            self.faults.append(self.tr("The keys that you had changed cannot be read. All are as they came."))
        for name, keys in self._kept.keys:
            why = self._why_not(name, keys)
            if why:
                self.faults.append(why)
            else:
                self._given[name] = _standard(keys)
        self._drop_clashes()
        if self._given:
            self._apply()

    def _why_not(self, name: str, keys: Keys) -> str:
        if name not in self._own:
            return self.tr("“{name}” is not in this version of the program.").format(name=name)
        for key in keys:
            standard = _standard((key,))[0]
            why = "" if standard in self._own[name] else self._is_fixed(standard)
            if not _is_key(key):
                why = self.tr("“{key}” is no key.").format(key=key)
            if why:
                return self._dropped(name, why)
        return ""

    def _drop_clashes(self) -> None:
        """Give an action its own keys back while it and another would answer the same one."""
        while True:
            owner: dict[str, str] = {}
            twice = next(
                (
                    (name, owner[key], key)
                    for name in self._own
                    for key in self.keys_of(name)
                    if owner.setdefault(key, name) != name
                ),
                None,
            )
            if twice is None:
                return
            name, other, key = twice
            loser, winner = (name, other) if name in self._given else (other, name)
            del self._given[loser]
            why = self.tr("{key} belongs to “{owner}”.").format(key=written(key), owner=self.title_of(winner))
            self.faults.append(self._dropped(loser, why))

    def _dropped(self, name: str, why: str) -> str:
        words = self.tr("“{action}” has its own keys again: {why}")
        return words.format(action=self.title_of(name), why=why)

    def _apply(self) -> None:
        for name in self._own:
            self._table[name].setShortcuts([QKeySequence(key) for key in self.keys_of(name)])
        self.changed.emit()


def pressed_key(combination: QKeyCombination) -> str:
    """What was pressed, as Qt writes it; "" while only Ctrl and the like are down."""
    key, modifiers = combination.key(), combination.keyboardModifiers()
    if key in _MODIFIERS or key == Qt.Key.Key_unknown:
        return ""
    modifiers &= ~Qt.KeyboardModifier.KeypadModifier
    code = key.value
    if Qt.Key.Key_Space.value < code < Qt.Key.Key_Escape.value and not chr(code).isalnum():
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier  # the sign itself tells whether Shift was held
    return QKeySequence(QKeyCombination(modifiers, key)).toString()


def _standard(keys: Sequence[str]) -> Keys:
    """Keys as Qt writes them, so that two ways to write one are the same."""
    return tuple(QKeySequence(key).toString() for key in keys)


def _is_key(key: str) -> bool:
    sequence = QKeySequence(key)
    if sequence.count() != 1 or not sequence.toString():
        return False
    return bool(sequence[0].key() != Qt.Key.Key_unknown)  # type: ignore[index]  # the stubs do not know that keys can be counted through
