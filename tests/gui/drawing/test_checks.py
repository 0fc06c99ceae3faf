"""What the checks of drawings are to find, they find."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from crmo_desktop.gui.drawing.scene import Mark, Scene, box, face
from crmo_desktop.gui.theme import Look
from tests.gui.drawing import checks

SIZE = QSizeF(300, 200)


@pytest.fixture
def scene(look: Look) -> Scene:
    """Words on the page and in a box, a line beside them, a mark."""
    scene = Scene(SIZE)
    scene.words("On the page", face(look), QRectF(10, 10, 200, 0))
    scene.shape(box(QRectF(10, 50, 200, 40), 4), fill="accent", line="border_strong")
    scene.words("In a box", face(look), QRectF(20, 58, 150, 0), role="on_accent", ground="accent")
    scene.line(QPointF(10, 120), QPointF(290, 120), "accent")
    room = QRectF(10, 50, 200, 40)
    scene.marks.append(Mark(id="box", name="In a box", area=box(room), ring=room))
    return scene


def check(scene: Scene, look: Look) -> None:
    checks.assert_nothing_overlaps(scene)
    checks.assert_lines_keep_clear(scene)
    checks.assert_readable(scene, look)
    checks.assert_marks(scene)
    checks.assert_lines_show(scene, look)


def words(scene: Scene, look: Look, left: float, top: float, **style: str) -> None:
    scene.words("Some words", face(look), QRectF(left, top, 200, 0), **style)  # type: ignore[arg-type]  # by name


def too_far_right(scene: Scene, look: Look) -> None:
    words(scene, look, 260, 150)


def on_other_words(scene: Scene, look: Look) -> None:
    words(scene, look, 30, 12)


def out_of_the_box(scene: Scene, look: Look) -> None:
    words(scene, look, 150, 60, role="on_accent", ground="accent")


def under_a_line(scene: Scene, look: Look) -> None:
    words(scene, look, 20, 110)


def on_another_ground(scene: Scene, look: Look) -> None:
    words(scene, look, 20, 150, role="on_accent", ground="accent")


def too_pale(scene: Scene, look: Look) -> None:
    words(scene, look, 20, 150, role="border")


def too_small(scene: Scene, look: Look) -> None:
    scene.words("Small", face(look, 12), QRectF(20, 150, 100, 0))


def small_mark(scene: Scene, look: Look) -> None:
    room = QRectF(20, 150, 20, 24)
    scene.marks.append(Mark(id="small", name="Small", area=box(room), ring=room))


def nameless(scene: Scene, look: Look) -> None:
    room = QRectF(20, 150, 30, 30)
    scene.marks.append(Mark(id="nameless", name="", area=box(room), ring=room))


def twice(scene: Scene, look: Look) -> None:
    scene.marks.append(scene.marks[0])


def outside(scene: Scene, look: Look) -> None:
    room = QRectF(280, 150, 30, 30)
    scene.marks.append(Mark(id="outside", name="Outside", area=box(room), ring=room))


def pale_line(scene: Scene, look: Look) -> None:
    scene.line(QPointF(10, 180), QPointF(200, 180), "accent_soft")


def test_what_is_right_is_no_fault(scene: Scene, look: Look) -> None:
    scene.line(QPointF(0, 15), QPointF(300, 15), "border")  # a hairline decorates

    check(scene, look)

    assert checks.all_words(scene) == "On the page\nIn a box"
    assert checks.box_of(scene, scene.written()[0]) is None
    assert checks.contrast(look.colour("page"), look.colour("page")) == pytest.approx(1)


@pytest.mark.parametrize(
    "spoil",
    [
        too_far_right, on_other_words, out_of_the_box, under_a_line, on_another_ground, too_pale, too_small,
        small_mark, nameless, twice, outside, pale_line,
    ],
    ids=lambda spoil: spoil.__name__,
)  # fmt: skip
def test_a_fault_is_found(spoil: Callable[[Scene, Look], None], scene: Scene, look: Look) -> None:
    spoil(scene, look)

    with pytest.raises(AssertionError):
        check(scene, look)
