"""What stands among words and is drawn: icons, boxes to tick, lines to write on, pictures, page numbers."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QByteArray, QRect, QRectF, QSizeF
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
THICK_RULE: Final = "rule:thick"  # below the title of a chapter
_ICON: Final = "ic:"
_TICK_BOX: Final = "square"
# Widths in parts of the column, tried for a drawing that is too high: in which are its words largest?
_WIDTHS: Final = (1.0, 0.85, 0.72, 1.2, 1.45)
_READABLE: Final = 0.62  # of the size that words of pictures have: under 6 points in normal type
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
        """For a column of `width` and pictures no higher than `highest`; `page_of` puts places in words."""
        super().__init__()
        self._reading, self._icons, self._make_drawer, self._look = reading, icons, make_drawer, look
        self._width, self._highest, self._audience, self._page_of = width, highest, audience, page_of
        self._limits: dict[str, float] = {}  # heights of pictures that have to be lower than others
        self._scenes: dict[str, Scene | None] = {}
        # words for which there is room, and how much, by the name of their reference
        self._promised: dict[str, tuple[str, QSizeF]] = {}

    def intrinsicSize(self, document: QTextDocument, position: int, shape: QTextFormat) -> QSizeF:
        """How much room the object with `shape` takes."""
        image = shape.toImageFormat()
        name = image.name()
        if name.startswith(RULE):
            return QSizeF(self._width, self._look.px(8 if name == THICK_RULE else 38))
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

    def small_pictures(self) -> frozenset[str]:
        """Ids of the pictures drawn so far whose words are too small to be read easily."""
        least = _READABLE * self._look.zoom
        return frozenset(
            name.removeprefix(FIGURE)
            for name, scene in self._scenes.items()
            if scene is not None and self._scale(name, scene) < least
        )

    def picture_of(self, name: str) -> str:
        """The id of the edition's drawing that an image is; "" where it is none."""
        name = name.removeprefix(FILE)
        return name.removeprefix(FIGURE) if name.startswith(FIGURE) else ""

    def is_reference(self, name: str) -> bool:
        """Whether an image is the number of a page."""
        return name.removeprefix(FILE).startswith(REFERENCE)

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

    def limit(self, name: str, height: float, smallest: float) -> bool:
        """Make the picture with the name of an image no higher than `height`, if its words stay large enough.

        Args:
            name: of the image.
            height: in units.
            smallest: part of the size that its words have where there is room; less is refused.
        """
        name = name.removeprefix(FILE)
        before = self._limits.get(name), self._scenes.get(name)
        self._limits[name] = height
        self._scenes.pop(name, None)  # another way of drawing it may suit its new shape
        scene = self._scene(name)
        if scene is None or self._scale(name, scene) >= smallest * self._look.zoom:
            return True
        self._scenes[name] = before[1]
        if before[0] is None:
            del self._limits[name]
        else:
            self._limits[name] = before[0]
        return False

    def _picture_size(self, name: str) -> QSizeF:
        scene = self._scene(name)
        if scene is not None:
            return scene.size * self._scale(name, scene)
        wide = min(self._width, self._limits.get(name, self._highest) / _FILE_SHAPE)
        return QSizeF(wide, wide * _FILE_SHAPE)

    def _scale(self, name: str, scene: Scene) -> float:
        high = self._limits.get(name, self._highest)
        # words as large as those round it, or smaller
        return min(self._width / scene.size.width(), high / scene.size.height(), self._look.zoom)

    def _scene(self, name: str) -> Scene | None:
        if not name.startswith(FIGURE):
            return None
        if name not in self._scenes:
            self._scenes[name] = self._drawn(name)
        return self._scenes[name]

    def _drawn(self, name: str) -> Scene | None:
        """The drawing that is largest in the room there is."""
        try:
            picture = self._reading.figure(PictureId(name.removeprefix(FIGURE)), self._audience)
        except UserError:
            return None
        best: Scene | None = None
        for width in _WIDTHS:
            scene = self._make_drawer().draw(picture, self._look, width * self._width / self._look.zoom)
            if best is None or self._scale(name, scene) > self._scale(name, best) * 1.02:
                best = scene
            if self._scale(name, best) >= self._look.zoom:
                break
        return best

    def drawObject(
        self,
        painter: QPainter,
        rect: QRect | QRectF,
        document: QTextDocument,
        position: int,
        shape: QTextFormat,
    ) -> None:
        """Draw it at `rect`."""
        rect = QRectF(rect)
        name = shape.toImageFormat().name()
        painter.save()
        if name.startswith(RULE):
            is_thick = name == THICK_RULE
            painter.setPen(
                QPen(self._look.colour("text" if is_thick else "border_strong"), 15 if is_thick else 7)
            )
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
