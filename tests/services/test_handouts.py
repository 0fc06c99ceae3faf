"""Tests of `crmo_desktop.services.handouts`."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.publication import OwnWords, Publication
from crmo_desktop.services.handouts import Handouts
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.handouts import HandoutRepository

NOON = datetime(2026, 11, 26, 12).astimezone()


class Clock:
    """Goes on by a minute each time it is looked at."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        self.time += timedelta(minutes=1)
        return self.time


def no_trouble() -> UserError | None:
    return None


def in_window(notebook: Notebook, clock: Clock) -> Handouts:
    return Handouts(HandoutRepository(notebook), now=clock, trouble=no_trouble)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def handouts(notebook: Notebook, clock: Clock) -> Handouts:
    return in_window(notebook, clock)


@pytest.fixture
def other_notebook(notebook: Notebook, notes: Path) -> Iterator[Notebook]:
    with closing(Notebook(notes)) as opened:
        yield opened


def publication(*lines: str) -> Publication:
    return Publication(title="Plan", contents=(OwnWords(lines=lines),))


def lines(found: Publication) -> list[str]:
    return [line for part in found.contents if isinstance(part, OwnWords) for line in part.lines]


def test_a_handout_is_saved_and_saved_again(handouts: Handouts) -> None:
    first = handouts.save("  Flare \n plan ", publication("a"), {"flares": "Flares"})
    assert first is not None

    again = handouts.save("Flare plan", publication("b"), {}, uid=first.uid)

    assert first.name == "Flare plan"
    assert again is not None
    (kept,) = handouts.all()
    assert kept == again == handouts.get(first.uid)
    assert lines(kept.publication) == ["b"]


def test_no_two_handouts_have_one_name(handouts: Handouts) -> None:
    first = handouts.save("Plan", publication("a"), {})
    second = handouts.save("Other", publication("b"), {})
    assert first is not None
    assert second is not None

    assert handouts.save("plan", publication("c"), {}) is None
    assert not handouts.rename(second.uid, "PLAN")
    assert handouts.rename(second.uid, "Another")
    assert not handouts.rename("gone", "Anything")

    assert [one.name for one in handouts.all()] == ["Another", "Plan"]


@pytest.mark.parametrize("name", ["", "  \n", "draft-1"])
def test_a_handout_has_a_name(handouts: Handouts, name: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        handouts.save(name, publication(), {})


def test_what_was_deleted_can_be_had_back(handouts: Handouts) -> None:
    saved = handouts.save("Plan", publication("a"), {})
    assert saved is not None

    deleted = handouts.delete(saved.uid)
    assert handouts.all() == ()
    assert handouts.delete(saved.uid) is None
    assert deleted is not None
    handouts.restore(deleted)

    assert handouts.all() == (saved,)


def test_it_comes_back_under_a_number_if_its_name_was_given_away(handouts: Handouts) -> None:
    saved = handouts.save("Plan", publication("a"), {})
    assert saved is not None
    handouts.delete(saved.uid)
    handouts.save("plan", publication("b"), {})
    handouts.save("Plan (2)", publication("c"), {})

    assert handouts.restore(saved).name == "Plan (3)"


def test_a_draft_outlives_the_window(handouts: Handouts, notebook: Notebook, clock: Clock) -> None:
    assert handouts.draft() is None
    handouts.keep_draft(publication("a"), {"flares": "Flares"})
    handouts.keep_draft(publication("a", "b"), {"flares": "Flares"}, name="Plan", of="1")

    draft = in_window(notebook, clock).draft()

    assert draft is not None
    assert (draft.name, draft.of, dict(draft.names)) == ("Plan", "1", {"flares": "Flares"})
    assert lines(draft.publication) == ["a", "b"]
    assert handouts.all() == ()


def test_a_draft_that_is_saved_is_none_any_more(handouts: Handouts) -> None:
    handouts.keep_draft(publication("a"), {})

    handouts.drop_draft()
    handouts.drop_draft()

    assert handouts.draft() is None


def test_what_is_set_aside_stays_among_the_drafts(handouts: Handouts) -> None:
    handouts.keep_draft(publication("a"), {})
    handouts.set_aside()
    handouts.keep_draft(publication("b"), {})

    assert [lines(draft.publication) for draft in handouts.drafts()] == [["b"], ["a"]]
    handouts.take(handouts.drafts()[1])
    handouts.keep_draft(publication("a", "c"), {})
    assert [lines(draft.publication) for draft in handouts.drafts()] == [["a", "c"], ["b"]]


def test_two_windows_lose_nothing_of_one_draft(
    handouts: Handouts, other_notebook: Notebook, clock: Clock
) -> None:
    handouts.keep_draft(publication("a"), {})
    other = in_window(other_notebook, clock)
    assert other.draft() is not None
    other.keep_draft(publication("a", "theirs"), {})

    handouts.keep_draft(publication("a", "ours"), {})

    found = [lines(draft.publication) for draft in handouts.drafts()]
    assert found == [["a", "ours"], ["a", "theirs"]]


def test_a_draft_that_was_forgotten_elsewhere_is_kept_anew(
    handouts: Handouts, other_notebook: Notebook, clock: Clock
) -> None:
    handouts.keep_draft(publication("a"), {})
    other = in_window(other_notebook, clock)
    other.draft()
    other.drop_draft()

    handouts.keep_draft(publication("b"), {})

    assert [lines(draft.publication) for draft in handouts.drafts()] == [["b"]]
