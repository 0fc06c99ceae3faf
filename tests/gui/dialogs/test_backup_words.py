from datetime import UTC, datetime, timedelta, timezone

import pytest

from crmo_desktop.domain.backup import Backup, BackupContent, Occasion, Reason
from crmo_desktop.gui.dialogs.backup_words import BackupWords

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.fixture
def words() -> BackupWords:
    return BackupWords()


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (datetime(2026, 11, 26, 9, 2, 59, tzinfo=UTC), "today, 09:02"),
        (datetime(2026, 11, 25, 18, 40, tzinfo=UTC), "yesterday, 18:40"),
        (datetime(2026, 11, 24, 0, 0, tzinfo=UTC), "24 November 2026, 00:00"),
        (datetime(2099, 1, 2, 3, 4, tzinfo=UTC), "2 January 2099, 03:04"),
        (datetime(2026, 11, 26, 7, 0, tzinfo=timezone(timedelta(hours=-5))), "today, 07:00"),
    ],
)
def test_the_day_is_said_as_one_says_it(made: datetime, said: str, words: BackupWords) -> None:
    backup = Backup(name="", number=1, made=made, occasion=Occasion.START)

    assert words.when(backup, NOW) == said


def test_every_reason_has_words_of_its_own(words: BackupWords) -> None:
    said = [words.reason(reason) for reason in (*Reason, None)]

    assert len(set(said)) == len(Reason) + 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (BackupContent(is_sound=False, size=9), "Damaged. It cannot be used."),
        (
            BackupContent(is_sound=False, size=9, is_newer=True),
            "Made by a newer version of CRMO Desktop. It cannot be used here.",
        ),
        (BackupContent(is_sound=True, size=9), "Settings only"),
        (
            BackupContent(is_sound=True, size=9, bookmarks=1, notes=2, visits=1, newest="MRI"),
            "1 bookmark, 2 notes, 1 page read. The latest: MRI",
        ),
        (
            BackupContent(
                is_sound=True, size=9, bookmarks=2, highlights=1, folders=3, finished=1, handouts=1,
                visits=5, sessions=1, slide_notes=2, polls=3, quiz_rounds=1,
            ),
            (
                "2 bookmarks, 1 highlight, 3 folders, 1 topic finished, 1 handout, 1 session, "
                "2 notes on slides, 3 answers of rooms, 1 round of the quiz, 5 pages read"
            ),
        ),
    ],
)  # fmt: skip
def test_what_is_in_it_is_counted(content: BackupContent, said: str, words: BackupWords) -> None:
    assert words.holds(content) == said


def test_things_are_counted(words: BackupWords) -> None:
    assert [words.things(count) for count in (1, 2)] == ["1 thing of yours", "2 things of yours"]
