"""The two audiences."""

from crmo_desktop.domain.audience import Audience


def test_each_is_the_other_of_the_other() -> None:
    assert Audience.PATIENT.other is Audience.CLINICIAN
    assert Audience.CLINICIAN.other is Audience.PATIENT


def test_they_are_called_as_content_calls_them() -> None:
    assert [str(audience) for audience in Audience] == ["patient", "clinician"]
