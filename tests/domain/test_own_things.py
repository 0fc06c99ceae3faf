from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.own_things import Colour, Kind, Removed, Spot

SPOT = Spot(page="crmo://topic/spine", audience=Audience.PATIENT, title="Spine")


def test_a_spot_leads_to_its_page_or_to_a_section_of_it() -> None:
    assert SPOT.address == "crmo://topic/spine"
    there = Spot(page=SPOT.page, audience=SPOT.audience, title=SPOT.title, section="in-short")
    assert there.address == "crmo://topic/spine#in-short"


def test_names_that_stand_in_files_do_not_change() -> None:
    assert list(Kind) == ["bookmark", "highlight", "note"]
    assert {colour.name: colour.value for colour in Colour} == {
        "YELLOW": 1,
        "GREEN": 2,
        "BLUE": 3,
        "PINK": 4,
    }
    assert Removed() == Removed(things=(), folders=(), emptied=())
