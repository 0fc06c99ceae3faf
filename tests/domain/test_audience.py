"""The two audiences."""

import pytest

from crmo_desktop.domain.audience import Audience


@pytest.mark.parametrize("audience", Audience)
def test_the_other_of_the_other_is_oneself(audience: Audience) -> None:
    assert audience.other is not audience
    assert audience.other.other is audience


def test_audiences_are_called_as_content_and_command_line_call_them() -> None:
    assert [str(audience) for audience in Audience] == ["patient", "clinician"]
    assert Audience("clinician") is Audience.CLINICIAN


def test_there_is_no_third_audience() -> None:
    with pytest.raises(ValueError, match="trainer"):
        Audience("trainer")
