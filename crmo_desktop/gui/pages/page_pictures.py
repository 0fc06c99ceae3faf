"""The pictures of a page of text: icons, files of the edition, and the edition's own drawings."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import PictureId
from crmo_desktop.gui.icons import IconShelf, render_svg
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.typesetting import FIGURE
from crmo_desktop.services.reading import ReadingService

if TYPE_CHECKING:  # loaded with the first drawing
    from crmo_desktop.gui.drawing.drawer import Drawer

_FILE_SHAPE = 0.6  # height of a file of the edition, in parts of its width
_TICK_BOX, _ICON = 18, 20  # pixels at 100%


class PagePictures:
    """Draws what a page asks for by name, at the width of its column."""

    def __init__(
        self, reading: ReadingService, icons: IconShelf, make_drawer: "Callable[[], Drawer] | None" = None
    ) -> None:
        """Without a drawer the edition's own drawings are left out."""
        self._reading, self._icons, self._make_drawer = reading, icons, make_drawer
        self._drawer: Drawer | None = None

    def pixmap(self, name: str, look: Look, width: float, ratio: float) -> QPixmap | None:
        """The picture "ic:icon:role" or "pic:name" for a column of `width` pixels; None if there is none."""
        kind, _, rest = name.partition(":")
        if kind == "ic":
            icon, _, role = rest.partition(":")
            size = look.px(_TICK_BOX if icon == "square" else _ICON)
            return self._icons.pixmap(icon, look.name_of(role), size, ratio)
        if kind != "pic":
            return None
        if rest.startswith(FIGURE):
            return self._drawing(PictureId(rest.removeprefix(FIGURE)), look, width, ratio)
        data = self._reading.picture(rest)
        if data is None:
            return None
        if rest.endswith(".svg"):
            return render_svg(data.decode("utf-8"), width, width * _FILE_SHAPE, ratio)
        pixmap = QPixmap()
        pixmap.loadFromData(data)
        return pixmap

    def _drawing(self, id: PictureId, look: Look, width: float, ratio: float) -> QPixmap | None:
        """A drawing of the edition, its words as large as those of the page."""
        if self._make_drawer is None:
            return None
        if self._drawer is None:
            self._drawer = self._make_drawer()
        try:
            picture = self._reading.figure(id)
        except UserError:
            return None  # an edition that lacks it says what the picture does in its text
        scene = self._drawer.draw(picture, look, width / look.zoom)
        scale = width / scene.size.width()
        pixmap = QPixmap(
            QSize(max(1, round(width * ratio)), max(1, round(scene.size.height() * scale * ratio)))
        )
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.scale(scale * ratio, scale * ratio)
        scene.paint(painter, look)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
