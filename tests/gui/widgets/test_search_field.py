import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.search_field import SearchField
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import press, type_words

NEVER_MS = 600_000


@pytest.fixture
def queries() -> list[str]:
    return []


@pytest.fixture
def field(show: Show, look: Look, icons: IconShelf, queries: list[str]) -> SearchField:
    """A field whose pause never ends by itself."""
    return make(show, look, icons, queries, pause_ms=NEVER_MS)


def make(show: Show, look: Look, icons: IconShelf, queries: list[str], *, pause_ms: int) -> SearchField:
    field = SearchField(pause_ms=pause_ms)
    field.set_look(look, icons)
    field.query_changed.connect(queries.append)
    show(field, 430, 40)
    field.setFocus()
    return field


def hint_of(field: SearchField) -> QLabel:
    return next(label for label in field.findChildren(QLabel) if label.text() == "Ctrl+K")


def test_a_pause_in_typing_reports_one_query_without_the_blanks_round_it(
    show: Show, look: Look, icons: IconShelf, queries: list[str], qtbot: QtBot
) -> None:
    field = make(show, look, icons, queries, pause_ms=10)

    with qtbot.waitSignal(field.query_changed) as changed:
        type_words(field, " bone scan ")

    assert changed.args == ["bone scan"]
    assert queries == ["bone scan"]


def test_setting_the_query_from_code_is_silent(
    show: Show, look: Look, icons: IconShelf, queries: list[str], qtbot: QtBot
) -> None:
    field = make(show, look, icons, queries, pause_ms=0)

    with qtbot.assertNotEmitted(field.query_changed, wait=20):
        field.set_query("bone scan")

    assert field.text() == "bone scan"


def test_a_query_that_was_set_is_not_reported_as_new(field: SearchField, queries: list[str]) -> None:
    field.set_query("bone scan")

    press(field, Qt.Key.Key_Return)

    assert queries == []


def test_setting_the_query_forgets_what_was_being_typed(
    show: Show, look: Look, icons: IconShelf, queries: list[str], qtbot: QtBot
) -> None:
    field = make(show, look, icons, queries, pause_ms=5)

    with qtbot.assertNotEmitted(field.query_changed, wait=30):
        type_words(field, "bo")
        field.set_query("mri")


def test_enter_reports_at_once_and_then_says_enter(field: SearchField, qtbot: QtBot) -> None:
    type_words(field, "mri")

    with qtbot.waitSignals([field.query_changed, field.submitted], order="strict"):
        press(field, Qt.Key.Key_Return)


def test_down_reports_at_once_and_goes_into_the_results(field: SearchField, qtbot: QtBot) -> None:
    type_words(field, "mri")

    with qtbot.waitSignals([field.query_changed, field.moved_down], order="strict"):
        press(field, Qt.Key.Key_Down)


def test_clearing_reports_nothing_left(field: SearchField, queries: list[str]) -> None:
    type_words(field, "m")
    press(field, Qt.Key.Key_Return)
    press(field, Qt.Key.Key_Backspace)
    press(field, Qt.Key.Key_Return)

    assert queries == ["m", ""]


def test_blanks_are_no_query(field: SearchField, queries: list[str]) -> None:
    type_words(field, "   ")
    press(field, Qt.Key.Key_Return)

    assert queries == []


def test_escape_leaves_and_keeps_the_text(field: SearchField, queries: list[str], qtbot: QtBot) -> None:
    type_words(field, "mri")

    with qtbot.waitSignal(field.left):
        press(field, Qt.Key.Key_Escape)

    assert field.text() == "mri"
    assert queries == []


def test_a_very_long_query_is_cut(field: SearchField) -> None:
    field.setText("x" * 20_000)

    assert len(field.text()) == 10_000


def test_the_key_that_leads_here_is_shown_while_there_is_no_text(field: SearchField) -> None:
    hint = hint_of(field)
    assert hint.isVisible()

    type_words(field, "m")
    assert not hint.isVisible()

    press(field, Qt.Key.Key_Backspace)
    assert hint.isVisible()


def test_where_there_is_no_room_the_key_is_not_shown(field: SearchField) -> None:
    field.set_hint_shown(False)
    type_words(field, "m")
    press(field, Qt.Key.Key_Backspace)

    assert not hint_of(field).isVisible()

    field.set_hint_shown(True)
    assert hint_of(field).isVisible()


# --- what others put in


def test_what_was_typed_elsewhere_goes_on_here(
    show: Show, look: Look, icons: IconShelf, queries: list[str], qtbot: QtBot
) -> None:
    field = make(show, look, icons, queries, pause_ms=5)

    with qtbot.waitSignal(field.query_changed) as changed:
        field.carry_on("bone pain", "bone")
    assert changed.args == ["bone pain"], "what was not told there is told here"

    with qtbot.assertNotEmitted(field.query_changed, wait=20):
        field.carry_on("bone ", "bone")
    assert field.text() == "bone "


@pytest.mark.parametrize(
    ("typed", "word", "completed"),
    [
        ("bone pa", "pain", "bone pain"),
        ("pa", "pain", "pain"),
        ("whole-bo", "body", "whole-body"),
        ("IL-1 inhib", "inhibitor", "IL-1 inhibitor"),
        ("zür", "Zürich", "Zürich"),
    ],
)
def test_a_completion_takes_the_place_of_the_last_word(
    typed: str, word: str, completed: str, field: SearchField, queries: list[str]
) -> None:
    field.setText(typed)

    field.complete(word)

    assert field.text() == completed + " ", "ready for the next word"
    assert field.cursorPosition() == len(field.text())
    assert queries == [completed]


def test_a_query_that_is_put_in_is_reported(field: SearchField, queries: list[str]) -> None:
    field.enter_query("bone scan")

    assert field.text() == "bone scan"
    assert queries == ["bone scan"]


def test_down_in_the_empty_field_wants_recent_searches(field: SearchField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.recent_wanted), qtbot.assertNotEmitted(field.moved_down):
        press(field, Qt.Key.Key_Down)

    type_words(field, "m")
    with qtbot.assertNotEmitted(field.recent_wanted):
        press(field, Qt.Key.Key_Down)


def test_with_the_cursor_in_it_the_field_says_how_to_come_to_recent_searches(field: SearchField) -> None:
    hint = hint_of(field)

    field.set_recent_offered(True)
    assert hint.text() == "Down: searched lately"
    field.clearFocus()
    assert hint.text() == "Ctrl+K"
    field.setFocus()
    assert hint.text() == "Down: searched lately"
    field.set_recent_offered(False)
    assert hint.text() == "Ctrl+K"


def test_the_field_is_as_high_as_its_words_need(
    field: SearchField, look_of: LookOf, icons: IconShelf
) -> None:
    field.set_look(look_of("light", 200), icons)

    assert field.minimumHeight() == 72
    assert field.accessibleName() == field.placeholderText() == "Search all topics"
    assert field.sizeHint().width() == 430


def test_the_key_that_leads_here_can_be_another_or_none(field: SearchField) -> None:
    field.set_key("Ctrl+J")
    assert field._hint.text() == "Ctrl+J"

    field.set_key("")
    assert not field._hint.isVisible()
