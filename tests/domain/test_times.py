from datetime import UTC, datetime, timedelta, timezone

import pytest

from crmo_desktop.domain.times import stamp, time_of

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


def test_times_stand_there_in_utc() -> None:
    assert stamp(NOON.astimezone(timezone(timedelta(hours=5, minutes=30)))) == "2026-11-26T12:00:00+00:00"
    assert time_of("2026-11-26T12:00:00+00:00") == NOON


def test_a_time_without_its_zone_is_not_kept() -> None:
    with pytest.raises(ValueError, match="zone"):
        stamp(NOON.replace(tzinfo=None))


@pytest.mark.parametrize("text", ["2026-11-26T12:00:00", "2026-11-26T14:00:00+02:00"])
def test_a_time_of_another_program_is_read(text: str) -> None:
    assert time_of(text) == NOON
    assert time_of(text).tzinfo is UTC


@pytest.mark.parametrize(
    "text", ["", "noon", "2026-13-01", "0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59Z"]
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"time|isoformat|month"):
        time_of(text)
