"""What a program on a removable drive asks; in the whole program: test_application.py."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QToolButton

from crmo_desktop.gui.dialogs.keep_here import KeepHereDialog
from crmo_desktop.gui.drive_offer import DriveOffer
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.services.keeping import Keeping, Kept, PlaceBeside
from crmo_desktop.store import portable
from crmo_desktop.store.settings import Settings
from tests.gui.conftest import Desk
from tests.gui.hands import button_called


@pytest.fixture
def keeping(desk: Desk, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Keeping:
    """The window's, of a program on a drive."""
    monkeypatch.setattr(portable, "is_on_removable_drive", lambda _folder: True)
    (tmp_path / "stick").mkdir()
    beside = PlaceBeside(tmp_path / "stick" / "data" / "notes.sqlite", tmp_path / "stick" / "portable.txt")
    notebook = desk.notebooks[-1]
    keeping = Keeping(notebook, Settings(notebook), Kept.ON_COMPUTER, beside=beside)
    window.dialogs._services = window.dialogs._services._replace(keeping=keeping)
    return keeping


@pytest.fixture
def offer(window: MainWindow, keeping: Keeping) -> DriveOffer:
    return DriveOffer(window, keeping, None)


def test_it_asks_above_the_page_and_in_the_menu(window: MainWindow, offer: DriveOffer) -> None:
    assert window.notice.words() == (
        "CRMO Desktop runs from a removable drive, and keeps your things on this computer."
    )
    assert window.table["keep_here"].isVisible()


def test_asked_before_it_is_in_the_menu_only(window: MainWindow, keeping: Keeping) -> None:
    keeping.stay()

    DriveOffer(window, keeping, None)

    assert window.notice.words() == ""
    assert window.table["keep_here"].isVisible()


def here(window: MainWindow) -> None:
    button_called(window.notice, "Keep on this drive…", QPushButton).click()


def on_computer(window: MainWindow) -> None:
    button_called(window.notice, "Keep on this computer", QPushButton).click()


def close(window: MainWindow) -> None:
    button_called(window.notice, "Close this notice", QToolButton).click()


@pytest.mark.parametrize(("answer", "dialogs"), [(here, 1), (on_computer, 0), (close, 0)])
def test_every_answer_is_the_last(
    answer: Callable[[MainWindow], None],
    dialogs: int,
    window: MainWindow,
    keeping: Keeping,
    offer: DriveOffer,
) -> None:
    answer(window)

    assert not keeping.should_ask()
    opened = window.findChildren(KeepHereDialog)
    assert len(opened) == dialogs
    for dialog in opened:
        dialog.close()


def test_the_answer_to_another_question_is_none(
    window: MainWindow, keeping: Keeping, offer: DriveOffer
) -> None:
    window.notice.answered.emit("another", "here")

    assert keeping.should_ask()


def test_moved_by_the_menu_it_need_not_be_answered(
    window: MainWindow, keeping: Keeping, offer: DriveOffer
) -> None:
    window.table["keep_here"].trigger()
    (dialog,) = window.findChildren(KeepHereDialog)
    button_called(dialog, "Keep on this drive", QPushButton).click()

    assert keeping.kept is Kept.BESIDE
    assert window.notice.words() == ""
    assert not window.table["keep_here"].isVisible()
