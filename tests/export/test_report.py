"""Reports of errors, read back by Python's own mail parser."""

from datetime import datetime, timedelta, timezone
from email import message_from_bytes, policy

import pytest

from crmo_desktop.export.report import Report, as_mail, as_text

WHEN = datetime(2026, 11, 26, 9, 5, 7, tzinfo=timezone(timedelta(hours=-5)))
REPORT = Report(
    "Report",
    (("Page", "MRI"), ("System", "")),
    (("What is wrong?", "The dose.\n\nLine two. "), ("From:", "  ")),
)


def test_only_what_there_is_is_written() -> None:
    assert as_text(REPORT) == "Report\n\nPage: MRI\n\nWhat is wrong?\n  The dose.\n\n  Line two.\n"


@pytest.mark.parametrize(
    "subject",
    [
        "Error on “NSAIDs”: Für Ärzte – 骨髄炎",
        "Plain words",
        "long words " * 20,
        "Ж" * 90,
        "two\r\nBcc: somebody@example.org",
    ],
)
def test_a_mail_program_reads_the_same_words(subject: str) -> None:
    text = as_text(REPORT) + "é" * 200 + "\n"

    data = as_mail(subject, text, WHEN)
    mail = message_from_bytes(data, policy=policy.default)

    assert mail["Subject"] == " ".join(subject.split())
    assert mail.get_content().replace("\r\n", "\n") == text
    assert mail["Date"].datetime == WHEN
    assert mail["X-Unsent"] == "1"
    assert (mail["To"], mail["From"], mail["Bcc"]) == (None, None, None)
    assert mail.defects == []


def test_its_lines_are_those_of_the_standard() -> None:
    data = as_mail("Ж" * 90, "é" * 500, WHEN)

    assert data.isascii()
    assert all(len(line) <= 78 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
