"""What is wrong with a slide, in words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from crmo_desktop.domain.identifiers import SourceId
from crmo_desktop.domain.slides import Box, Figure, Grid, Matter, Piece, Point, SubHeading, plain
from crmo_desktop.gui.slides.frame import BAR, FOOT, LEFT, RIGHT
from crmo_desktop.gui.slides.slide import HEIGHT, SMALLEST, Placed, Slide

_SLACK = 1.0  # units
_PART = 0.25  # of its size: how small slides are painted in order to look at their edges
_WHERE = re.compile(r", [^,]* (\d{4})$")  # a journal, which may be left out
_HOLDERS = ("box",)  # what others stand on


def faults(slide: Slide) -> Iterator[str]:
    """Every rule of slides that this one breaks."""
    area = QRectF(BAR, 0, slide.width - BAR, FOOT + _SLACK).adjusted(20, 20, -20, 0)
    for each in slide.placed:
        if each.words and each.size < SMALLEST and each.kind != "picture":
            yield f"small: {each.size} {each.kind} {each.words[:40]!r}"
        if not area.contains(each.rect):
            yield f"outside: {each.kind} {each.words[:40]!r} {each.rect}"
        if each.step >= slide.steps:
            yield f"never seen: {each.words[:40]!r}"
    for one, other in overlapping(slide.placed):
        yield f"overlap: {one.words[:30]!r} {other.words[:30]!r}"


def overlapping(placed: Iterable[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """What covers each other, but for what stands on a call-out or belongs to a picture."""
    words = [each for each in placed if each.kind not in _HOLDERS and each.kind != "picture"]
    for one, other in combinations(words, 2):
        common = one.rect.intersected(other.rect)
        if common.width() > _SLACK and common.height() > _SLACK:
            yield one, other


def is_cut(slide: Slide, ground: QColor) -> bool:
    """Whether something is painted where a slide's edge is to be empty."""
    wide, high = round(slide.width * _PART), round(HEIGHT * _PART)
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(_PART, _PART)
    slide.paint(painter, slide.last_state())
    painter.end()
    edges = [(x, y) for x in range(round((BAR + 2) * _PART) + 1, wide) for y in (1, high - 2)]
    edges += [(x, y) for x in (round(LEFT * _PART) - 8, wide - round(RIGHT * _PART) + 4) for y in range(high)]
    return any(image.pixelColor(x, y) != ground for x, y in edges)


def words_of(text: str) -> Counter[str]:
    """Its words, and how often each is there."""
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFKC", text)))


def unsaid(matter: Matter, slides: Iterable[Slide]) -> Counter[str]:
    """Words of a matter that none of its slides says."""
    words = [each.words for slide in slides for each in slide.placed]
    missing = words_of(" ".join(wanted(matter))) - words_of(" ".join(words))
    run = "".join(words)  # an address may be broken anywhere
    return Counter({word: count for word, count in missing.items() if word not in run})


def wanted(matter: Matter) -> Iterator[str]:
    """All that a matter says, but for what its figures say."""
    yield matter.title
    for piece in matter.pieces:
        yield from _of(piece)


def _of(piece: Piece) -> Iterator[str]:
    match piece:
        case Point() | SubHeading():
            yield plain(piece.words)
        case Box():
            yield from (plain(point.words) for point in piece.points)
        case Grid():
            yield piece.caption
            yield from (plain(head) for head in piece.head)
            yield from (plain(cell) for row in piece.rows for cell in row.cells)
        case Figure():
            return


def unnamed(matter: Matter, slides: Iterable[Slide]) -> set[str]:
    """Sources that a matter's words cite and none of its slides names."""
    words = " ".join(" ".join(each.words for each in slide.placed) for slide in slides)
    return {name for name in _names(matter) if name not in words and _WHERE.sub(r" \1", name) not in words}


def _names(matter: Matter) -> set[str]:
    ids: set[SourceId] = set()
    for piece in matter.pieces:
        match piece:
            case Point():
                ids.update(piece.sources)
            case Box():
                ids.update(source for point in piece.points for source in point.sources)
            case Grid():
                ids.update(source for row in piece.rows for source in row.sources)
            case _:
                pass
    return {matter.references[each] for each in ids if each in matter.references}
