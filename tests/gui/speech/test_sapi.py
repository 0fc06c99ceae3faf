"""Windows' voices, played by Python objects: nobody here has Windows."""

import sys
from types import ModuleType
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.speech.engine import Voice
from crmo_desktop.gui.speech.sapi import SapiEngine, make_voice, rate


class Token:
    """A voice of SAPI."""

    def __init__(self, id: str, name: str, language: str) -> None:
        self.Id, self._name, self._language = id, name, language

    def GetDescription(self) -> str:
        return self._name

    def GetAttribute(self, name: str) -> str:
        assert name == "Language"
        return self._language


class Tokens:
    """A list of SAPI's."""

    def __init__(self, *tokens: Token) -> None:
        self._tokens = tokens

    @property
    def Count(self) -> int:
        return len(self._tokens)

    def Item(self, place: int) -> Token:
        return self._tokens[place]


ZIRA = Token("HKLM\\ZIRA", "Microsoft Zira - English (United States)", "409")
HAZEL = Token("HKLM\\HAZEL", "Microsoft Hazel - English (Great Britain)", "809;9")
HEDDA = Token("HKLM\\HEDDA", "Microsoft Hedda - German", "407")


class SpVoice:
    """The object that speaks."""

    def __init__(self, *tokens: Token) -> None:
        self._tokens = Tokens(*tokens)
        self.Voice: Token | None = None
        self.Rate = 0
        self.calls: list[tuple[str, int]] = []
        self.waits = 2
        self.is_broken = False

    def GetVoices(self) -> Tokens:
        return self._tokens

    def Speak(self, text: str, flags: int) -> None:
        if self.is_broken:
            raise OSError("no sound card")
        self.calls.append((text, flags))

    def WaitUntilDone(self, milliseconds: int) -> bool:
        assert milliseconds == 0, "the window waits for nobody"
        if self.is_broken:
            raise OSError("gone")
        self.waits -= 1
        return self.waits <= 0


@pytest.fixture
def voice() -> SpVoice:
    return SpVoice(HEDDA, ZIRA, HAZEL)


@pytest.fixture
def engine(voice: SpVoice, qtbot: QtBot) -> SapiEngine:
    engine = SapiEngine("en", lambda: voice)
    with qtbot.waitSignal(engine.voices_found):
        engine.ask_voices()
    return engine


def test_the_voices_of_the_language(voice: SpVoice, qtbot: QtBot) -> None:
    engine = SapiEngine("en", lambda: voice)

    with qtbot.waitSignal(engine.voices_found) as found:
        engine.ask_voices()

    assert found.args == [
        (
            Voice("HKLM\\ZIRA", "Microsoft Zira - English (United States)", "en"),
            Voice("HKLM\\HAZEL", "Microsoft Hazel - English (Great Britain)", "en"),
        )
    ]


def test_a_voice_of_another_language_is_better_than_none(qtbot: QtBot) -> None:
    engine = SapiEngine("en", lambda: SpVoice(HEDDA, Token("X", "Unknown", "")))

    with qtbot.waitSignal(engine.voices_found) as found:
        engine.ask_voices()

    assert [voice.language for voice in found.args[0]] == ["de", ""]


@pytest.mark.parametrize(
    "error", [ImportError("comtypes"), OSError("class not registered"), AttributeError()]
)
def test_a_windows_that_cannot_speak_has_no_voice(error: Exception, qtbot: QtBot) -> None:
    def make() -> Any:
        raise error

    engine = SapiEngine("en", make)

    with qtbot.waitSignal(engine.voices_found) as found:
        engine.ask_voices()

    assert found.args == [()]


def test_a_sentence_is_spoken_and_its_end_told(engine: SapiEngine, voice: SpVoice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(engine.spoken):
        engine.speak("Bones <ache>.", "HKLM\\HAZEL", 200)

    assert voice.calls == [("Bones <ache>.", 1 | 2 | 16)]  # at once, instead of others, no XML
    assert voice.Voice is HAZEL
    assert voice.Rate == 6


def test_the_usual_voice_is_left_as_it_is(engine: SapiEngine, voice: SpVoice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(engine.spoken):
        engine.speak("Bones.", "", 100)

    assert voice.Voice is None
    assert voice.Rate == 0


def test_stopping_says_nothing_instead(engine: SapiEngine, voice: SpVoice, qtbot: QtBot) -> None:
    engine.stop()
    assert voice.calls == []
    voice.waits = 1000
    engine.speak("Bones.", "", 100)

    with qtbot.assertNotEmitted(engine.spoken, wait=120):
        engine.stop()

    assert voice.calls[-1] == ("", 1 | 2)


def test_what_goes_wrong_is_told(engine: SapiEngine, voice: SpVoice, qtbot: QtBot) -> None:
    voice.is_broken = True
    with qtbot.waitSignal(engine.failed) as failed:
        engine.speak("Bones.", "", 100)
    assert failed.args == ["no sound card"]

    voice.is_broken = False
    engine.speak("Bones.", "", 100)
    voice.is_broken = True
    with qtbot.waitSignal(engine.failed) as failed:
        pass
    assert failed.args == ["gone"]


def test_a_voice_that_breaks_while_it_is_stopped_is_silent_anyway(engine: SapiEngine, voice: SpVoice) -> None:
    voice.waits = 1000
    engine.speak("Bones.", "", 100)
    voice.is_broken = True

    engine.stop()


@pytest.mark.parametrize(("speed", "of_sapi"), [(50, -6), (75, -3), (100, 0), (125, 2), (200, 6)])
def test_its_scale_is_one_of_thirds(speed: int, of_sapi: int) -> None:
    assert rate(speed) == of_sapi


def test_comtypes_is_asked_to_look_everything_up_and_to_write_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    package, client = ModuleType("comtypes"), ModuleType("comtypes.client")
    made: list[tuple[str, bool]] = []

    def create(name: str, *, dynamic: bool) -> str:
        made.append((name, dynamic))
        return "a voice"

    vars(client).update(CreateObject=create, gen_dir="somewhere")
    vars(package).update(client=client)
    for name, module in (("comtypes", package), ("comtypes.client", client)):
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.delitem(sys.modules, "comtypes.gen", raising=False)

    assert make_voice() == "a voice"

    assert made == [("SAPI.SpVoice", True)]
    assert vars(client)["gen_dir"] is None
    generated = sys.modules.pop("comtypes.gen")
    assert vars(package)["gen"] is generated
    assert len(generated.__path__) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has it")
def test_without_comtypes_there_is_an_import_error() -> None:
    with pytest.raises(ImportError):
        make_voice()
