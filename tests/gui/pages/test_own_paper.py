"""The reader's own things on paper: tests of `crmo_desktop.gui.pages.own_paper`."""

from dataclasses import replace

from crmo_desktop.domain.identifiers import OwnPart
from crmo_desktop.domain.own_things import Colour
from crmo_desktop.domain.publication import OwnList, OwnWords
from crmo_desktop.services.own_view import Order, Wanted
from tests.gui.pages.own_page import OwnDesk


def test_things_stand_below_their_topics(own: OwnDesk) -> None:
    own.page.show_part(OwnPart.EVERYTHING)
    publication = own.page.publication()

    assert publication is not None
    assert publication.title == "My notes and marks"
    lists = [part for part in publication.contents if isinstance(part, OwnList)]
    assert len({part.heading for part in lists}) == len(lists)
    entries = [entry for part in lists for entry in part.entries]
    assert len(entries) == len(own.made)
    note = next(entry for entry in entries if entry.kind == "Note")
    assert note.words == "Ask about this on Thursday.\nBring the box."
    assert "folder School" in note.facts
    gone = next(entry for entry in entries if entry.kind == "Highlight, pink")
    assert "No longer on this page" in gone.facts


def test_a_title_says_what_was_chosen(own: OwnDesk) -> None:
    own.page.show_part(OwnPart.EVERYTHING)
    listing = own.page.listing
    blue = Wanted(part=OwnPart.HIGHLIGHTS, colour=Colour.BLUE, order=Order.TITLE)

    publication = listing.publication(blue)
    assert publication is not None
    assert publication.title == "My notes and marks: Highlights, blue"
    with_words = listing.publication(replace(Wanted(), words="Thursday"))
    assert with_words is not None
    assert with_words.title == "My notes and marks, with “Thursday”"
    assert listing.publication(Wanted(words="unheard of")) is None


def test_the_history_is_a_list_by_day(own: OwnDesk) -> None:
    own.visited("MRI", days_ago=1)
    own.visited("Pain", "Spine")
    own.page.show_part(OwnPart.HISTORY)
    publication = own.page.publication()

    assert publication is not None
    assert publication.title == "History"
    days = [part for part in publication.contents if isinstance(part, OwnWords)]
    assert [len(day.lines) for day in days] == [2, 1]
    assert days[1].lines[0].endswith("MRI")
