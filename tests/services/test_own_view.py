"""Of the things only what is wanted, counted, looked through and put in order."""

from datetime import UTC, datetime

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import OwnPart
from crmo_desktop.domain.own_things import Colour, Folder, FolderId, Kind, Quote, Spot, Thing, ThingId
from crmo_desktop.services.own_view import Order, OwnView, Wanted, folded

VISIT, SCHOOL = FolderId(1), FolderId(2)
FOLDERS = (Folder(id=VISIT, uid="v", name="Next visit"), Folder(id=SCHOOL, uid="s", name="Schule für Lena"))
RANKS = {"mri": (3, 0), "jaw": (1, 0), "tibia": (2, 0)}


def thing(
    number: int,
    topic: str,
    kind: Kind = Kind.NOTE,
    *,
    words: str = "",
    folder: FolderId | None = None,
    colour: Colour | None = None,
    quote: str = "",
) -> Thing:
    now = datetime(2026, 11, number, tzinfo=UTC)
    return Thing(
        id=ThingId(number),
        uid=f"{number}",
        kind=kind,
        spot=Spot(page=f"crmo://topic/{topic}", audience=Audience.PATIENT, title=topic, section_title="Day"),
        folder=folder,
        colour=colour,
        quote=Quote(exact=quote) if quote else None,
        words=words,
        edition="2026-11-26",
        made=now,
        changed=now,
    )


MARK = thing(4, "mri", Kind.HIGHLIGHT, colour=Colour.GREEN, quote="sore spots", folder=VISIT)
NOTE = thing(3, "tibia", words="Frag die Röntgenärztin. ", folder=SCHOOL)
BOOKMARK = thing(2, "jaw", Kind.BOOKMARK)
FIRST = thing(1, "mri", Kind.HIGHLIGHT, colour=Colour.PINK, quote="30 to 45 minutes", words="Straße")
THINGS = (MARK, NOTE, BOOKMARK, FIRST)


def rank(spot: Spot) -> tuple[int, int]:
    return RANKS[spot.title]


@pytest.fixture
def view() -> OwnView:
    return OwnView(THINGS, FOLDERS, rank)


def test_without_a_wish_everything_is_there_the_latest_first(view: OwnView) -> None:
    assert Wanted().is_everything
    assert view.chosen(Wanted()) == THINGS


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(part=OwnPart.BOOKMARKS), (BOOKMARK,)),
        (Wanted(part=OwnPart.HIGHLIGHTS), (MARK, FIRST)),
        (Wanted(part=OwnPart.NOTES), (NOTE,)),
        (Wanted(folder=SCHOOL), (NOTE,)),
        (Wanted(folder=VISIT, part=OwnPart.NOTES), ()),
        (Wanted(colour=Colour.PINK), (FIRST,)),
        (Wanted(colour=Colour.BLUE), ()),
    ],
)
def test_a_part_a_folder_or_a_colour(wanted: Wanted, found: tuple[Thing, ...], view: OwnView) -> None:
    assert view.chosen(wanted) == found
    assert not wanted.is_everything


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("MRI", (MARK, FIRST)),
        ("mri sore", (MARK,)),
        ("rontgen", (NOTE,)),
        ("RÖNTGEN", (NOTE,)),
        ("visit", (MARK,)),
        ("schule fur", (NOTE,)),
        ("strasse", (FIRST,)),
        ("day jaw", (BOOKMARK,)),
        ("  ", THINGS),
        ("xyzzy", ()),
    ],
)
def test_words_are_looked_for_in_all_that_a_thing_says(
    words: str, found: tuple[Thing, ...], view: OwnView
) -> None:
    assert view.chosen(Wanted(words=words)) == found


def test_orders(view: OwnView) -> None:
    def ordered(order: Order) -> tuple[Thing, ...]:
        return view.chosen(Wanted(order=order))

    assert ordered(Order.OLDEST) == THINGS[::-1]
    assert ordered(Order.TITLE) == (BOOKMARK, MARK, FIRST, NOTE)
    assert ordered(Order.TOPICS) == (BOOKMARK, NOTE, FIRST, MARK)


def test_counts(view: OwnView) -> None:
    counts = view.counts

    assert counts.parts == {
        OwnPart.EVERYTHING: 4,
        OwnPart.BOOKMARKS: 1,
        OwnPart.HIGHLIGHTS: 2,
        OwnPart.NOTES: 1,
    }
    assert counts.folders == {VISIT: 1, SCHOOL: 1}
    assert counts.colours == {Colour.GREEN: 1, Colour.PINK: 1}
    assert view.names == {VISIT: "Next visit", SCHOOL: "Schule für Lena"}


@pytest.mark.parametrize(
    ("words", "plain"),
    [("ABC", "abc"), ("Röntgen", "rontgen"), ("Œuvre ß", "oeuvre ss"), ("ﬁnger", "finger")],
)
def test_folded_words(words: str, plain: str) -> None:
    assert folded(words) == plain
