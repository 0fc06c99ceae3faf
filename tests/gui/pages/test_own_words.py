"""Rows, times, states and deletions in words."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import OwnPart
from crmo_desktop.domain.own_things import Colour, FolderId, Kind, Quote, Spot, Thing, ThingId
from crmo_desktop.gui.pages.own_words import ThingWords, begun, shortened
from crmo_desktop.services.own_places import Standing
from crmo_desktop.services.own_view import Order, Wanted
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.store.history import Visit

NOW = datetime(2026, 11, 26, 12, 0).astimezone()
VISIT = FolderId(3)
FOLDERS = {VISIT: "Next visit"}
MARK = Thing(
    id=ThingId(1),
    uid="a",
    kind=Kind.HIGHLIGHT,
    spot=Spot(
        page="crmo://topic/what-is-crmo",
        audience=Audience.PATIENT,
        title="What is CRMO?",
        section="in-short",
        section_title="In short",
    ),
    folder=VISIT,
    colour=Colour.YELLOW,
    quote=Quote(exact="most often the long bones"),
    words="Ask about this on Thursday.",
    edition="2026-11-22",
    made=datetime(2026, 11, 26, 9, 12).astimezone(UTC),
    changed=datetime(2026, 11, 26, 9, 12).astimezone(UTC),
)
WHOLE = replace(
    MARK,
    kind=Kind.BOOKMARK,
    spot=replace(MARK.spot, section=None, section_title=""),
    folder=None,
    colour=None,
    quote=None,
    words="",
)


@pytest.fixture
def words(reading: ReadingService) -> ThingWords:
    return ThingWords(reading.edition)


def test_a_row_says_all_of_a_highlight(words: ThingWords) -> None:
    row = words.row(MARK, FOLDERS, Standing.HERE, NOW)

    assert (row.icon, row.title, row.when) == ("highlight", "What is CRMO?", "Today, 09:12")
    assert (row.quote, row.colour, row.words) == ("most often the long bones", 1, MARK.words)
    assert row.foot == "In short · folder Next visit"
    assert row.spoken == (
        "Highlight, yellow, 1, What is CRMO?: most often the long bones. "
        "Note: Ask about this on Thursday. In short · folder Next visit. Today, 09:12"
    )


def test_a_row_of_a_bookmark_or_note_of_a_whole_topic(words: ThingWords) -> None:
    assert words.row(WHOLE, FOLDERS, Standing.HERE, NOW).foot == "Whole topic"
    assert words.row(WHOLE, FOLDERS, Standing.HERE, NOW).spoken.startswith("Bookmark, What is CRMO?. Whole")
    note = replace(WHOLE, kind=Kind.NOTE)
    assert words.row(note, FOLDERS, Standing.HERE, NOW).foot == "Note on the topic"


@pytest.mark.parametrize(
    ("thing", "standing", "begins"),
    [
        (MARK, Standing.GONE, "No longer on this page since the edition of"),
        (WHOLE, Standing.GONE, "This section is no longer there since the edition of"),
        (MARK, Standing.NO_PAGE, "This page is no longer there since the edition of"),
    ],
)
def test_what_is_gone_is_told_and_kept(
    thing: Thing, standing: Standing, begins: str, words: ThingWords
) -> None:
    row = words.row(thing, FOLDERS, standing, NOW)

    assert row.is_gone
    assert row.foot.startswith(begins)
    assert row.foot.endswith("Your words are kept.")
    assert words.standing(standing, thing) == row.foot
    assert words.standing(Standing.HERE, thing) == ""


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "Today, 12:00"), (1, "Yesterday"), (8, "18 November"), (400, "22 October 2025")],
)
def test_when_something_was_made(days: int, said: str, words: ThingWords) -> None:
    assert words.when(NOW - timedelta(days=days), NOW) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "Last backup today, 12:00"),
        (1, "Last backup yesterday, 12:00"),
        (4, "Last backup 22 November 2026"),
    ],
)
def test_when_the_last_backup_was_made(days: int, said: str, words: ThingWords) -> None:
    assert words.backup(NOW - timedelta(days=days), NOW) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "Today"), (1, "Yesterday"), (4, "Sunday, 22 November 2026"), (-1, "Friday, 27 November 2026")],
)
def test_days_of_the_history(days: int, said: str, words: ThingWords) -> None:
    row = words.day_row((NOW - timedelta(days=days)).date(), NOW)

    assert (row.icon, row.title) == ("", said)


def test_visits(words: ThingWords) -> None:
    row = words.visit_row("Spine", NOW)
    visit = Visit(address="crmo://topic/spine", title="Spine", audience=Audience.CLINICIAN, when=NOW)

    assert (row.icon, row.title, row.when, row.spoken) == ("history", "Spine", "12:00", "12:00, Spine")
    assert words.read_on(NOW, Audience.PATIENT).endswith("12:00, as written for families")
    assert words.copied_visit(visit).splitlines() == [
        "Spine",
        "Read on Thursday, 26 November 2026, 12:00, as written for clinicians",
        "crmo://topic/spine",
    ]


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted(words="abc"), "Nothing of yours has “abc” in it."),
        (Wanted(colour=Colour.GREEN), "No highlight in green."),
        (Wanted(folder=VISIT), "Nothing lies in the folder “Next visit”."),
        (Wanted(part=OwnPart.BOOKMARKS), "No bookmarks."),
        (Wanted(part=OwnPart.HIGHLIGHTS), "No highlights."),
        (Wanted(part=OwnPart.NOTES), "No notes."),
    ],
)
def test_why_nothing_is_listed(wanted: Wanted, said: str, words: ThingWords) -> None:
    assert words.nothing(wanted, FOLDERS) == said


def test_why_no_visit_is_listed(words: ThingWords) -> None:
    assert words.no_visits(Wanted()) == "Nothing was read yet."
    assert "“spine”" in words.no_visits(Wanted(words="spine"))


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted(), "Everything"),
        (Wanted(part=OwnPart.HISTORY), "History"),
        (Wanted(folder=VISIT), "Next visit"),
        (Wanted(colour=Colour.PINK), "Highlights, pink"),
    ],
)
def test_what_is_shown(wanted: Wanted, said: str, words: ThingWords) -> None:
    assert words.chosen(wanted, FOLDERS) == said


def test_every_order_and_part_has_a_name(words: ThingWords) -> None:
    assert len({words.order(order) for order in Order}) == len(Order)
    assert len({words.part(part) for part in OwnPart}) == len(OwnPart)
    assert words.title(OwnPart.NOTES) != words.title(OwnPart.HISTORY)


def test_numbers(words: ThingWords) -> None:
    assert [words.number(n, visits=False) for n in (1, 2)] == ["1 thing", "2 things"]
    assert [words.number(n, visits=True) for n in (1, 2)] == ["1 visit", "2 visits"]
    assert words.chosen_number(3, visits=False) == "3 things chosen"
    assert words.chosen_number(3, visits=True) == "3 visits chosen"


def test_deletions(words: ThingWords) -> None:
    note = replace(WHOLE, kind=Kind.NOTE)

    assert words.deleted((WHOLE,)) == "Bookmark “What is CRMO?” deleted"
    assert words.deleted((MARK,)) == "Highlight in “In short” deleted"
    assert words.deleted((note,)) == "Note on “What is CRMO?” deleted"
    assert words.deleted((MARK, note)) == "2 things deleted"
    assert words.deleted_visits(["Spine", "Jaw"]) == "2 visits deleted"
    assert shortened("x" * 60) == "x" * 39 + "…"


def test_a_copy_says_where_it_is_from_and_what_it_is_not(words: ThingWords) -> None:
    assert words.copied(MARK).splitlines() == [
        "What is CRMO? › In short",
        "“most often the long bones”",
        "Ask about this on Thursday.",
        "From CRMO Desktop, edition of 22 November 2026. crmo://topic/what-is-crmo#in-short",
        "Information, not medical advice",
    ]
    assert words.copied(replace(WHOLE, edition="")).splitlines()[-1] == "Information, not medical advice"


def test_days_are_written_out(words: ThingWords) -> None:
    assert words.day(date(2026, 11, 22)) == "22 November 2026"


def test_a_row_begins_what_is_too_long_for_it() -> None:
    assert begun("Short.") == "Short."
    assert begun("word " * 100).endswith("word …")
    assert len(begun("word " * 100)) < 305
    assert begun("x" * 400) == "x" * 300 + " …"
