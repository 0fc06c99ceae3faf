from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import FactId, SourceId, TermId
from crmo_desktop.domain.page import Citation, Fact, GlossaryTerm
from crmo_desktop.gui.pages.card_words import CardWords
from crmo_desktop.gui.widgets.card import CardContent
from tests.gui.conftest import RESOURCES
from tests.gui.specimen import SOURCES

PAIN = Fact(
    id=FactId("f-1"),
    statement="Two in five had pain.",
    figures=("40% of 37 children",),
    strength="cohort",
    caution="One centre only.",
    sources=(SourceId("smith-2020"),),
)
FEVER = replace(
    PAIN, id=FactId("f-2"), statement="One in ten had fever.", figures=("10% of 37 children",), caution=None
)
BONES, MORE = SOURCES
TERM = GlossaryTerm(
    id=TermId("g-lesion"),
    term="lesion",
    plain="A sore spot in a bone.",
    clinical="A focus of non-bacterial osteitis.",
    synonyms=("focus", "spot"),
)


@pytest.fixture
def words(qapp: QApplication) -> CardWords:
    return CardWords()


def rows(content: CardContent) -> dict[str, str]:
    return dict(content.rows)


def test_a_citation_says_what_how_many_how_sure_where_and_what_to_mind(words: CardWords) -> None:
    card = words.citation((Citation(number=2, source=BONES, facts=(PAIN, FEVER)),))

    assert card.kind == "Source 2: cohort study"
    assert (card.title, card.subtitle) == ("Bones & <pain>", "J Bone, 2020")
    assert card.statements == ("Two in five had pain.", "One in ten had fever.")
    assert rows(card) == {
        "Figures": "40% of 37 children; 10% of 37 children",
        "Strength": "cohort",
        "Caution": "One centre only.",
        "Read": "the abstract only",
        "DOI": "10.1000/bone.1",
    }
    assert card.actions == (("copy", "Copy citation", "copy"), ("address", "Show address", "link"))


def test_what_is_not_known_has_no_row(words: CardWords) -> None:
    source = replace(MORE, seen="something new", journal=None, year=None)
    bare = replace(FEVER, figures=())

    card = words.citation((Citation(number=1, source=source, facts=(bare,)),))

    assert rows(card) == {"Strength": "cohort"}
    assert card.subtitle == ""


def test_a_source_without_an_address_offers_none(words: CardWords) -> None:
    source = replace(MORE, url=None)

    card = words.citation((Citation(number=1, source=source, facts=(PAIN,)),))

    assert card.actions == (("copy", "Copy citation", "copy"),)


@pytest.mark.parametrize(
    ("seen", "told"),
    [
        ("abstract", "the abstract only"),
        ("seed", "the whole article"),
        ("copy or quotation", "a copy or quotation only"),
        ("text", "the text, as far as it was open"),
    ],
)
def test_a_citation_says_how_much_of_the_source_was_read(seen: str, told: str, words: CardWords) -> None:
    card = words.citation((Citation(number=1, source=replace(BONES, seen=seen), facts=(PAIN,)),))

    assert rows(card)["Read"] == told


def test_a_mark_for_several_sources_lists_them_and_tells_a_fact_once(words: CardWords) -> None:
    card = words.citation(
        (
            Citation(number=1, source=BONES, facts=(PAIN, FEVER)),
            Citation(number=2, source=MORE, facts=(PAIN,)),
        )
    )

    assert (card.kind, card.title) == ("2 sources", "What this rests on")
    assert card.statements == ("Two in five had pain.", "One in ten had fever.")
    assert rows(card)["[1]"] == "Bones & <pain>. J Bone, 2020 (cohort study). doi:10.1000/bone.1"
    assert rows(card)["[2]"] == "More bones. J Bone, 2020 (cohort study). https://example.org/more"
    assert "Read" not in rows(card)
    assert card.actions == (("copy", "Copy citation", "copy"),)


def test_cautions_of_several_facts_are_all_told_each_once(words: CardWords) -> None:
    facts = (PAIN, replace(FEVER, caution="Few children."), replace(FEVER, caution="One centre only."))

    card = words.citation((Citation(number=1, source=BONES, facts=facts),))

    assert rows(card)["Caution"] == "One centre only. Few children."


def test_a_glossary_word_is_explained_in_the_readers_words_first(words: CardWords) -> None:
    families, clinicians = words.term(TERM, Audience.PATIENT), words.term(TERM, Audience.CLINICIAN)

    assert families.title == clinicians.title == "lesion"
    assert families.statements == ("A sore spot in a bone.",)
    assert rows(families) == {
        "Also called": "focus, spot",
        "In clinic words": "A focus of non-bacterial osteitis.",
    }
    assert clinicians.statements == ("A focus of non-bacterial osteitis.",)
    assert rows(clinicians)["In plain words"] == "A sore spot in a bone."
    assert families.actions == (("search", "Find in all topics", "search"),)


def test_what_cards_are_drawn_with_is_there(words: CardWords) -> None:
    cards = (
        words.citation((Citation(number=1, source=BONES, facts=(PAIN,)),)),
        words.term(TERM, Audience.PATIENT),
    )

    icons = [icon for card in cards for icon in (card.icon, *(icon for _, _, icon in card.actions))]
    assert [icon for icon in icons if not (RESOURCES / "icons" / f"{icon}.svg").is_file()] == []
