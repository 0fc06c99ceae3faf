"""The edition's other pictures, as they are drawn: whole, legible, named, with the figures of their facts."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from crmo_desktop.domain.bone_map import BoneMap
from crmo_desktop.domain.picture import Flow, Picture
from crmo_desktop.gui.drawing.drawer import Drawer, Tools
from crmo_desktop.gui.drawing.scene import Illustration, Scene, View, colour, in_colours
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.services.reading import ReadingService
from tests.gui.drawing import checks
from tests.gui.drawing.test_charts_of_the_edition import CHARTS


@pytest.fixture(scope="module")
def pictures(reading: ReadingService) -> list[Picture]:
    found = [picture for picture in reading.pictures() if not isinstance(picture.drawing, CHARTS)]
    assert len(found) > 8
    return found


@pytest.fixture(scope="module")
def drawer(reading: ReadingService) -> Drawer:
    def art(name: str) -> str:
        data = reading.picture(name)
        assert data, name
        return data.decode()

    return Drawer(
        Tools(checks.RESOURCES / "pictures", IconShelf(checks.RESOURCES / "icons"), art)
    )  # icons as the window has them


def views(picture: Picture) -> Iterator[View]:
    """Every way in which a picture can be seen."""
    yield View()
    drawing = picture.drawing
    if isinstance(drawing, Flow):
        for before, step in pairwise(step.id for step in drawing.steps):
            yield View(step=step, trail=(before,))
    if isinstance(drawing, BoneMap):
        names = [group.id for group in drawing.groups]
        yield from (View(groups=(name,)) for name in names)
        yield from (View(groups=pair) for pair in pairwise(names))


@pytest.mark.parametrize("face", checks.FACE_NAMES)
@pytest.mark.parametrize("width", checks.WIDTHS)
def test_nothing_is_cut_or_overlaps(pictures: list[Picture], drawer: Drawer, width: float, face: str) -> None:
    look = checks.look_in(face=face)
    for picture in pictures:
        for view in views(picture):
            scene = drawer.draw(picture, look, width, view)
            checks.assert_nothing_overlaps(scene)
            checks.assert_marks(scene)


@pytest.mark.parametrize("theme", checks.THEMES)
def test_all_can_be_read_in_every_theme(pictures: list[Picture], drawer: Drawer, theme: str) -> None:
    look = checks.look_in(theme)
    for picture in pictures:
        for view in views(picture):
            for width in (345, 608):
                checks.assert_readable(drawer.draw(picture, look, width, view), look)


@pytest.mark.parametrize("theme", checks.THEMES)
def test_every_picture_is_painted_in_every_theme(reading: ReadingService, drawer: Drawer, theme: str) -> None:
    look = checks.look_in(theme)
    for picture in reading.pictures():
        scene = drawer.draw(picture, look, 608)
        for item in scene.items:
            if isinstance(item, Illustration):
                assert "{" not in in_colours(item.svg, look), picture.id
        shades = _shades(scene, theme)
        assert len(shades) > 3, picture.id


def _shades(scene: Scene, theme: str) -> set[str]:
    look = checks.look_in(theme)
    image = QImage(scene.size.toSize(), QImage.Format.Format_RGB32)
    image.fill(colour(look, "page"))
    painter = QPainter(image)
    scene.paint(painter, look)
    painter.end()
    rows, columns = range(0, image.height(), 3), range(0, image.width(), 3)
    return {image.pixelColor(x, y).name() for y in rows for x in columns}


def test_what_says_where_more_is_told_leads_there(reading: ReadingService, drawer: Drawer) -> None:
    """Every target of a mark is a topic, a section of it, or a picture that the edition has."""
    topics = {topic.id for chapter in reading.chapters() for topic in chapter.topics}
    ids = {picture.id for picture in reading.pictures()}
    for picture in reading.pictures():
        targets = {mark.target for mark in drawer.draw(picture, checks.look_in(), 608).marks} - {""}
        for target in targets:
            kind, _, rest = target.removeprefix("crmo://").partition("/")
            id = rest.partition("#")[0]
            assert id in (topics if kind == "topic" else ids), f"{picture.id}: {target}"


def test_the_bones_have_the_figures_of_the_records_they_cite(pictures: list[Picture], drawer: Drawer) -> None:
    for picture in pictures:
        if not isinstance(picture.drawing, BoneMap):
            continue
        for group in picture.drawing.groups:
            scene = drawer.draw(picture, checks.look_in(), 860, View(groups=(group.id,)))
            drawn = {mark.facts[0]: mark.value for mark in scene.marks if mark.value is not None}
            assert drawn == {bone.id: bone.percent for bone in group.bones}
            for bone in group.bones:
                assert bone.shown in checks.all_words(scene)


def test_every_part_of_a_scene_can_be_found_by_the_pointer(pictures: list[Picture], drawer: Drawer) -> None:
    for picture in pictures:
        scene = drawer.draw(picture, checks.look_in(), 860)
        for mark in scene.marks:
            if not mark.is_reached:
                continue
            inside = [
                QPointF(mark.ring.left() + part * mark.ring.width(), mark.ring.center().y())
                for part in (0.25, 0.5, 0.75)
            ]
            assert any(scene.mark_at(point) is mark for point in inside), f"{picture.id}: {mark.name}"
