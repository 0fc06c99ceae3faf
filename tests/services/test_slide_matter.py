"""Topics and sessions as talks."""

from datetime import UTC, datetime
from typing import Any

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UnknownTopicError
from crmo_desktop.domain.identifiers import SectionId, TopicId
from crmo_desktop.domain.session import Part, PartKind, Session
from crmo_desktop.domain.slides import Figure, Matter, MatterKind, Point, SubHeading, plain
from crmo_desktop.domain.talk import Talk, TalkPart
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.slide_matter import SlideMatters

PAIN = TopicId("pain")


def session(*parts: Part, audience: Audience = Audience.PATIENT) -> Session:
    changed = datetime(2026, 11, 26, tzinfo=UTC)
    return Session(uid="s-1", name="An evening", audience=audience, parts=parts, changed=changed)


def part(kind: PartKind, target: str = "", **fields: Any) -> Part:
    return Part(kind=kind, target=target, title=f"Then called {target}", **fields)


def keys(talk: Talk) -> list[str]:
    return [matter.key for matter in talk.matters]


def only(talk: Talk) -> Matter:
    """What the only part of a session shows."""
    [matter] = talk.matters[1:]
    return matter


class TestATopic:
    def test_has_its_title_and_then_every_section(self, taught: ReadingService) -> None:
        talk = SlideMatters(taught).of_topic(PAIN, Audience.PATIENT)

        assert (talk.title, talk.audience, talk.begin) == ("Bone pain", Audience.PATIENT, "")
        assert talk.parts == (TalkPart(title="Bone pain"),)
        assert keys(talk) == ["topic/pain", "topic/pain#in-short", "topic/pain#how-often"]

    def test_its_title_tells_the_summary(self, taught: ReadingService) -> None:
        title = SlideMatters(taught).of_topic(PAIN, Audience.PATIENT).matters[0]
        [point] = title.pieces

        assert isinstance(point, Point)
        assert plain(point.words) == "CRMO makes bones hurt."
        assert (title.kind, title.title, title.kicker) == (MatterKind.TITLE, "Bone pain", "Bones")
        assert title.references == {point.sources[0]: "Doe, Bones 2020"}
        assert title.notes[0] == "Why it matters: It came first in 17 of 40."
        assert (title.address, title.language) == ("crmo://topic/pain", "en")

    def test_a_section_knows_what_it_cites_and_where_it_stands(self, taught: ReadingService) -> None:
        section = SlideMatters(taught).of_topic(PAIN, Audience.PATIENT).matters[1]

        assert (section.kind, section.title, section.kicker) == (MatterKind.SECTION, "In short", "Bone pain")
        assert list(section.references.values()) == ["Doe, Bones 2020"]
        assert section.notes[0] == "Ask the room: Who knows?"
        assert section.address == "crmo://topic/pain#in-short"

    def test_a_case_begins_a_slide_with_each_heading(self, taught: ReadingService) -> None:
        box, case = SlideMatters(taught).of_topic(TopicId("case-studies"), Audience.PATIENT).matters[1:]

        assert (box.kind, case.kind) == (MatterKind.SECTION, MatterKind.CASE)
        assert all(piece.begins_slide for piece in case.pieces if isinstance(piece, SubHeading))
        assert case.notes == ("Read on: Bone pain.", "How sure it is: cohort: Doe, Bones 2020.")

    def test_can_begin_with_a_section(self, taught: ReadingService) -> None:
        matters = SlideMatters(taught)

        assert (
            matters.of_topic(PAIN, Audience.PATIENT, SectionId("how-often")).begin == "topic/pain#how-often"
        )
        assert matters.of_topic(PAIN, Audience.PATIENT, SectionId("who")).begin == ""

    def test_that_is_not_there(self, taught: ReadingService) -> None:
        with pytest.raises(UnknownTopicError):
            SlideMatters(taught).of_topic(TopicId("nothing"), Audience.PATIENT)


class TestASession:
    def test_begins_with_its_name(self, taught: ReadingService) -> None:
        one = session(part(PartKind.SECTION, "scan#day"))
        talk = SlideMatters(taught).of_session(one)

        assert (talk.title, talk.session) == ("An evening", one)
        first = talk.matters[0]
        assert (first.key, first.kind, first.title, first.part) == (
            "session/s-1",
            MatterKind.TITLE,
            "An evening",
            0,
        )

    def test_without_anything_to_show_has_not_even_a_title(self, taught: ReadingService) -> None:
        empty = SlideMatters(taught).of_session(session())
        gone = SlideMatters(taught).of_session(session(part(PartKind.TOPIC, "nothing")))

        assert (empty.matters, empty.parts, empty.missing) == ((), (), ())
        assert (gone.matters, gone.parts, gone.missing) == ((), (), ("Then called nothing",))

    def test_shows_its_parts_in_order(self, taught: ReadingService) -> None:
        talk = SlideMatters(taught).of_session(
            session(
                part(PartKind.SECTION, "pain#how-often", minutes=5.0, note="Slowly"),
                part(PartKind.TOPIC, "scan", minutes=2.5),
                part(PartKind.CASE, "case-studies#girl"),
            )
        )

        assert [(matter.part, matter.key) for matter in talk.matters] == [
            (0, "session/s-1"),
            (0, "topic/pain#how-often"),
            (1, "topic/scan"),
            (1, "topic/scan#day"),
            (2, "topic/case-studies#girl"),
        ]
        assert talk.parts == (
            TalkPart(title="Bone pain: How often?", minutes=5, note="Slowly"),
            TalkPart(title="MRI scan", minutes=2.5),
            TalkPart(title="Case studies: A girl"),
        )
        assert talk.minutes == 7.5

    def test_leaves_out_what_is_not_there(self, taught: ReadingService) -> None:
        gone = [
            part(PartKind.SECTION, "pain#who"),  # for clinicians
            part(PartKind.SECTION, "nothing#who"),
            part(PartKind.TOPIC, "nothing"),
            part(PartKind.PICTURE, "nothing"),
            part(PartKind.QUESTION, "q-nothing"),
        ]
        talk = SlideMatters(taught).of_session(session(*gone, part(PartKind.SECTION, "scan#day")))

        assert talk.missing == tuple(one.title for one in gone)
        assert [(matter.part, matter.key) for matter in talk.matters[1:]] == [(0, "topic/scan#day")]

    def test_what_has_no_name_is_missed_by_its_id(self, taught: ReadingService) -> None:
        talk = SlideMatters(taught).of_session(session(Part(kind=PartKind.QUESTION, target="q-nothing")))

        assert talk.missing == ("q-nothing",)

    def test_shows_own_words(self, taught: ReadingService) -> None:
        words = ("Bread", "", "Water")
        matters = (
            SlideMatters(taught)
            .of_session(
                session(
                    Part(kind=PartKind.OWN, title="A break", words=words, minutes=5),
                    Part(kind=PartKind.OWN, title="Go", words=("On",)),
                )
            )
            .matters[1:]
        )

        assert [(matter.key, matter.title, matter.kind, matter.address) for matter in matters] == [
            ("own/0", "A break", MatterKind.OWN, ""),
            ("own/1", "Go", MatterKind.OWN, ""),
        ]
        assert [
            [(plain(piece.words), piece.mark.value) for piece in matter.pieces if isinstance(piece, Point)]
            for matter in matters
        ] == [[("Bread", "bullet"), ("Water", "bullet")], [("On", "")]]

    def test_asks_questions(self, taught: ReadingService) -> None:
        matter = only(SlideMatters(taught).of_session(session(part(PartKind.QUESTION, "q-best"))))

        assert matter.question == taught.question("q-best")
        assert (matter.key, matter.kind, matter.kicker) == ("question/q-best", MatterKind.QUESTION, "Bones")
        assert matter.title == "In how many of 40 children was bone pain the first sign?"
        assert (matter.settled_by, matter.address) == ("Bone pain › In short", "crmo://topic/pain#in-short")
        assert list(matter.references.values()) == ["Doe, Bones 2020"]
        assert matter.notes == ("How sure it is: cohort: Doe, Bones 2020.",)

    def test_asks_a_question_that_no_section_settles(self, taught: ReadingService) -> None:
        assert (
            only(SlideMatters(taught).of_session(session(part(PartKind.QUESTION, "q-lost")))).settled_by == ""
        )

    def test_what_comes_twice_can_be_told_apart(self, taught: ReadingService) -> None:
        day = part(PartKind.SECTION, "scan#day")
        talk = SlideMatters(taught).of_session(session(day, day, day))

        assert keys(talk)[1:] == ["topic/scan#day", "topic/scan#day@2", "topic/scan#day@3"]

    def test_what_is_misunderstood_in_a_chapter_is_told_once(self, taught: ReadingService) -> None:
        often = part(PartKind.SECTION, "pain#how-often")
        talk = SlideMatters(taught).of_session(
            session(Part(kind=PartKind.OWN, title="Hello"), often, part(PartKind.SECTION, "scan#day"))
        )
        told = [any("Why it matters" in note for note in matter.notes) for matter in talk.matters]

        assert told == [False, False, True, False]

    def test_a_topic_tells_it_on_its_title(self, taught: ReadingService) -> None:
        talk = SlideMatters(taught).of_session(
            session(part(PartKind.TOPIC, "pain"), part(PartKind.SECTION, "scan#day"))
        )
        told = [sum("Why it matters" in note for note in matter.notes) for matter in talk.matters]

        assert told == [0, 1, 0, 0, 0]


class TestTheEdition:
    def test_a_picture_by_itself(self, whole: ReadingService) -> None:
        matter = only(SlideMatters(whole).of_session(session(part(PartKind.PICTURE, "bone-map"))))

        assert (matter.key, matter.kind, matter.address) == (
            "picture/bone-map",
            MatterKind.PICTURE,
            "crmo://picture/bone-map",
        )
        assert [type(piece) for piece in matter.pieces] == [Figure]
        assert matter.references
        assert matter.kicker == "Bone map: where CRMO strikes"
        assert matter.notes[0].startswith("Ask the room: Which bones come first")
        assert matter.notes[-1].startswith(
            "How sure it is: cohort: d'Angelo and others, Pediatric Radiology 2021"
        )

    def test_pictures_are_shown_for_both_audiences(self, whole: ReadingService) -> None:
        pictures = [part(PartKind.PICTURE, picture.id) for picture in whole.pictures()]
        for audience in Audience:
            talk = SlideMatters(whole).of_session(session(*pictures, audience=audience))

            assert not talk.missing
            assert any(matter.notes[0].startswith("Ask the room: ") for matter in talk.matters[1:])

    def test_a_section_names_the_sources_of_its_pictures(self, whole: ReadingService) -> None:
        talk = SlideMatters(whole).of_topic(TopicId("mri"), Audience.CLINICIAN)
        [matter] = [matter for matter in talk.matters if matter.key == "topic/mri#yield"]
        [figure] = [piece for piece in matter.pieces if isinstance(piece, Figure)]

        assert set(whole.figure(figure.picture).sources) <= set(matter.references)

    @pytest.mark.parametrize("audience", Audience)
    def test_everything_in_it_can_be_shown(self, audience: Audience, whole: ReadingService) -> None:
        matters = SlideMatters(whole)
        sections = 0
        for chapter in whole.chapters():
            for entry in chapter.topics:
                talk = matters.of_topic(entry.id, audience)
                assert len(set(keys(talk))) == len(talk.matters)
                for matter in talk.matters:
                    assert matter.title
                    assert matter.pieces, matter.key
                sections += len(talk.matters) - 1
        assert sections > 400

    def test_a_question_of_each_audience(self, whole: ReadingService) -> None:
        questions = [part(PartKind.QUESTION, question.id) for question in whole.questions()]
        talk = SlideMatters(whole).of_session(session(*questions))

        assert not talk.missing
        assert all(matter.settled_by and matter.references for matter in talk.matters[1:])
