"""The names of a pack, and a second connection to it."""

import shutil
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.authoring.compile import compile_pack
from crmo_desktop.library import names
from crmo_desktop.library.pack import Pack, open_pack
from tests.authoring.small_content import SmallContent


@pytest.fixture
def pack(small_pack: Path) -> Iterator[Pack]:
    with closing(open_pack(small_pack)) as opened:
        yield opened


def test_topics_have_titles_and_keywords_and_the_guide_comes_last(pack: Pack) -> None:
    assert names.topic_names(pack.connection) == (
        ("pain", "Bone pain", ("ache", "sore bones")),
        ("scan", "MRI scan", ()),
        ("help-read", "Reading a page", ()),
    )


def test_the_glossary_is_in_the_order_of_the_alphabet(pack: Pack) -> None:
    terms = names.glossary(pack.connection)

    assert [term.term for term in terms] == ["Metaphysis", "MRI"]
    assert terms[1] == pack.term(terms[1].id)


def test_another_thread_has_a_connection_of_its_own(pack: Pack) -> None:
    connection = names.connect_again(pack)
    found: list[int] = []

    def read() -> None:
        found.append(len(names.topic_names(connection)))

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    connection.close()

    assert found == [3]
    assert len(names.topic_names(pack.connection)) == 3, "the pack's own stays open"


def replaced_by_another(path: Path, other: Path) -> None:
    """As by an update: another file of the same name."""
    other.replace(path)


def gone(path: Path, other: Path) -> None:
    path.unlink()


def no_pack_any_more(path: Path, other: Path) -> None:
    other.write_bytes(b"no pack" * 1000)
    other.replace(path)


def without_a_digest(path: Path, other: Path) -> None:
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("DELETE FROM meta WHERE key = 'digest'")
        connection.commit()
    other.replace(path)


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be replaced there")
@pytest.mark.parametrize("change", [replaced_by_another, gone, no_pack_any_more, without_a_digest])
def test_another_file_of_that_name_is_not_read(
    change: Callable[[Path, Path], None], small_pack: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(small_pack, tmp_path / "content.crmo"))
    content = SmallContent(tmp_path / "content")
    content.set_edition(title="Another reference")
    other = tmp_path / "other.crmo"
    compile_pack(content.root, other)
    with closing(open_pack(path)) as pack:
        change(path, other)

        assert names.connect_again(pack) is pack.connection
        assert len(names.topic_names(pack.connection)) == 3


def test_nothing_can_be_written_through_it(pack: Pack) -> None:
    with closing(names.connect_again(pack)) as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM topic")
