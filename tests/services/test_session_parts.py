"""Tests of `crmo_desktop.services.session_parts`, on the small content."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import ChapterId, TopicAddress, TopicId
from crmo_desktop.domain.quiz import Question, QuestionKind
from crmo_desktop.domain.session import Part, PartKind
from crmo_desktop.library.pack import open_pack
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.session_parts import Called, Offer, SessionParts, part_key

FAMILIES, CLINICIANS = Audience.PATIENT, Audience.CLINICIAN


def question(id: str, audience: Audience = FAMILIES, chapter: str = "symptoms") -> Question:
    return Question(
        id=id, kind=QuestionKind.TRUE_FALSE, audience=audience, difficulty="easy",
        chapter=ChapterId(chapter), text=f"Is {id} so?", options=(), answer=(0,), explanation="",
        settled_by=TopicAddress(TopicId("pain")),
    )  # fmt: skip


class Asked:
    """The questions of an edition, which count how often they are asked for."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> Sequence[Question]:
        self.times += 1
        return (question("q-a"), question("q-b", CLINICIANS), question("q-c", chapter="gone"))


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def parts(reading: ReadingService, asked: Asked) -> SessionParts:
    return SessionParts(reading, asked)


def flat(offers: tuple[Offer, ...]) -> list[Offer]:
    return [one for offer in offers for one in (offer, *flat(offer.parts))]


@pytest.fixture
def edition(pack_path: Path) -> Iterator[ReadingService]:
    with closing(open_pack(pack_path)) as pack:
        yield ReadingService(pack)


def test_everything_that_is_offered_can_be_put_in(edition: ReadingService, asked: Asked) -> None:
    parts = SessionParts(edition, asked)
    for audience in Audience:
        offers = parts.offers(audience)
        keys = [offer.key for list_ in offers for offer in flat(list_) if offer.key]

        made = [parts.part(key, audience) for key in keys]

        assert [part_key(part) for part in made] == keys
        assert all(part.title and part.minutes is None for part in made)
    assert asked.times == 1


def test_topics_come_with_their_sections_and_without_the_guide(parts: SessionParts) -> None:
    offers = parts.offers(FAMILIES)

    assert [offer.title for offer in flat(offers.chapters)] == [
        "Bones", "Bone pain", "In short", "How often?", "MRI scan", "The day",
    ]  # fmt: skip
    assert offers.chapters[0].key == ""
    assert offers.cases == offers.pictures == (), "the small content has none"


def test_stories_of_the_case_studies_are_cases(edition: ReadingService, asked: Asked) -> None:
    parts = SessionParts(edition, asked)
    offers = parts.offers(FAMILIES)

    assert "case:case-studies#girl-who-limps" in [offer.key for offer in offers.cases]
    assert "section:case-studies#in-short" not in [offer.key for offer in offers.cases]
    assert set(offers.cases) <= set(flat(offers.chapters)), "the same where the topic is"
    assert parts.part("case:case-studies#girl-who-limps", FAMILIES).kind is PartKind.CASE


def test_pictures_and_questions_stand_under_their_chapters(edition: ReadingService, asked: Asked) -> None:
    offers = SessionParts(edition, asked).offers(FAMILIES)

    assert "picture:bone-map" in [offer.key for offer in flat(offers.pictures)]
    assert offers.questions == (
        Offer("", "Symptoms", (Offer("question:q-a", "Is q-a so?"),)),
        Offer("", "", (Offer("question:q-c", "Is q-c so?"),)),
    )


def test_a_part_is_called_as_it_is_called_now(parts: SessionParts) -> None:
    assert parts.part("section:pain#in-short", FAMILIES).title == "Bone pain: In short"
    assert parts.part("topic:scan", CLINICIANS).title == "MRI scan"
    assert parts.called(Part(kind=PartKind.SECTION, target="pain#who", title="Before"), CLINICIANS) == Called(
        "Who?", "Bone pain"
    )


def test_own_words_are_called_by_their_heading_or_themselves(parts: SessionParts) -> None:
    break_ = Part(kind=PartKind.OWN, title="A break", words=("Tea",))

    assert parts.called(break_, FAMILIES) == Called("A break")
    assert parts.called(Part(kind=PartKind.OWN, words=("Tea", "Cake")), FAMILIES) == Called("Tea · Cake")
    assert part_key(break_) == ""


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        (PartKind.TOPIC, "gone"),
        (PartKind.SECTION, "gone#in-short"),
        (PartKind.SECTION, "pain#gone"),
        (PartKind.SECTION, "pain#who"),  # for clinicians
        (PartKind.CASE, "case-studies#gone"),
        (PartKind.PICTURE, "gone"),
        (PartKind.QUESTION, "gone"),
    ],
)
def test_what_this_edition_lacks_is_told(parts: SessionParts, kind: PartKind, target: str) -> None:
    assert parts.called(Part(kind=kind, target=target), FAMILIES) is None
    with pytest.raises(ValueError, match="not in this edition"):
        parts.part(f"{kind}:{target}", FAMILIES)


def test_a_key_of_nothing_is_an_error(parts: SessionParts) -> None:
    with pytest.raises(ValueError, match="film"):
        parts.part("film:mri", FAMILIES)
