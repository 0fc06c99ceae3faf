"""What tests of handing out share."""

from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pptx as reader

from crmo_desktop.export.pptx import pptx
from crmo_desktop.gui.handing_out.handed import Handed
from crmo_desktop.gui.handing_out.slide_file import slide_file

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
DAY = date(2026, 11, 26)


def read_back(out: Handed, *, has_answers: bool = True) -> Any:
    """A deck as python-pptx reads its file."""
    return reader.Presentation(BytesIO(pptx(slide_file(out, NOON, has_answers=has_answers))))


def texts(slide: Any) -> list[str]:
    """All words of a slide that was read back, in order."""
    found: list[str] = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            found += [paragraph.text for paragraph in shape.text_frame.paragraphs if paragraph.text]
        if shape.has_table:
            found += [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
    return found
