"""Makes the window as the settings say, each when it has been changed; menus and bars then show the same."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from crmo_desktop.gui.desk import Desk
from crmo_desktop.services.settings_table import ShownSetting

if TYPE_CHECKING:
    from crmo_desktop.gui.comfort import Comfort


class Doing(Protocol):
    """What is used of the window's commands."""

    @property
    def comfort(self) -> "Comfort":
        """How pages are made easy to read."""

    def enable(self) -> None:
        """Enable and tick what holds of the page that is shown."""

    def check_depth(self) -> None:
        """Tick how much of the page is shown."""


class Aloud(Protocol):
    """What is used of reading aloud."""

    def follow_preferences(self) -> None:
        """Speak as the settings say."""


class SettingsEffects:
    """Knows what in the window each setting is about; of paper and history nothing is to be seen at once."""

    def __init__(self, desk: Desk, commands: Doing, aloud: Callable[[], Aloud | None]) -> None:
        """`aloud` gives what reads aloud, once there is one."""
        self._desk, self._commands, self._aloud = desk, commands, aloud
        self._preferences = desk.services.preferences
        self._by_key: dict[str, Callable[[], None]] = {
            "audience": self._audience,
            "depth": self._depth,
            "text_size": self._text_size,
            "theme": self._theme,
            "text_face": self._comfort,
            "text_spacing": self._comfort,
            "reading_ruler": self._comfort,
            "line_focus": self._comfort,
            "focus_lines": self._comfort,
            "motion": self._comfort,
            "caret": self._caret,
            "left_pane": self._left_pane,
            "right_pane": self._right_pane,
            "speech_speed": self._speech,
            "speech_voice": self._speech,
        }

    def holding(self, setting: ShownSetting) -> ShownSetting:
        """`setting` as it is in the window, where the command line has put something else into force."""
        held: dict[str, Any] = {
            "audience": self._desk.navigator.audience,
            "theme": self._desk.appearance.choice,
            "text_size": self._desk.appearance.text_size,
        }
        return setting._replace(current=held.get(setting.key, setting.current))

    def apply(self, keys: Collection[str]) -> None:
        """Have the window be as those settings say."""
        for effect in dict.fromkeys(self._by_key[key] for key in keys if key in self._by_key):
            effect()

    def _audience(self) -> None:
        self._desk.navigator.set_audience(self._preferences.audience)

    def _depth(self) -> None:
        wanted = self._preferences.depth
        for page in self._desk.stack.text_pages():
            if page.easy.chosen is not wanted:
                page.set_depth(wanted)
        self._commands.check_depth()

    def _text_size(self) -> None:
        self._desk.appearance.set_text_size(self._preferences.text_size)

    def _theme(self) -> None:
        self._desk.table[f"theme_{self._preferences.theme}"].setChecked(True)
        self._desk.appearance.set_choice(self._preferences.theme)

    def _comfort(self) -> None:
        self._commands.comfort.restore()

    def _caret(self) -> None:
        for page in self._desk.stack.text_pages():
            page.view.set_caret(bool(self._preferences.caret))
        self._commands.enable()  # with a screen reader, pages have one unless the reader has said no

    def _left_pane(self) -> None:
        if not self._is_drawer():
            self._show(self._desk.table["left_pane"], self._preferences.left_pane)

    def _right_pane(self) -> None:
        self._show(self._desk.table["right_pane"], self._preferences.right_pane)

    def _is_drawer(self) -> bool:
        """Whether the left pane opens over the page, for lack of room: it stays as it is."""
        return self._desk.window.findChild(QWidget, "drawer") is not None

    def _show(self, action: QAction, shown: bool) -> None:
        """Have the menu do it, and the keyboard stay where it was in the window."""
        if action.isChecked() == shown:
            return
        before: QWidget | None = self._desk.window.focusWidget()
        action.trigger()
        if before is not None and before.isVisible():
            before.setFocus()

    def _speech(self) -> None:
        aloud = self._aloud()
        if aloud is not None:
            aloud.follow_preferences()
