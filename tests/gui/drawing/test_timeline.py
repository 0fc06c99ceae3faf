import pytest

from crmo_desktop.domain.identifiers import FactId
from crmo_desktop.domain.picture import Event, Timeline, Words
from crmo_desktop.gui.drawing.scene import Mark, Scene, View
from crmo_desktop.gui.drawing.timeline import draw
from tests.gui.drawing import checks

TEXT = "Some people of a town meet and tell each other in long words what they have found out."


def event(year: int, text: str = TEXT, shown: str = "") -> Event:
    return Event(
        year=year,
        shown=shown or str(year),
        title=Words(text="Something new", facts=(FactId("made-up-01"),), target="crmo://topic/history"),
        text=Words(text=text, facts=(FactId("made-up-02"), FactId("made-up-01"))) if text else None,
    )


TIMELINE = Timeline(
    events=(event(1987), event(1972), event(1999), event(2009, "", "2009-2011"), event(2016), event(2018))
)


def drawn(width: float = 608, face: str = "atkinson", drawing: Timeline = TIMELINE) -> Scene:
    return draw(drawing, checks.look_in("light", face), width, View(), checks.tools())


def dot(mark: Mark) -> float:
    """Where on the axis the dot of an event is."""
    assert mark.outline is not None
    return mark.outline.boundingRect().center().y()


@pytest.mark.parametrize("width", checks.WIDTHS)
def test_dots_lie_as_far_apart_as_their_years(width: float) -> None:
    marks = drawn(width).marks

    years = [mark.value for mark in marks]
    assert years == [1972, 1987, 1999, 2009, 2016, 2018], "the oldest first"
    a_year = (dot(marks[-1]) - dot(marks[0])) / (2018 - 1972)
    for mark in marks:
        assert mark.value is not None
        assert dot(mark) - dot(marks[0]) == pytest.approx((mark.value - 1972) * a_year, abs=0.1)


def test_years_at_the_axis_are_where_they_belong() -> None:
    scene = drawn()

    marks = {mark.value: dot(mark) for mark in scene.marks}
    a_year = (marks[2018] - marks[1972]) / (2018 - 1972)
    ticks = [words for words in scene.written() if words.role == "muted"]
    assert len(ticks) >= 3
    for words in ticks:
        assert words.rect.center().y() == pytest.approx(
            marks[1972] + (int(words.text) - 1972) * a_year, abs=1.5
        )


def test_an_event_says_all_of_itself() -> None:
    [first, *_] = drawn().marks

    assert first.name == f"1972: Something new. {TEXT.rstrip('.')}"
    assert first.facts == ("made-up-01", "made-up-02")
    assert first.target == "crmo://topic/history"
    later = next(mark for mark in drawn().marks if mark.value == 2009)
    assert later.name == "2009-2011: Something new"


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
    scene = draw(TIMELINE, look, 608, View(), checks.tools())

    checks.assert_readable(scene, look)
    checks.assert_lines_show(Scene(scene.size, [item for item in scene.items if _is_line(item)]), look)


def _is_line(item: object) -> bool:
    return getattr(item, "line", "") not in ("", "page")  # the clear ring round a dot


def test_one_event_has_an_axis_too() -> None:
    scene = drawn(drawing=Timeline(events=(event(2025),)))

    checks.assert_nothing_overlaps(scene)
    checks.assert_marks(scene)


def test_years_stand_above_their_words_where_it_is_narrow() -> None:
    def is_above(width: float) -> bool:
        year, title = [
            next(words.rect for words in drawn(width).written() if words.text == text)
            for text in ("1987", "Something new")
        ]
        return abs(year.left() - title.left()) < 3

    assert not is_above(608)
    assert is_above(300)
