"""Tests of `crmo_desktop.domain.handout`."""

from datetime import UTC, datetime

from crmo_desktop.domain.handout import Handout, part_key
from crmo_desktop.domain.publication import Publication


def test_a_part_is_called_by_its_topic_or_by_topic_and_section() -> None:
    assert part_key("mri") == "mri"
    assert part_key("mri", "when") == "mri#when"


def test_a_handout_is_no_draft_unless_it_says_so() -> None:
    handout = Handout(
        uid="a",
        name="A",
        publication=Publication(title="A", contents=()),
        changed=datetime(2026, 11, 26, tzinfo=UTC),
    )

    assert handout.of == ""
    assert dict(handout.names) == {}
