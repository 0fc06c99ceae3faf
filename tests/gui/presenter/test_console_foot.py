"""Tests of `crmo_desktop.gui.presenter.console_foot`."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.presenter.console_foot import ConsoleFoot
from crmo_desktop.gui.theme import Look
from tests.gui.conftest import LookOf, Show
from tests.gui.measure import faults

TWO = "Two screens. The wall shows slides only."


@pytest.fixture
def foot(look: Look, icons: IconShelf, show: Show) -> ConsoleFoot:
    box = QWidget()
    foot = ConsoleFoot(look, icons, box)
    show(box, 1366, 100)
    foot.resize(1366, 40)
    foot.set_screens(TWO)
    QApplication.processEvents()
    return foot


def words(foot: ConsoleFoot) -> list[str]:
    return [label.text() for label in foot.findChildren(QLabel) if label.isVisible() and label.text()]


def test_it_tells_the_keys_and_the_screens(foot: ConsoleFoot) -> None:
    assert {"F1", "all keys", "→", "next", "←", "back", "4 Enter", "go to slide", TWO} <= set(words(foot))


def test_keys_give_way_from_the_last_and_what_is_left_is_whole(foot: ConsoleFoot, look_of: LookOf) -> None:
    foot.set_look(look_of("dark", 100))
    foot.resize(760, 40)
    QApplication.processEvents()

    assert "all keys" in words(foot)
    assert "end" not in words(foot)
    assert faults(foot) == []
    assert foot.minimumSizeHint().width() == 300


def test_a_number_that_is_typed_is_shown_until_it_is_used(foot: ConsoleFoot) -> None:
    foot.set_number("12")
    assert "Enter goes to slide 12" in words(foot)

    foot.set_number("")

    assert not any("Enter goes" in line for line in words(foot))


def test_words_wrap_where_even_they_have_no_room(foot: ConsoleFoot) -> None:
    foot.resize(300, 90)
    QApplication.processEvents()

    assert "all keys" not in words(foot)
    assert TWO in words(foot)
