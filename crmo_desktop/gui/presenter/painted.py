"""Slides as pictures of pixels, kept while they may be wanted: changing slides is showing another one."""

from collections import OrderedDict
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

from crmo_desktop.gui.presenter.show import Show
from crmo_desktop.gui.slides.slide import HEIGHT, Slide, SlideState

_MOST: Final = 60_000_000  # pixels of all that is kept: some seven screens of the largest kind

_Key = tuple[int, SlideState, int, int]


class PaintedSlides:
    """Paints each slide once for each state and size."""

    def __init__(self) -> None:
        self._kept: OrderedDict[_Key, tuple[Slide, QPixmap]] = OrderedDict()
        self._pixels = 0

    def picture(self, slide: Slide, state: SlideState, size: QSize) -> QPixmap:
        """`slide` in a state, `size` in pixels of the screen."""
        key = _key(slide, state, size)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key][1]
        painted = paint(slide, state, size)
        self._kept[key] = (slide, painted)  # kept with its slide, so that no other one gets its id
        self._pixels += size.width() * size.height()
        while self._pixels > _MOST and len(self._kept) > 1:
            _, (_, oldest) = self._kept.popitem(last=False)
            self._pixels -= oldest.width() * oldest.height()
        return painted

    def has(self, slide: Slide, state: SlideState, size: QSize) -> bool:
        """Whether it is painted already."""
        return _key(slide, state, size) in self._kept

    def forget(self) -> None:
        """The slides are others now."""
        self._kept.clear()
        self._pixels = 0


def _key(slide: Slide, state: SlideState, size: QSize) -> _Key:
    return id(slide), state, size.width(), size.height()


def paint(slide: Slide, state: SlideState, size: QSize) -> QPixmap:
    """Paint `slide`, `size` in pixels of the screen."""
    picture = QPixmap(size)
    picture.fill(Qt.GlobalColor.black)
    painter = QPainter(picture)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    painter.scale(size.width() / slide.width, size.height() / HEIGHT)
    slide.paint(painter, state)
    painter.end()
    return picture


def fitted(width: float, room: QRectF) -> QRectF:
    """The largest place of a slide `width` units wide in the middle of `room`."""
    size = QSizeF(width, HEIGHT).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(0, 0, size.width(), size.height())
    place.moveCenter(room.center())
    return place


def nearby(show: Show) -> Iterator[tuple[Slide, SlideState]]:
    """What may be wanted next: the step or slide after, then the one before."""
    slide, state = show.slide, show.state
    if state.step + 1 < slide.steps:
        yield slide, state._replace(step=state.step + 1)
    if (after := show.next_slide) is not None:
        yield after, show.state_of(after)
    if state.step > 0:
        yield slide, state._replace(step=state.step - 1)
    elif show.place > 0:
        before = show.deck.slides[show.place - 1]
        known = show.state_of(before)
        yield before, known._replace(step=before.steps - 1)
