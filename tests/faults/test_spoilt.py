"""Files as a power cut or a failing disk leaves them: opened with what they hold, or told and left alone."""

import random
from contextlib import closing
from datetime import UTC, datetime

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.backup import Occasion
from crmo_desktop.domain.errors import NotesDamagedError
from crmo_desktop.domain.own_things import Spot
from crmo_desktop.services.backups import Backups
from crmo_desktop.store.backups import BackupFolder
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.trouble import Trouble
from tests.faults.conftest import Spoilt
from tests.faults.editing import Hand, State

STEP = 512  # bytes: what a disk writes whole
SPOT = Spot(page="crmo://topic/after", audience=Audience.PATIENT, title="after")


def looked_at(spoilt: Spoilt) -> State | None:
    """What the file gives when it is opened; None if it is refused, and so left as it is.

    Either way one can go on working, and what is made is there afterwards.
    """
    path = spoilt.path
    files = {file: file.read_bytes() for file in sorted(path.parent.glob("notes.sqlite*"))}
    with closing(Notebook(path, busy_ms=10)) as notebook:
        hand = Hand(notebook)
        state = hand.state()
        was_refused = notebook.trouble is not None
        hand.things.bookmark(SPOT)
        assert "after" in hand.state().things
        if was_refused:
            assert notebook.trouble is Trouble.DAMAGED
            assert isinstance(notebook.problem, NotesDamagedError)
            assert not notebook.try_again()
            for file, content in files.items():
                assert file.read_bytes() == content, "a file that is refused is not touched"
            return None
        assert notebook.trouble is None
    with closing(Notebook(path)) as again:
        assert "after" in Hand(again).state().things
    return state


pytestmark = pytest.mark.slow


def test_the_log_cut_anywhere_gives_what_was_confirmed_before(spoilt: Spoilt) -> None:
    state: State | None = None
    at = 90
    for length in (*range(0, len(spoilt.log), STEP), len(spoilt.log)):
        spoilt.put(spoilt.database, spoilt.log[:length])
        state = looked_at(spoilt)
        assert state in spoilt.states[at:], "the more there is of the log, the more there is in the file"
        at = spoilt.states.index(state, at)

    assert state == spoilt.states[140]


@pytest.mark.parametrize("with_log", [True, False])
def test_the_file_cut_anywhere_is_whole_by_its_log_or_refused(spoilt: Spoilt, with_log: bool) -> None:
    whole = spoilt.states[140 if with_log else 90]
    refused = 0
    for length in range(0, len(spoilt.database), STEP):
        spoilt.put(spoilt.database[:length], spoilt.log if with_log else None)
        state = looked_at(spoilt)
        assert state in (None, whole)
        refused += state is None

    assert refused > 50


@pytest.mark.parametrize("with_log", [True, False])
def test_a_byte_that_flips_is_survived(spoilt: Spoilt, with_log: bool) -> None:
    choose = random.Random(3)
    refused = 0
    for _ in range(300):
        database = bytearray(spoilt.database)
        database[choose.randrange(len(database))] ^= 1 << choose.randrange(8)
        spoilt.put(bytes(database), spoilt.log if with_log else None)
        refused += looked_at(spoilt) is None

    assert 0 < refused < 300


def test_a_byte_of_the_log_that_flips_costs_what_was_made_after_it_at_most(spoilt: Spoilt) -> None:
    choose = random.Random(4)
    for _ in range(150):
        log = bytearray(spoilt.log)
        log[choose.randrange(len(log))] ^= 1 << choose.randrange(8)
        spoilt.put(spoilt.database, bytes(log))
        assert looked_at(spoilt) in spoilt.states[90:]


def test_whatever_is_refused_is_put_right_by_its_backup(spoilt: Spoilt) -> None:
    spoilt.put(spoilt.database, spoilt.log)
    now = datetime(2026, 11, 26, 9, 2, tzinfo=UTC)
    assert BackupFolder(spoilt.path).make(Occasion.START, now) is not None
    whole = spoilt.states[140]

    for length in (0, 1, 100, 512, 4096, 5000, len(spoilt.database) - 5000):
        spoilt.put(spoilt.database[:length], None)
        with closing(Notebook(spoilt.path)) as notebook:
            hand = Hand(notebook)
            hand.things.bookmark(SPOT)
            backups = Backups(notebook, now=lambda: now)
            latest = backups.latest_sound()
            assert latest is not None
            backups.restore(latest)
            state = hand.state()
            assert state.things.pop("after")
            assert state == whole
            assert notebook.trouble is None


def test_what_can_be_read_of_a_spoilt_file_is_found(spoilt: Spoilt) -> None:
    choose = random.Random(5)
    found: list[int] = []
    for _ in range(60):
        database = bytearray(spoilt.database)
        page = choose.randrange(1, len(database) // 4096)
        database[page * 4096 : (page + 1) * 4096] = choose.randbytes(4096)
        spoilt.put(bytes(database), None)
        with closing(Notebook(spoilt.path)) as notebook:
            if notebook.problem is None:
                continue
            backups = Backups(notebook, now=lambda: datetime(2026, 11, 26, tzinfo=UTC))
            there = backups.salvaged()
            backups.keep_salvaged()
            assert backups.trouble() is None
            state = Hand(notebook).state()
            assert there == sum(
                len(part) for part in (state.things, state.folders, state.finished, state.questions)
            )
            found.append(there)
        for kept in spoilt.path.parent.glob("notes.damaged-*"):
            kept.unlink()

    whole = spoilt.states[90]
    assert max(found) >= len(whole.things)
    assert sum(found) / len(found) > len(whole.things) / 2
