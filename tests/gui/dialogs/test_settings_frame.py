"""What stands round the rows: search, pages, resets."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.dialogs.settings_frame import SettingsFoot, SettingsSide, is_typed
from crmo_desktop.gui.dialogs.settings_words import PAGES, SettingWords
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from tests.gui.conftest import CheckModel, LookOf, Show
from tests.gui.hands import press, type_words


@pytest.fixture
def side(show: Show, look: Look, icons: IconShelf) -> SettingsSide:
    frame = QWidget()
    side = SettingsSide(SettingWords(frame), look, icons, frame)
    QVBoxLayout(frame).addWidget(side)
    side.set_look(look)
    side.set_narrow(False)
    side.set_page("reading", is_searching=False)
    show(frame, 260, 420)
    return side


@pytest.fixture
def foot(show: Show, look: Look) -> SettingsFoot:
    frame = QWidget()
    foot = SettingsFoot(frame)
    QVBoxLayout(frame).addWidget(foot)
    foot.set_look(look)
    show(frame, 820, 90)
    return foot


class TestSide:
    def test_its_list_is_what_views_rely_on(self, side: SettingsSide, check_model: CheckModel) -> None:
        check_model(side.list.model())

    def test_arrows_choose_a_page(self, side: SettingsSide, qtbot: QtBot) -> None:
        side.focus_pages()

        with qtbot.waitSignal(side.page_chosen) as chosen:
            press(side, Qt.Key.Key_Down)

        assert chosen.args == ["seeing"]

    def test_so_does_the_box_where_there_is_little_room(self, side: SettingsSide, qtbot: QtBot) -> None:
        side.focus_pages()
        side.set_narrow(True)
        assert side.is_narrow()
        assert side.box.hasFocus(), "the keyboard is where it was, so to speak"
        assert not side.list.isVisible()

        with qtbot.waitSignal(side.page_chosen) as chosen:
            press(side, Qt.Key.Key_Down)
        assert chosen.args == ["seeing"]

        side.set_narrow(False)
        assert side.list.hasFocus()

    def test_showing_a_page_is_silent(self, side: SettingsSide, qtbot: QtBot) -> None:
        with qtbot.assertNotEmitted(side.page_chosen):
            for page in PAGES:
                side.set_page(page, is_searching=False)

        assert (side.list.current(), side.box.value()) == ("privacy", "privacy")

    def test_no_page_is_shown_as_such_while_one_searches(self, side: SettingsSide) -> None:
        side.set_page("paper", is_searching=True)

        assert side.list.current() is None

    def test_what_is_typed_is_told_and_emptied_silently(self, side: SettingsSide, qtbot: QtBot) -> None:
        heard: list[str] = []
        side.query_changed.connect(heard.append)
        side.search.setFocus()

        type_words(side, "ab")
        side.clear_query()

        assert heard == ["a", "ab"]
        assert side.search.text() == ""

    def test_letters_in_the_list_are_left_to_the_dialog(self, side: SettingsSide, qtbot: QtBot) -> None:
        side.focus_pages()

        with qtbot.assertNotEmitted(side.page_chosen):
            press(side, Qt.Key.Key_P)

    def test_larger_words_need_more_room(self, side: SettingsSide, look_of: LookOf) -> None:
        before = side.height_needed()

        side.set_look(look_of("light", 200))

        assert side.height_needed() > 1.5 * before


class TestFoot:
    @pytest.mark.parametrize(
        ("button", "signal"),
        [
            ("page", "page_reset"),
            ("everything", "all_reset"),
            ("undo", "undone"),
            ("close_button", "closed"),
        ],
    )
    def test_each_button_tells(self, button: str, signal: str, foot: SettingsFoot, qtbot: QtBot) -> None:
        with qtbot.waitSignal(getattr(foot, signal)):
            getattr(foot, button).click()

    def test_it_offers_what_can_be_done(self, foot: SettingsFoot) -> None:
        foot.set_can_reset(page=False, everything=True, is_searching=False)
        assert (foot.page.isEnabled(), foot.everything.isEnabled()) == (False, True)
        assert not foot.undo.isVisible()

        foot.set_can_reset(page=True, everything=True, is_searching=True)
        assert not foot.page.isVisible()

    def test_the_keyboard_is_not_lost_with_undo(self, foot: SettingsFoot) -> None:
        foot.set_can_undo(True)
        foot.undo.setFocus()

        foot.set_can_undo(False)

        assert foot.close_button.hasFocus()

    def test_locked_it_resets_nothing(self, foot: SettingsFoot) -> None:
        foot.lock()

        foot.set_can_reset(page=True, everything=True, is_searching=False)

        assert not foot.page.isEnabled()
        assert not foot.everything.isEnabled()

    def test_it_is_one_line_where_there_is_room(self, foot: SettingsFoot, look_of: LookOf) -> None:
        foot.arrange(820)
        one = foot.sizeHint().height()

        foot.set_look(look_of("light", 250))
        foot.arrange(200)

        assert foot.sizeHint().height() > 2 * one


@pytest.mark.parametrize(
    ("key", "modifiers", "text", "typed"),
    [
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", True),
        (Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier, "A", True),
        (Qt.Key.Key_5, Qt.KeyboardModifier.KeypadModifier, "5", True),
        (Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier, "\x01", False),
        (Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier, "a", False),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", False),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", False),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "", False),
    ],
)
def test_letters_are_told_from_other_keys(
    key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str, typed: bool
) -> None:
    assert is_typed(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)) is typed
