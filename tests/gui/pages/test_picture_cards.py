"""The card of a picture's source: opens beside its link, and gives the keyboard back to it."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from crmo_desktop.domain.page import Citation
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages.picture_cards import PictureCards
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import Show
from tests.gui.hands import press_keys
from tests.gui.sample_pictures import picture_of_rows


class Page(QWidget):
    def __init__(self, icons: IconShelf) -> None:
        super().__init__()
        self.link, self.cards = QPushButton("Source", self), PictureCards(self, icons)
        QVBoxLayout(self).addWidget(self.link)


@pytest.fixture
def page(icons: IconShelf, show: Show) -> Page:
    page = Page(icons)
    show(page, 800, 600)
    return page


@pytest.fixture
def citation(reading: ReadingService) -> Citation:
    return reading.cited_in(picture_of_rows())[0]


def test_a_card_says_what_is_taken_from_a_source(page: Page, citation: Citation, look: Look) -> None:
    page.cards.open(citation, page.link, look)

    card = page.cards.card()
    assert card is not None
    assert card.isVisible()
    assert citation.source.title in card.accessibleName()
    assert citation.facts[0].statement in card.spoken_text()


def test_closed_it_gives_the_keyboard_back(page: Page, citation: Citation, look: Look) -> None:
    page.cards.open(citation, page.link, look)
    press_keys(page, "Esc")

    assert page.cards.card() is None
    assert page.link.hasFocus()


def test_it_copies_the_reference_and_shows_the_address(page: Page, citation: Citation, look: Look) -> None:
    said: list[str] = []
    outside: list[str] = []
    page.cards.said.connect(said.append)
    page.cards.outside_wanted.connect(outside.append)
    with_address = replace(citation, source=replace(citation.source, doi="10.1/x"))
    page.cards.open(with_address, page.link, look)
    card = page.cards.card()
    assert card is not None

    for button in card.findChildren(QPushButton):
        button.click()

    assert QGuiApplication.clipboard().text() == with_address.source.reference
    assert said == ["Citation copied"]
    assert outside == ["https://doi.org/10.1/x"]
    page.cards.close()
    assert page.cards.card() is None
