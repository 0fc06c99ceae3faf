"""What stands among words and is drawn: icons, boxes to tick, lines to write on, pictures, numbers of pages."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
)
from PySide6.QtSvg import QSvgRenderer

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import PictureId
from crmo_desktop.gui.drawing.drawer import Drawer
from crmo_desktop.gui.drawing.scene import Scene, face, in_colours
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.paper.prepared import REFERENCE
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.typesetting import FIGURE, FILE
from crmo_desktop.services.reading import ReadingService

RULE: Final = "rule:"  # a line to write on
_ICON: Final = "ic:"
_TICK_BOX: Final = "square"
_WIDER: Final = (1.0, 1.2, 1.45)  # tried for a drawing that is too high: its words get smaller, not its place
_FILE_SHAPE: Final = 0.6
_REFERENCE_SIZE: Final = 14.0


class InlinePictures(QPyTextObject):
    """Draws as lines and shapes what a screen shows as pixels."""

    def __init__(
        self,
        reading: ReadingService,
        icons: IconShelf,
        make_drawer: Callable[[], Drawer],
        look: Look,
        *,
        width: float,
        highest: float,
        audience: Audience,
        page_of: Callable[[str], str],
    ) -> None:
        """For a column of `width`, pictures no higher than `highest`; `page_of` gives words for an address."""
        super().__init__()
        self._reading, self._icons, self._make_drawer, self._look = reading, icons, make_drawer, look
        self._width, self._highest, self._audience, self._page_of = width, highest, audience, page_of
        self._scenes: dict[str, Scene | None] = {}
        # words for which there is room, and how much, by the name of their reference
        self._promised: dict[str, tuple[str, QSizeF]] = {}

    def intrinsicSize(self, document: QTextDocument, position: int, shape: QTextFormat) -> QSizeF:
        """How much room the object with `shape` takes."""
        image = shape.toImageFormat()
        name = image.name()
        if name.startswith(RULE):
            return QSizeF(self._width, self._look.px(38))
        if name.startswith(_ICON):
            return QSizeF(image.width(), image.height())
        name = name.removeprefix(FILE)
        if name.startswith(REFERENCE):
            return self._reference_size(name)
        return self._picture_size(name)

    @property
    def is_true(self) -> bool:
        """Whether what is written for references has the room that it was given."""
        return all(len(words) == len(self._words_of(name)) for name, (words, _) in self._promised.items())

    def _reference_size(self, name: str) -> QSizeF:
        """The room that a reference was given: Qt asks for it often."""
        if name not in self._promised:
            words, measures = self._words_of(name), QFontMetricsF(self._reference_face())
            self._promised[name] = words, QSizeF(measures.horizontalAdvance(words), measures.capHeight())
        return self._promised[name][1]

    def promise_again(self) -> None:
        """Forget how much room references were given."""
        self._promised.clear()

    def picture_of(self, name: str) -> str:
        """The id of the edition's drawing that an image is; "" where it is none."""
        name = name.removeprefix(FILE)
        return name.removeprefix(FIGURE) if name.startswith(FIGURE) else ""

    def told(self, image: QTextImageFormat) -> str:
        """What an image says in words."""
        name = image.name().removeprefix(FILE)
        if name.startswith(REFERENCE):
            return self._words_of(name)
        if name.startswith(f"{_ICON}{_TICK_BOX}"):
            return "\u2610"
        if name.startswith((_ICON, RULE)):
            return ""
        return str(image.property(QTextFormat.Property.ImageAltText) or "")

    def _words_of(self, name: str) -> str:
        return self._page_of(name.removeprefix(REFERENCE))

    def _reference_face(self) -> QFont:
        return face(self._look, self._look.px(_REFERENCE_SIZE))

    def _picture_size(self, name: str) -> QSizeF:
        scene = self._scene(name)
        if scene is not None:
            scale = self._scale(scene)
            return scene.size * scale
        return QSizeF(self._width, min(self._width * _FILE_SHAPE, self._highest))

    def _scale(self, scene: Scene) -> float:
        return min(self._width / scene.size.width(), self._highest / scene.size.height())

    def _scene(self, name: str) -> Scene | None:
        if not name.startswith(FIGURE):
            return None
        if name not in self._scenes:
            self._scenes[name] = self._drawn(PictureId(name.removeprefix(FIGURE)))
        return self._scenes[name]

    def _drawn(self, id: PictureId) -> Scene | None:
        """The drawing that is largest in the room there is."""
        try:
            picture = self._reading.figure(id, self._audience)
        except UserError:
            return None
        best: Scene | None = None
        for wider in _WIDER:
            scene = self._make_drawer().draw(picture, self._look, wider * self._width / self._look.zoom)
            if best is None or self._scale(scene) > self._scale(best) * 1.02:
                best = scene
            if scene.size.height() * self._width / scene.size.width() <= self._highest:
                break
        return best

    def drawObject(
        self, painter: QPainter, rect: QRectF, document: QTextDocument, position: int, shape: QTextFormat
    ) -> None:
        """Draw it at `rect`."""
        name = shape.toImageFormat().name()
        painter.save()
        if name.startswith(RULE):
            painter.setPen(QPen(self._look.colour("border_strong"), 7))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        elif name.startswith(_ICON):
            _, icon, role = name.split(":")
            svg = self._icons.svg(icon).replace("currentColor", self._look.name_of(role))
            QSvgRenderer(QByteArray(svg.encode())).render(painter, rect)
        else:
            self._draw(painter, rect, name.removeprefix(FILE))
        painter.restore()

    def _draw(self, painter: QPainter, rect: QRectF, name: str) -> None:
        if name.startswith(REFERENCE):
            painter.setFont(self._reference_face())
            painter.setPen(self._look.colour("muted"))
            painter.drawText(rect.bottomLeft(), self._words_of(name))
            return
        scene = self._scene(name)
        if scene is not None:
            painter.translate(rect.topLeft())
            scale = rect.width() / scene.size.width()
            painter.scale(scale, scale)
            scene.paint(painter, self._look)
            return
        data = self._reading.picture(name)
        if data is None:
            return
        if name.endswith(".svg"):
            svg = in_colours(data.decode("utf-8"), self._look)
            QSvgRenderer(QByteArray(svg.encode())).render(painter, rect)
        else:
            painter.drawImage(rect, QImage.fromData(data))
