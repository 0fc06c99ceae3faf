"""Where a picture is painted: as wide as its room, as large as the text, sharp, larger and moved."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.drawing.scene import Scene, box
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.picture_surface import PAD, ZOOMS, PictureSurface
from tests.gui.conftest import LookOf, Show


class Drawing:
    """A square of 100 in the upper left of a scene half as high as wide; keeps the widths asked for."""

    def __init__(self) -> None:
        self.widths: list[float] = []

    def __call__(self, width: float) -> Scene:
        self.widths.append(width)
        scene = Scene(QSizeF(max(300.0, width), max(300.0, width) / 2))
        scene.shape(box(QRectF(0, 0, 100, 100)), fill="accent")
        return scene


def surface_of(look: Look, drawing: Drawing, room: int = 612) -> PictureSurface:
    surface = PictureSurface(look)
    surface.set_room(room, 200)
    surface.set_picture(drawing, "Bones", "They are many.")
    return surface


def colour_at(surface: PictureSurface, x: float, y: float) -> QColor:
    image = surface.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    return image.pixelColor(round(x * ratio), round(y * ratio))


def test_a_picture_is_drawn_for_its_room_and_named(look: Look, show: Show) -> None:
    drawing = Drawing()
    surface = surface_of(look, drawing)
    show(surface)

    assert drawing.widths == [600.0]
    assert surface.accessibleName() == "Bones"
    assert surface.accessibleDescription() == "They are many."
    assert surface.size().toTuple() == (612, 312)
    assert colour_at(surface, PAD + 50, PAD + 50) == look.colour("accent")
    assert colour_at(surface, PAD + 150, PAD + 50) == look.colour("page")


def test_at_a_larger_text_it_is_drawn_for_less_and_painted_larger(look_of: LookOf, show: Show) -> None:
    drawing, look = Drawing(), look_of("dark", 150)
    surface = surface_of(look, drawing)
    show(surface)

    assert drawing.widths == [400.0]
    assert surface.scale() == 1.5
    assert colour_at(surface, PAD + 140, PAD + 140) == look.colour("accent")


def test_what_cannot_be_drawn_so_narrow_is_painted_smaller(look_of: LookOf, qtbot: QtBot) -> None:
    surface = surface_of(look_of("light", 250), Drawing(), room=412)
    qtbot.addWidget(surface)

    assert surface.scale() == pytest.approx(400 / 300)
    assert surface.horizontalScrollBar().maximum() == 0


def test_the_same_room_is_not_drawn_again(look: Look, qtbot: QtBot) -> None:
    drawing = Drawing()
    surface = surface_of(look, drawing)
    qtbot.addWidget(surface)

    surface.set_room(612, 200)
    surface.set_room(612, 220)
    assert len(drawing.widths) == 1
    surface.set_room(512, 220)
    assert drawing.widths == [600.0, 500.0]


def test_made_larger_it_has_bars_and_is_no_higher_than_there_is_room(look: Look, show: Show) -> None:
    surface = surface_of(look, Drawing())
    show(surface)

    surface.set_zoom(2.0)

    assert surface.height() == 200
    assert surface.horizontalScrollBar().maximum() > 0
    assert surface.verticalScrollBar().maximum() > 0
    surface.fit_width()
    assert surface.height() == 312
    assert surface.verticalScrollBar().maximum() == surface.horizontalScrollBar().maximum() == 0


def test_made_smaller_it_stands_in_the_middle(look: Look, show: Show) -> None:
    surface = surface_of(look, Drawing())
    show(surface)

    surface.set_zoom(0.5)

    assert surface.place_of(QRectF(0, 0, 600, 300)) == QRectF(156, PAD, 300, 150)


def test_what_the_pointer_is_on_stays_under_it(look: Look, show: Show) -> None:
    surface = surface_of(look, Drawing())
    show(surface)
    about = QPointF(300, 90)
    before = (about - surface.origin()) / surface.scale()

    surface.set_zoom(3.0, about)

    after = (about - surface.origin()) / surface.scale()
    assert after.x() == pytest.approx(before.x(), abs=1)
    assert after.y() == pytest.approx(before.y(), abs=1)


def test_steps_end_at_the_largest_and_the_smallest(look: Look, qtbot: QtBot) -> None:
    surface = surface_of(look, Drawing())
    qtbot.addWidget(surface)
    told: list[float] = []
    surface.zoomed.connect(told.append)

    for _ in range(20):
        surface.step_zoom(1)
    assert surface.zoom() == ZOOMS[-1]
    for _ in range(20):
        surface.step_zoom(-1)
    assert surface.zoom() == ZOOMS[0]
    assert told == [*ZOOMS[ZOOMS.index(1.0) + 1 :], *reversed(ZOOMS[:-1])]


def test_setting_a_picture_reports_nothing(look: Look, qtbot: QtBot) -> None:
    surface = surface_of(look, Drawing())
    qtbot.addWidget(surface)

    with qtbot.assertNotEmitted(surface.zoomed, wait=1):
        surface.set_picture(Drawing(), "Joints", "")
        surface.set_room(500, 300)


def test_it_can_be_shown_as_it_was_left(look: Look, show: Show) -> None:
    surface = surface_of(look, Drawing())
    show(surface)
    surface.set_zoom(3.0)
    surface.horizontalScrollBar().setValue(120)
    surface.verticalScrollBar().setValue(90)
    left = surface.zoom(), surface.place()

    surface.fit_width()
    surface.set_place(*left)

    assert (surface.zoom(), surface.place()) == (3.0, (120, 90))


def test_another_look_is_painted_at_once(look_of: LookOf, show: Show) -> None:
    surface = surface_of(look_of("light"), Drawing())
    show(surface)
    dark = look_of("dark")

    surface.set_look(dark)

    assert colour_at(surface, PAD + 50, PAD + 50) == dark.colour("accent")
    assert colour_at(surface, 2, 2) == dark.colour("page")


def test_without_marks_nothing_lies_over_it(look: Look, qtbot: QtBot) -> None:
    surface = PictureSurface(look)
    qtbot.addWidget(surface)
    assert surface.marked() == []
    assert surface.ringed() is None
    surface.redraw()
    assert surface.scene().items == []
