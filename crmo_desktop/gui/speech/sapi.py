"""Speaks by Windows' own voices (SAPI), through comtypes, which comes with the bundles for Windows.

comtypes writes Python modules for the interfaces it meets, and makes a folder for them as soon as it is
loaded. Nothing here needs such modules: every call is looked up when it is made. So it is shown a folder that
there is already, and no file is written.
"""

import _ctypes
import logging
import math
import sys
import tempfile
from collections.abc import Callable
from types import ModuleType
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Slot

from crmo_desktop.gui.speech.engine import USUAL_SPEED, Engine, Voice

log = logging.getLogger("crmo_desktop.speech")
# What goes wrong in COM; elsewhere than on Windows the first does not exist.
_ERRORS: Final[tuple[type[Exception], ...]] = (getattr(_ctypes, "COMError", OSError), OSError, AttributeError)
_NOT_THERE: Final[tuple[type[Exception], ...]] = (ImportError, *_ERRORS)
_ASYNCHRONOUS: Final = 1  # SVSFlagsAsync
_PURGE_BEFORE: Final = 2  # SVSFPurgeBeforeSpeak
_NOT_XML: Final = 16  # SVSFIsNotXML
_LOOKED_EVERY: Final = 50  # ms
_ENGLISH: Final = 0x09  # the lower ten bits of a language's number
_LANGUAGES: Final = {
    "en": _ENGLISH,
    "de": 0x07,
    "es": 0x0A,
    "fr": 0x0C,
    "it": 0x10,
    "nl": 0x13,
    "ar": 0x01,
    "he": 0x0D,
}


def make_voice() -> Any:
    """Windows' object that speaks; its methods are looked up when they are called.

    Raises:
        ImportError: comtypes is not installed, or this is not Windows.
        OSError: Windows has nothing that speaks.
    """
    _spare_folder()
    import comtypes.client

    comtypes.client.gen_dir = None
    return comtypes.client.CreateObject("SAPI.SpVoice", dynamic=True)


def _spare_folder() -> None:
    """Give comtypes the package for its modules, with a folder that can be written to and never is."""
    import comtypes

    if "comtypes.gen" not in sys.modules:
        package = ModuleType("comtypes.gen")
        package.__path__ = [tempfile.gettempdir()]
        sys.modules["comtypes.gen"] = package
        comtypes.gen = package


class SapiEngine(Engine):
    """Asks every twentieth of a second whether the sentence is over: COM's own events need the interfaces."""

    def __init__(
        self, language: str, make: Callable[[], Any] = make_voice, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._language, self._make = language, make
        self._speaker: Any = None
        self._tokens: dict[str, Any] = {}
        self._look = QTimer(self)
        self._look.setInterval(_LOOKED_EVERY)
        self._look.timeout.connect(self._on_look)

    def ask_voices(self) -> None:
        """Find the voices: `voices_found` tells them, when this has returned."""
        QTimer.singleShot(0, self._find_voices)

    @Slot()
    def _find_voices(self) -> None:
        try:
            self._speaker = self._make()
            tokens = self._speaker.GetVoices()
            found = [self._voice(tokens.Item(place)) for place in range(tokens.Count)]
        except _NOT_THERE as error:
            log.info("%s", error)
            found = []
        fitting = [voice for voice in found if voice.speaks(self._language)]
        self.voices_found.emit(tuple(fitting or found))

    def _voice(self, token: Any) -> Voice:
        """A voice tells its languages as numbers in hexadecimal digits, such as "409;9"."""
        numbers = str(token.GetAttribute("Language")).split(";")
        families = {int(number, 16) & 0x3FF for number in numbers if number}
        language = next((name for name, number in _LANGUAGES.items() if number in families), "")
        voice = Voice(str(token.Id), str(token.GetDescription()), language)
        self._tokens[voice.id] = token
        return voice

    def speak(self, text: str, voice: str, speed: int) -> None:
        """Say `text`, in place of anything that is being said."""
        try:
            self._say(text, voice, speed)
        except _ERRORS as error:
            self._look.stop()
            self.failed.emit(str(error))
        else:
            self._look.start()

    def _say(self, text: str, voice: str, speed: int) -> None:
        if voice in self._tokens:
            self._speaker.Voice = self._tokens[voice]
        self._speaker.Rate = rate(speed)
        self._speaker.Speak(text, _ASYNCHRONOUS | _PURGE_BEFORE | _NOT_XML)

    def stop(self) -> None:
        """Be silent."""
        if not self._look.isActive():
            return
        self._look.stop()
        try:
            self._speaker.Speak("", _ASYNCHRONOUS | _PURGE_BEFORE)
        except _ERRORS as error:
            log.info("%s", error)

    @Slot()
    def _on_look(self) -> None:
        try:
            is_over = bool(self._speaker.WaitUntilDone(0))
        except _ERRORS as error:
            self._look.stop()
            self.failed.emit(str(error))
            return
        if is_over:
            self._look.stop()
            self.spoken.emit()


def rate(speed: int) -> int:
    """SAPI's own scale from -10 to 10, which are a third and three times the usual speed."""
    return round(10 * math.log(speed / USUAL_SPEED, 3))
