"""Words of a page, found again after the page has changed."""

import random
import re
import time
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmo_desktop.domain.own_things import Quote
from crmo_desktop.domain.text_quote import place_of, quote_of
from crmo_desktop.library.pack import open_pack
from crmo_desktop.services.reading import ReadingService

PAGE = (
    "What it is\n"
    "Bones become sore because the body’s own defence attacks them. No germ is found. "
    "Most children have good days and bad days, and many grow out of it.\n"
    "What helps\n"
    "Anti-inflammatory medicines are tried first. They help about half of the children within three "
    "months – the rest need something stronger. Ask before you stop a medicine.\n"
    "Where it hurts\n"
    "Legs, collar bone, jaw and spine are the usual places. A spine that hurts needs a picture, even "
    "where the child can walk and run as before."
)


def told(quote: Quote, text: str, within: tuple[int, int] | None = None) -> str | None:
    """The words that `quote` is found to be; None if it is not."""
    place = place_of(quote, text, within=within)
    return None if place is None else text[place[0] : place[1]]


def quoted(words: str, text: str = PAGE) -> Quote:
    return quote_of(text, text.index(words), text.index(words) + len(words))


# --- making


def test_a_quote_has_the_words_around_it_cut_between_words() -> None:
    quote = quoted("No germ is found.")

    assert quote == Quote(
        exact="No germ is found.",
        prefix="Bones become sore because the body’s own defence attacks them. ",
        suffix=" Most children have good days and bad days, and many grow out of",
    )
    assert max(len(quote.prefix), len(quote.suffix)) <= 64


def test_blanks_are_single_and_pictures_are_blanks() -> None:
    text = "one \n two\u2029\ufffc three\u00a0four  five"

    assert quote_of(text, 3, len(text) - 4) == Quote(exact="two three four", prefix="one ", suffix=" five")


def test_a_quote_at_the_ends_has_nothing_around_it() -> None:
    assert quote_of("all of it", 0, 9) == Quote(exact="all of it")


def test_a_word_longer_than_the_context_is_cut() -> None:
    text = "x" * 100 + "here" + "y" * 100

    assert quote_of(text, 100, 104) == Quote(exact="here", prefix="x" * 64, suffix="y" * 64)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (0, 0), (10, 11)])
def test_blanks_alone_are_no_quote(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no words"):
        quote_of(PAGE, start, end)


# --- finding


@given(st.integers(0, len(PAGE) - 1), st.integers(1, 200))
def test_what_has_not_changed_is_found_where_it_was(start: int, length: int) -> None:
    words = PAGE[start : start + length]
    if not words.strip():
        return
    begin = start + len(words) - len(words.lstrip())

    assert place_of(quote_of(PAGE, start, start + length), PAGE) == (begin, begin + len(words.strip()))


_odd = st.text(st.sampled_from("ab .,-–’\u00a0\n\u2029\ufffc\u00adé\u0301ßﬁ…[1]½骨👍\u202eİ"), max_size=60)


@given(_odd, st.integers(0, 60), st.integers(0, 60))
def test_no_text_does_harm(text: str, start: int, length: int) -> None:
    try:
        quote = quote_of(text, start, start + length)
    except ValueError:
        return

    place = place_of(quote, text)

    assert place is None or 0 <= place[0] < place[1] <= len(text)
    assert max(len(quote.prefix), len(quote.suffix)) <= 64


@given(_odd, _odd)
def test_no_other_text_does_harm(words: str, text: str) -> None:
    place = place_of(Quote(exact=words, prefix=text[:3], suffix=words[:3]), text)

    assert place is None or 0 <= place[0] < place[1] <= len(text)


def test_of_the_same_words_those_in_the_same_context_are_found() -> None:
    places = [match.start() for match in re.finditer("children", PAGE)]
    assert len(places) == 2

    for place in places:
        assert place_of(quote_of(PAGE, place, place + 8), PAGE) == (place, place + 8)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("’", "'"),
        ("–", "-"),
        ("Anti-inflammatory", "ANTI\u2010inflam\u00admatory"),
        ("\n", "\u2029\u2029"),
        (" ", "\u00a0"),
        (" ", "\n  "),
        ("medicines", "médicines"),
        ("medicines", "me\u0301dicines"),
        ("fi", "\ufb01"),
    ],
)
def test_how_words_are_set_makes_no_difference(old: str, new: str) -> None:
    start, end = PAGE.index("the body’s"), PAGE.index("Ask before")
    quote = quote_of(PAGE, start, end)
    changed = PAGE.replace(old, new)

    found = told(quote, changed)

    begin, finish = changed.index("the body".replace(old, new)), changed.index("Ask before".replace(old, new))
    assert found == changed[begin:finish].strip()


def test_citation_marks_may_be_numbered_anew() -> None:
    text = (
        "Few need it.\u00a0[3] Half of them got better. [4]\u00a0[15, 16] Some did not [3]. The rest waits."
    )
    quote = quote_of(text, text.index("Half"), text.index("Some"))
    changed = "In short [1]. " + text.replace("[3]", "[4]").replace("[15, 16]", "[16–18] [7]")

    assert quote == Quote(
        exact="Half of them got better.", prefix="Few need it. ", suffix=" Some did not. The rest waits."
    )
    assert told(quote, text) == told(quote, changed) == "Half of them got better."
    with pytest.raises(ValueError, match="no words"):
        quote_of(text, text.index("\u00a0[15"), text.index("Some"))


def test_marks_of_the_last_letter_belong_to_it() -> None:
    assert told(Quote(exact="cafe"), "the cafe\u0301 there") == "cafe\u0301"


def test_a_quote_of_nothing_that_can_be_compared_is_nowhere() -> None:
    assert place_of(Quote(exact="\u00ad"), PAGE) is None
    assert place_of(Quote(exact="…?!", prefix="a ", suffix=" b"), PAGE) is None


def test_words_within_longer_words_are_others() -> None:
    quote = Quote(exact="ratio", prefix="", suffix="")

    assert told(quote, "a ration of rations, irrational") is None
    assert place_of(quote, "a ration at a ratio") == (14, 19)
    assert place_of(quote_of("irrational", 2, 7), "so irrational") == (5, 10)


def test_words_that_stand_on_a_page_over_and_over_are_looked_at_so_often() -> None:
    text = "no pain " * 2000

    assert place_of(Quote(exact="pain", prefix="much ", suffix=""), text) is None
    assert place_of(quote_of(text, 3, 7), text) == (3, 7)


def test_context_may_change() -> None:
    quote = quoted("They help about half")

    changed = PAGE.replace("tried first. They", "given before others. They").replace("of the", "of all")

    assert told(quote, changed) == "They help about half"


def test_a_passage_may_move_to_another_section() -> None:
    words = "Ask before you stop a medicine."
    changed = words + PAGE.replace(words, "")
    section = changed.index("What helps"), changed.index("Where it hurts")

    assert told(quoted(words), changed, section) == words


def test_of_places_as_good_the_one_in_the_section_is_found() -> None:
    text = "First\nAsk your doctor before you stop.\nSecond\nAsk your doctor before you stop.\n"
    second = text.index("Second")
    quote = Quote(exact="Ask your doctor before you stop.")

    assert place_of(quote, text, within=(second, len(text))) == (second + 7, second + 39)
    assert place_of(quote, text, within=(0, second)) == (6, 38)
    assert place_of(quote, text) == (6, 38)


def test_a_short_word_is_not_believed_where_nothing_around_it_is_as_it_was() -> None:
    quote = quoted("spine", PAGE)
    sentence = "Legs, collar bone, jaw and spine are the usual places. "

    assert told(quote, PAGE.replace(sentence, "")) is None
    assert told(Quote(exact="spine"), PAGE) == "spine"  # where nothing is known of what was around it


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("about half", "some half"),
        ("medicines are tried", "medicines may be tried"),
        ("three months", "3 months"),
        ("need something stronger", "need something that is stronger"),
        ("They help", "These help"),
        ("first. They", "first [4]. They"),
    ],
)
def test_words_may_be_edited_a_little(old: str, new: str) -> None:
    quote = quoted(PAGE[PAGE.index("Anti-") : PAGE.index(" Ask before")])
    assert old in PAGE
    changed = PAGE.replace(old, new)

    assert told(quote, changed) == changed[changed.index("Anti-") : changed.index(" Ask before")]


def test_the_first_and_last_words_may_be_edited() -> None:
    words = "They help about half of the children within three months"
    changed = PAGE.replace("They help", "These help").replace("three months", "three weeks")

    assert told(quoted(words), changed) == "These help about half of the children within three weeks"


def test_edited_words_are_found_where_their_context_is() -> None:
    row = "A child takes one tablet with food in the morning and one in the evening. "
    text = f"Naproxen. {row}Nothing else. Ibuprofen. {row}Ask first."
    quote = quote_of(text, text.rindex("A child"), text.rindex(" Ask"))
    changed = text.replace("one in the evening", "another in the evening")

    place = place_of(quote, changed)

    assert place is not None
    assert place[0] == changed.rindex("A child")
    assert place_of(quote, changed, within=(0, 20)) is not None


@pytest.mark.parametrize(
    "words",
    [
        "No germ is found.",
        "Anti-inflammatory medicines are tried first.",
        "A spine that hurts needs a picture, even where the child can walk and run as before.",
    ],
)
def test_what_was_deleted_is_not_found(words: str) -> None:
    assert told(quoted(words), PAGE.replace(words, "")) is None


def test_another_medicine_in_the_same_sentence_is_not_taken_for_it() -> None:
    text = (
        "Doses\nNaproxen is given twice a day with food.\nIbuprofen is given three times a day with food.\n"
    )
    first = "Naproxen is given twice a day with food.\n"

    assert told(quoted(first, text), text.replace(first, "")) is None


def test_what_is_only_like_it_is_believed_where_its_context_is() -> None:
    words = "Children take one small tablet with food every single morning"
    quote = Quote(exact=words, prefix="Naproxen comes as a syrup, too. ", suffix=". Ask before you stop it.")
    like = words.replace("one small tablet", "one bigger pill")

    assert told(quote, f"{quote.prefix}{like}{quote.suffix}") == like
    assert told(quote, f"Ibuprofen may be bought in shops. {like}! Later on less is needed") is None


def test_where_no_blanks_part_words_each_sign_is_one() -> None:
    text = "骨が痛くなる病気です。熱が出ることもあります。痛みは良くなったり悪くなったりします。"
    quote = quote_of(text, 11, len(text))
    changed = text.replace("こともあり", "ことがあり")

    assert told(quote, changed) == changed[11:]


# --- on all that there is


@pytest.fixture(scope="module")
def pages(pack_path: Path) -> list[tuple[str, list[tuple[int, int]]]]:
    """The text of every page, and where its sections stand in it."""
    found = []
    with closing(open_pack(pack_path)) as pack:
        reading = ReadingService(pack)
        for chapter in reading.chapters():
            for topic in chapter.topics:
                for audience in sorted(topic.audiences):
                    text, sections = "", []
                    for section in reading.page(topic.id, audience).sections:
                        begin = len(text)
                        text += f"{section.title}\n{section.text}\n"
                        sections.append((begin, len(text)))
                    found.append((text, sections))
    assert len(found) > 100
    return found


def sentences_in(text: str, within: tuple[int, int]) -> list[tuple[int, int]]:
    matches = re.finditer(r"[A-Z][^.\n]{12,}\.", text[within[0] : within[1]])
    return [(within[0] + match.start(), within[0] + match.end()) for match in matches]


def folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text)).casefold()


@pytest.mark.slow
def test_every_section_keeps_its_quotes(pages: list[tuple[str, list[tuple[int, int]]]]) -> None:
    chance = random.Random(8)
    seen, mistaken = 0, []
    for text, sections in pages:
        for section in sections:
            start, end = chance.choice(sentences_in(text, section) or [(0, 0)])
            words = text[start:end]
            if not words or folded(text).count(folded(words)) > 1:
                continue
            seen += 1
            quote = quote_of(text, start, end)
            assert place_of(quote, text, within=section) == (start, end)
            new = "This sentence is new in this edition. "
            before, after = text[: section[0]] + new + text[section[0] :], text[:end] + " " + new + text[end:]
            assert place_of(quote, before) == (start + len(new), end + len(new))
            assert place_of(quote, after, within=section) == (start, end)
            found = told(quote, text[:start] + text[end:], section)
            mistaken += [] if found is None else [(words, found)]

    assert seen > 500
    assert len(mistaken) < seen / 100, mistaken  # what the reference says twice in almost the same words


def test_every_word_is_found_in_its_place(pages: list[tuple[str, list[tuple[int, int]]]]) -> None:
    chance = random.Random(8)
    for text, sections in chance.sample(pages, 40):
        words = [match.span() for match in re.finditer(r"\w+", text)]
        for start, end in chance.sample(words, min(10, len(words))):
            section = next(one for one in sections if one[0] <= start < one[1])
            place = place_of(quote_of(text, start, end), text, within=section)
            assert place is not None
            around = slice(max(0, place[0] - 30), place[1] + 30)
            assert place == (start, end) or text[around] == text[max(0, start - 30) : end + 30]


def test_a_find_on_a_long_page_is_quick(pages: list[tuple[str, list[tuple[int, int]]]]) -> None:
    text = "\n".join(text for text, _ in pages)[:30_000]
    quotes = [
        quote_of(text, start, start + length) for start in range(0, 29_000, 1000) for length in (8, 300)
    ]
    gone = [Quote(exact=quote.exact[::-1], prefix=quote.prefix, suffix=quote.suffix) for quote in quotes]
    edited = [
        Quote(exact=" ".join([*quote.exact.split()[::2], "as", "well"]), prefix=quote.prefix)
        for quote in quotes
    ]
    times = []
    for quote in [*quotes, *gone, *edited]:
        begin = time.process_time()
        place_of(quote, text)
        times.append(time.process_time() - begin)

    assert sorted(times)[len(times) // 2] < 0.02
    assert max(times) < 0.5
