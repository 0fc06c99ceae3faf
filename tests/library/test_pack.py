"""Opening packs: what is whole is read from wherever it lies, anything else is refused in words."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import (
    PackDamagedError,
    PackError,
    PackMissingError,
    PackTooNewError,
    UnknownTopicError,
)
from crmo_desktop.domain.identifiers import FactId, SourceId, TermId, TopicId
from crmo_desktop.library import pack_format
from crmo_desktop.library.pack import Pack, open_pack

COPY_AGAIN = "Do not rely on this copy. Copy the file again from where it came from."
NO_PACK = "The content file “pack” is damaged: it is not a content file of CRMO Desktop."
CHANGED = "The content file “pack” is damaged: it has changed since it was made."
CUT = "The content file “pack” is damaged: it is empty or cut short."
NO_CHECKSUM = "The content file “pack” is damaged: its checksum is missing."
INCOMPLETE = "The content file “pack” is damaged: it lacks a part that every content file has."


@pytest.fixture
def copy(small_pack: Path, tmp_path: Path) -> Path:
    """A pack to damage."""
    return Path(shutil.copy(small_pack, tmp_path / "pack"))


def refusal(path: Path) -> PackError:
    with pytest.raises(PackError) as caught:
        open_pack(path)
    assert caught.value.pack == path
    return caught.value


def execute(path: Path, *statements: str, seal: bool = True) -> None:
    """Change a pack as nobody should, with a digest that is right for what comes out."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.execute("VACUUM")
    if seal:
        pack_format.seal(path)


class TestRefusals:
    def test_a_missing_file(self, tmp_path: Path) -> None:
        error = refusal(tmp_path / "pack")

        assert isinstance(error, PackMissingError)
        assert error.message == "The content file “pack” cannot be read: there is no such file."
        assert error.hint == "Check the path and that you may read the file."

    def test_a_folder(self, tmp_path: Path) -> None:
        assert isinstance(refusal(tmp_path), PackMissingError)

    def test_a_file_below_a_file(self, copy: Path) -> None:
        assert isinstance(refusal(copy / "below"), PackMissingError)

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (b"", CUT),
            (b"SQLite format 3\0", CUT),
            (b"x" * 511, CUT),
            (b"x" * 512, NO_PACK),
            (b"Just some text. " * 100, NO_PACK),
            (b"\0" * 5000, NO_PACK),
        ],
    )
    def test_another_file(self, data: bytes, message: str, tmp_path: Path) -> None:
        (tmp_path / "pack").write_bytes(data)

        error = refusal(tmp_path / "pack")

        assert isinstance(error, PackDamagedError)
        assert (error.message, error.hint) == (message, COPY_AGAIN)

    def test_another_sqlite_file(self, tmp_path: Path) -> None:
        execute(tmp_path / "pack", "CREATE TABLE meta (key, value)", seal=False)

        assert refusal(tmp_path / "pack").message == NO_PACK

    def test_another_sqlite_file_that_says_it_is_one(self, tmp_path: Path) -> None:
        kind = f"PRAGMA application_id = {pack_format.APPLICATION_ID}"
        execute(tmp_path / "pack", kind, "CREATE TABLE meta (key, value)", seal=False)

        assert refusal(tmp_path / "pack").message == NO_CHECKSUM

    @pytest.mark.parametrize("cut", [1, 2, 512, 4096, 50_000])
    def test_a_file_that_is_cut_short(self, cut: int, copy: Path) -> None:
        copy.write_bytes(copy.read_bytes()[:-cut])

        assert refusal(copy).message == CHANGED

    def test_a_file_that_has_grown(self, copy: Path) -> None:
        copy.write_bytes(copy.read_bytes() + b"\0")

        assert refusal(copy).message == CHANGED

    def test_a_newer_format(self, copy: Path) -> None:
        execute(copy, f"PRAGMA user_version = {pack_format.FORMAT + 1}")

        error = refusal(copy)

        assert isinstance(error, PackTooNewError)
        assert (error.found, error.supported) == (pack_format.FORMAT + 1, pack_format.FORMAT)
        assert error.message == "The content file “pack” was made for a newer version of CRMO Desktop."
        assert error.hint == "Update the program. It reads format 1; this is format 2."

    @pytest.mark.parametrize("table", sorted(pack_format.TABLES - {"meta"}))
    def test_a_pack_without_a_table(self, table: str, copy: Path) -> None:
        execute(copy, f"DROP TABLE {table}")

        assert refusal(copy).message == INCOMPLETE

    @pytest.mark.parametrize(
        "change",
        [
            "DELETE FROM meta WHERE key = 'title'",
            "UPDATE meta SET value = 'soon' WHERE key = 'review_due'",
            "ALTER TABLE meta RENAME COLUMN value TO words",
        ],
    )
    def test_a_pack_that_does_not_say_what_it_is(self, change: str, copy: Path) -> None:
        execute(copy, change)

        assert refusal(copy).message == INCOMPLETE


class TestOneBit:
    """Whichever bit of a pack has changed, it is refused."""

    @pytest.fixture
    def places(self, copy: Path) -> dict[str, int]:
        data = copy.read_bytes()
        digest = pack_format.find_digest(data)
        return {
            "the magic words": 0,
            "the page size": 16,
            "the format": 63,
            "the kind": 68,
            "the end of the header": 99,
            "the first page": 100,
            "the marker": digest - len(pack_format.DIGEST_MARKER),
            "before the digest": digest - 1,
            "the digest": digest,
            "the end of the digest": digest + pack_format.DIGEST_LENGTH - 1,
            "behind the digest": digest + pack_format.DIGEST_LENGTH,
            "the middle": len(data) // 2,
            "a text": data.index(b"Bone pain"),
            "the end": len(data) - 1,
        }

    @pytest.mark.parametrize("bit", range(8))
    def test_is_noticed(self, bit: int, copy: Path, places: dict[str, int]) -> None:
        data = copy.read_bytes()
        for name, place in places.items():
            changed = bytearray(data)
            changed[place] ^= 1 << bit
            copy.write_bytes(changed)

            assert refusal(copy).hint, name

    def test_what_was_not_changed_is_not_refused(self, copy: Path, places: dict[str, int]) -> None:
        assert len(set(places.values())) == len(places)
        open_pack(copy).close()


NAMES = [
    "with blanks", "with#hash", "what?.crmo", "100%.crmo", "a%20b", "a&b=c;d", "mode=ro", "it's “so”",
    "Käse-Ü", "骨髓炎", "עצם", "🦴", "a'b\"c", "file:pack", "-pack",
]  # fmt: skip


class TestPlaces:
    @pytest.mark.parametrize("name", NAMES)
    def test_any_name_will_do(self, name: str, small_pack: Path, tmp_path: Path) -> None:
        folder = tmp_path / name
        folder.mkdir()
        pack_file = Path(shutil.copy(small_pack, folder / name))

        with closing(open_pack(pack_file)) as pack:
            assert (pack.path, pack.edition.title) == (pack_file, "A small reference")

    def test_a_path_from_here(self, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(copy.parent)

        with closing(open_pack(Path("pack"))) as pack:
            assert list(pack.topics) == ["pain", "scan", "help-read"]

    def test_a_folder_that_cannot_be_written_to(self, copy: Path) -> None:
        folder = copy.parent
        copy.chmod(0o444)
        folder.chmod(0o555)
        try:
            with closing(open_pack(copy)) as pack:
                assert pack.topic(TopicId("pain")).title == "Bone pain"
            assert [path.name for path in folder.iterdir()] == ["pack"]
        finally:
            folder.chmod(0o755)

    def test_it_cannot_be_written_by_mistake(self, copy: Path) -> None:
        with (
            closing(open_pack(copy)) as pack,
            pytest.raises(sqlite3.OperationalError, match="readonly"),
        ):
            pack.connection.execute("DELETE FROM topic")


@pytest.fixture
def pack(small_pack: Path) -> Iterator[Pack]:
    with closing(open_pack(small_pack)) as opened:
        yield opened


class TestReading:
    def test_chapters_and_topics_are_in_order(self, pack: Pack) -> None:
        assert [chapter.id for chapter in pack.chapters] == ["bones", "help"]
        assert list(pack.topics) == ["pain", "scan", "help-read"]
        assert pack.topics[TopicId("pain")].audiences == {Audience.PATIENT, Audience.CLINICIAN}
        assert [entry.is_help for entry in pack.topics.values()] == [False, False, True]

    @pytest.mark.parametrize(("wrong", "nearest"), [("pian", "pain"), ("scans", "scan"), ("xyzzy", None)])
    def test_an_unknown_topic_is_told_with_the_nearest(
        self, wrong: str, nearest: str | None, pack: Pack
    ) -> None:
        with pytest.raises(UnknownTopicError) as caught:
            pack.topic(TopicId(wrong))

        assert (caught.value.topic, caught.value.nearest) == (wrong, nearest)

    def test_a_page_is_that_of_the_audience(self, pack: Pack) -> None:
        patient, clinician = (pack.page(TopicId("pain"), audience) for audience in Audience)

        assert patient is not None
        assert clinician is not None
        assert [section.id for section in patient.sections] == ["in-short", "how-often"]
        assert [section.id for section in clinician.sections] == ["how-often", "who"]
        assert [section.is_key_points for section in patient.sections] == [True, False]
        assert (patient.chapter_title, patient.summary, patient.minutes) == (
            "Bones",
            "CRMO makes bones hurt.",
            1,
        )
        assert [source.id for source in patient.sources] == ["study-2020"]
        assert [entry.id for entry in patient.related] == ["scan"]

    def test_the_reading_time_is_in_whole_minutes(self, copy: Path) -> None:
        execute(copy, "UPDATE page SET words = 700 WHERE topic = 'pain'")

        with closing(open_pack(copy)) as pack:
            page = pack.page(TopicId("pain"), Audience.PATIENT)

        assert page is not None
        assert page.minutes == 4

    def test_there_may_be_no_page_for_an_audience(self, copy: Path) -> None:
        execute(copy, "DELETE FROM page WHERE topic = 'scan' AND audience = 'clinician'")

        with closing(open_pack(copy)) as pack:
            assert pack.page(TopicId("scan"), Audience.CLINICIAN) is None
            assert pack.topic(TopicId("scan")).audiences == {Audience.PATIENT}

    def test_facts_sources_and_words(self, pack: Pack) -> None:
        fact = pack.fact(FactId("f-pain"))
        source = pack.source(SourceId("study-2020"))
        term = pack.term(TermId("g-mri"))

        assert (fact.statement, fact.figures) == (
            "Bone pain was the first sign in 17 of 40 children.",
            ("42.5% of 40",),
        )
        assert (source.title, source.journal, source.volume_pages) == ("A study of children", "Bones", "1:2")
        assert (term.term, term.synonyms) == ("MRI", ("magnetic resonance imaging",))

    def test_what_is_not_there(self, pack: Pack) -> None:
        with pytest.raises(KeyError, match="f-seed"):
            pack.fact(FactId("f-seed"))
        with pytest.raises(KeyError, match="nowhere"):
            pack.source(SourceId("nowhere"))
        with pytest.raises(KeyError, match="g-none"):
            pack.term(TermId("g-none"))
        assert pack.picture("none.svg") is None

    def test_a_picture(self, pack: Pack) -> None:
        assert pack.picture("knee.svg") == b"<svg/>"

    def test_a_closed_pack_answers_no_more(self, pack: Pack) -> None:
        pack.close()

        with pytest.raises(sqlite3.ProgrammingError):
            pack.page(TopicId("pain"), Audience.PATIENT)


def test_every_page_of_the_reference_can_be_read(pack_path: Path) -> None:
    with closing(open_pack(pack_path)) as pack:
        for topic in pack.topics.values():
            pages = [pack.page(topic.id, audience) for audience in Audience]

            assert {page.audience for page in pages if page} == topic.audiences
            assert all(page.sections and page.minutes >= 1 for page in pages if page)
