import pytest
from PySide6.QtCore import QPointF

from crmo_desktop.domain.identifiers import FactId
from crmo_desktop.domain.picture import Range, RangeGroup, Ranges, Words
from crmo_desktop.gui.drawing.ranges import draw, round_step
from crmo_desktop.gui.drawing.scene import Scene, Shape, View
from tests.gui.drawing import checks


def one(value: float, low: float | None = None, high: float | None = None, people: int | None = 70) -> Range:
    return Range(
        label="A cohort of some country",
        value=value,
        shown=f"median {value:g} years" + (f" (middle half {low:g} to {high:g})" if low is not None else ""),
        facts=(FactId("made-up-01"),),
        low=low,
        high=high,
        people=people,
    )


RANGES = Ranges(
    unit="years of age",
    groups=(
        RangeGroup(
            title=Words(text="When the first symptom came", target="crmo://topic/age"),
            ranges=(one(9), one(9.6, 3, 17), one(9.5, 1.4, 15.6, None), one(0, 0, 3)),
        ),
        RangeGroup(title=Words(text="When it was found out"), ranges=(one(11.1), one(18.5, 12, 19.2))),
    ),
)


def drawn(width: float = 608, face: str = "atkinson", drawing: Ranges = RANGES) -> Scene:
    return draw(drawing, checks.look_in("light", face), width, View(), checks.tools())


def ticks(scene: Scene) -> dict[float, float]:
    """Where the numbers of the axis stand, by their values."""
    return {float(words.text): words.rect.center().x() for words in scene.written() if words.text.isdecimal()}


def on_axis(scene: Scene, value: float) -> float:
    """Where `value` is, read from the numbers of the axis."""
    places = ticks(scene)
    left, right = places[0], places[max(places)]
    return left + (right - left) * value / max(places)


@pytest.mark.parametrize("width", checks.WIDTHS)
def test_dots_stand_at_their_values_on_the_axis(width: float) -> None:
    scene = drawn(width)

    dots = [mark for mark in scene.marks if mark.value is not None]
    assert [mark.value for mark in dots] == [9, 9.6, 9.5, 0, 11.1, 18.5]
    for mark in dots:
        assert mark.value is not None
        assert mark.area.boundingRect().center().x() == pytest.approx(on_axis(scene, mark.value), abs=0.6)
        assert mark.facts == ("made-up-01",)


def test_lines_reach_from_low_to_high_and_only_where_there_is_a_spread() -> None:
    scene = drawn()

    lines = [
        item.path.boundingRect()
        for item in scene.items
        if isinstance(item, Shape) and item.line == "accent" and not item.fill
    ]
    given = [(one.low, one.high) for group in RANGES.groups for one in group.ranges if one.low is not None]
    assert len(lines) == len(given) == 4
    for rect, (low, high) in zip(lines, given, strict=True):
        assert low is not None
        assert high is not None
        assert rect.left() == pytest.approx(on_axis(scene, low), abs=0.6)
        assert rect.right() == pytest.approx(on_axis(scene, high), abs=0.6)


def test_one_axis_from_nought_serves_all_groups_and_is_never_far_away() -> None:
    short, group = drawn(), RANGES.groups[0]
    long = drawn(drawing=Ranges(unit="years of age", groups=(*RANGES.groups, group, group)))

    assert [words.text for words in short.written() if words.text.isdecimal()] == ["0", "5", "10", "15", "20"]
    assert checks.all_words(short).count("years of age") == 1
    numbers = [words for words in long.written() if words.text.isdecimal()]
    assert [words.text for words in numbers] == ["0", "5", "10", "15", "20"] * 2
    for above, below in zip(numbers[:5], numbers[5:], strict=True):
        assert above.rect.center().x() == pytest.approx(below.rect.center().x())


@pytest.mark.parametrize(
    ("largest", "most", "step"),
    [(17, 5, 5), (17, 10, 2), (92, 6, 20), (92, 4, 50), (10, 10, 1), (0.9, 5, 0.2), (100, 10, 10)],
)
def test_steps_are_round(largest: float, most: int, step: float) -> None:
    assert round_step(largest, most) == pytest.approx(step)


def test_a_row_says_its_cohort_and_how_many_there_were() -> None:
    scene = drawn()

    first = next(mark for mark in scene.marks if mark.value == 9.6)
    assert first.name.startswith("When the first symptom came: A cohort of some country, median 9.6 years")
    assert first.name.endswith("70 people")
    assert first.target == "crmo://topic/age"
    third = next(mark for mark in scene.marks if mark.value == 9.5)
    assert "people" not in third.name


def test_the_pointer_finds_a_whole_row_and_the_keys_each_dot_once() -> None:
    scene = drawn()

    reached = [mark for mark in scene.marks if mark.is_reached]
    assert len(reached) == 6
    for mark in reached:
        found = scene.mark_at(QPointF(12, mark.ring.center().y()))
        assert found is not None
        assert (found.name, found.is_reached) == (mark.name, False)


@pytest.mark.parametrize("width", checks.WIDTHS)
@pytest.mark.parametrize("face", checks.FACE_NAMES)
def test_nothing_is_cut_or_overlaps(width: float, face: str) -> None:
    scene = drawn(width, face)

    checks.assert_nothing_overlaps(scene)
    checks.assert_lines_keep_clear(scene)
    checks.assert_marks(scene)


@pytest.mark.parametrize("theme", checks.THEMES)
def test_it_can_be_read_in_every_theme(theme: str) -> None:
    look = checks.look_in(theme)
    scene = draw(RANGES, look, 608, View(), checks.tools())

    checks.assert_readable(scene, look)
    for role, ground in (("accent", "page"), ("accent", "zebra"), ("border_strong", "page")):
        assert checks.contrast(look.colour(role), look.colour(ground)) >= 3


def test_words_stand_above_the_plot_where_there_is_no_room_beside_it() -> None:
    def is_beside(scene: Scene) -> bool:
        words = next(words for words in scene.written() if words.text.startswith("median 9 "))
        dot = next(mark for mark in scene.marks if mark.value == 9).area.boundingRect()
        return words.rect.top() < dot.center().y() < words.rect.bottom()

    assert is_beside(drawn(608))
    assert not is_beside(drawn(300))


def test_nothing_but_noughts_is_drawn_as_well() -> None:
    group = RangeGroup(title=Words(text="None"), ranges=(one(0, people=None),))

    scene = drawn(drawing=Ranges(unit="years", groups=(group,)))

    checks.assert_nothing_overlaps(scene)
