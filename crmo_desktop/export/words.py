"""The words round what is exported: the program's own, not those of the content."""

from dataclasses import dataclass, field


def _call_outs() -> dict[str, str]:
    return {
        "key": "In short",
        "red-flag": "Red flag",
        "caution": "Caution",
        "evidence": "What this rests on",
        "unknown": "Not known",
    }


@dataclass(frozen=True, kw_only=True)
class ExportWords:
    """What the file says itself; in English, unless the window gives others.

    Attributes:
        red_flag_patient: title of a red flag for families.
        edition: with "{title}" and "{date}".
        reviewed: with "{name}".
        saved: with "{date}".
    """

    language: str = "en"
    call_outs: dict[str, str] = field(default_factory=_call_outs)
    red_flag_patient: str = "Get help fast"
    for_families: str = "For families"
    for_clinicians: str = "For clinicians"
    contents: str = "Contents"
    sources: str = "Sources"
    glossary: str = "Words explained"
    related: str = "Related topics"
    as_table: str = "The picture as a table"
    in_words: str = "The picture in words"
    back: str = "Back to where it is cited"
    to_source: str = "Source"
    skip: str = "To the text"
    edition: str = "{title}, edition {date}"
    reviewed: str = "Reviewed by {name}"
    not_reviewed: str = "Not yet reviewed by a physician"
    saved: str = "Saved on {date}"
    not_advice: str = "Information, not medical advice"
    addresses: str = "Links that begin with crmo:// open in CRMO Desktop."

    def call_out(self, kind: str, *, families: bool) -> str:
        """The title of a call-out of a class, for families or for clinicians."""
        if kind == "red-flag" and families:
            return self.red_flag_patient
        return self.call_outs.get(kind, self.call_outs["unknown"])
