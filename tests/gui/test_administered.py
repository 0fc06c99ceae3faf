import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMenu, QToolButton

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.administered import Administered
from crmo_desktop.gui.main_window import MainWindow
from tests.gui.hands import press_keys

WHY = "Set by whoever looks after this computer"
AUDIENCES = ("for_patient", "for_clinician")
THEMES = ("theme_system", "theme_light", "theme_dark", "theme_sepia", "theme_hc_black", "theme_hc_white")


def enabled(window: MainWindow, names: tuple[str, ...]) -> set[bool]:
    return {window.table[name].isEnabled() for name in names}


@pytest.mark.parametrize(
    ("locked", "has_audiences", "has_themes"),
    [
        ((), True, True),
        (("theme",), True, False),
        (("audience",), False, True),
        (("theme", "audience"), False, False),
    ],
)
def test_only_what_is_locked_cannot_be_changed(
    locked: tuple[str, ...], has_audiences: bool, has_themes: bool, window: MainWindow
) -> None:
    Administered(window, frozenset(locked))

    assert enabled(window, AUDIENCES) == {has_audiences}
    assert enabled(window, THEMES) == {has_themes}
    assert window.toolbar.switch.isEnabled() is has_audiences
    assert window.toolbar.audience_button.isEnabled() is has_audiences
    assert enabled(window, ("larger", "smaller", "full_screen", "left_pane")) == {True}


def test_it_says_why_to_eyes_and_ears(window: MainWindow) -> None:
    Administered(window, frozenset({"theme", "audience"}))

    for name in (*AUDIENCES, *THEMES):
        action = window.table[name]
        assert action.toolTip() == action.statusTip() == WHY
        menus = [menu for menu in action.associatedObjects() if isinstance(menu, QMenu)]
        assert menus
        assert all(menu.toolTipsVisible() for menu in menus)
    parts = [window.toolbar.switch, *window.toolbar.switch.findChildren(QToolButton)]
    parts.append(window.toolbar.audience_button)
    for part in parts:
        assert part.toolTip() == WHY
        heard = QAccessible.queryAccessibleInterface(part)
        assert WHY in heard.text(QAccessible.Text.Description)
        assert heard.state().disabled


def test_keys_change_nothing_either(window: MainWindow) -> None:
    Administered(window, frozenset({"audience"}))

    press_keys(window, "Ctrl+Shift+L")

    assert window.navigator.audience is Audience.PATIENT
