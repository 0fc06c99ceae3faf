"""What the page lists, and what it says of that."""

import pytest

from crmo_desktop.domain.identifiers import OwnPart
from crmo_desktop.gui.pages.own_listing import OwnListing
from crmo_desktop.gui.pages.own_words import Day
from crmo_desktop.services.own_view import Wanted
from tests.gui.pages.own_page import OwnDesk

HISTORY = Wanted(part=OwnPart.HISTORY)


@pytest.fixture
def listing(own: OwnDesk) -> OwnListing:
    return own.page.listing


def test_rows_of_things_and_of_visits_below_their_days(own: OwnDesk, listing: OwnListing) -> None:
    own.visited("MRI", days_ago=1)

    assert len(listing.rows(Wanted())) == 6
    day, visit = listing.rows(HISTORY)
    assert isinstance(day, Day)
    assert listing.row(day).title == "Yesterday"
    assert listing.row(visit).title == "MRI"
    assert listing.summary([day, visit], HISTORY) == "1 visit"


def test_a_row_knows_its_place_once_that_was_looked_up(own: OwnDesk, listing: OwnListing) -> None:
    gone, here = own.made["gone"], own.made["yellow"]
    listing.forget()
    listing.read()
    assert not listing.row(gone).is_gone

    assert listing.look_up(gone)
    assert not listing.look_up(gone), "that is no news any more"
    assert not listing.look_up(here)

    assert listing.row(gone).is_gone
    assert not listing.row(here).is_gone


def test_of_days_and_visits_nothing_is_looked_up(own: OwnDesk, listing: OwnListing) -> None:
    own.visited("MRI")

    assert not any(listing.look_up(row) for row in listing.rows(HISTORY))


def test_what_was_looked_up_is_forgotten(own: OwnDesk, listing: OwnListing) -> None:
    listing.look_up(own.made["gone"])

    listing.forget()

    assert not listing.row(own.made["gone"]).is_gone
    assert listing.view.things == ()


def test_the_choice_at_the_left(own: OwnDesk, listing: OwnListing) -> None:
    folder = own.made["whole"].folder
    choice = listing.choice(Wanted(folder=folder))

    assert (choice.part, choice.folder) == (None, str(folder))
    assert choice.counts == {"": 6, "bookmarks": 2, "highlights": 3, "notes": 1}
    assert [(name, number) for _, name, number in choice.folders] == [("Next visit", 2), ("School", 1)]
    assert listing.choice(Wanted()).part == ""


def test_the_last_backup_is_told(own: OwnDesk, listing: OwnListing) -> None:
    own.sources.backups.make()

    listing.read()

    assert "6 things, kept on this computer · Last backup today, " in listing.status((), Wanted())


def test_where_nothing_is_listed_a_link_leads_on(own: OwnDesk, listing: OwnListing) -> None:
    assert listing.nothing(Wanted(words="xyzzy"))[1] == "Show everything"
    assert listing.nothing(HISTORY) == ("Nothing was read yet.", "")
    assert not listing.leads_to_settings(HISTORY)

    own.sources.preferences.keeps_history = False
    assert listing.nothing(HISTORY)[1] == "Settings"
    assert listing.leads_to_settings(HISTORY)

    own.sources.things.delete([thing.id for thing in own.made.values()])
    listing.read()
    assert listing.nothing(Wanted())[1] == ""
