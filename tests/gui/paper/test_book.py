"""Whole books: every topic of the edition on paper, measured, and read back from PDF."""

import io
import re
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import ChapterId, SectionId, TopicId
from crmo_desktop.domain.publication import (
    Extract,
    OwnWords,
    PaperLook,
    PaperSize,
    Passage,
    Publication,
    TypeSize,
)
from crmo_desktop.gui.paper.book import Book, BookMakers, make_book
from crmo_desktop.gui.printing import write_book
from crmo_desktop.services.publishing import chapter_publication, whole_publication
from crmo_desktop.services.reading import ReadingService
from tests.gui.paper.conftest import MakePublication
from tests.gui.paper.measuring import faults

SAMPLE = (
    "drug-table",
    "bone-map",
    "diagnosis-overview",
    "bone-pain",
    "blood-tests",
    "treatment-overview",
    "flares",
)
DAY = date(2026, 11, 26)


def all_topics(reading: ReadingService, audience: Audience, look: PaperLook = PaperLook()) -> Publication:
    contents = tuple(
        Extract(topic=topic.id, audience=audience)
        for chapter in reading.chapters()
        for topic in chapter.topics
        if audience in topic.audiences
    )
    return Publication(title="All", contents=contents, look=look)


@pytest.mark.slow
@pytest.mark.parametrize("audience", list(Audience))
def test_no_topic_breaks_a_rule_of_paper(
    reading: ReadingService, makers: BookMakers, audience: Audience
) -> None:
    book = make_book(all_topics(reading, audience), makers)

    assert list(faults(book)) == []
    assert book.pages > 250


@pytest.mark.parametrize("type_size", list(TypeSize))
@pytest.mark.parametrize("size", list(PaperSize))
def test_no_sheet_and_no_type_breaks_a_rule(makers: BookMakers, size: PaperSize, type_size: TypeSize) -> None:
    contents = tuple(
        Extract(topic=TopicId(topic), audience=audience) for topic in SAMPLE for audience in Audience
    )
    look = PaperLook(size=size, type_size=type_size)

    book = make_book(Publication(title="Sample", contents=contents, look=look), makers)

    assert list(faults(book)) == []


def test_the_measuring_would_see_faults(makers: BookMakers, monkeypatch: pytest.MonkeyPatch) -> None:
    from crmo_desktop.gui.paper import column

    monkeypatch.setattr(column, "NEVER", 0.0)
    monkeypatch.setattr(column, "HARDLY", 0.0)
    contents = tuple(Extract(topic=TopicId(topic), audience=Audience.CLINICIAN) for topic in SAMPLE)

    assert list(faults(make_book(Publication(title="Sample", contents=contents), makers)))


def kinds(book: Book, number: int) -> list[str]:
    return [piece.kind for piece in book.placed(number)]


def test_a_table_that_goes_on_repeats_its_head(makers: BookMakers, topic_of: MakePublication) -> None:
    book = make_book(topic_of("drug-table", "clinician"), makers)

    going_on = [
        number
        for number in range(1, book.pages)
        if kinds(book, number)[0] == "row" and "head" in "".join(kinds(book, number - 1))
    ]
    again = [number for number in range(book.pages) if kinds(book, number)[0] == "again"]

    assert len(again) >= 3
    assert all(kinds(book, number)[1] == "row" for number in again)
    assert all("[" in next(book.placed(number)).words for number in going_on)  # only sources have no head


def test_the_foot_is_on_every_page(makers: BookMakers, topic_of: MakePublication) -> None:
    book = make_book(topic_of("bone-pain"), makers, day=DAY)

    for number in range(book.pages):
        told = book.told(number)
        assert "CRMO Desktop, edition" in told
        assert "Not yet reviewed by a physician." in told
        assert "Information, not medical advice. Printed 26 November 2026." in told
        assert f"crmo://topic/bone-pain\n{number + 1} / {book.pages}" in told


def test_pictures_stand_whole_on_a_page(makers: BookMakers, topic_of: MakePublication) -> None:
    for topic, audience in (
        ("bone-map", "patient"),
        ("diagnosis-overview", "clinician"),
        ("nsaids", "clinician"),
    ):
        book = make_book(topic_of(topic, audience), makers)
        shown = [
            piece for number in range(book.pages) for piece in book.placed(number) if piece.kind == "picture"
        ]

        assert shown
        area = book.text_area.adjusted(-0.1, -0.1, 0.1, 0.1)
        assert all(area.contains(piece.rect) for piece in shown)
        assert all(len(piece.words) > 50 for piece in shown)  # what it says to those who do not see it


def test_a_picture_too_small_to_read_comes_with_its_table(
    makers: BookMakers, topic_of: MakePublication
) -> None:
    told = "\n".join(_told(make_book(topic_of("treatment-overview", "clinician"), makers)))

    assert "the same as a table" in told


def _told(book: Book) -> list[str]:
    return [book.told(number) for number in range(book.pages)]


# --- longer works


@pytest.fixture(scope="module")
def chapter(reading: ReadingService, makers: BookMakers) -> Book:
    chapter = next(chapter for chapter in reading.chapters() if chapter.id == ChapterId("symptoms"))
    return make_book(chapter_publication(chapter, tuple(Audience)), makers, day=DAY)


def test_contents_and_index_name_the_pages(chapter: Book) -> None:
    told = _told(chapter)
    contents = next(page for page in told if page.startswith("Contents"))
    found = re.findall(r"^(Bone pain, for (?:families|clinicians)) (\d+)$", contents, re.MULTILINE)

    assert [name for name, _ in found] == ["Bone pain, for families", "Bone pain, for clinicians"]
    for name, number in found:
        page = told[int(number) - 1]
        assert "Bone pain\n" in page
        assert f"For {name.rpartition(' ')[2]}" in page
    index = "\n".join(told).partition("Index of topics")[2]
    assert re.search(rf"^Bone pain\s.*\b{found[0][1]}, .*\b{found[1][1]}\b", index, re.MULTILINE)


def test_a_link_into_the_same_work_tells_the_page(chapter: Book) -> None:
    told = "\n".join(_told(chapter))
    page = {entry.title: entry.page + 1 for entry in chapter.outline if entry.level == 0}

    assert f"Red flags (page {page['Red flags, for families']})" in re.sub(r"\s+", " ", told)
    assert "(crmo://topic/pain-at-home" in told  # which is in another chapter


def test_an_outline_leads_to_what_it_names(chapter: Book) -> None:
    for entry in chapter.outline:
        words = [
            piece.words.strip() for piece in chapter.placed(entry.page) if piece.rect.bottom() > entry.top - 1
        ]
        assert any(entry.title.startswith(said) or said.startswith(entry.title) for said in words if said), (
            entry
        )


def test_progress_is_told_and_can_stop_it(reading: ReadingService, makers: BookMakers) -> None:
    publication = chapter_publication(reading.chapters()[0], (Audience.PATIENT,))
    told: list[tuple[int, int]] = []

    def go_on(done: int, parts: int) -> bool:
        told.append((done, parts))
        return True

    count = len(publication.contents)
    assert make_book(publication, makers, go_on) is not None
    assert told[: count + 1] == [(done, count) for done in range(count + 1)]
    assert make_book(publication, makers, lambda done, _: done < 2) is None


# --- handouts


def handout(**more: object) -> Publication:
    contents = (
        Extract(topic=TopicId("bone-pain"), audience=Audience.PATIENT, sections=(SectionId("in-short"),)),
        Passage(
            topic=TopicId("flares"), audience=Audience.PATIENT, html="<p>Words <strong>selected</strong>.</p>"
        ),
        OwnWords(heading="Next visit", lines=("Bring the diary.", "Ring first."), ruled=3, is_checklist=True),
    )
    return Publication(title="After your visit", contents=contents, **more)  # type: ignore[arg-type]  # as named


def test_a_handout_has_what_was_put_together(makers: BookMakers) -> None:
    book = make_book(
        handout(clinic="Children’s clinic", has_name_line=True, has_red_flags=True), makers, day=DAY
    )
    told = "\n".join(_told(book))

    assert told.startswith("Children’s clinic\nAfter your visit\nFrom “Bone pain” · For families\n")
    order = ["In short", "Sources: Bone pain", "From “Flares”", "Words selected.", "Next visit"]
    order += ["\u2610  Bring the diary.", "\u2610  Ring first.", "Get help fast"]
    places = [told.index(words) for words in order]
    assert places == sorted(places)
    pieces = [piece for number in range(book.pages) for piece in book.placed(number)]
    assert sum(piece.kind == "picture" for piece in pieces) == 3  # lines to write on


def test_without_sources_there_are_no_marks(makers: BookMakers) -> None:
    told = make_book(handout(has_sources=False), makers).told(0)

    assert "Sources" not in told
    assert not re.search(r"\[\d", told)


def test_lists_become_lists_to_tick(makers: BookMakers) -> None:
    extract = Extract(topic=TopicId("bone-pain"), audience=Audience.PATIENT, is_checklist=True)

    told = make_book(Publication(title="x", contents=(extract,)), makers).told(0)

    assert "\u2610  The pain mostly starts slowly." in told


# --- read back


@pytest.fixture(scope="module")
def pdf(
    reading: ReadingService, makers: BookMakers, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Book, Path]:
    contents = tuple(
        Extract(
            topic=TopicId(topic), audience=Audience.CLINICIAN, chapter="One" if topic == SAMPLE[0] else ""
        )
        for topic in SAMPLE
    )
    publication = Publication(
        title="Sample — für Ärzte",
        contents=contents,
        has_title_page=True,
        has_list_of_contents=True,
        has_index=True,
    )
    book = make_book(publication, makers)
    path = tmp_path_factory.mktemp("pdf") / "sample.pdf"
    write_book(path, book)
    return book, path


def test_a_pdf_has_its_pages_title_language_and_outline(pdf: tuple[Book, Path]) -> None:
    book, path = pdf
    reader: Any = pypdf.PdfReader(path, strict=True)

    assert len(reader.pages) == book.pages
    assert reader.metadata is not None
    assert reader.metadata.title == "Sample — für Ärzte"
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]

    def flat(entries: list[Any], level: int = 0) -> list[tuple[int, str, int | None]]:
        found: list[tuple[int, str, int | None]] = []
        for entry in entries:
            if isinstance(entry, list):
                found += flat(entry, level + 1)
            else:
                found.append((level, str(entry.title), reader.get_destination_page_number(entry)))
        return found

    assert flat(reader.outline) == [(entry.level, entry.title, entry.page) for entry in book.outline]
    assert {entry.level for entry in book.outline} == {0, 1, 2}


def test_every_face_is_embedded_and_its_letters_are_known(pdf: tuple[Book, Path]) -> None:
    reader: Any = pypdf.PdfReader(pdf[1])
    faces: set[str] = set()
    for page in reader.pages:
        for reference in page["/Resources"]["/Font"].values():
            font = reference.get_object()
            (inner,) = font["/DescendantFonts"]
            assert "/FontFile2" in inner.get_object()["/FontDescriptor"], font["/BaseFont"]
            assert "/ToUnicode" in font
            faces.add(font["/BaseFont"].partition("+")[2] or font["/BaseFont"])
    assert {"AtkinsonHyperlegibleNext-Regular", "CRMOSerif-SemiBold"} <= {face.strip("/") for face in faces}


def test_the_text_of_a_pdf_is_in_the_order_of_reading(pdf: tuple[Book, Path]) -> None:
    book, path = pdf
    reader: Any = pypdf.PdfReader(path)
    for number in range(2, book.pages):
        read = _letters(reader.pages[number].extract_text())
        place = 0
        for piece in book.placed(number):
            if piece.kind not in ("heading", "line") or "(page" in piece.words:
                continue
            words = _letters(piece.words)
            found = read.find(words, place)
            assert found >= 0, (number, piece.words, read[place : place + 80])
            place = found + len(words)


def _letters(words: str) -> str:
    return re.sub(r"[\s\u2610\u200b]+", "", words)


def test_marks_lead_to_their_sources_and_addresses_outside(pdf: tuple[Book, Path]) -> None:
    book, path = pdf
    reader: Any = pypdf.PdfReader(path)
    inside, outside = 0, set()
    for page in reader.pages:
        for each in page.get("/Annots", []):
            link = each.get_object()
            left, bottom, right, top = (float(number) for number in link["/Rect"])
            assert 0 <= left < right <= book.size.width()
            assert 0 <= bottom < top <= book.size.height()
            if "/A" in link:
                outside.add(str(link["/A"]["/URI"]))
            else:
                inside += 1
    assert inside > 100
    assert all(address.startswith(("https://", "http://")) for address in outside)
    assert len(outside) > 20


@pytest.mark.slow
def test_the_whole_reference_is_made_and_written(
    reading: ReadingService, makers: BookMakers, tmp_path: Path
) -> None:
    book = make_book(whole_publication(reading, (Audience.PATIENT,)), makers)
    path = tmp_path / "all.pdf"

    write_book(path, book)

    reader: Any = pypdf.PdfReader(io.BytesIO(path.read_bytes()))
    assert len(reader.pages) == book.pages
    chapters = [chapter for chapter in reading.chapters() if not chapter.topics[0].is_help]
    assert [entry.title for entry in book.outline if entry.level == 0] == [each.title for each in chapters]
    assert "CRMO reference" in reader.pages[0].extract_text()
