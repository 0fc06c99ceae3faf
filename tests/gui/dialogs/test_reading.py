"""Text and reading: each choice is told at once, none of those that are only shown."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.dialogs import reading
from crmo_desktop.gui.dialogs.reading import Choices, ReadingDialog
from crmo_desktop.gui.theme import Look
from tests.gui.hands import button_called

USUAL = Choices(100, "atkinson", "normal", "system", ruler=False, focus="0", motion="system")
OTHER = Choices(150, "dyslexic", "very_roomy", "hc_black", ruler=True, focus="5", motion="reduced")


@pytest.fixture
def dialog(qtbot: QtBot, look: Look) -> ReadingDialog:
    dialog = ReadingDialog(USUAL, look, None)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def told(dialog: ReadingDialog) -> list[tuple[str, object]]:
    heard: list[tuple[str, object]] = []
    dialog.chosen.connect(lambda what, value: heard.append((what, value)))
    return heard


def shown(dialog: ReadingDialog) -> Choices:
    def of(name: str) -> str:
        return next(str(one.property("value")) for one in dialog.options(name) if one.isChecked())

    size, ruler = dialog.findChild(QSpinBox), dialog.findChild(QCheckBox)
    assert isinstance(size, QSpinBox)
    assert isinstance(ruler, QCheckBox)
    return Choices(
        size.value(), of("face"), of("spacing"), of("colours"), ruler.isChecked(), of("focus"), of("motion")
    )


def test_what_holds_is_shown_and_not_told(dialog: ReadingDialog) -> None:
    heard = told(dialog)
    assert shown(dialog) == USUAL

    dialog.set_choices(OTHER)

    assert shown(dialog) == OTHER
    assert heard == []


@pytest.mark.parametrize(
    ("name", "place", "value"),
    [
        (reading.FACE, 1, "serif"),
        (reading.FACE, 2, "dyslexic"),
        (reading.SPACING, 2, "very_roomy"),
        (reading.COLOURS, 4, "hc_black"),
        (reading.FOCUS, 1, "1"),
        (reading.MOTION, 1, "reduced"),
    ],
)
def test_a_choice_is_told_at_once(name: str, place: int, value: str, dialog: ReadingDialog) -> None:
    heard = told(dialog)

    dialog.options(name)[place].click()

    assert heard == [(name, value)]


def test_sizes_are_typed_stepped_or_pressed(dialog: ReadingDialog) -> None:
    heard = told(dialog)
    field = dialog.findChild(QSpinBox)
    assert isinstance(field, QSpinBox)
    assert field.hasFocus()

    QTest.keyClick(field, Qt.Key.Key_Up)
    field.selectAll()
    QTest.keyClicks(field, "175")
    assert len(heard) == 1, "a number that is being typed is none yet"
    QTest.keyClick(field, Qt.Key.Key_Tab)
    button_called(dialog, "Text size 250%", QPushButton).click()

    assert heard == [(reading.SIZE, 110), (reading.SIZE, 175), (reading.SIZE, 250)]


def test_the_ruler_is_a_box_to_tick(dialog: ReadingDialog) -> None:
    heard, box = told(dialog), dialog.findChild(QCheckBox)
    assert isinstance(box, QCheckBox)

    QTest.keyClick(box, Qt.Key.Key_Space)

    assert heard == [(reading.RULER, True)]


def test_keys_reach_everything_and_arrows_move_within_a_group(dialog: ReadingDialog) -> None:
    heard, faces = told(dialog), dialog.options(reading.FACE)
    reached = set()
    for _ in range(40):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        reached.add(dialog.focusWidget())

    groups = [dialog.options(name) for name in ("face", "spacing", "colours", "focus", "motion")]
    assert all(reached & set(group) for group in groups)
    assert {
        button_called(dialog, "Close", QPushButton),
        button_called(dialog, "Back to normal", QPushButton),
    } <= reached

    faces[0].setFocus()
    QTest.keyClick(faces[0], Qt.Key.Key_Down)
    assert heard == [(reading.FACE, "serif")]


def test_every_part_says_what_group_it_is_of(dialog: ReadingDialog) -> None:
    for name in ("face", "spacing", "colours", "focus", "motion"):
        for button in dialog.options(name):
            assert button.text()
            assert button.accessibleDescription()


def test_what_is_locked_says_why(qtbot: QtBot, look: Look) -> None:
    dialog = ReadingDialog(USUAL._replace(locked="Set by whoever"), look, None)
    qtbot.addWidget(dialog)

    colours = dialog.options(reading.COLOURS)

    assert not any(button.isEnabled() for button in colours)
    assert {button.toolTip() for button in colours} == {"Set by whoever"}
    assert all(button.isEnabled() for button in dialog.options(reading.FACE))


def test_back_to_normal_is_asked_for_and_escape_closes(dialog: ReadingDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.normal_wanted):
        button_called(dialog, "Back to normal", QPushButton).click()
    assert dialog.isVisible()

    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_another_look_changes_the_sample_and_keeps_the_keyboard(dialog: ReadingDialog, look: Look) -> None:
    here: QAbstractButton = dialog.options(reading.SPACING)[1]
    here.setFocus()
    sample = dialog.findChild(QLabel, "sample")
    assert isinstance(sample, QLabel)
    before = sample.heightForWidth(600)

    dialog.set_look(replace(look, spacing="very_roomy", face="dyslexic", text_size=200))

    assert sample.heightForWidth(600) > 2 * before
    assert "CRMO Dyslexic" in sample.styleSheet()
    assert here.hasFocus()
