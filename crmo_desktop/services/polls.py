"""How rooms answered questions: hands, never names."""

import csv
import io
from typing import TYPE_CHECKING

from crmo_desktop.domain.quiz import Poll
from crmo_desktop.store.polls import PollRepository

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Polls:
    """The answers of rooms; each change stands in the file when its method returns."""

    def __init__(self, polls: PollRepository) -> None:
        self._polls = polls

    def all(self) -> tuple[Poll, ...]:
        """Every poll, the latest held first."""
        return self._polls.all()

    def keep(self, poll: Poll) -> None:
        """Keep a poll, in place of the one of its uid, if the hands were counted again."""
        self._polls.put(poll)

    def delete(self, uids: "Iterable[str]") -> tuple[Poll, ...]:
        """Keep these no longer; what is returned brings them back."""
        wanted = set(uids)
        found = tuple(poll for poll in self.all() if poll.uid in wanted)
        self._polls.delete(tuple(poll.uid for poll in found))
        return found

    def restore(self, polls: "Iterable[Poll]") -> None:
        """Bring back what was deleted, as it was."""
        self._polls.put(*polls)


def polls_as_csv(polls: "Iterable[Poll]", head: "Sequence[str]", yes: str, no: str) -> str:
    """Every option of every poll in a line of its own, with line ends as spreadsheets expect them.

    Args:
        polls: in the order of the lines.
        head: what the columns are called: when, session, question, words, option, hands, right, edition.
        yes: stands in the column "right" where the option is the right one.
        no: stands there else.
    """
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(head)
    for poll in polls:
        when = poll.held.astimezone().strftime("%Y-%m-%d %H:%M")
        for place, (option, hands) in enumerate(zip(poll.options, poll.counts, strict=True)):
            is_right = yes if place == poll.right else no
            words = (poll.session, poll.question, poll.text, option)
            lines.writerow([when, *map(_harmless, words), hands, is_right, poll.edition])
    return text.getvalue()


def _harmless(words: str) -> str:
    """Words as no spreadsheet takes them for a formula."""
    return f"'{words}" if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words
