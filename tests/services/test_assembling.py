"""Tests of `crmo_desktop.services.assembling`, on the small content."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.handout import Handout
from crmo_desktop.domain.identifiers import SectionId, TopicId
from crmo_desktop.domain.publication import Content, Extract, OwnWords, Passage, Publication
from crmo_desktop.services.assembling import Assembly
from crmo_desktop.services.reading import ReadingService

PAIN, SCAN, GONE = TopicId("pain"), TopicId("scan"), TopicId("gone")
FAMILIES, CLINICIANS = Audience.PATIENT, Audience.CLINICIAN
IN_SHORT, HOW_OFTEN = SectionId("in-short"), SectionId("how-often")
OWN = OwnWords(heading="Room 4", lines=("Ring us",), ruled=2)


@pytest.fixture
def table(reading: ReadingService) -> Assembly:
    return Assembly(reading)


def extract(topic: TopicId, *sections: str, audience: Audience = FAMILIES) -> Extract:
    return Extract(topic=topic, audience=audience, sections=tuple(SectionId(id) for id in sections) or None)


def handout(*contents: Content, uid: str = "1", of: str = "") -> Handout:
    return Handout(
        uid=uid,
        name="Plan",
        publication=Publication(title="Plan", contents=contents),
        names={"gone": "Old page", "gone#a": "Old part"},
        changed=datetime(2026, 11, 26, tzinfo=UTC),
        of=of,
    )


def test_parts_come_in_the_order_in_which_they_are_chosen(table: Assembly) -> None:
    table.choose(SCAN, None, FAMILIES, on=True)
    table.choose(PAIN, HOW_OFTEN, FAMILIES, on=True)
    table.choose(PAIN, IN_SHORT, FAMILIES, on=True)
    table.choose(PAIN, SectionId("who"), CLINICIANS, on=True)

    assert table.parts() == (
        extract(SCAN), extract(PAIN, "how-often"), extract(PAIN, "in-short"),
        extract(PAIN, "who", audience=CLINICIANS),
    )  # fmt: skip
    assert table.chosen(FAMILIES) == {"scan", "pain#how-often", "pain#in-short"}
    assert table.chosen(CLINICIANS) == {"pain#who"}


def test_a_whole_topic_takes_the_place_of_its_parts(table: Assembly) -> None:
    table.choose(PAIN, IN_SHORT, FAMILIES, on=True)
    table.choose(PAIN, None, FAMILIES, on=True)

    assert table.parts() == (extract(PAIN),)
    table.choose(PAIN, None, FAMILIES, on=False)
    assert table.parts() == ()


def test_a_section_out_of_a_whole_topic_leaves_the_others(table: Assembly) -> None:
    table.add(OWN)
    table.choose(PAIN, None, FAMILIES, on=True)

    table.choose(PAIN, IN_SHORT, FAMILIES, on=False)
    assert table.parts() == (OWN, extract(PAIN, "how-often"))

    table.choose(PAIN, HOW_OFTEN, FAMILIES, on=False)
    assert table.parts() == (OWN,)


def test_the_words_for_others_stay(table: Assembly) -> None:
    table.choose(PAIN, HOW_OFTEN, FAMILIES, on=True)
    table.choose(PAIN, HOW_OFTEN, CLINICIANS, on=True)

    table.choose(PAIN, HOW_OFTEN, FAMILIES, on=False)

    assert table.parts() == (extract(PAIN, "how-often", audience=CLINICIANS),)


def test_parts_are_moved_no_further_than_the_ends(table: Assembly) -> None:
    for topic in (PAIN, SCAN):
        table.choose(topic, None, FAMILIES, on=True)

    assert table.move(1, -1) == 0
    assert table.parts() == (extract(SCAN), extract(PAIN))
    assert table.move(0, -1) == 0
    assert table.move(1, 1) == 1
    assert table.parts() == (extract(SCAN), extract(PAIN))


def test_every_step_can_be_undone(table: Assembly) -> None:
    assert not table.can_undo()
    table.undo()
    table.choose(PAIN, None, FAMILIES, on=True)
    place = table.add(OWN)
    table.put(place, replace(OWN, ruled=9))
    table.move(1, -1)
    table.tick(0, on=False)  # as it is
    table.tick(1, on=True)
    table.remove(0)

    seen = []
    while table.can_undo():
        table.undo()
        seen.append(len(table.parts()))

    assert seen == [2, 2, 2, 2, 1, 0]


def test_lists_are_made_lists_to_tick(table: Assembly) -> None:
    words = Passage(topic=PAIN, audience=FAMILIES, html="<p>x</p>")
    for part in (extract(PAIN), OWN, words):
        table.add(part)

    for place in range(3):
        table.tick(place, on=True)

    assert table.parts() == (
        replace(extract(PAIN), is_checklist=True), replace(OWN, is_checklist=True), words,
    )  # fmt: skip


def test_a_handout_is_laid_out_section_by_section(table: Assembly) -> None:
    table.lay(handout(extract(PAIN, "in-short", "how-often"), OWN))

    assert table.parts() == (extract(PAIN, "in-short"), extract(PAIN, "how-often"), OWN)
    assert (table.uid, table.name) == ("1", "Plan")
    assert not table.can_undo()
    table.lay(handout(uid="draft-2", of="7"))
    assert table.uid == "7"
    table.lay(handout(uid="draft-2"))
    assert table.uid == ""
    table.lay(None)
    assert (table.uid, table.name, table.parts()) == ("", "", ())


def test_what_is_gone_is_still_called_by_its_name(table: Assembly) -> None:
    lost = Passage(topic=GONE, audience=FAMILIES, html="<p>x</p>")
    table.lay(handout(extract(GONE, "a"), extract(GONE), extract(PAIN, "in-short"), OWN, lost))

    assert [table.is_missing(place) for place in range(5)] == [True, True, False, False, True]
    pain = table.names()["pain"]
    assert [table.title(place) for place in range(5)] == [
        ("Old page", "Old part"), ("Old page", ""), (pain, "In short"), ("Room 4", ""), ("Old page", ""),
    ]  # fmt: skip


def test_own_words_without_a_heading_are_called_by_their_lines(table: Assembly) -> None:
    table.add(OwnWords(lines=("One", "Two")))

    assert table.title(0) == ("One · Two", "")


def test_a_publication_gets_the_parts(table: Assembly) -> None:
    table.add(OWN)

    made = table.applied_to(Publication(title="T", contents=(), clinic="C"))

    assert made == Publication(title="T", contents=(OWN,), clinic="C")
