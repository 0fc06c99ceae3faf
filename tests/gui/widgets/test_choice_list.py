import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.choice_list import Choice, ChoiceList
from tests.gui.conftest import CheckModel, LookOf, Show
from tests.gui.hands import click, has_colour, picture_of, press

CHOICES = (
    Choice("", "All chapters", "14", "All chapters, 14 results"),
    Choice("symptoms", "Symptoms", "6", "Symptoms, 6 results"),
    Choice("adults", "Adults", "1", "Adults, 1 result"),
)


def make(show: Show, look: Look, icons: IconShelf, *, icon: str = "", follows: bool = True) -> ChoiceList:
    frame = QWidget()
    choices = ChoiceList(look, icons, frame, icon=icon, follows=follows)
    layout = QVBoxLayout(frame)
    layout.addWidget(choices)
    layout.addStretch(1)
    show(frame, 280, 300)
    choices.set_choices(CHOICES, "")
    choices.setFocus()
    QApplication.processEvents()
    return choices


@pytest.fixture
def choices(show: Show, look: Look, icons: IconShelf) -> ChoiceList:
    return make(show, look, icons)


def test_its_model_is_what_views_rely_on(choices: ChoiceList, check_model: CheckModel) -> None:
    check_model(choices.model())


def test_rows_say_all_of_themselves(choices: ChoiceList) -> None:
    index = choices.model().index(1, 0)

    assert index.data(Qt.ItemDataRole.DisplayRole) == "Symptoms"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Symptoms, 6 results"
    choices.set_choices([Choice("x", "Just words")])
    assert choices.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Just words"


def test_a_row_may_have_an_icon_of_its_own(choices: ChoiceList, look: Look) -> None:
    choices.set_choices([Choice("", "All"), Choice("symptoms", "Symptoms", icon="bookmark")], "")
    QApplication.processEvents()
    row = choices.visualRect(choices.model().index(1, 0))
    with_icon = picture_of(choices.viewport(), row.adjusted(0, 0, 40 - row.width(), 0))

    assert has_colour(with_icon, look.colour("muted"))
    choices.set_choices([Choice("", "All"), Choice("symptoms", "Symptoms")], "")
    QApplication.processEvents()
    without = picture_of(choices.viewport(), row.adjusted(0, 0, 40 - row.width(), 0))
    assert not has_colour(without, look.colour("muted"))


def test_a_click_chooses(choices: ChoiceList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choices.chosen) as chosen:
        click(choices.viewport(), choices.visualRect(choices.model().index(2, 0)).center())

    assert chosen.args == ["adults"]


def test_arrows_choose_at_once(choices: ChoiceList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choices.chosen) as chosen:
        press(choices, Qt.Key.Key_Down)
    assert chosen.args == ["symptoms"]

    press(choices, Qt.Key.Key_End)
    with qtbot.assertNotEmitted(choices.chosen):
        press(choices, Qt.Key.Key_Down)


def test_where_arrows_would_do_too_much_only_enter_and_space_choose(
    show: Show, look: Look, icons: IconShelf, qtbot: QtBot
) -> None:
    choices = make(show, look, icons, icon="history", follows=False)
    with qtbot.assertNotEmitted(choices.chosen):
        press(choices, Qt.Key.Key_Down)

    with qtbot.waitSignal(choices.chosen) as chosen:
        press(choices, Qt.Key.Key_Space)
    assert chosen.args == ["symptoms"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_chooses_and_then_confirms(key: Qt.Key, choices: ChoiceList, qtbot: QtBot) -> None:
    with qtbot.waitSignals([choices.chosen, choices.confirmed], order="strict"):
        press(choices, key)


def test_setting_from_code_is_silent(choices: ChoiceList, look: Look, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choices.chosen):
        choices.set_choices(CHOICES[1:], "adults")
        choices.set_look(look)

    assert choices.current() == "adults"
    assert choices.choices() == list(CHOICES[1:])


def test_without_rows_keys_choose_nothing(choices: ChoiceList, qtbot: QtBot) -> None:
    choices.set_choices([])

    with qtbot.assertNotEmitted(choices.chosen):
        press(choices, Qt.Key.Key_Return)


def test_new_numbers_keep_the_keyboard_where_it_is(choices: ChoiceList) -> None:
    press(choices, Qt.Key.Key_Down)
    choices.set_choices(CHOICES, "symptoms")

    choices.set_choices([choice._replace(number="3") for choice in CHOICES], "symptoms")

    assert choices.currentIndex().row() == 1


def test_the_row_that_holds_has_its_ground(choices: ChoiceList, look: Look) -> None:
    choices.set_choices(CHOICES, "symptoms")
    rows = [choices.visualRect(choices.model().index(row, 0)) for row in range(3)]

    grounds = [
        has_colour(picture_of(choices.viewport(), row), look.colour("row_current"), least=1000)
        for row in rows
    ]

    assert grounds == [False, True, False]


def test_it_is_as_high_as_its_rows(choices: ChoiceList, look_of: LookOf) -> None:
    assert choices.height() == choices.sizeHint().height() == choices.minimumSizeHint().height()
    before = choices.height()

    choices.set_look(look_of("light", 200))
    QApplication.processEvents()
    large = choices.height()
    assert large > 1.5 * before

    choices.set_choices(CHOICES[:1], "")
    QApplication.processEvents()
    assert choices.height() < large / 2


def test_a_swatch_shows_a_colour_before_the_words(choices: ChoiceList, look: Look) -> None:
    plain = picture_of(choices)
    choices.set_choices([Choice("tibia", "Shin bone", "64%", swatch="scale[4]")])
    QApplication.processEvents()

    assert not has_colour(plain, look.colour("scale[4]"))
    assert has_colour(picture_of(choices), look.colour("scale[4]"), least=100)
