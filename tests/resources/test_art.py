"""The drawings in content/pictures that take their colours from the theme: plain, small, drawn by Qt."""

import re
import xml.etree.ElementTree as ET
from functools import cache

import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from tests.house.tree import ROOT
from tests.resources.test_resources import PLACEHOLDER, THEME_NAMES, colour, theme

ART = ROOT / "content" / "pictures"
SVG = "{http://www.w3.org/2000/svg}"
BYTES = {"long-bone": 30_000}  # the others below
OTHER_BYTES = 15_000
MARGIN = 12  # pixels of paper round a picture that must stay empty: QtSvg does not cut at the view box
BONE = ["cartilage", "epiphysis", "growth-plate", "metaphysis", "spongy", "marrow", "cortex", "periosteum"]
SPANS = [f"{part}-{end}" for part in ("epiphysis", "metaphysis", "diaphysis") for end in ("from", "to")]
LOWER = ["growth-plate-2", "lesion-2", "epiphysis-2"]
ANCHORS = {
    "long-bone": [*BONE, "diaphysis", "arteries", "lesion", *LOWER, *SPANS],
    "bone-healthy": BONE,
    "bone-inflamed": [*BONE, "swelling", "lytic", "new-bone", "lesion"],
    "bone-healed": [*BONE, "sclerosis", "thick-cortex"],
    "mri-day-1": ["child", "parent", "staff", "metal"],
    "mri-day-2": ["child", "parent", "table", "scanner"],
    "mri-day-3": ["child", "parent", "headphones"],
    "mri-day-4": ["child", "parent", "scanner"],
    "mri-day-5": ["screen", "staff"],
    "mri-day-6": ["child", "parent", "staff", "screen"],
}
ELEMENTS = {
    *("svg", "defs", "g", "path", "rect", "circle", "ellipse"),
    *("linearGradient", "radialGradient", "stop"),
}
ATTRIBUTES = {
    *("viewBox", "width", "height", "id", "d", "x", "y", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2"),
    *("transform", "gradientTransform", "gradientUnits", "offset", "opacity", "stop-color", "stop-opacity"),
    *("fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray"),
    *("stroke-linecap", "stroke-linejoin"),
}
PAINT = re.compile(r"none|\{\w+\}|url\(#([\w-]+)\)")


@cache
def written(name: str) -> str:
    return (ART / f"{name}.svg").read_text(encoding="utf-8")


@cache
def parsed(name: str) -> ET.Element:
    return ET.fromstring(written(name))


def places(name: str) -> dict[str, tuple[float, float]]:
    """Where labels may point to, by name, in units of the view box."""
    group = next(part for part in parsed(name).iter(f"{SVG}g") if part.get("id") == "anchors")
    return {part.attrib["id"]: (float(part.attrib["cx"]), float(part.attrib["cy"])) for part in group}


def renderer(name: str, theme_name: str) -> QSvgRenderer:
    data = theme(theme_name)
    filled = PLACEHOLDER.sub(lambda found: colour(data, found[1]), written(name))
    return QSvgRenderer(QByteArray(filled.encode()))


def drawn(name: str, theme_name: str) -> QImage:
    """The picture on the theme's page at its own size, with an empty margin round it."""
    found = renderer(name, theme_name)
    box = found.viewBoxF()
    width, height = round(box.width()), round(box.height())
    image = QImage(width + 2 * MARGIN, height + 2 * MARGIN, QImage.Format.Format_RGB32)
    image.fill(QColor(colour(theme(theme_name), "page")))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    found.render(painter, QRectF(MARGIN, MARGIN, width, height))
    painter.end()
    return image


def test_every_drawing_is_known() -> None:
    files = ART.glob("*.svg")
    with_roles = {path.stem for path in files if PLACEHOLDER.search(path.read_text(encoding="utf-8"))}

    assert set(ANCHORS) <= with_roles


@pytest.mark.parametrize("name", ANCHORS)
def test_a_drawing_uses_only_what_qt_draws(name: str) -> None:
    parts = list(parsed(name).iter())

    assert {part.tag.removeprefix(SVG) for part in parts} <= ELEMENTS
    assert {attribute for part in parts for attribute in part.attrib} <= ATTRIBUTES
    assert [part.text for part in parts if (part.text or "").strip()] == []
    assert "<!" not in written(name)


@pytest.mark.parametrize("name", ANCHORS)
def test_a_drawing_takes_every_colour_from_the_theme(name: str) -> None:
    paints = [
        value
        for part in parsed(name).iter()
        for attribute, value in part.items()
        if attribute in {"fill", "stroke", "stop-color"}
    ]
    found = [PAINT.fullmatch(value) for value in paints]
    ids = [part.attrib["id"] for part in parsed(name).iter() if part.get("id")]

    assert None not in found
    assert {match[1] for match in found if match and match[1]} <= set(ids)
    assert len(ids) == len(set(ids))
    for theme_name in THEME_NAMES:
        assert set(PLACEHOLDER.findall(written(name))) <= set(theme(theme_name)["colours"])


@pytest.mark.parametrize("name", ANCHORS)
def test_a_drawing_has_its_places_for_labels(name: str) -> None:
    left, top, width, height = (float(value) for value in parsed(name).attrib["viewBox"].split())
    found = places(name)

    assert set(found) == {f"at-{place}" for place in ANCHORS[name]}
    assert (left, top) == (0, 0)
    assert all(0 < x < width and 0 < y < height for x, y in found.values())


@pytest.mark.parametrize("name", ANCHORS)
def test_qt_finds_the_places_for_labels(name: str, qapp: object) -> None:
    found = renderer(name, "light")

    for place, (x, y) in places(name).items():
        centre = found.boundsOnElement(place).center()
        assert (centre.x(), centre.y()) == pytest.approx((x, y), abs=0.05)


@pytest.mark.parametrize("name", ANCHORS)
def test_a_drawing_is_small(name: str) -> None:
    assert (ART / f"{name}.svg").stat().st_size < BYTES.get(name, OTHER_BYTES)


@pytest.mark.parametrize("theme_name", THEME_NAMES)
@pytest.mark.parametrize("name", ANCHORS)
def test_a_drawing_is_drawn_inside_its_frame(name: str, theme_name: str, qapp: object) -> None:
    assert renderer(name, theme_name).isValid()
    image = drawn(name, theme_name)
    page = QColor(colour(theme(theme_name), "page")).rgb()
    inside = image.copy(MARGIN, MARGIN, image.width() - 2 * MARGIN, image.height() - 2 * MARGIN)
    rows = [inside.pixel(x, y) for x in range(0, inside.width(), 4) for y in range(0, inside.height(), 4)]
    edges = [image.pixel(x, y) for x in range(image.width()) for y in (2, image.height() - 3)]
    edges += [image.pixel(x, y) for y in range(image.height()) for x in (2, image.width() - 3)]

    assert len(set(rows)) > 2
    assert sum(pixel != page for pixel in rows) > len(rows) / 20
    assert set(edges) == {page}


def test_the_three_steps_of_bone_show_the_same_piece() -> None:
    steps = [places(f"bone-{step}") for step in ("healthy", "inflamed", "healed")]

    for place in BONE:
        assert len({step[f"at-{place}"] for step in steps}) == 1, place
