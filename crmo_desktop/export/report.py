"""A report of an error in the reference: as text, and as the draft of a mail that nobody has sent."""

from binascii import b2a_base64
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

_MIME_WORD: Final = (
    39  # bytes in one encoded word: with what stands round it, a line of a header has 76 signs
)
_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Report:
    """What is to be written.

    Attributes:
        title: of the report.
        facts: what is known of the page: (name, what).
        answers: what the reader tells: (question, answer); those without an answer are left out.
    """

    title: str
    facts: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, str], ...]


def as_text(report: Report) -> str:
    """The report to be read by people."""
    lines = [report.title, "", *(f"{name}: {what}" for name, what in report.facts if what)]
    for question, answer in report.answers:
        if answer.strip():
            lines += ["", question, *(f"  {line}".rstrip() for line in answer.strip().splitlines())]
    return "\n".join([*lines, ""])


def as_mail(subject: str, text: str, when: datetime) -> bytes:
    """The report as a mail that is written but not sent: no sender and no receiver, the mail program asks.

    Args:
        subject: of the mail.
        text: what it says.
        when: with its time zone.

    Source:
        RFC 5322 (lines, date), RFC 2045 and 2047 (letters beyond ASCII). Standards ask a mail that is
        sent to name its sender; `X-Unsent` tells mail programs that this one is not.
    """
    body = text.replace("\r\n", "\n").replace("\n", "\r\n").encode("utf-8")
    headers = [
        "X-Unsent: 1",
        f"Date: {_date(when)}",
        f"Subject: {_header(subject)}",
        "MIME-Version: 1.0",
        'Content-Type: text/plain; charset="utf-8"',
        "Content-Transfer-Encoding: base64",
    ]
    lines = (b2a_base64(body[at : at + 57], newline=False) for at in range(0, len(body), 57))
    return "\r\n".join(headers).encode("ascii") + b"\r\n\r\n" + b"\r\n".join(lines) + b"\r\n"


def _date(when: datetime) -> str:
    """As mail writes it, in English whatever the computer speaks."""
    day, month = _DAYS[when.weekday()], _MONTHS[when.month - 1]
    return f"{day}, {when.day} {month} {when.year} {when:%H:%M:%S} {when:%z}"


def _header(text: str) -> str:
    """A header's words: in one line, and in words of their own where there are letters beyond ASCII."""
    text = " ".join(text.split())
    if text.isascii() and len(text) <= 66:
        return text
    words = (b2a_base64(part.encode("utf-8"), newline=False).decode("ascii") for part in _parts(text))
    return "\r\n ".join(f"=?utf-8?B?{word}?=" for word in words)


def _parts(text: str) -> Iterator[str]:
    """`text` in parts that an encoded word has room for, no letter torn."""
    part = ""
    for letter in text:
        if len((part + letter).encode("utf-8")) > _MIME_WORD:
            yield part
            part = ""
        part += letter
    yield part
