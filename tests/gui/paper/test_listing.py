"""Lists with numbers of pages."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from crmo_desktop.gui.paper.listing import Line, Listing
from crmo_desktop.gui.paper.paper_style import UNITS, print_look
from tests.gui.paper.small import ROOM, WIDTH

PAGES = {"a": 4, "b": 120}


def listing(themes: Path, lines: list[Line], **more: object) -> Listing:
    look = print_look(themes, 10.5, "en")
    return Listing("Contents", lines, look, width=WIDTH, room=ROOM, size=16, **more)  # type: ignore[arg-type]  # as named


def test_a_line_says_its_page(themes: Path, qapp: object) -> None:
    made = listing(
        themes, [Line("Pain", key="a"), Line("Flares", 1, "b"), Line("Gone", key="c"), Line("Letter")]
    )

    assert made.pages == 1
    assert list(made.told(0, PAGES.get)) == ["Contents", "Pain 5", "Flares 121", "Gone", "Letter"]


def test_long_lists_go_on_and_have_their_title_once(themes: Path, qapp: object) -> None:
    made = listing(themes, [Line(f"Topic {n}") for n in range(120)])

    told = [line for page in range(made.pages) for line in made.told(page, PAGES.get)]
    assert made.pages == 3
    assert told == ["Contents", *(f"Topic {n}" for n in range(120))]


def test_columns_are_filled_one_after_the_other(themes: Path, qapp: object) -> None:
    made = listing(themes, [Line(f"Topic {n}") for n in range(120)], columns=3)

    spots = list(made.spots(0))
    lefts = list(dict.fromkeys(spot.at.x() for spot in spots))
    assert made.pages == 1
    assert len(lefts) == 3
    assert all(one.at.y() < other.at.y() or one.at.x() < other.at.x() for one, other in pairwise(spots))
    assert all(spot.at.x() + spot.scene.size.width() <= WIDTH + 1 for spot in spots)


def test_a_head_stays_with_what_it_heads(themes: Path, qapp: object) -> None:
    lines = [line for n in range(60) for line in (Line(f"Chapter {n}", is_head=True), Line(f"Topic {n}"))]
    made = listing(themes, lines)

    for page in range(made.pages):
        assert list(made.told(page, PAGES.get))[-1].startswith("Topic")


def test_the_first_page_may_have_less_room(themes: Path, qapp: object) -> None:
    lines = [Line(f"Topic {n}") for n in range(40)]

    assert listing(themes, lines).pages == 1
    assert listing(themes, lines, first_room=ROOM / 4).pages == 2


def test_a_number_stands_at_the_right_behind_dots(themes: Path, qapp: object) -> None:
    made = listing(themes, [Line("Pain", key="b")])
    (spot,) = made.spots(0)
    canvas = QImage(1920, 320, QImage.Format.Format_RGB32)
    canvas.fill(QColor("white"))
    painter = QPainter(canvas)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(4 / UNITS, 4 / UNITS)
    made.paint(painter, 0, PAGES.get)
    painter.end()

    top, high = round(spot.at.y() * 4 / UNITS), round(spot.scene.size.height() * 4 / UNITS)
    rows = range(top, top + high)
    dark = [x for x in range(1920) if any(canvas.pixelColor(x, y).lightness() < 190 for y in rows)]
    assert dark[-1] == pytest.approx(1919, abs=8)
    assert sum(400 < x < 1760 for x in dark) > 100
