"""A drawing on its way to a screen, to paper or to a file: shapes in roles of the theme, words, named places.

Sizes are in pixels at a text size of 100%; whoever paints scales. Colours are roles ("bone", "text") until
they are painted, so the same scene serves every theme.
"""

from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtSvg import QSvgRenderer

from crmo_desktop.gui.drawing.hatch import hatched
from crmo_desktop.gui.mirroring import direction_of
from crmo_desktop.gui.theme import Look

SMALLEST_TARGET: Final = 24.0  # pixels at 100%, either way: WCAG 2.2, 2.5.8
_PAPER: Final = "print"
HATCH_STEP: Final = 5.0  # between the lines of a hatch
_HATCH: Final = 0.9  # how thick they are
_QUICK: Final = 1.0  # pixels of the screen: Qt itself is quicker with lines that are no thicker


@dataclass(slots=True, kw_only=True)
class Shape:
    """A path.

    Attributes:
        fill, line: roles; "" for none. "scale[0]" is the first step of the theme's scale.
        width: of the line.
        opacity: of the fill, 0 to 1.
        hatch: the role of lines at 45 degrees over the fill; "" for none.
        dashes: lengths of dash and gap in widths of the line; none for a whole line.
        is_shade: only models the form: left out in high contrast.
        is_edged: a line of another shape covers its edge, which so need not be smooth.
        stroke: what the line covers, where that is known already; painting it is faster.
    """

    path: QPainterPath
    fill: str = ""
    line: str = ""
    width: float = 1.0
    opacity: float = 1.0
    hatch: str = ""
    dashes: tuple[float, ...] = ()
    is_shade: bool = False
    is_edged: bool = False
    stroke: QPainterPath | None = None

    @property
    def is_plain(self) -> bool:
        """Whether it is filled and nothing else."""
        return bool(self.fill) and not (self.line or self.hatch or self.is_shade) and self.opacity == 1


@dataclass(slots=True, kw_only=True)
class Written:
    """Words, broken into lines.

    Attributes:
        role: of their colour.
        ground: the role of what lies behind them, against which they must be read.
        rect: what they cover.
    """

    text: str
    layout: QTextLayout
    position: QPointF
    rect: QRectF
    role: str
    ground: str


@dataclass(slots=True, kw_only=True)
class Illustration:
    """An illustration in SVG, with roles in braces for its colours."""

    svg: str
    rect: QRectF


@dataclass(slots=True, kw_only=True)
class Mark:
    """A place with a name, which can be pointed at and be reached by keys.

    Attributes:
        id: unique in the scene.
        name: all that there is to say of it, e.g. "Thigh bone (femur): 61.3%".
        area: where it can be pressed.
        ring: where the ring of the keyboard is drawn.
        target: the address that it opens; "" if none.
        value: the number that is drawn there, as it was told; None where there is none.
        facts: what it rests on (ids of facts or of site frequencies).
        outline: what becomes thicker under the pointer; None for `area`.
        is_reached: whether keys go there; False where another mark says the same.
    """

    id: str
    name: str
    area: QPainterPath
    ring: QRectF
    target: str = ""
    value: float | None = None
    facts: tuple[str, ...] = ()
    outline: QPainterPath | None = None
    is_reached: bool = True


Item = Shape | Written | Illustration


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How a picture that can change is shown now.

    Attributes:
        groups: of a bone map, one or two.
        step: of a flow chart; "" for all of it.
        trail: the steps gone before, oldest first.
        sort: of a comparison, the column sorted by, from 0; None for the order it was made in.
        falls: whether the sorting is downwards.
    """

    groups: tuple[str, ...] = ()
    step: str = ""
    trail: tuple[str, ...] = ()
    sort: int | None = None
    falls: bool = False

    def with_(self, **changes: object) -> "View":
        """The same but for `changes`."""
        return replace(self, **changes)  # type: ignore[arg-type]  # their names are checked by replace


def face(look: Look, size: float = 16.0, weight: int = 400, *, is_title: bool = False) -> QFont:
    """The page's face at `size` pixels at a text size of 100%, whatever the text size is."""
    font = QFont()
    families = look.page_families
    font.setFamilies([look.typeface.headings, *families] if is_title else families)
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight(weight))
    if look.theme.kind == _PAPER:  # a PDF does not say which letters a ligature is: nobody could copy them
        font.setFeature(QFont.Tag("liga"), 0)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # or scaled words would be wider
    return font


def figures(look: Look, size: float = 16.0, weight: int = 400) -> QFont:
    """The page's face for figures that stand under each other; on paper as in words, for the same reason."""
    font = face(look, size, weight)
    if look.theme.kind != _PAPER:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def box(rect: QRectF, radius: float = 0.0) -> QPainterPath:
    """A rectangle with round corners as a path."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def at_least_target(rect: QRectF) -> QRectF:
    """`rect`, grown about its middle until it can be pressed."""
    wide, high = max(rect.width(), SMALLEST_TARGET), max(rect.height(), SMALLEST_TARGET)
    grown = QRectF(0, 0, wide, high)
    grown.moveCenter(rect.center())
    return grown


@dataclass(slots=True)
class Scene:
    """What is drawn, in the order of painting, and the places that have names, in the order of reading."""

    size: QSizeF
    items: list[Item] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def shape(self, path: QPainterPath, **style: object) -> Shape:
        """Add a path in a style (see `Shape`)."""
        shape = Shape(path=path, **style)  # type: ignore[arg-type]  # the names are those of Shape
        self.items.append(shape)
        return shape

    def line(self, start: QPointF, end: QPointF, role: str, width: float = 1.0, **style: object) -> None:
        """Add a straight line."""
        path = QPainterPath(start)
        path.lineTo(end)
        self.shape(path, line=role, width=width, **style)

    def words(
        self,
        text: str,
        font: QFont,
        place: QRectF,
        *,
        role: str = "text",
        ground: str = "page",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        spacing: float = 1.0,
    ) -> QRectF:
        """Add `text` from the top of `place`, broken at its width; returns what the words cover.

        The height of `place` says nothing: all of the text is there, so ask `height_of` first or use what
        comes back. `align` may be left, right or centre; `spacing` is a factor on the height of lines.
        """
        layout, height, left, right = _laid_out(text, font, place.width(), align, spacing)
        rect = QRectF(place.x() + left, place.y(), right - left, height)
        self.items.append(
            Written(text=text, layout=layout, position=place.topLeft(), rect=rect, role=role, ground=ground)
        )
        return rect

    def art(self, svg: str, rect: QRectF) -> None:
        """Add an illustration."""
        self.items.append(Illustration(svg=svg, rect=rect))

    def add(self, other: "Scene", at: QPointF) -> None:
        """Add all of another scene, moved to `at`."""
        for item in other.items:
            self.items.append(_moved(item, at))
        for mark in other.marks:
            outline = None if mark.outline is None else mark.outline.translated(at)
            self.marks.append(
                replace(mark, area=mark.area.translated(at), ring=mark.ring.translated(at), outline=outline)
            )

    def written(self) -> list[Written]:
        """All words, for checking."""
        return [item for item in self.items if isinstance(item, Written)]

    def mark_at(self, point: QPointF) -> Mark | None:
        """The mark that lies uppermost at `point`."""
        return next((mark for mark in reversed(self.marks) if mark.area.contains(point)), None)

    def paint(self, painter: QPainter, look: Look) -> None:
        """Paint all of it in the colours of `look`, from the painter's origin, at the painter's scale."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        brushes: dict[str, QBrush] = {}  # one a role: a drawing may be made of thousands of plain shapes
        for item in self.items:
            if isinstance(item, Shape):
                if item.is_plain:
                    if item.fill not in brushes:
                        brushes[item.fill] = QBrush(colour(look, item.fill))
                    painter.fillPath(item.path, brushes[item.fill])
                else:
                    _paint_shape(painter, item, look)
            elif isinstance(item, Written):
                painter.setPen(colour(look, item.role))
                item.layout.draw(painter, item.position)
            else:
                QSvgRenderer(QByteArray(in_colours(item.svg, look).encode())).render(painter, item.rect)


def colour(look: Look, role: str) -> QColor:
    """The colour of a role; "scale[2]" and "scale_label[2]" are steps of the theme's scale.

    Raises:
        KeyError: the theme has no such role.
    """
    return QColor(look.name_of(role))


def in_colours(svg: str, look: Look) -> str:
    """An illustration with the colours of `look` in place of its roles."""
    for role, name in look.theme.colours.items():
        svg = svg.replace(f"{{{role}}}", name)
    return svg


def height_of(text: str, font: QFont, width: float, spacing: float = 1.0) -> float:
    """How high `text` is, broken at `width`."""
    return _laid_out(text, font, width, Qt.AlignmentFlag.AlignLeft, spacing)[1]


def width_of(text: str, font: QFont) -> float:
    """How wide `text` is on one line, rounded up by half a pixel."""
    _, _, left, right = _laid_out(text, font, 1e6, Qt.AlignmentFlag.AlignLeft, 1.0)
    return right - left + 0.5


def longest_word(text: str, font: QFont) -> float:
    """The least width at which `text` is broken between words only."""
    return max((width_of(word, font) for word in text.split()), default=0.0)


def _laid_out(
    text: str, font: QFont, width: float, align: Qt.AlignmentFlag, spacing: float
) -> tuple[QTextLayout, float, float, float]:
    """The lines of `text`; their height in all, and their left and right ends."""
    layout = QTextLayout(text, font)
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    option.setUseDesignMetrics(True)
    option.setTextDirection(direction_of(text))
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    top, left, right = 0.0, width, 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height() * spacing
        used = line.naturalTextRect()
        left, right = min(left, used.left()), max(right, used.right())
    layout.endLayout()
    return layout, top, min(left, right), right


def _moved(item: Item, at: QPointF) -> Item:
    if isinstance(item, Shape):
        stroke = None if item.stroke is None else item.stroke.translated(at)
        return replace(item, path=item.path.translated(at), stroke=stroke)
    if isinstance(item, Written):
        return replace(item, position=item.position + at, rect=item.rect.translated(at))
    return replace(item, rect=item.rect.translated(at))


def _paint_shape(painter: QPainter, shape: Shape, look: Look) -> None:
    if shape.is_shade and look.is_high_contrast:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    has_rough_edge = shape.is_edged or bool(shape.hatch and shape.line)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not has_rough_edge)  # which is quicker
    if shape.hatch and _is_on_screen(painter):
        painter.fillPath(shape.path, _hatch_brush(painter, shape, look))
    elif shape.fill:
        filled = colour(look, shape.fill)
        filled.setAlphaF(shape.opacity)
        painter.fillPath(shape.path, filled)
    if shape.hatch and not _is_on_screen(painter):
        _paint_hatch(painter, shape, look)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if shape.line and shape.stroke is not None and shape.width * painter.deviceTransform().m11() > _QUICK:
        painter.fillPath(shape.stroke, colour(look, shape.line))
    elif shape.line:
        pen = QPen(colour(look, shape.line), shape.width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if shape.dashes:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern(list(shape.dashes))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape.path)


def _paint_hatch(painter: QPainter, shape: Shape, look: Look) -> None:
    """Lines at 45 degrees, on one grid for the whole drawing, so that neighbours go on into each other."""
    painter.save()
    painter.setClipPath(shape.path, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(colour(look, shape.hatch), _HATCH))
    area = shape.path.boundingRect()
    step = HATCH_STEP * 2**0.5
    first = int((area.left() + area.top()) // step)
    last = int((area.right() + area.bottom()) // step) + 1
    for number in range(first, last + 1):
        total = number * step
        painter.drawLine(
            QPointF(total - area.top(), area.top()), QPointF(total - area.bottom(), area.bottom())
        )
    painter.restore()


def _is_on_screen(painter: QPainter) -> bool:
    """Whether it paints pixels, where a hatch is painted fastest as a pattern of them."""
    return painter.paintEngine().type() == QPaintEngine.Type.Raster and painter.deviceTransform().m11() > 0


def _hatch_brush(painter: QPainter, shape: Shape, look: Look) -> QBrush:
    """The fill of a shape and its hatch."""
    ground = colour(look, shape.fill) if shape.fill else QColor(Qt.GlobalColor.transparent)
    if shape.fill:
        ground.setAlphaF(shape.opacity)
    pen = QPen(colour(look, shape.hatch), _HATCH)
    return hatched(pen, ground, HATCH_STEP * 2**0.5, painter.deviceTransform().m11())
