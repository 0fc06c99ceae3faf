"""Things are taken along as a file, and files of any kind are taken in or refused in words."""

import json
import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crmo_desktop import __version__
from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import (
    FileNotReadError,
    NotOwnThingsError,
    NotWrittenError,
    OwnThingsTooLargeError,
    OwnThingsTooNewError,
    UserError,
)
from crmo_desktop.domain.own_things import Colour, Quote, Spot
from crmo_desktop.export.own_page import OwnPageWords
from crmo_desktop.services import exchange as exchange_module
from crmo_desktop.services.exchange import Exchange
from crmo_desktop.services.own import Own
from crmo_desktop.store.database import Notebook

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
OLD_FILE = Path(__file__).resolve().parents[1] / "data" / "notes-v4.sqlite"
SPOT = Spot(page="crmo://topic/mri", audience=Audience.PATIENT, title="MRI ‹scan› 👍")
Names = Callable[[str], Path]


def now() -> datetime:
    return NOON


def own_in(notebook: Notebook) -> Own:
    return Own(notebook, now=now, edition="2026-11-23")


@pytest.fixture
def own(notebook: Notebook) -> Own:
    return own_in(notebook)


@pytest.fixture
def exchange(own: Own) -> Exchange:
    return own.exchange


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Own]:
    """The reader's things as the old file of this version has them, and some more."""
    path = tmp_path / "full" / "notes.sqlite"
    path.parent.mkdir()
    shutil.copy(OLD_FILE, path)
    with closing(Notebook(path)) as notebook:
        own = own_in(notebook)
        folder = own.things.add_folder("\u202eOdd “name” <b>\\n & co")
        made = own.things.highlight(SPOT, Quote(exact="é\u2028\t\u0007 \"'"), Colour.YELLOW, "a\r\nb\u00a0")
        own.things.lay([made.id], folder.id)
        yield own


@pytest.fixture
def there(tmp_path: Path) -> Path:
    return tmp_path / "things.json"


def written(there: Path, **entries: Any) -> Path:
    file = {"format": "crmo-desktop-own-things", "version": 1, **entries}
    there.write_text(json.dumps(file), encoding="utf-8")
    return there


def read(path: Path) -> dict[str, Any]:
    found = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


# --- out


def test_a_file_says_what_it_is_and_can_be_read_by_people(full: Own, there: Path) -> None:
    full.exchange.export_json(there)

    text = there.read_text(encoding="utf-8")
    assert list(json.loads(text).items())[:5] == [
        ("format", "crmo-desktop-own-things"),
        ("version", 1),
        ("program", __version__),
        ("edition", "2026-11-23"),
        ("exported", "2026-11-26T12:00:00+00:00"),
    ]
    assert '\n      "words": "Ask about this",\n' in text
    assert "MRI ‹scan› 👍" in text
    assert "visits" not in json.loads(text)


def test_every_field_is_in_the_docs(full: Own, there: Path) -> None:
    full.exchange.export_json(there, with_history=True)
    docs = Path(__file__).resolve().parents[2] / "docs" / "notes-file.md"
    text, file = docs.read_text(encoding="utf-8"), read(there)
    lists = [entries for entries in file.values() if isinstance(entries, list)]
    entries = [entry for entries in lists for entry in entries if isinstance(entry, dict)]
    fields = {*file, *(name for entry in entries for name in entry), *file["things"][1]["quote"]}

    assert [name for name in sorted(fields) if f"`{name}`" not in text] == []


def test_a_highlight_has_its_words_and_the_name_of_its_colour(full: Own, there: Path) -> None:
    full.exchange.export_json(there)

    highlight = read(there)["things"][1]
    assert highlight["colour"] == "green"
    assert highlight["quote"] == {
        "exact": "some words of a page",
        "prefix": "before them ",
        "suffix": " after them",
    }
    assert "exact" not in highlight


def test_into_an_empty_file_and_out_again_is_the_same(full: Own, exchange: Exchange, tmp_path: Path) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    full.exchange.export_json(first, with_history=True)

    report = exchange.import_json(first)
    exchange.export_json(second, with_history=True)

    assert second.read_bytes() == first.read_bytes()
    assert (report.added, report.folders, report.finished, report.questions) == (4, 2, 1, 1)
    assert (report.handouts, report.visits, report.searches, report.unread) == (1, 2, 2, 0)
    assert (report.sessions, report.rehearsals, report.slide_notes) == (1, 1, 1)
    assert (report.polls, report.quiz_rounds) == (1, 1)


def test_the_same_file_twice_adds_nothing(full: Own, exchange: Exchange, there: Path) -> None:
    full.exchange.export_json(there, with_history=True)
    exchange.import_json(there)

    report = exchange.import_json(there)

    assert report.changed == 0
    assert report.already_here == 4


@pytest.mark.parametrize(
    "body",
    [
        "no JSON",
        '"a text"',
        "[1, NaN]",
        '{"a": "\\ud800"}',
        "7",
        "[" * 600 + "]" * 600,
        '{"ü": [1.5, null]}',
        "",
    ],
    ids=lambda body: body[:12],
)
def test_a_handout_goes_out_and_in_as_it_is(
    body: str, notebook: Notebook, own: Own, full: Own, there: Path
) -> None:
    notebook.write(
        (
            "INSERT INTO handout (uid, name, body, changed_at) VALUES ('1', 'One', ?, ?)",
            (body, "2026-11-26T12:00:00+00:00"),
        )
    )
    own.exchange.export_json(there)

    assert full.exchange.import_json(there).handouts == 1
    again = there.with_name("again.json")
    full.exchange.export_json(again)

    assert read(there)["handouts"][0] in read(again)["handouts"]


def test_what_no_version_can_read_is_given_out_as_it_is(notebook: Notebook, own: Own, there: Path) -> None:
    own.things.highlight(SPOT, Quote(exact="words"), Colour.BLUE)
    notebook.write(("UPDATE thing SET colour = 9, made_at = 'noon', words = x'41ff'", ()))
    own.exchange.export_json(there)

    (thing,) = read(there)["things"]
    assert (thing["colour"], thing["made"], thing["words"]) == (9, "noon", "A\ufffd")
    assert own.exchange.import_json(there).unread == 1


def test_a_page_holds_everything_that_can_be_read(full: Own, tmp_path: Path) -> None:
    page = tmp_path / "things.html"

    full.exchange.export_html(page)
    text = page.read_text(encoding="utf-8")
    assert "For the next visit" in text
    assert "some words of a page" in text
    assert "2026-11-26" in text
    full.exchange.export_html(page, OwnPageWords(title="Meine Notizen", language="de"))

    assert '<html lang="de"' in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["nowhere/things.json", ".", "x" * 300])
def test_where_nothing_can_be_written_is_told(name: str, full: Own, tmp_path: Path) -> None:
    for write in (full.exchange.export_json, full.exchange.export_html):
        with pytest.raises(UserError):
            write(tmp_path / name)


def test_a_file_is_replaced_whole_or_not_at_all(
    full: Own, there: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there.write_text("what was there")

    def fail(_: int) -> None:
        raise OSError(28, "no room")

    def refuse(self: Path, target: Path) -> Path:
        raise OSError(28, "no room")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(NotWrittenError):
        full.exchange.export_json(there)

    assert there.read_text() == "what was there"
    assert [path.name for path in there.parent.iterdir() if path.is_file()] == ["things.json"]


# --- in


def test_an_editors_mark_before_a_file_does_no_harm(exchange: Exchange, there: Path) -> None:
    written(there, finished=[{"topic": "mri", "when": "2026-11-26T12:00:00Z"}])
    there.write_bytes(b"\xef\xbb\xbf" + there.read_bytes())

    assert exchange.import_json(there).finished == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Dear diary,",
        b"{",
        b"{}",
        b"\xff\xfe{\x00}\x00",
        b'{"format": "crmo-desktop-own-things", "version": 1, "things": 7}',
        b"SQLite format 3\0",
        b"[" * 200_000,
    ],
    ids=lambda data: data[:20],
)
def test_what_is_none_of_ours_is_refused(data: bytes, exchange: Exchange, there: Path) -> None:
    there.write_bytes(data)

    with pytest.raises(NotOwnThingsError) as caught:
        exchange.import_json(there)
    assert "things.json" in caught.value.message
    assert "Nothing has changed" in caught.value.hint


def test_a_newer_file_is_refused_with_both_versions(exchange: Exchange, there: Path) -> None:
    written(there, version=7, things=[{}])

    with pytest.raises(OwnThingsTooNewError) as caught:
        exchange.import_json(there)
    assert "it reads format 1, not 7" in caught.value.hint


def test_a_huge_file_is_refused(exchange: Exchange, there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with there.open("wb") as file:
        file.truncate(exchange_module.LARGEST * 1_000_000 + 1)

    with pytest.raises(OwnThingsTooLargeError, match="more than 50 MB"):
        exchange.import_json(there)


def test_what_cannot_be_read_is_told(exchange: Exchange, tmp_path: Path, there: Path) -> None:
    for path in (there, tmp_path):
        with pytest.raises(FileNotReadError):
            exchange.import_json(path)


@pytest.mark.skipif(sys.platform == "win32", reason="rights to files and pipes are another matter there")
def test_no_right_to_read_and_no_end_of_reading(exchange: Exchange, tmp_path: Path, there: Path) -> None:
    written(there)
    there.chmod(0)
    before = os.geteuid()
    if before == 0:
        tmp_path.chmod(0o755)
        os.seteuid(65534)
    try:
        with pytest.raises(FileNotReadError):
            exchange.import_json(there)
    finally:
        os.seteuid(before)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileNotReadError):
        exchange.import_json(tmp_path / "pipe")


# --- any file


def state(notebook: Notebook) -> list[Any]:
    tables = ("folder", "thing", "finished", "kept_question", "handout", "visit", "recent_search")
    return [notebook.read(f"SELECT * FROM {table} ORDER BY 1") for table in tables]


def mutated(data: bytes, chance: random.Random) -> bytes:
    """`data` with something cut, swapped, doubled or overwritten."""
    start, end = sorted(chance.choices(range(len(data) + 1), k=2))
    match chance.randrange(5):
        case 0:
            return data[:start]
        case 1:
            return data[:start] + data[end:]
        case 2:
            return data[:end] + data[start:end] + data[end:]
        case 3:
            return data[:start] + chance.randbytes(1) + data[start + 1 :]
        case _:
            odd = chance.choice([b"null", b"[]", b"{}", b"-1", b"1e999", b'"\\ud800"', b"true", b'"\\u0000"'])
            return data.replace(chance.choice(data.split(b'"')[1::2]).join((b'"', b'"')), odd, 1)


def test_no_file_does_harm(full: Own, exchange: Exchange, notebook: Notebook, there: Path) -> None:
    full.exchange.export_json(there, with_history=True)
    whole = there.read_bytes()
    exchange.import_json(there)
    before, chance = state(notebook), random.Random(8)
    refused = 0

    for _ in range(600):
        data = whole
        for _ in range(chance.randint(1, 3)):
            data = mutated(data, chance)
        there.write_bytes(data)
        try:
            report = exchange.import_json(there)
        except UserError:
            refused += 1
            assert state(notebook) == before
            continue
        after = state(notebook)
        assert report.changed or after == before
        assert {row[1] for row in before[1]} <= {row[1] for row in after[1]}  # nothing is deleted
        before = after

    assert 50 < refused < 600
    assert notebook.problem is None
    full_again = there.with_name("again.json")
    exchange.export_json(full_again, with_history=True)
    exchange.export_html(there.with_name("again.html"))
    assert exchange.import_json(full_again).changed == 0


_anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                "uid kind page audience made changed quote exact colour name body words when".split()
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(
    st.dictionaries(
        st.sampled_from("folders things finished questions handouts visits searches".split()),
        st.lists(_anything, max_size=4) | _anything,
    )
)
def test_no_json_does_harm(exchange: Exchange, there: Path, entries: dict[str, Any]) -> None:
    written(there, **entries)

    try:
        report = exchange.import_json(there)
    except NotOwnThingsError:
        return
    assert report.added == report.updated == 0
