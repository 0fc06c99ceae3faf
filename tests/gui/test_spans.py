"""Tests of `crmo_desktop.gui.spans`."""

import pytest

from crmo_desktop.gui.spans import clock_face, in_minutes, short_face, spoken


@pytest.mark.parametrize(
    ("seconds", "face", "short", "words"),
    [
        (0, "00:00", "0:00", "0 seconds"),
        (1.9, "00:01", "0:01", "1 second"),
        (60, "01:00", "1:00", "1 minute"),
        (460, "07:40", "7:40", "7 minutes 40 seconds"),
        (3730, "1:02:10", "1:02:10", "62 minutes 10 seconds"),
        (-65, "01:05", "1:05", "1 minute 5 seconds"),
        (720, "12:00", "12:00", "12 minutes"),
    ],
)
def test_a_span_is_written_and_said(seconds: float, face: str, short: str, words: str) -> None:
    assert (clock_face(seconds), short_face(seconds), spoken(seconds)) == (face, short, words)


@pytest.mark.parametrize(("minutes", "words"), [(3.0, "3 min"), (2.5, "2.5 min")])
def test_planned_minutes_are_short(minutes: float, words: str) -> None:
    assert in_minutes(minutes) == words
