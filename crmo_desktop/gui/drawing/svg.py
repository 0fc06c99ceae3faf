"""A scene as an SVG file that looks the same everywhere: words are outlines, and told in words, too."""

import re
from html import escape
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QRawFont

from crmo_desktop.gui.drawing.scene import HATCH_STEP, Illustration, Scene, Shape, Written, in_colours
from crmo_desktop.gui.theme import Look

_ROOT: Final = re.compile(r"<svg\b([^>]*)>", re.DOTALL)
_ATTRIBUTE: Final = re.compile(r'([\w:-]+)=("[^"]*")')
_KEPT: Final = frozenset(
    {"fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "color", "opacity", "style"}
)
_OWN_ID: Final = re.compile(r'\bid="([^"]+)"')
_HATCH: Final = 0.9  # as `scene` paints it


def svg_of(scene: Scene, look: Look, *, title: str, description: str, language: str = "en") -> str:
    """All of `scene` in the colours of `look`, on their page.

    Args:
        scene: what is drawn.
        look: whose colours.
        title: what the picture is called.
        description: what it says, in words.
        language: BCP 47 tag of both.
    """
    writer = _Writer(look)
    for item in scene.items:
        writer.add(item)
    wide, high = _number(scene.size.width()), _number(scene.size.height())
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" '
        f'role="img" aria-labelledby="title desc" xml:lang="{escape(language)}">'
    )
    about = f'<title id="title">{escape(title)}</title><desc id="desc">{escape(description)}</desc>'
    ground = f'<rect width="{wide}" height="{high}" fill="{look.name_of("page")}"/>'
    defined = f"<defs>{''.join(writer.defined)}</defs>"
    return "\n".join([head, about, defined, ground, *writer.lines, "</svg>", ""])


class _Writer:
    def __init__(self, look: Look) -> None:
        self._look = look
        self._made = 0  # names given so far
        self._glyphs: dict[tuple[str, int], str] = {}  # names of outlines, by face and glyph
        self._hatches: dict[str, str] = {}  # names of patterns, by role
        self.defined: list[str] = []
        self.lines: list[str] = []

    def add(self, item: Shape | Written | Illustration) -> None:
        if isinstance(item, Shape):
            self._add_shape(item)
        elif isinstance(item, Written):
            self._add_words(item)
        else:
            self._add_art(item)

    def _add_shape(self, shape: Shape) -> None:
        if shape.is_shade and self._look.is_high_contrast:
            return
        outline = _path(shape.path)
        if not outline:
            return
        rule = ' fill-rule="evenodd"' if shape.path.fillRule() is Qt.FillRule.OddEvenFill else ""
        if shape.fill:
            fill = self._look.name_of(shape.fill)
            see_through = f' fill-opacity="{_number(shape.opacity)}"' if shape.opacity < 1 else ""
            self.lines.append(f'<path d="{outline}" fill="{fill}"{see_through}{rule}/>')
        if shape.hatch:
            self.lines.append(f'<path d="{outline}" fill="url(#{self._hatch(shape.hatch)})"{rule}/>')
        if shape.line:
            line, cap = self._look.name_of(shape.line), "butt" if shape.dashes else "round"
            dashes = " ".join(_number(length * shape.width) for length in shape.dashes)
            dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
            self.lines.append(
                f'<path d="{outline}" fill="none" stroke="{line}" stroke-width="{_number(shape.width)}" '
                f'stroke-linejoin="round" stroke-linecap="{cap}"{dashed}/>'
            )

    def _hatch(self, role: str) -> str:
        """The name of the pattern of lines in the colour of `role`: one grid for the whole drawing."""
        if role not in self._hatches:
            name = self._hatches[role] = self._name("hatch")
            step = HATCH_STEP * 2**0.5
            side, over, under = _number(step), _number(step + 1), _number(step - 1)
            lines = f"M-1 1L1 -1M0 {side}L{side} 0M{under} {over}L{over} {under}"
            self.defined.append(
                f'<pattern id="{name}" patternUnits="userSpaceOnUse" width="{side}" height="{side}">'
                f'<path d="{lines}" fill="none" stroke="{self._look.name_of(role)}" stroke-width="{_HATCH}"/>'
                "</pattern>"
            )
        return self._hatches[role]

    def _add_words(self, written: Written) -> None:
        """The outline of each letter once for the whole file, and where it stands."""
        uses: list[str] = []
        for run in written.layout.glyphRuns():
            font = run.rawFont()
            face = f"{font.familyName()} {font.styleName()} {font.weight()} {font.pixelSize():g}"
            for glyph, position in zip(run.glyphIndexes(), run.positions(), strict=True):
                name = self._glyph(face, glyph, font)
                if name:
                    at = QPointF(position) + written.position
                    uses.append(f'<use xlink:href="#{name}" x="{_number(at.x())}" y="{_number(at.y())}"/>')
        if uses:
            fill, label = self._look.name_of(written.role), escape(written.text)
            self.lines.append(f'<g fill="{fill}" aria-label="{label}">{"".join(uses)}</g>')

    def _glyph(self, face: str, glyph: int, font: QRawFont) -> str:
        """The name of a letter's outline; "" where it has none, as a blank."""
        key = face, glyph
        if key not in self._glyphs:
            outline = _path(font.pathForGlyph(glyph))
            self._glyphs[key] = self._name("g") if outline else ""
            if outline:
                self.defined.append(f'<path id="{self._glyphs[key]}" d="{outline}"/>')
        return self._glyphs[key]

    def _add_art(self, art: Illustration) -> None:
        """As a group: not every program draws an SVG within another."""
        text = in_colours(art.svg, self._look)
        root = _ROOT.search(text)
        if root is None:
            return
        attributes = {name: value.strip('"') for name, value in _ATTRIBUTE.findall(root[1])}
        inner = text[root.end() : text.rindex("</svg>")]
        own = self._name("art")
        for id in dict.fromkeys(_OWN_ID.findall(inner)):  # two illustrations may use the same names
            pattern = re.compile(rf'(id="|url\(#|href="#){re.escape(id)}(?=["\)])')
            inner = pattern.sub(rf"\g<1>{own}-{id}", inner)
        size = f"0 0 {attributes.get('width', '24')} {attributes.get('height', '24')}"
        left, top, wide, high = map(float, attributes.get("viewBox", size).replace(",", " ").split())
        across, down = art.rect.width() / wide, art.rect.height() / high
        at = art.rect.x() - left * across, art.rect.y() - top * down
        moved = f"translate({_number(at[0])} {_number(at[1])}) scale({across:.5g} {down:.5g})"
        kept = "".join(f' {name}="{value}"' for name, value in attributes.items() if name in _KEPT)
        self.lines.append(f'<g transform="{moved}"{kept}>{inner}</g>')

    def _name(self, what: str) -> str:
        self._made += 1
        return f"{what}{self._made}"


def _path(path: QPainterPath) -> str:
    """A path as SVG writes it, to a hundredth of a pixel."""
    parts: list[str] = []
    for place in range(path.elementCount()):
        element = path.elementAt(place)
        letter = (
            "M" if element.isMoveTo() else "L" if element.isLineTo() else "C" if element.isCurveTo() else " "
        )
        parts.append(f"{letter}{_number(element.x)} {_number(element.y)}")
    return "".join(parts)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if value else "0"
