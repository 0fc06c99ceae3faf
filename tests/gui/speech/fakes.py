"""Engines and programs that stand in for those of a system."""

from pathlib import Path

from crmo_desktop.gui.speech.engine import Engine, Voice

ENGLISH = (Voice("en-one", "English one", "en-GB"), Voice("en-two", "English two", "en-US"))


class FakeEngine(Engine):
    """Says when a sentence is over only if it is told to."""

    def __init__(self, voices: tuple[Voice, ...] = ENGLISH, *, is_slow: bool = False) -> None:
        super().__init__()
        self._voices, self._is_slow = voices, is_slow
        self.said: list[str] = []
        self.calls: list[tuple[str, int]] = []  # voice and speed
        self.is_speaking = False
        self.asked = 0

    def ask_voices(self) -> None:
        self.asked += 1
        if not self._is_slow:
            self.answer()

    def answer(self) -> None:
        self.voices_found.emit(self._voices)

    def speak(self, text: str, voice: str, speed: int) -> None:
        self.said.append(text)
        self.calls.append((voice, speed))
        self.is_speaking = True

    def stop(self) -> None:
        self.is_speaking = False

    def end(self) -> None:
        """The sentence is over."""
        self.is_speaking = False
        self.spoken.emit()


class FakeProgram:
    """A shell script that writes down how it was called, what it was given, and its process number."""

    def __init__(self, folder: Path, name: str) -> None:
        self.path = folder / name
        self._log = folder / f"{name}.log"
        self.does("")

    def does(self, script: str) -> None:
        """After writing down, the script does this; $1 is its first argument."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(f"#!/bin/sh\necho \"$*\" >> '{self._log}'\n{script}\n", encoding="utf-8")
        self.path.chmod(0o755)

    def log(self) -> list[str]:
        """What it wrote down."""
        return self._log.read_text(encoding="utf-8").splitlines() if self._log.exists() else []
