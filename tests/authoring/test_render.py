"""Pages as shown: marks, words, links, cautions, plain text."""

from xml.etree import ElementTree

import pytest

from crmo_desktop.authoring.content_folder import read_content
from crmo_desktop.authoring.render import RenderedPage, RenderedSection, Renderer, TermFinder
from tests.authoring.small_content import GUIDE, PAIN, SCAN, SOURCES, SmallContent, fact

NBSP = "\u00a0"
ITEM = "It was the first sign in 17 of 40 children."


def page(content: SmallContent, audience: str = "patient", topic: str = "pain") -> RenderedPage:
    folder = read_content(content.root)
    assert folder.problems == []
    rendered = Renderer(folder).page(folder.topics[topic], audience)
    assert rendered is not None
    return rendered


def section(content: SmallContent, body: str, audience: str = "patient") -> RenderedSection:
    """The one section of a page whose body is `body`."""
    content.write(
        SCAN,
        f'<article id="scan"><section id="day" data-audience="both"><h2>Day</h2>{body}</section></article>',
    )
    [only] = page(content, audience, "scan").sections
    return only


def cite(target: str, mark: str) -> str:
    return f'<a class="cite" href="cite:{target}">[{mark}]</a>'


class TestPage:
    def test_each_audience_has_its_sections(self, content: SmallContent) -> None:
        shown = {
            audience: [section.id for section in page(content, audience).sections]
            for audience in ("patient", "clinician")
        }

        assert shown == {"patient": ["in-short", "how-often"], "clinician": ["how-often", "who"]}

    def test_a_topic_without_text_for_an_audience_has_no_page_for_it(self, content: SmallContent) -> None:
        content.write(
            GUIDE, (content.root / GUIDE).read_text(encoding="utf-8").replace('"both"', '"patient"')
        )
        folder = read_content(content.root)

        assert Renderer(folder).page(folder.topics["help-read"], "clinician") is None

    def test_a_section_has_its_heading_and_its_box_apart(self, content: SmallContent) -> None:
        first, second = page(content).sections

        assert (first.title, first.is_key_points, second.is_key_points) == ("In short", True, False)
        assert "In short" not in first.html
        assert "In short" not in first.text

    def test_a_summary_is_that_of_the_audience(self, content: SmallContent) -> None:
        rendered = page(content, "clinician")

        assert rendered.summary == "Bone pain leads in 42.5%."
        assert rendered.summary_html == f"Bone pain leads in 42.5%.{NBSP}{cite('study-2020:f-pain', '1')}"

    def test_a_summary_for_all_is_for_each(self, content: SmallContent) -> None:
        assert page(content, "clinician", "help-read").summary == "How to read a page."

    def test_a_page_without_a_summary_has_an_empty_one(self, content: SmallContent) -> None:
        section(content, "<p>Text</p>")

        rendered = page(content, "patient", "scan")

        assert (rendered.summary, rendered.summary_html) == ("", "")

    def test_the_writers_attributes_are_gone(self, content: SmallContent) -> None:
        for audience in ("patient", "clinician"):
            assert "data-" not in "".join(section.html for section in page(content, audience).sections)

    def test_everything_is_well_formed(self, content: SmallContent) -> None:
        for audience in ("patient", "clinician"):
            rendered = page(content, audience)
            for html in [rendered.summary_html, *(section.html for section in rendered.sections)]:
                ElementTree.fromstring(f"<page>{html}</page>")


class TestMarks:
    def test_sources_are_numbered_as_they_come_on_a_page(self, content: SmallContent) -> None:
        content.replace(PAIN, '<p data-facts="f-rare">', '<p data-facts="f-scan">')

        rendered = page(content)

        assert rendered.sources == ("study-2020", "book")
        assert cite("study-2020:f-pain", "1") in rendered.sections[0].html
        assert cite("study-2020:f-scan", "1") in rendered.sections[1].html
        assert cite("book:f-scan", "2") in rendered.sections[1].html

    def test_each_audience_has_numbers_of_its_own(self, content: SmallContent) -> None:
        content.replace(PAIN, '<li data-facts="f-pain">', '<li data-facts="f-seed">')
        content.replace(
            PAIN, 'data-audience="patient" data-facts="f-pain"', 'data-audience="patient" data-facts="f-seed"'
        )

        assert page(content, "patient").sources == ("verywell-2022", "study-2020")
        assert page(content, "clinician").sources == ("study-2020",)

    def test_facts_of_one_source_share_its_mark(self, content: SmallContent) -> None:
        html = section(content, '<p data-facts="f-rare f-pain">Text.</p>').html

        assert html == f"<p>Text.{NBSP}{cite('study-2020:f-rare+f-pain', '1')}</p>"

    def test_two_sources_have_two_marks(self, content: SmallContent) -> None:
        html = section(content, '<p data-facts="f-scan">Text.</p>').html

        assert html == f"<p>Text.{NBSP}{cite('study-2020:f-scan', '1')} {cite('book:f-scan', '2')}</p>"

    @pytest.mark.parametrize(
        ("before", "mark"),
        [
            ([], f"{NBSP}[1–3]"),
            (["s-1"], f"{NBSP}[1–3]"),
            (["s-4"], f"{NBSP}[2–4]"),
            (["s-1", "s-4", "s-2"], " [1, 3, 4]"),
        ],
    )
    def test_more_sources_share_one_mark(self, before: list[str], mark: str, content: SmallContent) -> None:
        names = [f"s-{number}" for number in range(1, 5)]
        content.write("sources.json", [SOURCES[0] | {"id": name} for name in names])
        facts = [fact(f"f-{name}", "Fact", sources=[name]) for name in names]
        content.write("facts.json", [*facts, fact("f-three", "Fact", sources=names[:3])])
        earlier = "".join(f'<p data-facts="f-{name}">a</p>' for name in before)

        html = section(content, f'{earlier}<p data-facts="f-three">b</p>').html

        order = sorted(names[:3], key=[*before, *names].index)
        target = "|".join(f"{name}:f-three" for name in order)
        assert html.endswith(f"<p>b{mark[0]}{cite(target, mark[2:-1])}</p>")

    def test_a_long_mark_is_not_tied_to_its_word(self, content: SmallContent) -> None:
        names = [f"s-{number}" for number in range(1, 30)]
        content.write("sources.json", [SOURCES[0] | {"id": name} for name in names])
        facts = [fact(f"f-{name}", "Fact", sources=[name]) for name in names]
        content.write("facts.json", [*facts, fact("f-odd", "Fact", sources=names[::2])])
        earlier = "".join(f'<p data-facts="f-{name}">a</p>' for name in names)

        html = section(content, f'{earlier}<p data-facts="f-odd">b</p>').html

        assert "<p>b <a " in html
        assert "[1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29]" in html

    @pytest.mark.parametrize(
        ("body", "shown"),
        [
            ('<ul data-facts="f-pain"><li>a</li><li>b</li></ul>', "<ul><li>a</li><li>b*</li></ul>"),
            (
                '<ul><li data-facts="f-pain">a<ul><li>b</li></ul></li></ul>',
                "<ul><li>a<ul><li>b*</li></ul></li></ul>",
            ),
            (
                '<table data-facts="f-pain"><caption>c</caption><tbody><tr><td>a</td></tr></tbody></table>',
                "<table><caption>c*</caption><tbody><tr><td>a</td></tr></tbody></table>",
            ),
            (
                '<table data-facts="f-pain"><tbody><tr><td>a</td><td>b</td></tr></tbody></table>',
                "<table><tbody><tr><td>a</td><td>b*</td></tr></tbody></table>",
            ),
            (
                '<table><tbody><tr data-facts="f-pain"><td>a</td><td>b</td></tr></tbody></table>',
                "<table><tbody><tr><td>a</td><td>b*</td></tr></tbody></table>",
            ),
            (
                '<aside class="key" data-facts="f-pain"><p>a</p><p>b</p></aside>',
                '<aside class="key"><p>a</p><p>b*</p></aside>',
            ),
            ('<dl data-facts="f-pain"><dt>a</dt><dd>b</dd></dl>', "<dl><dt>a</dt><dd>b*</dd></dl>"),
            ('<p>a <span data-facts="f-pain">b.</span> c</p>', "<p>a <span>b.*</span> c</p>"),
            (
                '<figure data-facts="f-pain"><figcaption>a</figcaption></figure>',
                "<figure><figcaption>a*</figcaption></figure>",
            ),
            ('<figure data-facts="f-pain"><img alt="a"/></figure>', '<figure><img alt="a"/>*</figure>'),
            ('<p data-states="nothing">a</p>', "<p>a</p>"),
        ],
    )
    def test_a_mark_stands_at_the_end_of_the_last_block(
        self, body: str, shown: str, content: SmallContent
    ) -> None:
        mark = NBSP + cite("study-2020:f-pain", "1")

        assert section(content, body).html == shown.replace("*", mark)


class TestWords:
    def test_the_first_use_in_a_section_is_explained(self, content: SmallContent) -> None:
        content.replace("tree.json", "MRI scan", "Scan")

        html = section(content, "<p>An MRI is an MRI.</p><p>MRI</p>").html

        assert html == '<p>An <a class="term" href="term:g-mri">MRI</a> is an MRI.</p><p>MRI</p>'

    def test_and_again_in_the_next(self, content: SmallContent) -> None:
        content.write(PAIN, '<article id="pain">' + "".join(
            f'<section id="{id}" data-audience="both"><h2>A</h2><p>MRI</p></section>' for id in "ab"
        ) + "</article>")  # fmt: skip

        assert [section.html.count("term:g-mri") for section in page(content).sections] == [1, 1]

    @pytest.mark.parametrize(
        "body",
        [
            "<h3>MRI</h3>",
            '<p><a href="https://example.org">MRI</a></p>',
            "<dl><dt>MRI</dt><dd>a</dd></dl>",
            "<table><caption>MRI</caption><thead><tr><th>MRI</th></tr></thead></table>",
            "<p><kbd>MRI</kbd></p>",
        ],
    )
    def test_never_in_a_heading_or_a_link(self, body: str, content: SmallContent) -> None:
        assert "term:" not in section(content, body).html

    def test_nor_in_a_summary_for_clinicians(self, content: SmallContent) -> None:
        content.replace(SCAN, "A scan finds silent lesions.", "An MRI finds silent lesions.")

        assert "term:" not in page(content, "clinician", "scan").summary_html

    @pytest.mark.parametrize("audience", ["patient", "clinician"])
    def test_nor_on_the_page_that_is_about_it(self, audience: str, content: SmallContent) -> None:
        assert "term:g-mri" not in section(content, "<p>MRI</p>", audience).html
        content.replace("tree.json", "MRI scan", "Scan")

        assert "term:g-mri" in section(content, "<p>MRI</p>", audience).html


class TestEasyReading:
    """What a short form shows explains its words by itself, also those that the page is about."""

    def test_the_summary_for_families(self, content: SmallContent) -> None:
        content.replace(SCAN, "A scan shows sore spots.", "An MRI shows sore spots.")

        shown = page(content, "patient", "scan")

        assert 'An <a class="term" href="term:g-mri">MRI</a> shows' in shown.summary_html
        assert shown.summary == "An MRI shows sore spots."

    @pytest.mark.parametrize(("audience", "count"), [("patient", 1), ("clinician", 0)])
    def test_the_key_points(self, audience: str, count: int, content: SmallContent) -> None:
        assert page(content, audience, "scan").sections[0].html.count("term:g-mri") == count

    @pytest.mark.parametrize(("audience", "count"), [("patient", 2), ("clinician", 1)])
    def test_a_red_flag_behind_words_that_were_explained(
        self, audience: str, count: int, content: SmallContent
    ) -> None:
        content.replace("tree.json", "MRI scan", "Scan")
        body = '<p>An MRI.</p><aside class="red-flag"><p>MRI now, MRI.</p></aside><p>MRI</p>'

        assert section(content, body, audience).html.count("term:g-mri") == count

    def test_a_page_of_the_guide_explains_as_ever(self, content: SmallContent) -> None:
        content.replace(GUIDE, "How to read a page.", "How to read an MRI.")

        assert "term:" not in page(content, "patient", "help-read").summary_html


class TestWordsFound:
    @pytest.mark.parametrize("word", ["metaphysis", "Metaphysis", "METAPHYSIS", "Magnetic resonance imaging"])
    def test_a_word_is_known_in_any_case(self, word: str, content: SmallContent) -> None:
        content.replace("tree.json", "MRI scan", "Scan")

        assert f">{word}</a>" in section(content, f"<p>The {word}.</p>").html

    @pytest.mark.parametrize("word", ["mri", "MRIx", "non-MRI", "MRI-like"])
    def test_an_abbreviation_only_to_the_letter_and_whole(self, word: str, content: SmallContent) -> None:
        content.replace("tree.json", "MRI scan", "Scan")

        assert "term:" not in section(content, f"<p>{word}</p>").html

    def test_the_longest_word_is_taken(self, content: SmallContent) -> None:
        content.replace("tree.json", "MRI scan", "Scan")
        content.change("glossary.json", "g-metaphysis", term="resonance", synonyms=["x"])

        html = section(content, "<p>Magnetic resonance imaging</p>").html

        assert html == '<p><a class="term" href="term:g-mri">Magnetic resonance imaging</a></p>'

    def test_a_plural_is_the_same_word(self) -> None:
        finder = TermFinder({"g-scan": {"term": "Scan", "synonyms": ["box"]}})

        assert finder.find("Scans and boxes") == [(0, 5, "g-scan"), (10, 15, "g-scan")]

    def test_a_word_may_be_named_by_hand_and_is_then_explained(self, content: SmallContent) -> None:
        html = section(
            content, '<p>The <dfn data-term="g-metaphysis">wide end</dfn>, the metaphysis.</p>'
        ).html

        assert html == '<p>The <a class="term" href="term:g-metaphysis">wide end</a>, the metaphysis.</p>'

    def test_an_empty_glossary_explains_nothing(self) -> None:
        assert TermFinder({}).find("MRI s es") == []


class TestLinks:
    @pytest.mark.parametrize(
        "href", ["crmo://topic/pain#who", "crmo://home", "crmo://search?q=a&amp;b", "https://example.org/"]
    )
    def test_a_link_stays(self, href: str, content: SmallContent) -> None:
        assert section(content, f'<p><a href="{href}">a</a></p>').html == f'<p><a href="{href}">a</a></p>'

    @pytest.mark.parametrize("href", ["crmo://topic/later", "crmo://topic/later#now", "crmo://nowhere"])
    def test_a_link_to_what_is_not_written_becomes_words(self, href: str, content: SmallContent) -> None:
        html = section(content, f'<p>See <a href="{href}">the <em>page</em></a>.</p>').html

        assert html == "<p>See <span>the <em>page</em></span>.</p>"

    def test_a_file_that_the_tree_does_not_name_is_not_written(self, content: SmallContent) -> None:
        content.write("topics/bones/draft.html", '<article id="draft"/>')

        assert "<a" not in section(content, '<p><a href="crmo://topic/draft">a</a></p>').html


CAUTION = "Seen in one centre only, no control group."


class TestCautions:
    @pytest.mark.parametrize("inner", ["", "\n  "])
    def test_an_empty_call_out_is_filled(self, inner: str, content: SmallContent) -> None:
        shown = section(content, f'<aside class="caution" data-caution="f-careful">{inner}</aside>')

        assert shown.html == f'<aside class="caution"><p>{CAUTION}</p></aside>'
        assert shown.text == CAUTION

    def test_an_empty_piece_of_text_is_filled(self, content: SmallContent) -> None:
        shown = section(content, '<p>Girls. <span data-caution="f-careful"/></p>')

        assert shown.html == f"<p>Girls. <span><span>{CAUTION}</span></span></p>"
        assert shown.text == f"Girls. {CAUTION}"

    def test_two_facts_with_one_caution_tell_it_once(self, content: SmallContent) -> None:
        content.change("facts.json", "f-pain", caution=CAUTION)

        shown = section(content, '<aside class="caution" data-caution="f-careful f-pain f-rare"/>')

        assert shown.text == CAUTION

    def test_own_words_are_kept(self, content: SmallContent) -> None:
        assert section(content, '<p data-caution="f-careful">One centre.</p>').text == "One centre."

    def test_a_summary_has_its_caution_too(self, content: SmallContent) -> None:
        content.replace(PAIN, "CRMO makes bones hurt.", 'Girls. <span data-caution="f-careful"/>')

        rendered = page(content)

        assert rendered.summary == f"Girls. {CAUTION}"
        assert CAUTION in rendered.summary_html


class TestMinutes:
    def test_minutes_are_plain_words(self, content: SmallContent) -> None:
        shown = section(content, '<p data-states="nothing"><time>5</time> minutes</p>')

        assert (shown.html, shown.text) == ("<p><span>5</span> minutes</p>", "5 minutes")

    def test_in_a_heading_too(self, content: SmallContent) -> None:
        content.replace(PAIN, "<h2>In short</h2>", "<h2><time>20</time> minutes</h2>")

        assert page(content).sections[0].title == "20 minutes"
        assert section(content, "<h3><time>5</time> minutes</h3>").html == "<h3><span>5</span> minutes</h3>"


def test_plain_text_is_a_line_a_block_and_a_row(content: SmallContent) -> None:
    shown = section(
        content,
        "<h3>Head</h3><p>A <em>b</em><br/>c 10<sup>9</sup>.</p><ul><li>d<ul><li>e</li></ul></li></ul>"
        "<dl><dt>f</dt><dd><p>g</p></dd></dl><table><caption>h</caption><thead><tr><th>i</th><th>j</th></tr></thead>"
        "<tbody><tr><td>k</td><td>l</td></tr></tbody></table>"
        '<figure><img src="knee.svg" alt="m"/><figcaption>n</figcaption></figure>',
    )

    assert shown.text.split("\n") == [
        "Head",
        "A b c 10⁹.",
        "d",
        "e",
        "f",
        "g",
        "h",
        "i | j",
        "k | l",
        "[m]",
        "n",
    ]


def test_plain_text_has_no_marks(content: SmallContent) -> None:
    assert page(content).sections[0].text == f"{ITEM}\nAsk your team what helps."
