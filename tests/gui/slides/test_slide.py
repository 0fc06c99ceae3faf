from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from crmo_desktop.gui.slides.slide import HEIGHT, SMALLEST, Placed, Slide, SlideState, replace_step
from tests.gui.slides.samples import matter


class _Plain(Slide):
    def __init__(self) -> None:
        self.matter, self.title, self.steps, self.width = matter(), "Pain", 3, 1280.0
        self.source_line, self.notes = "", ()
        self.placed = tuple(
            Placed(kind="point", rect=QRectF(), size=36, words=words, step=step)
            for step, words in enumerate(("First.", "", "Third."))
        )

    def paint(self, painter: QPainter, state: SlideState) -> None:
        """Nothing is seen of it."""


def test_the_smallest_letters_are_a_twenty_fourth_of_the_height() -> None:
    assert HEIGHT / SMALLEST == 24


def test_a_slide_opens_with_its_first_step_and_ends_with_its_last() -> None:
    slide = _Plain()

    assert (slide.first_state(), slide.last_state()) == (SlideState(), SlideState(step=2))
    assert replace_step(SlideState(chosen=1), 2) == SlideState(step=2, chosen=1)


def test_it_tells_what_is_seen_and_has_words() -> None:
    slide = _Plain()

    assert slide.told(SlideState()) == ("First.",)
    assert slide.told(slide.last_state()) == ("First.", "Third.")


def test_it_is_named_by_its_matter_and_its_place_there() -> None:
    slide = _Plain()
    slide.number = 2

    assert slide.key == "topic/pain#first/2"


def test_keys_mean_nothing_to_a_slide_that_is_not_live() -> None:
    slide = _Plain()

    assert not slide.is_live
    assert slide.zoomed is None
    assert slide.press("up", SlideState()) is None
