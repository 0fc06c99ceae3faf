"""The plans of the workshop guide as parts of sessions; and that those of the edition can be held."""

from datetime import UTC, datetime

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.session import Part, PartKind, Session
from crmo_desktop.domain.talk import Talk
from crmo_desktop.services.agendas import Agenda, agendas
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.slide_matter import SlideMatters


def test_an_agenda_says_what_it_is(taught: ReadingService) -> None:
    families, staff = agendas(taught)

    assert families[:5] == (
        "families-session-20",
        "20 minutes: a short talk",
        Audience.PATIENT,
        "For a class.",
        20,
    )
    assert staff[:5] == ("staff-session-20", "A huddle", Audience.CLINICIAN, "", 5)
    assert [(part.target, part.minutes) for part in staff.parts] == [("pain#who", 5)], (
        "the other is not for staff"
    )


def test_rows_become_parts(taught: ReadingService) -> None:
    families = agendas(taught)[0]

    assert families.parts == (
        Part(
            kind=PartKind.SECTION, target="pain#in-short", title="Bone pain: In short", minutes=5,
            note="Pain. Ask first",
        ),
        Part(
            kind=PartKind.OWN, title="A break, and time to talk", words=("Bone pain on the screen",),
            minutes=5,
        ),
        Part(
            kind=PartKind.SECTION, target="pain#how-often", title="Bone pain: How often?", minutes=2.5,
            note="How often, and the scan",
        ),
        Part(
            kind=PartKind.TOPIC, target="scan", title="MRI scan", minutes=2.5, note="How often, and the scan"
        ),
        Part(
            kind=PartKind.CASE, target="case-studies#girl", title="Case studies: A girl", minutes=5,
            note="A story",
        ),
        Part(
            kind=PartKind.TOPIC, target="teaching-points", title="Teaching points",
            note="Leave on the screen.",
        ),
    )  # fmt: skip


def test_an_edition_without_the_guide_has_none(reading: ReadingService) -> None:
    assert agendas(reading) == ()


def test_the_edition_has_six_and_each_can_be_held(whole: ReadingService) -> None:
    found = agendas(whole)

    assert [(agenda.audience, agenda.minutes) for agenda in found] == [
        (audience, minutes) for audience in Audience for minutes in (20, 45, 90)
    ]
    for agenda in found:
        assert agenda.whom
        assert sum(part.minutes or 0 for part in agenda.parts) == agenda.minutes
        assert not talk_of(whole, agenda).missing
        assert sum(part.minutes is None for part in agenda.parts) == 1, "what stays on the screen"


def test_nine_parts_in_ten_of_the_agendas_have_notes_of_their_own(whole: ReadingService) -> None:
    parts = [part for agenda in agendas(whole) for part in agenda.parts if part.kind is not PartKind.OWN]
    matters = [
        matter
        for agenda in agendas(whole)
        for matter in talk_of(whole, agenda).matters
        if any(note.startswith("Ask the room: ") for note in matter.notes)
    ]

    assert len(matters) >= 0.9 * len(parts)


def talk_of(reading: ReadingService, agenda: Agenda) -> Talk:
    session = Session(
        uid="s-1", name=agenda.title, audience=agenda.audience, parts=agenda.parts,
        changed=datetime(2026, 11, 26, tzinfo=UTC),
    )  # fmt: skip
    return SlideMatters(reading).of_session(session)
