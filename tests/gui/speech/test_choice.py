"""Which engine speaks."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.speech.choice import Finder, Make, engines
from crmo_desktop.gui.speech.program_engine import ProgramEngine
from crmo_desktop.gui.speech.sapi import SapiEngine
from tests.gui.speech.fakes import ENGLISH, FakeEngine, FakeProgram


def ask(makers: list[Make], qtbot: QtBot) -> list[object]:
    finder = Finder(makers)
    with qtbot.waitSignal(finder.found) as found:
        finder.look()
    return [*found.args, finder]


def test_the_first_that_has_a_voice_is_taken(qtbot: QtBot) -> None:
    mute, speaking, spare = FakeEngine(()), FakeEngine(), FakeEngine()

    engine, voices, _ = ask([lambda: None, lambda: mute, lambda: speaking, lambda: spare], qtbot)

    assert engine is speaking
    assert voices == ENGLISH
    assert (mute.asked, spare.asked) == (1, 0)


@pytest.mark.parametrize("makers", [[], [lambda: None], [lambda: FakeEngine(())]])
def test_where_nothing_speaks_nothing_is_found(makers: list[Make], qtbot: QtBot) -> None:
    assert ask(makers, qtbot)[:2] == [None, ()]


def test_linux_tries_its_service_before_the_bare_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert [make() for make in engines("en", "linux")] == [None, None, None]

    for name in ("spd-say", "espeak-ng", "espeak"):
        FakeProgram(tmp_path, name)
    made = [make() for make in engines("en", "linux")]

    assert [engine._program.name for engine in made if isinstance(engine, ProgramEngine)] == [
        "spd-say",
        "espeak-ng",
        "espeak",
    ]


def test_macos_and_windows_have_one_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    FakeProgram(tmp_path, "say")

    (of_macos,) = [make() for make in engines("en", "darwin")]
    (of_windows,) = [make() for make in engines("en", "win32")]

    assert isinstance(of_macos, ProgramEngine)
    assert isinstance(of_windows, SapiEngine)


def test_a_service_that_is_there_and_mute_gives_way_to_a_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    FakeProgram(tmp_path, "spd-say").does("exit 1")
    FakeProgram(tmp_path, "espeak-ng").does("echo Pty; echo ' 2 en-gb --/M English gmw/en'")
    monkeypatch.setenv("PATH", str(tmp_path))

    engine, voices, _ = ask(engines("en", "linux"), qtbot)

    assert isinstance(engine, ProgramEngine)
    assert engine._program.name == "espeak-ng"
    assert [voice.id for voice in voices] == ["gmw/en"]  # type: ignore[attr-defined]  # a signal carries objects
