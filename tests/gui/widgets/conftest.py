"""Views of a page: a long one of the edition, and one of everything that a page may hold."""

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.page import Page
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.page_view import PageView
from crmo_desktop.services.reading import ReadingService
from tests.gui import specimen
from tests.gui.conftest import Show
from tests.gui.widgets.page_between import Reader


@pytest.fixture
def page(reading: ReadingService) -> Page:
    """A long page of the edition, with marks, words of the glossary, links, tables and boxes."""
    return reading.page(TopicId("mri"), Audience.CLINICIAN)


@pytest.fixture
def reader(show: Show, page: Page, look: Look) -> Reader:
    reader = Reader(show)
    reader.put(page, look)
    return reader


@pytest.fixture
def view(reader: Reader) -> PageView:
    return reader.view


@pytest.fixture
def short(show: Show, look: Look) -> Reader:
    """A view of the specimen."""
    reader = Reader(show)
    reader.put(specimen.page(), look)
    return reader
