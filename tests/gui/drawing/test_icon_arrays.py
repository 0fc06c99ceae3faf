import pytest
from PySide6.QtCore import QPointF, QRectF

from crmo_desktop.domain.identifiers import FactId, SourceId
from crmo_desktop.domain.picture import Comparison, IconArrays, Rate, Words
from crmo_desktop.gui.drawing.icon_arrays import EMPTY, FILLED, draw, signs_of
from crmo_desktop.gui.drawing.scene import Mark, Scene, Shape, View
from tests.gui.drawing import checks

QUESTION = Words(text="Free of symptoms on the first medicine alone", target="crmo://topic/first")


def rate(percent: float, shown: str = "", **more: object) -> Rate:
    values: dict[str, object] = {
        "label": "A cohort with a name of some length",
        "people": 41,
        "what": "children",
        "source": SourceId("made-up"),
        "facts": (FactId("made-up-01"),),
        "note": "free of symptoms after half a year of treatment",
    }
    return Rate(percent=percent, shown=shown or f"{percent:g}%", **(values | more))  # type: ignore[arg-type]  # by name


def arrays(*counts: int) -> IconArrays:
    """As many cohorts a question as told."""
    questions = tuple(
        Comparison(question=QUESTION, rates=tuple(rate(10 + 13 * n) for n in range(count)))
        for count in counts
    )
    return IconArrays(comparisons=questions, legend=("filled: free of symptoms", "outlined: not so"))


def drawn(drawing: IconArrays, width: float = 608, face: str = "atkinson") -> Scene:
    return draw(drawing, checks.look_in("light", face), width, View(), checks.tools())


def signs(scene: Scene, mark: Mark, role: str) -> list[QRectF]:
    """The signs of an array, in one of their roles."""
    room = mark.area.boundingRect().adjusted(-1, -1, 1, 1)
    found = [item for item in scene.items if isinstance(item, Shape) and item.fill == role]
    return [rect for rect in (shape.path.boundingRect() for shape in found) if room.contains(rect.center())]


@pytest.mark.parametrize("percent", [0, 0.4, 11, 22.2, 26 / 30 * 100, 43, 49.6, 50, 57, 85, 99.5, 100])
@pytest.mark.parametrize("what", ["children", "lesions"])
def test_so_many_of_a_hundred_signs_are_filled(percent: float, what: str) -> None:
    one = IconArrays(
        comparisons=(Comparison(question=QUESTION, rates=(rate(percent, what=what),)),), legend=("a", "b")
    )

    scene = drawn(one)

    [mark] = scene.marks
    filled, empty = signs(scene, mark, FILLED), signs(scene, mark, EMPTY)
    assert (len(filled), len(empty)) == (round(percent), 100 - round(percent))
    assert mark.value == percent
    assert mark.facts == ("made-up-01",)
    places = [(round(rect.center().y()), rect.center().x()) for rect in (*filled, *empty)]
    assert places == sorted(places), "filled row by row, from the top"


def test_rows_and_columns_can_be_counted_by_fives() -> None:
    scene = drawn(arrays(1))

    rects = signs(scene, scene.marks[0], FILLED) + signs(scene, scene.marks[0], EMPTY)
    for places in ({round(r.center().x(), 1) for r in rects}, {round(r.top(), 1) for r in rects}):
        steps = [after - before for before, after in zip(sorted(places), sorted(places)[1:], strict=False)]
        assert len(steps) == 9
        assert steps[4] == max(steps) > 1.3 * steps[0]
        assert all(step == pytest.approx(steps[0], abs=0.2) for step in steps[:4] + steps[5:])


def test_a_person_stands_for_one_of_people_and_a_dot_for_anything_else() -> None:
    people = drawn(
        IconArrays(comparisons=(Comparison(question=QUESTION, rates=(rate(50),)),), legend=("a", "b"))
    )
    lesions = drawn(
        IconArrays(
            comparisons=(Comparison(question=QUESTION, rates=(rate(50, what="lesions"),)),), legend=("a", "b")
        )
    )

    [dot, *_] = signs(lesions, lesions.marks[0], FILLED)
    [person, *_] = signs(people, people.marks[0], FILLED)
    assert dot.width() == pytest.approx(dot.height())
    assert person.height() > 1.2 * person.width()


def test_filled_and_empty_differ_in_form() -> None:
    scene = drawn(arrays(1))

    shapes = {item.fill: item.path for item in scene.items if isinstance(item, Shape)}
    for role, is_solid in ((FILLED, True), (EMPTY, False)):
        rect = shapes[role].boundingRect()
        chest = QPointF(rect.center().x(), rect.top() + rect.height() * 0.75)
        assert shapes[role].contains(chest) == is_solid
    assert signs_of(rate(-3)) == (0, 100)
    assert signs_of(rate(120)) == (100, 100)


@pytest.mark.parametrize(
    ("percent", "people", "filled", "total"),
    [
        (0, 4, 0, 4),
        (80, 5, 4, 5),
        (60, 5, 3, 5),
        (67, 6, 4, 6),
        (44, 9, 4, 9),
        (100, 9, 9, 9),
        (50, 10, 50, 100),
    ],
)
def test_very_few_people_are_drawn_one_by_one(percent: float, people: int, filled: int, total: int) -> None:
    few = rate(percent, people=people)
    one = IconArrays(comparisons=(Comparison(question=QUESTION, rates=(few,)),), legend=("a", "b"))

    scene = drawn(one)

    [mark] = scene.marks
    assert (len(signs(scene, mark, FILLED)), len(signs(scene, mark, EMPTY))) == (filled, total - filled)
    assert f"{people} " in checks.all_words(scene)


def test_no_rate_stands_without_its_people() -> None:
    scene = drawn(arrays(3, 1))

    for mark in scene.marks:
        assert "41 children" in mark.name
        assert QUESTION.text in mark.name
        assert mark.target == "crmo://topic/first"
    written = [words.text for words in scene.written()]
    assert written.count("41 children") == 4
    assert written[:2] == ["filled: free of symptoms", "outlined: not so"]


def test_arrays_are_alike_in_size_in_the_whole_drawing() -> None:
    scene = drawn(arrays(6, 1, 4))

    sizes = {round(signs(scene, mark, FILLED)[0].width(), 2) for mark in scene.marks}
    assert len(sizes) == 1


@pytest.mark.parametrize("width", checks.WIDTHS)
@pytest.mark.parametrize("face", checks.FACE_NAMES)
def test_nothing_is_cut_or_overlaps(width: float, face: str) -> None:
    scene = drawn(arrays(6, 1, 4, 2), width, face)

    checks.assert_nothing_overlaps(scene)
    checks.assert_marks(scene)
    assert scene.size.width() == width
    taken = [mark.area.boundingRect() for mark in scene.marks]
    assert not any(one.intersects(other) for at, one in enumerate(taken) for other in taken[:at])


@pytest.mark.parametrize("theme", checks.THEMES)
def test_it_can_be_read_in_every_theme(theme: str) -> None:
    look = checks.look_in(theme)
    scene = drawn(arrays(2))

    checks.assert_readable(scene, look)
    for role in (FILLED, EMPTY):
        assert checks.contrast(look.colour(role), look.colour("page")) >= 3


def test_narrow_drawings_have_fewer_arrays_side_by_side() -> None:
    def columns(width: float) -> int:
        return len({round(mark.ring.left()) for mark in drawn(arrays(4), width).marks})

    assert [columns(width) for width in (300, 608, 900)] == [1, 2, 4]
