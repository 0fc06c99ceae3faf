"""What the start page offers: ways in for each reader, and the questions people come with."""

from typing import Final, NamedTuple

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import TopicEntry
from crmo_desktop.domain.identifiers import Address, PictureAddress, PictureId, TopicAddress, TopicId
from crmo_desktop.services.reading import ReadingService

FAMILIES: Final = "families"
CLINICIANS: Final = "clinicians"
TRAINERS: Final = "trainers"
_LINKS: Final = 3
# In order of preference: an edition that lacks the first offers the next.
_DOORS: Final[dict[str, tuple[Audience, tuple[str, ...]]]] = {
    FAMILIES: (
        Audience.PATIENT,
        ("what-is-crmo", "pain-at-home", "questions-to-ask", "treatment-overview", "who-to-see"),
    ),
    CLINICIANS: (
        Audience.CLINICIAN,
        ("when-to-suspect", "differential-diagnosis", "limited-resources", "treatment-overview"),
    ),
    TRAINERS: (
        Audience.CLINICIAN,
        (
            "workshop-guide",
            "case-studies",
            "teaching-points",
            "what-is-crmo",
            "diagnosis-overview",
            "treatment-overview",
        ),
    ),
}
_QUESTIONS: Final = (
    ("is-it", ("when-to-suspect",)),
    ("urgent", ("red-flags",)),
    ("helps", ("treatment-overview",)),
    ("where", ("bone-map",)),
)
_PICTURES: Final = {"where": PictureId("bone-map")}  # what answers better than the topic, where it is


class Door(NamedTuple):
    """A way in for one kind of reader.

    Attributes:
        name: "families", "clinicians" or "trainers".
        audience: in whose words its topics open.
    """

    name: str
    audience: Audience
    topics: tuple[TopicEntry, ...]


class Question(NamedTuple):
    """A question people come with: "is-it", "urgent", "helps" or "where".

    Attributes:
        picture: that answers it; None where only the topic does.
    """

    name: str
    topic: TopicEntry
    picture: PictureId | None = None

    @property
    def address(self) -> Address:
        """Where the answer is."""
        return TopicAddress(self.topic.id) if self.picture is None else PictureAddress(self.picture)


def doors(reading: ReadingService, *, only: Audience | None = None) -> tuple[Door, ...]:
    """The doors, each with up to three topics that this edition has; `only` those to one audience's words."""
    return tuple(
        Door(name, audience, _present(reading, ids)[:_LINKS])
        for name, (audience, ids) in _DOORS.items()
        if only in {None, audience}
    )


def questions(reading: ReadingService) -> tuple[Question, ...]:
    """The questions that this edition answers."""
    return tuple(
        Question(name, found[0], _picture(reading, name))
        for name, ids in _QUESTIONS
        if (found := _present(reading, ids))
    )


def _picture(reading: ReadingService, question: str) -> PictureId | None:
    picture = _PICTURES.get(question)
    return picture if picture is not None and reading.has_figure(picture) else None


def _present(reading: ReadingService, ids: tuple[str, ...]) -> tuple[TopicEntry, ...]:
    return tuple(reading.entry(TopicId(id)) for id in ids if reading.has(id))
