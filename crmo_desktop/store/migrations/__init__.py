"""The steps from each version of the reader's file to the next, a module a version.

A step is never changed once a release has it: what changes the file further is the next one. Each step has
a test of its own and an old file in tests/data/, and a line here:

- 1: settings, reading history, places on pages.
- 2: questions kept for the trainer, recent searches.
- 3: bookmarks, highlights, notes and their folders, finished topics, handouts.
- 4: sessions, rehearsals, notes on slides, answers of rooms, the quiz.
"""

import sqlite3
from collections.abc import Callable
from typing import Final, NamedTuple

from crmo_desktop.store.migrations import v1, v2, v3, v4


class Step(NamedTuple):
    """One version's step.

    Attributes:
        version: that the file has after it.
        name: what it does, for the log.
        migrate: does it; runs within a transaction that is not its own.
    """

    version: int
    name: str
    migrate: Callable[[sqlite3.Connection], None]


STEPS: Final = (
    Step(1, v1.NAME, v1.migrate),
    Step(2, v2.NAME, v2.migrate),
    Step(3, v3.NAME, v3.migrate),
    Step(4, v4.NAME, v4.migrate),
)
