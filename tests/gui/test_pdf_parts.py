"""What is added behind a PDF of Qt, read back with another library."""

import io
from typing import Any

import pypdf
import pytest
from pypdf.generic import Destination
from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from crmo_desktop.gui.pdf_parts import Link, OutlineEntry, Parts, with_parts

HEIGHT = 842.0


@pytest.fixture
def pdf(qapp: object) -> bytes:
    """Three pages as Qt writes them."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setTitle("Bone pain — naïve")
    painter = QPainter(writer)
    for number in range(3):
        if number:
            writer.newPage()
        painter.drawText(1000, 1000, f"Page {number + 1}")
    painter.end()
    return bytes(buffer.data().data())


def read(data: bytes) -> Any:
    return pypdf.PdfReader(io.BytesIO(data), strict=True)


def parts(outline: tuple[OutlineEntry, ...] = (), links: dict[int, list[Link]] | None = None) -> Parts:
    return Parts("en", HEIGHT, outline, links or {})


def test_pages_title_and_words_stay(pdf: bytes) -> None:
    made = read(with_parts(pdf, parts()))

    assert len(made.pages) == 3
    assert made.metadata is not None
    assert made.metadata.title == "Bone pain — naïve"
    assert made.pages[1].extract_text() == "Page 2"
    assert len(with_parts(pdf, parts())) > len(pdf)


def test_language_and_title_are_told(pdf: bytes) -> None:
    root = read(with_parts(pdf, parts())).trailer["/Root"]

    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 # pypdf's own kind of truth
    assert "/Outlines" not in root


def titles(made: Any) -> list[object]:
    def told(entries: object) -> list[object]:
        assert isinstance(entries, list)
        return [
            told(entry)
            if isinstance(entry, list)
            else (entry.title, made.get_destination_page_number(entry), entry.top)
            for entry in entries
        ]

    return told(made.outline)


def test_an_outline_has_its_levels(pdf: bytes) -> None:
    outline = (
        OutlineEntry(0, "Symptoms", 0, 0.0),
        OutlineEntry(1, "Bone pain (“at night”)", 0, 100.0),
        OutlineEntry(2, "In short", 0, 142.0),
        OutlineEntry(1, "Flares", 1, 57.0),
        OutlineEntry(0, "Ω", 2, 57.0),
    )

    made = read(with_parts(pdf, parts(outline)))

    assert titles(made) == [
        ("Symptoms", 0, 842),
        [("Bone pain (“at night”)", 0, 742), [("In short", 0, 700)], ("Flares", 1, 785)],
        ("Ω", 2, 785),
    ]
    assert made.trailer["/Root"]["/PageMode"] == "/UseOutlines"


def test_links_lead_to_pages_and_addresses(pdf: bytes) -> None:
    area = QRectF(50, 100, 80, 12)
    links = {1: [Link(area, "https://x.org/a(b)", -1, 0.0), Link(area, "", 2, 57.0)]}

    made = read(with_parts(pdf, parts(links=links)))

    assert "/Annots" not in made.pages[0]
    outside, inside = (each.get_object() for each in made.pages[1]["/Annots"])
    assert outside["/A"]["/URI"] == "https://x.org/a(b)"
    assert [float(number) for number in outside["/Rect"]] == [50, 730, 130, 742]
    destination = Destination("", inside["/Dest"][0], pypdf.generic.Fit.xyz())
    assert made.get_destination_page_number(destination) == 2
    assert float(inside["/Dest"][3]) == 785


def test_links_of_qt_are_left_out(qapp: object) -> None:
    from PySide6.QtGui import QTextDocument

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    document = QTextDocument()
    document.setHtml('<p><a href="cite:x">[1]</a></p>')
    document.print_(writer)
    data = bytes(buffer.data().data())
    assert read(data).pages[0].get("/Annots")

    assert not read(with_parts(data, parts())).pages[0].get("/Annots")


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.4\nhello", b"%PDF-1.4\ntrailer\n<< >>\nstartxref\n9\n%%EOF\n"]
)
def test_what_qt_did_not_write_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"Qt writes|not found"):
        with_parts(data, parts())


def test_a_table_that_names_a_wrong_place_is_refused(pdf: bytes) -> None:
    with pytest.raises(ValueError, match="no object"):
        with_parts(
            pdf.replace(b"/Type /Catalog", b"/Type /Catalog ", 1).replace(b"%PDF-1", b"%PDF-1 ", 1), parts()
        )
