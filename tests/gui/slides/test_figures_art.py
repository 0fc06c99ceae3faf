"""Tests of `crmo_desktop.gui.slides.figures_art`."""

from itertools import combinations

import pytest

from crmo_desktop.domain.picture import Art, Label, LabelledArt
from crmo_desktop.gui.drawing.scene import Illustration, Shape
from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.gui.slides.figures_art import art_parts
from tests.gui.slides.figure_samples import pen_of, texts, words


def _art(count: int) -> LabelledArt:
    return LabelledArt(
        art=Art(name="long-bone.svg", width=260.0, height=620.0),
        labels=tuple(
            Label(
                name=words(f"Name {number}", f"fact-{number}"),
                x=80.0 + 10 * number,
                y=40.0 + 40 * number,
                note=words("A note about it.") if number % 2 else None,
                is_lesion=number == 3,
            )
            for number in range(count)
        ),
    )


@pytest.mark.parametrize("width", [1148.0, 828.0])
def test_all_names_have_a_place_beside_the_illustration(makers: SlideMakers, width: float) -> None:
    parts = art_parts(_art(13), pen_of(makers, width=width))

    assert len(parts) > 1
    for part in parts:
        art = next(item.rect for item in part.scene.items if isinstance(item, Illustration))
        assert art.height() == pytest.approx(455.0)
        assert part.art == art
        rects = [one.rect for one in part.scene.written()]
        assert not any(rect.intersects(art) for rect in rects)
        assert not any(one.adjusted(1, 1, -1, -1).intersects(two) for one, two in combinations(rects, 2))
        assert part.scene.size.height() <= 455.5
    said = {text for part in parts for text in texts(part) if text.startswith("Name")}
    assert said == {f"Name {number}" for number in range(13)}


def test_a_lesion_has_a_sign_of_its_own(makers: SlideMakers) -> None:
    parts = art_parts(_art(4), pen_of(makers))
    signs = [
        item
        for part in parts
        for item in part.scene.items
        if isinstance(item, Shape) and item.fill == "lesion"
    ]
    assert len(signs) == 2  # in the illustration and beside the name
    boxed = [one for part in parts for one in part.scene.written() if one.ground == "caution_bg"]
    assert [one.text for one in boxed] == ["Name 3", "A note about it."]


def test_an_illustration_without_names_stands_alone(makers: SlideMakers) -> None:
    parts = art_parts(_art(0), pen_of(makers))
    assert len(parts) == 1
    assert texts(parts[0]) == []
