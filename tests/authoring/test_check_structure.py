"""The form of a topic: what the reader cannot show, links that lead nowhere."""

import pytest

from tests.authoring.small_content import GUIDE, PAIN, SCAN, SmallContent

ITEM = "It was the first sign in 17 of 40 children."
NO_MINUTES = "a <time> holds the minutes of a plan in figures, and nothing else"
IN_A_LIST = '<li data-facts="f-pain">'

# What stands there, what comes in its place, the words of the message.
WRONG_MARKUP = {
    "script": ("<h2>In short</h2>", "<h2>In short</h2><script>x</script>", "the reader cannot show <script>"),
    "svg": (ITEM, f"{ITEM}<svg/>", "the reader cannot show <svg>"),
    "div": ("<ul>", "<div/><ul>", "the reader cannot show <div>"),
    "upper case": (ITEM, f"<EM>{ITEM}</EM>", "the reader cannot show <EM>"),
    "style": (IN_A_LIST, '<li data-facts="f-pain" style="x">', "<li> has no attribute style"),
    "script in an attribute": (
        IN_A_LIST,
        '<li data-facts="f-pain" onclick="x">',
        "<li> has no attribute onclick",
    ),
    "merged cells": (
        '<td class="numeric">',
        '<td class="numeric" colspan="2">',
        "<td> has no attribute colspan",
    ),
    "class": ("<ul>", '<ul class="checklist big">', "<ul> has no class “checklist big”"),
    "facts on a heading": (
        "<h2>In short",
        '<h2 data-facts="f-pain">In short',
        "<h2> has no attribute data-facts",
    ),
    "state": ('data-states="nothing"', 'data-states="little"', 'data-states can only say "nothing"'),
    "nesting": (ITEM, f"{ITEM}<h3>Why</h3>", "<h3> cannot stand in <li>"),
    "a list in a paragraph": (
        "4 in every million</span>",
        "4 in every million</span><ul/>",
        "<ul> cannot stand in <p>",
    ),
    "a section in a section": ("<ul>", "<section/><ul>", "<section> cannot stand in <section>"),
    "a link in a link": (">scan</a>", '><a href="crmo://home">scan</a></a>', "<a> cannot stand in <a>"),
    "a word in a link": (">scan</a>", '><dfn data-term="g-mri">scan</dfn></a>', "<dfn> cannot stand in <a>"),
    "text in a section": ("<ul>", "text<ul>", "text cannot stand in <section> by itself: “text”"),
    "text in a list": ("<ul>", "<ul>text", "text cannot stand in <ul> by itself: “text”"),
    "text in a row": ("<tr><td>", "<tr>text<td>", "text cannot stand in <tr> by itself: “text”"),
    "text in a break": (ITEM, f"{ITEM}<br>text</br>", "text cannot stand in <br> by itself: “text”"),
    "a call-out without class": (
        "<ul>",
        '<aside data-facts="f-pain"><p>Pain</p></aside><ul>',
        "a call-out says its class: key, red-flag, caution, evidence or unknown",
    ),
    "a table without head": (
        '<thead><tr><th>Sign</th><th class="numeric">Children</th></tr></thead>',
        "",
        "a table has a thead and a tbody",
    ),
    "a row of headers only": (
        '<tr><td>Bone pain</td><td class="numeric">17</td></tr>',
        "<tr><th>Bone pain</th><th>17</th></tr>",
        "a row below the head has at least one <td>",
    ),
    "rows of different lengths": (
        "<th>Sign</th>",
        "",
        "the rows of the table have different numbers of cells",
    ),
    "a summary in a section": (
        '<p data-facts="f-rare">',
        '<p class="summary" data-facts="f-rare">',
        "a paragraph in a section is no summary and names no audience of its own",
    ),
    "an audience in a section": (
        '<p data-facts="f-rare">',
        '<p data-audience="clinician" data-facts="f-rare">',
        "a paragraph in a section is no summary and names no audience of its own",
    ),
    "a paragraph before the sections": (
        'class="summary" data-audience="patient"',
        'data-audience="patient"',
        'outside sections only <p class="summary"> can stand',
    ),
    "an audience that does not exist": (
        'id="who" data-audience="clinician"',
        'id="who" data-audience="nurse"',
        "a section says data-audience: patient, clinician or both",
    ),
    "no audience": (
        'id="who" data-audience="clinician"',
        'id="who"',
        "a section says data-audience: patient, clinician or both",
    ),
    "a section id": (
        'id="who"',
        'id="Who Now"',
        "section id “Who Now” is not small letters, digits and hyphens",
    ),
    "no heading": ("<h2>Who?</h2>", "", "section “who” begins with one <h2> of its own"),
    "an empty heading": ("<h2>Who?</h2>", "<h2> </h2>", "section “who” begins with one <h2> of its own"),
    "two headings": (
        "<h2>Who?</h2>",
        "<h2>Who?</h2><h2>When?</h2>",
        "section “who” begins with one <h2> of its own",
    ),
    "a late heading": (
        "<h2>Who?</h2>",
        "<h3>Now</h3><h2>Who?</h2>",
        "section “who” begins with one <h2> of its own",
    ),
    "two boxes of key points": (
        '<section id="how-often"',
        '<section id="how-often" class="key-points"',
        "more than one key-points section for an audience",
    ),
}

# The element that is told begins so many lines before what was changed.
LINES_BEFORE = {
    "a table without head": 2,
    "rows of different lengths": 2,
    "text in a section": 2,
    "no heading": 1,
    "an empty heading": 1,
    "two headings": 1,
    "a late heading": 1,
}


@pytest.mark.parametrize("case", WRONG_MARKUP)
def test_what_the_reader_cannot_show_is_refused(case: str, content: SmallContent) -> None:
    old, new, message = WRONG_MARKUP[case]
    line = content.replace(PAIN, old, new) - LINES_BEFORE.get(case, 0)

    assert f"{PAIN}:{line}: {message}" in content.problems()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("knee.svg", "../pictures/knee.svg", "“../pictures/knee.svg” is no picture's name: "),
        ("knee.svg", "https://example.org/a.png", "“https://example.org/a.png” is no picture's name: "),
        ("knee.svg", "knee.gif", "“knee.gif” is no picture's name: "),
        (' src="knee.svg"', "", "“” is no picture's name: "),
    ],
)
def test_a_picture_is_one_of_the_folders(old: str, new: str, message: str, content: SmallContent) -> None:
    line = content.replace(SCAN, old, new)

    assert [problem for problem in content.problems() if problem.startswith(f"{SCAN}:{line}: {message}")]


def test_a_file_that_is_no_article_is_refused(content: SmallContent) -> None:
    content.write(SCAN, '<html id="scan"/>')

    assert f"{SCAN}:1: a topic is one <article>, not <html>" in content.problems()


@pytest.mark.parametrize("audience", ["patient", "clinician"])
def test_each_audience_has_one_summary_and_a_section(audience: str, content: SmallContent) -> None:
    other = {"patient": "clinician", "clinician": "patient"}[audience]
    content.replace(PAIN, "crmo://topic/scan#day", "crmo://topic/scan")
    content.write(
        SCAN,
        f'<article id="scan"><p class="summary" data-audience="{other}" data-facts="f-scan">A scan.</p>'
        f'<section id="day" data-audience="{other}" class="key-points"><h2>Day</h2></section></article>',
    )

    assert content.problems() == [
        f"{SCAN}:1: the topic has no section for the audience {audience}",
        f"{SCAN}:1: the topic needs one summary for the audience {audience}",
    ]


def test_two_summaries_are_one_too_many(content: SmallContent) -> None:
    summary = '<p class="summary" data-audience="patient" data-facts="f-scan">A scan shows sore spots.</p>'
    content.replace(SCAN, summary, summary * 2)

    assert content.problems() == [f"{SCAN}:1: the topic needs one summary for the audience patient"]


@pytest.mark.parametrize("audience", ["both", "patient"])
def test_the_guide_needs_one_summary(audience: str, content: SmallContent) -> None:
    content.replace(
        GUIDE, 'class="summary" data-audience="both"', f'class="summary" data-audience="{audience}"'
    )

    assert content.problems() == []


def test_a_guide_without_a_summary_is_refused(content: SmallContent) -> None:
    content.replace(GUIDE, '<p class="summary" data-audience="both">How to read a page.</p>', "")

    assert content.problems() == [f"{GUIDE}:1: the topic needs one summary for the audience patient"]


@pytest.mark.parametrize(
    "href",
    [
        "crmo://topic/scan",
        "crmo://topic/scan#day",
        "crmo://home",
        "crmo://search?q=pain",
        "https://example.org",
        "https://a.b?c",
        "https://example.org/a?b#c",
    ],
)
def test_a_link_that_leads_somewhere(href: str, content: SmallContent) -> None:
    content.replace(PAIN, "crmo://topic/scan#day", href)

    assert content.problems() == []


@pytest.mark.parametrize(
    ("href", "message"),
    [
        ("", "link “” is none of crmo://topic/…, crmo://picture/… and https://…"),
        ("scan", "link “scan” is none of crmo://topic/…, crmo://picture/… and https://…"),
        ("crmo://[scan", "dead link: “crmo://[scan” is no address"),
        ("https://[x", "link “https://[x” is none of crmo://topic/…, crmo://picture/… and https://…"),
        ("https:///path", "link “https:///path” is none of crmo://topic/…, crmo://picture/… and https://…"),
        ("https://", "link “https://” is none of crmo://topic/…, crmo://picture/… and https://…"),
        ("javascript:x()", "link “javascript:x()” is none of crmo://topic/…, crmo://picture/… and https://…"),
        (
            "file:///etc/passwd",
            "link “file:///etc/passwd” is none of crmo://topic/…, crmo://picture/… and https://…",
        ),
        ("crmo://topic/", "dead link: “crmo://topic/” is no address"),
        ("crmo://topic/Scan", "dead link: “crmo://topic/Scan” is no address"),
        ("crmo://topic/scan#the day", "dead link: “crmo://topic/scan#the day” is no address"),
    ],
)
def test_a_link_that_does_not(href: str, message: str, content: SmallContent) -> None:
    line = content.replace(PAIN, "crmo://topic/scan#day", href)

    assert content.problems() == [f"{PAIN}:{line}: {message}"]


@pytest.mark.parametrize(
    ("audience", "target", "fault"),
    [
        ("patient", "patient", None),
        ("patient", "both", None),
        ("patient", "clinician", "patient"),
        ("both", "both", None),
        ("both", "clinician", "both"),
        ("both", "patient", "both"),
    ],
)
def test_a_link_leads_to_words_for_its_reader(
    audience: str, target: str, fault: str | None, content: SmallContent
) -> None:
    content.replace(PAIN, '<section id="how-often" data-audience="both">',
                    f'<section id="how-often" data-audience="{target}">')  # fmt: skip
    content.replace(SCAN, 'id="day" data-audience="both"', f'id="day" data-audience="{audience}"')
    line = content.replace(SCAN, "The MRI", 'The <a href="crmo://topic/pain#how-often">MRI</a>')

    dead = [problem for problem in content.problems() if problem.startswith(f"{SCAN}:{line}: dead link")]

    message = f"{SCAN}:{line}: dead link: section “how-often” of “pain” is not for {fault}"
    assert dead == ([message] if fault else [])


def test_a_section_of_a_topic_that_is_not_written_yet_is_not_looked_for(content: SmallContent) -> None:
    (content.root / SCAN).unlink()
    content.set_edition(complete=False)

    assert [problem for problem in content.problems() if "dead link" in problem] == []


class TestLists:
    def written(self, content: SmallContent, *sections: tuple[str, str]) -> int:
        """Put sections with these ids and attributes behind those of a topic; the line where they stand."""
        text = "".join(
            f'<section id="{id}" data-audience="both"{attributes}><h2>Words</h2></section>'
            for id, attributes in sections
        )
        return content.replace(SCAN, "</article>", f"{text}</article>")

    @pytest.mark.parametrize(
        "attributes", [' data-list="glossary"', ' data-list="sources" data-cited-in="In:"']
    )
    def test_a_section_may_be_a_list(self, attributes: str, content: SmallContent) -> None:
        self.written(content, ("words", attributes))

        assert content.problems() == []

    @pytest.mark.parametrize("name", ["drugs", "", "Glossary"])
    def test_a_list_that_is_unknown_is_refused(self, name: str, content: SmallContent) -> None:
        line = self.written(content, ("words", f' data-list="{name}"'))

        assert content.problems() == [f"{SCAN}:{line}: there is no list “{name}”: glossary or sources"]

    @pytest.mark.parametrize(("name", "value"), [("data-list", "glossary"), ("data-cited-in", "In:")])
    def test_only_a_section_is_a_list(self, name: str, value: str, content: SmallContent) -> None:
        line = content.replace(SCAN, '<p data-facts="f-scan">', f'<p data-facts="f-scan" {name}="{value}">')

        assert content.problems() == [f"{SCAN}:{line}: <p> has no attribute {name}"]

    def test_ids_like_those_that_a_list_makes_are_kept_for_it(self, content: SmallContent) -> None:
        line = self.written(content, ("words-m", ""), ("words", ' data-list="glossary"'))

        assert content.problems() == [
            f"{SCAN}:{line}: section id “words-m” begins like those that a list makes"
        ]

    def test_ids_that_only_look_alike_are_not(self, content: SmallContent) -> None:
        self.written(content, ("words", ' data-list="glossary"'), ("wordsmith", ""), ("day-words-m", ""))

        assert content.problems() == []


class TestMinutes:
    @pytest.mark.parametrize("minutes", ["5", "45", "120", " 5 "])
    def test_minutes_are_one_to_three_figures(self, minutes: str, content: SmallContent) -> None:
        content.replace(PAIN, "Ask your team", f"<time>{minutes}</time> minutes: ask your team")

        assert content.problems() == []

    @pytest.mark.parametrize(
        "minutes", ["", " ", "0", "05", "1000", "5 min", "five", "5.5", "5-10", "-5", "²"]
    )
    def test_anything_else_is_refused(self, minutes: str, content: SmallContent) -> None:
        line = content.replace(PAIN, "Ask your team", f"<time>{minutes}</time> minutes: ask your team")

        assert content.problems() == [f"{PAIN}:{line}: {NO_MINUTES}"]

    @pytest.mark.parametrize(
        "minutes", ["<strong>5</strong>", '<span data-equals="42.5%">5</span>', "5<br/>", "4<sub>5</sub>"]
    )
    def test_figures_only(self, minutes: str, content: SmallContent) -> None:
        line = content.replace(PAIN, "Ask your team", f"<time>{minutes}</time> minutes: ask your team")

        assert f"{PAIN}:{line}: {NO_MINUTES}" in content.problems()

    def test_they_have_no_attributes(self, content: SmallContent) -> None:
        line = content.replace(PAIN, "Ask your team", '<time datetime="PT5M">5</time> minutes: ask your team')

        assert content.problems() == [f"{PAIN}:{line}: <time> has no attribute datetime"]

    def test_they_stand_in_a_line(self, content: SmallContent) -> None:
        line = content.replace(PAIN, "    <ul>", "    <time>5</time><ul>")

        assert content.problems() == [f"{PAIN}:{line}: <time> cannot stand in <section>"]
