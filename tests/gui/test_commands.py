from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QClipboard, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMainWindow,
    QMenu,
    QPushButton,
    QTextEdit,
)
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.depth import Depth
from crmo_desktop.domain.errors import NoPrinterError
from crmo_desktop.domain.identifiers import (
    Address,
    HomeAddress,
    PictureAddress,
    PictureId,
    SearchAddress,
    SectionId,
    TopicAddress,
    TopicId,
    parse_address,
)
from crmo_desktop.gui.actions import ActionTable, connect
from crmo_desktop.gui.commands import GUIDE, HistoryMenu
from crmo_desktop.gui.dialogs.page_parts import PagePartsDialog
from crmo_desktop.gui.dialogs.pictures import PicturesDialog
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.page_structure import Kind
from crmo_desktop.gui.theme import LARGEST_TEXT, NAMES, SMALLEST_TEXT, SYSTEM, TEXT_STEPS
from crmo_desktop.services.navigation import Stop
from tests.gui.conftest import Desk, LookOf
from tests.gui.hands import (
    button_called,
    has_colour,
    picture_of,
    press,
    press_keys,
    type_words,
    wait_for_results,
    wheel,
)

MRI = TopicAddress(TopicId("mri"))
BIOPSY = TopicAddress(TopicId("biopsy"))


@pytest.fixture
def clipboard(qapp: QApplication) -> QClipboard:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("what was there")
    return clipboard


@pytest.fixture
def on_mri(window: MainWindow) -> MainWindow:
    """The window with a topic on top and the keyboard in it."""
    window.navigator.go(MRI)
    window.focus_page()
    return window


# --- copy


def test_all_of_the_page_is_selected_and_copied(on_mri: MainWindow, clipboard: QClipboard) -> None:
    press_keys(on_mri, "Ctrl+A")
    press_keys(on_mri, "Ctrl+C")

    page = on_mri.reader.page()
    assert page is not None
    assert all(section.title in clipboard.text() for section in page.sections)


def test_with_the_keyboard_elsewhere_the_menu_copies_from_the_page(
    on_mri: MainWindow, clipboard: QClipboard
) -> None:
    on_mri.tree.setFocus()

    on_mri.table["select_all"].trigger()
    on_mri.table["copy"].trigger()

    assert "MRI and whole-body MRI" in clipboard.text()


def test_in_a_field_both_are_about_the_field(on_mri: MainWindow, clipboard: QClipboard) -> None:
    press_keys(on_mri, "Ctrl+F")
    type_words(on_mri, "scan")
    on_mri.reader.find_bar.setFocus()

    on_mri.table["select_all"].trigger()
    on_mri.table["copy"].trigger()

    assert clipboard.text() == "scan"
    assert not on_mri.reader.view.textCursor().hasSelection()


def test_in_a_text_that_is_no_page_copy_is_about_that_text(on_mri: MainWindow, clipboard: QClipboard) -> None:
    on_mri.reader.view.selectAll()
    other = QTextEdit("details of a fault", on_mri)
    other.show()
    other.selectAll()
    other.setFocus()

    on_mri.table["copy"].trigger()

    assert clipboard.text() == "details of a fault"


def test_words_of_a_notice_are_copied_like_any_others(on_mri: MainWindow, clipboard: QClipboard) -> None:
    on_mri.notice.say("The disk is full.")
    label = next(label for label in on_mri.notice.findChildren(QLabel) if label.text() == "The disk is full.")
    label.setFocus()
    label.setSelection(4, 4)

    press_keys(on_mri, "Ctrl+C")

    assert clipboard.text() == "disk"


def test_where_nothing_is_selected_the_clipboard_keeps_what_it_has(
    on_mri: MainWindow, clipboard: QClipboard
) -> None:
    on_mri.table["copy"].trigger()

    assert clipboard.text() == "what was there"


def test_on_the_start_page_there_is_no_page_to_copy(window: MainWindow, clipboard: QClipboard) -> None:
    window.navigator.go(MRI)
    window.reader.view.selectAll()
    window.navigator.go(HomeAddress())
    window.tree.setFocus()

    window.table["select_all"].trigger()
    window.table["copy"].trigger()

    assert clipboard.text() == "what was there"


# --- addresses


def test_the_address_of_the_section_being_read_is_copied_and_that_is_told(
    on_mri: MainWindow, clipboard: QClipboard
) -> None:
    on_mri.reader.show_section("on-the-day")

    press_keys(on_mri, "Ctrl+Shift+D")

    assert clipboard.text() == "crmo://topic/mri#on-the-day"
    assert on_mri.status.said() == "Address copied"


def test_a_copied_address_leads_back_to_its_page(on_mri: MainWindow, clipboard: QClipboard) -> None:
    on_mri.table["copy_address"].trigger()
    on_mri.navigator.go(BIOPSY)

    on_mri.navigator.go_to_text(clipboard.text())

    assert on_mri.navigator.topic() == on_mri.reading.entry(MRI.topic)


def test_what_is_typed_has_an_address_too(window: MainWindow, clipboard: QClipboard) -> None:
    window.navigator.type_query("night pain & fever")

    window.commands.copy_address()

    assert parse_address(clipboard.text()) == SearchAddress("night pain & fever")


def test_the_start_page_has_one(window: MainWindow, clipboard: QClipboard) -> None:
    window.commands.copy_address()

    assert clipboard.text() == "crmo://home"


def test_the_address_of_a_search_is_copied_and_opens_again(
    window: MainWindow, clipboard: QClipboard, qtbot: QtBot
) -> None:
    window.navigator.type_query("night pain & fever")
    wait_for_results(window, "night pain & fever")
    found = window.results.shown_hits()

    press_keys(window, "Ctrl+Shift+D")
    assert clipboard.text() == "crmo://search?q=night%20pain%20%26%20fever"
    window.navigator.go(MRI)
    press_keys(window, "Ctrl+O")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    press(dialog, Qt.Key.Key_Return)

    wait_for_results(window, "night pain & fever")
    assert window.results.shown_hits() == found
    assert window.toolbar.search.text() == "night pain & fever"


# --- find in page


def test_find_opens_over_a_page_and_steps_through_it(on_mri: MainWindow) -> None:
    press_keys(on_mri, "Ctrl+F")
    assert on_mri.reader.find_bar.isVisible()
    type_words(on_mri, "scan")
    first, total = on_mri.reader.finding.matches()
    assert first is not None
    assert total > 2

    press_keys(on_mri, "F3")
    assert on_mri.reader.finding.matches() == ((first + 1) % total, total)
    press_keys(on_mri, "Shift+F3")
    press_keys(on_mri, "Shift+F3")
    assert on_mri.reader.finding.matches() == ((first - 1) % total, total)


def test_where_no_page_is_there_is_nothing_to_find_in(window: MainWindow) -> None:
    made = window.pages.made()

    window.commands.find()
    window.commands.find_step(1)

    assert window.pages.made() == made, "no reader is made for it"
    assert window.navigator.is_home()


# --- text size


def test_every_step_up_to_the_largest_and_down_to_the_smallest(window: MainWindow) -> None:
    def press_until_it_stays(keys: str) -> list[int]:
        sizes = [window.preferences.text_size]
        for _ in TEXT_STEPS:
            press_keys(window, keys)
            sizes.append(window.preferences.text_size)
        return sorted(set(sizes))

    window.commands.set_text_size(100)
    assert press_until_it_stays("Ctrl+=") == [step for step in TEXT_STEPS if step >= 100]
    assert window.preferences.text_size == LARGEST_TEXT == 250
    assert press_until_it_stays("Ctrl+-") == list(TEXT_STEPS)
    assert window.preferences.text_size == SMALLEST_TEXT == 80

    press_keys(window, "Ctrl+0")
    assert window.preferences.text_size == 100


@pytest.mark.parametrize(("asked", "given"), [(10, 80), (137, 137), (900, 250)])
def test_a_size_beyond_the_limits_is_the_limit_and_the_same_is_kept_and_told(
    asked: int, given: int, window: MainWindow
) -> None:
    window.commands.set_text_size(asked)

    assert window.preferences.text_size == given
    assert window.status.said() == f"Text {given}%"


def test_the_wheel_with_ctrl_changes_the_size_of_the_page(on_mri: MainWindow) -> None:
    viewport = on_mri.reader.view.viewport()

    wheel(viewport, 120, Qt.KeyboardModifier.ControlModifier)
    assert on_mri.preferences.text_size == 110
    wheel(viewport, -120, Qt.KeyboardModifier.ControlModifier)
    assert on_mri.preferences.text_size == 100


def test_a_size_is_there_again_in_the_next_window(desk: Desk) -> None:
    first = desk.open()
    first.commands.zoom(1)
    first.close()

    (shown,) = [
        label.text() for label in desk.open().findChildren(QLabel) if label.accessibleName() == "Text size"
    ]
    assert shown == "110%"


# --- colours


@pytest.mark.parametrize("name", NAMES)
def test_colours_that_are_chosen_are_drawn_and_kept(name: str, on_mri: MainWindow, look_of: LookOf) -> None:
    on_mri.table[f"theme_{name}"].trigger()

    picture, look = picture_of(on_mri.reader.view.viewport()), look_of(name)
    assert has_colour(picture, look.colour("page"), least=10_000)
    assert has_colour(picture, look.colour("text"), least=100)
    assert on_mri.preferences.theme == name
    assert checked_themes(on_mri) == [name]


def test_a_new_reader_has_the_colours_of_the_system(window: MainWindow) -> None:
    assert checked_themes(window) == [SYSTEM]


def test_colours_are_there_again_in_the_next_window_and_can_be_given_back_to_the_system(desk: Desk) -> None:
    first = desk.open()
    first.table["theme_dark"].trigger()
    first.close()

    second = desk.open()
    assert checked_themes(second) == ["dark"]
    second.table["theme_system"].trigger()
    second.close()

    assert checked_themes(desk.open()) == [SYSTEM]


def checked_themes(window: MainWindow) -> list[str]:
    return [name for name in (SYSTEM, *NAMES) if window.table[f"theme_{name}"].isChecked()]


# --- the window


def test_full_screen_is_entered_and_left_and_its_entry_says_so(window: MainWindow) -> None:
    press_keys(window, "F11")
    assert window.isFullScreen()
    assert window.table["full_screen"].isChecked()

    press_keys(window, "F11")
    assert not window.isFullScreen()
    assert not window.table["full_screen"].isChecked()


def test_escape_leaves_full_screen(window: MainWindow) -> None:
    press_keys(window, "F11")
    assert window.isFullScreen()

    press(window, Qt.Key.Key_Escape)

    assert not window.isFullScreen()
    assert not window.table["full_screen"].isChecked()


def test_a_window_that_filled_its_screen_does_so_again_after_full_screen(window: MainWindow) -> None:
    window.setWindowState(Qt.WindowState.WindowMaximized)

    window.commands.full_screen()
    window.commands.full_screen()

    assert window.isMaximized()


def test_quit_closes_the_window(window: MainWindow) -> None:
    press_keys(window, "Ctrl+Q")

    assert not window.isVisible()


# --- where keys lead


@pytest.mark.parametrize(
    ("keys", "address"),
    [
        ("Alt+Home", HomeAddress()),
        ("Alt+Left", HomeAddress()),
        ("Shift+F1", TopicAddress(TopicId("help-start"))),
        ("Ctrl+PgDown", BIOPSY),
        ("Ctrl+PgUp", TopicAddress(TopicId("bone-scan"))),
        ("Alt+Down", TopicAddress(TopicId("mri"), SectionId("in-short"))),
    ],
)
def test_keys_lead_where_their_entry_says(keys: str, address: Address, on_mri: MainWindow) -> None:
    press_keys(on_mri, keys)

    assert on_mri.navigator.address() == address


def test_keys_lead_back_and_forward_again(on_mri: MainWindow) -> None:
    press_keys(on_mri, "Alt+Left")
    assert on_mri.navigator.is_home()

    press_keys(on_mri, "Alt+Right")
    assert on_mri.navigator.address() == MRI


def test_keys_step_through_the_sections(on_mri: MainWindow) -> None:
    names = [name for name, _ in on_mri.reader.outline()]

    reached = []
    for keys in ("Alt+Down", "Alt+Down", "Alt+Down", "Alt+Up"):
        press_keys(on_mri, keys)
        reached.append(on_mri.reader.view.section())

    assert reached == [names[0], names[1], names[2], names[1]]


def test_keys_choose_for_whom_pages_are_written(on_mri: MainWindow) -> None:
    for keys, audience, name in (
        ("Ctrl+Shift+L", Audience.CLINICIAN, "for_clinician"),
        ("Ctrl+Shift+P", Audience.PATIENT, "for_patient"),
    ):
        press_keys(on_mri, keys)

        page = on_mri.reader.page()
        assert page is not None
        assert page.audience is on_mri.preferences.audience is audience
        assert on_mri.table[name].isChecked()


# --- back and forward as menus


def entries(menu: QMenu) -> list[str]:
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions()]


def history_menu(window: MainWindow, name: str) -> QMenu:
    menu = window.toolbar.buttons[name].menu()
    assert isinstance(menu, QMenu)
    return menu


def test_the_pages_behind_and_ahead_are_listed_nearest_first(on_mri: MainWindow) -> None:
    on_mri.navigator.go(BIOPSY)
    assert entries(history_menu(on_mri, "back")) == ["MRI and whole-body MRI", "Start page"]
    assert entries(history_menu(on_mri, "forward")) == ["Nothing yet"]
    assert not history_menu(on_mri, "forward").actions()[0].isEnabled()

    on_mri.navigator.back(2)
    assert entries(history_menu(on_mri, "back")) == ["Nothing yet"]
    assert entries(history_menu(on_mri, "forward")) == ["MRI and whole-body MRI", "Bone biopsy"]


def test_an_entry_goes_all_the_way(on_mri: MainWindow) -> None:
    on_mri.navigator.go(BIOPSY)
    back, ahead = history_menu(on_mri, "back"), history_menu(on_mri, "forward")

    entries(back)
    back.actions()[1].trigger()
    assert on_mri.navigator.is_home()

    entries(ahead)
    ahead.actions()[1].trigger()
    assert on_mri.navigator.address() == BIOPSY


def test_the_go_menu_has_the_same_two_menus(window: MainWindow) -> None:
    go = next(
        menu
        for action in window.menuBar().actions()
        if isinstance(menu := action.menu(), QMenu) and menu.title() == "&Go"
    )

    assert [action.menu() for action in go.actions() if action.text() in {"Back t&o", "Forward &to"}] == [
        history_menu(window, "back"),
        history_menu(window, "forward"),
    ]


def test_only_the_nearest_are_listed_and_a_name_is_written_as_it_is(qtbot: QtBot) -> None:
    stops = (Stop(MRI, "Bones & joints"), Stop(BIOPSY), *(Stop(MRI, f"Page {n}") for n in range(20)))
    steps: list[int] = []
    window = QMainWindow()
    qtbot.addWidget(window)
    menu = HistoryMenu("Back", lambda: stops, steps.append, window)

    words = entries(menu)

    assert words[:3] == ["Bones && joints", "crmo://topic/biopsy", "Page 0"]
    assert len(words) == HistoryMenu.MOST == 12
    for action in menu.actions():
        action.trigger()
    assert steps == list(range(1, 13))


# --- wiring


def test_an_action_calls_its_slot_with_nothing(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    table = ActionTable(window)
    called: list[tuple[object, ...]] = []

    def slot(*given: object) -> None:
        called.append(given)

    slots: dict[str, Callable[[], object]] = {"find": slot, "left_pane": slot}
    connect(table, slots)
    table["find"].trigger()
    table["left_pane"].trigger()
    table["quit"].trigger()

    assert called == [(), ()]


# --- how much of a topic


@pytest.fixture
def guide() -> TopicAddress:
    return TopicAddress(GUIDE)


@pytest.fixture
def depths(window: MainWindow) -> dict[Depth, QAction]:
    return {depth: window.table[f"depth_{depth}"] for depth in Depth}


@pytest.mark.parametrize(
    ("key", "depth", "said"),
    [
        (Qt.Key.Key_1, Depth.SENTENCE, "One sentence. Shortened: press 3 for everything."),
        (Qt.Key.Key_2, Depth.SHORT, "Thirty seconds. Shortened: press 3 for everything."),
        (Qt.Key.Key_3, Depth.EVERYTHING, "Everything."),
    ],
)
def test_keys_on_the_page_choose_how_much_is_shown(
    key: Qt.Key, depth: Depth, said: str, on_mri: MainWindow, depths: dict[Depth, QAction]
) -> None:
    press(on_mri.reader.view, Qt.Key.Key_2 if depth is not Depth.SHORT else Qt.Key.Key_1)

    press(on_mri.reader.view, key)

    assert on_mri.reader.easy.depth is depth
    assert on_mri.preferences.depth is depth
    assert on_mri.status.said() == said
    assert [action.isChecked() for action in depths.values()] == [depth is other for other in Depth]


def test_the_depth_is_kept_for_the_next_topic_and_the_next_start(on_mri: MainWindow) -> None:
    press(on_mri.reader.view, Qt.Key.Key_1)

    on_mri.navigator.go(BIOPSY)

    assert on_mri.reader.easy.depth is Depth.SENTENCE


def test_the_row_on_the_page_does_what_the_keys_do(on_mri: MainWindow) -> None:
    on_mri.reader.view.link_activated.emit("depth:short", QRect())

    assert on_mri.preferences.depth is Depth.SHORT
    assert on_mri.status.said().startswith("Thirty seconds.")


def test_a_page_opened_whole_ticks_everything_and_changes_no_choice(
    on_mri: MainWindow, depths: dict[Depth, QAction]
) -> None:
    press(on_mri.reader.view, Qt.Key.Key_1)

    on_mri.reader.view.link_activated.emit("depth:rest", QRect())

    assert depths[Depth.EVERYTHING].isChecked()
    assert on_mri.preferences.depth is Depth.SENTENCE
    assert on_mri.status.said() == "Everything, for this page only."
    press(on_mri.reader.view, Qt.Key.Key_1)
    assert on_mri.reader.easy.depth is Depth.SENTENCE


def test_a_link_into_what_is_left_out_opens_the_page(on_mri: MainWindow) -> None:
    press(on_mri.reader.view, Qt.Key.Key_2)

    on_mri.navigator.go(TopicAddress(TopicId("spine"), SectionId("what-can-happen")))

    assert on_mri.reader.easy.depth is Depth.EVERYTHING
    assert on_mri.reader.view.section() == "what-can-happen"
    assert on_mri.status.said() == "Everything, for this page only."


def test_going_back_shows_such_a_page_as_it_was_left(on_mri: MainWindow) -> None:
    press(on_mri.reader.view, Qt.Key.Key_2)
    on_mri.reader.view.link_activated.emit("depth:rest", QRect())
    on_mri.reader.view.set_place(0.5)
    on_mri.navigator.go(BIOPSY)
    assert on_mri.reader.view.accessibleName().endswith("thirty seconds")

    on_mri.navigator.back()

    assert on_mri.reader.easy.form is None
    assert on_mri.reader.view.place() == pytest.approx(0.5, abs=0.02)


def test_next_section_goes_into_what_is_left_out(on_mri: MainWindow) -> None:
    press(on_mri.reader.view, Qt.Key.Key_2)

    for _ in range(2):
        on_mri.table["next_section"].trigger()

    assert on_mri.reader.view.section() == "why-whole-body"


@pytest.mark.parametrize("address", ["clinician", "guide", "home"])
def test_elsewhere_the_keys_do_nothing(
    address: str, on_mri: MainWindow, depths: dict[Depth, QAction], guide: TopicAddress
) -> None:
    match address:
        case "clinician":
            on_mri.navigator.set_audience(Audience.CLINICIAN)
        case "guide":
            on_mri.navigator.go(guide)
        case _:
            on_mri.navigator.go(HomeAddress())
    on_mri.focus_page()
    before = on_mri.status.said()

    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        press(QApplication.focusWidget() or on_mri, key)

    assert not any(action.isEnabled() for action in depths.values())
    assert on_mri.preferences.depth is Depth.EVERYTHING
    assert on_mri.status.said() == before


def test_digits_beside_the_page_are_not_heard(on_mri: MainWindow) -> None:
    on_mri.tree.setFocus()
    press(on_mri.tree, Qt.Key.Key_1)
    on_mri.toolbar.search.setFocus()
    type_words(on_mri, "12")

    assert on_mri.preferences.depth is Depth.EVERYTHING
    assert on_mri.toolbar.search.text() == "12"


# --- the text cursor, and the list of headings and links


def test_f7_gives_pages_a_text_cursor_says_so_and_keeps_it(on_mri: MainWindow) -> None:
    press_keys(on_mri, "F7")

    assert on_mri.reader.view.has_caret()
    assert on_mri.table["caret"].isChecked()
    assert on_mri.status.said() == "Text cursor on"
    assert on_mri.preferences.caret is True
    press_keys(on_mri, "F7")
    assert not on_mri.reader.view.has_caret()
    assert on_mri.preferences.caret is False


def test_a_screen_reader_has_the_text_cursor_unless_the_reader_said_no(
    on_mri: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crmo_desktop.gui.commands.is_heard", lambda: True)
    assert on_mri.preferences.caret is None

    on_mri.commands.enable()
    assert on_mri.reader.view.has_caret()
    press_keys(on_mri, "F7")
    on_mri.commands.enable()

    assert not on_mri.reader.view.has_caret()


def test_the_list_of_headings_leads_to_one(on_mri: MainWindow) -> None:
    press_keys(on_mri, "Shift+F7")
    dialog = on_mri.findChild(PagePartsDialog)
    assert isinstance(dialog, PagePartsDialog)
    wanted = on_mri.reader.view.shown.all(Kind.HEADING)[3]

    dialog.part_chosen.emit(wanted)

    assert on_mri.reader.view.textCursor().position() == wanted.start
    assert on_mri.reader.view.is_in_sight(wanted.start)
    dialog.close()


def test_where_there_is_no_page_of_text_neither_is_offered(window: MainWindow) -> None:
    assert not window.table["caret"].isEnabled()
    assert not window.table["page_parts"].isEnabled()
    window.commands.list_parts()
    assert window.findChild(PagePartsDialog) is None


def test_help_leads_to_what_is_accessible(window: MainWindow) -> None:
    assert window.table["accessibility"].isVisible()

    window.table["accessibility"].trigger()

    topic = window.navigator.topic()
    assert topic is not None
    assert topic.id == "help-accessibility"
    window.commands.offer_guide(lambda _: False)
    assert not window.table["accessibility"].isVisible()
    assert not window.table["guide"].isVisible()


# --- pictures


@pytest.fixture
def on_picture(window: MainWindow) -> MainWindow:
    window.navigator.set_audience(Audience.CLINICIAN)
    window.navigator.go(PictureAddress(PictureId("response-to-nsaids")))
    window.focus_page()
    return window


def test_a_picture_is_copied_as_what_is_shown(on_picture: MainWindow, clipboard: QClipboard) -> None:
    on_picture.table["copy"].trigger()
    assert clipboard.mimeData().hasImage()
    on_picture.pages.picture.show_table(True)
    on_picture.table["copy"].trigger()
    assert clipboard.text().startswith("Question\t")


def test_the_address_of_a_picture_is_copied_with_its_view(
    on_picture: MainWindow, clipboard: QClipboard
) -> None:
    on_picture.pages.picture.show_table(True)
    on_picture.table["copy_address"].trigger()
    assert clipboard.text() == "crmo://picture/response-to-nsaids#table"


def test_what_belongs_to_topics_is_not_offered_on_a_picture(on_picture: MainWindow) -> None:
    for name in ("find", "caret", "page_parts", "next_topic", "read_aloud"):
        assert not on_picture.table[name].isEnabled()
    assert on_picture.table["pictures"].isEnabled()


def test_the_list_of_pictures_leads_to_one(window: MainWindow) -> None:
    press_keys(window, "Ctrl+Shift+M")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PicturesDialog)

    dialog.picture_chosen.emit("bone-map")
    dialog.close()

    assert str(window.navigator.address()) == "crmo://picture/bone-map"


def test_without_a_printer_a_pdf_is_offered(on_picture: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []
    monkeypatch.setattr(on_picture.pages.picture, "send_out", sent.append)
    assert on_picture.pages.picture.out is not None

    on_picture.pages.picture.out.failed.emit(NoPrinterError())

    assert any("no printer" in label.text() for label in on_picture.notice.findChildren(QLabel))
    button_called(on_picture.notice, "Save as PDF instead", QPushButton).click()
    assert sent == ["pdf"]
