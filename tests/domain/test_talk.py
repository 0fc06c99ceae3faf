"""How long a talk is planned for."""

from dataclasses import replace
from datetime import UTC, datetime

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.session import Part, PartKind, Session
from crmo_desktop.domain.slides import Matter, MatterKind
from crmo_desktop.domain.talk import Talk, TalkPart

TITLE = Matter(key="topic/mri", kind=MatterKind.TITLE, title="MRI", audience=Audience.PATIENT)


def talk(*minutes: float | None) -> Talk:
    parts = tuple(TalkPart(title="A part", minutes=some) for some in minutes)
    return Talk(title="MRI", audience=Audience.PATIENT, matters=(TITLE,), parts=parts)


def test_minutes_are_those_of_all_parts_that_have_any() -> None:
    assert talk(5, None, 7.5).minutes == 12.5


def test_a_talk_without_a_plan_has_no_minutes() -> None:
    assert talk(None).minutes is None


def test_a_session_is_bare_when_nothing_of_it_is_left() -> None:
    part = Part(kind=PartKind.TOPIC, target="gone", title="Gone")
    changed = datetime(2026, 11, 26, tzinfo=UTC)
    session = Session(uid="s", name="S", audience=Audience.PATIENT, parts=(part,), changed=changed)

    assert not talk(1).is_bare
    assert not replace(talk(1), session=session).is_bare
    assert replace(talk(1), session=session, missing=("Gone",)).is_bare
    assert replace(talk(1), session=replace(session, parts=())).is_bare
