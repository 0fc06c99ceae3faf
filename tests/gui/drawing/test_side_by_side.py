import pytest
from PySide6.QtCore import QPointF

from crmo_desktop.domain.identifiers import FactId
from crmo_desktop.domain.picture import Row, SideBySide, Words
from crmo_desktop.gui.drawing.scene import Scene, Shape, View
from crmo_desktop.gui.drawing.side_by_side import cell_id, draw, row_id
from tests.gui.drawing import checks


def row(title: str, *cells: str, target: str = "") -> Row:
    return Row(
        title=Words(text=title, target="crmo://topic/one"),
        cells=tuple(
            Words(text=text, facts=(FactId(f"made-up-{at}"),), target=target if at == 1 else "")
            for at, text in enumerate(cells)
        ),
    )


TABLE = SideBySide(
    columns=("", "CRMO", "An infection of a bone"),
    rows=(
        row("Fever", "Seldom.", "Often, and with raised markers in the blood"),
        row("Places", "Several as a rule, at the ends of long bones", "One", target="crmo://topic/places"),
        row("Antibiotics", "Of no lasting help", "They heal it"),
    ),
    key=1,
)


def drawn(width: float = 608, face: str = "atkinson", view: View | None = None) -> Scene:
    return draw(TABLE, checks.look_in("light", face), width, view or View(), checks.tools())


def lines(scene: Scene) -> list[str]:
    """The ids of the lines, from above."""
    marks = [mark for mark in scene.marks if mark.id.count("-") == 1]
    return [mark.id for mark in sorted(marks, key=lambda mark: mark.ring.top())]


def test_all_words_are_there_once_in_a_table() -> None:
    scene = drawn()

    texts = [words.text for words in scene.written()]
    assert texts[:2] == ["CRMO", "An infection of a bone"]
    assert texts[2:5] == ["Fever", "Seldom.", "Often, and with raised markers in the blood"]
    assert len(texts) == 2 + 9


@pytest.mark.parametrize(
    ("view", "order"),
    [
        (View(), [0, 1, 2]),
        (View(sort=0), [2, 0, 1]),
        (View(sort=0, falls=True), [1, 0, 2]),
        (View(sort=2), [0, 1, 2]),
        (View(sort=9), [0, 1, 2]),
    ],
)
@pytest.mark.parametrize("width", [300, 608])
def test_lines_stand_as_they_are_sorted(view: View, order: list[int], width: float) -> None:
    assert lines(drawn(width, view=view)) == [row_id(number) for number in order]


def test_the_head_that_is_sorted_by_has_a_sign() -> None:
    def arrows(view: View) -> list[Shape]:
        shapes = [item for item in drawn(view=view).items if isinstance(item, Shape)]
        return [shape for shape in shapes if shape.fill == "accent" and shape.path.elementCount() == 4]

    assert not arrows(View())
    [rises], [falls] = arrows(View(sort=1)), arrows(View(sort=1, falls=True))
    for arrow, tip_is_above in ((rises, True), (falls, False)):
        rect = arrow.path.boundingRect()
        near_tip = QPointF(rect.center().x(), rect.top() + 1)
        near_base = QPointF(rect.left() + 1, rect.top() + 1)
        assert arrow.path.contains(near_tip)
        assert arrow.path.contains(near_base) != tip_is_above


def test_a_line_says_all_of_itself_and_a_cell_what_it_opens() -> None:
    scene = drawn()

    marks = {mark.id: mark for mark in scene.marks}
    assert list(marks) == ["row-0", "row-1", "row-1-2", "row-2"]
    assert marks["row-0"].name == (
        "Fever. CRMO: Seldom. An infection of a bone: Often, and with raised markers in the blood"
    )
    assert marks["row-0"].facts == ("made-up-0", "made-up-1")
    assert marks["row-0"].target == "crmo://topic/one"
    assert marks["row-1-2"].name == "Places, An infection of a bone: One"
    assert marks["row-1-2"].target == "crmo://topic/places"
    found = scene.mark_at(marks["row-1-2"].ring.center())
    assert found is marks["row-1-2"]


def test_cells_have_marks_where_they_open_something_else() -> None:
    assert [cell_id(TABLE, 1, column) for column in range(3)] == ["row-1", "", "row-1-2"]
    assert [cell_id(TABLE, 0, column) for column in range(3)] == ["row-0", "", ""]


@pytest.mark.parametrize("width", [300, 608])
def test_what_stands_for_crmo_is_tinted_and_has_a_bar(width: float) -> None:
    scene = drawn(width)

    tinted = [words.text for words in scene.written() if words.ground == "accent_soft"]
    assert {"Seldom.", "Of no lasting help"} <= set(tinted)
    assert "One" not in tinted
    bars = [item for item in scene.items if isinstance(item, Shape) and item.fill == "accent"]
    assert bars, "where a tint is none, as on paper, the bar says it"


@pytest.mark.parametrize("width", checks.WIDTHS)
@pytest.mark.parametrize("face", checks.FACE_NAMES)
@pytest.mark.parametrize("view", [View(), View(sort=2)], ids=["as made", "sorted"])
def test_nothing_is_cut_or_overlaps(width: float, face: str, view: View) -> None:
    scene = drawn(width, face, view)

    checks.assert_nothing_overlaps(scene)
    checks.assert_lines_keep_clear(scene)
    checks.assert_marks(scene)


@pytest.mark.parametrize("theme", checks.THEMES)
@pytest.mark.parametrize("width", [300, 608])
def test_it_can_be_read_in_every_theme(theme: str, width: float) -> None:
    look = checks.look_in(theme)
    scene = draw(TABLE, look, width, View(), checks.tools())

    checks.assert_readable(scene, look)
    checks.assert_lines_show(scene, look)


def test_without_room_it_is_blocks_with_heads_in_each() -> None:
    assert checks.all_words(drawn(608)).count("CRMO") == 1
    assert checks.all_words(drawn(300)).count("CRMO") == 3


def test_a_column_of_titles_alone_is_drawn_as_well() -> None:
    drawing = SideBySide(columns=("Disease",), rows=(row("One"), row("Another")))

    scene = draw(drawing, checks.look_in(), 608, View(), checks.tools())

    assert checks.all_words(scene) == "Disease\nOne\nAnother"
