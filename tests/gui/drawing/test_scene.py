"""Tests of `crmo_desktop.gui.drawing.scene`."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPathStroker

from crmo_desktop.gui.drawing.scene import (
    Mark,
    Scene,
    View,
    at_least_target,
    box,
    colour,
    face,
    figures,
    height_of,
    in_colours,
    longest_word,
    width_of,
)
from crmo_desktop.gui.theme import Look
from tests.gui.conftest import LookOf
from tests.gui.drawing import checks

WORDS = "Where the bone grows, beside the growth plate"


def painted(scene: Scene, look: Look, ratio: float = 1.0) -> QImage:
    image = QImage((scene.size * ratio).toSize(), QImage.Format.Format_RGB32)
    image.fill(colour(look, "page"))
    painter = QPainter(image)
    painter.scale(ratio, ratio)
    scene.paint(painter, look)
    painter.end()
    return image


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())
    }


def test_words_are_broken_at_the_width_and_nothing_is_lost(look: Look) -> None:
    scene, font = Scene(QSizeF(120, 200)), face(look, 16)

    rect = scene.words(WORDS, font, QRectF(10, 5, 100, 0))

    [written] = scene.written()
    lines = [written.layout.lineAt(number) for number in range(written.layout.lineCount())]
    assert len(lines) > 2
    told = [WORDS[line.textStart() : line.textStart() + line.textLength()] for line in lines]
    assert "".join(told) == WORDS
    assert rect.left() >= 10
    assert rect.right() <= 110.01
    assert rect.height() == pytest.approx(height_of(WORDS, font, 100))


def test_words_stand_where_they_are_to(look: Look) -> None:
    scene, font, place = Scene(QSizeF(300, 50)), face(look, 16), QRectF(0, 0, 300, 0)

    left = scene.words("Bone", font, place)
    middle = scene.words("Bone", font, place, align=Qt.AlignmentFlag.AlignHCenter)
    right = scene.words("Bone", font, place, align=Qt.AlignmentFlag.AlignRight)

    assert left.left() == pytest.approx(0, abs=1)
    assert middle.center().x() == pytest.approx(150, abs=1)
    assert right.right() == pytest.approx(300, abs=1)
    assert width_of("Bone", font) == pytest.approx(left.width(), abs=1)
    assert longest_word("a Bone", font) == pytest.approx(width_of("Bone", font))


@pytest.mark.parametrize("theme", ["light", "dark", "hc_black"])
def test_a_scene_is_painted_in_the_colours_of_each_theme(look_of: LookOf, theme: str) -> None:
    look = look_of(theme)
    scene = Scene(QSizeF(40, 40))
    scene.shape(box(QRectF(5, 5, 20, 20)), fill="scale[3]")

    image = painted(scene, look)

    assert image.pixelColor(15, 15).name() == colour(look, "scale[3]").name()
    assert image.pixelColor(35, 35).name() == colour(look, "page").name()


def test_a_hatch_is_lines_within_the_shape_only(look_of: LookOf) -> None:
    look, scene = look_of("hc_white"), Scene(QSizeF(60, 60))
    scene.shape(box(QRectF(10, 10, 40, 40)), fill="nodata", hatch="nodata_line")

    image = painted(scene, look, 2.0)

    inside = sum(image.pixelColor(x, y).lightness() < 128 for x in range(20, 100) for y in range(20, 100)) / (
        80 * 80
    )
    assert 0.05 < inside < 0.35
    assert all(image.pixelColor(x, 8).lightness() > 250 for x in range(120))


def test_shade_is_left_out_in_high_contrast(look_of: LookOf) -> None:
    scene = Scene(QSizeF(20, 20))
    scene.shape(box(QRectF(0, 0, 20, 20)), fill="text", is_shade=True)

    assert len(colours(painted(scene, look_of("hc_black")))) == 1
    assert colours(painted(scene, look_of("light"))) == {look_of("light").name_of("text").upper()}


def test_an_illustration_takes_the_colours_of_the_theme(look_of: LookOf) -> None:
    look, scene = look_of("dark"), Scene(QSizeF(20, 20))
    space = 'xmlns="http://www.w3.org/2000/svg"'
    svg = f'<svg {space} viewBox="0 0 10 10"><rect width="10" height="10" fill="{{bone}}"/></svg>'

    scene.art(svg, QRectF(0, 0, 20, 20))

    assert "{" not in in_colours(svg, look)
    assert painted(scene, look).pixelColor(10, 10) == QColor(look.name_of("bone"))


def test_a_scene_within_another_moves_with_its_marks(look: Look) -> None:
    inner = Scene(QSizeF(30, 30))
    inner.shape(box(QRectF(0, 0, 30, 30)), fill="bone")
    inner.words("Rib", face(look), QRectF(0, 0, 30, 0))
    inner.art("<svg/>", QRectF(0, 0, 5, 5))
    area = box(QRectF(0, 0, 30, 30))
    inner.marks.append(Mark(id="rib", name="Rib", area=area, ring=QRectF(0, 0, 30, 30), outline=area))
    outer = Scene(QSizeF(100, 100))

    outer.add(inner, QPointF(50, 20))

    found = outer.mark_at(QPointF(60, 30))
    assert found is not None
    assert found.id == "rib"
    assert found.ring == QRectF(50, 20, 30, 30)
    assert found.outline is not None
    assert found.outline.boundingRect() == QRectF(50, 20, 30, 30)
    assert outer.mark_at(QPointF(10, 10)) is None
    assert outer.written()[0].rect.left() >= 50


def test_the_uppermost_mark_is_the_one_pressed() -> None:
    scene = Scene(QSizeF(30, 30))
    for name in ("below", "above"):
        scene.marks.append(
            Mark(id=name, name=name, area=box(QRectF(0, 0, 30, 30)), ring=QRectF(0, 0, 30, 30))
        )

    found = scene.mark_at(QPointF(5, 5))

    assert found is not None
    assert found.id == "above"


def test_what_is_small_grows_until_it_can_be_pressed() -> None:
    grown = at_least_target(QRectF(100, 100, 4, 60))

    assert (grown.width(), grown.height()) == (24, 60)
    assert grown.center() == QPointF(102, 130)


def test_a_view_changes_in_what_is_named_only() -> None:
    view = View(groups=("a",)).with_(step="pain")

    assert view == View(groups=("a",), step="pain")
    with pytest.raises(TypeError):
        view.with_(colour="red")


def test_a_role_that_no_theme_has_is_no_colour(look: Look) -> None:
    with pytest.raises(KeyError):
        colour(look, "mauve")


def test_a_line_whose_stroke_is_known_is_painted_alike(look: Look) -> None:
    path = box(QRectF(10, 10, 30, 30), 6)
    stroker = QPainterPathStroker()
    stroker.setWidth(3)
    plain, known = Scene(QSizeF(50, 50)), Scene(QSizeF(50, 50))
    plain.shape(path, line="text", width=3)
    known.shape(path, line="text", width=3, stroke=stroker.createStroke(path))
    moved = Scene(QSizeF(50, 50))
    moved.add(known, QPointF(4, 0))

    one, two, three = painted(plain, look), painted(known, look), painted(moved, look)
    for place in (QPointF(10, 25), QPointF(40, 25), QPointF(25, 25), QPointF(12, 12)):
        at = place.toPoint()
        assert abs(one.pixelColor(at).lightness() - two.pixelColor(at).lightness()) < 20
    assert two.pixelColor(10, 25) == three.pixelColor(14, 25)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_hatch_has_lines_and_gaps_at_every_scale(look: Look, ratio: float) -> None:
    scene = Scene(QSizeF(40, 40))
    scene.shape(box(QRectF(0, 0, 40, 40)), fill="nodata", hatch="text")
    image = painted(scene, look, ratio)

    row = [image.pixelColor(x, round(20 * ratio)).lightness() for x in range(image.width())]
    dark = [now < 160 <= before for before, now in pairwise(row)]
    assert sum(dark) == pytest.approx(40 / (5 * 2**0.5), abs=1)


def test_words_on_paper_can_be_read_out_of_a_pdf() -> None:
    """Qt writes ligatures and figures of equal width into a PDF without saying which letters they are."""
    tnum, liga = QFont.Tag("tnum"), QFont.Tag("liga")
    paper, screen = checks.look_in("print"), checks.look_in("light")

    assert not figures(paper).isFeatureSet(tnum)
    assert figures(screen).featureValue(tnum) == 1
    assert face(paper).isFeatureSet(liga)
    assert face(paper).featureValue(liga) == 0
    assert not face(screen).isFeatureSet(liga)
