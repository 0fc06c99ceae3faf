import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.own_things import Colour, Spot
from crmo_desktop.gui.pages.mark_words import MarkWords, shortened


@pytest.fixture
def words(qapp: object) -> MarkWords:
    return MarkWords()


def test_colours_have_names_and_numbers(words: MarkWords) -> None:
    assert words.highlighted(Colour.PINK, "Bones ache") == "Highlighted in pink, 4: Bones ache"


def test_a_place_is_told_by_topic_and_section(words: MarkWords) -> None:
    spot = Spot(page="crmo://topic/spine", audience=Audience.PATIENT, title="Spine")
    within = Spot(
        page="crmo://topic/spine",
        audience=Audience.PATIENT,
        title="Spine",
        section="in-short",
        section_title="In short",
    )

    assert words.spot(spot) == "Spine"
    assert words.spot(within) == "Spine, In short"


def test_a_card_names_the_edition_in_words(words: MarkWords) -> None:
    assert (
        words.highlight_card("Bones ache", "2026-11-26").subtitle == "Made in the edition of 26 November 2026"
    )
    assert words.highlight_card("Bones ache", "the first").subtitle == "Made in the edition of the first"


def test_only_a_note_that_is_kept_can_be_deleted(words: MarkWords) -> None:
    assert words.note_card("Spine", is_kept=False).actions == ()
    assert [name for name, _, _ in words.note_card("Spine", is_kept=True).actions] == ["delete"]


def test_many_words_are_cut_between_two_of_them() -> None:
    assert shortened("few\n words ") == "few words"
    cut = shortened("word " * 40)
    assert cut.endswith("word…")
    assert len(cut) <= 91
