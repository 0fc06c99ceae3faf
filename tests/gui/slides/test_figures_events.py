"""Tests of `crmo_desktop.gui.slides.figures_events`."""

from crmo_desktop.domain.picture import Event, Timeline
from crmo_desktop.gui.drawing.scene import Shape
from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.gui.slides.figures_events import event_parts
from tests.gui.slides.figure_samples import pen_of, texts, words

YEARS = (2016, 1972, 1987, 1999, 2009, 2022, 2022)
LINE = Timeline(
    events=tuple(
        Event(
            year=year,
            shown=str(year),
            title=words(f"What {year} brought", f"fact-{year}"),
            text=words("More."),
        )
        for year in YEARS
    )
)


def test_events_are_told_from_the_oldest_each_on_one_slide(makers: SlideMakers) -> None:
    parts = event_parts(LINE, pen_of(makers))

    assert len(parts) > 1
    told = [text for part in parts for text in texts(part) if text.startswith("What")]
    assert told == [f"What {year} brought" for year in sorted(YEARS)]
    assert all(part.scene.size.height() <= 455.5 for part in parts)
    assert "fact-1972" in parts[0].facts


def test_the_axis_has_all_events_and_those_told_here_are_full(makers: SlideMakers) -> None:
    for part in event_parts(LINE, pen_of(makers)):
        shapes = [item for item in part.scene.items if isinstance(item, Shape)]
        full = sum(shape.fill == "accent" for shape in shapes)
        empty = sum(shape.fill == "page" for shape in shapes)
        assert full == sum(text.startswith("What") for text in texts(part))
        assert full + empty == len(YEARS)
        assert "1980" in texts(part)


def test_one_event_alone_has_its_place(makers: SlideMakers) -> None:
    part = event_parts(Timeline(events=LINE.events[:1]), pen_of(makers))[0]
    assert "What 2016 brought" in texts(part)
