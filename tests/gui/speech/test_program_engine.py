"""Speaking by a program: a shell script stands in for it."""

import os
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.speech.engine import Voice
from crmo_desktop.gui.speech.program_engine import ProgramEngine
from crmo_desktop.gui.speech.programs import Espeak, SpeechDispatcher
from tests.gui.speech.fakes import FakeProgram

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell script")
LIST = "printf '%25s%25s%25s\\n' NAME LANGUAGE VARIANT 'English (A)' en-GB none German de none"


@pytest.fixture
def program(tmp_path: Path) -> FakeProgram:
    return FakeProgram(tmp_path, "spd-say")


@pytest.fixture
def engine(program: FakeProgram, qtbot: QtBot) -> ProgramEngine:
    return ProgramEngine(str(program.path), SpeechDispatcher("en"))


def test_voices_are_read_from_what_it_prints(
    program: FakeProgram, engine: ProgramEngine, qtbot: QtBot
) -> None:
    program.does(LIST)

    with qtbot.waitSignal(engine.voices_found) as found:
        engine.ask_voices()

    assert found.args == [(Voice("English (A)", "English (A)", "en-GB"),)]
    assert program.log() == ["--list-synthesis-voices"]


@pytest.mark.parametrize("script", ["echo Failed to connect >&2; exit 1", "kill -9 $$", ""])
def test_a_program_that_cannot_list_voices_has_none(
    script: str, program: FakeProgram, engine: ProgramEngine, qtbot: QtBot
) -> None:
    program.does(script)

    with qtbot.waitSignal(engine.voices_found) as found:
        engine.ask_voices()

    assert found.args == [()]


def test_a_program_that_never_answers_has_no_voice(
    program: FakeProgram, engine: ProgramEngine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.does("exec sleep 600")
    engine._patience.setInterval(50)

    with qtbot.waitSignal(engine.voices_found) as found:
        engine.ask_voices()

    assert found.args == [()]
    assert engine._process is None


def test_a_program_that_is_gone_has_no_voice_and_says_why_it_does_not_speak(
    tmp_path: Path, qtbot: QtBot
) -> None:
    engine = ProgramEngine(str(tmp_path / "nowhere"), Espeak("en"))

    with qtbot.waitSignal(engine.voices_found) as found:
        engine.ask_voices()
    with qtbot.waitSignal(engine.failed) as failed:
        engine.speak("Words.", "", 100)

    assert found.args == [()]
    assert failed.args[0]


def test_a_sentence_is_given_on_standard_input_in_one_line(
    program: FakeProgram, engine: ProgramEngine, qtbot: QtBot
) -> None:
    program.does(f"cat >> '{program.path}.log'")

    with qtbot.waitSignal(engine.spoken):
        engine.speak("At least 5%, “a\n word”.", "Alex", 200)

    assert program.log()[0].endswith("--rate 64 --synthesis-voice Alex")
    assert program.log()[1:] == ["At least 5%, “a word”."]


@pytest.mark.parametrize(
    ("script", "words"),
    [("echo No sound card >&2; echo more >&2; exit 3", "No sound card"), ("exit 3", "spd-say: 3")],
)
def test_a_sentence_that_fails_is_told_in_the_program_s_words(
    script: str, words: str, program: FakeProgram, engine: ProgramEngine, qtbot: QtBot
) -> None:
    program.does(script)

    with qtbot.waitSignal(engine.failed) as failed, qtbot.assertNotEmitted(engine.spoken):
        engine.speak("Words.", "", 100)

    assert failed.args == [words]


def test_a_program_that_dies_is_told(program: FakeProgram, engine: ProgramEngine, qtbot: QtBot) -> None:
    program.does("kill -9 $$")

    with qtbot.waitSignal(engine.failed):
        engine.speak("Words.", "", 100)


def test_stopping_ends_the_program_and_silences_the_service(
    program: FakeProgram, engine: ProgramEngine, qtbot: QtBot
) -> None:
    program.does(f"[ \"$1\" = -S ] || {{ echo $$ >> '{program.path}.log'; exec sleep 600; }}")
    engine.speak("Words.", "", 100)
    qtbot.waitUntil(lambda: len(program.log()) == 2)

    with qtbot.assertNotEmitted(engine.spoken), qtbot.assertNotEmitted(engine.failed):
        engine.stop()
        qtbot.waitUntil(lambda: "-S" in program.log())

    with pytest.raises(ProcessLookupError):
        os.kill(int(program.log()[1]), 0)


def test_another_sentence_takes_the_place_of_the_first(
    program: FakeProgram, engine: ProgramEngine, qtbot: QtBot
) -> None:
    program.does(f'read line; echo "$line" >> \'{program.path}.log\'; [ "$line" = Two. ] || exec sleep 600')
    engine.speak("One.", "", 100)
    qtbot.waitUntil(lambda: "One." in program.log())

    with qtbot.waitSignal(engine.spoken):
        engine.speak("Two.", "", 100)

    assert program.log()[-1] == "Two."


def test_stopping_what_is_silent_does_nothing(program: FakeProgram, engine: ProgramEngine) -> None:
    engine.stop()

    assert program.log() == []
