"""A handout that the reader has put together, to be used again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from crmo_desktop.domain.publication import Publication

DRAFT: Final = "draft-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """A handout as it is kept.

    Attributes:
        uid: its name in the file, which never changes; that of a draft begins with `DRAFT`.
        name: that the reader gave it; "" for one that has none yet.
        publication: what is in it.
        names: what its parts were called when it was made, by `part_key`: a newer edition may lack one.
        of: uid of the saved handout of which this is a draft; "" for none.
        changed: with its time zone.
    """

    uid: str
    name: str
    publication: Publication
    changed: datetime
    names: Mapping[str, str] = field(default_factory=dict)
    of: str = ""

    @property
    def is_draft(self) -> bool:
        """Whether it is not saved."""
        return self.uid.startswith(DRAFT)


def part_key(topic: str, section: str | None = None) -> str:
    """How a part of a handout is called in `Handout.names`: `topic` or `topic#section`."""
    return topic if section is None else f"{topic}#{section}"
