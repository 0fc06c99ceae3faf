"""Pages by themselves, with something beside them that can take the keyboard."""

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import OwnPart
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.store.database import Notebook
from tests.gui.conftest import Show
from tests.gui.pages.desk import MRI, Desk
from tests.gui.pages.own_page import OwnDesk, open_page, settle


@pytest.fixture
def desk(reading: ReadingService, icons: IconShelf, look: Look, show: Show) -> Desk:
    return Desk(reading, icons, look, show)


@pytest.fixture
def open_desk(desk: Desk, reading: ReadingService) -> Desk:
    desk.put(reading.page(MRI, Audience.PATIENT))
    return desk


@pytest.fixture
def mark(open_desk: Desk) -> str:
    """A citation mark of the page that is open."""
    return next(link.href for link in open_desk.reader.view.links() if link.href.startswith("cite:"))


@pytest.fixture
def term(open_desk: Desk) -> str:
    """A word of the glossary on the page that is open."""
    return next(link.href for link in open_desk.reader.view.links() if link.href.startswith("term:"))


@pytest.fixture
def own(reading: ReadingService, notebook: Notebook, icons: IconShelf, look: Look, show: Show) -> OwnDesk:
    """The page of the reader's own things, with six of them, as in a window of 1366 pixels."""
    desk = open_page(reading, notebook, icons, look)
    show(desk.page, 1078, 600)
    desk.page.show_part(OwnPart.EVERYTHING)
    settle()
    return desk
