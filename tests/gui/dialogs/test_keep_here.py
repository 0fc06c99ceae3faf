from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.dialogs.keep_here import KeepHereDialog
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.keeping import Keeping, Kept, PlaceBeside
from crmo_desktop.store import portable
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.settings import THEME, Settings
from tests.gui.hands import button_called, press


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(portable, "is_on_removable_drive", lambda _folder: True)
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def keeping(stick: Path, tmp_path: Path) -> Iterator[Keeping]:
    with closing(Notebook(tmp_path / "home" / "notes.sqlite")) as notebook:
        settings = Settings(notebook)
        settings.set(THEME, "sepia")
        beside = PlaceBeside(stick / "data" / "notes.sqlite", stick / "portable.txt")
        yield Keeping(notebook, settings, Kept.ON_COMPUTER, beside=beside)


def opened(keeping: Keeping, look: Look, qtbot: QtBot) -> KeepHereDialog:
    dialog = KeepHereDialog(keeping, look, None)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()
    return dialog


def words_of(dialog: KeepHereDialog) -> str:
    codes = [code.toPlainText() for code in dialog.findChildren(QTextEdit)]
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    return "\n".join([*labels, *codes])


def theme_in(file: Path) -> str:
    with closing(Notebook(file)) as notebook:
        return Settings(notebook).get(THEME)


def test_it_says_what_is_going_to_happen_and_enter_does_it(
    keeping: Keeping, stick: Path, look: Look, qtbot: QtBot
) -> None:
    dialog = opened(keeping, look, qtbot)
    words = words_of(dialog)
    assert "folder “data” beside the program" in words
    assert "stays there until you delete it" in words
    assert str(keeping.folder) in words
    assert dialog.focusWidget() is button_called(dialog, "Keep on this drive", QPushButton)

    with qtbot.waitSignals([dialog.accepted, dialog.moved]):
        press(dialog, Qt.Key.Key_Return)

    assert keeping.kept is Kept.BESIDE
    assert theme_in(stick / "data" / "notes.sqlite") == "sepia"


def test_nothing_is_taken_along_that_is_not_wanted(
    keeping: Keeping, stick: Path, look: Look, qtbot: QtBot
) -> None:
    dialog = opened(keeping, look, qtbot)
    (box,) = dialog.findChildren(QCheckBox)
    assert box.text() == "Copy what is kept on this computer to the drive"
    assert box.isChecked()

    box.click()
    button_called(dialog, "Keep on this drive", QPushButton).click()

    assert theme_in(stick / "data" / "notes.sqlite") == "system"


def test_things_from_before_are_used_again(keeping: Keeping, stick: Path, look: Look, qtbot: QtBot) -> None:
    with closing(Notebook(stick / "data" / "notes.sqlite")) as earlier:
        Settings(earlier).set(THEME, "dark")

    dialog = opened(keeping, look, qtbot)
    assert "The drive holds things from before." in words_of(dialog)
    assert not any(box.isVisible() for box in dialog.findChildren(QCheckBox))
    button_called(dialog, "Keep on this drive", QPushButton).click()

    assert theme_in(stick / "data" / "notes.sqlite") == "dark"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, None])
def test_it_can_be_left_as_it_is(
    key: Qt.Key | None, keeping: Keeping, stick: Path, look: Look, qtbot: QtBot
) -> None:
    dialog = opened(keeping, look, qtbot)

    with qtbot.assertNotEmitted(dialog.moved), qtbot.waitSignal(dialog.rejected):
        if key is None:
            button_called(dialog, "Cancel", QPushButton).click()
        else:
            press(dialog, key)

    assert list(stick.iterdir()) == []
    assert keeping.kept is Kept.ON_COMPUTER


def test_a_drive_that_cannot_be_used_is_told_and_the_dialog_stays(
    keeping: Keeping, stick: Path, look: Look, qtbot: QtBot
) -> None:
    (stick / "data").write_text("in the way", encoding="utf-8")
    dialog = opened(keeping, look, qtbot)

    with qtbot.assertNotEmitted(dialog.moved):
        button_called(dialog, "Keep on this drive", QPushButton).click()

    assert dialog.isVisible()
    assert "Nothing could be kept on this drive, so everything stays on this computer." in words_of(dialog)
    assert not (stick / "portable.txt").exists()
    assert keeping.kept is Kept.ON_COMPUTER
    dialog.close()
