"""Every part of the window has a name that a screen reader can say."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QProgressBar,
    QTextEdit,
    QWidget,
)

from crmo_desktop.gui.main_window import MainWindow
from tests.gui.conftest import Desk
from tests.gui.hands import press_keys
from tests.gui.scenes import MRI, SCENES, closed, opened

SHOWS_A_VALUE = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QProgressBar, QTextEdit)


@pytest.fixture(params=[(1366, 768, 100), (1024, 600, 200)], ids=["usual", "small and large"])
def window(request: pytest.FixtureRequest, desk: Desk) -> MainWindow:
    width, height, text_size = request.param
    return desk.open(size=(width, height), text_size=text_size)


@pytest.fixture
def scene(request: pytest.FixtureRequest, window: MainWindow) -> Iterator[QWidget]:
    """The window or dialog that a scene is about."""
    yield opened(window, request.param)
    closed(window)


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls `widget`."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def needs_a_name(widget: QWidget) -> bool:
    """Whether it can have the keyboard, or shows a value or a picture that stands for something."""
    if not widget.isVisible() or widget.objectName().startswith("qt_"):
        return False
    inside_another = isinstance(widget.parentWidget(), QLineEdit | QComboBox | QAbstractItemView)
    can_have_keyboard = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not inside_another
    return can_have_keyboard or (isinstance(widget, SHOWS_A_VALUE) and not inside_another)


@pytest.mark.parametrize("scene", SCENES, indirect=True, ids=lambda scene: scene.__name__)
def test_all_that_can_have_the_keyboard_or_shows_a_value_has_a_name(scene: QWidget) -> None:
    parts = [part for part in (scene, *scene.findChildren(QWidget)) if needs_a_name(part)]

    nameless = [
        f"{type(part).__name__} “{part.objectName()}” in {type(part.parentWidget()).__name__}"
        for part in parts
        if not spoken_name(part)
    ]

    assert len(parts) > 1
    assert nameless == []


@pytest.mark.parametrize("scene", SCENES, indirect=True, ids=lambda scene: scene.__name__)
def test_a_picture_stands_beside_words_that_say_the_same(scene: QWidget) -> None:
    """No picture is the only one to say something: its neighbours in the same box have words."""
    alone = []
    for label in scene.findChildren(QLabel):
        if not label.isVisible() or label.pixmap().isNull():
            continue
        box = label.parentWidget() or scene
        words = spoken_name(box) or "".join(
            other.text() for other in box.findChildren(QLabel) if other is not label
        )
        if not (words or label.accessibleName()):
            alone.append(f"{type(box).__name__} “{box.objectName()}”")

    assert alone == []


@pytest.mark.parametrize("scene", SCENES, indirect=True, ids=lambda scene: scene.__name__)
def test_every_row_of_every_list_has_words(scene: QWidget) -> None:
    def rows(view: QAbstractItemView, parent: QModelIndex) -> Iterator[QModelIndex]:
        model = view.model()
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            yield index
            yield from rows(view, index)

    for view in scene.findChildren(QAbstractItemView):
        for index in rows(view, QModelIndex()):
            spoken = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
            assert str(spoken or "").strip(), f"row {index.row()} of {view.accessibleName()}"


def test_every_entry_of_every_menu_has_words(window: MainWindow) -> None:
    menus = window.findChildren(QMenu)

    assert len(menus) > 6
    for menu in menus:
        for action in menu.actions():
            assert action.isSeparator() or action.text().strip()


def test_the_window_and_its_page_have_names(window: MainWindow) -> None:
    window.navigator.go(MRI)

    assert window.accessibleName() == "CRMO Desktop"
    assert window.reader.view.accessibleName() == "MRI and whole-body MRI, for families"
    assert window.windowTitle().startswith("MRI and whole-body MRI")


def test_a_field_without_text_still_says_what_it_is_for(window: MainWindow) -> None:
    press_keys(window, "Alt+Home")

    assert spoken_name(window.home.search) == "Search all topics"
