from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtGui import QTextBlock, QTextDocument, QTextFragment

from crmo_desktop.gui.page_style import below, letters, lines, page_css
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.typesetting import page_html
from crmo_desktop.gui.typography import FACES
from tests.gui import specimen

BODY = 18


def test_the_usual_page_has_no_words_about_letters(look: Look) -> None:
    assert letters(look, 18) == "font-size: 18.0px;"
    assert lines(look, 112) == "line-height: 112%"
    assert below(look, 18, 11) == 11


def test_room_is_measured_by_the_letters(look: Look) -> None:
    roomy = replace(look, spacing="very_roomy")

    assert letters(roomy, 36) == "font-size: 36.0px; letter-spacing: 4.86px; word-spacing: 6.48px;"
    assert below(roomy, 18, 11) == 36


def laid_out(look: Look) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(look.page_font(BODY))
    document.setDefaultStyleSheet(page_css(look))
    document.setHtml(page_html(specimen.page(), look, specimen.WORDS))
    document.setTextWidth(240 * look.zoom)
    assert document.size().height() > 0  # or Qt would lay it out when it is painted
    return document


def fragments_of(block: QTextBlock) -> list[QTextFragment]:
    found, iterator = [], block.begin()
    while not iterator.atEnd():
        found.append(iterator.fragment())
        iterator += 1
    return found


def blocks(document: QTextDocument) -> list[QTextBlock]:
    found, block = [], document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("text_size", [100, 250])
def test_a_very_roomy_page_has_the_room_that_wcag_asks_for(face: str, text_size: int, look: Look) -> None:
    """WCAG 2.2, 1.4.12, measured on the page as Qt lays it out."""
    document = laid_out(replace(look, face=face, spacing="very_roomy", text_size=text_size))
    tried = 0
    for block in blocks(document):
        layout = block.layout()
        fragments = fragments_of(block)
        sizes = [
            piece.charFormat().font().pixelSize() for piece in fragments if piece.text().strip("\ufffc ")
        ]
        if not sizes:
            continue
        for piece in fragments:
            font = piece.charFormat().font()
            assert font.letterSpacing() >= 0.12 * font.pixelSize() - 0.06, piece.text()
            assert font.wordSpacing() >= 0.16 * font.pixelSize() - 0.06, piece.text()
        tops = [layout.lineAt(number).y() for number in range(layout.lineCount())]
        for upper, lower in pairwise(tops):
            assert lower - upper >= 1.5 * max(sizes) - 1, block.text()
            tried += 1
    assert tried > 3


@pytest.mark.parametrize("face", FACES)
def test_a_page_is_set_in_the_face_that_was_chosen(face: str, look: Look) -> None:
    document = laid_out(replace(look, face=face))

    families = {
        piece.charFormat().font().families()[0] for block in blocks(document) for piece in fragments_of(block)
    }

    assert families == {FACES[face].text, FACES[face].headings}


def test_paragraphs_stand_twice_their_letters_apart(look: Look) -> None:
    document = laid_out(replace(look, spacing="very_roomy"))

    paragraphs = [
        block for block in blocks(document) if block.text().startswith(("See the silent", "Fever with pain"))
    ]

    assert len(paragraphs) == 2
    assert all(block.blockFormat().bottomMargin() >= 2 * BODY for block in paragraphs)
