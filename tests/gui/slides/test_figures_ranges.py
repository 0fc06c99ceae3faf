"""Tests of `crmo_desktop.gui.slides.figures_ranges`."""

import pytest

from crmo_desktop.domain.identifiers import FactId, SourceId
from crmo_desktop.domain.picture import Range, RangeGroup, Ranges
from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.gui.slides.figures_ranges import range_parts
from tests.gui.slides.figure_samples import pen_of, texts, words


def _range(number: int) -> Range:
    return Range(
        label=f"Cohort {number}",
        value=float(number + 5),
        shown=f"median {number + 5} years",
        facts=(FactId(f"fact-{number}"),),
        low=3.0,
        high=17.0 if number else None,
        people=40 + number,
        source=SourceId(f"source-{number}"),
    )


RANGES = Ranges(
    unit="years of age",
    groups=(
        RangeGroup(title=words("At the first symptom"), ranges=tuple(_range(n) for n in range(5))),
        RangeGroup(title=words("At diagnosis"), ranges=tuple(_range(n) for n in range(5, 7))),
    ),
)


@pytest.mark.parametrize("width", [1148.0, 828.0])
def test_every_slide_has_the_title_of_its_group_and_the_same_axis(makers: SlideMakers, width: float) -> None:
    parts = range_parts(RANGES, pen_of(makers, width=width))

    assert len(parts) > 1
    ticks = {tuple(text for text in texts(part) if text.isdigit()) for part in parts}
    assert len(ticks) == 1
    for part in parts:
        assert texts(part)[0] in ("At the first symptom", "At diagnosis")
        assert "years of age" in texts(part)
        assert part.scene.size.height() <= 455.5
    labels = [text for part in parts for text in texts(part) if text.startswith("Cohort")]
    assert labels == [f"Cohort {number}" for number in range(7)]
    assert "40 people" in texts(parts[0])
    assert parts[0].sources[0] == "source-0"


def test_words_stand_above_the_plot_where_it_has_no_room_beside_them(makers: SlideMakers) -> None:
    wide = range_parts(RANGES, pen_of(makers))[0].scene.written()
    narrow = range_parts(RANGES, pen_of(makers, width=700.0))[0].scene.written()

    assert next(one for one in wide if one.text == "years of age").rect.left() < 50
    assert next(one for one in narrow if one.text == "years of age").rect.center().x() == pytest.approx(
        350, abs=5
    )
