from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction, QIcon, QImage
from PySide6.QtWidgets import QLabel, QMainWindow, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.actions import ActionTable
from crmo_desktop.gui.arrangement import arrange
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.toolbar import Toolbar
from tests.gui.conftest import LookOf
from tests.gui.hands import button_called, click

NAMES = ("left_pane", "back", "forward", "home", "smaller", "larger", "bookmark", "print", "present")


@pytest.fixture
def actions(qtbot: QtBot) -> Iterator[dict[str, QAction]]:
    window = QMainWindow()
    qtbot.addWidget(window)
    table = ActionTable(window)
    yield {name: table[name] for name in NAMES}
    del window


@pytest.fixture
def toolbar(actions: dict[str, QAction], look: Look, icons: IconShelf, qtbot: QtBot) -> Toolbar:
    audience_menu, folded_menu = QMenu("audience"), QMenu("folded")
    toolbar = Toolbar(actions, audience_menu, folded_menu)
    for menu in (audience_menu, folded_menu):
        menu.setParent(toolbar, menu.windowFlags())
    toolbar.set_look(look, icons)
    toolbar.arrange(arrange(1366, look))
    qtbot.addWidget(toolbar)
    toolbar.resize(1366, 56)
    with qtbot.waitActive(toolbar):
        toolbar.show()
    return toolbar


def buttons_shown(toolbar: Toolbar) -> list[str]:
    return [button.accessibleName() for button in toolbar.findChildren(QToolButton) if button.isVisible()]


@pytest.mark.parametrize(
    ("button", "name"),
    [
        ("Topics", "left_pane"),
        ("Back", "back"),
        ("Forward", "forward"),
        ("Start page", "home"),
        ("Smaller text", "smaller"),
        ("Larger text", "larger"),
        ("Bookmark this place", "bookmark"),
        ("Print…", "print"),
        ("Present this topic", "present"),
    ],
)
def test_a_button_does_what_its_action_does(
    button: str, name: str, toolbar: Toolbar, actions: dict[str, QAction], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(actions[name].triggered):
        click(button_called(toolbar, button, QToolButton))


def test_a_button_cannot_be_used_while_its_action_cannot(
    toolbar: Toolbar, actions: dict[str, QAction]
) -> None:
    actions["back"].setEnabled(False)

    assert not button_called(toolbar, "Back", QToolButton).isEnabled()


def test_buttons_tell_their_keys(toolbar: Toolbar) -> None:
    tips = {name: button.toolTip() for name, button in toolbar.buttons.items()}

    assert tips == {
        "left_pane": "Topics (F9)",
        "back": "Back (Alt+Left)",
        "forward": "Forward (Alt+Right)",
        "home": "Start page (Alt+Home)",
        "bookmark": "Bookmark this place (Ctrl+D)",
        "print": "Print… (Ctrl+P)",
        "present": "Present this topic (F5)",
    }


def test_the_audience_from_code_is_silent_and_named(toolbar: Toolbar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(toolbar.audience_chosen):
        toolbar.set_audience(Audience.CLINICIAN)

    assert toolbar.switch.audience() is Audience.CLINICIAN
    assert toolbar.audience_button.text().strip() == "Clinicians"
    assert toolbar.audience_button.accessibleName() == "Written for"
    assert toolbar.audience_button.accessibleDescription() == "Clinicians"


def test_the_switch_tells_what_the_reader_chose(toolbar: Toolbar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(toolbar.audience_chosen) as chosen:
        click(button_called(toolbar.switch, "Clinicians", QToolButton))

    assert chosen.args == [Audience.CLINICIAN]


def test_with_room_everything_is_there(toolbar: Toolbar) -> None:
    assert buttons_shown(toolbar) == [
        "Topics",
        "Back",
        "Forward",
        "Start page",
        "Families",
        "Clinicians",
        "Smaller text",
        "Larger text",
        "Bookmark this place",
        "Print…",
        "Present this topic",
    ]
    assert toolbar.search.isVisible()


def test_without_room_menus_stand_in(toolbar: Toolbar, look_of: LookOf) -> None:
    toolbar.arrange(arrange(1024, look_of("light", 200)))

    assert buttons_shown(toolbar) == ["Topics", "Back", "Start page", "Written for", "Menu"]
    assert toolbar.menu_button.menu().title() == "folded"
    assert toolbar.audience_button.menu().title() == "audience"
    assert toolbar.search.isVisible()


def test_the_text_size_is_told(toolbar: Toolbar, look_of: LookOf, icons: IconShelf) -> None:
    def told() -> list[str]:
        return [
            label.text() for label in toolbar.findChildren(QLabel) if label.accessibleName() == "Text size"
        ]

    assert told() == ["100%"]
    toolbar.set_look(look_of("light", 125), icons)
    assert told() == ["125%"]


def test_on_the_start_page_there_is_no_second_search_field(toolbar: Toolbar) -> None:
    toolbar.set_searching_here(False)
    assert not toolbar.search.isVisible()

    toolbar.set_searching_here(True)
    assert toolbar.search.isVisible()


def test_the_field_takes_what_is_left_where_that_is_little(toolbar: Toolbar, look: Look) -> None:
    roomy = arrange(1366, look)
    toolbar.arrange(roomy)
    usual = toolbar.search.maximumWidth()

    toolbar.arrange(roomy._replace(switch_is_menu=True))

    assert usual == look.ui(430)
    assert toolbar.search.maximumWidth() > 10_000


def test_every_icon_is_drawn(toolbar: Toolbar) -> None:
    icons = [button.icon() for button in (*toolbar.buttons.values(), toolbar.menu_button)]

    assert not any(icon.isNull() for icon in icons)


def test_the_icon_of_the_audience_follows_it(toolbar: Toolbar, look: Look, icons: IconShelf) -> None:
    families = toolbar.audience_button.icon().pixmap(20).toImage()

    toolbar.set_audience(Audience.CLINICIAN)
    toolbar.set_look(look, icons)

    assert toolbar.audience_button.icon().pixmap(20).toImage() != families


def test_a_bookmark_is_told_by_the_shape_of_its_button(toolbar: Toolbar, actions: dict[str, QAction]) -> None:
    button = toolbar.buttons["bookmark"]
    empty = button.icon().pixmap(22, QIcon.Mode.Normal, QIcon.State.Off).toImage()
    full = button.icon().pixmap(22, QIcon.Mode.Normal, QIcon.State.On).toImage()

    def painted(image: QImage) -> int:
        places = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return sum(image.pixelColor(x, y).alpha() > 200 for x, y in places)

    assert painted(full) > 1.5 * painted(empty)


def test_print_goes_first_then_present_bookmark_and_the_percentage(toolbar: Toolbar, look: Look) -> None:
    def shown(width: int) -> tuple[bool, ...]:
        toolbar.arrange(arrange(width, look))
        buttons = *(toolbar.buttons[name] for name in ("print", "present", "bookmark")), toolbar._size
        return tuple(not part.isHidden() for part in buttons)

    assert shown(1366) == (True, True, True, True)
    assert shown(1080) == (False, True, True, True)
    assert shown(1024) == (False, False, True, True)
    assert shown(930) == (False, False, False, True)
    assert shown(880) == (False, False, False, False)
