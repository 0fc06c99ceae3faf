"""Words for slides: sentences, looks, and whose marks they bear."""

from crmo_desktop.domain.identifiers import SourceId
from crmo_desktop.domain.slides import Strand, plain
from crmo_desktop.services.slide_pieces import parse
from crmo_desktop.services.slide_words import Said, all_in, in_breaths, sentences_in

ONE = '<a class="cite" href="cite:a-1:f-1">[1]</a>'
SOURCES = (SourceId("a-1"), SourceId("b-2"), SourceId("c-3"))
TWO = '<a class="cite" href="cite:b-2:f-2+f-3|c-3:f-2">[2, 3]</a>'


def said(html: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(plain(one.words), one.sources) for one in sentences_in(parse(html))]


def test_each_sentence_with_its_marks_taken_out() -> None:
    assert said(f"It hurts.\u00a0{ONE} It \n is warm.\u00a0{TWO}") == [
        ("It hurts.", ("a-1",)),
        ("It is warm.", ("b-2", "c-3")),
    ]


def test_a_mark_is_for_the_sentences_before_it_that_have_none() -> None:
    assert said(f"First. Second. {ONE} Third. Fourth. {TWO} Ask.") == [
        ("First.", ("a-1",)),
        ("Second.", ("a-1",)),
        ("Third.", ("b-2", "c-3")),
        ("Fourth.", ("b-2", "c-3")),
        ("Ask.", ()),
    ]


def test_marks_within_a_sentence_are_its_own() -> None:
    assert said(f"{ONE} Pain {TWO} comes and goes.") == [("Pain comes and goes.", ("a-1", "b-2", "c-3"))]


def test_looks_are_kept_across_sentences() -> None:
    html = "<strong>Go. N<em>o</em>w.</strong> 10<sup>9</sup> H<sub>2</sub>O, press <kbd>F1</kbd>."

    first, second, third = sentences_in(parse(html))

    assert first.words == (Strand("Go.", is_strong=True),)
    assert second.words == (
        Strand("N", is_strong=True),
        Strand("o", is_strong=True, is_emphasis=True),
        Strand("w.", is_strong=True),
    )
    assert third.words == (
        Strand("10"),
        Strand("9", script="sup"),
        Strand(" H"),
        Strand("2", script="sub"),
        Strand("O, press "),
        Strand("F1", is_strong=True),
        Strand("."),
    )


def test_blanks_are_one_and_a_line_break_is_one() -> None:
    assert said(" A  line<br/>and \u00a0 one.") == [("A line and one.", ())]


def test_blocks_within_are_left_to_others() -> None:
    assert said("Before <ul><li>within</li></ul> behind.") == [("Before behind.", ())]


def test_web_addresses_written_out_are_left_off_and_words_with_one_are_not() -> None:
    address = '<a href="https://example.org/a">https://example.org/a</a>'

    assert said(f'A study. {address} Cited. <a href="https://example.org/a">The web</a>.') == [
        ("A study.", ()),
        ("Cited.", ()),
        ("The web.", ()),
    ]


def test_what_is_said_by_somebody_is_not_torn() -> None:
    assert [
        text for text, _ in said("She asks: “Why? You know.” He goes. (See there. Or here.) Go. “A? B")
    ] == [
        "She asks: “Why? You know.”",
        "He goes.",
        "(See there. Or here.)",
        "Go.",
        "“A? B",
    ]


def test_what_is_said_at_length_is_torn() -> None:
    long = "I have told you of it many times. " * 9
    told = [text for text, _ in said(f"He says: “{long} Go. Now.”")]

    assert len(told) == 3
    assert " ".join(told) == f"He says: “{long}Go. Now.”"


def test_a_sentence_of_links_alone_leads_on() -> None:
    link = '<a href="crmo://topic/mri">MRI</a>'
    told = sentences_in(parse(f"It hurts. Read on: {link}, {link} and {link}. See {link}."))

    assert [one.leads_on for one in told] == [False, True, False]


def test_a_pointer_with_and_without_words_before_it() -> None:
    link = '<a href="crmo://topic/mri">MRI</a>'

    assert all_in(parse(f"Read on: {link} and {link}.")).leads_on
    assert all_in(parse(link)).leads_on
    assert not all_in(parse(f"They may ache. See {link}.")).leads_on
    assert not all_in(parse(f"Ask: what is {link}?")).leads_on
    assert not all_in(parse("")).leads_on
    assert not all_in(parse('<a href="https://example.org">The web</a>')).leads_on


def test_all_of_a_block_in_one() -> None:
    assert all_in(parse(f" One. {ONE} Two. {TWO} ")) == Said((Strand("One. Two."),), SOURCES)
    assert all_in(parse(" ")) == Said((), ())


def breaths(*texts: str) -> list[str]:
    return [plain(one.words) for one in in_breaths(Said((Strand(text),)) for text in texts)]


def test_a_few_words_are_said_along_with_the_sentence_beside_them() -> None:
    long = "Bone pain on most days should be looked at."

    assert breaths("Go.", long, long) == [f"Go. {long}", long]
    assert breaths(long, "Ask your team.") == [f"{long} Ask your team."]
    assert breaths("Go.", long * 3) == ["Go.", long * 3]
    assert breaths() == []


def test_what_stands_in_brackets_stays_with_what_it_qualifies() -> None:
    long, aside = "Bone pain on most days should be looked at.", "(This is general and not written for CRMO.)"

    assert breaths(long, aside, long) == [f"{long} {aside}", long]
    assert breaths(long * 7, aside) == [long * 7, aside]


def test_what_leads_on_stays_by_itself() -> None:
    pointer = Said((Strand("More: MRI."),), (), leads_on=True)

    assert in_breaths([Said((Strand("Go."),)), pointer, Said((Strand("Now."),))])[1] == pointer


def test_breaths_cite_what_their_sentences_do() -> None:
    [breath] = in_breaths([Said((Strand("Go."),), SOURCES[:2]), Said((Strand("Now."),), SOURCES[1:])])

    assert breath.sources == SOURCES
