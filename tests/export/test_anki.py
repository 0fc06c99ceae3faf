"""A package for Anki, read back as Anki reads it: a database in an archive."""

import json
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from crmo_desktop.export.anki import apkg
from crmo_desktop.export.told_questions import QuestionWords, ToldQuestion
from tests.export.question_samples import ALL, STAMP, told
from tests.gui.slides.question_samples import BEST

DAY = date(2026, 11, 26)
FIELDS = ("id", "question", "options", "answer", "explanation", "settled", "sources", "edition")


@contextmanager
def read(data: bytes, folder: Path) -> Iterator[sqlite3.Connection]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert set(archive.namelist()) == {"collection.anki2", "media"}
        assert json.loads(archive.read("media")) == {}
        archive.extract("collection.anki2", folder)
    with closing(sqlite3.connect(folder / "collection.anki2")) as connection:
        yield connection


def notes(data: bytes, folder: Path) -> list[dict[str, str]]:
    with read(data, folder) as connection:
        rows = connection.execute("SELECT flds, tags, guid FROM notes ORDER BY id").fetchall()
    return [
        {**dict(zip(FIELDS, fields.split("\x1f"), strict=True)), "tags": tags, "guid": guid}
        for fields, tags, guid in rows
    ]


def made(*questions: ToldQuestion, day: date = DAY) -> bytes:
    return apkg("Quiz", questions or ALL, STAMP, day, QuestionWords())


def test_each_question_is_a_card(tmp_path: Path) -> None:
    with read(made(), tmp_path) as connection:
        assert connection.execute("SELECT count(*) FROM cards").fetchone() == (3,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        decks = json.loads(connection.execute("SELECT decks FROM col").fetchone()[0])
    assert "Quiz" in {deck["name"] for deck in decks.values()}


def test_the_right_option_is_marked_on_the_back_only(tmp_path: Path) -> None:
    first = notes(made(), tmp_path)[0]

    assert "right" not in first["options"]
    assert '<li class="right">Both of them</li>' in first["answer"]
    assert first["answer"].count("<li") == len(BEST.options)


def test_an_order_is_shown_as_it_should_be(tmp_path: Path) -> None:
    last = notes(made(), tmp_path)[2]

    assert last["options"].index("Three") < last["options"].index("One")
    assert '<ol class="order"><li>One</li><li>Two</li><li>Three</li></ol>' in last["answer"]


def test_why_and_where_and_from_what_edition(tmp_path: Path) -> None:
    first = notes(made(), tmp_path)[0]

    assert first["explanation"] == BEST.explanation
    assert first["settled"] == "Read more: Pain › In short"
    assert first["sources"] == "Sources: Jansen and others, Bone 2010"
    assert first["edition"] == STAMP
    assert {"crmo::families", "crmo::bones", "crmo::easy", "crmo::best-answer"} <= set(first["tags"].split())


def test_a_later_edition_changes_the_same_cards(tmp_path: Path) -> None:
    before, after = made(), made(*(replace(each, sources=()) for each in ALL), day=date(2027, 11, 26))

    assert [each["guid"] for each in notes(before, tmp_path)] == [
        each["guid"] for each in notes(after, tmp_path)
    ]
    with read(before, tmp_path) as connection:
        first = connection.execute("SELECT max(mod) FROM notes").fetchone()
    with read(after, tmp_path) as connection:
        assert connection.execute("SELECT min(mod) FROM notes").fetchone() > first


def test_words_are_words_and_no_markup(tmp_path: Path) -> None:
    odd = replace(BEST, text="Is 5 < 6 & 7?", options=("<b>", "no"), answer=(0,))

    first = notes(made(replace(told(odd), sources=())), tmp_path)[0]

    assert first["question"] == "Is 5 &lt; 6 &amp; 7?"
    assert "<li>&lt;b&gt;</li>" in first["options"]
    assert first["sources"] == ""


def test_the_same_questions_make_the_same_package(tmp_path: Path) -> None:
    assert notes(made(), tmp_path) == notes(made(), tmp_path)


@pytest.mark.slow
def test_no_sockets_are_loaded_and_nothing_is_left_behind(tmp_path: Path) -> None:
    code = (
        "import sys, tempfile; from datetime import date;"
        f"tempfile.tempdir = {str(tmp_path)!r};"
        "from crmo_desktop.export.anki import apkg;"
        "from crmo_desktop.export.told_questions import QuestionWords;"
        "apkg('Quiz', [], '', date(2026, 11, 26), QuestionWords());"
        "print(sorted({'socket', 'ssl', 'asyncio', 'http'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
    assert list(tmp_path.iterdir()) == []
