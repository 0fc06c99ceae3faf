"""What stands at the head of the first page and at the foot of every one."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from crmo_desktop.gui.paper.paper_style import UNITS, print_look
from crmo_desktop.gui.paper.running import Running
from crmo_desktop.gui.paper.words import PaperWords
from crmo_desktop.services.reading import ReadingService
from tests.gui.paper.small import WIDTH


def running(themes: Path, reading: ReadingService, type_size: float = 10.5, width: float = WIDTH) -> Running:
    return Running(
        print_look(themes, type_size, "en"),
        PaperWords(),
        reading.edition,
        width=width,
        type_size=type_size,
        day=date(2026, 11, 26),
    )


def test_the_foot_says_what_every_page_must(themes: Path, reading: ReadingService) -> None:
    foot = running(themes, reading).foot("crmo://topic/pain", 2, 9)

    assert foot.left[0].startswith("CRMO Desktop, edition ")
    assert foot.left[1] == "Information, not medical advice. Printed 26 November 2026."
    assert foot.right == ("crmo://topic/pain", "3 / 9")


def test_a_long_address_stands_below(themes: Path, reading: ReadingService) -> None:
    made = running(themes, reading)
    low = made.foot_height(["crmo://topic/pain"])

    assert made.foot_height(["crmo://topic/pain", "crmo://topic/" + "long-" * 20]) > low


def test_large_print_has_larger_feet(themes: Path, reading: ReadingService) -> None:
    heights = [running(themes, reading, size).foot_height(["crmo://topic/a"]) for size in (10.5, 14, 18)]

    assert heights == sorted(set(heights))


def test_the_head_takes_room_if_there_is_one(themes: Path, reading: ReadingService) -> None:
    made = running(themes, reading)
    one = made.head_height("Clinic", has_name_line=True)

    assert made.head_height("", has_name_line=False) == 0
    assert one == made.head_height("", has_name_line=True) > 0
    assert made.head_height("Long name of a clinic " * 9, has_name_line=True) > one


@pytest.mark.parametrize("type_size", [10.5, 18])
@pytest.mark.parametrize("address", ["crmo://topic/pain", "crmo://topic/vaccines-and-infection"])
def test_nothing_runs_over_the_margins(
    themes: Path, reading: ReadingService, type_size: float, address: str
) -> None:
    made = running(themes, reading, type_size)
    foot = made.foot_height([address])
    head = made.head_height("Children’s clinic, Room 4", has_name_line=True)
    canvas = QImage(500, 160, QImage.Format.Format_RGB32)
    canvas.fill(QColor("white"))
    painter = QPainter(canvas)
    painter.translate(10, 10)
    painter.scale(1 / UNITS, 1 / UNITS)
    made.paint_head(painter, "Children’s clinic, Room 4", head, has_name_line=True)
    made.paint_foot(painter, made.foot(address, 0, 9), 80 * UNITS)
    painter.end()

    dark = [(x, y) for x in range(500) for y in range(160) if canvas.pixelColor(x, y).lightness() < 160]
    assert min(x for x, _ in dark) >= 8
    assert max(x for x, _ in dark) <= 492
    assert max(y for _, y in dark) <= 91 + foot / UNITS
    assert not any(11 + head / UNITS < y < 88 for _, y in dark)
