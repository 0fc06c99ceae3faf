"""How long a talk is planned for."""

from crmo_desktop.domain.audience import Audience
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
