"""Tests of `crmo_desktop.store.handouts`."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crmo_desktop.domain.handout import DRAFT, Handout
from crmo_desktop.domain.publication import OwnWords, Publication
from crmo_desktop.store.database import Notebook, open_notebook
from crmo_desktop.store.handouts import HandoutRepository

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
FLARE = Handout(
    uid="1",
    name="Flare plan",
    publication=Publication(title="Flare plan", contents=(OwnWords(lines=("Ring us",)),)),
    names={"flares": "Flares"},
    changed=NOON,
)


@pytest.fixture
def notebook(path: Path) -> Notebook:
    return open_notebook(path)


@pytest.fixture
def handouts(notebook: Notebook) -> HandoutRepository:
    return HandoutRepository(notebook)


def test_a_handout_comes_back_as_it_was(handouts: HandoutRepository) -> None:
    assert handouts.put(FLARE)

    assert handouts.get("1") == FLARE
    assert handouts.all() == (FLARE,)
    assert handouts.get("2") is None


def test_it_is_kept_in_place_of_the_one_before(handouts: HandoutRepository) -> None:
    handouts.put(FLARE)
    later = replace(FLARE, name="Our flare plan", changed=NOON + timedelta(hours=1))

    assert handouts.put(later)

    assert handouts.all() == (later,)


def test_a_name_belongs_to_one(handouts: HandoutRepository) -> None:
    handouts.put(FLARE)
    other = replace(FLARE, uid="2", name="Drips")
    handouts.put(other)

    assert not handouts.put(replace(FLARE, uid="3", name="FLARE PLAN"))
    assert not handouts.put(replace(other, name="flare plan"))

    assert [handout.name for handout in handouts.all()] == ["Drips", "Flare plan"]


def test_drafts_are_told_apart_the_latest_first(handouts: HandoutRepository) -> None:
    first = replace(FLARE, uid=f"{DRAFT}a", of="1", name="Flare plan")
    second = replace(FLARE, uid=f"{DRAFT}b", name="", changed=NOON + timedelta(minutes=1))
    for handout in (FLARE, first, second):
        assert handouts.put(handout)

    assert handouts.all() == (FLARE,)
    assert handouts.drafts() == (second, first)


def test_it_can_be_deleted(handouts: HandoutRepository) -> None:
    handouts.put(FLARE)

    handouts.delete("1")

    assert handouts.all() == ()


@pytest.mark.parametrize("body", ["", "{}", '{"publication": 3}', "[1]"])
def test_one_that_cannot_be_read_is_left_out_and_stays(
    handouts: HandoutRepository, notebook: Notebook, body: str
) -> None:
    notebook.write(
        ("INSERT INTO handout (uid, name, body, changed_at) VALUES ('9', 'Odd', ?, '2026')", (body,))
    )
    handouts.put(FLARE)

    assert handouts.all() == (FLARE,)
    assert handouts.get("9") is None
    assert notebook.read("SELECT body FROM handout WHERE uid = '9'") == [(body,)]


def test_a_time_without_its_zone_is_a_fault(handouts: HandoutRepository) -> None:
    with pytest.raises(ValueError, match="zone"):
        handouts.put(replace(FLARE, changed=datetime(2026, 11, 26, 12)))  # noqa: DTZ001 - that is the fault
