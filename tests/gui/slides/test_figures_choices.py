"""Tests of `crmo_desktop.gui.slides.figures_choices`."""

from crmo_desktop.domain.picture import Band, Card, Choices
from crmo_desktop.gui.drawing.scene import Shape
from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.gui.slides.figures_choices import choice_parts
from tests.gui.slides.figure_samples import pen_of, texts, words


def _band(kind: str, count: int, text: str = "Some words.") -> Band:
    cards = tuple(Card(title=words(f"Choice {number}"), text=words(text)) for number in range(count))
    return Band(kind=kind, title=words(f"Band {kind}"), cards=cards, note=words("Of all of them."))


def test_each_band_has_slides_with_its_title(makers: SlideMakers) -> None:
    bands = (_band("first", 1), _band("parallel", 3), _band("shifts", 2), _band("bridge", 1))
    parts = choice_parts(Choices(bands=bands), pen_of(makers))

    assert [part.title for part in parts] == ["Band first", "Band parallel", "Band shifts", "Band bridge"]
    assert all(texts(part)[0] == "Of all of them." for part in parts)
    dashed = [item for item in parts[-1].scene.items if isinstance(item, Shape) and item.dashes]
    assert len(dashed) == 1


def test_choices_of_equal_rank_stand_beside_each_other(makers: SlideMakers) -> None:
    part = choice_parts(Choices(bands=(_band("parallel", 3),)), pen_of(makers))[0]
    tops = {one.rect.top() for one in part.scene.written() if one.text.startswith("Choice")}

    assert len(tops) == 1
    assert texts(part).count("or") == 2


def test_choices_with_many_words_are_named_together_before_each_is_told(makers: SlideMakers) -> None:
    band = _band("parallel", 3, "Many words about this choice, and more of them. " * 7)
    together, *told = choice_parts(Choices(bands=(band,)), pen_of(makers))

    assert texts(together) == ["Of all of them.", "Choice 0", "Choice 1", "or", "Choice 2", "or"]
    assert [text for part in told for text in texts(part) if text.startswith("Choice")] == [
        "Choice 0",
        "Choice 1",
        "Choice 2",
    ]
    assert all(part.scene.size.height() <= 455.5 for part in (together, *told))


def test_choices_without_room_for_their_names_are_told_one_below_the_other(makers: SlideMakers) -> None:
    parts = choice_parts(Choices(bands=(_band("parallel", 6),)), pen_of(makers, width=828.0))
    assert [text for part in parts for text in texts(part) if text.startswith("Choice")] == [
        f"Choice {number}" for number in range(6)
    ]
    assert "or" in texts(parts[0])
