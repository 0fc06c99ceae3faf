"""Sessions that a trainer puts together: kept at every step, copied, taken along as files, rehearsed."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from crmo_desktop import __version__
from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import (
    NotSessionError,
    SessionPartError,
    SessionTooLargeError,
    SessionTooNewError,
)
from crmo_desktop.domain.session import LONGEST_NAME, Part, Rehearsal, Session
from crmo_desktop.domain.session_json import VERSION, NoSessionFileError, read_session_file, session_file
from crmo_desktop.domain.times import stamp
from crmo_desktop.services.chosen_file import text_of
from crmo_desktop.store.sessions import SessionRepository

if TYPE_CHECKING:
    from crmo_desktop.domain.errors import UserError

LARGEST: Final = 5  # megabytes of a file that is read: a session is a few thousand words at most


class DeletedSession(NamedTuple):
    """What brings a deleted session back."""

    session: Session
    rehearsals: tuple[Rehearsal, ...]  # the first one first


class TakenIn(NamedTuple):
    """What came of a file.

    Attributes:
        session: as it is here now.
        is_new: it was not here before.
    """

    session: Session
    is_new: bool


class Sessions:
    """The reader's sessions; each change stands in the file when its method returns."""

    def __init__(
        self,
        sessions: SessionRepository,
        *,
        now: Callable[[], datetime],
        edition: str,
        trouble: "Callable[[], UserError | None]",
    ) -> None:
        """Wrap the repository.

        Args:
            sessions: where they are kept.
            now: gives the time with its zone.
            edition: date of the edition that is read, as YYYY-MM-DD.
            trouble: what is wrong with the reader's file now; None when all is well.
        """
        self._sessions, self._now, self._edition = sessions, now, edition
        self.trouble = trouble

    def all(self) -> tuple[Session, ...]:
        """Every session, by name."""
        return self._sessions.all()

    def get(self, uid: str) -> Session | None:
        """The session of this uid; None if it is there no longer."""
        return self._sessions.get(uid)

    def begin(
        self, name: str, audience: Audience, parts: tuple[Part, ...] = (), *, from_agenda: str = ""
    ) -> Session:
        """A new session, kept at once; where another is called `name`, it has a number behind it.

        Raises:
            ValueError: `name` is empty.
        """
        session = Session(
            uid=str(uuid.uuid4()),
            name=_checked(name),
            audience=audience,
            parts=parts,
            changed=self._now(),
            edition=self._edition,
            from_agenda=from_agenda,
        )
        return self._put_under_free_name(session)

    def keep(self, session: Session) -> bool:
        """Keep `session` as it is now; false, and nothing done, if another is called so.

        Raises:
            ValueError: its name is empty.
        """
        return self._sessions.put(replace(session, name=_checked(session.name), changed=self._now()))

    def rename(self, uid: str, name: str) -> bool:
        """Call a session `name`; false, and nothing done, if another is called so, or there is none.

        Raises:
            ValueError: `name` is empty.
        """
        session = self.get(uid)
        return session is not None and self.keep(replace(session, name=name))

    def copy(self, uid: str) -> Session | None:
        """Another one like it, with a number behind its name and no rehearsals; None if there is none."""
        session = self.get(uid)
        if session is None:
            return None
        copied = replace(session, uid=str(uuid.uuid4()), changed=self._now())
        return self._put_under_free_name(copied)

    def delete(self, uid: str) -> DeletedSession | None:
        """Keep it no longer; what is returned brings it back. None if it was gone already."""
        session = self.get(uid)
        rehearsals = tuple(reversed(self._sessions.rehearsals(uid)))
        self._sessions.delete(uid)
        return None if session is None else DeletedSession(session, rehearsals)

    def restore(self, deleted: DeletedSession) -> Session:
        """Bring back what was deleted; if its name was given to another meanwhile, with a number."""
        session = self._put_under_free_name(deleted.session)
        self._sessions.keep_rehearsals(*deleted.rehearsals)
        return session

    def _put_under_free_name(self, session: Session) -> Session:
        number, wanted = 2, session
        while not self._sessions.put(wanted):
            end = f" ({number})"
            wanted = replace(session, name=session.name[: LONGEST_NAME - len(end)] + end)
            number += 1
        return wanted

    # --- rehearsals

    def keep_rehearsal(self, rehearsal: Rehearsal) -> None:
        """Keep how long each part took."""
        self._sessions.keep_rehearsals(rehearsal)

    def rehearsals(self, uid: str) -> tuple[Rehearsal, ...]:
        """Of a session, the latest first."""
        return self._sessions.rehearsals(uid)

    # --- files

    def save_file(self, session: Session, path: Path) -> None:
        """Write `session` into one file, whole or not at all.

        Raises:
            UserError: it cannot be written there.
        """
        from crmo_desktop.export.whole_file import write_text

        write_text(path, session_file(session, program=__version__, exported=stamp(self._now())))

    def take_in(self, path: Path) -> TakenIn:
        """Take in the session of a file; one that is here and is another by now stays beside it.

        Raises:
            FileNotReadError: there is no such file, or it may not be read.
            NotSessionError: it is no session, or damaged.
            SessionPartError: one of its parts cannot be read.
            SessionTooNewError: a later release wrote it.
            SessionTooLargeError: it is larger than any that we write.
        """
        found = session_in(path, read=self._now())
        here = self.get(found.uid)
        if here is None:
            return TakenIn(self._put_under_free_name(found), is_new=True)
        if replace(found, name=here.name, changed=here.changed) == here:
            return TakenIn(here, is_new=False)
        return TakenIn(self._put_under_free_name(replace(found, uid=str(uuid.uuid4()))), is_new=True)


def session_in(path: Path, *, read: datetime) -> Session:
    """The session that stands in a file, as changed at `read`.

    Raises:
        UserError: as `Sessions.take_in` does.
    """
    try:
        return read_session_file(
            text_of(path, LARGEST, too_large=SessionTooLargeError, not_ours=NotSessionError), read=read
        )
    except NoSessionFileError as error:
        if error.version is not None:
            raise SessionTooNewError(path, found=error.version, supported=VERSION) from error
        if error.part:
            raise SessionPartError(path, part=error.part) from error
        raise NotSessionError(path) from error


def _checked(name: str) -> str:
    name = " ".join(name.split())[:LONGEST_NAME]
    if not name:
        raise ValueError(f"no name for a session: {name!r}")
    return name
