"""Checking the installation beside the window: how far it is, what was found, what can be done."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QTableView, QTextEdit
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.installation import CheckStoppedError
from crmo_desktop.gui.dialogs.check_installation import CheckInstallationDialog
from crmo_desktop.gui.theme import NAMES, Look
from crmo_desktop.services.checking import InstallationCheck, Progress, Report
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import button_called, click, press
from tests.services.installed import VERSION, WHEN, InstalledProgram

WAITS_S = 10


class SlowCheck(InstallationCheck):
    """Comes as far as a third, and no further until it is told to."""

    def __init__(self, folder: Path, pack: Path) -> None:
        super().__init__(folder, [pack], version=VERSION, now=lambda: WHEN)
        self.go_on = Event()
        self.was_stopped = Event()

    def run(self, progress: Progress) -> Report:
        progress.begin(3, 3_000_000)
        progress.finish_file(0, 1_000_000)
        assert self.go_on.wait(WAITS_S)
        try:
            progress.told(0)
        except CheckStoppedError:
            self.was_stopped.set()
            raise
        return super().run(progress)


@pytest.fixture
def installed(tmp_path: Path, pack_path: Path) -> InstalledProgram:
    return InstalledProgram(tmp_path / "program", pack_path)


@pytest.fixture
def slow(installed: InstalledProgram) -> Iterator[SlowCheck]:
    slow = SlowCheck(installed.folder, installed.pack)
    yield slow
    slow.go_on.set()


Open = Callable[..., CheckInstallationDialog]


@pytest.fixture
def opened(show: Show, look: Look, qtbot: QtBot) -> Iterator[Open]:
    made: list[CheckInstallationDialog] = []

    def make(check: InstallationCheck, *, waits: bool = True, look: Look = look) -> CheckInstallationDialog:
        dialog = CheckInstallationDialog(check, look, None)
        made.append(dialog)
        show(dialog, dialog.width(), dialog.height())
        if waits:
            qtbot.waitUntil(lambda: button(dialog, "Copy report").isVisible() and said(dialog) != "")
        return dialog

    yield make
    for dialog in made:
        dialog.close()


def button(dialog: CheckInstallationDialog, words: str) -> QPushButton:
    return button_called(dialog, words, QPushButton)


def said(dialog: CheckInstallationDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def rows(dialog: CheckInstallationDialog) -> list[list[str]]:
    (table,) = (table for table in dialog.findChildren(QTableView) if table.isVisible())
    model = table.model()
    return [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]


def test_while_it_checks_it_tells_how_far_it_is(slow: SlowCheck, opened: Open, qtbot: QtBot) -> None:
    dialog = opened(slow, waits=False)
    assert not dialog.isModal()

    qtbot.waitUntil(lambda: "1 of 3 files, 1.0 of 3.0 MB" in said(dialog))

    (bar,) = dialog.findChildren(QProgressBar)
    assert bar.value() == bar.maximum() // 3
    assert bar.accessibleName() == "How far the check has come"
    assert bar.accessibleDescription() == "1 of 3 files, 1.0 of 3.0 MB"
    assert "You can go on reading meanwhile." in said(dialog)
    assert not button(dialog, "Copy report").isVisible()


@pytest.mark.parametrize("way", ["Escape", "button"])
def test_it_can_be_stopped(way: str, slow: SlowCheck, opened: Open, qtbot: QtBot) -> None:
    dialog = opened(slow, waits=False)
    qtbot.waitUntil(lambda: "1 of 3 files" in said(dialog))

    dialog._progress.stop()  # before the other thread may go on, or the check could be over first
    slow.go_on.set()
    if way == "Escape":
        press(dialog, Qt.Key.Key_Escape)
    else:
        click(button(dialog, "Stop the check"))

    assert not dialog.isVisible()
    assert slow.was_stopped.wait(WAITS_S)


def test_all_is_well(installed: InstalledProgram, opened: Open) -> None:
    dialog = opened(installed.check())

    assert "All 4 files are as they were made." in said(dialog)
    assert "Version 1.2.3, edition of 25 November 2026." in said(dialog)
    assert "Checked 26 November 2026" in said(dialog)
    (digest,) = (field.toPlainText() for field in dialog.findChildren(QTextEdit) if field.isVisible())
    assert len(digest) == 64
    assert QApplication.focusWidget() is button(dialog, "Close")


def test_what_is_wrong_is_listed_with_what_to_do(installed: InstalledProgram, opened: Open) -> None:
    installed.file("libA.so").unlink()
    installed.file("libB.so").write_bytes(b"short")

    dialog = opened(installed.check())

    assert "2 of 4 files are not as they were made." in said(dialog)
    assert rows(dialog) == [
        ["_internal/libA.so", "missing", "1,234 bytes"],
        ["_internal/libB.so", "changed", "5 of 4,321 bytes"],
    ]
    assert "quarantine" in said(dialog)
    assert "SHA256SUMS" in said(dialog)


def test_a_file_that_cannot_be_read_says_what_the_system_says(
    installed: InstalledProgram, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    true_stat = Path.stat

    def fail(path: Path, **named: bool) -> object:
        if path.name == "libA.so":
            raise PermissionError(13, "Permission denied")
        return true_stat(path, **named)

    monkeypatch.setattr(Path, "stat", fail)

    assert rows(opened(installed.check()))[0][1] == "cannot be read: Permission denied"


def test_damaged_content_is_said_first(installed: InstalledProgram, opened: Open) -> None:
    installed.damage_pack()

    dialog = opened(installed.check())

    assert said(dialog).startswith(
        "The words of this reference cannot be trusted. Do not use this copy for anything about health"
    )
    assert [field for field in dialog.findChildren(QTextEdit) if field.isVisible()] == []


def test_without_a_list_only_the_content_was_checked(installed: InstalledProgram, opened: Open) -> None:
    installed.list.unlink()

    dialog = opened(installed.check())

    assert "The program’s files cannot be checked." in said(dialog)
    assert "“installed-files.json”, is missing." in said(dialog)
    assert "Version 1.2.3. Checked" in said(dialog)


def test_an_edition_that_is_no_day_is_shown_as_it_is_written(
    installed: InstalledProgram, opened: Open
) -> None:
    words = installed.list.read_text(encoding="utf-8").replace("2026-11-25", "spring")
    installed.list.write_text(words, encoding="utf-8")

    assert "edition of spring." in said(opened(installed.check()))


def test_the_report_can_be_copied(installed: InstalledProgram, opened: Open, qtbot: QtBot) -> None:
    installed.file("libA.so").unlink()
    dialog = opened(installed.check())

    with qtbot.waitSignal(dialog.copied):
        click(button(dialog, "Copy report"))

    words = QGuiApplication.clipboard().text()
    assert words.startswith("1 of 4 files is not as it was made.\n")
    assert "missing         _internal/libA.so" in words
    assert button(dialog, "Report copied").isVisible()


def test_nothing_is_copied_before_there_is_a_report(slow: SlowCheck, opened: Open, qtbot: QtBot) -> None:
    dialog = opened(slow, waits=False)

    with qtbot.assertNotEmitted(dialog.copied):
        dialog._on_copy()


def test_it_can_be_checked_again_once_it_is_mended(
    installed: InstalledProgram, opened: Open, qtbot: QtBot
) -> None:
    words = installed.file("libA.so").read_bytes()
    installed.file("libA.so").unlink()
    dialog = opened(installed.check())
    click(button(dialog, "Copy report"))

    installed.file("libA.so").write_bytes(words)
    click(button(dialog, "Check again"))

    qtbot.waitUntil(lambda: "All 4 files are as they were made." in said(dialog))
    assert button(dialog, "Copy report").isVisible()


def test_another_look_is_taken_over_while_it_checks_and_after(
    slow: SlowCheck, opened: Open, look_of: LookOf, qtbot: QtBot
) -> None:
    dialog = opened(slow, waits=False)
    qtbot.waitUntil(lambda: "1 of 3 files" in said(dialog))

    dialog.set_look(look_of("dark", 150))
    qtbot.waitUntil(lambda: "1 of 3 files" in said(dialog))

    slow.go_on.set()
    qtbot.waitUntil(lambda: "All 4 files" in said(dialog))
    dialog.set_look(look_of("hc_white", 100))
    qtbot.waitUntil(lambda: "All 4 files" in said(dialog))


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize("size", [100, 200])
def test_it_stays_on_the_screen_and_its_table_needs_no_scrolling_sideways(
    size: int, theme: str, installed: InstalledProgram, opened: Open, look_of: LookOf, qtbot: QtBot
) -> None:
    deep = installed.folder / "_internal" / "PySide6" / "Qt" / "plugins" / "platforminputcontexts"
    deep.mkdir(parents=True)
    (deep / "libcomposeplatforminputcontextplugin.so").write_bytes(b"x" * 5000)
    installed.write_list()
    (deep / "libcomposeplatforminputcontextplugin.so").write_bytes(b"x")

    dialog = opened(installed.check(), look=look_of(theme, size))

    room = dialog.screen().availableGeometry()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    (table,) = dialog.findChildren(QTableView)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)


def test_page_down_scrolls_what_does_not_fit(
    installed: InstalledProgram, opened: Open, look_of: LookOf
) -> None:
    installed.damage_pack()
    installed.file("libA.so").unlink()
    dialog = opened(installed.check(), look=look_of("light", 200))
    bar = dialog._area.verticalScrollBar()
    dialog.resize(dialog.width(), dialog.height() // 2)
    assert bar.maximum() > 0
    button(dialog, "Close").setFocus()

    press(dialog, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    press(dialog, Qt.Key.Key_PageUp)
    assert bar.value() == 0
