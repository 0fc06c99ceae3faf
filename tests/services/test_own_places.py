"""What the places of the reader's things are like in the edition that is open."""

from datetime import UTC, datetime

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.own_things import Colour, Kind, Quote, Spot, Thing, ThingId
from crmo_desktop.services.own_places import OwnPlaces, Standing, _beginning, _end_of, _until_end
from crmo_desktop.services.reading import ReadingService

PAIN, SCAN = "crmo://topic/pain", "crmo://topic/scan"


@pytest.fixture
def places(reading: ReadingService) -> OwnPlaces:
    return OwnPlaces(reading)


def thing(page: str, section: str | None = None, quote: Quote | None = None) -> Thing:
    now = datetime(2026, 11, 1, tzinfo=UTC)
    return Thing(
        id=ThingId(1),
        uid="1",
        kind=Kind.NOTE if quote is None else Kind.HIGHLIGHT,
        spot=Spot(page=page, audience=Audience.PATIENT, title="", section=section),
        folder=None,
        colour=None if quote is None else Colour.BLUE,
        quote=quote,
        words="",
        edition="",
        made=now,
        changed=now,
    )


FIRST_SIGN = Quote(
    exact="first sign in 17 of 40", prefix="In short It was the ", suffix=" children. Ask your team"
)
GONE = Quote(exact="nobody ever wrote this sentence here", prefix="Before. ", suffix=" After.")


@pytest.mark.parametrize(
    ("page", "section", "quote", "standing"),
    [
        (PAIN, None, None, Standing.HERE),
        (PAIN, "how-often", None, Standing.HERE),
        (PAIN, "who", None, Standing.GONE),
        (PAIN, "in-short", FIRST_SIGN, Standing.HERE),
        (PAIN, "no-longer-there", FIRST_SIGN, Standing.HERE),
        (PAIN, "in-short", GONE, Standing.GONE),
        ("crmo://topic/no-such", None, None, Standing.NO_PAGE),
        ("crmo://topic/no-such", None, GONE, Standing.NO_PAGE),
        ("crmo://home", None, None, Standing.NO_PAGE),
        ("crmo://picture/no-such", None, None, Standing.NO_PAGE),
        ("not an address!", None, None, Standing.NO_PAGE),
    ],
)
def test_whether_a_place_is_still_there(
    page: str, section: str | None, quote: Quote | None, standing: Standing, places: OwnPlaces
) -> None:
    one = thing(page, section, quote)

    assert places.standing(one) is standing
    assert places.standing(one) is standing, "and again, from memory"
    assert places.has_page(one.spot) is (standing is not Standing.NO_PAGE)


def test_a_picture_is_a_page_where_the_edition_has_it(
    places: OwnPlaces, reading: ReadingService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "has_figure", lambda id: id == "bone-map")
    one = thing("crmo://picture/bone-map")

    assert places.standing(one) is Standing.HERE
    assert places.has_page(one.spot)
    assert places.surroundings(one).after == ""


def test_ranks_follow_topics_then_sections(places: OwnPlaces) -> None:
    spots = [
        thing(page, section).spot
        for page, section in (
            (PAIN, None),
            (PAIN, "in-short"),
            (PAIN, "how-often"),
            (SCAN, None),
            (SCAN, "day"),
            ("crmo://topic/no-such", None),
        )
    ]

    ranks = [places.rank(spot) for spot in spots]

    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)


def test_what_stands_round_a_quote_is_its_sentence(places: OwnPlaces) -> None:
    around = places.surroundings(thing(PAIN, "in-short", FIRST_SIGN))

    assert (around.before, around.words, around.after) == (
        "It was the ",
        "first sign in 17 of 40",
        " children.",
    )
    assert around.chapter == "Bones"
    assert around.standing is Standing.HERE


def test_a_quote_is_found_on_the_rest_of_its_page(places: OwnPlaces) -> None:
    around = places.surroundings(thing(PAIN, "how-often", FIRST_SIGN))

    assert around.words == "first sign in 17 of 40"


def test_of_a_quote_that_is_gone_what_was_kept_with_it(places: OwnPlaces) -> None:
    around = places.surroundings(thing(PAIN, "in-short", GONE))

    assert (around.before, around.words, around.after) == (GONE.prefix, GONE.exact, GONE.suffix)
    assert around.standing is Standing.GONE


@pytest.mark.parametrize(
    ("page", "section", "begins"),
    [
        (PAIN, None, "CRMO makes bones hurt."),
        (PAIN, "in-short", "It was the first sign"),
        (SCAN, "day", "The MRI takes 30 to 45 minutes."),
        ("crmo://topic/no-such", None, ""),
    ],
)
def test_without_a_quote_how_the_place_begins(
    page: str, section: str | None, begins: str, places: OwnPlaces
) -> None:
    around = places.surroundings(thing(page, section))

    assert around.after.startswith(begins)
    assert "[" not in around.after
    assert (around.before, around.words) == ("", "")


LONG = "Bone pain comes and goes and nobody can say for how long it will stay away this time or the next, "


def test_long_texts_are_cut_between_sentences_or_words() -> None:
    assert _beginning("One. " + LONG * 4) == "One."
    assert _beginning(LONG * 4).endswith("…")
    assert len(_beginning(LONG * 4)) <= 321
    assert _end_of("One. Two and ") == "Two and "
    assert _end_of("Two and ") == "Two and "
    assert _end_of(LONG * 4).startswith("…")
    assert not _end_of(LONG * 4)[1].isspace()
    assert _until_end(" two. Three.") == " two."
    assert _until_end(" two") == " two"
    assert _until_end(LONG * 4).endswith(" …")
