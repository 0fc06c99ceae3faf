import json

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from crmo_desktop.gui.typography import FACES, FALLBACK, NORMAL, SPACINGS
from tests.gui.conftest import RESOURCES

BUNDLED = json.loads((RESOURCES / "fonts" / "fonts.json").read_text(encoding="utf-8"))
WORDS = "The bone is sore at night, and no germ is found in it."


def metrics(family: str) -> QFontMetricsF:
    font = QFont()
    font.setFamilies([family])
    font.setPixelSize(100)
    return QFontMetricsF(font)


@pytest.mark.parametrize("name", FACES)
def test_a_face_has_what_text_needs(name: str) -> None:
    styles = {(font["style"], font["weight"]) for font in BUNDLED if font["family"] == FACES[name].text}

    assert {("normal", 400), ("italic", 400)} <= styles
    assert any(weight >= 600 for _, weight in styles)
    assert {FACES[name].headings, FALLBACK} <= {font["family"] for font in BUNDLED}


@pytest.mark.parametrize("name", FACES)
def test_lines_and_small_letters_are_as_high_in_every_face(name: str) -> None:
    found, usual = metrics(FACES[name].text), metrics(FACES["atkinson"].text)

    assert found.height() == pytest.approx(usual.height(), abs=0.5)
    assert found.xHeight() == pytest.approx(usual.xHeight(), rel=0.06)


@pytest.mark.parametrize("name", FACES)
def test_a_face_is_as_broad_as_it_says(name: str) -> None:
    found = metrics(FACES[name].text).horizontalAdvance(WORDS)
    usual = metrics(FACES["atkinson"].text).horizontalAdvance(WORDS)

    assert found / usual == pytest.approx(FACES[name].breadth, abs=0.06)


def test_files_of_a_face_that_can_be_chosen_wait_until_it_is() -> None:
    chosen = {font["family"] for font in BUNDLED if font["loaded"] in FACES}

    assert chosen == {"CRMO Serif", "CRMO Dyslexic"}
    assert {font["loaded"] for font in BUNDLED} == {"start", "pages", "serif", "dyslexic"}


def test_spacings_grow_and_the_first_changes_nothing() -> None:
    normal, roomy, most = SPACINGS.values()

    assert SPACINGS[NORMAL] is normal
    assert (normal.line_factor, normal.letter, normal.word, normal.paragraph, normal.breadth) == (
        1,
        0,
        0,
        0,
        1,
    )
    assert normal < roomy < most


def test_the_last_spacing_is_what_wcag_asks_for() -> None:
    """WCAG 2.2, 1.4.12: lines 1.5, paragraphs 2, letters 0.12, words 0.16 times the size of the letters."""
    most = SPACINGS["very_roomy"]

    assert most.line >= 1.5
    assert most.paragraph >= 2
    assert most.letter >= 0.12
    assert most.word >= 0.16
