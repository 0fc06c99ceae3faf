"""A page as sentences; and that no page loses a word on the way to the voice."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.page import Page
from crmo_desktop.library.pack import open_pack
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.spoken import PICTURE, POWER, Sentence, sentences
from crmo_desktop.services.voicing import Voicing
from tests.domain.values import page
from tests.gui.specimen import BOXES, FIGURES, KEY, SIGNS, section

CALL_OUTS = {
    "key": "In short",
    "red-flag": "Red flag",
    "caution": "Caution",
    "evidence": "What this rests on",
    "unknown": "Not known",
}


def said(html: str) -> list[tuple[str, str]]:
    """(text, shown) of every sentence of a section with this content, behind its title."""
    made = sentences(page(sections=(section("signs", "Signs", html),), summary_html=""), CALL_OUTS)
    assert made[:2] == (Sentence("MRI scan", "MRI scan", ""), Sentence("Signs", "Signs", "signs"))
    assert {sentence.section for sentence in made[1:]} == {"signs"}
    return [(sentence.text, sentence.shown) for sentence in made[2:]]


def same(*texts: str) -> list[tuple[str, str]]:
    return [(text, text) for text in texts]


def test_title_summary_and_sections_come_in_their_order() -> None:
    made = sentences(page(), CALL_OUTS)

    assert [(sentence.text, sentence.section) for sentence in made] == [
        ("MRI scan", ""),
        ("A scan shows sore spots.", ""),
        ("In short", "in-short"),
        ("It is loud.", "in-short"),
        ("The day & after", "day"),
        ("Sleep.", "day"),
    ]


def test_citation_marks_are_left_out_and_what_follows_them_is_not() -> None:
    assert said(
        '<p>One <a class="cite" href="cite:a:f">[1]</a> two. Three <em>f<b>ou</b>r</em>.</p>'
    ) == same("One two.", "Three four.")


def test_lists_call_outs_and_words_explained() -> None:
    assert said(KEY) == same("Bones ache at night.", "No germ is found.")
    assert said(BOXES) == [
        ("Red flag:", "Red flag"),
        *same("Fever with pain.", "Go at once."),
        ("Caution:", "Caution"),
        *same("Seen in one centre."),
        ("What this rests on:", "What this rests on"),
        *same("Two cohorts."),
        ("Not known:", "Not known"),
        *same("Nobody knows."),
    ]


def test_headings_numbered_lists_pictures_and_small_figures() -> None:
    assert said(SIGNS) == [
        *same("A first line with lesions and MRI, H2O, 99mTc & more.", "At home", "Note the day"),
        *same("Note the place"),
        ("1. Sit down", "Sit down"),
        ("2. Press F1", "Press F1"),
        *same("Pain", "What hurts", "See the silent ones or the web."),
        ("A hand", PICTURE),
        *same("A hand, drawn"),
    ]


def test_the_words_of_a_drawing_are_read_sentence_by_sentence() -> None:
    figure = '<figure><img src="figure:a" alt="Bones. Shin 64%."/><figcaption>Map.</figcaption></figure>'

    assert said(figure) == [("Bones.", PICTURE), ("Shin 64%.", ""), *same("Map.")]


def test_a_table_is_read_row_by_row_with_its_columns() -> None:
    assert said(FIGURES)[:6] == [
        *same("Where it strikes"),
        ("Bone: Tibia", "Tibia"),
        ("Children: 40%", "40%"),
        ("Adults: 12%", "12%"),
        ("From: Cohort", "Cohort"),
        ("Bone: Spine", "Spine"),
    ]


def test_cells_without_a_title_or_with_more_than_a_sentence() -> None:
    table = (
        "<table><thead><tr><th>Sign</th><th></th></tr></thead><tbody><tr><td>Warm. Red.</td><td>Yes</td>"
        "<td>No</td></tr><tr><td><ul><li>One</li><li>Two</li></ul></td><td></td></tr></tbody></table>"
    )

    assert said(table) == [
        ("Sign: Warm.", "Warm."),
        *same("Red.", "Yes", "No"),
        ("Sign: One", "One"),
        *same("Two"),
    ]


def test_a_cell_that_is_left_free_is_said_with_the_one_before() -> None:
    table = (
        "<table><thead><tr><th>Ask</th><th>An<em>sw</em>er</th><th>By</th></tr></thead><tbody>"
        "<tr><td>When?</td><td></td><td/></tr><tr><td></td><td></td><td></td></tr></tbody></table>"
    )

    assert said(table) == [("Ask: When? Answer: empty. By: empty.", "When?")]


def test_words_round_a_list_in_a_list() -> None:
    assert said("<ol><li>Before <ul><li>one</li></ul> after.</li><li><p>Next.</p></li></ol>") == [
        ("1. Before", "Before"),
        *same("one", "after."),
        ("2. Next.", "Next."),
    ]


def test_a_power_is_told_from_a_number_and_shown_without_the_sign() -> None:
    assert said("<p>15 mg/m<sup>2</sup>, the 2<sup>nd</sup>, <sup>2</sup>.</p>") == [
        (f"15 mg/m{POWER}2, the 2nd, 2.", "15 mg/m2, the 2nd, 2.")
    ]


# ---------------------------------------------------------------- every page of the reference


@pytest.fixture(scope="module")
def whole(pack_path: Path) -> Iterator[ReadingService]:
    with closing(open_pack(pack_path)) as pack:
        yield ReadingService(pack)


def every_page(reading: ReadingService) -> Iterator[Page]:
    for chapter in reading.chapters():
        for topic in chapter.topics:
            for audience in Audience:
                yield reading.page(topic.id, audience)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.replace("²", "2").replace("³", "3"))


@pytest.mark.slow
def test_no_page_loses_a_word_but_its_citation_marks(whole: ReadingService) -> None:
    pages = 0
    for read in every_page(whole):
        made = sentences(read, CALL_OUTS)
        for part in read.sections:
            cited = re.findall(r'<a class="cite"[^>]*>\[(.*?)\]</a>', part.html)
            spoken = words(" ".join(f"{s.text} {s.shown}" for s in made if s.section == part.id))
            missing = set(words(part.text)) - set(spoken) - set(words(" ".join(cited)))
            assert not missing, (read.topic.id, read.audience, part.id)
        pages += 1
    assert pages > 200


@pytest.mark.slow
def test_no_sentence_loses_a_word_when_it_is_put_into_words(whole: ReadingService) -> None:
    """Units, abbreviations and signs become other words; whatever else stands there is said, in its order."""
    terms = whole.terms()
    strange: set[str] = set()
    for read in every_page(whole):
        voicing = Voicing(terms)
        for sentence in sentences(read, CALL_OUTS):
            spoken = voicing.say(sentence.text)
            kept = iter(spoken.split())
            plain = [word for word in sentence.text.split() if re.fullmatch(r"[a-z]{4,}[,.;:]?", word)]
            assert all(word.strip(",.;:") in (other.strip(",.;:") for other in kept) for word in plain), (
                spoken
            )
            if "://" not in spoken and "\\" not in spoken:
                strange.update(re.findall(r"[%≥≤±×µ²³αβ→=\ue000]", spoken))
    assert not strange
