"""The programs of Linux and macOS that speak, and how each is called.

All take the text on standard input, so that it never stands in the system's list of processes, and nothing in
it can be taken for an option.
"""

import re
from typing import Final, Protocol

from crmo_desktop.gui.speech.engine import USUAL_SPEED, Voice

_WORDS_A_MINUTE: Final = 175  # what espeak and say call usual
_MOST_VOICES: Final = 40  # a menu of more helps nobody


class SpeakingProgram(Protocol):
    """A program that says what it is given and ends when it has been said."""

    name: str  # of the file

    def list_arguments(self) -> list[str]:
        """What makes it print its voices."""

    def voices_in(self, printed: str) -> tuple[Voice, ...]:
        """The voices it printed, as far as they speak the language."""

    def speak_arguments(self, voice: str, speed: int) -> list[str]:
        """What makes it say its standard input."""

    def stop_arguments(self) -> list[str]:
        """What makes a second one silence the first; none where ending the first does."""


class SpeechDispatcher:
    """Linux desktops' own service, through the program that comes with it.

    It is called as a pipe: what is given as an argument it takes for a pattern of printf, and trips over "%".
    """

    name = "spd-say"

    def __init__(self, language: str) -> None:
        self._language = language

    def list_arguments(self) -> list[str]:
        """What makes it print its voices."""
        return ["--list-synthesis-voices"]

    def voices_in(self, printed: str) -> tuple[Voice, ...]:
        """Three columns: name, which may have blanks, language, variant; of those there are hundreds."""
        rows = [line.rsplit(None, 2) for line in printed.splitlines()[1:]]
        found = [
            (Voice(row[0].strip(), row[0].strip().replace("_", " "), row[1]), row[2])
            for row in rows
            if len(row) == 3
        ]
        fitting = [(voice, variant) for voice, variant in found if voice.speaks(self._language)]
        plain = [voice for voice, variant in fitting if variant.lower() in {"none", "null"}]
        return tuple(plain or [voice for voice, _ in fitting])[:_MOST_VOICES]

    def speak_arguments(self, voice: str, speed: int) -> list[str]:
        """What makes it say each line of its standard input and wait for the end of each."""
        chosen = ["--synthesis-voice", voice] if voice else []
        options = ["--pipe-mode", "--wait", "--priority", "text", "--application-name", "crmo-desktop"]
        return [*options, "--language", self._language, "--rate", str(_dispatcher_rate(speed)), *chosen]

    def stop_arguments(self) -> list[str]:
        """The service goes on when the one who asked is gone. 0.11.4 wants a value after "--stop"."""
        return ["-S"]


class Espeak:
    """eSpeak NG, or eSpeak as it was before."""

    def __init__(self, language: str, name: str = "espeak-ng") -> None:
        self._language, self.name = language, name

    def list_arguments(self) -> list[str]:
        """What makes it print its voices."""
        return [f"--voices={self._language}"]

    def voices_in(self, printed: str) -> tuple[Voice, ...]:
        """Columns: priority, language, gender, name, file, others; MBROLA's may be missing."""
        rows = [line.split() for line in printed.splitlines()[1:]]
        return tuple(
            Voice(row[4], row[3].replace("_", " "), row[1])
            for row in rows
            if len(row) >= 5 and not row[4].startswith("mb/")
        )[:_MOST_VOICES]

    def speak_arguments(self, voice: str, speed: int) -> list[str]:
        """What makes it say its standard input, which is in UTF-8."""
        return ["-v", voice or self._language, "-s", str(_words_a_minute(speed)), "-b", "1", "--stdin"]

    def stop_arguments(self) -> list[str]:
        """It is silent when it has ended."""
        return []


class Say:
    """What macOS has."""

    name = "say"
    _VOICE: Final = re.compile(
        r"^(?P<name>\S.*?)\s+(?P<language>[a-z]{2,3}[_-][A-Za-z0-9]+)\s+#", re.MULTILINE
    )

    def __init__(self, language: str) -> None:
        self._language = language

    def list_arguments(self) -> list[str]:
        """What makes it print its voices."""
        return ["-v", "?"]

    def voices_in(self, printed: str) -> tuple[Voice, ...]:
        """A line each: name, which may have blanks, language, and a sentence as a sample."""
        found = [Voice(row["name"], row["name"], row["language"]) for row in self._VOICE.finditer(printed)]
        return tuple(voice for voice in found if voice.speaks(self._language))[:_MOST_VOICES]

    def speak_arguments(self, voice: str, speed: int) -> list[str]:
        """What makes it say its standard input."""
        return [*(["-v", voice] if voice else []), "-r", str(_words_a_minute(speed)), "-f", "-"]

    def stop_arguments(self) -> list[str]:
        """It is silent when it has ended."""
        return []


def _words_a_minute(speed: int) -> int:
    return round(_WORDS_A_MINUTE * speed / USUAL_SPEED)


def _dispatcher_rate(speed: int) -> int:
    """Its own scale from -100 to 100; by eSpeak, whose 80 to 449 words a minute that is, half and twice."""
    return round((speed - USUAL_SPEED) * (1.84 if speed < USUAL_SPEED else 0.64))
