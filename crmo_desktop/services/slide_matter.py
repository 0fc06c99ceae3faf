"""Parts of the reference as matters for slides."""

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import SectionId, TopicId
from crmo_desktop.domain.session import Session
from crmo_desktop.domain.talk import Talk
from crmo_desktop.services.reading import ReadingService


class SlideMatters:
    """Makes talks of topics and sessions."""

    def __init__(self, reading: ReadingService) -> None:
        self._reading = reading

    def of_topic(self, topic: TopicId, audience: Audience, begin: SectionId | None = None) -> Talk:
        """A topic as a talk, beginning with `begin` if it is told.

        Raises:
            UnknownTopicError: this edition has no such topic.
        """
        raise NotImplementedError

    def of_session(self, session: Session) -> Talk:
        """A session as a talk; what this edition lacks is left out, and told in `Talk.missing`."""
        raise NotImplementedError
