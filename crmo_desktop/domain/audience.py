"""For whom a text is written."""

from enum import StrEnum


class Audience(StrEnum):
    """A reader's standpoint. The window calls `PATIENT` "Families"."""

    PATIENT = "patient"
    CLINICIAN = "clinician"

    @property
    def other(self) -> "Audience":
        """The audience that this is not."""
        return Audience.CLINICIAN if self is Audience.PATIENT else Audience.PATIENT
