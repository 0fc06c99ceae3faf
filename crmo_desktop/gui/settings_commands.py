"""The settings, in their dialog: what is changed there is kept, and holds in the window at once."""

import re
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

from PySide6.QtCore import QObject, QTimer, Slot

from crmo_desktop.domain.identifiers import TopicAddress, TopicId
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.desk import Desk
from crmo_desktop.gui.dialogs.settings import Offer, SettingsDialog
from crmo_desktop.gui.dialogs.settings_words import SettingWords
from crmo_desktop.gui.errors import words_of
from crmo_desktop.gui.languages import name_of
from crmo_desktop.gui.settings_effects import Aloud, Doing, SettingsEffects
from crmo_desktop.gui.speech.choice import Finder
from crmo_desktop.gui.typesetting import BREAK
from crmo_desktop.services.keeping import Kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crmo_desktop.gui.speech.choice import Make
    from crmo_desktop.gui.speech.engine import Engine, Voice

_LOOKS_EVERY: Final = 1000  # milliseconds; another window may change the same settings
_KEYS: Final = "keys"
_KEEP_HERE: Final = "keep_here"
_ADD_VOICE: Final = "add_voice"
_OF_VOICES: Final = TopicId("help-aloud")  # the guide's page on them


class _Listening(Protocol):
    aloud: Aloud | None

    def makers(self) -> "Sequence[Make]":
        """What this system may speak by."""


class _Window(Protocol):
    """What is used of the window beside what is on the desk."""

    commands: Doing
    listening: _Listening


class SettingsCommands(QObject):
    """Opens the dialog, once; while it is open it shows what is changed anywhere else, too."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._window = cast("_Window", desk.window)
        self._table = desk.services.preferences.table()
        self._effects = SettingsEffects(desk, self._window.commands, self._aloud)
        self._dialog: SettingsDialog | None = None
        self._seen: dict[str, Any] = {}
        self._resets: list[tuple[dict[str, str], Any, tuple[str, ...]]] = []  # to be undone, the last first
        self._finder: Finder | None = None
        self._ticks = QTimer(self)
        self._ticks.setInterval(_LOOKS_EVERY)
        self._ticks.timeout.connect(self._look_again)
        desk.appearance.changed.connect(self._on_look_changed)
        desk.navigator.audience_changed.connect(self._look_again)
        desk.dialogs.keys_changed.connect(self._look_again)
        desk.dialogs.moved.connect(self._show_place)
        for action in desk.table.all():
            if action.isCheckable():
                action.triggered.connect(self._look_again)

    def _aloud(self) -> Aloud | None:
        return self._window.listening.aloud

    def settings(self) -> None:
        """Edit > Settings."""
        if self._dialog is None:
            self._open()
        if self._dialog is not None:
            self._dialog.show()
            self._dialog.raise_()
            self._dialog.activateWindow()

    def _open(self) -> None:
        desk, settings = self._desk, self._table.shown()
        self._seen = {setting.key: setting.current for setting in settings}
        shown = [self._effects.holding(setting) for setting in settings]
        dialog = SettingsDialog(shown, self._offer(), desk.appearance.look, desk.icons, desk.window)
        self._dialog = dialog
        dialog.changed.connect(self._change)
        dialog.reset_wanted.connect(self._reset)
        dialog.undo_wanted.connect(self._undo)
        dialog.action_wanted.connect(self._act)
        dialog.voices_wanted.connect(self._find_voices)
        dialog.finished.connect(self._on_closed)
        dialog.addAction(desk.table[_KEYS])  # the window's own shortcuts sleep meanwhile
        self._show_place()
        self._tell_trouble()
        self._ticks.start()

    @Slot()
    def _on_closed(self) -> None:
        dialog, self._dialog = self._dialog, None
        self._ticks.stop()
        self._resets.clear()
        if dialog is not None:
            dialog.deleteLater()

    def _offer(self) -> Offer:
        desk = self._desk
        names = [name for _, name in SettingWords().things if name != _ADD_VOICE]
        can_be_used = {name for name in names if desk.table[name].isVisible()}
        if desk.services.reading.has(_OF_VOICES):
            can_be_used.add(_ADD_VOICE)
        turns = self.tr(
            "Readers take turns at this computer, so settings cannot be changed here. What the menu View "
            "changes holds until the next reader."
        )
        return Offer(
            actions=can_be_used,
            languages=[(tag, name_of(tag)) for tag in desk.services.languages],
            locked=turns if desk.dialogs.settings_are_locked else "",
            administered=self.tr("Set by whoever looks after this computer"),
        )

    @Slot()
    def _show_place(self) -> None:
        if self._dialog is None:
            return
        keeping = self._desk.services.keeping
        words = {
            Kept.NOWHERE: self.tr("Nothing is kept."),
            Kept.BESIDE: self.tr("Beside the program, in {folder}"),
        }.get(keeping.kept, self.tr("On this computer, in {folder}"))
        folder = re.sub(r"(?<=[/\\._-])(?=\w)|(?<=\w{16})(?=\w)", BREAK, str(keeping.folder or ""))
        can_move = self._desk.table[_KEEP_HERE].isVisible()
        self._dialog.set_place(words.format(folder=folder), can_move=can_move)

    def _tell_trouble(self) -> None:
        trouble = self._desk.services.own_trouble()
        if self._dialog is not None:
            self._dialog.set_trouble("" if trouble is None else " ".join(words_of(trouble)))

    # --- what the reader changes here

    @Slot(str, object)
    def _change(self, key: str, value: object) -> None:
        self._table.set(key, value)
        self._follow((key,))

    @Slot(object)
    def _reset(self, keys: tuple[str, ...]) -> None:
        given: Any = ()
        if _KEYS in keys:
            given = self._desk.dialogs.keys.given()
            self._desk.dialogs.keys.restore(())
        kept = self._table.reset(*(key for key in keys if key != _KEYS))
        self._resets.append((kept, given, keys))
        self._follow(keys)
        if self._dialog is not None:
            self._dialog.set_can_undo(True)
            announce(self._dialog, self.tr("Reset. Undo has it as it was."))

    @Slot()
    def _undo(self) -> None:
        kept, given, keys = self._resets.pop()
        if given:
            self._desk.dialogs.keys.restore(given)
        self._table.put_back(kept)
        self._follow(keys)
        if self._dialog is not None:
            self._dialog.set_can_undo(bool(self._resets))
            announce(self._dialog, self.tr("As it was before."))

    def _follow(self, keys: tuple[str, ...]) -> None:
        """Have the window, then the dialog, show what has been changed."""
        for key in keys:
            self._seen[key] = self._table.get(key).current
        self._effects.apply(keys)
        self._look_again()
        self._tell_trouble()

    @Slot(str)
    def _act(self, name: str) -> None:
        if name == _ADD_VOICE:
            self._desk.navigator.go(TopicAddress(_OF_VOICES))
            self._desk.window.activateWindow()
        else:
            self._desk.table[name].trigger()

    # --- what is changed elsewhere

    @Slot()
    def _look_again(self) -> None:
        """Show how everything is set; what another window has changed holds in this one, too."""
        if self._dialog is None:
            return
        settings = self._table.shown()
        now = {setting.key: setting.current for setting in settings}
        changed = [key for key, value in now.items() if value != self._seen.get(key)]
        self._seen = now
        self._effects.apply(changed)
        self._dialog.set_settings([self._effects.holding(setting) for setting in settings])

    @Slot()
    def _on_look_changed(self) -> None:
        if self._dialog is not None:
            self._dialog.set_look(self._desk.appearance.look)
            self._look_again()

    # --- voices

    @Slot()
    def _find_voices(self) -> None:
        if self._finder is None:
            self._finder = Finder(self._window.listening.makers(), self)
            self._finder.found.connect(self._on_voices)
            self._finder.look()

    @Slot(object, object)
    def _on_voices(self, engine: "Engine | None", voices: "tuple[Voice, ...]") -> None:
        finder, self._finder = self._finder, None
        if engine is not None:
            engine.deleteLater()
        if finder is not None:
            finder.deleteLater()
        if self._dialog is not None:
            self._dialog.set_voices({voice.id: voice.name for voice in voices})
