"""Where sentences stand: on a made-up page, and on every page there is."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.page import Page
from crmo_desktop.gui.page_document import PageDocument
from crmo_desktop.gui.page_style import page_css
from crmo_desktop.gui.speech.places import Place, Wanted, places
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.typesetting import page_html
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.spoken import sentences
from tests.gui.specimen import BOXES, FIGURES, KEY, SIGNS, WORDS, page, section

Lay = Callable[..., PageDocument]


@pytest.fixture
def lay(look: Look, qapp: object) -> Lay:
    def laid(shown: Page, *, narrow: bool = False) -> PageDocument:
        document = QTextDocument()
        document.setDefaultStyleSheet(page_css(look))
        document.setHtml(page_html(shown, look, WORDS, narrow=narrow))
        made = PageDocument(document)
        made.dress(look.colour("accent"))
        return made

    return laid


def found(laid: PageDocument, shown: Page) -> list[Place | None]:
    made = sentences(shown, WORDS.call_outs)
    return places(laid, [Wanted(sentence.shown, sentence.section) for sentence in made])


def words_at(laid: PageDocument, place: Place | None) -> str:
    assert place is not None
    cursor = QTextCursor(laid.document)
    cursor.setPosition(place[0])
    cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
    return " ".join(cursor.selectedText().split())


@pytest.mark.parametrize("narrow", [False, True])
def test_every_sentence_of_a_page_with_everything_has_its_place(narrow: bool, lay: Lay) -> None:
    shown = page()
    laid = lay(shown, narrow=narrow)
    said = [sentence.shown for sentence in sentences(shown, WORDS.call_outs)]

    at = found(laid, shown)

    words = [words_at(laid, place) for place in at]
    assert [" ".join(text.split()) for text in said] == words
    assert at == sorted(at, key=lambda place: place or (0, 0))


def test_a_sentence_holds_the_marks_within_it_and_not_those_behind_it(lay: Lay) -> None:
    cite = '<a class="cite" href="cite:smith-2020:f-1">[1]</a>'
    shown = page(section("one", "One", f"<p>First {cite} half. Second. {cite}</p>"))
    laid = lay(shown)

    assert [words_at(laid, place) for place in found(laid, shown)][-2:] == ["First [1] half.", "Second."]


def test_words_are_not_found_inside_other_words(lay: Lay) -> None:
    table = "<table><thead><tr><th>Eyes</th></tr></thead><tbody><tr><td>yes</td></tr></tbody></table>"
    shown = page(section("one", "One", f"<p>Eyes.</p>{table}<p>yesterday yes</p>"))
    laid = lay(shown)

    at = found(laid, shown)

    assert words_at(laid, at[-2]) == "yes"
    assert words_at(laid, at[-1]) == "yesterday yes"


def test_a_section_that_is_not_shown_leaves_the_others_in_order(lay: Lay) -> None:
    whole = page()
    shown = page(section("in-short", "At a glance", KEY), section("figures", "Figures", FIGURES))
    laid = lay(shown)

    at = found(laid, whole)

    made = sentences(whole, WORDS.call_outs)
    hidden = [
        place for place, sentence in zip(at, made, strict=True) if sentence.section in ("signs", "boxes")
    ]
    others = [place for place, sentence in zip(at, made, strict=True) if sentence.section in ("figures", "")]
    assert set(hidden) == {None}
    assert None not in others
    assert SIGNS
    assert BOXES


def test_nothing_stands_nowhere(lay: Lay) -> None:
    laid = lay(page())

    assert places(laid, [Wanted("", ""), Wanted("of no page", "figures")]) == [None, None]


@pytest.mark.slow
@pytest.mark.parametrize("narrow", [False, True])
def test_every_sentence_of_every_page_has_its_place(narrow: bool, lay: Lay, reading: ReadingService) -> None:
    lost = []
    for chapter in reading.chapters():
        for topic in chapter.topics:
            for audience in Audience:
                shown = reading.page(topic.id, audience)
                laid = lay(shown, narrow=narrow)
                at = found(laid, shown)
                made = sentences(shown, WORDS.call_outs)
                lost += [s.shown for s, place in zip(made, at, strict=True) if place is None]
                assert at == sorted(at, key=lambda place: place or (0, 0))

    assert not lost
