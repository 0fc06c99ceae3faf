"""Pages fit into their view in every face and spacing, at any size: no word is cut, nothing sticks out."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.page import Page
from crmo_desktop.gui.arrangement import arrange
from crmo_desktop.gui.page_style import page_css
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.typesetting import page_html
from crmo_desktop.gui.typography import FACES, SPACINGS
from crmo_desktop.gui.widgets.page_view import PageView
from crmo_desktop.services.reading import ReadingService
from tests.gui import specimen
from tests.gui.conftest import LookOf

SMALL_WINDOW = 1024
BAR = 18  # pixels that the scroll bar takes
SLACK = 4  # Qt's layout is often a pixel or two too wide by itself
WITH_TABLES = ("drug-table", "criteria", "scores", "differential", "bone-map", "blood-tests")


def pages(reading: ReadingService, *topics: str) -> Iterator[Page]:
    """The pages of `topics` for each audience, of all topics if none is named."""
    for chapter in reading.chapters():
        for entry in chapter.topics:
            for audience in sorted(entry.audiences):
                if not topics or entry.id in topics:
                    yield reading.page(TopicId(entry.id), Audience(audience))


def too_wide(view: PageView, page: Page, look: Look) -> list[str]:
    """What of `page` does not fit into `view`."""
    narrow = arrange(SMALL_WINDOW, look).narrow_tables
    html = page_html(page, look, specimen.WORDS, narrow=narrow)
    view.set_page(html, page_css(look), look, name=page.topic.title)
    document = view.document()
    found = []
    if document.size().width() > view.viewport().width() + SLACK:
        found.append(f"{document.size().width():.0f} px for {view.viewport().width()}")
    block = document.begin()
    while block.isValid():
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            if line.naturalTextWidth() > line.width() + SLACK:
                words = block.text()[line.textStart() : line.textStart() + line.textLength()]
                found.append(f"“{words}” takes {line.naturalTextWidth():.0f} px of {line.width():.0f}")
        block = block.next()
    return [f"{page.topic.id}, {page.audience}: {what}" for what in found]


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    view = PageView(lambda _name, _ratio: None)
    qtbot.addWidget(view)
    view.resize(SMALL_WINDOW, 400)
    return view


@pytest.mark.parametrize("spacing", SPACINGS)
@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("size", [80, 100, 150, 200, 250])
def test_pages_with_tables_fit(
    size: int, face: str, spacing: str, view: PageView, reading: ReadingService, look_of: LookOf
) -> None:
    look = replace(look_of("light", size), face=face, spacing=spacing)

    found = [what for page in pages(reading, *WITH_TABLES) for what in too_wide(view, page, look)]
    found += too_wide(view, specimen.page(), look)

    assert not found, "\n".join(found)


def test_every_page_fits_at_its_widest(view: PageView, reading: ReadingService, look_of: LookOf) -> None:
    look = replace(look_of("light", 250), face="dyslexic", spacing="very_roomy")

    found = [what for page in pages(reading) for what in too_wide(view, page, look)]

    assert not found, "\n".join(found)


@pytest.mark.parametrize(("face", "spacing"), [("serif", "roomy"), ("dyslexic", "normal")])
def test_every_page_fits_at_usual_sizes(
    face: str, spacing: str, view: PageView, reading: ReadingService, look_of: LookOf
) -> None:
    look = replace(look_of("light", 125), face=face, spacing=spacing)

    found = [what for page in pages(reading) for what in too_wide(view, page, look)]

    assert not found, "\n".join(found)
