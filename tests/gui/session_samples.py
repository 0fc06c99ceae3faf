"""Sessions for tests of the windows about them."""

from datetime import UTC, datetime
from functools import partial

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.session import Part, PartKind, Rehearsal, Session
from crmo_desktop.gui.dialogs.session_tools import SessionTools
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.agendas import agendas
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.session_parts import SessionParts
from crmo_desktop.services.sessions import Sessions
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.sessions import SessionRepository

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
PARTS = (
    Part(kind=PartKind.SECTION, target="mri#in-short", title="MRI: In short", minutes=5),
    Part(kind=PartKind.OWN, title="A break", words=("Tea is next door",), minutes=2.5, note="Open a window"),
    Part(kind=PartKind.TOPIC, target="gone", title="What an earlier edition had"),
)


def now() -> datetime:
    return NOON


def no_trouble() -> UserError | None:
    return None


def tools_of(reading: ReadingService, look: Look, icons: IconShelf) -> SessionTools:
    """With nothing kept yet, and a file in memory."""
    repository = SessionRepository(Notebook(None))
    return SessionTools(
        sessions=Sessions(repository, now=now, edition="2026-11-23", trouble=no_trouble),
        parts=SessionParts(reading, reading.questions),
        agendas=partial(agendas, reading),
        audience=Audience.PATIENT,
        look=look,
        icons=icons,
    )


def begun(tools: SessionTools, name: str = "Evening", parts: tuple[Part, ...] = PARTS) -> Session:
    return tools.sessions.begin(name, Audience.PATIENT, parts)


def rehearsal(session: Session, *, is_rehearsal: bool = True) -> Rehearsal:
    return Rehearsal(
        session=session.uid,
        titles=tuple(part.title for part in session.parts),
        seconds=tuple(65.0 for _ in session.parts),
        began=NOON,
        is_rehearsal=is_rehearsal,
    )
