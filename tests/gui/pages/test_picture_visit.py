"""Pictures as stops: shown, left and shown again, noted among what was seen."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UnknownPictureError
from crmo_desktop.domain.identifiers import HomeAddress, PictureAddress, PictureId
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages.home import HomePage
from crmo_desktop.gui.pages.picture import PicturePage
from crmo_desktop.gui.pages.picture_visit import PictureVisit
from crmo_desktop.gui.pages.stack import PageStack
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.journal import Journal
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.history import HistoryRepository
from tests.gui.sample_pictures import SampleDrawer

NSAIDS = PictureAddress(PictureId("response-to-nsaids"))


def no_page() -> QWidget:
    raise AssertionError("no other page is wanted")


@pytest.fixture
def stack(reading: ReadingService, icons: IconShelf, look: Look, qtbot: QtBot) -> PageStack:
    home = HomePage((), (), icons, "")

    def make() -> PicturePage:
        return PicturePage(reading, icons, look, SampleDrawer(), home)

    stack = PageStack(home, no_page, no_page, no_page, make, no_page)  # type: ignore[arg-type]  # none of them is made
    qtbot.addWidget(stack)
    return stack


@pytest.fixture
def journal(notebook: Notebook, tmp_path: Path) -> Journal:
    return Journal(HistoryRepository(notebook), now=lambda: datetime.now().astimezone())


@pytest.fixture
def visit(reading: ReadingService, journal: Journal, stack: PageStack) -> PictureVisit:
    return PictureVisit(reading, journal, stack)


def test_a_picture_is_shown_and_noted(visit: PictureVisit, stack: PageStack, journal: Journal) -> None:
    title = visit.show(NSAIDS, Audience.CLINICIAN, None)

    assert stack.is_picture()
    picture = stack.picture.picture()
    assert picture is not None
    assert picture.title == title
    assert [(page.address, page.title) for page in journal.recent_pages()] == [(str(NSAIDS), title)]
    assert visit.address() == NSAIDS


def test_it_is_shown_as_it_was_seen(visit: PictureVisit, stack: PageStack) -> None:
    visit.show(NSAIDS, Audience.CLINICIAN, None)
    stack.picture.show_table(True)
    seen = visit.seen()
    visit.show(PictureAddress(PictureId("history")), Audience.CLINICIAN, None)
    assert not stack.picture.is_table()

    visit.show(NSAIDS, Audience.CLINICIAN, seen)

    assert stack.picture.is_table()
    assert str(visit.address()).endswith("#table")


def test_for_others_it_stays_as_it_is_seen(visit: PictureVisit, stack: PageStack) -> None:
    visit.show(NSAIDS, Audience.CLINICIAN, None)
    stack.picture.show_table(True)

    visit.set_audience(Audience.PATIENT)

    assert stack.picture.is_table()
    assert visit.address() == PictureAddress(NSAIDS.picture, "table")


def test_without_a_picture_there_is_nothing_to_tell(visit: PictureVisit, stack: PageStack) -> None:
    assert visit.seen() is None
    assert visit.address() == HomeAddress()
    visit.set_audience(Audience.CLINICIAN)
    with pytest.raises(UnknownPictureError):
        visit.show(PictureAddress(PictureId("no-such")), Audience.PATIENT, None)
    assert stack.is_home()
