"""Pages that can be shown, told and followed."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.publication import Extract, Publication
from crmo_desktop.gui.paper.book import Book, BookMakers, make_book
from crmo_desktop.gui.paper.pages import key_of
from tests.gui.paper.conftest import MakePublication


@pytest.fixture(scope="module")
def book(makers: BookMakers) -> Book:
    contents = tuple(
        Extract(topic=TopicId(topic), audience=audience)
        for topic in ("bone-pain", "pain-at-home")
        for audience in Audience
    )
    return make_book(
        Publication(title="Pain", contents=contents, clinic="Clinic", has_list_of_contents=True), makers
    )


def ink(book: Book, number: int) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is painted on a page, in points."""
    wide, high = round(book.size.width()), round(book.size.height())
    canvas = QImage(wide, high, QImage.Format.Format_RGB32)
    canvas.fill(QColor("white"))
    painter = QPainter(canvas)
    book.paint(painter, number)
    painter.end()
    dark = [(x, y) for x in range(wide) for y in range(high) if canvas.pixelColor(x, y).lightness() < 200]
    return min(x for x, _ in dark), min(y for _, y in dark), max(x for x, _ in dark), max(y for _, y in dark)


@pytest.mark.parametrize("number", [0, 1, 3])
def test_the_margins_stay_empty(book: Book, number: int) -> None:
    left, top, right, bottom = ink(book, number)

    margin = 20 / 25.4 * 72
    assert left >= margin - 2
    assert right <= book.size.width() - margin + 2
    assert top >= margin - 2
    assert bottom <= book.size.height() - 10 / 25.4 * 72


def test_the_head_stands_on_the_first_page_only(book: Book) -> None:
    assert book.told(0).startswith("Clinic\nContents\n")
    assert not any(book.told(number).startswith("Clinic") for number in range(1, book.pages))


def test_the_pages_of_what_is_named_are_known(book: Book) -> None:
    assert book.page_of("patient:topic/bone-pain") == 1
    assert book.page_of("patient:topic/none") is None
    assert book.title == "Pain"
    assert book.language == "en"


def test_readers_stay_with_their_own_words() -> None:
    places = {"patient:topic/a": 1, "clinician:topic/a": 2, "clinician:topic/a#b": 3, "patient:topic/c": 4}

    assert key_of(places, "clinician", "topic/a") == "clinician:topic/a"
    assert key_of(places, "patient", "topic/a#b") == "clinician:topic/a#b"
    assert key_of(places, "clinician", "topic/c#gone") == "patient:topic/c"
    assert key_of(places, "patient", "topic/none") == ""


def test_contents_lead_to_their_pages(book: Book) -> None:
    links = list(book.links(0))

    assert len(links) == 4
    assert [link.page for link in links] == sorted({link.page for link in links})
    assert all(book.text_area.contains(link.rect) for link in links)


def test_links_lead_into_the_book_or_out_of_it(book: Book) -> None:
    links = [link for number in range(1, book.pages) for link in book.links(number)]

    assert any(link.address.startswith("https://") for link in links)
    assert not any(link.address.startswith(("crmo:", "cite:")) for link in links)
    inside = [link for link in links if not link.address]
    assert all(0 <= link.page < book.pages and 0 < link.top < book.size.height() for link in inside)


def test_the_last_page_of_a_short_topic_has_room(makers: BookMakers, topic_of: MakePublication) -> None:
    made = make_book(topic_of("bone-pain"), makers)

    assert list(made.placed(made.pages - 1))[-1].rect.bottom() < made.text_area.bottom()
