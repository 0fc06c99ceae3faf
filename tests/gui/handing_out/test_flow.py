"""Words in lines that go on over pages."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from crmo_desktop.gui.handing_out.flow import Paragraph, TextLine, lines_of
from crmo_desktop.gui.paper.paper_style import print_look
from crmo_desktop.gui.theme import Look

LONG = "Bones that hurt may be looked at in a scan, which is loud and takes a while. " * 3


@pytest.fixture
def look(themes: Path) -> Look:
    return print_look(themes, 10.5, "en")


def lines(look: Look, *paragraphs: Paragraph) -> list[TextLine]:
    return list(lines_of(paragraphs, look, 2000))


def test_a_paragraph_is_told_once_with_its_first_line(look: Look) -> None:
    made = lines(look, Paragraph(LONG, 10), Paragraph("Short.", 10))

    assert len(made) > 3
    assert [line.text for line in made if line.text] == [LONG, "Short."]


def test_room_stands_over_first_lines_only(look: Look) -> None:
    made = lines(look, Paragraph(LONG, 10, above=4))

    assert made[0].above == 40
    assert not any(line.above for line in made[1:])


def test_neither_the_first_line_nor_the_last_is_alone(look: Look) -> None:
    made = lines(look, Paragraph(LONG, 10))

    assert [line.keeps_next for line in made] == [True, *[False] * (len(made) - 3), True, False]


def test_a_heading_stays_with_what_follows(look: Look) -> None:
    assert lines(look, Paragraph("Sources", 16, keeps_next=True))[0].keeps_next


def test_a_line_is_painted_where_it_is_put(look: Look) -> None:
    made = lines(look, Paragraph(LONG, 10))
    image = QImage(2100, 400, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    made[1].paint(painter, look, QPointF(0, 200))
    painter.end()

    rows = [y for y in range(400) if any(image.pixel(x, y) & 0xFF < 128 for x in range(0, 2000, 3))]
    assert rows
    assert min(rows) >= 200
    assert max(rows) <= 200 + made[1].height
