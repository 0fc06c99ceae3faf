"""Which of the system's engines speaks: the first that has a voice."""

import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot

from crmo_desktop.gui.speech.engine import Engine, Voice
from crmo_desktop.gui.speech.program_engine import ProgramEngine
from crmo_desktop.gui.speech.programs import Espeak, Say, SpeakingProgram, SpeechDispatcher

Make = Callable[[], Engine | None]  # None: what it would speak by is not there


def engines(language: str, system: str = sys.platform) -> list[Make]:
    """What this system may speak by, the best first."""
    if system == "win32":
        return [_Sapi(language)]
    if system == "darwin":
        return [_Program(Say(language))]
    return [
        _Program(SpeechDispatcher(language)),
        _Program(Espeak(language)),
        _Program(Espeak(language, "espeak")),
    ]


class _Program:
    """Makes the engine of a program, if the system has it."""

    def __init__(self, program: SpeakingProgram) -> None:
        self._program = program

    def __call__(self) -> Engine | None:
        path = QStandardPaths.findExecutable(self._program.name)
        return ProgramEngine(path, self._program) if path else None


class _Sapi:
    """Makes the engine of Windows."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __call__(self) -> Engine | None:
        from crmo_desktop.gui.speech.sapi import SapiEngine  # other systems never load it

        return SapiEngine(self._language)


class Finder(QObject):
    """Asks one engine after the other for its voices."""

    found = Signal(object, object)  # the Engine and its voices, a tuple of Voice; None and none

    def __init__(self, makers: Sequence[Make], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._makers = list(makers)
        self._engine: Engine | None = None

    def look(self) -> None:
        """Find an engine: `found` tells it."""
        self._engine = None
        while self._makers and self._engine is None:
            self._engine = self._makers.pop(0)()
        if self._engine is None:
            self.found.emit(None, ())
            return
        self._engine.setParent(self)
        self._engine.voices_found.connect(self._on_voices)
        self._engine.ask_voices()

    @Slot(object)
    def _on_voices(self, voices: tuple[Voice, ...]) -> None:
        engine = self._engine
        if engine is None:
            return
        engine.voices_found.disconnect(self._on_voices)
        if voices:
            self.found.emit(engine, voices)
        else:
            engine.deleteLater()
            self.look()
