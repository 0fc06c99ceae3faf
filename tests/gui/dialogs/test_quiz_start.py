"""Tests of `crmo_desktop.gui.dialogs.quiz_start`."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.quiz import Given, Round
from crmo_desktop.gui.dialogs.quiz_start import StartPane
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.choice_list import ChoiceList
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import Show
from tests.gui.dialogs.quiz_samples import NOON, said
from tests.gui.hands import button_called, click, press

ROUND = Round(
    uid="1",
    questions=("q-a",),
    audience=Audience.PATIENT,
    changed=NOON,
    given=(Given(question="q-a", chosen=(0,), is_right=True, at=NOON),),
)
Make = Callable[..., StartPane]


@pytest.fixture
def make(show: Show, reading: ReadingService, look: Look, icons: IconShelf) -> Make:
    def pane(
        audience: Audience = Audience.PATIENT, rounds: tuple[Round, ...] = (), wrong: int = 0
    ) -> StartPane:
        holder = QWidget()
        made = StartPane(reading, audience, rounds, wrong, look, icons, holder)
        show(holder, 700, 600)
        made.resize(660, 560)
        return made

    return pane


def choose(combo: QComboBox, place: int) -> None:
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def words(combo: QComboBox) -> list[str]:
    return [combo.itemText(place) for place in range(combo.count())]


def test_it_offers_all_chapters_and_ten_questions(make: Make, reading: ReadingService) -> None:
    pane = make()
    asked = reading.questions(Audience.PATIENT)

    assert pane.chapter.currentText() == f"All chapters ({len(asked)})"
    assert words(pane.number) == [
        "5 questions",
        "10 questions",
        "20 questions",
        f"All of them ({len(asked)})",
    ]
    assert pane.chosen_number() == 10
    assert pane.questions() == asked
    assert pane.chosen_chapter() == ""


def test_a_chapter_has_its_own_questions(make: Make, reading: ReadingService) -> None:
    pane = make()
    choose(pane.chapter, 2)

    chapter = pane.chosen_chapter()
    expected = [one for one in reading.questions(Audience.PATIENT) if one.chapter == chapter]
    assert list(pane.questions()) == expected
    assert pane.chapter.currentText().endswith(f"({len(expected)})")
    assert words(pane.number)[-1] == f"All of them ({len(expected)})"
    assert pane.chosen_number() is None


def test_the_other_audience_has_others(make: Make, reading: ReadingService) -> None:
    pane = make(Audience.CLINICIAN)
    assert pane.questions() == reading.questions(Audience.CLINICIAN)

    choose(pane.audience, 0)

    assert pane.chosen_audience() is Audience.PATIENT
    assert pane.questions() == reading.questions(Audience.PATIENT)


@pytest.mark.parametrize(
    ("wrong", "label"),
    [
        (1, "Ask the question again that was wrong last"),
        (3, "Ask the 3 questions again that were wrong last"),
    ],
)
def test_what_was_wrong_is_offered(wrong: int, label: str, make: Make) -> None:
    pane = make(wrong=wrong)
    spy = QSignalSpy(pane.wrong_wanted)

    click(button_called(pane, label, QPushButton))

    assert spy.count() == 1


def test_rounds_before_are_listed(make: Make) -> None:
    pane = make(rounds=(ROUND,))
    spy = QSignalSpy(pane.round_wanted)
    listed = pane.findChild(ChoiceList)
    assert listed is not None
    assert [choice.words for choice in listed.choices()] == ["1 of 1 right (26 November 2026, for families)"]

    listed.setFocus()
    press(listed, Qt.Key.Key_Return)

    assert spy.at(0) == ["1"]
    assert "Rounds before" in said(pane)


def test_a_new_reader_sees_no_rounds(make: Make) -> None:
    assert make().findChild(ChoiceList) is None
