from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmo_desktop.domain.backup import Backup, BackupContent, Occasion, Reason, expendable, kept

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


def backup(number: int, made: datetime = NOON, occasion: Occasion = Occasion.START) -> Backup:
    return Backup(name=f"{number:06}-{occasion}", number=number, made=made, occasion=occasion)


def sound(_: Backup) -> bool:
    return True


def after_years(clock: Callable[[int], datetime], starts: int) -> list[Backup]:
    """What is left after so many starts, each of which throws away what may go."""
    left: list[Backup] = []
    for number in range(1, starts + 1):
        left.append(backup(number, clock(number)))
        going = expendable(left, sound)
        left = [one for one in left if one not in going]
    return left


def days_ago(backups: Sequence[Backup], now: datetime) -> list[int]:
    return sorted((now.date() - one.made.date()).days for one in backups)


def test_three_starts_a_day_for_two_years() -> None:
    now = NOON + timedelta(days=730)

    left = after_years(lambda number: NOON + timedelta(hours=8 * number), 730 * 3)

    ago = days_ago(left, now)
    assert {day for day in ago if day < 7} == set(range(7))
    assert 300 < ago[-1] < 400
    assert len(left) <= 5 + 7 + 4 + 12


def test_one_start_a_month_keeps_every_one_for_a_year() -> None:
    left = after_years(lambda number: datetime(2020 + number // 12, number % 12 + 1, 3, tzinfo=UTC), 60)

    assert [one.number for one in left] == list(range(49, 61))


def test_each_is_kept_for_the_first_reason_that_holds() -> None:
    backups = [backup(number, NOON + timedelta(days=number)) for number in range(1, 60)]

    reasons = kept(backups)

    assert [one.number for one in backups if reasons.get(one) is Reason.LAST] == [55, 56, 57, 58, 59]
    assert [one.number for one in backups if reasons.get(one) is Reason.DAILY] == [53, 54]
    assert Reason.WEEKLY in reasons.values()
    assert Reason.MONTHLY in reasons.values()


def test_others_are_counted_apart() -> None:
    backups = [
        *(backup(number, occasion=Occasion.ASKED) for number in range(1, 13)),
        *(backup(number, occasion=Occasion.BEFORE) for number in range(21, 28)),
        *(backup(number, occasion=Occasion.UNSAVED) for number in range(31, 38)),
        backup(41),
    ]

    reasons = list(kept(backups).values())

    assert reasons.count(Reason.ASKED) == 10
    assert reasons.count(Reason.BEFORE) == 5
    assert reasons.count(Reason.UNSAVED) == 5
    assert reasons.count(Reason.LAST) == 1


@pytest.mark.parametrize("leap", [timedelta(days=40_000), timedelta(days=-15_000), timedelta(hours=5)])
def test_a_clock_that_leaps_for_a_while_costs_no_backup_made_after(leap: timedelta) -> None:
    before = [backup(number, NOON + timedelta(days=number)) for number in range(1, 6)]
    astray = [backup(number, NOON + leap + timedelta(days=number)) for number in range(6, 12)]
    after = [backup(number, NOON + timedelta(days=number)) for number in range(12, 17)]

    going = expendable([*astray, *after, *before], sound)

    assert not set(going) & set(after)
    assert [one for one in (*before, *astray) if one not in going], "days before are not lost altogether"


@given(
    st.lists(st.datetimes(timezones=st.just(UTC)), min_size=1, max_size=80),
    st.integers(min_value=-14, max_value=14),
)
def test_whatever_the_clock_says_the_last_ones_stay_and_few_enough(times: list[datetime], hours: int) -> None:
    zone = timezone(timedelta(hours=hours))
    backups = [backup(n, time.replace(tzinfo=zone)) for n, time in enumerate(times, 1)]

    going = expendable(backups, sound)

    assert not set(going) & set(backups[-5:])
    assert len(backups) - len(going) <= 5 + 7 + 4 + 12
    assert expendable([one for one in backups if one not in going], sound) == (), "once is enough"


@given(st.sets(st.integers(min_value=1, max_value=40)))
def test_the_last_sound_one_always_stays(sound_ones: set[int]) -> None:
    backups = [backup(number, NOON) for number in range(1, 41)]  # all on one day: five are to be kept

    going = expendable(backups, lambda one: one.number in sound_ones)

    left = {one.number for one in backups if one not in going}
    assert not sound_ones or max(sound_ones) in left
    assert len(left) <= 6


def test_what_the_reader_made_is_counted() -> None:
    content = BackupContent(
        is_sound=True, size=1, bookmarks=1, notes=2, visits=10, questions=3, sessions=4, polls=1
    )

    assert content.things == 11
