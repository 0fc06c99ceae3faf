"""Bookmarks, highlights, notes, folders and finished topics in the reader's file."""

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.own_things import (
    Colour,
    Folder,
    FolderId,
    Kind,
    Quote,
    Removed,
    Spot,
    Thing,
    ThingId,
)
from crmo_desktop.store.database import Notebook, open_notebook
from crmo_desktop.store.own_things import OwnThingRepository

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
LATER = NOON + timedelta(minutes=5)
SPOT = Spot(
    page="crmo://topic/mri",
    section="in-short",
    audience=Audience.PATIENT,
    title="MRI scan",
    section_title="In short",
)
HIGHLIGHT = Thing(
    id=ThingId(0),
    uid="a",
    kind=Kind.HIGHLIGHT,
    spot=SPOT,
    folder=None,
    colour=Colour.BLUE,
    quote=Quote(exact="A picture", prefix="", suffix=" of bones"),
    words="",
    edition="2026-11-23",
    made=NOON,
    changed=NOON,
)
PLAIN = replace(HIGHLIGHT, kind=Kind.NOTE, colour=None, quote=None, words="ask\nabout this ü 👍")


@pytest.fixture
def notebook(path: Path) -> Iterator[Notebook]:
    with closing(open_notebook(path)) as opened:
        yield opened


@pytest.fixture
def things(notebook: Notebook) -> OwnThingRepository:
    return OwnThingRepository(notebook)


def note(uid: str, **values: Any) -> Thing:
    return replace(PLAIN, uid=uid, **values)


def uids(things: OwnThingRepository) -> list[str]:
    return [thing.uid for thing in things.all()]


# --- things


@pytest.mark.parametrize("thing", [HIGHLIGHT, PLAIN, replace(PLAIN, kind=Kind.BOOKMARK, words="")])
def test_a_thing_comes_back_as_it_was(thing: Thing, things: OwnThingRepository) -> None:
    there = replace(thing, made=NOON.astimezone(timezone(timedelta(hours=5, minutes=30))))

    added = things.add(there)

    assert added == replace(thing, id=added.id)
    assert added.made.tzinfo is UTC
    assert things.get(added.id) == things.with_uid("a") == added
    assert things.all() == things.on_page("crmo://topic/mri") == (added,)
    assert things.on_page("crmo://topic/ct") == ()


def test_the_whole_page_may_be_meant(things: OwnThingRepository) -> None:
    spot = Spot(page="crmo://topic/mri", audience=Audience.CLINICIAN, title="MRI")

    assert things.add(note("a", spot=spot)).spot == spot


def test_the_latest_comes_first_even_if_the_clock_went_back(things: OwnThingRepository) -> None:
    for days, uid in enumerate("abc"):
        things.add(note(uid, made=NOON - timedelta(days=days)))

    assert uids(things) == ["c", "b", "a"]
    assert [thing.uid for thing in things.on_page(SPOT.page)] == ["a", "b", "c"]


@pytest.mark.parametrize("name", ["made", "changed"])
def test_a_time_without_its_zone_is_refused(name: str, things: OwnThingRepository) -> None:
    with pytest.raises(ValueError, match="zone"):
        things.add(note("a", **{name: NOON.replace(tzinfo=None)}))
    assert things.all() == ()


def test_what_another_window_deletes_at_once_is_told_as_it_was(
    things: OwnThingRepository, notebook: Notebook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = notebook.write

    def write_and_lose(*statements: Any) -> None:
        write(*statements)
        with closing(open_notebook(path)) as other:
            other.write(("DELETE FROM thing", ()))

    monkeypatch.setattr(notebook, "write", write_and_lose)

    assert things.add(PLAIN) == PLAIN


def test_words_are_changed_and_nothing_else(things: OwnThingRepository) -> None:
    added = things.add(HIGHLIGHT)

    things.set_words(added.id, "new", LATER)

    assert things.get(added.id) == replace(added, words="new", changed=LATER)
    things.set_words(added.id, "new", LATER + timedelta(days=1))
    assert things.all() == (replace(added, words="new", changed=LATER),)  # it is what it was


def test_only_highlights_have_colours(things: OwnThingRepository) -> None:
    one, other = things.add(HIGHLIGHT), things.add(note("b"))

    things.set_colour(one.id, Colour.PINK, LATER)
    things.set_colour(other.id, Colour.PINK, LATER)

    assert things.all() == (other, replace(one, colour=Colour.PINK, changed=LATER))


def test_two_windows_change_different_things_of_one_thing(things: OwnThingRepository, path: Path) -> None:
    added = things.add(HIGHLIGHT)
    with closing(open_notebook(path)) as notebook:
        OwnThingRepository(notebook).set_words(added.id, "there", LATER)

    things.set_colour(added.id, Colour.GREEN, LATER)

    assert things.get(added.id) == replace(added, words="there", colour=Colour.GREEN, changed=LATER)


def test_deleted_is_deleted(things: OwnThingRepository) -> None:
    added = [things.add(note(uid)) for uid in "abc"]

    things.delete(added[:2])
    things.delete([])

    assert uids(things) == ["c"]
    assert things.get(added[0].id) is None
    assert things.with_uid("a") is None


# --- folders


def test_folders_stand_by_name(things: OwnThingRepository) -> None:
    for uid, name in [("1", "school"), ("2", "Doctor"), ("3", "Ärzte")]:
        assert things.add_folder(uid, name).uid == uid

    assert [folder.name for folder in things.folders()] == ["Doctor", "school", "Ärzte"]


def test_a_name_is_given_once_in_any_letters_case(things: OwnThingRepository) -> None:
    first = things.add_folder("1", "School")

    assert things.add_folder("2", "SCHOOL") == first
    assert things.folders() == (first,)


def test_a_folder_is_renamed_unless_the_name_is_taken(things: OwnThingRepository) -> None:
    one, other = things.add_folder("1", "School"), things.add_folder("2", "Doctor")

    assert things.rename_folder(one.id, "SCHOOL")
    assert not things.rename_folder(one.id, "doctor")
    assert not things.rename_folder(FolderId(99), "nobody")
    assert things.folders() == (other, replace(one, name="SCHOOL"))


def test_things_lie_in_folders(things: OwnThingRepository) -> None:
    folder = things.add_folder("1", "School")
    added = [things.add(note(uid)) for uid in "ab"]

    things.lay([thing.id for thing in added], folder.id, LATER)
    assert [(thing.folder, thing.changed) for thing in things.all()] == [(folder.id, LATER)] * 2
    things.lay([added[0].id], FolderId(99), LATER)  # another window has just deleted it
    things.lay([added[1].id], None, LATER)

    assert [thing.folder for thing in things.all()] == [None, folder.id]
    assert things.add(note("c", folder=folder.id)).folder == folder.id
    assert things.add(note("d", folder=FolderId(99))).folder is None


def test_what_lay_in_a_folder_stays_when_that_goes(things: OwnThingRepository) -> None:
    folder = things.add_folder("1", "School")
    added = things.add(note("a", folder=folder.id))

    things.delete_folder(folder.id)

    assert things.folders() == ()
    assert things.all() == (replace(added, folder=None),)


# --- bringing back


def test_things_come_back_in_their_places(things: OwnThingRepository) -> None:
    folder = things.add_folder("1", "School")
    added = [things.add(note(uid, folder=folder.id)) for uid in "abc"]
    before = things.all()
    things.delete(added[1:])
    things.add(note("d"))

    things.restore(Removed(things=tuple(added[1:])))

    assert uids(things) == ["d", "c", "b", "a"]
    assert things.all()[1:] == before


def test_a_number_that_another_thing_has_meanwhile_costs_nothing(
    things: OwnThingRepository, notebook: Notebook
) -> None:
    added = things.add(note("a"))
    things.delete([added])
    notebook.write(("UPDATE sqlite_sequence SET seq = 0", ()))
    other = things.add(note("b"))
    assert other.id == added.id

    things.restore(Removed(things=(added,)))

    assert {thing.uid: thing.id for thing in things.all()} == {"b": added.id, "a": ThingId(2)}


def test_what_is_there_again_stays_as_it_is(things: OwnThingRepository) -> None:
    folder = things.add_folder("1", "School")
    added = things.add(note("a"))
    things.delete([added])
    removed = Removed(things=(added,))
    things.restore(removed)
    things.set_words(added.id, "newer", LATER)
    things.lay([added.id], folder.id, LATER)

    things.restore(removed)

    assert things.all() == (replace(added, words="newer", folder=folder.id, changed=LATER),)


def test_a_thing_whose_folder_has_gone_comes_back_without_it(things: OwnThingRepository) -> None:
    folder = things.add_folder("1", "School")
    added = things.add(note("a", folder=folder.id))
    things.delete([added])
    things.delete_folder(folder.id)

    things.restore(Removed(things=(added,)))

    assert things.all() == (replace(added, folder=None),)


def test_a_folder_comes_back_with_what_lay_in_it(things: OwnThingRepository) -> None:
    folder, other = things.add_folder("1", "School"), things.add_folder("2", "Doctor")
    one, two = (things.add(note(uid, folder=folder.id)) for uid in "ab")
    things.delete_folder(folder.id)
    things.lay([two.id], other.id, LATER)

    things.restore(Removed(folders=(folder,), emptied=((one.id, folder.id), (two.id, folder.id))))

    assert folder in things.folders()
    assert [thing.folder for thing in things.all()] == [other.id, folder.id]  # moved is moved


def test_what_lay_in_a_folder_goes_into_its_namesake(things: OwnThingRepository) -> None:
    folder = things.add_folder("1", "School")
    added = things.add(note("a", folder=folder.id))
    things.delete_folder(folder.id)
    again = things.add_folder("2", "school")

    things.restore(Removed(folders=(folder,), emptied=((added.id, folder.id),)))

    assert things.folders() == (again,)
    assert [thing.folder for thing in things.all()] == [again.id]


def test_a_folder_whose_number_is_taken_comes_back_with_another(
    things: OwnThingRepository, notebook: Notebook
) -> None:
    folder = things.add_folder("1", "School")
    added = things.add(note("a", folder=folder.id))
    things.delete_folder(folder.id)
    notebook.write(("UPDATE sqlite_sequence SET seq = 0 WHERE name = 'folder'", ()))
    other = things.add_folder("2", "Doctor")
    assert other.id == folder.id

    things.restore(Removed(folders=(folder,), emptied=((added.id, folder.id),)))

    back = next(one for one in things.folders() if one.uid == "1")
    assert back == Folder(id=FolderId(2), uid="1", name="School")
    assert things.all()[0].folder == back.id


# --- rows that cannot be read


@pytest.mark.parametrize(
    "change",
    [
        "audience = 'nobody'",
        "colour = 9",
        "colour = NULL",
        "colour = 'blue'",
        "exact = ''",
        "exact = NULL",
        "exact = x'00ff'",
        "title = x'00ff'",
        "words = x'ff'",
        "made_at = 'yesterday'",
        "changed_at = '0001-01-01T00:00:00+00:00'",
        "changed_at = x'00'",
        "section = x'ff'",
    ],
)
def test_a_row_that_cannot_be_read_hides_no_other_and_stays(
    change: str, things: OwnThingRepository, notebook: Notebook
) -> None:
    odd, fine = things.add(HIGHLIGHT), things.add(note("b"))
    notebook.write((f"UPDATE thing SET {change} WHERE id = ?", (odd.id,)))

    assert things.all() == things.on_page(SPOT.page) == (fine,)
    assert things.get(odd.id) is None
    assert notebook.read("SELECT count(*) FROM thing") == [(2,)]
    assert notebook.problem is None


def test_a_kind_of_a_later_version_is_left_out(things: OwnThingRepository, notebook: Notebook) -> None:
    added = things.add(PLAIN)
    notebook.write(
        ("PRAGMA ignore_check_constraints = ON", ()),
        ("UPDATE thing SET kind = 'drawing' WHERE id = ?", (added.id,)),
    )

    assert things.all() == ()


def test_what_only_a_highlight_has_is_not_read_of_others(
    things: OwnThingRepository, notebook: Notebook
) -> None:
    added = things.add(PLAIN)
    notebook.write(("UPDATE thing SET colour = 9, exact = 'words', prefix = 'a'", ()))

    assert things.all() == (added,)


def test_a_time_without_its_zone_is_taken_for_utc(things: OwnThingRepository, notebook: Notebook) -> None:
    added = things.add(HIGHLIGHT)
    notebook.write(("UPDATE thing SET made_at = '2026-11-26T12:00:00', prefix = NULL, suffix = NULL", ()))

    assert things.all() == (replace(added, quote=Quote(exact="A picture")),)


# --- finished topics


def test_topics_are_finished_and_not(things: OwnThingRepository, notebook: Notebook) -> None:
    things.finish("mri", NOON)
    things.finish("ct", NOON)
    things.finish("mri", LATER)
    things.unfinish("ct")
    things.unfinish("nothing")

    assert things.finished() == {"mri"}
    assert notebook.read("SELECT finished_at FROM finished") == [("2026-11-26T12:00:00+00:00",)]


# --- the file


def test_another_window_is_noticed(things: OwnThingRepository, path: Path) -> None:
    before = things.stamp()
    with closing(open_notebook(path)) as other:
        OwnThingRepository(other).add(PLAIN)

    assert things.stamp() != before
    assert uids(things) == ["a"]


def test_what_is_made_while_the_file_cannot_be_used_is_carried_over(path: Path) -> None:
    open_notebook(path).close()
    kept = path.read_bytes()
    path.write_bytes(b"Dear diary,")
    with closing(open_notebook(path)) as notebook:
        things = OwnThingRepository(notebook)
        folder = things.add_folder("1", "School")
        added = things.add(HIGHLIGHT)
        things.lay([added.id], folder.id, NOON)
        things.set_words(added.id, "meanwhile", NOON)
        path.write_bytes(kept)

        assert notebook.try_again()

    with closing(open_notebook(path)) as notebook:
        (found,) = OwnThingRepository(notebook).all()
        (school,) = OwnThingRepository(notebook).folders()
        assert (found.words, found.folder) == ("meanwhile", school.id)


def test_many_things_are_read_quickly_and_those_of_a_page_by_their_index(
    things: OwnThingRepository, notebook: Notebook
) -> None:
    things.add(HIGHLIGHT)
    columns = "kind, section, audience, title, section_title, colour, exact, prefix, suffix, words, edition"
    query = f"""WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 4999)
        INSERT INTO thing (uid, page, {columns}, made_at, changed_at)
        SELECT 'u' || n, 'crmo://topic/t' || (n % 100), {columns}, made_at, changed_at FROM thing, numbers"""
    notebook.write((query, ()))
    times = []
    for _ in range(5):
        begin = time.process_time()
        assert len(things.all()) == 5000
        times.append(time.process_time() - begin)

    assert min(times) < 0.25  # 33 ms where nothing else runs
    assert len(things.on_page("crmo://topic/t7")) == 50
    plan = notebook.read("EXPLAIN QUERY PLAN SELECT * FROM thing WHERE page = 'a' ORDER BY id")
    assert "thing_page" in plan[0][-1]
