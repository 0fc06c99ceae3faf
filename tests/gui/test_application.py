import gc
import json
import logging
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt, QTimer, qInstallMessageHandler, qWarning
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from crmo_desktop import __version__, bootstrap
from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.backup import Occasion
from crmo_desktop.domain.errors import PackFolderError, PolicyError
from crmo_desktop.domain.identifiers import (
    Address,
    HomeAddress,
    SearchAddress,
    TopicAddress,
    TopicId,
    parse_address,
)
from crmo_desktop.domain.policy import FoundPolicy, Policy
from crmo_desktop.domain.start import WindowOptions
from crmo_desktop.gui import application
from crmo_desktop.gui.application import Application
from crmo_desktop.gui.crash_dialog import CrashDialog
from crmo_desktop.gui.dialogs.keep_here import KeepHereDialog
from crmo_desktop.gui.idle import IdleWatch
from crmo_desktop.gui.pages.home_cards import DoorCard
from crmo_desktop.gui.pages.inquiry import THREAD
from crmo_desktop.gui.theme import load_theme
from crmo_desktop.library.checked import CheckedPacks
from crmo_desktop.paths import Paths
from crmo_desktop.store import portable
from crmo_desktop.store.backups import BackupFolder
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.instance import InstanceLock
from crmo_desktop.store.settings import THEME, Settings
from tests.gui.conftest import RESOURCES, ROOT
from tests.gui.hands import button_called, colours_in, press, press_keys, wait_for_results

MRI = TopicAddress(TopicId("mri"))
MILESTONES = ["interpreter", "qt_loaded", "window_shown", "first_page_painted"]


@dataclass
class Computer:
    """Starts the program as often as a test likes, here or in a process of its own."""

    paths: Paths
    qtbot: QtBot
    started: list[Application] = field(default_factory=list)

    def build(
        self,
        options: WindowOptions | None = None,
        *,
        lock: InstanceLock | None = None,
        found: FoundPolicy = FoundPolicy(),
    ) -> Application:
        """The program, not running yet."""
        started = bootstrap.build(self.paths, options or WindowOptions(), lock=lock, found=found)
        self.started.append(started)
        self.qtbot.addWidget(started.window)
        return started

    def show(
        self,
        options: WindowOptions | None = None,
        *,
        lock: InstanceLock | None = None,
        policy: Policy | None = None,
    ) -> Application:
        """The program with its window open, as if it ran."""
        started = self.build(options, lock=lock, found=FoundPolicy(policy or Policy()))
        started.window.navigator.show_home()
        with self.qtbot.waitActive(started.window):
            started.window.show()
        started.window.focus_page()
        return started

    def run(self, started: Application, meanwhile: Callable[[], None]) -> int:
        """Run the program until `meanwhile` is over, once its first page is painted; the exit status."""
        faults: list[AssertionError] = []
        poll = QTimer()

        def look() -> None:
            if not gc.isenabled():
                return  # the start is not over yet: garbage is left for later
            poll.stop()
            try:
                meanwhile()
            except AssertionError as fault:
                faults.append(fault)  # raised here, it would be one more error for the crash dialog
            finally:
                started.window.close()

        poll.timeout.connect(look)
        poll.start(5)
        status = started.run()
        for fault in faults:
            raise fault
        return status

    def command(self, *arguments: object) -> "subprocess.CompletedProcess[str]":
        """The program in a process of its own, with this edition and this folder of data."""
        return self._python("-m", "crmo_desktop", "--data-dir", self.paths.data, *arguments)

    def script(self, script: str, *arguments: object) -> "subprocess.CompletedProcess[str]":
        """A few lines of Python in a process of its own, so with an application of Qt of its own."""
        return self._python("-c", script, *arguments)

    def _python(self, *arguments: object) -> "subprocess.CompletedProcess[str]":
        call = [sys.executable, *arguments]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        return subprocess.run(
            [str(part) for part in call],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )


@pytest.fixture
def computer(
    tmp_path: Path, pack_path: Path, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Computer]:
    log, palette, font = logging.getLogger("crmo_desktop"), qapp.palette(), qapp.font()
    handlers, heard = list(log.handlers), qInstallMessageHandler(None)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    computer = Computer(Paths(RESOURCES, pack_path, None, tmp_path / "data"), qtbot)
    yield computer
    for started in computer.started:
        started.close()
        started.deleteLater()
    for handler in [handler for handler in log.handlers if handler not in handlers]:
        handler.close()
        log.removeHandler(handler)
    qInstallMessageHandler(heard)
    qapp.setPalette(palette)
    qapp.setFont(font)
    gc.enable()
    gc.unfreeze()


# --- running


def test_the_program_runs_until_its_window_is_closed(computer: Computer, qapp: QApplication) -> None:
    started = computer.build()
    seen: list[bool] = []

    status = computer.run(started, lambda: seen.append(started.window.isVisible()))

    assert status == 0
    assert seen == [True]
    assert not started.window.isVisible()
    assert {size.width() for size in qapp.windowIcon().availableSizes()} >= {16, 32, 48, 256}


@pytest.mark.parametrize(
    "address", ["crmo://home", "crmo://topic/mri", "mri#on-the-day", "crmo://search?q=bone"]
)
def test_it_opens_where_it_is_told_to(address: str, computer: Computer) -> None:
    where: Address = parse_address(address)
    started = computer.build(WindowOptions(address=where))
    shown: list[Address] = []

    computer.run(started, lambda: shown.append(started.window.navigator.address()))

    assert shown == [where]


def test_it_says_what_it_was_asked_for_and_has_not(computer: Computer) -> None:
    started = computer.build(WindowOptions(address=TopicAddress(TopicId("no-such-topic"))))

    def look() -> None:
        assert started.window.navigator.is_home()
        assert "no-such-topic" in started.window.notice.words()

    assert computer.run(started, look) == 0


def test_a_pack_that_cannot_be_used_is_told_and_the_bundled_one_shown(
    computer: Computer, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    torn = tmp_path / "clinic.crmo"
    torn.write_bytes(b"no pack at all" * 100)
    started = computer.build(WindowOptions(pack=torn, address=MRI))

    def look() -> None:
        assert "clinic.crmo" in started.window.notice.words()
        assert "damaged" in started.window.notice.words()
        assert "Copy the file again" in started.window.notice.words()
        assert started.window.notice.isVisible()
        assert started.window.reader.shows("mri")

    assert computer.run(started, look) == 0
    assert "clinic.crmo" in capfd.readouterr().err


def test_a_pack_that_is_not_there_is_told(computer: Computer, tmp_path: Path) -> None:
    started = computer.build(WindowOptions(pack=tmp_path / "nowhere.crmo"))

    def look() -> None:
        assert started.window.notice.words().startswith("The content file “nowhere.crmo” cannot be read")

    computer.run(started, look)


@pytest.fixture
def large_pack(tmp_path: Path, pack_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An edition that counts as large, was sound, and lies on a stick that has gone bad without a trace."""
    monkeypatch.setattr("crmo_desktop.library.checked.LARGE", 1000)
    pack = Path(shutil.copy(pack_path, tmp_path / "clinic.crmo"))
    CheckedPacks(tmp_path / "data" / "checked-packs.json").remember(pack)
    return pack


def test_a_large_edition_that_went_bad_is_told_while_it_is_read(computer: Computer, large_pack: Path) -> None:
    data = bytearray(large_pack.read_bytes())
    data[-100] ^= 1
    large_pack.write_bytes(data)
    checked = CheckedPacks(computer.paths.data / "checked-packs.json")
    checked.remember(large_pack)  # as if the system told of no change
    started = computer.build(WindowOptions(pack=large_pack))

    def look() -> None:
        computer.qtbot.waitUntil(lambda: "it has changed since it was made" in started.window.notice.words())
        assert "clinic.crmo" in started.window.notice.words()

    assert computer.run(started, look) == 0
    assert not checked.has(large_pack), "it is not trusted again"


def test_of_a_large_edition_that_is_sound_nothing_is_told(computer: Computer, large_pack: Path) -> None:
    started = computer.build(WindowOptions(pack=large_pack))

    def look() -> None:
        computer.qtbot.waitUntil(lambda: not started._checking.is_busy())
        assert not started.window.notice.isVisible()

    assert computer.run(started, look) == 0


# --- choices


def test_what_is_set_is_there_again_at_the_next_start(computer: Computer) -> None:
    first = computer.show()
    first.window.navigator.set_audience(Audience.CLINICIAN)
    first.window.commands.set_text_size(150)
    first.window.table["theme_dark"].trigger()
    first.window.close()
    first.close()

    second = computer.show()

    assert second.window.navigator.audience is Audience.CLINICIAN
    assert (second.appearance.text_size, second.appearance.choice) == (150, "dark")


def test_what_the_command_line_says_is_for_this_time_only(computer: Computer) -> None:
    options = WindowOptions(audience=Audience.CLINICIAN, theme="sepia", text_size=125, size=(700, 500))
    first = computer.show(options)
    assert first.window.navigator.audience is Audience.CLINICIAN
    assert (first.appearance.text_size, first.appearance.choice) == (125, "sepia")
    assert (first.window.width(), first.window.height()) == (700, 500)
    first.window.close()
    first.close()

    second = computer.show()

    assert second.window.navigator.audience is Audience.PATIENT
    assert (second.appearance.text_size, second.appearance.choice) == (100, "system")


def test_another_look_reaches_all_of_the_program(computer: Computer, qapp: QApplication) -> None:
    started = computer.show()

    started.appearance.set_choice("dark")
    started.appearance.set_text_size(200)

    dark = load_theme(RESOURCES / "themes", "dark")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(dark.colours["window"])
    assert qapp.font().pixelSize() == 30


def test_a_window_that_ends_by_itself_keeps_nothing(computer: Computer) -> None:
    started = computer.show(WindowOptions(exit_after_paint=True))

    started.window.navigator.go(MRI)
    started.window.navigator.go(HomeAddress())

    assert not computer.paths.log_file.parent.exists()
    started.window.close()
    started.close()
    journal = computer.show().window.home
    assert not [link for link in journal.findChildren(QPushButton) if link.text().startswith("MRI")]


# --- second starts


@pytest.fixture
def lock(computer: Computer) -> Iterator[InstanceLock]:
    lock = InstanceLock(computer.paths.data)
    assert lock.acquire()
    yield lock
    lock.release()


def test_a_second_start_shows_its_address_in_the_window_that_is_open(
    computer: Computer, lock: InstanceLock, qtbot: QtBot
) -> None:
    window = computer.show(lock=lock).window

    done = computer.command("--pack", computer.paths.bundled_pack, "open", "mri#on-the-day")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    qtbot.waitUntil(lambda: str(window.navigator.address()) == "crmo://topic/mri#on-the-day")
    assert window.reader.view.section() == "on-the-day"


def test_several_addresses_come_in_order(computer: Computer, lock: InstanceLock, qtbot: QtBot) -> None:
    window = computer.show(lock=lock).window
    mailbox = lock.mailbox()

    assert mailbox.post("crmo://topic/mri")
    assert mailbox.post("crmo://topic/x-ray")

    qtbot.waitUntil(lambda: window.tree.shown_topic() == "x-ray")
    assert str(window.navigator.trail.behind()[0].address) == "crmo://topic/mri"


@pytest.mark.parametrize(
    ("letter", "told"),
    [
        ("crmo://topic/no-such-topic", "There is no topic “no-such-topic”"),
        ("What?", "“What?” is not an address"),
    ],
)
def test_an_address_that_leads_nowhere_is_told(
    letter: str, told: str, computer: Computer, lock: InstanceLock, qtbot: QtBot
) -> None:
    window = computer.show(lock=lock).window

    assert lock.mailbox().post(letter)

    qtbot.waitUntil(lambda: window.notice.words().startswith(told))
    assert window.navigator.is_home()


ADDRESSED = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from crmo_desktop import bootstrap
from crmo_desktop.domain.start import WindowOptions
from crmo_desktop.paths import Paths

resources, pack, data, *links = sys.argv[1:]
program = bootstrap.build(Paths(Path(resources), Path(pack), None, Path(data)), WindowOptions())
program.window.navigator.show_home()
for link in links:
    assert QCoreApplication.sendEvent(program.qt, QFileOpenEvent(QUrl(link)))
    print(program.window.navigator.address(), program.window.notice.words(), sep="|")
program.close()
"""


def test_a_link_clicked_elsewhere_comes_as_an_event_on_macos(computer: Computer) -> None:
    links = ["crmo://topic/mri", "crmo://search?q=a%26b", "crmo://topic/none"]
    paths = [computer.paths.resources, computer.paths.bundled_pack, computer.paths.data]

    done = computer.script(ADDRESSED, *paths, *links)

    first, second, third = done.stdout.splitlines()
    assert done.stderr == ""
    assert first == "crmo://topic/mri|"
    assert second == "crmo://search?q=a%26b|"
    assert third.startswith("crmo://search?q=a%26b|There is no topic “none”")


def test_where_letters_cannot_lie_the_window_opens_all_the_same(
    computer: Computer, lock: InstanceLock
) -> None:
    lock.mailbox().folder.write_text("a file where the folder would be")

    assert computer.show(lock=lock).window.isVisible()


# --- errors


def test_an_error_in_a_slot_keeps_page_and_place_and_is_logged(
    computer: Computer, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    started = computer.show()
    window = started.window
    started.crashes.install(window)
    window.navigator.go(MRI)
    QApplication.processEvents()
    window.reader.view.set_place(0.5)
    place = window.reader.view.verticalScrollBar().value()
    window.table["copy_address"].triggered.connect(fail)

    with qtbot.waitSignal(started.crashes.caught) as caught:
        press_keys(window, "Ctrl+Shift+D")

    assert caught.args is not None
    edition = window.reading.edition
    assert str(caught.args[0]).startswith(
        f"CRMO Desktop {__version__}, edition {edition.made_on.isoformat()} {edition.digest[:12]}\n"
    )
    (dialog,) = window.findChildren(CrashDialog)
    assert dialog.isVisible()
    button_called(dialog, "Go on reading", QPushButton).click()
    assert not dialog.isVisible()
    assert window.isVisible()
    assert window.reader.shows("mri")
    assert window.reader.view.verticalScrollBar().value() == place
    logged = computer.paths.log_file.read_text(encoding="utf-8")
    assert "ZeroDivisionError: an impossible sum" in logged
    assert "test_application.py" in logged


def fail() -> None:
    raise ZeroDivisionError("an impossible sum")


def test_what_qt_complains_of_is_logged(computer: Computer, caplog: pytest.LogCaptureFixture) -> None:
    computer.show()

    qWarning("a complaint")

    assert "a complaint" in computer.paths.log_file.read_text(encoding="utf-8")


def test_a_face_that_qt_would_not_take_is_logged(
    computer: Computer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(application, "load_fonts", lambda _folder, *_uses, **_named: ["Torn.ttf"])

    computer.show()

    assert "Torn.ttf" in caplog.text


# --- pictures and times, in a process of their own


def test_a_screenshot_is_the_window_as_asked_for(computer: Computer, tmp_path: Path) -> None:
    file = tmp_path / "window.png"

    done = computer.command(
        "--pack", computer.paths.bundled_pack, "--screenshot", file, "--open", "mri", "--size", "1024x600",
        "--theme", "dark", "--scale", "2",
    )  # fmt: skip

    picture = QImage(str(file))
    dark = load_theme(RESOURCES / "themes", "dark").colours
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (picture.width(), picture.height()) == (2048, 1200)
    seen = colours_in(picture)
    for role in ("page", "text", "sidebar", "chrome"):
        assert seen[dark[role].lower()] > 2000, role
    assert not computer.paths.log_file.exists()


def test_a_picture_of_a_search_shows_what_it_finds_and_keeps_nothing(
    computer: Computer, tmp_path: Path
) -> None:
    file = tmp_path / "window.png"

    done = computer.command(
        "--pack", computer.paths.bundled_pack, "--screenshot", file, "--open", "crmo://search?q=night%20pain",
        "--theme", "light",
    )  # fmt: skip

    light = load_theme(RESOURCES / "themes", "light").colours
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert colours_in(QImage(str(file)))[light["find"].lower()] > 2000


def test_a_passing_window_keeps_no_search_and_no_question(computer: Computer) -> None:
    window = computer.show(WindowOptions(exit_after_paint=True)).window
    window.searching.recent.note("limping")
    assert not window._services.kept_questions().keep("why", Audience.PATIENT)

    assert window.searching.recent.offered() == []
    assert not computer.paths.data.exists(), "nor does it make a file to keep nothing in"


def test_what_is_searched_for_and_kept_is_there_at_the_next_start(computer: Computer) -> None:
    first = computer.show()
    first.window.searching.recent.note("limping")
    assert first.window._services.kept_questions().keep("why", Audience.PATIENT)
    first.window.close()
    first.close()

    second = computer.show().window

    assert second.searching.recent.offered() == ["limping"]
    (question,) = second._services.kept_questions().all()
    assert question.words == "why"


def test_history_that_is_switched_off_keeps_neither_searches_nor_pages(computer: Computer) -> None:
    window = computer.show().window
    window.navigator.go(parse_address("crmo://topic/mri"))
    window.searching.recent.note("limping")
    window._services.preferences.keeps_history = False

    window.searching.recent.note("Humira")
    window.navigator.go(parse_address("crmo://topic/x-ray"))

    assert window.searching.recent.offered() == ["limping"]
    assert [page.address for page in window._services.journal.recent_pages()] == ["crmo://topic/mri"]


def test_the_program_ends_while_it_searches(computer: Computer) -> None:
    started = computer.show()
    started.window.navigator.type_query("bone")

    started.window.close()
    started.close()

    assert THREAD not in [thread.name for thread in threading.enumerate()]


def test_a_picture_that_cannot_be_written_is_told(computer: Computer, tmp_path: Path) -> None:
    file = tmp_path / "nowhere" / "window.png"

    done = computer.command("--pack", computer.paths.bundled_pack, "--screenshot", file)

    assert done.returncode == 2
    assert (
        done.stderr == f"The picture cannot be written to “{file}”.\nChoose a place that you may write to.\n"
    )


def test_the_times_of_a_start_are_told_in_order(computer: Computer) -> None:
    began = time.monotonic()

    done = computer.command("--pack", computer.paths.bundled_pack, "--exit-after-paint")

    took = (time.monotonic() - began) * 1000
    assert (done.returncode, done.stdout) == (0, "")
    times = json.loads(done.stderr)
    assert list(times) == MILESTONES
    assert (
        0 < times["interpreter"] < times["qt_loaded"] < times["window_shown"] <= times["first_page_painted"]
    )
    assert times["first_page_painted"] < took + 50, (
        "the process began when it was called, give or take a tick"
    )


def test_without_a_screen_the_times_are_told_all_the_same(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)

    done = computer.command("--pack", computer.paths.bundled_pack, "--open", "mri", "--exit-after-paint")

    assert done.returncode == 0
    assert list(json.loads(done.stderr)) == MILESTONES


# --- an administrator's policy


def test_a_policy_is_where_a_reader_starts_and_what_the_reader_chooses_is_kept(computer: Computer) -> None:
    policy = Policy(audience=Audience.CLINICIAN, theme="dark")

    first = computer.show(policy=policy)
    assert (first.window.navigator.audience, first.appearance.choice) == (Audience.CLINICIAN, "dark")
    first.window.table["theme_sepia"].trigger()
    first.window.close()

    again = computer.show(policy=policy)
    assert (again.window.navigator.audience, again.appearance.choice) == (Audience.CLINICIAN, "sepia")


def test_the_command_line_comes_before_the_policy(computer: Computer) -> None:
    options = WindowOptions(theme="light", audience=Audience.PATIENT)

    started = computer.show(options, policy=Policy(audience=Audience.CLINICIAN, theme="dark"))

    assert (started.window.navigator.audience, started.appearance.choice) == (Audience.PATIENT, "light")


def test_what_is_locked_is_the_policys_whatever_was_kept(computer: Computer) -> None:
    free = computer.show()
    free.window.table["theme_sepia"].trigger()
    free.window.table["for_clinician"].trigger()
    free.window.close()

    locked = computer.show(policy=Policy(theme="dark", locked=frozenset({"theme", "audience"})))

    assert (locked.window.navigator.audience, locked.appearance.choice) == (Audience.PATIENT, "dark")
    assert not locked.window.table["theme_sepia"].isEnabled()
    assert len([door for door in locked.window.findChildren(DoorCard) if door.isVisible()]) == 1
    finding = locked._surroundings.make_finder().find("dose", audience=Audience.PATIENT, limit=50)
    assert {hit.audience for hit in finding.answer.hits if not hit.is_help} == {Audience.PATIENT}


def test_what_is_wrong_with_a_policy_is_told_and_logged(
    computer: Computer, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    troubles = (
        PolicyError("policy.json", "“{place}” sets “{key}” to purple.", hint="It may be dark.", key="theme"),
        PackFolderError(Path("share"), "“{folder}” cannot be reached.", hint="Tell somebody."),
    )
    started = computer.build(found=FoundPolicy(troubles=troubles))  # type: ignore[arg-type]  # told alike
    told: list[str] = []

    computer.run(started, lambda: told.append(started.window.notice.words()))

    assert told == ["“policy.json” sets “theme” to purple. It may be dark."]
    assert "“share” cannot be reached.\nTell somebody." in capsys.readouterr().err
    logged = computer.paths.log_file.read_text(encoding="utf-8")
    assert "“policy.json” sets “theme” to purple. It may be dark." in logged
    assert "“share” cannot be reached. Tell somebody." in logged


def test_on_a_shared_computer_nothing_is_written_and_nothing_read(computer: Computer) -> None:
    free = computer.show()
    free.window.table["theme_sepia"].trigger()
    free.window.navigator.go(MRI)
    free.window.close()
    before = computer.paths.notes_file.read_bytes()

    for _ in range(2):
        shared = computer.show(policy=Policy(shared_computer=True, theme="dark"))
        window = shared.window
        assert (shared.appearance.choice, shared.appearance.text_size) == ("dark", 100)
        window.navigator.go(MRI)
        window.commands.set_text_size(150)
        window.table["theme_light"].trigger()
        window.searching.recent.note("limping")
        window.navigator.go(HomeAddress())
        assert shared._surroundings.journal.recent_pages() == []
        assert window.searching.recent.offered() == []
        window.close()

    assert computer.paths.notes_file.read_bytes() == before


def test_on_a_shared_computer_nobody_is_asked_to_keep_a_question(computer: Computer) -> None:
    window = computer.show(policy=Policy(shared_computer=True)).window
    window.navigator.go(SearchAddress("zzzzqqqq"))
    wait_for_results(window, "zzzzqqqq")

    keeping = [button for button in window.results.nothing.findChildren(QPushButton) if button.isVisible()]

    assert "Keep this question for the trainer" not in [button.text() for button in keeping]


def test_a_shared_computer_starts_over_by_itself(computer: Computer, qtbot: QtBot) -> None:
    policy = Policy(shared_computer=True, theme="dark", audience=Audience.CLINICIAN)
    started = computer.show(policy=policy)
    window = started.window
    window.navigator.go(MRI)
    window.table["theme_light"].trigger()
    window.commands.set_text_size(150)
    (watch,) = window.findChildren(IdleWatch)
    press(window, Qt.Key.Key_Shift)
    assert watch._touched is not None  # it hears the application

    watch.expired.emit()

    assert window.navigator.address() == HomeAddress()
    assert (started.appearance.choice, started.appearance.text_size) == ("dark", 100)
    assert window.preferences.theme == "dark"


def test_without_a_policy_nobody_watches(computer: Computer) -> None:
    window = computer.show().window

    assert window.findChildren(IdleWatch) == []
    assert window.table["kept_questions"].isVisible()


# --- carried about


@pytest.fixture
def stick(computer: Computer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the program, on a removable drive and without its marker."""
    monkeypatch.setattr(portable, "is_on_removable_drive", lambda _folder: True)
    folder = tmp_path / "stick"
    folder.mkdir()
    computer.paths = computer.paths._replace(folder=folder)
    return folder


def offered(started: Application) -> tuple[str, bool]:
    """What the notice says once the start is over, and whether the menu offers the same."""
    started.finish_start()
    return started.window.notice.words(), started.window.table["keep_here"].isVisible()


def test_from_a_removable_drive_it_offers_once_to_keep_things_there(computer: Computer, stick: Path) -> None:
    first = computer.show()
    words, is_in_menu = offered(first)
    assert words == "CRMO Desktop runs from a removable drive, and keeps your things on this computer."
    assert is_in_menu
    button_called(first.window.notice, "Keep on this computer", QPushButton).click()
    first.window.close()

    assert offered(computer.show()) == ("", True)
    assert list(stick.iterdir()) == []


def test_closing_the_offer_is_an_answer_too(computer: Computer, stick: Path) -> None:
    first = computer.show()
    offered(first)
    button_called(first.window.notice, "Close this notice", QToolButton).click()
    first.window.close()

    assert offered(computer.show()) == ("", True)


def test_kept_on_the_drive_everything_is_there_from_then_on(
    computer: Computer, stick: Path, qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    started = computer.show()
    offered(started)
    started.window.table["theme_sepia"].trigger()
    button_called(started.window.notice, "Keep on this drive…", QPushButton).click()
    (dialog,) = started.window.findChildren(KeepHereDialog)
    button_called(dialog, "Keep on this drive", QPushButton).click()
    assert started.window.status.said() == "Your things are kept on this drive now"
    assert not started.window.table["keep_here"].isVisible()
    logging.getLogger("crmo_desktop").error("something to be told")
    assert (stick / "data" / "log" / "crmo-desktop.log").is_file()
    assert not computer.paths.log_file.exists()
    started.window.commands.set_text_size(150)
    started.window.close()

    computer.paths = computer.paths._replace(data=stick / "data", is_portable=True)
    again = computer.show()
    assert (again.appearance.choice, again.appearance.text_size) == ("sepia", 150)
    assert offered(again) == ("", False)
    again.window.close()
    for file in stick.rglob("*"):
        assert not file.is_file() or str(stick).encode() not in file.read_bytes(), file


@pytest.mark.parametrize(
    "where", [{"is_portable": True}, {"is_named": True}, {"folder": None}], ids=lambda one: next(iter(one))
)
def test_where_there_is_nothing_to_decide_nothing_is_asked(
    where: dict[str, object], computer: Computer, stick: Path
) -> None:
    computer.paths = computer.paths._replace(**where)  # type: ignore[arg-type]  # each is right for its field

    assert offered(computer.show()) == ("", False)


def test_on_a_shared_computer_nothing_is_asked_either(computer: Computer, stick: Path) -> None:
    started = computer.show(policy=Policy(shared_computer=True))

    assert offered(started) == ("", False)


# A frozen program without a frozen program: runs, reads a page, sets something, logs something, and ends.
CARRIED = """
import json, logging, sys
from pathlib import Path
folder = Path(sys.argv[1])
sys._MEIPASS, sys.executable = str(folder / "_internal"), str(folder / "crmo-desktop")
from crmo_desktop import cli
from crmo_desktop.gui import application, early
finish_start = application.Application.finish_start
def finish(self):
    finish_start(self)
    window = self.window
    told = [window.notice.words()]
    window.navigator.go_to_text("mri")
    window.table["theme_dark"].trigger()
    window.dialogs.show_about()
    logging.getLogger("crmo_desktop").error("something to be told")
    is_in_menu = window.table["keep_here"].isVisible()
    print(json.dumps({"told": told, "theme": window.preferences.theme, "menu": is_in_menu}))
    for other in self.qt.topLevelWidgets():
        other.close()
application.Application.finish_start = finish
sys.exit(cli.main([]))
"""
READ_ONLY = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && shift && exec "$@"'


@pytest.fixture
def carried(tmp_path: Path, pack_path: Path) -> Path:
    """A portable copy."""
    folder = tmp_path / "carried"
    (folder / "_internal" / "pack").mkdir(parents=True)
    (folder / "_internal" / "resources").symlink_to(RESOURCES)
    (folder / "_internal" / "pack" / "content.crmo").symlink_to(pack_path)
    (folder / "portable.txt").touch()
    return folder


def run_carried(folder: Path, home: Path, *, read_only: bool) -> dict[str, object]:
    """Start the copy and end it; what it told. The reader's home is as empty afterwards as it was."""
    home.mkdir(exist_ok=True)
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "COV_", "PYTEST_"))
    }
    environment |= {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    call = [sys.executable, "-c", CARRIED, str(folder)]
    if read_only:
        call = ["unshare", "--map-root-user", "--mount", "sh", "-c", READ_ONLY, "sh", str(folder), *call]
    done = subprocess.run(
        call, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    if read_only and ("unshare" in done.stderr or "mount:" in done.stderr):
        pytest.skip(f"this system mounts nothing for a test: {done.stderr.strip()}")
    assert (done.returncode, done.stderr) == (0, "")
    assert [path for path in home.rglob("*") if path.is_file()] == []
    told: dict[str, object] = json.loads(done.stdout)
    return told


def test_a_portable_copy_keeps_everything_beside_it(carried: Path, tmp_path: Path) -> None:
    told = run_carried(carried, tmp_path / "home", read_only=False)

    assert told == {"told": [""], "theme": "dark", "menu": False}
    kept = {path.relative_to(carried / "data").as_posix() for path in (carried / "data").rglob("*")}
    assert {"notes.sqlite", "log/crmo-desktop.log", "window.lock", "letters"} <= kept
    with closing(Notebook(carried / "data" / "notes.sqlite")) as notebook:
        assert Settings(notebook).get(THEME) == "dark"
    assert str(carried).encode() not in (carried / "data" / "notes.sqlite").read_bytes()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux mounts a folder read-only for one process")
@pytest.mark.parametrize("was_used", [False, True])
def test_a_copy_that_cannot_be_written_to_says_so_and_writes_nothing_anywhere(
    was_used: bool, carried: Path, tmp_path: Path
) -> None:
    if was_used:
        run_carried(carried, tmp_path / "home", read_only=False)
    before = {path: path.stat().st_mtime_ns for path in carried.rglob("*")}

    for _ in range(2):  # a second start is as good as the first
        told = run_carried(carried, tmp_path / "home", read_only=True)
        (words,) = cast("list[str]", told["told"])
        assert words.startswith("The place of your notes cannot be written to.")
        assert words.endswith("You can read and print; notes are not kept.")
        assert told["theme"] == "dark"  # for as long as the window is open

    assert {path: path.stat().st_mtime_ns for path in carried.rglob("*")} == before


def test_a_pack_that_goes_while_it_is_read_is_told_and_is_no_crash(
    computer: Computer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    copy = Path(shutil.copy(computer.paths.bundled_pack, tmp_path / "shared.crmo"))
    started = computer.build(WindowOptions(pack=copy))
    told: list[str] = []

    def read_on() -> None:
        with copy.open("r+b") as file:
            file.truncate(0)
        started.window.table["find"].trigger()
        started.window.tree.topic_chosen.emit("mri")
        told.append(started.window.notice.words())
        assert not started.window.findChildren(CrashDialog)

    computer.run(started, read_on)

    assert "The content file “shared.crmo” " in told[0]


# --- backups


def bookmark(started: Application) -> None:
    started.window.navigator.go(MRI)
    started.window.table["bookmark"].trigger()


def test_a_start_backs_up_what_was_there_while_the_reader_reads(computer: Computer) -> None:
    with closing(Notebook(computer.paths.notes_file)) as notebook:
        Settings(notebook).set(THEME, "dark")
    started = computer.build()

    computer.run(started, started.window.dialogs.own_file.finish)

    (backup,) = BackupFolder(computer.paths.notes_file).all()
    assert backup.occasion is Occasion.START


def test_what_a_damaged_file_did_not_take_is_kept_at_the_end(computer: Computer) -> None:
    computer.paths.data.mkdir()
    computer.paths.notes_file.write_text("Dear diary,")
    started = computer.build()

    computer.run(started, partial(bookmark, started))

    assert computer.paths.notes_file.read_text() == "Dear diary,"
    shelf = BackupFolder(computer.paths.notes_file)
    (backup,) = shelf.all()
    assert backup.occasion is Occasion.UNSAVED
    assert shelf.content(backup).bookmarks == 1


def test_a_shared_computer_keeps_no_backup(computer: Computer) -> None:
    started = computer.show(policy=Policy(shared_computer=True))
    bookmark(started)

    started.finish_start()
    started.window.dialogs.own_file.finish()

    assert not (computer.paths.data / "backups").exists()
