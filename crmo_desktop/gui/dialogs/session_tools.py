"""What the windows about sessions work with."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look

if TYPE_CHECKING:
    from crmo_desktop.services.agendas import Agenda
    from crmo_desktop.services.session_parts import SessionParts
    from crmo_desktop.services.sessions import Sessions


class SessionTools(NamedTuple):
    """What the windows about sessions work with.

    Attributes:
        parts: what can be put in.
        agendas: gives the plans of the workshop guide.
        audience: for whom the window shows its pages now.
    """

    sessions: "Sessions"
    parts: "SessionParts"
    agendas: "Callable[[], tuple[Agenda, ...]]"
    audience: Audience
    look: Look
    icons: IconShelf
