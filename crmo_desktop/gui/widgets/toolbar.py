"""The bar below the menus: where to go, what to look for, for whom, how large."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from crmo_desktop.domain import bidi
from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.arrangement import Arrangement
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import is_mirrored
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.audience_switch import AudienceSwitch
from crmo_desktop.gui.widgets.search_field import SearchField

_ICONS = {
    "left_pane": "layout-sidebar",
    "back": "arrow-left",
    "forward": "arrow-right",
    "home": "home",
    "bookmark": "bookmark",
    "print": "printer",
    "present": "presentation",
}
_FIRST = ("left_pane", "back", "forward", "home")  # the buttons before the field
_NO_LIMIT = 16_777_215  # Qt's own largest size


class Toolbar(QFrame):
    """Buttons for actions that the window owns, the search field and the audience switch."""

    audience_chosen = Signal(object)  # an Audience

    def __init__(
        self,
        actions: dict[str, QAction],
        audience_menu: QMenu,
        folded_menu: QMenu,
        parent: QWidget | None = None,
    ) -> None:
        """Make the buttons.

        Args:
            actions: left_pane, back, forward, home, smaller, larger, bookmark, print, present.
            audience_menu: of the window.
            folded_menu: that stands in for the window's menus.
            parent: the window.
        """
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setAccessibleName(self.tr("Toolbar"))
        self.buttons = {name: self._button(actions[name]) for name in _FIRST}
        self.search = SearchField(parent=self)
        self._is_searching_here, self._is_tight, self._field_width = True, False, 430
        self.switch = AudienceSwitch(self)
        self.audience_button = self._menu_button(audience_menu, self.tr("Written for"))
        self._smaller = self._text_button(actions["smaller"], "A−", self.tr("Smaller text"))
        self._larger = self._text_button(actions["larger"], "A+", self.tr("Larger text"))
        self.buttons |= {name: self._button(actions[name]) for name in ("bookmark", "print", "present")}
        self._size = QLabel("100%", self)
        self._size.setAccessibleName(self.tr("Text size"))
        self.menu_button = self._menu_button(folded_menu, self.tr("Menu"))
        self.menu_button.setText(" " + self.tr("Menu"))
        self._layout, self._room = QHBoxLayout(self), QWidget(self)
        self._lay_out()
        self.switch.audience_chosen.connect(self.audience_chosen)

    def _lay_out(self) -> None:
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.setSpacing(6)
        for name in _FIRST:
            self._layout.addWidget(self.buttons[name])
        self._layout.addSpacing(22)
        self._layout.addWidget(self.search, 1)
        self._room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._layout.addWidget(self._room, 1)
        for part in (
            self.switch,
            self.audience_button,
            self._smaller,
            self._size,
            self._larger,
            self.buttons["bookmark"],
            self.buttons["print"],
            self.buttons["present"],
            self.menu_button,
        ):
            self._layout.addWidget(part)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(action.text().replace("&", ""))
        _name_keys(action)
        return button

    def _text_button(self, action: QAction, text: str, name: str) -> QToolButton:
        button = self._button(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        # whenever the action changes, the button takes its words from there
        action.setIconText(bidi.isolated(text) if is_mirrored(self) else text)
        button.setProperty("kind", "text")
        button.setAccessibleName(name)
        return button

    def _menu_button(self, menu: QMenu, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "menu")
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(name)
        return button

    def name_keys(self) -> None:
        """Have the tooltips name the keys that actions answer now."""
        for button in (*self.buttons.values(), self._smaller, self._larger):
            _name_keys(button.defaultAction())

    def set_history(self, behind: QMenu, ahead: QMenu) -> None:
        """Where back and forward lead, behind a long press or the menu key on their buttons."""
        for name, menu in (("back", behind), ("forward", ahead)):
            self.buttons[name].setMenu(menu)
            self.buttons[name].setPopupMode(QToolButton.ToolButtonPopupMode.DelayedPopup)

    def set_audience(self, audience: Audience) -> None:
        """Show which audience is on."""
        self.switch.set_audience(audience)
        self._name_audience(audience)

    def lock_audience(self, why: str) -> None:
        """Show which audience is on, and why it cannot be changed."""
        self.switch.lock(why)
        self.audience_button.setEnabled(False)
        self.audience_button.setToolTip(why)
        on = self.audience_button.accessibleDescription()
        self.audience_button.setAccessibleDescription(f"{on}. {why}")

    def _name_audience(self, audience: Audience) -> None:
        words = self.tr("Families") if audience is Audience.PATIENT else self.tr("Clinicians")
        self.audience_button.setText(f" {words}")
        self.audience_button.setAccessibleDescription(words)

    def set_searching_here(self, here: bool) -> None:
        """On the start page its own field is the only one."""
        self.search.setVisible(here)
        self._is_searching_here = here
        self._share_room()

    def _share_room(self) -> None:
        """The field takes what is left where that is little; else it keeps its width beside a gap."""
        self.search.setMaximumWidth(_NO_LIMIT if self._is_tight else self._field_width)
        self._room.setVisible(not (self._is_tight and self._is_searching_here))

    def set_look(self, look: Look, icons: IconShelf) -> None:
        """Draw with another look."""
        ratio = self.devicePixelRatioF()
        for name, button in self.buttons.items():
            on = "accent" if name == "left_pane" else ""
            fades = name in {"back", "forward", "bookmark", "print", "present"}
            drawn = icons.icon(_ICONS[name], look, "text", 22, ratio, on=on, fades=fades)
            if name == "bookmark":  # told by its shape, not by its colour alone
                full = icons.pixmap("bookmark-filled", look.name_of("accent"), look.ui(22), ratio)
                drawn.addPixmap(full, QIcon.Mode.Normal, QIcon.State.On)
            button.defaultAction().setIcon(drawn)
            button.setIconSize(QSize(look.ui(22), look.ui(22)))
        audience = self.switch.audience()
        icon, role = (
            ("users", "aud_family") if audience is Audience.PATIENT else ("stethoscope", "aud_clinician")
        )
        self.audience_button.setIcon(icons.icon(icon, look, role, 20, ratio))
        self.menu_button.setIcon(icons.icon("menu-2", look, "text", 20, ratio))
        for button in (self.audience_button, self.menu_button):
            button.setIconSize(QSize(look.ui(20), look.ui(20)))
        self._size.setText(f"{look.text_size}%")
        self._field_width = look.ui(430)
        self.search.set_look(look, icons)
        self.switch.set_look(look, icons)

    def arrange(self, arrangement: Arrangement) -> None:
        """Give way where there is no room: print, present, bookmark, percentage, size buttons, the switch."""
        self.buttons["print"].setVisible(arrangement.shows_print)
        self.buttons["present"].setVisible(arrangement.shows_present)
        self.buttons["bookmark"].setVisible(arrangement.shows_bookmark)
        self._size.setVisible(arrangement.shows_percentage)
        self._smaller.setVisible(arrangement.shows_size_buttons)
        self._larger.setVisible(arrangement.shows_size_buttons)
        self.switch.setVisible(not arrangement.switch_is_menu)
        self.audience_button.setVisible(arrangement.switch_is_menu)
        self.menu_button.setVisible(arrangement.menu_is_folded)
        self.search.set_hint_shown(arrangement.shows_key_hints)
        self._is_tight = arrangement.switch_is_menu
        self._share_room()
        self.buttons["forward"].setVisible(not arrangement.menu_is_folded)


def _name_keys(action: QAction) -> None:
    """What a button shows of its action while the pointer rests there."""
    words = action.text().replace("&", "")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{words} ({keys})" if keys else words)
