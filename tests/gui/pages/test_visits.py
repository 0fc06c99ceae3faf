"""Pages that tell themselves how they are shown, as stops of the trail."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UnknownPictureError, UnknownTopicError
from crmo_desktop.domain.identifiers import (
    HomeAddress,
    OwnAddress,
    OwnPart,
    PictureAddress,
    PictureId,
    SearchAddress,
    TopicAddress,
    TopicId,
)
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages.home import HomePage
from crmo_desktop.gui.pages.own_things import OwnThingsPage
from crmo_desktop.gui.pages.picture import PicturePage
from crmo_desktop.gui.pages.stack import PageStack
from crmo_desktop.gui.pages.visits import Visits
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.store.database import Notebook
from tests.gui.pages.own_page import sources_over
from tests.gui.sample_pictures import SampleDrawer

NSAIDS = PictureAddress(PictureId("response-to-nsaids"))


def no_page() -> QWidget:
    raise AssertionError("no other page is wanted")


@pytest.fixture
def stack(
    reading: ReadingService, notebook: Notebook, icons: IconShelf, look: Look, qtbot: QtBot
) -> PageStack:
    home = HomePage((), (), icons, "")
    sources, _ = sources_over(reading, notebook)
    stack = PageStack(
        home,
        no_page,  # type: ignore[arg-type]  # it is not made
        no_page,  # type: ignore[arg-type]  # nor is this
        no_page,  # type: ignore[arg-type]  # nor this
        lambda: PicturePage(reading, icons, look, SampleDrawer(), home),
        lambda: OwnThingsPage(sources, icons, look, home),
    )
    qtbot.addWidget(stack)
    return stack


@pytest.fixture
def visits(reading: ReadingService, notebook: Notebook, stack: PageStack) -> Visits:
    return Visits(reading, sources_over(reading, notebook)[0].history, stack)


@pytest.mark.parametrize(
    "address", [HomeAddress(), SearchAddress("x"), OwnAddress(), NSAIDS, TopicAddress(TopicId("mri"))]
)
def test_what_the_edition_has_or_needs_not_have_is_there(
    address: HomeAddress | SearchAddress | OwnAddress | PictureAddress | TopicAddress, visits: Visits
) -> None:
    visits.check(address)


def test_what_the_edition_has_not_is_told(visits: Visits) -> None:
    with pytest.raises(UnknownTopicError):
        visits.check(TopicAddress(TopicId("no-such")))
    with pytest.raises(UnknownPictureError):
        visits.check(PictureAddress(PictureId("no-such")))


def test_own_things_are_shown_left_and_found_again(visits: Visits, stack: PageStack) -> None:
    address = OwnAddress(OwnPart.NOTES)
    assert visits.seen(address) is None

    assert visits.show(address, Audience.PATIENT, None) == "My notes and marks"
    assert stack.is_mine()
    assert visits.address(address) == address
    seen = visits.seen(address)

    assert visits.show(OwnAddress(OwnPart.HISTORY), Audience.PATIENT, None) == "History"
    visits.show(address, Audience.PATIENT, seen)
    assert visits.address(address) == address


def test_so_are_pictures(visits: Visits, stack: PageStack) -> None:
    title = visits.show(NSAIDS, Audience.CLINICIAN, None)

    assert stack.is_picture()
    assert title == visits.pictures._reading.figure(NSAIDS.picture).title
    assert visits.seen(NSAIDS) is not None
    assert visits.address(NSAIDS) == stack.picture.address()
