"""How the programs are called, and what they print; the samples are theirs."""

import pytest

from crmo_desktop.gui.speech.engine import Voice
from crmo_desktop.gui.speech.programs import Espeak, Say, SpeakingProgram, SpeechDispatcher

OF_DISPATCHER = """\
                     NAME                 LANGUAGE                  VARIANT
                Afrikaans                       af                     none
      English (Caribbean)                   en-029                     none
  English (Great Britain)                    en-GB                     none
English (Great Britain)+Alex                    en-GB                     Alex
English (America, New York City)                en-US-NYC                     none

"""
OF_ESPEAK = """\
Pty Language       Age/Gender VoiceName          File                 Other Languages
 2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)
 3  en-uk           --/M      english-mb-en1     mb/mb-en1            (en-gb 3)(en 2)
 2  en-us           --/M      English_(America)  gmw/en-US            (en 3)
"""
OF_SAY = """\
Alex                en_US    # Most people recognize me by my voice.
Anna                de_DE    # Hallo, ich heiße Anna.
Eddy (English (UK)) en_GB    # Hello! My name is Eddy.
"""


def test_voices_of_speech_dispatcher() -> None:
    program = SpeechDispatcher("en")

    assert program.voices_in(OF_DISPATCHER) == (
        Voice("English (Caribbean)", "English (Caribbean)", "en-029"),
        Voice("English (Great Britain)", "English (Great Britain)", "en-GB"),
        Voice("English (America, New York City)", "English (America, New York City)", "en-US-NYC"),
    )
    assert program.voices_in("") == program.voices_in("Failed to get voice list.\n") == ()


def test_voices_that_have_a_variant_are_taken_where_there_are_no_others() -> None:
    printed = "NAME LANGUAGE VARIANT\n  cmu_slt  en  female1\n"

    assert SpeechDispatcher("en-GB").voices_in(printed) == (Voice("cmu_slt", "cmu slt", "en"),)


def test_voices_of_espeak() -> None:
    assert Espeak("en").voices_in(OF_ESPEAK) == (
        Voice("gmw/en", "English (Great Britain)", "en-gb"),
        Voice("gmw/en-US", "English (America)", "en-us"),
    )
    assert Espeak("en").voices_in("") == ()


def test_voices_of_macos() -> None:
    assert Say("en").voices_in(OF_SAY) == (
        Voice("Alex", "Alex", "en_US"),
        Voice("Eddy (English (UK))", "Eddy (English (UK))", "en_GB"),
    )


@pytest.mark.parametrize(
    ("program", "listing", "usual", "slow", "stopping"),
    [
        (
            SpeechDispatcher("en"),
            "--list-synthesis-voices",
            "--pipe-mode --wait --priority text --application-name crmo-desktop --language en --rate 0",
            "--language en --rate -92 --synthesis-voice A",
            "-S",
        ),
        (Espeak("en"), "--voices=en", "-v en -s 175 -b 1 --stdin", "-v A -s 88 -b 1 --stdin", ""),
        (Say("en"), "-v ?", "-r 175 -f -", "-v A -r 88 -f -", ""),
    ],
    ids=lambda value: value.name if hasattr(value, "name") else "",
)
def test_how_a_program_is_called(
    program: SpeakingProgram, listing: str, usual: str, slow: str, stopping: str
) -> None:
    assert " ".join(program.list_arguments()) == listing
    assert " ".join(program.speak_arguments("", 100)) == usual
    assert " ".join(program.speak_arguments("A", 50)).endswith(slow)
    assert " ".join(program.stop_arguments()) == stopping


def test_twice_the_speed() -> None:
    assert "64" in SpeechDispatcher("en").speak_arguments("", 200)
    assert "350" in Espeak("en", "espeak").speak_arguments("", 200)
    assert Espeak("en", "espeak").name == "espeak"
