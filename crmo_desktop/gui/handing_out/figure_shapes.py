"""A drawing as shapes of a file: one picture without its words, and its words over it, as words."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from crmo_desktop.domain.slides import Strand
from crmo_desktop.export.pptx_values import Area, Line, PictureShape, Shape, Side, WordsShape
from crmo_desktop.gui.drawing.scene import Scene, Written
from crmo_desktop.gui.slides.figures_slide import FigureSlide
from crmo_desktop.gui.slides.slide import SlideState

_SHARP: Final = 2.0  # pixels to the unit: 1440 on the height of a slide
_STRONG: Final = 600  # weight of letters
_SPARE: Final = 4.0  # units that words may be wider in another face
_SIDES: Final = {Qt.AlignmentFlag.AlignRight: Side.END, Qt.AlignmentFlag.AlignHCenter: Side.MIDDLE}


def figure_shapes(slide: FigureSlide, state: SlideState) -> Iterator[Shape]:
    """What a slide shows of a drawing in a state."""
    scene, at = slide.scene_of(state), slide.at
    drawn = Scene(scene.size, [item for item in scene.items if not isinstance(item, Written)])
    if drawn.items:
        area = Area(at.x(), at.y(), scene.size.width(), scene.size.height())
        yield PictureShape(area=area, png=_png(drawn, slide), told=_told(slide, scene))
    for words in scene.written():
        yield _words(words, at)


def _told(slide: FigureSlide, scene: Scene) -> str:
    """What a picture says to those who cannot see it: what it is called, and what its places say."""
    said = [slide.picture.title, *(mark.name for mark in scene.marks if mark.name)]
    return "\n".join(dict.fromkeys(said))


def _png(scene: Scene, slide: FigureSlide) -> bytes:
    size = QSizeF(max(1.0, scene.size.width()), max(1.0, scene.size.height())) * _SHARP
    image = QImage(size.toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)  # the slide's own ground is seen, whatever its theme becomes
    painter = QPainter(image)
    painter.scale(_SHARP, _SHARP)
    scene.paint(painter, slide.look.look)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know only bytes for the format
    return bytes(buffer.data().data())


def _words(words: Written, at: QPointF) -> Shape:
    layout, font = words.layout, words.layout.font()
    lines = max(1, layout.lineCount())
    rect = words.rect.translated(at)
    if lines > 1:  # they are broken where they are broken here, as far as another face allows
        rect = QRectF(at.x() + words.position.x(), rect.y(), layout.lineAt(0).width(), rect.height())
    side = next((side for flag, side in _SIDES.items() if layout.textOption().alignment() & flag), Side.START)
    strand = Strand(words.text, is_strong=font.weight() >= _STRONG)
    line = Line(words=(strand,), size=font.pixelSize(), role=words.role, height=words.rect.height() / lines)
    area = Area(rect.x(), rect.y(), rect.width() + (_SPARE if side is Side.START else 0), rect.height())
    return WordsShape(area=area, lines=(line,), side=side, is_wrapped=lines > 1)
