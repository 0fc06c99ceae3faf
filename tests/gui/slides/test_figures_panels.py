"""Tests of `crmo_desktop.gui.slides.figures_panels`."""

import pytest

from crmo_desktop.domain.picture import Art, Panel, Panels
from crmo_desktop.gui.drawing.scene import Illustration
from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.gui.slides.figures_panels import panel_parts
from tests.gui.slides.figure_samples import pen_of, texts, words

ART = Art(name="mri-day-1.svg", width=280.0, height=220.0)


def _panels(order: str, count: int, text: str = "Some words.", *, icon: str = "") -> Panels:
    return Panels(
        order=order,
        panels=tuple(
            Panel(
                title=words(f"Panel {number}", f"fact-{number}"),
                text=words(text),
                art=None if icon else ART,
                icon=icon,
            )
            for number in range(count)
        ),
    )


def test_illustrations_are_large_and_numbered(makers: SlideMakers) -> None:
    parts = panel_parts(_panels("numbered", 6), pen_of(makers))

    for part in parts:
        arts = [item.rect for item in part.scene.items if isinstance(item, Illustration)]
        assert arts
        assert min(rect.height() for rect in arts) >= 0.4 * 455
        assert part.art.contains(arts[0])
        assert part.scene.size.height() <= 455.5
    said = [text for part in parts for text in texts(part)]
    assert [text for text in said if text.isdigit()] == ["1", "2", "3", "4", "5", "6"]


def test_long_words_stand_beside_their_illustration(makers: SlideMakers) -> None:
    parts = panel_parts(_panels("numbered", 2, "Many words about it. " * 14), pen_of(makers))

    assert [part.title for part in parts] == ["Panel 0", "Panel 1"]
    assert all(part.scene.written()[-1].rect.left() > part.art.right() for part in parts)


def test_what_becomes_something_else_is_shown_together_first(makers: SlideMakers) -> None:
    together, *one_by_one = panel_parts(_panels("becomes", 3), pen_of(makers))

    assert texts(together) == ["Panel 0", "Panel 1", "Panel 2"]
    assert len([item for item in together.scene.items if isinstance(item, Illustration)]) == 3
    assert [part.title for part in one_by_one] == ["Panel 0", "Panel 1", "Panel 2"]
    assert all(texts(part) == ["Some words."] for part in one_by_one)


@pytest.mark.parametrize(("width", "columns"), [(1148.0, 2), (828.0, 1)])
def test_icons_stand_on_cards(makers: SlideMakers, width: float, columns: int) -> None:
    parts = panel_parts(_panels("together", 9, icon="eye"), pen_of(makers, width=width))

    said = [text for part in parts for text in texts(part) if text.startswith("Panel")]
    assert said == [f"Panel {number}" for number in range(9)]
    lefts = {one.rect.left() for part in parts for one in part.scene.written()}
    assert len(lefts) == columns
    assert parts[0].facts[0] == "fact-0"
