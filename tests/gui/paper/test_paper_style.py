"""How type looks on paper."""

from pathlib import Path

import pytest

from crmo_desktop.domain.publication import PaperLook, PaperSize, TypeSize
from crmo_desktop.gui.paper.paper_style import MARGIN, UNITS, paper_css, print_look, sheet_of


@pytest.mark.parametrize(
    ("size", "wide", "high"), [(PaperSize.A4, 210 / 25.4 * 72, 297 / 25.4 * 72), (PaperSize.LETTER, 612, 792)]
)
def test_a_sheet_has_its_size_in_points(size: PaperSize, wide: float, high: float) -> None:
    sheet = sheet_of(PaperLook(size=size))

    assert (sheet.size.width(), sheet.size.height()) == pytest.approx((wide, high), abs=0.01)
    assert sheet.width == pytest.approx(wide - 40 / 25.4 * 72, abs=0.01)
    assert pytest.approx(20 / 25.4 * 72) == MARGIN


@pytest.mark.parametrize(("size", "points"), [("normal", 10.5), ("large", 14), ("largest", 18)])
def test_running_text_has_its_size(themes: Path, size: str, points: float) -> None:
    type_size = sheet_of(PaperLook(type_size=TypeSize(size))).type_size
    look = print_look(themes, type_size, "en")

    assert type_size == points
    assert look.px(18) / UNITS == pytest.approx(points, abs=0.06)


def test_paper_has_no_colours(themes: Path) -> None:
    look = print_look(themes, 10.5, "en")

    assert look.theme.kind == "print"
    assert all(
        colour.red() == colour.green() == colour.blue()
        for colour in map(look.colour, ("text", "muted", "link", "red_bar", "red_bg", "key_bg", "border"))
    )


def test_what_stays_with_what_follows_says_so(themes: Path) -> None:
    css = paper_css(print_look(themes, 10.5, "en"))

    assert "h1, h2, h3 { page-break-after: always; }" in css
