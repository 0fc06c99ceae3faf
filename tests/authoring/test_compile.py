"""From the content folder to one pack: always the same bytes, in any language, nothing half done."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from crmo_desktop.authoring.compile import compile_pack, language_of
from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import FactId, SourceId, TermId, TopicId
from crmo_desktop.domain.page import Page
from crmo_desktop.library.pack import Pack, open_pack
from tests.authoring.small_content import GUIDE, PAIN, SCAN, TREE, SmallContent
from tests.house.tree import ROOT


def compiled(content: SmallContent, name: str = "small.crmo") -> Path:
    pack = content.root.parent / name
    compile_pack(content.root, pack)
    return pack


def rows(pack: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(pack)) as connection:
        return list(connection.execute(query))


def page(pack: Pack, topic: str, audience: Audience = Audience.PATIENT) -> Page:
    found = pack.page(TopicId(topic), audience)
    assert found is not None
    return found


class TestSameBytes:
    def test_twice_from_one_folder(self, content: SmallContent) -> None:
        assert compiled(content, "a").read_bytes() == compiled(content, "b").read_bytes()

    def test_from_two_folders(self, content: SmallContent, tmp_path: Path) -> None:
        other = shutil.copytree(content.root, tmp_path / "elsewhere" / "kopie ü")

        assert compile_pack(other, tmp_path / "b") == compile_pack(content.root, tmp_path / "a")
        assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()

    def test_whatever_the_surroundings(self, content: SmallContent, tmp_path: Path) -> None:
        """Another process, with other hash values, another time zone, another folder to work in."""
        code = "import sys, pathlib; from crmo_desktop.authoring import compile as c"
        code += "; c.compile_pack(*map(pathlib.Path, sys.argv[1:]))"
        for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland")):
            subprocess.run(
                [sys.executable, "-c", code, content.root, tmp_path / seed],
                env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)},
                cwd=tmp_path,
                check=True,
            )

        assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()

    def test_the_reference_is_compiled_the_same(self, pack_path: Path, tmp_path: Path) -> None:
        compile_pack(ROOT / "content", tmp_path / "again")

        assert (tmp_path / "again").read_bytes() == pack_path.read_bytes()

    def test_other_content_has_another_digest(self, content: SmallContent, tmp_path: Path) -> None:
        first = compile_pack(content.root, tmp_path / "a")
        content.replace(SCAN, "30 to 45", "45 to 30")

        assert compile_pack(content.root, tmp_path / "a") != first


class TestWhatIsInIt:
    def test_the_edition(self, content: SmallContent, tmp_path: Path) -> None:
        digest = compile_pack(content.root, tmp_path / "pack")

        with closing(open_pack(tmp_path / "pack")) as pack:
            edition = pack.edition

        assert (edition.title, edition.language, edition.maker) == ("A small reference", "en", "The testers")
        assert (edition.made_on.isoformat(), edition.review_due.isoformat()) == ("2026-11-23", "2027-11-23")
        assert (edition.reviewed_by, edition.licence, edition.digest) == (None, "CC BY 4.0", digest)

    @pytest.mark.parametrize("language", ["de", "pt-BR", "ar", "xx"])
    def test_any_language(self, language: str, content: SmallContent) -> None:
        content.set_edition(language=language, title="Nachschlagewerk über Knochen", reviewed_by="Dr. Ö")

        with closing(open_pack(compiled(content))) as pack:
            edition = pack.edition

        assert (edition.language, edition.title) == (language, "Nachschlagewerk über Knochen")
        assert edition.reviewed_by == "Dr. Ö"

    def test_a_topic_that_is_not_translated_yet_has_its_own(self, content: SmallContent) -> None:
        content.set_edition(language="he")
        content.replace(PAIN, "<article ", '<article lang="en" ')

        with closing(open_pack(compiled(content))) as pack:
            languages = {
                id: page.language
                for id in ("pain", "scan")
                if (page := pack.page(TopicId(id), Audience.PATIENT)) is not None
            }

        assert languages == {"pain": "en", "scan": "he"}

    def test_a_folder_tells_its_language(self, content: SmallContent) -> None:
        content.set_edition(language="he")

        assert language_of(content.root) == "he"

    def test_the_tree(self, content: SmallContent) -> None:
        with closing(open_pack(compiled(content))) as pack:
            chapters = [
                (chapter.id, [(t.id, t.title, t.is_help) for t in chapter.topics])
                for chapter in pack.chapters
            ]

        assert chapters == [
            ("bones", [("pain", "Bone pain", False), ("scan", "MRI scan", False)]),
            ("help", [("help-read", "Reading a page", True)]),
        ]

    def test_a_chapter_without_topics_is_left_out(self, content: SmallContent) -> None:
        chapters = [
            {"id": "empty", "title": "Empty", "topics": [{"id": "later", "title": "Later"}]},
            *TREE["chapters"],
        ]
        content.write("tree.json", TREE | {"chapters": chapters})

        assert rows(compiled(content), "SELECT id, position FROM chapter ORDER BY position") == [
            ("bones", 1),
            ("help", 2),
        ]

    def test_only_what_is_cited(self, content: SmallContent) -> None:
        pack = compiled(content)

        assert [id for (id,) in rows(pack, "SELECT id FROM fact")] == [
            "f-careful", "f-dose", "f-il", "f-pain", "f-rare", "f-scan",
        ]  # fmt: skip
        assert [id for (id,) in rows(pack, "SELECT id FROM source")] == ["book", "study-2020"]

    def test_facts_sources_and_words_as_written(self, content: SmallContent) -> None:
        with closing(open_pack(compiled(content))) as pack:
            careful = pack.fact(FactId("f-careful"))
            study, book = pack.source(SourceId("study-2020")), pack.source(SourceId("book"))
            term = pack.term(TermId("g-mri"))

        assert careful.caution == "Seen in one centre only, no control group."
        assert (careful.strength, careful.sources, careful.figures) == ("cohort", ("study-2020",), ())
        assert (study.authors, study.year, study.doi, study.seen) == ("Doe J", 2020, "10.1000/1", "abstract")
        assert (book.authors, book.year, book.seen) == ("", None, "text")
        assert (term.plain, term.clinical) == ("A scan with magnets.", "Magnetic resonance imaging")
        assert term.synonyms == ("magnetic resonance imaging",)

    def test_what_a_writer_may_leave_out(self, content: SmallContent) -> None:
        content.change("facts.json", "f-pain", priority=..., figures=...)
        content.change("sources.json", "book", kind=..., seen=..., url=...)

        with closing(open_pack(compiled(content))) as pack:
            book = pack.source(SourceId("book"))

        assert (book.kind, book.seen, book.url) == ("", "", None)

    def test_keywords_related_topics_and_words_that_are_read(self, content: SmallContent) -> None:
        pack = compiled(content)

        assert rows(pack, "SELECT keywords, related FROM topic WHERE id = 'pain'") == [
            ("ache, sore bones", "scan")
        ]
        assert rows(pack, "SELECT words FROM page WHERE topic = 'scan' AND audience = 'patient'") == [(18,)]

    def test_synonyms_and_data(self, content: SmallContent) -> None:
        pack = compiled(content)

        assert rows(pack, "SELECT * FROM synonym ORDER BY term") == [
            ("s-pain", "pain", "ache", 0),
            ("s-pain", "pain", "pain", 0),
            ("s-pain", "pain", "pian", 1),
        ]
        data = dict(rows(pack, "SELECT name, json FROM dataset"))
        assert sorted(data) == ["differential-table", "questions", "site-frequencies"]
        assert json.loads(data["site-frequencies"])[0]["percent"] == 29.7

    @pytest.mark.parametrize(
        ("name", "media_type"), [("a.svg", "image/svg+xml"), ("a.png", "image/png"), ("a.jpg", "image/jpeg")]
    )
    def test_pictures(self, name: str, media_type: str, content: SmallContent) -> None:
        content.write(f"pictures/{name}", "picture")
        content.replace(SCAN, "knee.svg", name)

        assert rows(compiled(content), "SELECT * FROM picture") == [
            (name, media_type, "A knee with a sore spot", b"picture")
        ]

    def test_a_related_topic_that_is_not_written_is_left_out(self, content: SmallContent) -> None:
        (content.root / SCAN).unlink()
        content.set_edition(complete=False)

        with closing(open_pack(compiled(content))) as pack:
            shown = page(pack, "pain", Audience.CLINICIAN)

        assert shown.related == ()
        assert "<span>scan</span>" in shown.sections[-1].html

    def test_a_draft_that_the_tree_does_not_name_is_left_out(self, content: SmallContent) -> None:
        draft = (content.root / SCAN).read_text(encoding="utf-8").replace('id="scan"', 'id="draft"')
        content.write("topics/bones/draft.html", draft)
        content.replace(PAIN, 'data-related="scan"', 'data-related="draft scan"')

        with closing(open_pack(compiled(content))) as pack:
            assert "draft" not in pack.topics
            assert [entry.id for entry in page(pack, "pain").related] == ["scan"]

    def test_a_topic_for_one_audience_has_one_page(self, content: SmallContent) -> None:
        content.write(
            GUIDE, (content.root / GUIDE).read_text(encoding="utf-8").replace('"both"', '"patient"')
        )

        query = "SELECT audience FROM page WHERE topic = 'help-read'"
        assert rows(compiled(content), query) == [("patient",)]

    def test_marks_lead_to_sources_in_their_order(self, content: SmallContent) -> None:
        with closing(open_pack(compiled(content))) as pack:
            assert [source.id for source in page(pack, "scan").sources] == ["study-2020", "book"]


class TestRefusals:
    def refused(self, content: SmallContent, pack: Path) -> UserError:
        with pytest.raises(UserError) as caught:
            compile_pack(content.root, pack)
        return caught.value

    @pytest.mark.parametrize(
        ("name", "old", "new", "message"),
        [
            ("facts.json", "[", "", "not JSON: Extra data"),
            (PAIN, "</section>\n</article>", "</article>", "not well-formed: mismatched tag"),
            (PAIN, "<h2>Who?</h2>", "<h2>Who?</h2><script/>", "the reader cannot show <script>"),
            (PAIN, 'data-facts="f-il f-dose"', 'data-facts="f-none"', "fact “f-none” does not exist"),
            (SCAN, "The MRI", '<dfn data-term="g-ct">CT</dfn>', "the glossary has no term “g-ct”"),
            (SCAN, "knee.svg", "hip.svg", "there is no picture “hip.svg” in the folder pictures"),
            (
                "edition.json",
                '"2026-11-23"',
                '"soon"',
                "the edition's date is no date like 2026-11-23: “soon”",
            ),
            (
                "tree.json",
                '"MRI scan"',
                '""',
                "topic “scan” needs an id of small letters, digits and hyphens, and a title",
            ),
        ],
    )
    def test_what_could_not_be_shown_is_not_compiled(
        self, name: str, old: str, new: str, message: str, content: SmallContent, tmp_path: Path
    ) -> None:
        text = (content.root / name).read_text(encoding="utf-8")
        content.write(name, text.replace(old, new, 1))

        error = self.refused(content, tmp_path / "pack")

        assert error.message.startswith("The content cannot be compiled: ")
        assert error.message.endswith(f"{message}.")
        assert error.hint == "“crmo-desktop check-content” lists every fault."
        assert not (tmp_path / "pack").exists()

    def test_an_edition_that_cannot_be_read(self, content: SmallContent, tmp_path: Path) -> None:
        (content.root / "edition.json").unlink()

        assert "edition.json:1: the file is missing." in self.refused(content, tmp_path / "pack").message

    def test_no_folder(self, content: SmallContent, tmp_path: Path) -> None:
        content.root = tmp_path / "nowhere"

        assert "there is no such folder" in self.refused(content, tmp_path / "pack").message

    def test_other_faults_can_be_looked_at(self, content: SmallContent) -> None:
        content.replace(SCAN, "30 to 45", "31 to 46")

        assert compiled(content).is_file()

    def test_a_missing_topic_can_be_done_without(self, content: SmallContent) -> None:
        (content.root / SCAN).unlink()

        assert compiled(content).is_file()

    def test_an_older_pack_stays_when_the_new_one_fails(self, content: SmallContent) -> None:
        pack = compiled(content)
        before = pack.read_bytes()
        content.write(PAIN, "<article>")

        self.refused(content, pack)

        assert pack.read_bytes() == before
        assert [path.name for path in pack.parent.iterdir() if path.name.startswith(pack.name)] == [pack.name]

    def test_a_place_that_cannot_be_written_to(self, content: SmallContent, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("x", encoding="utf-8")

        error = self.refused(content, tmp_path / "file" / "pack")

        assert error.message.startswith(
            f"The content pack cannot be written to “{tmp_path / 'file' / 'pack'}”: "
        )
        assert error.hint == "Choose another place with -o FILE."

    def test_a_folder_in_the_place_of_the_pack(self, content: SmallContent, tmp_path: Path) -> None:
        (tmp_path / "pack" / "inside").mkdir(parents=True)

        assert "cannot be written to" in self.refused(content, tmp_path / "pack").message
        assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "pack"]

    def test_folders_on_the_way_are_made(self, content: SmallContent, tmp_path: Path) -> None:
        compile_pack(content.root, tmp_path / "new" / "folder" / "pack")

        assert (tmp_path / "new" / "folder" / "pack").is_file()
