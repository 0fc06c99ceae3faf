import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.widgets.nothing_found import Nothing, NothingFound
from tests.gui.conftest import Show
from tests.gui.hands import button_called, click, press

KEEP, KEPT = "Keep this question for the trainer", "Show the questions kept"
NOTHING = Nothing(
    words="No topic contains “ostitis wrist”.",
    offers=("osteitis wrist",),
    topics=(("crmo://topic/joints", "Joints"), ("crmo://topic/pain", "Bone pain & more")),
    terms=(("Osteitis", "Inflamed bone."),),
    question="ostitis wrist",
)


@pytest.fixture
def nothing(show: Show) -> NothingFound:
    nothing = NothingFound()
    show(nothing, 560, 500)
    nothing.set_nothing(NOTHING, is_kept=False)
    QApplication.processEvents()
    return nothing


def links(nothing: NothingFound) -> list[str]:
    return [button.text() for button in nothing.findChildren(QPushButton) if button.isVisible()]


def test_it_says_why_and_offers_what_is_near(nothing: NothingFound) -> None:
    assert nothing.words() == NOTHING.words
    assert set(links(nothing)) == {"osteitis wrist", "Joints", "Bone pain & more", "Osteitis", KEEP}


def test_tab_goes_as_the_eye_does(nothing: NothingFound) -> None:
    nothing.enter()
    reached = []
    for _ in range(5):
        focus = QApplication.focusWidget()
        assert isinstance(focus, QPushButton)
        reached.append(focus.text())
        press(nothing, Qt.Key.Key_Tab)

    assert reached == ["osteitis wrist", "Joints", "Bone pain & more", "Osteitis", KEEP]


def test_a_topic_is_opened_by_its_address(nothing: NothingFound, qtbot: QtBot) -> None:
    with qtbot.waitSignal(nothing.address_chosen) as chosen:
        click(button_called(nothing, "Joints", QPushButton))

    assert chosen.args == ["crmo://topic/joints"]


@pytest.mark.parametrize(
    ("name", "query"), [("Search for osteitis wrist", "osteitis wrist"), ("Search for Osteitis", "Osteitis")]
)
def test_offers_and_words_of_the_glossary_are_searched_for(
    name: str, query: str, nothing: NothingFound, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(nothing.query_chosen) as chosen:
        click(button_called(nothing, name, QPushButton))

    assert chosen.args == [query]


def test_a_word_of_the_glossary_says_what_it_means(nothing: NothingFound) -> None:
    word = button_called(nothing, "Search for Osteitis", QPushButton)

    assert word.accessibleDescription() == "Inflamed bone."


def test_setting_from_code_is_silent(nothing: NothingFound, qtbot: QtBot) -> None:
    signals = (nothing.query_chosen, nothing.address_chosen, nothing.keep_wanted, nothing.kept_wanted)
    told: list[object] = []
    for signal in signals:
        signal.connect(told.append)

    nothing.set_nothing(NOTHING, is_kept=True)
    nothing.set_state("Kept.", is_kept=True)

    assert told == []


def test_the_question_can_be_kept_and_the_keyboard_stays_near(nothing: NothingFound, qtbot: QtBot) -> None:
    button_called(nothing, KEEP, QPushButton).setFocus()
    with qtbot.waitSignal(nothing.keep_wanted) as wanted:
        press(nothing, Qt.Key.Key_Space)
    assert wanted.args == ["ostitis wrist"]

    nothing.set_state("Kept.", is_kept=True)
    assert nothing.words().endswith("Kept.")
    assert KEEP not in links(nothing)
    assert QApplication.focusWidget() is button_called(nothing, KEPT, QPushButton)
    with qtbot.waitSignal(nothing.kept_wanted):
        press(nothing, Qt.Key.Key_Space)


def test_what_could_not_be_kept_can_be_tried_again(nothing: NothingFound) -> None:
    nothing.set_state("This window keeps nothing.", is_kept=False)

    assert nothing.words().endswith("This window keeps nothing.")
    assert KEEP in links(nothing)
    assert KEPT not in links(nothing)


def test_a_question_that_is_kept_already_is_known(nothing: NothingFound) -> None:
    nothing.set_nothing(NOTHING, is_kept=True)

    assert nothing.words().endswith("This question is kept for the trainer.")
    assert KEEP not in links(nothing)
    assert KEPT in links(nothing)


def test_a_filter_that_hides_everything_can_be_taken_away(nothing: NothingFound, qtbot: QtBot) -> None:
    nothing.set_nothing(
        Nothing(words="3 results are left out by the filter.", is_filtered=True), is_kept=False
    )
    QApplication.processEvents()
    assert links(nothing) == ["Show everything"]

    nothing.enter()
    with qtbot.waitSignal(nothing.everything_wanted):
        press(nothing, Qt.Key.Key_Space)


def test_what_was_offered_before_goes(nothing: NothingFound) -> None:
    nothing.set_nothing(Nothing(words="Type one more letter."), is_kept=False)
    QApplication.processEvents()

    assert links(nothing) == []
    assert nothing.words() == "Type one more letter."
    nothing.enter()


def test_escape_leaves(nothing: NothingFound, qtbot: QtBot) -> None:
    nothing.enter()

    with qtbot.waitSignal(nothing.left):
        press(nothing, Qt.Key.Key_Escape)


def test_where_there_is_little_room_it_scrolls(nothing: NothingFound) -> None:
    nothing.resize(300, 120)
    QApplication.processEvents()

    assert nothing.verticalScrollBar().maximum() > 0
    assert nothing.horizontalScrollBar().maximum() == 0
    nothing.verticalScrollBar().setValue(50)
    nothing.set_nothing(NOTHING, is_kept=False)
    assert nothing.verticalScrollBar().value() == 0
