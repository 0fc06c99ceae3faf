"""Slides on paper, and as PDF."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QImage, QPainter

from crmo_desktop.domain.publication import PaperSize
from crmo_desktop.domain.slide_paper import SlideLayout, SlidePaper
from crmo_desktop.gui.handing_out.handed import Handed
from crmo_desktop.gui.handing_out.slide_pages import SlidePages
from crmo_desktop.gui.printing import write_book
from tests.gui.handing_out.samples import DAY

ADVICE = "Information, not medical advice."
LAYOUTS = tuple(SlideLayout)


def pages(out: Handed, themes: Path, layout: SlideLayout = SlideLayout.ONE, **paper: object) -> SlidePages:
    return SlidePages(out, SlidePaper(layout=layout, **paper), themes, DAY)  # type: ignore[arg-type]  # its names


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_slide_is_told_and_every_page_names_its_edition(
    topic_out: Handed, themes: Path, layout: SlideLayout
) -> None:
    made = pages(topic_out, themes, layout)

    told = [made.told(number) for number in range(made.pages)]

    for slide in topic_out.deck.slides:
        assert all(words in "\n".join(told) for words in slide.told(slide.last_state()))
    assert all(ADVICE in page and "edition 26 November 2026" in page for page in told)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_all_sources_are_listed_at_the_end(topic_out: Handed, themes: Path, layout: SlideLayout) -> None:
    made, bare = pages(topic_out, themes, layout), pages(topic_out, themes, layout, has_sources=False)

    last = made.told(made.pages - 1)
    assert topic_out.sources[-1].reference in last
    assert bare.pages < made.pages
    assert topic_out.sources[-1].reference not in bare.told(bare.pages - 1)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_stands_over_the_edge(session_out: Handed, themes: Path, layout: SlideLayout) -> None:
    made = pages(session_out, themes, layout)
    area = made.text_area.adjusted(-0.1, -0.1, 0.1, 0.1)

    assert all(area.contains(rect) for number in range(made.pages) for rect in made.areas(number))


def test_small_slides_have_their_sources_in_letters_that_can_be_read(topic_out: Handed, themes: Path) -> None:
    for layout in (SlideLayout.SIX, SlideLayout.LINES):
        first = pages(topic_out, themes, layout).told(0)
        below = first[first.index("Sources: ") :].splitlines()[0]
        assert "American" in below or "Barhum" in below
        assert "are on the slide" not in below
    assert "Sources: " not in pages(topic_out, themes, SlideLayout.TWO).told(0)


def test_notes_pages_tell_what_is_to_be_said_once(topic_out: Handed, themes: Path) -> None:
    made = pages(topic_out, themes, SlideLayout.NOTES)
    told = "\n".join(made.told(number) for number in range(made.pages))

    assert told.count("My own note.") == 1
    for slide in topic_out.deck.slides:
        assert all(told.count(words) >= 1 for words in slide.notes)


def test_answers_stay_here_where_they_are_not_wanted(session_out: Handed, themes: Path) -> None:
    made = pages(session_out, themes, SlideLayout.SIX, has_answers=False, has_sources=False)

    told = "\n".join(made.told(number) for number in range(made.pages))

    assert "not an infection and should not be mixed up" not in told


def test_one_slide_lies_across_and_the_rest_stand_upright(topic_out: Handed, themes: Path) -> None:
    for layout in LAYOUTS:
        size = pages(topic_out, themes, layout, size=PaperSize.LETTER).size
        assert (size.width() > size.height()) == (layout is SlideLayout.ONE)
        assert {size.width(), size.height()} == {612, 792}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_words_can_be_copied_from_the_pdf(
    session_out: Handed, themes: Path, tmp_path: Path, layout: SlideLayout
) -> None:
    made = pages(session_out, themes, layout)
    write_book(tmp_path / "slides.pdf", made)

    read = pypdf.PdfReader(tmp_path / "slides.pdf")
    text = [" ".join(page.extract_text().split()) for page in read.pages]

    assert len(text) == made.pages
    assert "Evening" in text[0]
    assert "Who is here?" in " ".join(text)
    assert all(ADVICE in page for page in text)
    box = read.pages[0].mediabox
    assert (box.width > box.height) == (layout is SlideLayout.ONE)


def test_letters_that_run_together_elsewhere_can_be_copied(
    topic_out: Handed, themes: Path, tmp_path: Path
) -> None:
    titles = {slide.matter.title for slide in topic_out.deck.slides}
    write_book(tmp_path / "slides.pdf", pages(topic_out, themes))

    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "slides.pdf").pages)

    assert all(title in " ".join(text.split()) for title in titles)


def test_a_pdf_has_an_outline(session_out: Handed, topic_out: Handed, themes: Path) -> None:
    parts, plain = pages(session_out, themes).outline, pages(topic_out, themes).outline

    assert [entry.title for entry in parts if entry.level == 0] == list(session_out.parts)
    assert {entry.level for entry in parts} == {0, 1}
    assert {entry.level for entry in plain} == {0}
    assert plain[0].page == 0


def test_slides_are_painted_with_an_edge(topic_out: Handed, themes: Path) -> None:
    made = pages(topic_out, themes)
    image = QImage(made.size.toSize(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    made.paint(painter, 0)
    painter.end()

    rect = made.areas(0)[0]
    inside = image.pixelColor(rect.center().toPoint())
    bar = image.pixelColor(int(rect.left() + 4), int(rect.center().y()))
    assert inside.name() != bar.name()
    assert image.pixelColor(5, 5).name() == "#ffffff"
    assert list(made.links(0)) == []
