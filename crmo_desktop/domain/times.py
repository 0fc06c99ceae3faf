"""Times as they stand in the reader's own files: ISO 8601, UTC."""

from datetime import UTC, datetime


def stamp(when: datetime) -> str:
    """How `when` stands in the file.

    Raises:
        ValueError: it has no time zone.
    """
    if when.tzinfo is None:
        raise ValueError(f"a time without its zone: {when}")
    return when.astimezone(UTC).isoformat()


def time_of(text: str) -> datetime:
    """The time that stands in the file.

    Raises:
        TypeError, ValueError: `text` is no time, or none that a clock can have shown.
    """
    when = datetime.fromisoformat(text)
    if not 1 < when.year < 9999:  # else it may lie beyond all calendars in another zone
        raise ValueError(f"no time of a clock: {text}")
    if when.tzinfo is UTC:
        return when
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
