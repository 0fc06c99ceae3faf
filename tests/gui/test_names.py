"""Every part of the window has a name that a screen reader can say."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QProgressBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import HomeAddress, SearchAddress, TopicAddress, TopicId
from crmo_desktop.domain.policy import LOCKABLE
from crmo_desktop.gui.administered import Administered
from crmo_desktop.gui.crash_dialog import CrashDialog
from crmo_desktop.gui.dialogs.check_installation import CheckInstallationDialog
from crmo_desktop.gui.main_window import MainWindow
from tests.gui.conftest import Desk
from tests.gui.hands import press_keys, wait_for_results

Prepare = Callable[[MainWindow], QWidget]
MRI = TopicAddress(TopicId("mri"))
SHOWS_A_VALUE = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QProgressBar, QTextEdit)


def home(window: MainWindow) -> QWidget:
    window.navigator.go(MRI)
    window.navigator.go(HomeAddress())
    return window


def topic(window: MainWindow) -> QWidget:
    window.navigator.go(MRI)
    return window


def topic_for_clinicians(window: MainWindow) -> QWidget:
    window.navigator.set_audience(Audience.CLINICIAN)
    window.navigator.go(TopicAddress(TopicId("naproxen")))
    return window


def topic_with_find_and_notice(window: MainWindow) -> QWidget:
    window.navigator.go(MRI)
    window.reader.open_find()
    window.navigator.go_to_text("no-such-topic")
    return window


def citation_card(window: MainWindow) -> QWidget:
    return card(window, "cite:")


def glossary_card(window: MainWindow) -> QWidget:
    return card(window, "term:")


def card(window: MainWindow, kind: str) -> QWidget:
    window.navigator.go(MRI)
    view = window.reader.view
    link = next(link for link in view.links() if link.href.startswith(kind))
    view.link_activated.emit(link.href, view.cursorRect())
    assert window.reader.card() is not None
    return window


def results(window: MainWindow) -> QWidget:
    window.navigator.go(SearchAddress("bone"))
    wait_for_results(window, "bone")
    return window


def results_filtered(window: MainWindow) -> QWidget:
    window.searching.recent.note("limping")
    window.navigator.go(SearchAddress("bone pa"))
    wait_for_results(window, "bone pa")
    window.results.filters.chapter_chosen.emit("symptoms")
    return window


def results_with_the_filter_in_the_drawer(window: MainWindow) -> QWidget:
    window.searching.recent.note("limping")
    results(window)
    if not window.table["left_pane"].isChecked():
        window.table["left_pane"].trigger()
    return window


def all_passages(window: MainWindow) -> QWidget:
    window.navigator.list_all("night pain")
    wait_for_results(window, "night pain")
    return window


def kept_questions(window: MainWindow) -> QWidget:
    nothing_found(window)
    window.results.nothing.keep_wanted.emit("zzzzqqqqxxxx")
    window.dialogs.show_kept_questions()
    return open_dialog()


def no_kept_questions(window: MainWindow) -> QWidget:
    window.dialogs.show_kept_questions()
    return open_dialog()


def results_of_a_misspelling(window: MainWindow) -> QWidget:
    window.navigator.go(SearchAddress("bisfosfonate"))
    wait_for_results(window, "bisfosfonate")
    return window


def nothing_found(window: MainWindow) -> QWidget:
    window.navigator.go(SearchAddress("zzzzqqqqxxxx"))
    wait_for_results(window, "zzzzqqqqxxxx")
    return window


def nothing_found_but_something_near(window: MainWindow) -> QWidget:
    window.navigator.go(SearchAddress('"bisphosphonate wrist"'))
    wait_for_results(window, '"bisphosphonate wrist"')
    return window


def about(window: MainWindow) -> QWidget:
    window.dialogs.show_about()
    return open_dialog()


def checked(window: MainWindow) -> QWidget:
    window.dialogs.check_installation()
    dialog = window.findChild(CheckInstallationDialog)
    assert dialog is not None
    dialog._tasks.finish()
    return dialog


def licences(window: MainWindow) -> QWidget:
    window.dialogs.show_licences()
    return open_dialog()


def keys(window: MainWindow) -> QWidget:
    window.dialogs.show_keys()
    return open_dialog()


def open_address(window: MainWindow) -> QWidget:
    window.dialogs.ask_address()
    return open_dialog()


def outside_address(window: MainWindow) -> QWidget:
    window.dialogs.show_outside_address("https://doi.org/10.1000/1")
    return open_dialog()


def keep_here(window: MainWindow) -> QWidget:
    window.dialogs.ask_to_keep_here()
    return open_dialog()


def topic_with_a_question(window: MainWindow) -> QWidget:
    window.navigator.go(MRI)
    window.notice.ask(
        "drive", "Where?", (("here", "Keep on this drive…"), ("there", "Keep on this computer"))
    )
    return window


def locked_and_shared(window: MainWindow) -> QWidget:
    Administered(window, frozenset(LOCKABLE))
    window.status.set_shared()
    return window


def crash(window: MainWindow) -> QWidget:
    dialog = CrashDialog("details", window)
    dialog.open()
    for button in dialog.findChildren(QAbstractButton):
        if button.text() == "Show details":
            button.click()
    return dialog


def text_and_reading(window: MainWindow) -> QWidget:
    window.table["reading"].trigger()
    return open_dialog()


def topic_with_ruler_and_line_focus(window: MainWindow) -> QWidget:
    window.navigator.go(MRI)
    window.table["ruler"].trigger()
    window.table["line_focus"].trigger()
    return window


def open_dialog() -> QWidget:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog


SCENES: tuple[Prepare, ...] = (
    home, topic, topic_for_clinicians, topic_with_find_and_notice, citation_card, glossary_card, results,
    results_filtered, results_with_the_filter_in_the_drawer, results_of_a_misspelling, nothing_found,
    nothing_found_but_something_near, all_passages, kept_questions, no_kept_questions, about, checked,
    licences, keys, open_address, outside_address, crash, keep_here, topic_with_a_question, locked_and_shared,
    text_and_reading, topic_with_ruler_and_line_focus,
)  # fmt: skip


@pytest.fixture(params=[(1366, 768, 100), (1024, 600, 200)], ids=["usual", "small and large"])
def window(request: pytest.FixtureRequest, desk: Desk) -> MainWindow:
    width, height, text_size = request.param
    return desk.open(size=(width, height), text_size=text_size)


@pytest.fixture
def scene(request: pytest.FixtureRequest, window: MainWindow) -> Iterator[QWidget]:
    """The window or dialog that a scene is about."""
    prepare: Prepare = request.param
    shown = prepare(window)
    QApplication.processEvents()
    yield shown
    if shown is not window and isValid(shown):  # one that goes with its window is gone already
        shown.close()


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
