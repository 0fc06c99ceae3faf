"""Handouts that the reader puts together: kept under a name, used again, and never lost half done."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from crmo_desktop.domain.handout import DRAFT, Handout
from crmo_desktop.store.handouts import HandoutRepository

if TYPE_CHECKING:
    from crmo_desktop.domain.errors import UserError
    from crmo_desktop.domain.publication import Publication

LONGEST_NAME: Final = 80  # characters


class Handouts:
    """The reader's handouts; each change stands in the file when its method returns.

    One handout is on the table: what `keep_draft` last kept, until it is saved or put away.
    """

    def __init__(
        self,
        handouts: HandoutRepository,
        *,
        now: Callable[[], datetime],
        trouble: "Callable[[], UserError | None]",
    ) -> None:
        """Wrap the repository.

        Args:
            handouts: where they are kept.
            now: gives the time with its zone.
            trouble: what is wrong with the reader's file now; None when all is well.
        """
        self._handouts, self._now = handouts, now
        self.trouble = trouble
        self._draft: Handout | None = None  # as this window has last kept it

    # --- what is saved

    def all(self) -> tuple[Handout, ...]:
        """Every saved handout, by name."""
        return self._handouts.all()

    def get(self, uid: str) -> Handout | None:
        """The handout of this uid; None if it is there no longer."""
        return self._handouts.get(uid)

    def save(
        self, name: str, publication: "Publication", names: Mapping[str, str], *, uid: str = ""
    ) -> Handout | None:
        """Save under `name`; None, and nothing done, if another handout is called so.

        Args:
            name: cut at `LONGEST_NAME`.
            publication: what is in it.
            names: what its parts are called now.
            uid: of the handout that it takes the place of; "" for a new one.

        Raises:
            ValueError: `name` is empty.
        """
        handout = Handout(
            uid=uid or str(uuid.uuid4()),
            name=_checked(name),
            publication=publication,
            names=dict(names),
            changed=self._now(),
        )
        return handout if self._handouts.put(handout) else None

    def rename(self, uid: str, name: str) -> bool:
        """Call a handout `name`; false, and nothing done, if another is called so.

        Raises:
            ValueError: `name` is empty.
        """
        handout, name = self.get(uid), _checked(name)
        return handout is not None and self._handouts.put(replace(handout, name=name))

    def delete(self, uid: str) -> Handout | None:
        """Keep it no longer; what is returned brings it back. None if it was gone already."""
        handout = self.get(uid)
        self._handouts.delete(uid)
        return handout

    def restore(self, handout: Handout) -> Handout:
        """Bring back what was deleted; if its name was given to another meanwhile, with a number."""
        number, wanted = 2, handout
        while not self._handouts.put(wanted):
            wanted = replace(handout, name=f"{handout.name} ({number})")
            number += 1
        return wanted

    # --- what is on the table

    def drafts(self) -> tuple[Handout, ...]:
        """What is not saved, the latest first, on the table or not."""
        return self._handouts.drafts()

    def draft(self) -> Handout | None:
        """What was worked on last and is not saved, even if that was before a crash; None if all is saved.

        It is on the table from now on.
        """
        drafts = self._handouts.drafts()
        return None if not drafts else self.take(drafts[0])

    def take(self, draft: Handout) -> Handout:
        """Have `draft` on the table."""
        self._draft = draft
        return draft

    def set_aside(self) -> None:
        """Clear the table; what was on it stays among the drafts."""
        self._draft = None

    def keep_draft(
        self, publication: "Publication", names: Mapping[str, str], *, name: str = "", of: str = ""
    ) -> None:
        """Keep what is being put together; one that another window has changed meanwhile stays beside it.

        Args:
            publication: what is in it by now.
            names: what its parts are called now.
            name: of the saved handout that it was; "" for none.
            of: the uid of that.
        """
        before = self._draft
        if before is None or self._handouts.get(before.uid) not in (before, None):
            uid = f"{DRAFT}{uuid.uuid4()}"
        else:
            uid = before.uid
        self._draft = Handout(
            uid=uid, name=name, publication=publication, names=dict(names), of=of, changed=self._now()
        )
        self._handouts.put(self._draft)

    def drop_draft(self) -> None:
        """What was on the table is saved, or not wanted."""
        if self._draft is not None:
            self._handouts.delete(self._draft.uid)
        self._draft = None


def _checked(name: str) -> str:
    name = " ".join(name.split())[:LONGEST_NAME]
    if not name or name.startswith(DRAFT):
        raise ValueError(f"no name for a handout: {name!r}")
    return name
