import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.setting_controls import ChoiceBox, LineField, TickBox
from tests.gui.conftest import Show
from tests.gui.hands import press, type_words, wheel

FACES = [("atkinson", "Clear"), ("serif", "Serif"), (3, "Third")]


def shown(part: QWidget, show: Show) -> None:
    frame = QWidget()
    QVBoxLayout(frame).addWidget(part)
    show(frame, 400, 120)
    part.setFocus()


class TestChoiceBox:
    @pytest.fixture
    def box(self, show: Show, look: Look) -> ChoiceBox:
        box = ChoiceBox("Typeface", "Of the page.")
        box.set_options(FACES)
        box.set_value("serif")
        box.set_look(look)
        shown(box, show)
        return box

    def test_what_is_chosen_is_shown_and_not_told(self, box: ChoiceBox, qtbot: QtBot) -> None:
        with qtbot.assertNotEmitted(box.chosen):
            box.set_value(3)

        assert (box.value(), box.currentText()) == (3, "Third")

    def test_keys_choose(self, box: ChoiceBox, qtbot: QtBot) -> None:
        with qtbot.waitSignal(box.chosen) as chosen:
            press(box, Qt.Key.Key_Down)

        assert chosen.args == [3]

    def test_what_is_not_offered_is_shown_as_the_first(self, box: ChoiceBox) -> None:
        box.set_value("gothic")

        assert box.value() == "atkinson"

    def test_and_as_itself_once_it_is_offered(self, box: ChoiceBox, qtbot: QtBot) -> None:
        box.set_value("gothic")

        with qtbot.assertNotEmitted(box.chosen):
            box.set_options([*FACES, ("gothic", "Gothic")])

        assert box.value() == "gothic"

    def test_the_same_offer_again_changes_nothing(self, box: ChoiceBox) -> None:
        box.set_options(FACES)

        assert box.value() == "serif"
        assert box.count() == 3

    def test_an_empty_one_has_no_value(self) -> None:
        assert ChoiceBox("Voice", "One of them.").value() is None

    def test_a_wheel_scrolls_past_it(self, box: ChoiceBox, qtbot: QtBot) -> None:
        with qtbot.assertNotEmitted(box.chosen):
            wheel(box, -120)

        assert box.value() == "serif"

    def test_it_has_a_name(self, box: ChoiceBox) -> None:
        assert (box.accessibleName(), box.accessibleDescription()) == ("Typeface", "Of the page.")


class TestTickBox:
    @pytest.fixture
    def box(self, show: Show, look: Look) -> TickBox:
        box = TickBox("Reading ruler", "A bar.")
        box.set_look(look)
        shown(box, show)
        return box

    def test_what_is_set_is_shown_and_not_told(self, box: TickBox, qtbot: QtBot) -> None:
        with qtbot.assertNotEmitted(box.chosen):
            box.set_value(True)

        assert box.value()

    def test_space_ticks_it(self, box: TickBox, qtbot: QtBot) -> None:
        with qtbot.waitSignal(box.chosen) as chosen:
            press(box, Qt.Key.Key_Space)

        assert chosen.args == [True]

    def test_it_has_a_name(self, box: TickBox) -> None:
        assert (box.accessibleName(), box.accessibleDescription()) == ("Reading ruler", "A bar.")


class TestLineField:
    @pytest.fixture
    def field(self, show: Show, look: Look) -> LineField:
        field = LineField("Clinic", "At the head.", 12)
        field.set_look(look)
        shown(field, show)
        return field

    def test_words_are_shown_and_not_told(self, field: LineField, qtbot: QtBot) -> None:
        with qtbot.assertNotEmitted(field.chosen):
            field.set_value("Ward 3")

        assert field.value() == "Ward 3"

    def test_typing_is_told_without_blanks_round_it(self, field: LineField) -> None:
        heard: list[str] = []
        field.chosen.connect(heard.append)

        type_words(field, " A b")

        assert heard == ["", "A", "A", "A b"]

    def test_what_is_being_typed_stays_as_it_is(self, field: LineField) -> None:
        type_words(field, "Ward ")

        field.set_value("Ward")

        assert field.text() == "Ward "

    def test_no_more_than_there_is_room_for(self, field: LineField) -> None:
        type_words(field, "x" * 20)

        assert field.value() == "x" * 12

    def test_what_cannot_be_printed_is_left_out(self, field: LineField) -> None:
        field.setText("a\u2028b\u200b")

        assert field.value() == "a b"
