"""What speaks: a sentence at a time, by whatever the system has for it."""

from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Signal

USUAL_SPEED: Final = 100  # per cent


class Voice(NamedTuple):
    """One of the voices of a system.

    Attributes:
        id: how the engine calls it.
        name: for people.
        language: such as "en" or "en-GB"; "" where it is not told.
    """

    id: str
    name: str
    language: str = ""

    def speaks(self, language: str) -> bool:
        """Whether it is one for this language, whatever the country."""
        return self.language.replace("_", "-").lower().partition("-")[0] == language.lower().partition("-")[0]


class Engine(QObject):
    """Speaks one sentence after the other. Every call returns at once; what came of it is signalled."""

    voices_found = Signal(object)  # a tuple of Voice; an empty one where nothing can speak
    spoken = Signal()  # the sentence, to its end
    failed = Signal(str)  # the sentence was not spoken; what the system says about that

    def ask_voices(self) -> None:
        """Find the voices: `voices_found` tells them."""
        raise NotImplementedError

    def speak(self, text: str, voice: str, speed: int) -> None:
        """Say `text`, in place of anything that is being said.

        Args:
            text: one sentence.
            voice: the id of a voice; "" for the system's own choice.
            speed: per cent of the usual one, 50 to 200.
        """
        raise NotImplementedError

    def stop(self) -> None:
        """Be silent; neither `spoken` nor `failed` follows."""
        raise NotImplementedError
