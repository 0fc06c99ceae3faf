"""A scene as a picture of pixels."""

from math import ceil
from typing import Final

from PySide6.QtGui import QColor, QImage, QPainter

from crmo_desktop.gui.drawing.scene import Scene
from crmo_desktop.gui.theme import Look

FOR_SCREENS: Final = 2.0  # pixels of the file for one at 100%
FOR_PAPER: Final = 300 / 96  # as many dots to the inch as printers ask for
_INCH: Final = 0.0254  # metres
_SCREEN: Final = 96  # pixels to the inch at 100%


def image_of(scene: Scene, look: Look, scale: float, told: dict[str, str]) -> QImage:
    """All of `scene` in the colours of `look`, on their page.

    Args:
        scene: what is drawn.
        look: whose colours.
        scale: pixels of the image for one at 100%.
        told: what a PNG file says of itself, by its keywords, e.g. "title".
    """
    image = QImage(
        max(1, ceil(scene.size.width() * scale)),
        max(1, ceil(scene.size.height() * scale)),
        QImage.Format.Format_RGB32,
    )
    dots = round(_SCREEN * scale / _INCH)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    image.fill(QColor(look.name_of("page")))
    for keyword, words in told.items():  # PNG begins its keywords with a capital
        image.setText(keyword.capitalize(), words)
    painter = QPainter(image)
    painter.scale(scale, scale)
    scene.paint(painter, look)
    painter.end()
    return image
