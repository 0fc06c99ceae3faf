"""What can be read of damaged files; of many more of them: tests/faults/test_spoilt.py."""

from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.store import salvage as salvage_module
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.migrations import STEPS
from crmo_desktop.store.salvage import salvage

PAGE = 4096
KEEP = "INSERT INTO kept_question (words, audience, kept_at) VALUES (?, 'patient', '')"
SET = "INSERT INTO setting VALUES (?, ?)"
ROWS = 300


@pytest.fixture
def whole(path: Path) -> bytes:
    with closing(Notebook(path)) as notebook:
        for number in range(ROWS):
            notebook.write((KEEP, (f"{number} " + "words " * 30,)), (SET, (str(number), "x" * 100)))
    return path.read_bytes()


def counts(path: Path) -> tuple[int, int]:
    with closing(salvage(path, STEPS)) as found:
        ((questions,),) = found.execute("SELECT count(*) FROM kept_question").fetchall()
        ((settings,),) = found.execute("SELECT count(*) FROM setting").fetchall()
    return questions, settings


def pages_with(whole: bytes, words: bytes) -> list[int]:
    """The numbers of leaf pages of a table that hold `words`."""
    pages = [whole[at : at + PAGE] for at in range(0, len(whole), PAGE)]
    return [number for number, page in enumerate(pages) if page[:1] in b"\x0d\x0a" and words in page]


def spoil(path: Path, whole: bytes, *pages: int) -> None:
    spoilt = bytearray(whole)
    for page in pages:
        spoilt[page * PAGE : (page + 1) * PAGE] = b"\xff" * PAGE
    path.write_bytes(spoilt)


def test_a_whole_file_is_read_whole(path: Path, whole: bytes) -> None:
    assert counts(path) == (ROWS, ROWS)
    assert path.read_bytes() == whole


def test_rows_on_both_sides_of_a_fault_and_between_faults_are_read(path: Path, whole: bytes) -> None:
    pages = [page for page in pages_with(whole, b"words words") if whole[page * PAGE] == 0x0D]
    spoil(path, whole, pages[3], pages[8])

    questions, settings = counts(path)

    assert ROWS - 80 < questions < ROWS
    assert settings == ROWS


def test_a_table_without_numbers_is_read_from_both_ends(path: Path, whole: bytes) -> None:
    spoil(path, whole, pages_with(whole, b"xxxxxxxxxx")[2])

    questions, settings = counts(path)

    assert questions == ROWS
    assert 0 < settings < ROWS


def test_a_row_that_breaks_a_rule_is_left_out(path: Path) -> None:
    with closing(Notebook(path)) as notebook:
        notebook.write((KEEP, ("why",)), (SET, ("key", "value")))
    with closing(Notebook(path)) as notebook:
        notebook.read("PRAGMA writable_schema = ON")
        notebook.write(
            ("UPDATE sqlite_master SET sql = replace(sql, 'value TEXT NOT NULL', 'value TEXT')", ())
        )
    with closing(Notebook(path)) as notebook:
        notebook.write(("INSERT INTO setting VALUES ('empty', NULL)", ()))

    assert counts(path) == (1, 1)


@pytest.mark.parametrize("content", [b"", b"Dear diary,"])
def test_nothing_is_read_of_what_is_no_notebook(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)

    assert counts(path) == (0, 0)


def test_the_log_is_read_too(path: Path) -> None:
    with closing(Notebook(path)) as notebook:
        notebook.write((KEEP, ("in the log",)))
        assert counts(path) == (1, 0)


def test_it_does_not_look_for_numbers_without_end(
    path: Path, whole: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(salvage_module, "_MOST_NUMBERS", 10)
    pages = [page for page in pages_with(whole, b"words words") if whole[page * PAGE] == 0x0D]
    spoil(path, whole, pages[3], pages[8])

    assert counts(path)[0] < ROWS - 80
