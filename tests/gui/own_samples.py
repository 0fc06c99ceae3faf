"""Things that a reader may have made, on pages of the real edition."""

from typing import TYPE_CHECKING

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicAddress, TopicId
from crmo_desktop.domain.own_things import Colour, Quote, Spot, Thing
from crmo_desktop.domain.page_words import words_of
from crmo_desktop.domain.text_quote import quote_of
from crmo_desktop.services.own_things import OwnThings
from crmo_desktop.services.reading import ReadingService

if TYPE_CHECKING:
    from crmo_desktop.gui.main_window import MainWindow

GONE = Quote(
    exact="see the care team when the pain seems worse", prefix="In a flare, ", suffix=" than before."
)


def spot(
    reading: ReadingService,
    topic: str,
    *,
    in_section: bool = False,
    audience: Audience = Audience.PATIENT,
) -> Spot:
    """A topic, or its first section."""
    page = reading.page(TopicId(topic), audience)
    section = page.sections[0] if in_section else None
    return Spot(
        page=str(TopicAddress(TopicId(topic))),
        audience=audience,
        title=page.topic.title,
        section=None if section is None else section.id,
        section_title="" if section is None else section.title,
    )


def first_words(reading: ReadingService, topic: str, count: int = 6) -> Quote:
    """The first words of a topic's first section, as a highlight quotes them."""
    page = reading.page(TopicId(topic), Audience.PATIENT)
    words = words_of(page)
    begin = " ".join(page.sections[0].text.split()[:count])
    start = words.index(begin)
    return quote_of(words, start, start + len(begin))


def highlight(
    reading: ReadingService, things: OwnThings, topic: str, colour: Colour, words: str = ""
) -> Thing:
    """The first words of a topic, highlighted."""
    place = spot(reading, topic, in_section=True)
    return things.highlight(place, first_words(reading, topic), colour, words)


def make_things(reading: ReadingService, things: OwnThings) -> dict[str, Thing]:
    """Six things in two folders, the first of them made last; one of them is gone from its page."""
    next_visit, school = things.add_folder("Next visit"), things.add_folder("School")
    made = {
        "gone": things.highlight(spot(reading, "red-flags"), GONE, Colour.PINK),
        "blue": highlight(reading, things, "x-ray", Colour.BLUE),
        "note": things.note(spot(reading, "naproxen"), "Ask about this on Thursday.\nBring the box."),
        "whole": things.bookmark(spot(reading, "mri")),
        "section": things.bookmark(spot(reading, "bone-map", in_section=True)),
        "yellow": highlight(reading, things, "mri", Colour.YELLOW, "Lena knows the loud one."),
    }
    things.lay([made["whole"].id, made["yellow"].id], next_visit.id)
    things.lay([made["note"].id], school.id)
    return {name: things.get(thing.id) or thing for name, thing in made.items()}


def fill(window: "MainWindow") -> dict[str, Thing]:
    """The same in the file of a window."""
    made = make_things(window.reading, window._services.own.things)
    window.own_signal.changed.emit()
    return made
