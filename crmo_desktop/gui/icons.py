"""The bundled icons, drawn in a colour of the theme at the size and sharpness of the screen."""

from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from crmo_desktop.gui.theme import Look

# What points along a line, or shows lines of text, a pane at a side, or sound going out of a speaker.
# A clock's hands, a tick and a magnifying glass are the same everywhere.
_POINTING: Final = frozenset(
    {"arrow-left", "arrow-right", "arrow-back-up", "chevron-right", "external-link", "layout-sidebar"}
    | {"layout-sidebar-right", "list-check", "checklist", "quote", "sort-ascending", "volume", "file-text"}
)

_ROOM: Final = 6.0  # pixels at 100% between an icon and the words after it


class IconShelf:
    """Icons of one folder, by file name without ending."""

    def __init__(self, folder: Path, *, mirrored: bool = False) -> None:
        """`mirrored` turns those round that point along the lines of a text."""
        self._folder = folder
        self._turned = _POINTING if mirrored else frozenset()
        self._source = lru_cache(maxsize=128)(self._read)
        self._drawn = lru_cache(maxsize=512)(self._draw)

    def pixmap(self, name: str, colour: str, size: float, ratio: float = 1.0) -> QPixmap:
        """The icon `name` in `colour` ("#RRGGBB"), `size` logical pixels wide, for a screen of `ratio`.

        Raises:
            OSError: there is no such icon.
        """
        return self._drawn(name, colour, size, ratio)

    def icon(
        self,
        name: str,
        look: Look,
        role: str = "text",
        size: float = 22,
        ratio: float = 1.0,
        *,
        on: str = "",
        fades: bool = False,
        before_words: bool = False,
    ) -> QIcon:
        """The icon for a button, in the colour of `role`, or of `on` while it is on.

        One that `fades` is faint while its button cannot be used. One `before_words` has room between itself
        and them, which Qt's buttons leave too little of: it is as wide as `size_before_words`.
        """
        wide = look.ui(size)
        if before_words:
            drawn = self.pixmap(name, look.name_of(role), wide, ratio)
            icon = QIcon(self._spaced(drawn, self.size_before_words(look, size)))
            if fades:
                faint = _faded(self.pixmap(name, look.name_of("muted"), wide, ratio), 0.45)
                icon.addPixmap(self._spaced(faint, self.size_before_words(look, size)), QIcon.Mode.Disabled)
            return icon
        icon = QIcon(self.pixmap(name, look.name_of(role), wide, ratio))
        if on:
            icon.addPixmap(
                self.pixmap(name, look.name_of(on), wide, ratio), QIcon.Mode.Normal, QIcon.State.On
            )
        if fades:
            faint = self.pixmap(name, look.name_of("muted"), wide, ratio)
            icon.addPixmap(_faded(faint, 0.45), QIcon.Mode.Disabled)
        return icon

    def svg(self, name: str) -> str:
        """The icon `name` as SVG text, in "currentColor".

        Raises:
            OSError: there is no such icon.
        """
        return self._source(name)

    def size_before_words(self, look: Look, size: float = 22) -> QSize:
        """How large an icon before words is, with its room."""
        return QSize(look.ui(size + _ROOM), look.ui(size))

    def _spaced(self, drawn: QPixmap, size: QSize) -> QPixmap:
        """An icon with room at its end; at its beginning where words run from right to left."""
        ratio = drawn.devicePixelRatio()
        wide = QPixmap(size * ratio)
        wide.setDevicePixelRatio(ratio)
        wide.fill(Qt.GlobalColor.transparent)
        painter = QPainter(wide)
        left = size.width() - drawn.deviceIndependentSize().width() if self._turned else 0.0
        painter.drawPixmap(QPointF(left, 0), drawn)
        painter.end()
        return wide

    def _read(self, name: str) -> str:
        return (self._folder / f"{name}.svg").read_text(encoding="utf-8")

    def _draw(self, name: str, colour: str, size: float, ratio: float) -> QPixmap:
        svg = self._source(name).replace("currentColor", colour)
        drawn = render_svg(svg, size, size, ratio)
        return drawn.transformed(QTransform().scale(-1, 1)) if name in self._turned else drawn


def render_svg(svg: str, width: float, height: float, ratio: float) -> QPixmap:
    """`svg` drawn sharply at `width` by `height` logical pixels for a screen of `ratio`."""
    pixmap = QPixmap(QSize(max(1, round(width * ratio)), max(1, round(height * ratio))))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode("utf-8"))).render(
        painter, QRectF(0, 0, pixmap.width(), pixmap.height())
    )
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _faded(pixmap: QPixmap, opacity: float) -> QPixmap:
    faded = QPixmap(pixmap.size())
    faded.setDevicePixelRatio(pixmap.devicePixelRatio())
    faded.fill(Qt.GlobalColor.transparent)
    painter = QPainter(faded)
    painter.setOpacity(opacity)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return faded
