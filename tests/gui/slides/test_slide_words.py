import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.slides.slide_words import SlideWords
from crmo_desktop.gui.typesetting import CALL_OUT_ROLES


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("kind", CALL_OUT_ROLES)
def test_every_call_out_has_a_title(kind: str, audience: Audience) -> None:
    assert SlideWords().call_out(kind, audience)


def test_families_are_told_to_get_help() -> None:
    words = SlideWords()

    assert words.call_out("red-flag", Audience.PATIENT) == "Get help fast"
    assert words.call_out("red-flag", Audience.CLINICIAN) == "Red flag"


def test_the_foot_names_the_slide_where_sources_are() -> None:
    words = SlideWords()

    assert words.sources() in words.sources_follow()
    assert words.sources_of("MRI") == "MRI: sources"
    assert words.part("MRI", 2, 3) == "MRI (2 of 3)"
