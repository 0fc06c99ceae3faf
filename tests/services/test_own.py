"""The parts of what is the reader's own, and forgetting all of it."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import NotesFileError, NotForgottenError
from crmo_desktop.domain.own_things import Colour, Quote, Spot
from crmo_desktop.services.journal import Journal
from crmo_desktop.services.lately import RecentSearches
from crmo_desktop.services.own import Own
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.history import HistoryRepository
from crmo_desktop.store.questions import QuestionRepository
from crmo_desktop.store.searches import SearchRepository
from crmo_desktop.store.settings import TEXT_SIZE, Settings
from tests.domain.values import page

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
PRIVATE = "something-private"
SPOT = Spot(page="crmo://topic/mri", audience=Audience.PATIENT, title=PRIVATE)


def now() -> datetime:
    return NOON


def own_in(notebook: Notebook) -> Own:
    return Own(notebook, now=now, edition="2026-11-23")


def fill(notebook: Notebook, own: Own) -> None:
    for number in range(50):
        made = own.things.highlight(SPOT, Quote(exact=f"{PRIVATE} {number}"), Colour.BLUE, PRIVATE)
        own.things.lay([made.id], own.things.add_folder(f"{PRIVATE} {number}").id)
        own.things.set_finished(f"{PRIVATE} {number}", is_finished=True)
    own.things.delete([own.things.all()[0].id])
    values = (f"{PRIVATE} handout", PRIVATE, NOON.isoformat())
    notebook.write(("INSERT INTO handout (uid, name, body, changed_at) VALUES ('1', ?, ?, ?)", values))
    for statement in (
        "INSERT INTO session (uid, name, body, changed_at) VALUES ('1', ?, ?, ?)",
        "INSERT INTO rehearsal (uid, session, body, began_at) VALUES (?, '1', ?, ?)",
        "INSERT INTO slide_note (place, audience, words, changed_at) VALUES (?, 'patient', ?, ?)",
        "INSERT INTO poll (uid, session, question, body, held_at) VALUES ('1', ?, 'q', ?, ?)",
        "INSERT INTO quiz_round (uid, body, changed_at) VALUES (?, ?, ?)",
    ):
        notebook.write((statement, (f"{PRIVATE} name", PRIVATE, NOON.isoformat())))
    QuestionRepository(notebook).keep(PRIVATE, Audience.PATIENT, NOON)
    read(notebook)
    Settings(notebook).set(TEXT_SIZE, 130)


def read(notebook: Notebook) -> None:
    journal = Journal(HistoryRepository(notebook), now=now)
    journal.visited(page())
    journal.left(page(), 0.5)
    RecentSearches(SearchRepository(notebook)).note(f"{PRIVATE} search")


@pytest.fixture
def own(notebook: Notebook) -> Own:
    return own_in(notebook)


@pytest.fixture
def nowhere() -> Iterator[Notebook]:
    with closing(Notebook(None)) as notebook:
        yield notebook


def holding(folder: Path, *words: str) -> list[str]:
    """The files in which any of `words` stand."""
    return sorted(
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(word.encode() in path.read_bytes() for word in words)
    )


def test_parts_are_made_once(own: Own) -> None:
    assert own.trouble() is None
    assert own.things is own.things
    assert own.handouts is own.handouts
    assert own.exchange is own.exchange
    assert own.backups is own.backups
    assert own.sessions is own.sessions
    assert own.slide_notes is own.slide_notes
    assert own.polls is own.polls
    assert own.quiz is own.quiz


def test_everything_is_forgotten_but_the_settings(
    own: Own, notebook: Notebook, notes: Path, tmp_path: Path
) -> None:
    fill(notebook, own)
    assert own.counts() == (1, 1, 1, 1)
    own.backups.make()
    notebook.copy_to(tmp_path / "notes.version-2.sqlite")
    notebook.copy_to(tmp_path / "notes.damaged-2026-11-26-12.00.00.sqlite")
    assert len(holding(tmp_path, PRIVATE)) >= 4

    own.forget_everything()

    assert holding(tmp_path, PRIVATE, "crmo://topic/mri") == []
    assert own.things.all() == ()
    assert own.things.folders() == ()
    assert own.things.finished() == frozenset()
    assert own.backups.all() == ()
    assert own.counts() == (0, 0, 0, 0)
    notebook.close()
    with closing(Notebook(notes)) as again:
        assert Settings(again).get(TEXT_SIZE) == 130
    assert holding(tmp_path, PRIVATE, "crmo://topic/mri") == []


def test_another_window_sees_that_all_is_forgotten(own: Own, notebook: Notebook, notes: Path) -> None:
    fill(notebook, own)
    with closing(Notebook(notes)) as other:
        theirs = own_in(other)
        assert theirs.things.changed_elsewhere()

        own.forget_everything()

        assert theirs.things.changed_elsewhere()
        assert theirs.things.all() == ()
        theirs.things.bookmark(SPOT)
    assert len(own.things.all()) == 1


def test_history_is_forgotten_and_what_was_made_stays(own: Own, notebook: Notebook, tmp_path: Path) -> None:
    read(notebook)
    own.things.note(SPOT, "kept")
    own.backups.make()
    notebook.copy_to(tmp_path / "notes.version-2.sqlite")

    own.forget_history()

    assert holding(tmp_path, f"{PRIVATE} search", page().topic.title) == []
    assert [thing.words for thing in own.things.all()] == ["kept"]
    assert len(own.backups.all()) == 1
    assert len(holding(tmp_path, "kept")) == 3


def test_where_nothing_is_kept_forgetting_is_easy(nowhere: Notebook) -> None:
    own = own_in(nowhere)
    fill(nowhere, own)

    own.forget_history()
    own.forget_everything()

    assert own.things.all() == ()


def test_a_file_that_cannot_be_used_is_told_and_nothing_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite"
    path.write_text("Dear diary,")
    with closing(Notebook(path)) as notebook:
        own = own_in(notebook)
        own.things.note(SPOT, "meanwhile")

        for forget in (own.forget_history, own.forget_everything):
            with pytest.raises(NotesFileError):
                forget()

        assert len(own.things.all()) == 1
    assert path.read_text() == "Dear diary,"


def test_what_could_not_be_forgotten_is_told(
    own: Own, notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(notebook, own)
    own.backups.make()
    with monkeypatch.context() as patch:

        def refuse(self: Path, missing_ok: bool = False) -> None:
            raise PermissionError(self)

        patch.setattr(Path, "unlink", refuse)
        with pytest.raises(NotForgottenError):
            own.forget_everything()
    assert own.things.all() == ()

    monkeypatch.setattr(notebook, "write_anew", bool)
    for forget in (own.forget_history, own.forget_everything):
        with pytest.raises(NotForgottenError):
            forget()


def test_at_the_end_what_is_not_saved_is_kept(
    own: Own, notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(own.backups, "keep_unsaved", lambda: asked.append("kept"))

    own.keep_unsaved()
    assert asked == []
    monkeypatch.setattr(Notebook, "has_unsaved", property(bool))
    own.keep_unsaved()

    assert asked == ["kept"]


def test_what_could_not_be_saved_is_kept_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite"
    path.write_text("Dear diary,")
    with closing(Notebook(path)) as notebook:
        own = own_in(notebook)
        own.keep_unsaved()
        assert own.backups.all() == ()
        own.things.bookmark(SPOT)

        own.keep_unsaved()

        (kept,) = own.backups.all()
        assert own.backups.content(kept.backup).bookmarks == 1
