"""What is made of a talk."""

from pathlib import Path

import pytest

from crmo_desktop.domain.errors import NoFolderError
from crmo_desktop.domain.slide_paper import SlideLayout, SlidePaper
from crmo_desktop.domain.talk import Talk
from crmo_desktop.gui.handing_out.handed import SlidesWanted
from crmo_desktop.gui.handing_out.outgoing import Outgoing
from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.gui.slides.slide import Room
from tests.gui.handing_out.samples import NOON


class Making:
    """Counts how often notes were asked for, which is once for each time slides are set."""

    def __init__(self, makers: SlideMakers) -> None:
        self.times = 0
        self.outgoing = Outgoing(makers, self.notes, lambda: NOON)

    def notes(self, _talk: Talk) -> dict[str, tuple[str, ...]]:
        self.times += 1
        return {}


def go_on(_done: int, _count: int) -> bool:
    return True


def test_another_layout_of_the_same_slides_sets_none_anew(topic: Talk, makers: SlideMakers) -> None:
    making, room = Making(makers), Room(builds=False)

    for layout in SlideLayout:
        wanted = SlidesWanted(topic, room, SlidePaper(layout=layout))
        assert making.outgoing.pages(wanted, go_on) is not None
    assert making.times == 1

    dark = SlidesWanted(topic, room._replace(theme="dark"), SlidePaper())
    assert making.outgoing.pages(dark, go_on) is not None
    assert making.times == 2


@pytest.mark.parametrize("stop", [0, 1])
def test_it_can_be_stopped(topic: Talk, makers: SlideMakers, stop: int) -> None:
    wanted = SlidesWanted(topic, Room(builds=False), SlidePaper())

    assert Making(makers).outgoing.pages(wanted, lambda done, _count: done != stop) is None


def test_a_file_of_slides_is_written_whole(topic: Talk, makers: SlideMakers, tmp_path: Path) -> None:
    wanted = SlidesWanted(topic, Room(builds=False), SlidePaper())

    Making(makers).outgoing.write(wanted, tmp_path / "a.pptx")

    assert (tmp_path / "a.pptx").read_bytes().startswith(b"PK")
    with pytest.raises(NoFolderError):
        Making(makers).outgoing.write(wanted, tmp_path / "none" / "a.pptx")
