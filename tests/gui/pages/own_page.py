"""The page of the reader's own things by itself, over a file of its own."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtWidgets import QApplication

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.own_things import Thing
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages.own_listing import OwnSources
from crmo_desktop.gui.pages.own_things import OwnThingsPage
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.journal import Journal
from crmo_desktop.services.keeping import Keeping, Kept
from crmo_desktop.services.own import Own
from crmo_desktop.services.preferences import Preferences
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.history import HistoryRepository, Visit
from crmo_desktop.store.settings import Settings
from tests.gui.own_samples import make_things


def now() -> datetime:
    return datetime.now().astimezone()


@dataclass
class OwnDesk:
    """What the page works with, and what was done.

    Attributes:
        made: things by the names that `make_things` gives them.
        deleted: what was deleted, and what has it back.
    """

    page: OwnThingsPage
    sources: OwnSources
    history: HistoryRepository
    made: dict[str, Thing]
    deleted: list[tuple[str, object]]

    def visited(self, *titles: str, days_ago: int = 0) -> None:
        """Note visits, the first of them first."""
        for title in titles:
            when = now() - timedelta(days=days_ago)
            address = f"crmo://topic/{title.lower()}"
            self.history.record(Visit(address=address, title=title, audience=Audience.PATIENT, when=when))


def sources_over(reading: ReadingService, notebook: Notebook) -> tuple[OwnSources, HistoryRepository]:
    """What the page asks, over `notebook`."""
    own, settings = Own(notebook, now=now, edition="2026-11-26"), Settings(notebook)
    history = HistoryRepository(notebook)
    return (
        OwnSources(
            reading=reading,
            things=own.things,
            history=Journal(history, now=now),
            preferences=Preferences(settings),
            keeping=Keeping(notebook, settings, Kept.ON_COMPUTER),
            backups=own.backups,
        ),
        history,
    )


def open_page(
    reading: ReadingService, notebook: Notebook, icons: IconShelf, look: Look, *, with_things: bool = True
) -> OwnDesk:
    """The page, connected as the window connects it."""
    sources, history = sources_over(reading, notebook)
    made = make_things(reading, sources.things) if with_things else {}
    page = OwnThingsPage(sources, icons, look)
    page.set_look(look)
    deleted: list[tuple[str, object]] = []
    page.editing.changes.changed.connect(page.refresh)
    page.editing.changes.deleted.connect(lambda words, back: deleted.append((words, back)))
    return OwnDesk(page, sources, history, made, deleted)


def settle() -> None:
    """Let timers that wait for nothing run out."""
    for _ in range(3):
        QApplication.processEvents()
