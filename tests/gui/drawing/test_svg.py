"""A scene as SVG: well formed, told in words, and it looks as the scene does."""

from xml.etree import ElementTree

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from crmo_desktop.gui.drawing.raster import image_of
from crmo_desktop.gui.drawing.scene import Scene, box, face
from crmo_desktop.gui.drawing.svg import svg_of
from crmo_desktop.gui.theme import Look
from tests.gui.conftest import LookOf

SVG = "{http://www.w3.org/2000/svg}"
ART = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" fill="none" stroke="{accent}" '
    'stroke-width="2">'
    '<defs><linearGradient id="shade"><stop stop-color="{bone}"/></linearGradient></defs>'
    '<rect x="2" y="2" width="6" height="6" fill="url(#shade)"/></svg>'
)


def everything(look: Look) -> Scene:
    scene = Scene(QSizeF(200, 120))
    scene.shape(box(QRectF(10, 10, 60, 40), 6), fill="accent_soft", line="accent", width=2, opacity=0.5)
    scene.shape(box(QRectF(80, 10, 60, 40)), fill="page", hatch="muted", line="border_strong", dashes=(3, 2))
    scene.shape(box(QRectF(150, 10, 20, 20)), fill="text", is_shade=True)
    scene.line(QPointF(10, 60), QPointF(190, 60), "accent", 3)
    scene.words("Bones & <joints>", face(look, 20, 600), QRectF(10, 66, 180, 0), role="heading")
    scene.art(ART, QRectF(10, 95, 20, 20))
    scene.art(ART, QRectF(40, 95, 20, 20))
    return scene


def written(look: Look) -> str:
    return svg_of(everything(look), look, title="A & B", description="What <it> says", language="de")


def test_it_says_what_it_is(look: Look) -> None:
    root = ElementTree.fromstring(written(look))

    assert root.findtext(f"{SVG}title") == "A & B"
    assert root.findtext(f"{SVG}desc") == "What <it> says"
    assert root.get("role") == "img"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"
    assert root.get("viewBox") == "0 0 200 120"


def test_words_are_outlines_and_each_letter_is_there_once(look: Look) -> None:
    root = ElementTree.fromstring(written(look))

    assert not root.findall(f".//{SVG}text")
    group = next(group for group in root.iter(f"{SVG}g") if group.get("aria-label") == "Bones & <joints>")
    uses = group.findall(f"{SVG}use")
    assert len(uses) == len("Bones&<joints>")
    letters = root.findall(f"{SVG}defs/{SVG}path")
    assert len(letters) == len(set("Bones&<joints>"))


def test_names_within_are_unique(look: Look) -> None:
    root = ElementTree.fromstring(written(look))

    names = [part.get("id") for part in root.iter() if part.get("id")]
    assert len(names) == len(set(names))
    text = written(look)
    assert text.count("linearGradient id=") == 2
    for name in (name for name in names if name and name.endswith("-shade")):
        assert f"url(#{name})" in text


def test_it_looks_as_the_scene_does(look_of: LookOf) -> None:
    look = look_of("light")
    scene = everything(look)
    painted = image_of(scene, look, 2.0, {})

    image = QImage(painted.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(written(look).encode())).render(painter, QRectF(image.rect()))
    painter.end()

    differing = sum(
        is_far(image.pixelColor(x, y), painted.pixelColor(x, y))
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )
    few = 0.04 * image.width() * image.height() / 4
    assert differing < few, "but for the edges of letters and hatches"


def is_far(one: QColor, other: QColor) -> bool:
    return max(abs(one.red() - other.red()), abs(one.green() - other.green())) > 60


def test_high_contrast_has_no_shade(look_of: LookOf) -> None:
    assert written(look_of("hc_black")).count("<path") < written(look_of("light")).count("<path")
