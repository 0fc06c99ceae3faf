"""A number in none of the facts cited there is found wherever it hides."""

import pytest

from tests.authoring.small_content import PAIN, SCAN, SmallContent, fact

ITEM = "It was the first sign in 17 of 40 children."


def unsupported(written: str) -> str:
    return f"the number “{written}” is in none of the facts cited here"


def numbers_refused(content: SmallContent) -> list[str]:
    """The numbers that the check complains about; it complains about nothing else."""
    begin, end = unsupported("\0").split("\0")
    problems = [problem.split(": ", 1)[1] for problem in content.problems()]
    assert all(problem.startswith(begin) and problem.endswith(end) for problem in problems)
    return [problem.removeprefix(begin).removesuffix(end) for problem in problems]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("in 18 children", "18"),
        ("in 1,700 children", "1,700"),
        ("in 1 700 children", "1 700"),
        ("in 42 %", "42"),
        ("in 17.5%", "17.5"),
        ("at 5-17 years", "5"),
        ("at 17–50 years", "50"),
        ("in ninety per cent", "ninety"),
        ("in forty-two of them", "forty-two"),
        ("in SEVEN of them", "SEVEN"),
        ("in se<em>v</em>en of them", "seven"),
        ("in se&#173;ven of them", "seven"),
        ("in 4<strong>3</strong> of them", "43"),
        ("in 4<!-- hidden -->3 of them", "43"),
        ("in &#52;3 of them", "43"),
        ("in ４３ of them", "43"),
        ("in half a dozen", "half a dozen"),
        ("in dozens", "dozens"),
        ("in two thirds", "two thirds"),
        ("in ⅔ of them", "two thirds"),
        ("in three fifths", "three fifths"),
        ("in every fifth child", "fifth"),
        ("in the 3rd year", "3"),
        ("twice as often", "twice"),
        ("threefold", "threefold"),
        ("on 22 May 2020", "22"),
        ("in the 1990s", "1990"),
        ("with a ratio of 2:17", "2"),
        ("with IL-1", "IL-1"),
        ("at week-52", "week-52"),
        ("with 10<sup>9</sup> cells", "10^9"),
        ("in children<sup>2</sup>", "children^2"),
    ],
)
def test_a_number_is_refused_however_it_is_written(written: str, number: str, content: SmallContent) -> None:
    content.replace(PAIN, ITEM, f"It comes {written}")

    assert numbers_refused(content) == [number]


@pytest.mark.parametrize(
    "written",
    [
        "in 17 of 40",
        "in seventeen of forty",
        "in 42.5%",
        "in 42.50 per cent",
        "in about two fifths",
        "in the year 2020",
        "in 1<em>7</em>",
        "in one of them",
        "with M86.3",
    ],
)
def test_a_number_of_the_facts_is_let_pass(written: str, content: SmallContent) -> None:
    content.change("glossary.json", "g-mri", synonyms=["M86.3"])
    content.replace(PAIN, ITEM, f"It comes {written}.")

    assert content.problems() == []


def test_figures_before_a_slash_are_no_share(content: SmallContent) -> None:
    content.change("facts.json", "f-pain", figures=["42.5% of 40", "0.45/100,000"])
    content.replace(PAIN, ITEM, "It came in 0.45 per 100,000 children, in three quarters at once.")

    assert numbers_refused(content) == ["three quarters"]


PLACES = {
    "a summary": ("CRMO makes bones hurt.", "CRMO makes 7 bones hurt."),
    "a heading": ("<h2>In short</h2>", "<h2>7 words</h2>"),
    "a small heading": ("<h2>In short</h2>", "<h2>In short</h2><h3>7 words</h3>"),
    "a caption": ("First signs of 40 children", "First signs of 7 children"),
    "a header": ("<th>Sign</th>", "<th>Sign (n=7)</th>"),
    "a cell": ("<td>Bone pain</td>", "<td>Bone pain (7)</td>"),
    "an explained word": (
        "<table ",
        '<dl data-facts="f-rare"><dt>Rare 7</dt><dd>Rare</dd></dl><table ',
    ),
    "an explanation": ("<table ", '<dl data-facts="f-rare"><dt>Rare</dt><dd>Rare 7</dd></dl><table '),
    "a call-out": ("<table ", '<aside class="key" data-facts="f-rare"><p>Rare 7</p></aside><table '),
    "an item in an item": (f"{ITEM}", "Pain <ul><li>7 times</li></ul>"),
    "what is said to state nothing": ("Ask your team what helps.", "Ask your team 7 times."),
    "a long form": (ITEM, '<abbr title="of 7 children">Pain</abbr>.'),
    "a link": (ITEM, 'See <a href="crmo://topic/scan">the 7 scans</a>.'),
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_a_number_cannot_hide(place: tuple[str, str], content: SmallContent) -> None:
    old, new = place
    line = content.replace(PAIN, old, new)

    assert content.problems() == [f"{PAIN}:{line}: {unsupported('7')}"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A knee with a sore spot", "A knee with 7 sore spots"),
        ('sore spot"/></figure>', 'sore spot"/><figcaption>7 spots</figcaption></figure>'),
    ],
)
def test_nor_can_it_hide_with_a_picture(old: str, new: str, content: SmallContent) -> None:
    line = content.replace(SCAN, old, new)

    assert content.problems() == [f"{SCAN}:{line}: {unsupported('7')}"]


def test_words_for_a_picture_may_use_the_facts_of_the_figure(content: SmallContent) -> None:
    content.replace(SCAN, "A knee with a sore spot", "A knee with five sore spots")

    assert content.problems() == []


def test_nor_in_the_title_of_a_topic(content: SmallContent) -> None:
    line = content.replace("tree.json", "Bone pain", "7 pains")

    assert content.problems() == [f"tree.json:{line - 1}: {unsupported('7')}"]


def test_a_title_may_use_what_its_topic_cites(content: SmallContent) -> None:
    content.replace("tree.json", "Bone pain", "Pain in 17 children")

    assert content.problems() == []


def test_a_fact_cited_elsewhere_does_not_count(content: SmallContent) -> None:
    content.replace(PAIN, "Ask your team what helps.", "Ask 17 teams what helps.")

    assert numbers_refused(content) == ["17"]


def test_a_fact_cited_on_what_stands_round_a_block_counts(content: SmallContent) -> None:
    content.replace(PAIN, f'<li data-facts="f-pain">{ITEM}', f"<li>{ITEM}")
    content.replace(PAIN, "<ul>", '<ul data-facts="f-pain">')
    content.replace(PAIN, ' data-states="nothing"', "")

    assert content.problems() == []


def test_a_fact_cited_on_a_sentence_counts_for_its_block(content: SmallContent) -> None:
    content.replace(PAIN, f'<li data-facts="f-pain">{ITEM}', f'<li><span data-facts="f-pain">{ITEM}</span>')

    assert content.problems() == []


def test_a_heading_may_use_what_its_section_cites_a_header_what_its_table_does(content: SmallContent) -> None:
    content.replace(PAIN, "<h2>How often?</h2>", "<h2>In 0.4 of 100,000</h2>")
    content.replace(PAIN, "<th>Sign</th>", "<th>Sign (of 0.4)</th>")

    assert numbers_refused(content) == ["0.4"]


def test_a_conversion_takes_its_numbers_from_one_fact(content: SmallContent) -> None:
    content.write("facts.json", [fact("f-pain", "17 boys"), fact("f-rare", "40 girls")])
    text = '<p data-facts="f-pain f-rare"><span data-equals="17 of 40">42%</span></p>'
    content.write(PAIN, f"<article><section>{text}</section></article>")

    assert f"{PAIN}:1: the numbers of “17 of 40” are not those of one fact" in content.problems()


def test_a_conversion_hides_no_other_number(content: SmallContent) -> None:
    line = content.replace(PAIN, "4 in every million<", "4 in every million, 9 in 10 of them girls,<")

    message = "“4 in every million, 9 in 10 of them girls,” is not what “0.4 per 100,000” comes to"
    assert content.problems() == [f"{PAIN}:{line}: {message}"]


MINUTES = "<time>7</time> minutes"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ask your team what helps.", f"{MINUTES}: ask."),
        ("<h2>In short</h2>", f"<h2>{MINUTES}</h2>"),
        ("<h2>In short</h2>", f"<h2>In short</h2><h3>{MINUTES}</h3>"),
        ("First signs of 40 children", MINUTES),
        ("<th>Sign</th>", f"<th>{MINUTES}</th>"),
    ],
)
def test_minutes_of_a_plan_need_no_fact(old: str, new: str, content: SmallContent) -> None:
    content.replace(PAIN, old, new)

    assert content.problems() == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("CRMO makes bones hurt.", f"It hurts for {MINUTES}."),
        (ITEM, f"It hurt for {MINUTES}."),
        ("<td>Bone pain</td>", f"<td>{MINUTES}</td>"),
        ("<table ", f'<aside class="key" data-facts="f-rare"><p>{MINUTES}</p></aside><table '),
    ],
)
def test_minutes_in_a_statement_do(old: str, new: str, content: SmallContent) -> None:
    line = content.replace(PAIN, old, new)

    assert content.problems() == [f"{PAIN}:{line}: {unsupported('7')}"]


def test_minutes_of_a_fact_may_be_stated(content: SmallContent) -> None:
    content.replace(SCAN, "30 to 45 minutes", "<time>30</time> to <time>45</time> minutes")

    assert content.problems() == []


def test_other_numbers_beside_minutes_are_none_of_a_plan(content: SmallContent) -> None:
    content.replace(PAIN, "Ask your team what helps.", f"{MINUTES} for 8 of you.")

    assert numbers_refused(content) == ["8"]


def test_the_guide_may_use_any_number(content: SmallContent) -> None:
    content.replace("help/help-read.html", "3 times", "7 times")

    assert content.problems() == []
