"""Which part of a slide is seen while its picture is made large."""

from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Signal, Slot

from crmo_desktop.gui.presenter.show import Show
from crmo_desktop.gui.slides.slide import HEIGHT

FACTORS: Final = (1.0, 1.5, 2.0, 3.0, 4.0)  # times the size at which the picture fits
_LARGE: Final = 0.75  # of the slide: a picture that is as large already begins a factor larger
_PAN: Final = 0.15  # of what is seen, at one press of an arrow


class Zoom(QObject):
    """Follows the show: every picture begins as large as it fits, or larger where that is hardly larger."""

    changed = Signal()  # another part is seen

    def __init__(self, show: Show) -> None:
        super().__init__(show)
        self._show = show
        self._factor = FACTORS[0]
        self._middle: QPointF | None = None  # in units; None for that of the picture
        self._was_on = False
        show.changed.connect(self._on_changed)

    @property
    def factor(self) -> float:
        """Times the size at which the picture fits."""
        return self._factor

    def seen(self) -> QRectF:
        """What is seen, in units of the slide and in its shape: all of it while nothing is zoomed."""
        slide, whole = self._show.slide, self.whole()
        if not self._show.is_zoomed or slide.zoomed is None:
            return whole
        size = self._size(slide.zoomed, whole)
        middle = slide.zoomed.center() if self._middle is None else self._middle
        seen = QRectF(middle.x() - size.width() / 2, middle.y() - size.height() / 2, *size.toTuple())
        # nothing is beside the slide: a picture at its edge stays at the edge
        seen.moveLeft(min(max(seen.left(), 0.0), whole.width() - seen.width()))
        seen.moveTop(min(max(seen.top(), 0.0), whole.height() - seen.height()))
        return seen

    def whole(self) -> QRectF:
        """All of the slide, in its units."""
        return QRectF(0, 0, self._show.slide.width, HEIGHT)

    def _size(self, picture: QRectF, whole: QRectF) -> QSizeF:
        """Of what is seen: the whole picture at factor 1, never more than the slide."""
        return whole.size() * _share(picture, whole) / self._factor

    def pan(self, right: int, down: int) -> None:
        """Look further `right` (-1: left) and `down` (-1: up), up to the picture's edges."""
        slide = self._show.slide
        if not self._show.is_zoomed or slide.zoomed is None:
            return
        seen = self.seen()
        middle = seen.center() + QPointF(right * seen.width() * _PAN, down * seen.height() * _PAN)
        picture = slide.zoomed
        self._middle = QPointF(
            _within(middle.x(), picture.left(), picture.right(), seen.width()),
            _within(middle.y(), picture.top(), picture.bottom(), seen.height()),
        )
        self.changed.emit()

    def step(self, direction: int) -> None:
        """Larger (1) or smaller (-1)."""
        place = FACTORS.index(self._factor) + direction
        if 0 <= place < len(FACTORS):
            self._factor = FACTORS[place]
            self.pan(0, 0)

    @Slot()
    def _on_changed(self) -> None:
        if self._show.is_zoomed and not self._was_on:
            picture = self._show.slide.zoomed
            is_large = picture is not None and _share(picture, self.whole()) > _LARGE
            self._factor, self._middle = FACTORS[1 if is_large else 0], None
        self._was_on = self._show.is_zoomed


def _share(picture: QRectF, whole: QRectF) -> float:
    """How much of the slide a part in its shape takes that holds the whole picture, at most 1."""
    return min(1.0, max(picture.width() / whole.width(), picture.height() / whole.height()))


def _within(middle: float, first: float, last: float, seen: float) -> float:
    """The middle of `seen` units that stays between `first` and `last`; the middle of both if it is wider."""
    if seen >= last - first:
        return (first + last) / 2
    return min(max(middle, first + seen / 2), last - seen / 2)
