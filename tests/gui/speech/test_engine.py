import pytest

from crmo_desktop.gui.speech.engine import Engine, Voice


@pytest.mark.parametrize(
    ("of_voice", "language", "fits"),
    [
        ("en-GB", "en", True),
        ("en_US", "en-GB", True),
        ("EN", "en", True),
        ("de", "en", False),
        ("", "en", False),
    ],
)
def test_a_voice_speaks_a_language_whatever_the_country(of_voice: str, language: str, fits: bool) -> None:
    assert Voice("id", "name", of_voice).speaks(language) is fits


def test_an_engine_of_no_kind_does_nothing() -> None:
    engine = Engine()

    with pytest.raises(NotImplementedError):
        engine.ask_voices()
    with pytest.raises(NotImplementedError):
        engine.speak("words", "", 100)
    with pytest.raises(NotImplementedError):
        engine.stop()
