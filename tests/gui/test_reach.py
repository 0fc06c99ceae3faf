"""All that can be used is reached by Tab, in the order of the eye, and left again; nothing else is."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSlider,
    QTableView,
    QTextEdit,
    QToolButton,
    QTreeView,
    QWidget,
)

from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.presenter.slide_picture import SlidePicture
from crmo_desktop.gui.widgets.card import Card
from crmo_desktop.gui.widgets.focus import is_behind
from crmo_desktop.gui.widgets.page_view import PageView
from crmo_desktop.gui.widgets.picture_canvas import PictureCanvas
from crmo_desktop.gui.widgets.sheet_view import SheetView
from tests.gui.conftest import Desk
from tests.gui.hands import press
from tests.gui.scenes import SCENES, closed, opened

Role = QAccessible.Role
MOST_PRESSES: Final = 400
WITHIN: Final = (PageView, PictureCanvas)  # Tab goes on inside them
TOOL_BUTTON: Final = frozenset(
    {Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.CheckBox, Role.RadioButton}
)
# What a widget may call itself to assistive programs; the first kind that fits.
ROLES: Final[tuple[tuple[type[QWidget], frozenset[Role]], ...]] = (
    (QCheckBox, frozenset({Role.CheckBox})),
    (QRadioButton, frozenset({Role.RadioButton})),
    (QToolButton, TOOL_BUTTON),
    (QPushButton, TOOL_BUTTON | {Role.PushButton, Role.Link}),
    (QAbstractButton, TOOL_BUTTON | {Role.PushButton}),  # drawn by ourselves
    (QLineEdit, frozenset({Role.EditableText})),
    (QComboBox, frozenset({Role.ComboBox})),
    (QTreeView, frozenset({Role.Tree})),
    (QTableView, frozenset({Role.Table})),
    (QListView, frozenset({Role.List})),
    (PictureCanvas, frozenset({Role.Graphic, Role.Client})),  # Qt's own, where nobody listens
    (SheetView, frozenset({Role.Document, Role.Client})),  # Qt's own, where nobody listens
    (SlidePicture, frozenset({Role.Graphic, Role.Client})),  # likewise
    (PageView, frozenset({Role.EditableText, Role.StaticText, Role.Document, Role.WebDocument})),
    (QTextEdit, frozenset({Role.EditableText, Role.StaticText, Role.Document})),
    (QPlainTextEdit, frozenset({Role.EditableText, Role.StaticText, Role.Document})),
    (QScrollArea, frozenset({Role.Pane, Role.Client, Role.Grouping, Role.StaticText, Role.Document})),
    (QProgressBar, frozenset({Role.ProgressBar})),
    (QSlider, frozenset({Role.Slider})),
    (QAbstractSpinBox, frozenset({Role.SpinBox})),
)


@pytest.fixture(params=[(1366, 768, 100), (1024, 600, 200)], ids=["usual", "small and large"])
def window(request: pytest.FixtureRequest, desk: Desk) -> MainWindow:
    width, height, text_size = request.param
    return desk.open(size=(width, height), text_size=text_size)


@pytest.fixture
def scene(request: pytest.FixtureRequest, window: MainWindow) -> Iterator[QWidget]:
    yield opened(window, request.param)
    closed(window)


every_scene = pytest.mark.parametrize("scene", SCENES, indirect=True, ids=lambda scene: scene.__name__)


def named(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name)
    return f"{type(widget).__name__} “{name}” ({widget.objectName()})"


def can_be_used(scene: QWidget) -> list[QWidget]:
    """What Tab has to reach: visible, enabled, and wanting it."""
    round_card = next((card for card in scene.findChildren(Card) if card.isVisible()), scene)
    return [
        part
        for part in round_card.findChildren(QWidget)
        if part.isVisible()
        and part.window() is scene.window()
        and part.isEnabled()
        and part.focusProxy() is None
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not is_one_of_a_choice(part)
        and not is_behind(part)
    ]


def is_one_of_a_choice(part: QWidget) -> bool:
    """Whether arrows lead here from the part that is on, as among radio buttons."""
    group = part.group() if isinstance(part, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() is not part


def walk(scene: QWidget, key: Qt.Key) -> list[QWidget]:
    """Where Tab (or Shift+Tab) leads, from where the keyboard is until it is there again."""
    reached: list[QWidget] = []
    for _ in range(MOST_PRESSES):
        press(scene, key)
        focus = QApplication.focusWidget()
        assert focus is not None, f"the keyboard is lost after {named(reached[-1])}"
        assert focus.window() is scene.window()
        if len(reached) == 1 and focus is reached[0] and not isinstance(focus, WITHIN):
            return reached  # there is nothing else
        if reached and focus is reached[-1] and isinstance(focus, WITHIN):
            continue  # from link to link inside a page, from place to place of a picture
        if focus in reached:
            assert focus is reached[0], f"{named(reached[-1])} leads back to {named(focus)}: a trap"
            return reached
        reached.append(focus)
    raise AssertionError(f"a trap: {[named(part) for part in reached]}")


def place_of(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def area_of(widget: QWidget) -> QWidget:
    """What scrolls `widget`; itself where nothing does."""
    holder = widget.parentWidget()
    while holder is not None and not isinstance(holder, QScrollArea):
        holder = holder.parentWidget()
    return widget if holder is None else holder


def places_of_two(before: QWidget, after: QWidget) -> tuple[QRect, QRect]:
    """Where both are seen; from out of what scrolls, all of that counts, wherever it is scrolled to."""
    areas = area_of(before), area_of(after)
    if areas[0] is areas[1]:
        return place_of(before), place_of(after)
    return place_of(areas[0]), place_of(areas[1])


@every_scene
def test_tab_reaches_all_that_can_be_used_and_nothing_else(scene: QWidget) -> None:
    wanted = can_be_used(scene)

    reached = walk(scene, Qt.Key.Key_Tab)

    assert sorted(map(named, reached)) == sorted(map(named, wanted))
    for part in reached:
        assert isinstance(part, tuple(kind for kind, _ in ROLES)), f"{named(part)} is nothing to use"


@every_scene
def test_shift_tab_goes_the_same_way_back(scene: QWidget) -> None:
    there = walk(scene, Qt.Key.Key_Tab)
    start = QApplication.focusWidget()
    assert start is not None

    back = walk(scene, Qt.Key.Key_Backtab)

    place = back.index(there[0])
    assert list(map(named, reversed(back[place:] + back[:place]))) == list(map(named, [*there[1:], there[0]]))


def is_backwards(before: QRect, after: QRect) -> bool:
    """Whether the eye would have to go back: up within a column, or left within a line."""
    beside = after.left() >= before.right() - 4  # a new column may begin at its top
    above = after.bottom() <= before.top()
    same_line = after.top() < before.bottom() and after.bottom() > before.top()
    return (above and not beside) or (same_line and after.right() <= before.left())


@every_scene
def test_tab_goes_as_the_eye_does(scene: QWidget) -> None:
    reached = walk(scene, Qt.Key.Key_Tab)
    for area in scene.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(0)

    backwards = [
        f"{named(before)} → {named(after)}"
        for before, after in pairwise([*reached, reached[0]])
        if is_backwards(*places_of_two(before, after))
    ]

    assert len(backwards) <= 1, "from the end to the beginning, and nowhere else"


@every_scene
def test_roles_are_what_widgets_are(scene: QWidget) -> None:
    odd = []
    for part in scene.findChildren(QWidget):
        allowed = next((roles for kind, roles in ROLES if isinstance(part, kind)), None)
        if allowed is None or not part.isVisible() or part.objectName().startswith("qt_"):
            continue
        if isinstance(part.parentWidget(), QLineEdit | QComboBox | QAbstractItemView):
            continue
        if isinstance(part, QScrollArea) and not part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        role = QAccessible.queryAccessibleInterface(part).role()
        if role not in allowed:
            odd.append(f"{named(part)} is a {role.name}")

    assert odd == []


@every_scene
def test_what_is_used_is_told_apart_by_name_or_description(scene: QWidget) -> None:
    said: Counter[tuple[str, str, str]] = Counter()
    for part in can_be_used(scene):
        interface = QAccessible.queryAccessibleInterface(part)
        said[
            interface.text(QAccessible.Text.Name),
            interface.text(QAccessible.Text.Description),
            interface.role().name,
        ] += 1

    assert [words for words, n in said.items() if n > 1] == []


@every_scene
def test_a_name_has_words(scene: QWidget) -> None:
    for part in can_be_used(scene):
        name = QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
        assert sum(letter.isalpha() for letter in name) >= 3, named(part)


@every_scene
def test_what_is_switched_off_says_so_and_is_skipped(scene: QWidget) -> None:
    for part in scene.findChildren(QAbstractButton):
        if part.isVisible() and not part.isEnabled():
            assert QAccessible.queryAccessibleInterface(part).state().disabled, named(part)
