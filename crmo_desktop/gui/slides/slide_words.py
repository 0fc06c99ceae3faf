"""What slides say beside the words of the reference."""

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.source_words import SourceWords


class SlideWords(SourceWords):
    """Puts values into the words of slides."""

    def call_out(self, kind: str, audience: Audience) -> str:
        """The title of a call-out of a kind ("key", "red-flag", "caution", "evidence" or "unknown")."""
        families = audience is Audience.PATIENT
        return {
            "key": self.tr("In short"),
            "red-flag": self.tr("Get help fast") if families else self.tr("Red flag"),
            "caution": self.tr("Caution"),
            "evidence": self.tr("What this rests on"),
            "unknown": self.tr("Not known"),
        }[kind]

    def sources(self) -> str:
        """The title of a slide of sources."""
        return self.tr("Sources")

    def sources_of(self, title: str) -> str:
        """How the list of slides calls one of sources."""
        return self.tr("{title}: sources").format(title=title)

    def sources_follow(self) -> str:
        """What stands at the foot of a slide that cites more than has room there."""
        return self.tr("The sources are on the slide “Sources”")

    def part(self, title: str, part: int, parts: int) -> str:
        """A title, and which of several slides on the same matter this is."""
        return self.tr("{title} ({part} of {parts})").format(title=title, part=part, parts=parts)
