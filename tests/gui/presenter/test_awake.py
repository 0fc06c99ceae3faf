"""Tests of `crmo_desktop.gui.presenter.awake`; nothing of the system's is asked."""

import os
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.presenter import awake
from crmo_desktop.gui.presenter.awake import ByPrograms, Nothing, OnWindows, make_awake

WAITS = "import sys; sys.stdin.read()"


def everything(name: str) -> str:
    return f"/usr/bin/{name}"


def nothing(name: str) -> None:
    return None


def test_without_a_screen_nothing_is_asked(qtbot: QtBot) -> None:
    made = make_awake()
    made.hold(1)
    made.release()

    assert isinstance(made, Nothing)


def test_windows_is_told_and_told_again() -> None:
    flags: list[int] = []
    made = OnWindows(flags.append)

    made.hold(1)
    made.release()

    assert flags == [0x80000003, 0x80000000]


def test_on_windows_its_own_call_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    flags: list[int] = []
    monkeypatch.setattr(awake, "_set_thread_execution_state", lambda: flags.append)

    make_awake("windows", "win32").hold(1)

    assert len(flags) == 1


@pytest.mark.parametrize(
    ("platform", "system", "programs", "screensaver"),
    [
        ("cocoa", "darwin", ["caffeinate"], ""),
        ("xcb", "linux", ["systemd-inhibit", "gnome-session-inhibit"], "/usr/bin/xdg-screensaver"),
        ("wayland", "linux", ["systemd-inhibit", "gnome-session-inhibit"], ""),
    ],
)
def test_each_system_has_its_programs(
    platform: str, system: str, programs: list[str], screensaver: str, qtbot: QtBot
) -> None:
    made = make_awake(platform, system, everything)

    assert isinstance(made, ByPrograms)
    assert [command[0] for command in made.commands] == [f"/usr/bin/{name}" for name in programs]
    assert all(any(str(os.getpid()) in part for part in command) for command in made.commands)
    assert made.screensaver == screensaver


def test_what_is_not_installed_is_not_asked(qtbot: QtBot) -> None:
    made = make_awake("xcb", "linux", nothing)

    assert isinstance(made, ByPrograms)
    assert (made.commands, made.screensaver) == ((), "")


def test_a_program_runs_until_the_talk_is_over(qtbot: QtBot) -> None:
    made = ByPrograms([(sys.executable, "-c", WAITS)])

    made.hold(1)
    (process,) = made.running()
    qtbot.waitUntil(lambda: process.processId() > 0)
    made.release()

    assert made.running() == ()
    assert process.processId() == 0


def test_a_program_that_does_not_start_is_no_harm(qtbot: QtBot) -> None:
    made = ByPrograms([("/no/such/program",)])

    made.hold(1)
    made.release()

    assert made.running() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="a script that is run by its first line")
def test_the_screen_saver_is_told_which_window(qtbot: QtBot, tmp_path: Path) -> None:
    told = tmp_path / "told"
    script = tmp_path / "screensaver"
    script.write_text(f'#!/bin/sh\necho "$1 $2" >> "{told}"\n')
    script.chmod(0o755)
    made = ByPrograms((), str(script))

    made.hold(255)
    qtbot.waitUntil(lambda: told.exists() and told.read_text() == "suspend 0xff\n")
    made.release()
    qtbot.waitUntil(lambda: told.read_text() == "suspend 0xff\nresume 0xff\n")
