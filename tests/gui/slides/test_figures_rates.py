"""Tests of `crmo_desktop.gui.slides.figures_rates`."""

from crmo_desktop.domain.identifiers import FactId, SourceId
from crmo_desktop.domain.picture import Comparison, IconArrays, Rate
from crmo_desktop.gui.drawing.scene import Shape
from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.gui.slides.figures_pen import Part
from crmo_desktop.gui.slides.figures_rates import rate_parts
from tests.gui.slides.figure_samples import pen_of, texts, words


def _rate(number: int, people: int = 40, percent: float = 43.0) -> Rate:
    return Rate(
        label=f"Cohort {number}",
        percent=percent,
        shown=f"{percent:g}%",
        people=people,
        what="children",
        source=SourceId(f"source-{number}"),
        facts=(FactId(f"fact-{number}"),),
        note="Measured in its own way.",
    )


def _arrays(*rates: Rate) -> IconArrays:
    comparisons = (
        Comparison(question=words("Did well"), rates=rates),
        Comparison(question=words("Fell ill again"), rates=(_rate(9),)),
    )
    return IconArrays(comparisons=comparisons, legend=("Had it", "Did not"))


def _signs(part: Part, role: str) -> int:
    return sum(isinstance(item, Shape) and item.fill == role for item in part.scene.items)


def test_each_question_has_slides_of_its_own_with_its_title_and_the_legend(makers: SlideMakers) -> None:
    parts = rate_parts(_arrays(*(_rate(number) for number in range(5))), pen_of(makers))

    assert [part.title for part in parts].count("Did well") == len(parts) - 1
    assert parts[-1].title == "Fell ill again"
    for part in parts:
        assert texts(part)[-2:] == ["Had it", "Did not"]
        assert part.scene.size.height() <= 455
    labels = [text for part in parts for text in texts(part) if text.startswith("Cohort")]
    assert labels == [f"Cohort {number}" for number in (0, 1, 2, 3, 4, 9)]
    assert parts[-1].sources == ["source-9"]


def test_cohorts_stand_beside_each_other_evenly(makers: SlideMakers) -> None:
    parts = rate_parts(_arrays(*(_rate(number) for number in range(4))), pen_of(makers))
    counts = [sum(text.startswith("Cohort") for text in texts(part)) for part in parts[:-1]]
    assert max(counts) - min(counts) <= 1
    assert max(counts) >= 2


def test_a_hundred_signs_tell_the_share(makers: SlideMakers) -> None:
    part = rate_parts(_arrays(_rate(1)), pen_of(makers))[0]
    assert _signs(part, "accent") == 43 + 1  # and the legend's
    assert _signs(part, "border_strong") == 57 + 1


def test_few_people_have_a_large_sign_each(makers: SlideMakers) -> None:
    part = rate_parts(_arrays(_rate(1, people=4, percent=25.0)), pen_of(makers))[0]
    assert (_signs(part, "accent"), _signs(part, "border_strong")) == (1 + 1, 3 + 1)


def test_a_room_without_place_for_them_still_has_signs(makers: SlideMakers) -> None:
    part = rate_parts(_arrays(_rate(1)), pen_of(makers, width=300.0, high=150.0))[0]
    assert _signs(part, "accent") == 44
