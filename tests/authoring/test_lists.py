"""Sections that the compiler makes: the glossary from A to Z, and the sources that are cited."""

import sqlite3
from contextlib import closing

import pytest

from crmo_desktop.authoring.compile import compile_pack
from crmo_desktop.authoring.content_folder import ContentFolder, read_content
from crmo_desktop.authoring.lists import cited_sources, is_list, with_lists
from crmo_desktop.authoring.markup import Element, parse
from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.page import Page
from crmo_desktop.library.pack import open_pack
from tests.authoring.small_content import PAIN, SCAN, TREE, SmallContent

END = "</article>"
PAIN_LINK = '<a href="crmo://topic/pain">Bone pain</a>'
SCAN_LINK = '<a href="crmo://topic/scan">MRI scan</a>'
BOTH_TOPICS = f"{PAIN_LINK} · {SCAN_LINK}"
INTRODUCTION = '<h2>From A to Z</h2><p data-states="nothing">Search is faster.</p>'


def glossary(audience: str = "patient", id: str = "words") -> str:
    return f'<section id="{id}" data-audience="{audience}" data-list="glossary">{INTRODUCTION}</section>'


def sources(cited_in: str = "Cited in:") -> str:
    words = f' data-cited-in="{cited_in}"' if cited_in else ""
    return f'<section id="list" data-audience="both" data-list="sources"{words}>{INTRODUCTION}</section>'


def made(content: SmallContent, written: str) -> list[Element]:
    """What the compiler puts behind the list `written`, at the end of a topic that has no fault."""
    content.replace(SCAN, END, f"{written}{END}")
    assert content.problems() == []
    topic = with_lists(read_content(content.root)).topics["scan"]
    return topic.sections()[2:]


def entries(sections: list[Element]) -> list[str]:
    """The entries of sections, one after another, as written."""
    lists = [list(section.elements())[1] for section in sections]
    return [str(entry) for entries in lists for entry in entries.elements()]


def shape(sections: list[Element]) -> list[tuple[str, str, list[str]]]:
    """Of each section its id, its heading and the names of its entries."""
    found = []
    for section in sections:
        heading, listed = section.elements()
        names = [entry.text() for entry in listed.elements() if entry.tag == "dt"]
        found.append((section.attributes["id"], heading.text(), names))
    return found


def source(content: SmallContent, **fields: object) -> str:
    """The entry of a source that has nothing but a title and `fields`, without the topics that cite it."""
    known = ("authors", "journal", "year", "volume_pages", "doi", "url", "kind", "seen")
    content.change("facts.json", "f-scan", sources=["study-2020"])
    content.change("sources.json", "study-2020", **(dict.fromkeys(known, ...) | fields))
    [entry] = entries(made(content, sources("")))
    return entry.removeprefix("<li>").removesuffix(f" {BOTH_TOPICS}</li>")


class TestGlossary:
    def test_families_read_plain_words(self, content: SmallContent) -> None:
        [section] = made(content, glossary("patient"))

        assert str(section) == (
            '<section id="words-m" data-audience="patient"><h2>M</h2><dl data-states="nothing">'
            "<dt>Metaphysis</dt><dd>The wide end of a bone.</dd>"
            "<dt>MRI (magnetic resonance imaging)</dt><dd>A scan with magnets.</dd></dl></section>"
        )

    def test_clinicians_read_their_own_and_then_plain_ones(self, content: SmallContent) -> None:
        [section] = made(content, glossary("clinician"))

        assert section.attributes == {"id": "words-m", "data-audience": "clinician"}
        assert entries([section]) == [
            "<dt>Metaphysis</dt>",
            "<dd>Growth zone.</dd>",
            "<dd>The wide end of a bone.</dd>",
            "<dt>MRI (magnetic resonance imaging)</dt>",
            "<dd>Magnetic resonance imaging</dd>",
            "<dd>A scan with magnets.</dd>",
        ]

    def test_a_list_for_both_is_one_for_families(self, content: SmallContent) -> None:
        [section] = made(content, glossary("both"))

        assert section.attributes["data-audience"] == "both"
        assert "Growth zone." not in section.text()

    def test_words_that_are_the_same_for_both_come_once(self, content: SmallContent) -> None:
        content.change("glossary.json", "g-metaphysis", clinician="The wide end of a bone.")

        listed = entries(made(content, glossary("clinician")))

        assert listed[:3] == [
            "<dt>Metaphysis</dt>",
            "<dd>The wide end of a bone.</dd>",
            "<dt>MRI (magnetic resonance imaging)</dt>",
        ]

    def test_all_synonyms_stand_in_brackets(self, content: SmallContent) -> None:
        content.change("glossary.json", "g-mri", synonyms=["magnet scan", "MR"])

        assert "<dt>MRI (magnet scan, MR)</dt>" in entries(made(content, glossary()))

    def test_an_empty_glossary_makes_no_section(self, content: SmallContent) -> None:
        content.write("glossary.json", [])

        assert made(content, glossary()) == []

    def test_each_audience_has_a_list_behind_its_own_introduction(self, content: SmallContent) -> None:
        made(content, f"{glossary('patient')}{glossary('clinician', 'terms')}")
        sections = with_lists(read_content(content.root)).topics["scan"].sections()

        ids = [section.attributes["id"] for section in sections]
        assert ids == ["day", "words", "words-m", "terms", "terms-m"]


class TestLetters:
    def terms(self, content: SmallContent, *terms: str) -> list[tuple[str, str, list[str]]]:
        texts = {"plain": "It is so.", "clinician": "It is so.", "synonyms": [], "sources": []}
        records = [{"id": f"g-{place}", "term": term} | texts for place, term in enumerate(terms)]
        content.write("glossary.json", records)
        return shape(made(content, glossary()))

    def test_a_section_for_each_letter_in_order(self, content: SmallContent) -> None:
        assert self.terms(content, "rib", "Bone", "biopsy", "Rash") == [
            ("words-b", "B", ["biopsy", "Bone"]),
            ("words-r", "R", ["Rash", "rib"]),
        ]

    def test_accents_make_no_letter_of_their_own(self, content: SmallContent) -> None:
        assert self.terms(content, "Ozone", "Ödem", "ölig", "Ångström", "Apex") == [
            ("words-a", "A", ["Ångström", "Apex"]),
            ("words-o", "O", ["Ödem", "ölig", "Ozone"]),
        ]

    @pytest.mark.parametrize("term", ["99mTc", "(2-step)", "²H", "%", "–"])
    def test_a_name_without_a_first_letter_stands_under_0(self, term: str, content: SmallContent) -> None:
        assert self.terms(content, "Apex", term) == [
            ("words-0", "0–9", [term]),
            ("words-a", "A", ["Apex"]),
        ]

    def test_marks_before_a_letter_are_passed_over(self, content: SmallContent) -> None:
        assert self.terms(content, "“Bone”", "(anti-)TNF") == [
            ("words-a", "A", ["(anti-)TNF"]),
            ("words-b", "B", ["“Bone”"]),
        ]

    @pytest.mark.parametrize(
        ("term", "id", "letter"),
        [("β-blocker", "words-3b2", "Β"), ("Жар", "words-436", "Ж"), ("痛", "words-75db", "痛")],
    )
    def test_letters_of_other_alphabets_have_ids_too(
        self, term: str, id: str, letter: str, content: SmallContent
    ) -> None:
        assert self.terms(content, term) == [(id, letter, [term])]

    def test_names_that_are_spelled_alike_are_both_told(self, content: SmallContent) -> None:
        assert self.terms(content, "Bone", "bone", "Bone") == [("words-b", "B", ["Bone", "bone", "Bone"])]


class TestSources:
    def test_a_source_with_all_that_is_known_of_it(self, content: SmallContent) -> None:
        study, book = entries(made(content, sources()))

        assert study == (
            "<li>Doe J. <strong>A study of children.</strong> Bones, 2020, 1:2. [cohort, abstract] "
            f'<a href="https://doi.org/10.1000/1">doi:10.1000/1</a> Cited in: {BOTH_TOPICS}</li>'
        )
        assert book == (
            '<li><strong>The book.</strong> [book] <a href="https://example.org/book">'
            f"https://example.org/book</a> Cited in: {SCAN_LINK}</li>"
        )

    def test_sources_stand_under_their_first_author_or_their_title(self, content: SmallContent) -> None:
        sections = made(content, sources())

        assert [(s.attributes["id"], s.attributes["data-audience"]) for s in sections] == [
            ("list-d", "both"),
            ("list-t", "both"),
        ]

    def test_without_words_for_it_only_the_topics_stand_there(self, content: SmallContent) -> None:
        assert entries(made(content, sources("")))[1].endswith(
            'https://example.org/book</a> <a href="crmo://topic/scan">MRI scan</a></li>'
        )

    def test_the_words_are_those_of_the_edition(self, content: SmallContent) -> None:
        assert " Zitiert in: <a " in entries(made(content, sources("Zitiert in:")))[0]

    @pytest.mark.parametrize(
        ("fields", "told"),
        [
            ({}, "<strong>A study of children.</strong>"),
            ({"title": "A study."}, "<strong>A study.</strong>"),
            ({"title": "Does it hurt?"}, "<strong>Does it hurt?</strong>"),
            ({"title": "It hurts!"}, "<strong>It hurts!</strong>"),
            ({"authors": "Doe J, et al."}, "Doe J, et al. <strong>A study of children.</strong>"),
            ({"journal": "Bones"}, "<strong>A study of children.</strong> Bones."),
            ({"year": 2020}, "<strong>A study of children.</strong> 2020."),
            (
                {"journal": "Bones", "volume_pages": "1:2"},
                "<strong>A study of children.</strong> Bones, 1:2.",
            ),
            ({"kind": "trial"}, "<strong>A study of children.</strong> [trial]"),
            ({"seen": "abstract"}, "<strong>A study of children.</strong> [abstract]"),
            (
                {"kind": "trial", "seen": "https://example.org"},
                "<strong>A study of children.</strong> [trial]",
            ),
        ],
    )
    def test_what_is_not_known_is_left_out(
        self, fields: dict[str, object], told: str, content: SmallContent
    ) -> None:
        assert source(content, **fields) == told

    @pytest.mark.parametrize(
        ("fields", "address"),
        [
            ({"doi": "10.1/x"}, ' <a href="https://doi.org/10.1/x">doi:10.1/x</a>'),
            ({"doi": "10.1/x", "url": "https://a.org"}, ' <a href="https://doi.org/10.1/x">doi:10.1/x</a>'),
            ({"url": "https://a.org"}, ' <a href="https://a.org">https://a.org</a>'),
            ({"url": "http://a.org"}, " http://a.org"),
            ({"url": "on paper"}, ""),
            ({"url": ""}, ""),
        ],
    )
    def test_an_address_is_its_doi_or_its_own(
        self, fields: dict[str, object], address: str, content: SmallContent
    ) -> None:
        assert source(content, **fields) == f"<strong>A study of children.</strong>{address}"

    def test_what_no_topic_cites_is_not_listed(self, content: SmallContent) -> None:
        content.change("facts.json", "f-scan", sources=["study-2020"])

        assert "The book" not in " ".join(entries(made(content, sources())))
        assert list(cited_sources(read_content(content.root))) == ["study-2020"]

    def test_cited_sources_are_those_of_the_tree(self, content: SmallContent) -> None:
        cited = cited_sources(read_content(content.root))

        assert {id: record["title"] for id, record in cited.items()} == {
            "study-2020": "A study of children",
            "book": "The book",
        }

    def test_a_source_that_does_not_exist_is_not_among_them(self, content: SmallContent) -> None:
        content.change("facts.json", "f-scan", sources=["nowhere"])

        assert list(cited_sources(read_content(content.root))) == ["study-2020"]

    def test_a_draft_that_the_tree_does_not_name_cites_nothing(self, content: SmallContent) -> None:
        [bones] = TREE["chapters"]
        content.write("tree.json", TREE | {"chapters": [bones | {"topics": bones["topics"][:1]}]})

        assert list(cited_sources(read_content(content.root))) == ["study-2020"]

    def test_nothing_cited_makes_no_section(self, content: SmallContent) -> None:
        content.write(PAIN, f'<article id="pain">{sources()}</article>')
        (content.root / SCAN).unlink()

        assert len(with_lists(read_content(content.root)).topics["pain"].sections()) == 1


class TestFolder:
    def written(self, folder: ContentFolder) -> list[str]:
        return [str(topic.root) for topic in folder.topics.values()]

    def test_what_was_read_stays_as_it_is(self, content: SmallContent) -> None:
        content.replace(SCAN, END, f"{glossary()}{sources()}{END}")
        folder = read_content(content.root)
        before = self.written(folder)

        filled = with_lists(folder)

        assert self.written(folder) == before
        assert self.written(filled) != before

    def test_what_people_wrote_stands_there_still(self, content: SmallContent) -> None:
        content.replace(SCAN, END, f"{glossary()}{END}")
        folder = read_content(content.root)

        before, after = (f.topics["scan"].root for f in (folder, with_lists(folder)))

        assert after.attributes == before.attributes
        assert [child for child in after.children if child in before.children] == before.children

    def test_topics_without_a_list_are_the_same(self, content: SmallContent) -> None:
        folder = read_content(content.root)

        assert with_lists(folder).topics == folder.topics

    def test_a_list_can_be_filled_once_only(self, content: SmallContent) -> None:
        """The sections that are made are no lists themselves."""
        assert not any(map(is_list, made(content, glossary())))
        assert is_list(parse(glossary()))


class TestPack:
    def words(self, content: SmallContent) -> int:
        """How many words there are to read about the scan."""
        compile_pack(content.root, content.root.parent / "pack")
        with closing(sqlite3.connect(content.root.parent / "pack")) as pack:
            [(words,)] = pack.execute("SELECT words FROM page WHERE topic = 'scan' AND audience = 'patient'")
        return int(words)

    def page(self, content: SmallContent, audience: Audience) -> Page:
        compile_pack(content.root, content.root.parent / "pack")
        with closing(open_pack(content.root.parent / "pack")) as pack:
            page = pack.page(TopicId("scan"), audience)
        assert page is not None
        return page

    def test_a_list_is_not_read_in_one_go(self, content: SmallContent) -> None:
        before = self.words(content)
        content.replace(SCAN, END, f"{glossary()}{sources()}{END}")

        assert self.words(content) == before + 2 * len("Search is faster.".split())

    def test_sections_with_ids_that_only_look_alike_are_read(self, content: SmallContent) -> None:
        other = f'<section id="wordsmith" data-audience="both">{INTRODUCTION}</section>'
        before = self.words(content)
        content.replace(SCAN, END, f"{glossary()}{other}{END}")

        assert self.words(content) == before + 2 * len("Search is faster.".split())

    def test_each_audience_reads_its_own_list(self, content: SmallContent) -> None:
        content.replace(SCAN, END, f"{glossary('patient')}{glossary('clinician', 'terms')}{END}")

        shown = {
            audience: [(section.id, section.title) for section in self.page(content, audience).sections]
            for audience in (Audience.PATIENT, Audience.CLINICIAN)
        }

        day, introduction = ("day", "The day"), "From A to Z"
        assert shown == {
            Audience.PATIENT: [day, ("words", introduction), ("words-m", "M")],
            Audience.CLINICIAN: [day, ("terms", introduction), ("terms-m", "M")],
        }

    def test_a_glossary_is_a_page_like_any_other(self, content: SmallContent) -> None:
        content.change("glossary.json", "g-metaphysis", plain="The wide end, seen in an MRI.")
        content.replace(SCAN, END, f"{glossary()}{END}")
        content.replace("tree.json", '"MRI scan"', '"The scan"')

        section = self.page(content, Audience.PATIENT).sections[-1]

        assert section.html == (
            "<dl><dt>Metaphysis</dt>"
            '<dd>The wide end, seen in an <a class="term" href="term:g-mri">MRI</a>.</dd>'
            "<dt>MRI (magnetic resonance imaging)</dt><dd>A scan with magnets.</dd></dl>"
        )

    def test_sources_lead_to_the_topics_that_cite_them(self, content: SmallContent) -> None:
        content.replace(SCAN, END, f"{sources()}{END}")

        section = self.page(content, Audience.CLINICIAN).sections[-1]

        assert section.html == (
            '<ul><li><strong>The book.</strong> [book] <a href="https://example.org/book">'
            'https://example.org/book</a> Cited in: <a href="crmo://topic/scan">MRI scan</a></li></ul>'
        )

    def test_a_list_puts_no_source_behind_the_page(self, content: SmallContent) -> None:
        before = self.page(content, Audience.PATIENT).sources
        content.replace(SCAN, END, f"{sources()}{END}")

        assert self.page(content, Audience.PATIENT).sources == before
